package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/boot"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// renamed is the sample with a copy of it made before its department got another name.
func renamed(t *testing.T) (p *Program, before string) {
	t.Helper()
	p = sampled(t)
	a := p.shell.desk.App
	if _, err := boot.Keep(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	before = a.View().Org.Name
	if err := a.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Nhầm"}); err != nil {
		t.Fatal(err)
	}
	return p, before
}

// TestRestore: the copies are listed with their state; what changes is shown before it
// is done; what was there is kept, and the restored file is open with its entry.
func TestRestore(t *testing.T) {
	p, before := renamed(t)
	c := p.Window.Canvas()
	p.restore()
	if text := uitest.Text(c); !strings.Contains(text, wordWhole) || !strings.Contains(text, wordBeside) || !strings.Contains(text, "18/12/2023 09:00") {
		t.Fatalf("the copies:\n%s", text)
	}
	uitest.Tap(t, c, wordSeeRestore)
	if text := uitest.Text(c); !strings.Contains(text, "nhật ký: 2 thành 1 mục") {
		t.Fatalf("what changes is not said:\n%s", text)
	}
	if got := p.shell.desk.View().Org.Name; got != "Sở Nhầm" {
		t.Fatalf("restored before anyone agreed: %s", got)
	}
	uitest.Tap(t, c, wordRestoreYes)
	if got := p.shell.desk.View().Org.Name; got != before {
		t.Errorf("restored: %s, want %s", got, before)
	}
	entries, err := p.shell.desk.App.Store.History(t.Context(), 1)
	if err != nil || len(entries) != 1 || entries[0].Verb != "restore" {
		t.Errorf("the last entry: %+v, %v", entries, err)
	}
	kept, ok := strings.CutPrefix(p.ui.NoticeText(), textRestored)
	if _, err := os.Stat(kept); !ok || err != nil {
		t.Errorf("what was there: %q, %v", p.ui.NoticeText(), err)
	}
}

// TestRestoreBrokenCopy: a copy that is not whole is named in the list, refused when
// chosen, and the open file stays as it is.
func TestRestoreBrokenCopy(t *testing.T) {
	p, _ := renamed(t)
	list, err := filepath.Glob(filepath.Join(filepath.Dir(p.path), "Sao lưu", "*.sotd"))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	if err := os.WriteFile(list[0], []byte("SQLite format 3\x00 hỏng"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := p.Window.Canvas()
	p.restore()
	if text := uitest.Text(c); strings.Contains(text, wordWhole) {
		t.Fatalf("a broken copy is called whole:\n%s", text)
	}
	uitest.Tap(t, c, wordSeeRestore)
	if text := uitest.Text(c); strings.Contains(text, wordRestoreYes+" |") || p.shell.desk.View().Org.Name != "Sở Nhầm" {
		t.Errorf("a broken copy is offered:\n%s", text)
	}
}

// TestDamagedFileOffersCopies: a file that does not open leads to its copies, and the
// one chosen opens.
func TestDamagedFileOffersCopies(t *testing.T) {
	p, before := renamed(t)
	path := p.path
	p.closeFile()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(raw); i++ {
		raw[i] = 0x5A
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	c := p.Window.Canvas()
	p.open(path, false, nil)
	uitest.Tap(t, c, wordRestore)
	uitest.Tap(t, c, wordSeeRestore)
	uitest.Tap(t, c, wordRestoreYes)
	if got := p.shell.desk.View().Org.Name; p.path != path || got != before {
		t.Errorf("open: %q, department %s\n%s", p.path, got, uitest.Text(c))
	}
}

// TestSeal: the passphrase is asked twice and not shown; two that differ are refused;
// the copy comes back with its passphrase.
func TestSeal(t *testing.T) {
	p, _ := renamed(t)
	sealed := filepath.Join(t.TempDir(), "kín.sotd-khoa")
	p.ui.Files = &kit.FakeFiles{Paths: []string{sealed, sealed}}
	c := p.Window.Canvas()
	p.seal()
	uitest.Type(t, c, "mat khau dai")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "mat khau khac")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "hai lần nhập khác nhau") || strings.Contains(text, "mat khau") {
		t.Fatalf("two passphrases:\n%s", text)
	}
	uitest.Keys(c, "End", "BackSpace", "BackSpace", "BackSpace", "BackSpace")
	uitest.Type(t, c, "dai")
	uitest.Keys(c, "Return")
	if got := p.ui.NoticeText(); got != textSealedAt+sealed {
		t.Fatalf("notice %q\n%s", got, uitest.Text(c))
	}
	if err := p.shell.desk.App.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Sau"}); err != nil {
		t.Fatal(err)
	}
	p.restore()
	uitest.Tap(t, c, wordOtherCopy)
	uitest.Type(t, c, "mat khau dai")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, wordRestoreYes)
	if got := p.shell.desk.View().Org.Name; got != "Sở Nhầm" {
		t.Errorf("restored from the sealed copy: %s\n%s", got, uitest.Text(c))
	}
}
