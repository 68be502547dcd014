package uitest

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"
)

func window(t *testing.T, o fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(500, 300))
	return w.Canvas()
}

// Rows come as a person reads them: what stands side by side is one line, hidden
// things are left out, ticks and letters like < survive, dialogs follow.
func TestText(t *testing.T) {
	hidden := widget.NewLabel("ẩn")
	hidden.Hide()
	tick := widget.NewCheck("Lãnh đạo", nil)
	tick.SetChecked(true)
	c := window(t, container.NewVBox(
		widget.NewLabel("Sổ <Thi đua>"), hidden,
		container.NewHBox(widget.NewLabel("Năm"), widget.NewLabel("2023"), widget.NewButton("Đổi", nil)),
		tick, widget.NewCheck("Đã nghỉ", nil), widget.NewRadioGroup([]string{"Một"}, nil)))
	widget.NewModalPopUp(widget.NewLabel("Hỏi lại?"), c).Show()
	want := "Sổ <Thi đua>\nNăm | 2023 | Đổi\n[x] | Lãnh đạo\n[ ] | Đã nghỉ\n( ) | Một\n===\nHỏi lại?\n"
	if diff := cmp.Diff(want, Text(c)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// What a scroller does not show is not on the screen.
func TestTextScrolled(t *testing.T) {
	box := container.NewVBox()
	for range 100 {
		box.Add(widget.NewLabel("dòng"))
	}
	box.Add(widget.NewLabel("cuối"))
	c := window(t, container.NewVScroll(box))
	got := Text(c)
	if len(got) == 0 || len(got) > 20*len("dòng\n") {
		t.Errorf("a window of 300 shows:\n%s", got)
	}
}

// Taps go to the newest dialog; keys to what has the keyboard, Tab moves on.
func TestDrive(t *testing.T) {
	said := ""
	first, second := widget.NewEntry(), widget.NewEntry()
	first.SetPlaceHolder("Họ và tên")
	c := window(t, container.NewVBox(first, second, widget.NewButton("Lưu", func() { said += "cũ " })))
	c.Focus(Entry(t, c, "Họ và tên"))
	TypeComposed(t, c, "Đỗ An")
	Keys(c, "Tab")
	Type(t, c, "b")
	Keys(c, "Shift+Tab", "Ctrl+A", "Ctrl+C", "End")
	Type(t, c, "h")
	if first.Text != "Đỗ Anh" || second.Text != "b" || fyne.CurrentApp().Clipboard().Content() != "Đỗ An" {
		t.Errorf("fields %q, %q, clipboard %q", first.Text, second.Text, fyne.CurrentApp().Clipboard().Content())
	}
	Tap(t, c, "Lưu")
	widget.NewModalPopUp(widget.NewButton("Lưu", func() { said += "mới" }), c).Show()
	Tap(t, c, "Lưu")
	if said != "cũ mới" {
		t.Errorf("taps said %q", said)
	}
}

// A picture is written where asked, with the folder.
func TestShot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hình", "a.png")
	Shot(t, window(t, widget.NewLabel("a")), path)
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("no picture: %v", err)
	}
}
