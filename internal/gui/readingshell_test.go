package gui

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// readings makes the window read packages and files as the program does.
func readings(t *testing.T, p *Program) {
	t.Helper()
	p.opts.Read = func(path, passphrase string) (*app.App, func() error, error) {
		return boot.Open(t.Context(), boot.Options{Path: path, Read: true, Passphrase: passphrase, Now: guitest.Now})
	}
}

// packed writes a package of the open file and opens it.
func packed(t *testing.T, p *Program, to string) {
	t.Helper()
	if err := boot.Package(t.Context(), p.shell.desk.App, to, ""); err != nil {
		t.Fatal(err)
	}
	p.open(to, false, nil)
	if !p.ui.Reading {
		t.Fatalf("the package did not open for reading:\n%s", uitest.Text(p.Window.Canvas()))
	}
}

// TestPackageIsReadFirst: a package opens on the page to read, with its day, its figures and
// lines, and no page of work in sight.
func TestPackageIsReadFirst(t *testing.T) {
	p := sampled(t)
	readings(t, p)
	p.Window.Resize(fyne.NewSize(1366, 740))
	packed(t, p, filepath.Join(t.TempDir(), "g.sotd-goi"))
	c := p.Window.Canvas()
	text := uitest.Text(c)
	for _, want := range []string{wordPackageOf, "lập ngày 18/12/2023, chỉ để đọc", "Năm 2023", "Cần xem (", "Hồ sơ trình (", "Vì sao không đề nghị…", "In một trang", "Đồng ý", "Không đồng ý", "Hỏi lại"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page:\n%s", want, text)
		}
	}
	uitest.Keys(c, "F1")
	if help := uitest.Text(c); !strings.Contains(help, "Đọc nhanh: gói cho lãnh đạo") || !strings.Contains(help, "Dòng đầu nói năm") {
		t.Errorf("F1 does not help here:\n%s", help)
	}
	uitest.Keys(c, "Escape")
	if strings.Contains(text, wordImport) || strings.Contains(text, wordUndo) {
		t.Errorf("the page offers to write:\n%s", text)
	}
	if dir := os.Getenv("TDKT_LOOK"); dir != "" {
		uitest.Shot(t, c, filepath.Join(dir, "leader-1366-13-light.png"))
	}
}

// long asks for every page; "dev test -long" does.
var long = flag.Bool("long", false, "press the buttons of every page")

// TestNothingWritesWhereOneReads: in a package and in a file opened for reading alone, each
// button, each entry of each menu and each entry of a list's own menu is pressed, and what
// opens is agreed to. Nothing is asked to write, but opinions of a package. With -long on every
// page; else on the first of each tab, in a file by the menus alone: all is barred in the same way.
func TestNothingWritesWhereOneReads(t *testing.T) {
	for _, kind := range []string{"gói", "tệp"} {
		t.Run(kind, func(t *testing.T) {
			p := sampled(t)
			readings(t, p)
			path, dir := p.path, t.TempDir()
			if kind == "gói" {
				packed(t, p, filepath.Join(dir, "g.sotd-goi"))
			} else {
				p.closeFile()
				p.openReading(path, "")
			}
			p.ui.Files = &kit.FakeFiles{Paths: slices.Repeat([]string{filepath.Join(dir, "ra")}, 400)}
			spy := &writes{Store: p.shell.desk.App.Store}
			p.shell.desk.App.Store = spy
			p.opts.Diagnose = func(context.Context, *app.App, string) error { return nil }
			pressed, done := 0, map[button]bool{}
			press := func(what string, do func()) {
				spy.asked = ""
				do()
				pressed++
				for _, word := range menuWords(p.Window.Canvas()) {
					uitest.Tap(t, p.Window.Canvas(), word)
					agree(p)
					pressed++
					if spy.asked != "" {
						t.Errorf("%s › %s writes: %s", what, word, spy.asked)
						spy.asked = ""
					}
					do()
				}
				agree(p)
				if spy.asked != "" {
					t.Errorf("%s writes: %s", what, spy.asked)
				}
			}
			pressAll(p, "đọc nhanh", done, press)
			p.shell.read(true)
			for i, tab := range p.shell.tabs {
				for n, name := range tab.Names() {
					if !*long && (n > 0 || kind == "tệp") {
						break
					}
					p.shell.bar.SelectIndex(i)
					tab.Turn(n)
					pressAll(p, name, done, func(what string, do func()) {
						p.shell.read(true)
						p.shell.bar.SelectIndex(i)
						tab.Turn(n)
						press(what, do)
					})
				}
			}
			for _, m := range p.Window.MainMenu().Items {
				for _, item := range deeds(m.Items) {
					folder := item.Label == wordExportSubmission && kind == "tệp" && !*long
					if item.Action != nil && item.Label != wordOpenFile && !folder {
						press(m.Label+" › "+item.Label, item.Action)
					}
				}
			}
			if pressed < 16 {
				t.Errorf("only %d buttons and entries were pressed", pressed)
			}
		})
	}
}

// button is a button with its word: one that stays on the screen may get another.
type button struct {
	at   *kit.Button
	word string
}

// pressAll presses each button of the page shown, by its place, but for those pressed before:
// the ones above all pages.
func pressAll(p *Program, page string, done map[button]bool, press func(what string, do func())) {
	skip := []string{wordWholeBook, wordBriefAgain}
	for i := 0; ; i++ {
		list := uitest.All[*kit.Button](p.Window.Canvas())
		if i >= len(list) || i > 60 {
			return
		}
		b := list[i]
		opinion := slices.Contains([]string{"Đồng ý", "Không đồng ý", "Hỏi lại", "Ghi ý kiến…", "Ý kiến…"}, b.Text)
		if b.Disabled() || slices.Contains(skip, b.Text) || opinion && p.shell.desk.App.Reading.Package || done[button{b, b.Text}] {
			continue
		}
		done[button{b, b.Text}] = true
		press(fmt.Sprintf("%s: nút “%s”", page, b.Text), func() { b.OnTapped() })
	}
}

// deeds are the entries of a menu and of what is below it; of a choice, such as that of the size
// of the text, one: all of them do the same.
func deeds(items []*fyne.MenuItem) (list []*fyne.MenuItem) {
	if slices.ContainsFunc(items, func(i *fyne.MenuItem) bool { return i.Checked }) {
		items = items[:1]
	}
	for _, i := range items {
		list = append(list, i)
		if i.ChildMenu != nil {
			list = append(list, deeds(i.ChildMenu.Items)...)
		}
	}
	return list
}

// agree says yes to what opened, and closes what is left of it.
func agree(p *Program) {
	for range 4 {
		if p.Window.Canvas().Overlays().Top() == nil {
			return
		}
		uitest.Keys(p.Window.Canvas(), "Return")
		uitest.Keys(p.Window.Canvas(), "Escape")
	}
}

// menuWords are the entries of a menu that is open, none where none is.
func menuWords(c fyne.Canvas) (words []string) {
	menu, ok := uitest.Find(c, func(*widget.PopUpMenu) bool { return true })
	if !ok {
		return nil
	}
	for line := range strings.Lines(uitest.TextOf(menu)) {
		if line = strings.TrimSpace(line); line != "" {
			words = append(words, line)
		}
	}
	return words
}

// writes notes what is asked to be written.
type writes struct {
	app.Store
	asked string
}

func (w *writes) InTx(ctx context.Context, op tdkt.Operation, do func(app.Tx) error) (tdkt.Entry, error) {
	w.asked = op.Words
	return w.Store.InTx(ctx, op, do)
}

func (w *writes) Undo(ctx context.Context, op tdkt.Operation, seq int64) (tdkt.Entry, error) {
	w.asked = "Hoàn tác"
	return w.Store.Undo(ctx, op, seq)
}

// TestDirectorThereAndBack: what a director says of a line is kept in the package, comes to
// the secretary's file, is answered there, and the next package says so, with what else
// changed.
func TestDirectorThereAndBack(t *testing.T) {
	p := sampled(t)
	readings(t, p)
	dir, path := t.TempDir(), p.path
	p.Window.Resize(fyne.NewSize(1366, 740))
	first := filepath.Join(dir, "g1.sotd-goi")
	packed(t, p, first)
	c := p.Window.Canvas()
	uitest.Tap(t, c, "Không đồng ý")
	uitest.TypeComposed(t, c, "Xem lại việc này")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "✗ Không đồng ý, 18/12/2023") || !strings.Contains(text, "Xem lại việc này") {
		t.Fatalf("what was said is not on the page:\n%s", text)
	}
	p.closeFile()
	p.openHere(path, false, nil)
	a := p.shell.desk.App
	plan, err := a.PreviewOpinions(t.Context(), first, "")
	if err != nil || len(plan.New) != 1 || plan.New[0].Verdict != tdkt.Disagreed || !strings.Contains(plan.New[0].Text, "Xem lại việc này") {
		t.Fatalf("what came back: %+v, %v", plan, err)
	}
	if err := a.TakeOpinions(t.Context(), plan); err != nil {
		t.Fatal(err)
	}
	if err := a.AnswerOpinion(t.Context(), plan.New[0], "Đã rà soát lại"); err != nil {
		t.Fatal(err)
	}
	someone := tdkt.PersonSubject(a.View().People[0].ID)
	if err := a.SaveHold(t.Context(), tdkt.Hold{Subject: someone, Reason: "có đơn thử", From: tdkt.Date(2023, 12, 1)}); err != nil {
		t.Fatal(err)
	}
	packed(t, p, filepath.Join(dir, "g2.sotd-goi"))
	uitest.Tap(t, c, "so với gói 18/12/2023")
	text := uitest.Text(c)
	for _, want := range []string{"trả lời 1 ý kiến", "Đã rà soát lại", "có đơn thử", "1 trường hợp tạm dừng xét mới hoặc đổi"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not among what changed:\n%s", want, text)
		}
	}
}

// TestWhyNotByName: a typed name is answered title by title.
func TestWhyNotByName(t *testing.T) {
	p := sampled(t)
	readings(t, p)
	packed(t, p, filepath.Join(t.TempDir(), "g.sotd-goi"))
	c := p.Window.Canvas()
	p.Window.Resize(fyne.NewSize(1366, 740))
	uitest.Tap(t, c, "Vì sao không đề nghị…")
	uitest.Type(t, c, "phan thi ngoc d")
	uitest.Keys(c, "Return")
	text := uitest.Text(c)
	if !strings.Contains(text, "Chiến sĩ thi đua cơ sở: ") || !strings.Contains(text, "Điều") {
		t.Errorf("no answer by title:\n%s", text)
	}
}
