package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"tdkt/internal/uitest"
)

// A grey button tells why, beside the mouse and in the bottom line, whether it is pointed
// at or clicked; one that can be pressed says nothing.
func TestGreyTellsWhy(t *testing.T) {
	ui, w := newUI(t)
	pressed := false
	b := NewButton("Thêm", func() { pressed = true })
	w.SetContent(ui.Frame(container.NewVBox(b)))
	b.Why("Năm 2023 đã khóa")
	b.MouseIn(&desktop.MouseEvent{})
	if n := strings.Count(uitest.Text(w.Canvas()), "Năm 2023 đã khóa"); n != 2 {
		t.Errorf("the reason stands %d times:\n%s", n, uitest.Text(w.Canvas()))
	}
	b.MouseOut()
	if n := strings.Count(uitest.Text(w.Canvas()), "Năm 2023 đã khóa"); n != 1 {
		t.Errorf("the words beside the mouse stay:\n%s", uitest.Text(w.Canvas()))
	}
	b.Tapped(nil)
	same(t, "pressed while grey", false, pressed)
	b.Why("")
	b.Tapped(nil)
	same(t, "pressed", true, pressed)
}

// What many lines say stands in one line at the bottom, each reason once, and never makes
// the window higher.
func TestNoticeOneLine(t *testing.T) {
	ui, w := newUI(t)
	w.SetContent(ui.Frame(NewEntry()))
	before := w.Content().MinSize().Height
	ui.Warn("An: chưa nhập ngày.\nBình: chưa nhập ngày.\nCúc: chưa nhập ngày.")
	if got := ui.NoticeText(); strings.Contains(got, "\n") || strings.Count(got, "hưa nhập ngày") != 1 || !strings.Contains(got, "An, Bình, Cúc") {
		t.Errorf("the line says %q", got)
	}
	if now := w.Content().MinSize().Height; now != before {
		t.Errorf("the window needs %v, %v before", now, before)
	}
}
