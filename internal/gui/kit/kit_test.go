package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

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
	uitest.App(t)
	Wear(NewTheme(0))
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

// editMany saves edits as one operation.
func (s *screen) editMany(edits []Edit[person]) error {
	s.many = append(s.many, edits)
	for _, e := range edits {
		if err := s.edit(e.Row, e.Column, e.Text); err != nil {
			return err
		}
	}
	return nil
}

// manyPeople is a long list.
func manyPeople(n int) []person {
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Huỳnh", "Võ"}
	middle := []string{"Văn", "Thị", "Đức", "Thanh", "Ngọc", "Minh"}
	given := []string{"An", "Ánh", "Bình", "Đào", "Dung", "Hạnh", "Ổn", "Ý", "Tuyết"}
	rows := make([]person, n)
	for i := range rows {
		rows[i] = person{
			id:     fmt.Sprintf("CB%05d", i),
			name:   family[i%len(family)] + " " + middle[i/3%len(middle)] + " " + given[i/7%len(given)],
			rating: []string{"HTXS", "HTT", "HT", ""}[i%4], born: fmt.Sprintf("%02d/%02d/%d", i%28+1, i%12+1, 1960+i%40),
			points: fmt.Sprint(i % 100), leader: i%9 == 0,
		}
	}
	return rows
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

// widths are those of the columns as the user left them.
func (s *screen) widths() []float32 {
	var out []float32
	for i := range s.grid.columns {
		out = append(out, s.grid.width(i))
	}
	return out
}

// names is the first column as shown.
func (s *screen) names() []string {
	var out []string
	for _, p := range s.grid.Shown() {
		out = append(out, p.name)
	}
	return out
}

// keys presses keys; typ types.
func (s *screen) keys(names ...string) { uitest.Keys(s.w.Canvas(), names...) }

func (s *screen) typ(text string) { s.t.Helper(); uitest.Type(s.t, s.w.Canvas(), text) }

// on puts the cursor on a cell of a person.
func (s *screen) on(id string, column int) {
	s.t.Helper()
	if !s.grid.SelectKey(id) {
		s.t.Fatalf("no row %s", id)
	}
	s.grid.moveTo(spot{s.grid.at.row, column}, false)
	s.grid.Focus()
}

var personOpt = cmp.AllowUnexported(person{})

func same(t *testing.T, what string, want, got any, opts ...cmp.Option) {
	t.Helper()
	opts = append(opts, cmp.AllowUnexported(spot{}))
	if diff := cmp.Diff(want, got, opts...); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// see checks the whole screen.
func (s *screen) see(what, want string) {
	s.t.Helper()
	same(s.t, what, strings.TrimSpace(want), strings.TrimSpace(uitest.Text(s.w.Canvas())))
}
