package locals

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// typed is the year of the sample whose values are entered; the one after has none.
const (
	typed = 2024
	fresh = 2025
)

// show opens the page over the sample in a year.
func show(t *testing.T, year int) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := New(b.Desk)
	b.Show(tab)
	return b, tab
}

// value is what a year has entered under a key, "" for nothing.
func value(b *guitest.Bench, year int, key string) string {
	for _, l := range b.App.View().Locals {
		if l.Year == year && l.Key == key {
			return l.Value
		}
	}
	return ""
}

// TestScreen: the values of a year as a person reads them, also in a small window.
func TestScreen(t *testing.T) {
	b, _ := show(t, typed)
	golden.Compare(t, "testdata/values.txt", uitest.Text(b.Window.Canvas()))
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/small.txt", uitest.Text(b.Window.Canvas()))
}

// TestEdit: a value, its document and its day are entered by keyboard, and the page
// says who typed them.
func TestEdit(t *testing.T) {
	b, tab := show(t, typed)
	c := b.Window.Canvas()
	tab.grid.SelectKey("cstdt-ti-le")
	tab.grid.Focus()
	uitest.Keys(c, "Return")
	uitest.Type(t, c, "130")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "từ 0 đến 100") {
		t.Fatalf("130 per cent was taken:\n%s", text)
	}
	uitest.Keys(c, "BackSpace", "Tab")
	uitest.TypeComposed(t, c, "99/QĐ-UBND")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "02/03/2024")
	uitest.Keys(c, "Return")
	r, _ := tab.grid.Current()
	want := tdkt.Local{ID: r.Row.ID, Year: typed, Key: "cstdt-ti-le", Value: "13", Document: "99/QĐ-UBND", Date: tdkt.Date(2024, 3, 2)}
	if r.Row != want {
		t.Errorf("entered %+v, want %+v", r.Row, want)
	}
	if text := uitest.Text(c); !strings.Contains(text, "Đã nhập: Người thử") {
		t.Errorf("the page does not say who typed it:\n%s", text)
	}
}

// TestChoice: a value of a list is chosen, not typed, and can be taken away.
func TestChoice(t *testing.T) {
	b, tab := show(t, typed)
	c := b.Window.Canvas()
	tab.grid.SelectKey("ldtt-ky-luat")
	r, _ := tab.grid.Current()
	field, text := valueField(r)
	if text() != "" || !field.Empty() {
		t.Errorf("nothing is entered, yet the field holds %q", text())
	}
	r.Row.Value = "CẢNH CÁO"
	if _, text := valueField(r); text() != "cảnh cáo" {
		t.Errorf("the field shows %q", text())
	}
	tab.grid.SelectKey("ldtt-so-thang")
	uitest.More(t, c, wordDrop)
	uitest.Keys(c, "Return")
	if got := value(b, typed, "ldtt-so-thang"); got != "" {
		t.Errorf("still %q", got)
	}
}

// TestCopy: the last values are copied in one step after a look at them; what the year
// has already stays.
func TestCopy(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	if err := b.App.SetLocal(t.Context(), tdkt.Local{Year: fresh, Key: "ldtt-so-thang", Value: "9"}); err != nil {
		t.Fatal(err)
	}
	uitest.More(t, c, wordCopy)
	golden.Compare(t, "testdata/copy.txt", uitest.Text(c))
	uitest.Keys(c, "Return")
	if a, z := value(b, fresh, "ldtt-so-thang"), value(b, fresh, "cstdcs-ti-le"); a != "9" || z != "15" {
		t.Errorf("months %q, share %q; want 9 and 15", a, z)
	}
	tab.copyYear()
	if c.Overlays().Top() != nil || !strings.Contains(b.UI.NoticeText(), "không có gì để chép") {
		t.Errorf("copying twice: %q", b.UI.NoticeText())
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := value(b, fresh, "cstdcs-ti-le"); got != "" {
		t.Errorf("after undo the share is %q", got)
	}
}

// TestGoto: another page leads to the values of a title.
func TestGoto(t *testing.T) {
	_, tab := show(t, typed)
	tab.Goto(desk.Place{Title: "CSTDT"})
	if r, _ := tab.grid.Current(); r.Key != "cstdt-ti-le" {
		t.Errorf("cursor on %q", r.Key)
	}
}

// TestNoLaw: a year without rules says so.
func TestNoLaw(t *testing.T) {
	b, tab := show(t, 2010)
	if text := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " "); !strings.Contains(text, "không có quy định xét thi đua cho năm 2010") {
		t.Errorf("screen:\n%s", text)
	}
	tab.change()
	if b.Window.Canvas().Overlays().Top() != nil {
		t.Error("a form opened for nothing")
	}
}
