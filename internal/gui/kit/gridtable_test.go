package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tdkt/internal/uitest"
)

// TestGridKeepsItsTheme: a list whose drawing Fyne dropped, since it was not seen for a while,
// comes back as dense as it was; and a cell of it is under no theme of its own, which would make
// Fyne forget every text measured.
func TestGridKeepsItsTheme(t *testing.T) {
	s := newScreen(t)
	c := s.w.Canvas()
	places := func() (at []fyne.Position) {
		for _, cell := range uitest.All[*gridCell](c) {
			at = append(at, fyne.CurrentApp().Driver().AbsolutePositionForObject(cell))
		}
		return at
	}
	before := places()
	if len(before) == 0 || s.grid.table.Theme().Size(theme.SizeNamePadding) != 0 {
		t.Fatalf("%d cells, gaps of %v", len(before), s.grid.table.Theme().Size(theme.SizeNamePadding))
	}
	uitest.Forget()
	c.Content().Refresh()
	after := places()
	if len(after) != len(before) || after[len(after)-1] != before[len(before)-1] {
		t.Errorf("the last of %d cells is at %v; it was at %v, of %d", len(after), after[len(after)-1], before[len(before)-1], len(before))
	}
	for _, cell := range uitest.All[*gridCell](c) {
		if _, own := cell.Theme().(*Theme); !own {
			t.Fatalf("a cell is under the theme %T", cell.Theme())
		}
	}
}
