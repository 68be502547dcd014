package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/uitest"
)

// synced is a data file in a folder that OneDrive keeps in step.
func synced(t *testing.T) (path, text string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "OneDrive - So Noi vu")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(dir, "so.sotd")
	p := start(t, path)
	uitest.Tap(t, p.Window.Canvas(), wordSample)
	p.closeFile()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, string(raw)
}

// TestRiskyPlace: a file in a synchronised folder is opened only after a choice: copied and
// the copy opened, opened where it lies from then on, or not at all.
func TestRiskyPlace(t *testing.T) {
	path, before := synced(t)
	home := filepath.Join(t.TempDir(), "so.sotd")
	p := start(t, home)
	c := p.Window.Canvas()
	p.open(path, false, nil)
	if text := uitest.Text(c); p.path != "" || !strings.Contains(text, "OneDrive") || !strings.Contains(text, wordRiskNot) {
		t.Fatalf("open: %q, asked:\n%s", p.path, text)
	}
	uitest.Keys(c, "Down", "Down", "Return") // not at all
	if p.path != "" {
		t.Fatalf("opened %s though told not to", p.path)
	}
	p.open(path, false, nil)
	uitest.Keys(c, "Return") // copied
	if p.path != home || p.shell == nil || len(p.shell.desk.View().People) == 0 {
		t.Fatalf("open: %q\n%s", p.path, uitest.Text(c))
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != before {
		t.Errorf("the file in the synchronised folder changed: %v", err)
	}
	p.open(path, false, nil)
	uitest.Keys(c, "Down", "Return") // where it lies
	if p.path != path {
		t.Fatalf("open: %q, want %q", p.path, path)
	}
	p.open(home, false, nil)
	p.open(path, false, nil)
	if p.path != path {
		t.Errorf("asked again:\n%s", uitest.Text(c))
	}
}
