package pages

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/locals"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// localsTyped is the year of the sample whose values are entered; the one after has none.
const (
	localsTyped = 2024
	localsFresh = 2025
)

// localsPage opens the page over the sample in a year.
func localsPage(t *testing.T, year int) (*guitest.Bench, *locals.Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := locals.New(b.Desk)
	b.Show(tab)
	return b, tab
}

// localValue is what a year has entered under a key, "" for nothing.
func localValue(b *guitest.Bench, year int, key string) string {
	for _, l := range b.App.View().Locals {
		if l.Year == year && l.Key == key {
			return l.Value
		}
	}
	return ""
}

// The values of a year as a person reads them, also in a small window.
func TestLocalsScreen(t *testing.T) {
	b, _ := localsPage(t, localsTyped)
	looks(t, b, "locals/values")
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "locals/small")
}

// A value, its document and its day are entered by keyboard, and the page
// says who typed them.
func TestLocalsEdit(t *testing.T) {
	b, tab := localsPage(t, localsTyped)
	c := b.Window.Canvas()
	tab.Goto(desk.Place{Title: "cstdt-ti-le"})
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
	var got tdkt.Local
	for _, l := range b.App.View().Locals {
		if l.Year == localsTyped && l.Key == "cstdt-ti-le" {
			got = l
		}
	}
	want := tdkt.Local{ID: got.ID, Year: localsTyped, Key: "cstdt-ti-le", Value: "13", Document: "99/QĐ-UBND", Date: tdkt.Date(2024, 3, 2)}
	if got != want {
		t.Errorf("entered %+v, want %+v", got, want)
	}
	says(t, b, "Đã nhập: Người thử")
}

// A value of a list is chosen, not typed, and can be taken away.
func TestLocalsChoice(t *testing.T) {
	b, tab := localsPage(t, localsTyped)
	c := b.Window.Canvas()
	tab.Goto(desk.Place{Title: "ldtt-ky-luat"})
	if got := localValue(b, localsTyped, "ldtt-ky-luat"); got != "" {
		t.Fatalf("entered already: %q", got)
	}
	uitest.Keys(c, "Return")
	says(t, b, "Giá trị * | Chọn…")
	uitest.Keys(c, "Escape")
	odd := tdkt.Local{ID: tdkt.NewID(), Year: localsTyped, Key: "ldtt-ky-luat", Value: "CẢNH CÁO"} // of an older file
	if err := b.App.Change(t.Context(), "try", "Thử", func(tx app.Tx) error { return tx.Put(t.Context(), odd) }); err != nil {
		t.Fatal(err)
	}
	tab.Goto(desk.Place{Title: "ldtt-ky-luat"})
	uitest.Keys(c, "Return")
	says(t, b, "Giá trị * | cảnh cáo")
	uitest.Keys(c, "Escape")
	tab.Goto(desk.Place{Title: "ldtt-so-thang"})
	uitest.More(t, c, "Bỏ giá trị")
	uitest.Keys(c, "Return")
	if got := localValue(b, localsTyped, "ldtt-so-thang"); got != "" {
		t.Errorf("still %q", got)
	}
}

// The last values are copied in one step after a look at them; what the year
// has already stays.
func TestLocalsCopy(t *testing.T) {
	b, _ := localsPage(t, localsFresh)
	c := b.Window.Canvas()
	if err := b.App.SetLocal(t.Context(), tdkt.Local{Year: localsFresh, Key: "ldtt-so-thang", Value: "9"}); err != nil {
		t.Fatal(err)
	}
	uitest.More(t, c, "Chép từ năm trước…")
	looks(t, b, "locals/copy")
	uitest.Keys(c, "Return")
	if a, z := localValue(b, localsFresh, "ldtt-so-thang"), localValue(b, localsFresh, "cstdcs-ti-le"); a != "9" || z != "15" {
		t.Errorf("months %q, share %q; want 9 and 15", a, z)
	}
	uitest.More(t, c, "Chép từ năm trước…")
	if c.Overlays().Top() != nil || !strings.Contains(b.UI.NoticeText(), "không có gì để chép") {
		t.Errorf("copying twice: %q", b.UI.NoticeText())
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := localValue(b, localsFresh, "cstdcs-ti-le"); got != "" {
		t.Errorf("after undo the share is %q", got)
	}
}

// Another page leads to the values of a title.
func TestLocalsGoto(t *testing.T) {
	b, tab := localsPage(t, localsTyped)
	tab.Goto(desk.Place{Title: "CSTDT"})
	list := b.List(t, "Quy định", "Giá trị")
	name := list.Cell(list.Cursor(), "Quy định")
	uitest.Keys(b.Window.Canvas(), "Return", "Ctrl+A")
	uitest.Type(t, b.Window.Canvas(), "17")
	uitest.Keys(b.Window.Canvas(), "Return")
	if got := localValue(b, localsTyped, "cstdt-ti-le"); got != "17" {
		t.Errorf("cursor on %q: %q", name, got)
	}
}

// A year without rules says so.
func TestLocalsNoLaw(t *testing.T) {
	b, _ := localsPage(t, 2010)
	says(t, b, "không có quy định xét thi đua cho năm 2010")
	button, ok := uitest.Find(b.Window.Canvas(), func(b *kit.Button) bool { return b.Text == "Nhập, sửa…" })
	if !ok {
		t.Fatal("no button to enter a value")
	}
	test.Tap(button)
	if b.Window.Canvas().Overlays().Top() != nil {
		t.Error("a form opened for nothing")
	}
}
