package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/internal/uitest"
)

type person struct {
	id, name, rating, born, points string
	leader                         bool
}

// people is a small list with namesakes but for marks, đ and d, and empty cells.
func people() []person {
	return []person{
		{id: "1", name: "Nguyễn Văn Á", rating: "HTT", born: "02/09/1980", points: "9,5", leader: true},
		{id: "2", name: "Trần Thị Đào", rating: "HTXS", born: "01/12/1979", points: "10"},
		{id: "3", name: "Lê Văn An", rating: "", born: "", points: ""},
		{id: "4", name: "Phạm Thị Dung", rating: "HT", born: "15/01/1990", points: "8"},
		{id: "5", name: "Đỗ Thị Ánh", rating: "HTT", born: "10/10/2000", points: "1.000"},
	}
}

type screen struct {
	t    *testing.T
	ui   *UI
	w    fyne.Window
	grid *Grid[person]
	data []person
	err  error
	many [][]Edit[person]
}

func newUI(t *testing.T) (*UI, fyne.Window) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(0))
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(900, 500))
	return NewUI(w, Inline, &FakeFiles{}, func(error) string { return "17" }), w
}

func newScreen(t *testing.T) *screen {
	t.Helper()
	ui, w := newUI(t)
	s := &screen{t: t, ui: ui, w: w, data: people()}
	ratings := func(person) []string { return []string{"", "HTXS", "HTT", "HT", "KHT"} }
	s.grid = NewGrid(ui, func(p person) string { return p.id },
		Column[person]{Title: "Họ và tên", Width: 200, Text: func(p person) string { return p.name }, Order: ByName, Edit: &Editor[person]{}},
		Column[person]{Title: "Mức", Width: 80, Text: func(p person) string { return p.rating }, Edit: &Editor[person]{Kind: EditChoice, Choices: ratings}},
		Column[person]{Title: "Ngày sinh", Width: 100, Text: func(p person) string { return p.born }, Order: ByDay, Edit: &Editor[person]{Kind: EditDate}},
		Column[person]{Title: "Điểm", Width: 80, Text: func(p person) string { return p.points }, Order: ByNumber, Align: fyne.TextAlignTrailing, Edit: &Editor[person]{Kind: EditNumber}},
		Column[person]{Title: "LĐ", Width: 50, Text: func(p person) string { return tick(p.leader) }, Edit: &Editor[person]{Kind: EditTick}},
		Column[person]{Title: "Mã", Width: 50, Text: func(p person) string { return p.id }},
	)
	s.grid.OnEdit = s.edit
	w.SetContent(ui.Frame(s.grid))
	s.grid.SetRows(s.data)
	return s
}

func tick(b bool) string {
	if b {
		return "x"
	}
	return ""
}

func (s *screen) edit(p person, column int, text string) error {
	if s.err != nil {
		return s.err
	}
	for i := range s.data {
		if s.data[i].id != p.id {
			continue
		}
		switch column {
		case 0:
			s.data[i].name = text
		case 1:
			s.data[i].rating = text
		case 2:
			s.data[i].born = text
		case 3:
			s.data[i].points = text
		case 4:
			s.data[i].leader = text == "x"
		}
	}
	s.grid.SetRows(s.data)
	return nil
}

func TestText(t *testing.T) {
	s := newScreen(t)
	t.Log("\n" + uitest.Text(s.w.Canvas()))
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit.png")
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit5.png")
	s.grid.Focus()
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit6.png")
	s.w.Canvas().Unfocus()
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit7.png")
	s.grid.Focus()
	uitest.Keys(s.w.Canvas(), "Down", "F2")
	t.Log("\n" + uitest.Text(s.w.Canvas()))
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit2.png")
	uitest.Keys(s.w.Canvas(), "Escape", "Right", "F2")
	t.Log("\n" + uitest.Text(s.w.Canvas()))
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit3.png")
	uitest.Keys(s.w.Canvas(), "Escape")
	s.ui.Confirm("Xóa người này?", "Mọi đăng ký của người này cũng bị xóa.", "Xóa", func() {})
	t.Log("\n" + uitest.Text(s.w.Canvas()))
	uitest.Shot(t, s.w.Canvas(), "/tmp/kit4.png")
}
