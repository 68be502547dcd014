package finds

import (
	"strings"
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// What is typed, without accents, is found in every kind; Enter goes to the list and opens
// a find; nothing found says what to do.
func TestFind(t *testing.T) {
	b := guitest.Open(t)
	var opened []view.Found
	tab := New(b.Desk, func(f view.Found) { opened = append(opened, f) })
	b.Show(tab)
	c := b.Window.Canvas()
	if text := uitest.Text(c); !strings.Contains(text, "Không cần gõ dấu") {
		t.Errorf("the empty page says:\n%s", text)
	}
	uitest.Keys(c, "Ctrl+F")
	uitest.Type(t, c, "van phong")
	kinds := map[view.FoundKind]bool{}
	for _, r := range tab.grid.Rows() {
		kinds[r.Kind] = true
	}
	if len(kinds) < 2 {
		t.Errorf("found %v", kinds)
	}
	uitest.Keys(c, "Return", "Return")
	if len(opened) != 1 || !strings.Contains(opened[0].Name, "Văn phòng") {
		t.Errorf("opened %+v", opened)
	}
	tab.words.SetText("zzzz không có")
	if text := uitest.Text(c); !strings.Contains(text, "Không thấy gì khớp với “zzzz không có”") {
		t.Errorf("nothing found says:\n%s", text)
	}
}
