package gui

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestHeldFile: where another program writes, the window says who, opens for reading
// on request, and then refuses changes with a sentence.
func TestHeldFile(t *testing.T) {
	p := sampled(t)
	path := p.path
	p.opts.Read = func(path, _ string) (*app.App, func() error, error) {
		return boot.Open(t.Context(), boot.Options{Path: path, Read: true, Now: guitest.Now})
	}
	p.closeFile()
	lock, err := backup.Acquire(path, backup.Holder{Person: "Trần Thị Bình", PC: "PC-02", Since: guitest.Now()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lock.Release() })
	p.open(path, false, nil)
	c := p.Window.Canvas()
	if text := uitest.Text(c); !strings.Contains(text, "Trần Thị Bình") || !strings.Contains(text, "PC-02") {
		t.Fatalf("who holds the file is not said:\n%s", text)
	}
	uitest.Tap(t, c, wordReadOnly)
	if !strings.Contains(p.Window.Title(), filepath.Base(path)+textReadOnly) {
		t.Fatalf("title: %s", p.Window.Title())
	}
	if err := p.shell.desk.App.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a change was not refused: %v", err)
	}
}

// TestOpeningNotice: opening says what is known of the copies; a fault of the last
// closing goes first, once.
func TestOpeningNotice(t *testing.T) {
	p := sampled(t)
	path := p.path
	p.opts.Notice = func(a *app.App) string { return boot.Notice(t.Context(), a) }
	p.open(path, false, nil)
	if text := p.ui.NoticeText(); strings.Contains(text, "sao lưu") {
		t.Errorf("the file was opened twice: %s", text)
	}
	p.closeFile()
	p.remember(tdkt.Errorf(tdkt.Environment, "Ổ đĩa đã đầy."))
	for _, want := range []string{textLastTime + "Ổ đĩa đã đầy.", "Chưa có bản sao lưu nào"} {
		p.open(path, false, nil)
		if text := p.ui.NoticeText(); !strings.Contains(text, want) {
			t.Errorf("notice %q, want %q", text, want)
		}
		p.closeFile()
	}
}

// TestPackage: the package is written behind a passphrase, opens with it, only to be read,
// and says what it is.
func TestPackage(t *testing.T) {
	p := sampled(t)
	to := filepath.Join(t.TempDir(), "gói.sotd-goi")
	p.opts.Read = func(path, passphrase string) (*app.App, func() error, error) {
		return boot.Open(t.Context(), boot.Options{Path: path, Read: true, Passphrase: passphrase, Now: guitest.Now})
	}
	p.ui.Files = &kit.FakeFiles{Paths: []string{to}}
	c := p.Window.Canvas()
	p.makePackage()
	uitest.Type(t, c, "mat khau dai")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "mat khau dai")
	uitest.Keys(c, "Return")
	if got := p.ui.NoticeText(); got != textPackaged+to {
		t.Fatalf("notice %q", got)
	}
	p.open(to, false, nil)
	uitest.Type(t, c, "mat khau dai")
	uitest.Keys(c, "Return")
	if title := p.Window.Title(); !strings.Contains(title, "gói.sotd-goi"+textReadOnly) {
		t.Fatalf("title %s\n%s", title, uitest.Text(c))
	}
	v := p.shell.desk.View()
	if len(v.People) == 0 || v.People[0].CCCD != "" {
		t.Errorf("%d people", len(v.People))
	}
	if err := p.shell.desk.App.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a change was not refused: %v", err)
	}
}
