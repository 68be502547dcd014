package evaluations

import (
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestPeriodPage: points typed or pasted by months make the mean and the proposal; what
// cannot be is refused; a locked month takes nothing; a year without months says so.
func TestPeriodPage(t *testing.T) {
	b := guitest.Open(t)
	b.Desk.Choose(2027, "")
	page := NewPeriods(b.Desk, func(string) {})
	b.Show(page)
	r := page.grid.Rows()[0]
	var edits []kit.Edit[periodRow]
	for i := range page.view.Periods {
		edits = append(edits, kit.Edit[periodRow]{Row: r, Column: colFirst + i, Text: "28 + 63,4"})
	}
	if err := page.edit(edits); err != nil {
		t.Fatal(err)
	}
	got := page.grid.Rows()[0]
	if got.mean() != "91,4" || !strings.HasPrefix(got.cell(2), "91,4") || got.heat(2) != kit.AccentTone {
		t.Errorf("mean %q, cell %q, heat %v", got.mean(), got.cell(2), got.heat(2))
	}
	for text, kind := range map[string]tdkt.Kind{"120": tdkt.Invalid, "31 + 60": tdkt.Invalid, "chín mươi": tdkt.Invalid} {
		if err := page.edit([]kit.Edit[periodRow]{{Row: r, Column: colFirst, Text: text}}); tdkt.KindOf(err) != kind {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := b.App.LockPeriod(t.Context(), 2027, "", "T1"); err != nil {
		t.Fatal(err)
	}
	page.Refresh()
	if err := page.edit([]kit.Edit[periodRow]{{Row: page.grid.Rows()[0], Column: colFirst, Text: "80"}}); !strings.Contains(tdkt.Sentence(err, nil), "đã khóa") {
		t.Errorf("locked: %v", err)
	}
	b.Desk.Choose(2023, "")
	page.Refresh()
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "không chấm điểm theo tháng") {
		t.Errorf("2023:\n%s", text)
	}
}
