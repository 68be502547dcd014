package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/uitest"
)

// TestNewsOnce: what is new shows after an update and only once; who starts for the
// first time has nothing to compare with.
func TestNewsOnce(t *testing.T) {
	p := start(t)
	shown := func() bool { return strings.Contains(uitest.Text(p.Window.Canvas()), wordNews) }
	p.opts.Manners.News = "0.1.0"
	p.tellNews()
	if shown() {
		t.Error("a first start shows what is new")
	}
	p.opts.Manners.News = "0.2.0"
	p.tellNews()
	if !shown() {
		t.Error("an update does not show what is new")
	}
	uitest.Keys(p.Window.Canvas(), "Escape")
	p.tellNews()
	if shown() {
		t.Error("what is new shows twice")
	}
}

// TestSuggest: the folder offered for new files is made, so that a dialog can show it;
// where it cannot be, the name alone is offered.
func TestSuggest(t *testing.T) {
	p := start(t)
	if got := p.suggest("a.sotd"); got != "a.sotd" {
		t.Errorf("without a folder: %s", got)
	}
	p.opts.Manners.Folder = filepath.Join(t.TempDir(), "Sổ Thi đua")
	got := p.suggest("a.sotd")
	if info, err := os.Stat(filepath.Dir(got)); err != nil || !info.IsDir() || filepath.Dir(got) != p.opts.Manners.Folder {
		t.Errorf("suggested %s, %v", got, err)
	}
	blocked := filepath.Join(p.opts.Manners.Folder, "tệp")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p.opts.Manners.Folder = filepath.Join(blocked, "dưới")
	if got := p.suggest("a.sotd"); got != "a.sotd" {
		t.Errorf("with a folder that cannot be: %s", got)
	}
}

// drop drags files onto the window.
func drop(p *Program, paths ...string) {
	var files []fyne.URI
	for _, path := range paths {
		files = append(files, storage.NewFileURI(path))
	}
	p.dropped(fyne.Position{}, files)
}

// TestDropped: a data file opens, an Excel file goes the way of the menu, several
// files at a time are old records, anything else gets a sentence.
func TestDropped(t *testing.T) {
	dir := t.TempDir()
	list := filepath.Join(dir, "danh sách.xlsx")
	sheettest.Write(t, list, "[DS]\nHọ và tên|Phòng\nTrần Thị Thử|Văn phòng\n")
	p := start(t)
	drop(p, list)
	wantThenClose(t, p, "Chưa mở sổ nào")
	drop(p, filepath.Join(dir, "ảnh.png"))
	wantThenClose(t, p, "chỉ nhận tệp Excel")
	p = sampled(t)
	c := p.Window.Canvas()
	drop(p, list, list)
	wantThenClose(t, p, "2 tệp, 2 bảng")
	drop(p, list)
	uitest.Keys(c, "Return")
	wantThenClose(t, p, "Trần Thị Thử")
	path := p.path
	p.closeFile()
	p = start(t)
	drop(p, path)
	if p.shell == nil {
		t.Errorf("a data file did not open:\n%s", uitest.Text(p.Window.Canvas()))
	}
}

func wantThenClose(t *testing.T, p *Program, want string) {
	t.Helper()
	c := p.Window.Canvas()
	if text := uitest.Text(c); !strings.Contains(text, want) {
		t.Errorf("no %q:\n%s", want, text)
	}
	uitest.Keys(c, "Escape")
}

// TestStartedAgain: a later start opens its file in the window that is there.
func TestStartedAgain(t *testing.T) {
	first := sampled(t)
	path := first.path
	first.closeFile()
	p := start(t)
	if !p.startedAgain("") || p.shell != nil {
		t.Fatal("a start without a file opened one")
	}
	if !p.startedAgain(path) || p.shell == nil || p.path != path {
		t.Errorf("not open:\n%s", uitest.Text(p.Window.Canvas()))
	}
}

// TestStartedWhileClosing: a window that has closed takes no later start, and shows nothing
// that other goroutines bring: there is no window system left to show it in. Fyne runs what
// comes after its end where it stands.
func TestStartedWhileClosing(t *testing.T) {
	first := sampled(t)
	path := first.path
	first.closeFile()
	deaf, woken := false, false
	p := New(t.Context(), uitest.App(t), Options{
		Run: kit.Inline, Files: &kit.FakeFiles{}, Now: guitest.Now, Open: first.opts.Open,
		Manners: Manners{Later: func(func(string) bool) func() error { return func() error { deaf = true; return nil } }},
	})
	kit.WakeBy(func() { woken = true })
	p.quit()
	p.closed() // as a system may tell it twice
	if p.startedAgain(path) || p.shell != nil {
		t.Error("a window that has closed took a start")
	}
	shown := make(chan bool, 1)
	p.background(func() func() {
		return func() { shown <- true }
	})
	select {
	case <-shown:
		t.Error("shown in a window that has closed")
	case <-time.After(100 * time.Millisecond):
	}
	if !deaf || woken {
		t.Errorf("after the end: deaf %v, the window system woken %v", deaf, woken)
	}
}

// TestLastSize: a window opens at the size it was closed with, where the system keeps no
// place for it, and asks for the whole screen the first time only.
func TestLastSize(t *testing.T) {
	f := uitest.App(t)
	asked := 0
	again := func() *Program {
		return New(t.Context(), f, Options{Run: kit.Inline, Files: &kit.FakeFiles{}, Now: guitest.Now, Manners: Manners{Maximised: func() { asked++ }}})
	}
	p := again()
	p.Window.Resize(fyne.NewSize(1180, 640))
	p.quit()
	p = again()
	if got := p.Window.Canvas().Size(); got != fyne.NewSize(1180, 640) || asked != 1 {
		t.Errorf("opened at %v, asked for the whole screen %d times", got, asked)
	}
	for _, bad := range []string{"size 1 1", "size", "size 99999 800", "3 0 0 800 600"} {
		if wide, tall := sizeIn(bad); wide != 0 || tall != 0 {
			t.Errorf("%q is %v by %v", bad, wide, tall)
		}
	}
}
