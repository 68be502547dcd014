package boot_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestPackage: the package answers as the file does, holds no identity number anywhere,
// not even one that was changed later, and takes no change, merge or restore.
func TestPackage(t *testing.T) {
	folder := t.TempDir()
	path, to := filepath.Join(folder, "a.sotd"), filepath.Join(folder, "a.sotd-goi")
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	if err := boot.LoadSample(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	numbers := []string{}
	for _, p := range a.View().People {
		if p.CCCD != "" {
			numbers = append(numbers, p.CCCD)
		}
	}
	rename(t, a, "Sở Đã đổi tên")
	if err := boot.Package(t.Context(), a, to, ""); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range numbers {
		if bytes.Contains(raw, []byte(n)) {
			t.Fatal("an identity number is in the package")
		}
	}
	if len(numbers) == 0 {
		t.Fatal("the sample has no identity numbers to look for")
	}
	g, closePackage := open(t, boot.Options{Path: to})
	want, err := a.View().Answers(t.Context(), 2023)
	if err != nil {
		t.Fatal(err)
	}
	got, err := g.View().Answers(t.Context(), 2023)
	if d := cmp.Diff(briefly(want), briefly(got)); err != nil || d != "" {
		t.Errorf("answers (-file +package) %v\n%s", err, d)
	}
	if err := g.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a change: %v", err)
	}
	if _, err := a.PreviewMerge(t.Context(), to); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a merge: %v", err)
	}
	done(t, closePackage)
	done(t, closeFile)
	if _, err := boot.Restore(t.Context(), boot.Options{Path: path}, to); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a restore: %v", err)
	}
}

// briefly is what answers say, without findings.
func briefly(list []law.Result) []string {
	var out []string
	for _, r := range list {
		out = append(out, string(r.Subject.ID)+" "+r.Title+" "+string(r.Answer))
	}
	return out
}

// TestSealedPackage: it opens with its passphrase alone, only to be read, and what was
// opened of it is gone once it is closed.
func TestSealedPackage(t *testing.T) {
	path := filled(t, "Sở Kín")
	to := filepath.Join(t.TempDir(), "kín.sotd-goi")
	a, closeFile := open(t, boot.Options{Path: path, Read: true})
	if err := boot.Package(t.Context(), a, to, "mật khẩu đủ dài"); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	t.Setenv("TMPDIR", t.TempDir())
	for _, wrong := range []string{"", "mật khẩu sai hẳn"} {
		if _, _, err := boot.Open(t.Context(), boot.Options{Path: to, Passphrase: wrong}); err == nil {
			t.Fatalf("opened with %q", wrong)
		}
	}
	g, closePackage := open(t, boot.Options{Path: to, Passphrase: "mật khẩu đủ dài"})
	if got := g.View().Org.Name; got != "Sở Kín" {
		t.Errorf("department %s", got)
	}
	if err := g.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a change: %v", err)
	}
	done(t, closePackage)
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
