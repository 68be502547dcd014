package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/tdkt"
)

// The scan of a decision is kept with its bytes, once; another takes its place, and what
// is no file is refused with nothing changed. It is no paper of a dossier.
func TestScanOfADecision(t *testing.T) {
	a := sample(t)
	d := a.View().Decisions[0]
	path := filepath.Join(t.TempDir(), "quyết định.pdf")
	listed, err := papers.Papers(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	if err := papers.AttachScan(t.Context(), a, d, path); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a file that is not there: %v", err)
	}
	for _, content := range []string{"%PDF-1.4 một", "%PDF-1.4 một", "%PDF-1.4 hai"} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := papers.AttachScan(t.Context(), a, d, path); err != nil {
			t.Fatal(err)
		}
		scan, ok := a.View().ScanOf(d.ID)
		if !ok || scan.Year != d.Date.Year() {
			t.Fatalf("scan %+v", scan)
		}
		if got, err := a.Store.Content(t.Context(), scan); err != nil || string(got) != content {
			t.Errorf("kept %q, %v", got, err)
		}
	}
	if n := len(a.View().Attachments); n != 1 {
		t.Errorf("%d files kept", n)
	}
	now, err := papers.Papers(t.Context(), a, 2023)
	if err != nil || len(now) != len(listed) {
		t.Errorf("%d papers of dossiers, before %d: %v", len(now), len(listed), err)
	}
	steps, err := a.Steps(t.Context(), 2)
	if err != nil || len(steps) != 2 || len(steps[0].Rows) == 0 {
		t.Errorf("history %+v, %v", steps, err)
	}
}
