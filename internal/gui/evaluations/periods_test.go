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
	if got.mean() != "91,4" || !strings.HasPrefix(got.cell(2), "91,4") || got.heat(2) != kit.DeepTone {
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

// TestPeriodViews: groups and facts of people, facts and points of units are typed on the page
// and follow at once; the quarters have their means; a list of work makes its points.
func TestPeriodViews(t *testing.T) {
	b := guitest.Open(t)
	b.Desk.Choose(2026, "")
	page := NewPeriods(b.Desk, func(string) {})
	b.Show(page)
	row := func(code string) periodRow {
		for _, r := range page.grid.Rows() {
			if r.Person.Code == code {
				return r
			}
		}
		t.Fatalf("no %s", code)
		return periodRow{}
	}
	page.views.SetSelected(wordViewParts)
	if r := row("CB011"); r.part(0) == "" || !strings.HasSuffix(r.part(0), "…") || strings.HasSuffix(r.part(1), "…") {
		t.Errorf("the quarters of who lacks T3, which is not over for a clock of 2023: %q %q", r.part(0), r.part(1))
	}
	page.views.SetSelected(wordViewYear)
	r := row("CB020")
	if err := page.edit([]kit.Edit[periodRow]{{Row: r, Column: colGroup, Text: "lãnh đạo phòng"}}); err != nil {
		t.Fatal(err)
	}
	if err := page.edit([]kit.Edit[periodRow]{{Row: row("CB020"), Column: colFirstFact, Text: wordYes}}); err != nil {
		t.Fatal(err)
	}
	if r = row("CB020"); r.Group != "lãnh đạo phòng" || r.Level != tdkt.NotDone || r.facts["suy-thoai"] != wordYes {
		t.Errorf("group %q, level %s, facts %v", r.Group, r.Level, r.facts)
	}
	if err := page.edit([]kit.Edit[periodRow]{{Row: r, Column: colFirstFact, Text: ""}}); err != nil || row("CB020").Level != tdkt.Excellent {
		t.Errorf("the fact taken away: %v, %s", err, row("CB020").Level)
	}
	page.views.SetSelected(wordViewUnits)
	unit := func() unitRow {
		for _, r := range page.units.Rows() {
			if r.Unit.Code == "TCBC" {
				return r
			}
		}
		t.Fatal("no TCBC")
		return unitRow{}
	}
	for column, text := range map[int]string{colUnitPoints: "120", colUnitFact: "101", colUnitFact + 1: "nhiều"} {
		if err := page.editUnits([]kit.Edit[unitRow]{{Row: unit(), Column: column, Text: text}}); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%d %q: %v", column, text, err)
		}
	}
	if err := page.editUnits([]kit.Edit[unitRow]{{Row: unit(), Column: colUnitPoints, Text: "80"}, {Row: unit(), Column: colUnitFact + 1, Text: "100"}}); err != nil {
		t.Fatal(err)
	}
	if u := unit(); u.Rating.Level != tdkt.Good || u.Level != tdkt.Good || len(u.doubts) != 0 {
		t.Errorf("the room: %+v, doubts %v", u.Rating, u.doubts)
	}
	page.views.SetSelected(wordViewPeriods)
	if r = row("CB020"); r.Level != tdkt.Good { // the head is not above the room
		t.Errorf("the head of a room rated HTT is proposed %s: %v", r.Level, r.Notes)
	}
	page.views.SetSelected(wordViewSpread)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, wordSpreadGroups) || !strings.Contains(text, "Văn phòng") {
		t.Errorf("the spread:\n%s", text)
	}
}

// TestWorkDialog: a list of work is typed or pasted line by line and shows what it comes to.
func TestWorkDialog(t *testing.T) {
	b := guitest.Open(t)
	b.Desk.Choose(2026, "")
	page := NewPeriods(b.Desk, func(string) {})
	b.Show(page)
	for _, r := range page.grid.Rows() {
		if r.Person.Code == "CB008" {
			page.grid.GoCell(r.key(), colFirst+10)
		}
	}
	page.work()
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "tháng 11 năm 2026: Võ Thanh Bình") || !strings.Contains(text, "Chưa có việc nào được giao") {
		t.Fatalf("the dialog:\n%s", text)
	}
	r := page.grid.Selected()[0]
	w := &workList{page: page, person: r.Person.ID, period: "T11", grid: kit.NewGrid(b.UI, workRow.key, workColumns()...), result: kit.NewPara("", kit.Body, kit.Ink, true)}
	w.show()
	last := func() workRow { return w.grid.Rows()[len(w.grid.Rows())-1] }
	line := last()
	for column, text := range []string{"Tờ trình", "1", "10", "10", "10", "10", "1", "0"} {
		if err := w.edit([]kit.Edit[workRow]{{Row: line, Column: column, Text: text}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.edit([]kit.Edit[workRow]{{Row: line, Column: workDone, Text: "mười"}}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a word for a number: %v", err)
	}
	w.save()
	m, _ := b.App.View().MarkOf(2026, r.Person.ID, "T11")
	if list := b.App.View().WorkOf(2026, r.Person.ID, "T11"); len(list) != 1 || m.Shares != [6]int16{10000, 9750, 10000} || m.Self.Result != 6942 {
		t.Errorf("%+v, %+v", list, m)
	}
}
