package pages

import (
	"strings"
	"testing"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/staff"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// Ctrl+N, a name and a unit, Enter: the person stands in the list and
// in the file, with the next code.
func TestStaffAddPerson(t *testing.T) {
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	unit := b.App.View().Units[1].ID
	b.Desk.Choose(guitest.Year, unit)
	tab.Refresh()
	uitest.Keys(c, "Ctrl+N")
	uitest.TypeComposed(t, c, "Đoàn Thị Thử Nghiệm")
	uitest.Keys(c, "Return")
	for _, p := range b.App.View().People {
		if p.Name == "Đoàn Thị Thử Nghiệm" {
			if p.Code != "CB063" || p.Unit != unit {
				t.Errorf("person = %+v", p)
			}
			if text := uitest.Text(c); !strings.Contains(text, "Đoàn Thị Thử Nghiệm") || strings.Contains(text, "===") {
				t.Errorf("the list does not show the person, or the form is still open:\n%s", text)
			}
			return
		}
	}
	t.Fatalf("the person was not written:\n%s", uitest.Text(c))
}

// The two of one name stand apart by their rooms.
func TestStaffNamesakes(t *testing.T) {
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	filter(t, b, "nguyen thi lan")
	if rooms := b.List(t, "Mã", "Họ và tên").Texts("Đơn vị"); len(rooms) != 2 || rooms[0] == rooms[1] {
		t.Errorf("namesakes: %q", rooms)
	}
}

// The life sheet says what happened in each year.
func TestStaffCard(t *testing.T) {
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	tab.Goto(desk.Place{Subject: s})
	text := uitest.Text(b.Window.Canvas())
	for _, want := range []string{"(CB020)", "2023", "Chiến sĩ thi đua cơ sở", "Số CCCD"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q:\n%s", want, text)
		}
	}
	uitest.Keys(b.Window.Canvas(), "Escape")
	if strings.Contains(uitest.Text(b.Window.Canvas()), "===") {
		t.Error("Esc did not close the card")
	}
}

// A wrong date gives a sentence and leaves the person alone.
func TestStaffWrongCell(t *testing.T) {
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	list := b.List(t, "Mã", "Họ và tên")
	before := firstOf(t, b, list)
	list.Set(0, "Vào làm", "31/02/2020")
	refuses(t, b, "31/02/2020")
	if p := firstOf(t, b, list); p != before {
		t.Errorf("person = %+v", p)
	}
}

// Several cells of one person pasted at once are all kept, as one step,
// and an edit from a row older than that does not bring the old cells back.
func TestStaffPaste(t *testing.T) {
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	list := b.List(t, "Mã", "Họ và tên")
	before := steps(t, b)
	list.Go(0, "Chức vụ")
	list.Paste("Phó Trưởng phòng\tviên chức\tx")
	uitest.Keys(b.Window.Canvas(), "Return")
	if n := steps(t, b) - before; n != 1 {
		t.Errorf("%d steps, want one", n)
	}
	// A page that is not told of changes has the rows as they were before.
	old := staff.New(b.Desk, func(string) {})
	b.Window.SetContent(b.UI.Frame(old.Content()))
	old.Refresh()
	list = b.List(t, "Mã", "Họ và tên")
	list.Set(0, "Chức vụ", "Trưởng phòng")
	list.Set(0, "Ngày sinh", "1980")
	p := firstOf(t, b, list)
	if p.Position != "Trưởng phòng" || p.Employment != tdkt.PublicStaff || !p.Leader || p.BornYear != 1980 || p.Born != 0 || list.Cell(0, "Chức vụ") != "Phó Trưởng phòng" {
		t.Errorf("person = %+v, shown as %q", p, list.Rows()[0])
	}
}

// firstOf is the person in the first row.
func firstOf(t *testing.T, b *guitest.Bench, list guitest.List) tdkt.Person {
	t.Helper()
	s, err := b.App.View().FindSubject(list.Cell(0, "Mã"))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := b.App.View().Facts.Person(s.ID)
	return p
}

// steps is how many operations the file has seen.
func steps(t *testing.T, b *guitest.Bench) int {
	t.Helper()
	list, err := b.App.Steps(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

// A new unit with a day keeps the years before in the old unit; without a
// day, someone whose posts are known is refused.
func TestStaffMove(t *testing.T) {
	b := guitest.Open(t)
	v := b.App.View()
	s, err := v.FindSubject("CB008")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := v.Facts.Person(s.ID)
	was := v.UnitIn(p, 2022)
	for _, n := range v.UnitTree() {
		if n.Depth == 1 && n.ID != was {
			p.Unit = n.ID
		}
	}
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	tab.Goto(desk.Place{Subject: s})
	moveTo(t, b, v.UnitName(p.Unit), "1/7/23")
	v = b.App.View()
	if v.UnitIn(p, 2022) != was || v.UnitIn(p, 2023) != p.Unit {
		t.Errorf("units: 2022 %s, 2023 %s", v.UnitName(v.UnitIn(p, 2022)), v.UnitName(v.UnitIn(p, 2023)))
	}
	p.Unit = was
	if _, err := b.App.SavePerson(t.Context(), p); tdkt.KindOf(err) != tdkt.Invalid { // what the form writes without a day
		t.Errorf("a move without its day: %v", err)
	}
}

// A new file says what to do first.
func TestStaffEmptyState(t *testing.T) {
	b := guitest.Empty(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	says(t, b, "Chưa có cán bộ nào")
	uitest.Keys(b.Window.Canvas(), "Ctrl+N")
	says(t, b, "Hãy thêm đơn vị")
}
