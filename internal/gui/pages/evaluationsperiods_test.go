package pages

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/evaluations"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

func periodsOf(t *testing.T, year int) (*guitest.Bench, *evaluations.Periods) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	page := evaluations.NewPeriods(b.Desk, func(string) {})
	b.Show(page)
	return b, page
}

// painted is how many places have the colour.
func painted(b *guitest.Bench, of kit.Token) int {
	n := 0
	for _, r := range uitest.All[*canvas.Rectangle](b.Window.Canvas()) {
		if r.FillColor == kit.Paint(of) {
			n++
		}
	}
	return n
}

// Points typed or pasted by months make the mean and the proposal; what cannot be is
// refused; a locked month takes nothing; a year without months says so.
func TestEvaluationsPeriodPage(t *testing.T) {
	b, page := periodsOf(t, 2027)
	c := b.Window.Canvas()
	list := b.List(t, "T1", "T12")
	deep := painted(b, kit.DeepTone.Paper())
	list.Go(0, "T1")
	list.Paste(strings.Repeat("28 + 63,4\t", 11) + "28 + 63,4")
	uitest.Keys(c, "Return")
	list.Go(1, "T1") // what is selected has another colour
	if mean, cell := list.Cell(0, "Năm"), list.Cell(0, "T3"); mean != "91,4" || !strings.HasPrefix(cell, "91,4") || painted(b, kit.DeepTone.Paper()) != deep+12 {
		t.Errorf("mean %q, cell %q, %d cells deep, %d before\n%s", mean, cell, painted(b, kit.DeepTone.Paper()), deep, uitest.Text(c))
	}
	kept := list.Cell(0, "T1")
	for text, why := range map[string]string{"120": "120", "31 + 60": "31", "chín mươi": "chín mươi"} {
		list.Set(0, "T1", text)
		if refuses(t, b, why); list.Cell(0, "T1") != kept {
			t.Errorf("%q was taken: %q", text, list.Cell(0, "T1"))
		}
	}
	if _, err := b.App.LockPeriod(t.Context(), 2027, "", "T1"); err != nil {
		t.Fatal(err)
	}
	page.Refresh()
	kept = list.Cell(0, "T1")
	list.Set(0, "T1", "80")
	if refuses(t, b, "không sửa được"); list.Cell(0, "T1") != kept {
		t.Errorf("a locked month took %q", list.Cell(0, "T1"))
	}
	b.Desk.Choose(2023, "")
	page.Refresh()
	says(t, b, "không chấm điểm theo tháng")
}

// Groups and facts of people, facts and points of units are typed on the page and follow at
// once; the quarters have their means; a list of work makes its points.
func TestEvaluationsPeriodViews(t *testing.T) {
	b, _ := periodsOf(t, 2026)
	c := b.Window.Canvas()
	row := func(code string) view.PeriodRow {
		t.Helper()
		for _, r := range b.App.View().PeriodView(2026, "", b.App.Today()).Rows {
			if r.Person.Code == code {
				return r
			}
		}
		t.Fatalf("no %s", code)
		return view.PeriodRow{}
	}
	at := func(list guitest.List, code string) int {
		t.Helper()
		name := row(code).Person.Name
		i := slices.IndexFunc(list.Texts("Họ và tên"), func(text string) bool { return strings.HasPrefix(text, name) })
		if i < 0 {
			t.Fatalf("%s is not in the list", name)
		}
		return i
	}
	uitest.Tap(t, c, "Quý")
	parts := b.List(t, "Quý I", "Quý II")
	if one, two := parts.Cell(at(parts, "CB011"), "Quý I"), parts.Cell(at(parts, "CB011"), "Quý II"); !strings.HasSuffix(one, "…") || strings.HasSuffix(two, "…") {
		t.Errorf("the quarters of who lacks T3, which is not over for a clock of 2023: %q %q", one, two)
	}
	uitest.Tap(t, c, "Năm")
	year := b.List(t, "Nhóm nhiệm vụ")
	fact := year.Titles()[3]
	year.Set(at(year, "CB020"), "Nhóm nhiệm vụ", "lãnh đạo phòng")
	year.Set(at(year, "CB020"), fact, "có")
	if r := row("CB020"); r.Group != "lãnh đạo phòng" || r.Level != tdkt.NotDone || year.Cell(at(year, "CB020"), fact) != "có" {
		t.Errorf("group %q, level %s, %q: %q", r.Group, r.Level, fact, year.Rows()[at(year, "CB020")])
	}
	if f, ok := b.App.View().RatingFactOf(2026, tdkt.PersonSubject(row("CB020").Person.ID), "suy-thoai"); !ok || f.Value != 1 {
		t.Errorf("kept %+v, %v", f, ok)
	}
	year.Set(at(year, "CB020"), fact, "")
	if row("CB020").Level != tdkt.Excellent {
		t.Errorf("the fact taken away: %s", row("CB020").Level)
	}
	uitest.Tap(t, c, "Đơn vị")
	units := b.List(t, "Phòng, đơn vị", "Điểm")
	unit := slices.IndexFunc(units.Texts("Phòng, đơn vị"), func(text string) bool { return strings.HasPrefix(text, "Phòng Tổ chức biên chế") })
	first, second := units.Titles()[3], units.Titles()[4]
	before := units.Rows()[unit]
	for _, x := range [][2]string{{"Điểm", "120"}, {first, "101"}, {second, "nhiều"}} {
		units.Set(unit, x[0], x[1])
		if refuses(t, b, x[1]); !slices.Equal(units.Rows()[unit], before) {
			t.Errorf("%s took %q: %q", x[0], x[1], units.Rows()[unit])
		}
	}
	units.Set(unit, "Điểm", "80")
	units.Set(unit, second, "100")
	if u := units.Rows()[unit]; units.Cell(unit, "Quyết định") != "HTT" || !strings.HasPrefix(units.Cell(unit, "Đề xuất"), "HTT") || painted(b, kit.BadTone.Ink()) > 0 {
		t.Errorf("the room: %q", u)
	}
	uitest.Tap(t, c, "Tháng")
	if r := row("CB020"); r.Level != tdkt.Good { // the head is not above the room
		t.Errorf("the head of a room rated HTT is proposed %s: %v", r.Level, r.Notes)
	}
	months := b.List(t, "T1", "T12")
	if text := months.Cell(at(months, "CB020"), "Đề xuất"); !strings.HasPrefix(text, "HTT") {
		t.Errorf("the page says %q", text)
	}
	uitest.Tap(t, c, "Phân bố")
	says(t, b, "Theo nhóm nhiệm vụ tương đồng", "Văn phòng")
}

// A list of work is typed or pasted line by line and shows what it comes to.
func TestEvaluationsWork(t *testing.T) {
	b, _ := periodsOf(t, 2026)
	c := b.Window.Canvas()
	months := b.List(t, "T1", "T12")
	months.Go(slices.IndexFunc(months.Texts("Họ và tên"), func(text string) bool { return strings.HasPrefix(text, "Võ Thanh Bình") }), "T11")
	uitest.More(t, c, "Danh sách việc…")
	says(t, b, "tháng 11 năm 2026: Võ Thanh Bình", "Chưa có việc nào được giao")
	work := b.List(t, "Việc", "Đơn vị quy đổi")
	titles := work.Titles()
	for column, text := range []string{"Tờ trình", "1", "10", "10", "10", "10", "1", "0"} {
		work.Set(0, titles[column], text)
	}
	work.Set(0, "Hoàn thành", "mười")
	if said := b.UI.NoticeText(); !strings.Contains(said, "“mười” không phải là số") {
		t.Errorf("a word for a number: %q", said)
	}
	if work.Len() != 2 || work.Cell(0, "Hoàn thành") != "10" {
		t.Errorf("the list: %q", work.Rows())
	}
	uitest.Tap(t, c, "Ghi")
	v := b.App.View()
	person, err := v.FindSubject("CB008")
	if err != nil {
		t.Fatal(err)
	}
	m, _ := v.MarkOf(2026, person.ID, "T11")
	if list := v.WorkOf(2026, person.ID, "T11"); len(list) != 1 || m.Shares != [6]int16{10000, 9750, 10000} || m.Self.Result != 6942 {
		t.Errorf("%+v, %+v", list, m)
	}
}
