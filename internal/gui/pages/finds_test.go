package pages

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/finds"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// What is typed, without accents, is found in every kind; Enter goes to the list and opens
// a find; nothing found says what to do.
func TestFindsFind(t *testing.T) {
	b := guitest.Open(t)
	var opened []view.Found
	b.Show(finds.New(b.Desk, func(f view.Found) { opened = append(opened, f) }))
	c := b.Window.Canvas()
	says(t, b, "Không cần gõ dấu")
	uitest.Keys(c, "Ctrl+F")
	uitest.Type(t, c, "van phong")
	kinds := b.List(t, "Tìm thấy").Texts("Loại")
	slices.Sort(kinds)
	if kinds = slices.Compact(kinds); len(kinds) < 2 {
		t.Errorf("found %v", kinds)
	}
	uitest.Keys(c, "Return", "Return")
	if len(opened) != 1 || !strings.Contains(opened[0].Name, "Văn phòng") {
		t.Errorf("opened %+v", opened)
	}
	uitest.Keys(c, "Ctrl+F", "Ctrl+A")
	fyne.CurrentApp().Clipboard().SetContent("zzzz không có")
	uitest.Keys(c, "Ctrl+V")
	says(t, b, "Không thấy gì khớp với “zzzz không có”")
}
