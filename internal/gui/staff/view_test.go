package staff

import (
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestAddPerson: Ctrl+N, a name and a unit, Enter: the person stands in the list and
// in the file, with the next code.
func TestAddPerson(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
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

// TestNamesakes: the two of one name stand apart by their rooms.
func TestNamesakes(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	tab.grid.SetFilter("nguyen thi lan")
	shown := tab.grid.Shown()
	if len(shown) != 2 || shown[0].unit() == shown[1].unit() {
		t.Errorf("namesakes: %+v", shown)
	}
}

// TestCard: the life sheet says what happened in each year.
func TestCard(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	tab.showCard(s)
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

// TestWrongCell: a wrong date gives a sentence and leaves the person alone.
func TestWrongCell(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	r := tab.grid.Rows()[0]
	if err := tab.edited([]kit.Edit[row]{{Row: r, Column: colStart, Text: "31/02/2020"}}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("err = %v", err)
	}
	if p, _ := b.App.View().Facts.Person(r.person.ID); p != *r.person {
		t.Errorf("person = %+v", p)
	}
}

// TestPaste: several cells of one person pasted at once are all kept, as one step,
// and an edit from a row older than that does not bring the old cells back.
func TestPaste(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	r := tab.grid.Rows()[0]
	edits := []kit.Edit[row]{
		{Row: r, Column: colPosition, Text: "Phó Trưởng phòng"}, {Row: r, Column: colEmployment, Text: "viên chức"}, {Row: r, Column: colLeader, Text: "x"},
	}
	if err := tab.edited(edits); err != nil {
		t.Fatal(err)
	}
	if err := tab.edited([]kit.Edit[row]{{Row: r, Column: colBorn, Text: "1980"}}); err != nil {
		t.Fatal(err)
	}
	p, _ := b.App.View().Facts.Person(r.person.ID)
	if p.Position != "Phó Trưởng phòng" || p.Employment != tdkt.PublicStaff || !p.Leader || p.BornYear != 1980 || p.Born != 0 {
		t.Errorf("person = %+v", p)
	}
}

// TestMove: a new unit with a day keeps the years before in the old unit; without a
// day, someone whose posts are known is refused.
func TestMove(t *testing.T) {
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
	tab := New(b.Desk, func(string) {})
	if err := tab.save(p, tdkt.Date(2023, 7, 1), new(tdkt.ID))(); err != nil {
		t.Fatal(err)
	}
	v = b.App.View()
	if v.UnitIn(p, 2022) != was || v.UnitIn(p, 2023) != p.Unit {
		t.Errorf("units: 2022 %s, 2023 %s", v.UnitName(v.UnitIn(p, 2022)), v.UnitName(v.UnitIn(p, 2023)))
	}
	p.Unit = was
	if err := tab.save(p, 0, new(tdkt.ID))(); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a move without its day: %v", err)
	}
}

// TestEmptyState: a new file says what to do first.
func TestEmptyState(t *testing.T) {
	b := guitest.Empty(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Chưa có cán bộ nào") {
		t.Errorf("an empty list does not say what to do:\n%s", text)
	}
	uitest.Keys(b.Window.Canvas(), "Ctrl+N")
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Hãy thêm đơn vị") {
		t.Errorf("adding a person without units does not say what to do:\n%s", text)
	}
}
