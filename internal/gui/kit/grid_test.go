package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// What a person sees of a list: headers, rows, tick boxes, the count.
func TestGridShows(t *testing.T) {
	s := newScreen(t)
	s.see("first screen", `
Họ và tên | Mức | Ngày sinh | Điểm | LĐ | Mã
Nguyễn Văn Á | HTT | 02/09/1980 | 9,5 | [x] | 1
Trần Thị Đào | HTXS | 01/12/1979 | 10 | [ ] | 2
Lê Văn An |  |  |  | [ ] | 3
Phạm Thị Dung | HT | 15/01/1990 | 8 | [ ] | 4
Đỗ Thị Ánh | HTT | 10/10/2000 | 1.000 | [ ] | 5
5 dòng`)
}

// An empty list says what to do first; a filter that finds nothing says so.
func TestGridEmpty(t *testing.T) {
	s := newScreen(t)
	s.grid.Empty = "Chưa có ai. Bấm Ctrl+N để thêm người đầu tiên."
	s.grid.SetRows(nil)
	s.see("no rows", `
Họ và tên | Mức | Ngày sinh | Điểm | LĐ | Mã
Chưa có ai. Bấm Ctrl+N để thêm người đầu tiên.
0 dòng`)
	s.grid.Focus()
	s.keys("Down", "F2", "Delete", "Return", "Ctrl+C", "Ctrl+V", "Ctrl+D", "Ctrl+A", "Ctrl+End", "Shift+Down")
	s.typ("a")
	s.grid.SetRows(s.data)
	s.grid.SetFilter("xyz")
	s.see("no match", `
Họ và tên | Mức | Ngày sinh | Điểm | LĐ | Mã
Không có dòng nào khớp với “xyz”. Xóa bớt chữ ở ô lọc hoặc bấm Esc để xem tất cả.
0 trong 5 dòng`)
}

// Given name first, a before á, d before đ; numbers and days by value; empty cells
// last both ways; the third click brings back the order of the file.
func TestGridSort(t *testing.T) {
	for _, c := range []struct {
		why, header string
		taps        int
		want        []string
	}{
		{"given name, then family name", "Họ và tên", 1, []string{"Nguyễn Văn Á", "Lê Văn An", "Đỗ Thị Ánh", "Phạm Thị Dung", "Trần Thị Đào"}},
		{"the other way", "Họ và tên", 2, []string{"Trần Thị Đào", "Phạm Thị Dung", "Đỗ Thị Ánh", "Lê Văn An", "Nguyễn Văn Á"}},
		{"back to the file", "Họ và tên", 3, []string{"Nguyễn Văn Á", "Trần Thị Đào", "Lê Văn An", "Phạm Thị Dung", "Đỗ Thị Ánh"}},
		{"numbers, not letters", "Điểm", 1, []string{"Phạm Thị Dung", "Nguyễn Văn Á", "Trần Thị Đào", "Đỗ Thị Ánh", "Lê Văn An"}},
		{"empty stays last", "Điểm", 2, []string{"Đỗ Thị Ánh", "Trần Thị Đào", "Nguyễn Văn Á", "Phạm Thị Dung", "Lê Văn An"}},
		{"days", "Ngày sinh", 1, []string{"Trần Thị Đào", "Nguyễn Văn Á", "Phạm Thị Dung", "Đỗ Thị Ánh", "Lê Văn An"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newScreen(t)
			for range c.taps {
				uitest.Tap(t, s.w.Canvas(), c.header)
			}
			same(t, "order", c.want, s.names())
		})
	}
}

// SortKey wins over the text.
func TestGridSortKey(t *testing.T) {
	s := newScreen(t)
	rank := map[string]string{"HTXS": "1", "HTT": "2", "HT": "3"}
	cols := s.grid.columns
	cols[1].SortKey = func(_ *tdkt.Collation, p person) string { return rank[p.rating] }
	s.grid.SetColumns(cols...)
	uitest.Tap(t, s.w.Canvas(), "Mức")
	same(t, "order", []string{"Trần Thị Đào", "Nguyễn Văn Á", "Đỗ Thị Ánh", "Phạm Thị Dung", "Lê Văn An"}, s.names())
}

// Filter as you type: no accents, several words, over all columns.
func TestGridFilter(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"no accents", "nguyen van a", []string{"Nguyễn Văn Á"}},
		{"accents typed are no hindrance", "ánh", []string{"Đỗ Thị Ánh"}},
		{"đ as d", "dao", []string{"Trần Thị Đào"}},
		{"another column", "htxs", []string{"Trần Thị Đào"}},
		{"words of two columns", "thi htt", []string{"Đỗ Thị Ánh"}},
		{"decomposed letters from a Mac", norm.NFD.String("Đào"), []string{"Trần Thị Đào"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newScreen(t)
			s.on("4", 1)
			s.grid.SetFilter(c.text)
			same(t, "rows", c.want, s.names())
			same(t, "the cursor on the first", spot{0, 1}, s.grid.at)
		})
	}
}

// Cursor, selection and scroll stay on their rows when new rows come.
func TestGridSelectionSurvivesRefresh(t *testing.T) {
	s := newScreen(t)
	s.on("2", 2)
	s.keys("Shift+Down")
	more := append([]person{{id: "0", name: "Bùi Văn Bình"}}, people()...)
	s.grid.SetRows(more)
	var ids []string
	for _, p := range s.grid.Selected() {
		ids = append(ids, p.id)
	}
	same(t, "selected", []string{"2", "3"}, ids)
	same(t, "cursor", spot{3, 2}, s.grid.at)
	s.grid.SetRows(people()[3:])
	if _, ok := s.grid.Current(); !ok {
		t.Error("the cursor fell off when its row went")
	}
}

// Sorting scatters a range: the same rows stay selected, not those between them.
func TestGridSelectionSurvivesSort(t *testing.T) {
	s := newScreen(t)
	s.on("2", 0)
	s.keys("Shift+Down")
	uitest.Tap(t, s.w.Canvas(), "Họ và tên")
	var ids []string
	for _, p := range s.grid.Selected() {
		ids = append(ids, p.id)
	}
	same(t, "selected", []string{"3", "2"}, ids)
}

// A filter that leaves few rows of a long list shows them, wherever the list was.
func TestGridFilterFromTheEnd(t *testing.T) {
	s := newScreen(t)
	s.grid.SetRows(manyPeople(5000))
	s.grid.Focus()
	s.keys("Ctrl+End")
	s.grid.SetFilter("cb00001")
	s.see("one row", `
Họ và tên | Mức | Ngày sinh | Điểm | LĐ | Mã
Trần Văn An | HTT | 02/02/1961 | 1 | [ ] | CB00001
1 trong 5.000 dòng`)
	s.grid.SetFilter("")
	same(t, "all again", 5000, len(s.grid.Shown()))
}

// Dragging the edge of a header resizes, from either side of the line.
func TestGridResize(t *testing.T) {
	s := newScreen(t)
	head, _ := uitest.Find(s.w.Canvas(), func(h *gridHead) bool { return h.column == 1 })
	drag := func(x, by float32) {
		at := func(x float32) *desktop.MouseEvent {
			pos := fyne.NewPos(x, 5)
			return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos, AbsolutePosition: pos}, Button: desktop.MouseButtonPrimary}
		}
		head.MouseDown(at(x))
		s.grid.table.MouseMoved(at(x + by))
		s.grid.table.MouseMoved(&desktop.MouseEvent{})
		s.grid.table.MouseMoved(at(x + 3*by))
	}
	first, second := s.widths()[0], s.widths()[1]
	drag(second-2, 40)
	same(t, "this column", second+40, s.widths()[1])
	drag(2, -50)
	same(t, "the one before", first-50, s.widths()[0])
	drag(40, 10)
	same(t, "the middle does nothing", []float32{first - 50, second + 40}, s.widths()[:2])
	drag(second+38, -500)
	same(t, "never gone", float32(headLeast), s.widths()[1])
}

// What the user did to a column lasts when the columns are given anew, in another year
// and in another grid of the same columns; so does the order.
func TestGridKeepsWidthsAndOrder(t *testing.T) {
	s := newScreen(t)
	year := func(n string) []Column[person] {
		return []Column[person]{
			{Title: "Họ và tên", Width: 200, Text: func(p person) string { return p.name }, Order: ByName},
			{Title: "Xếp loại năm " + n, Width: 80, Text: func(p person) string { return p.rating }},
			{Title: "Mã", Text: func(p person) string { return p.id }},
		}
	}
	s.grid.SetColumns(year("2022")...)
	s.grid.resized(1, 133)
	s.grid.keepWidths()
	s.grid.SortBy(0, true)
	s.grid.SetColumns(year("2023")...)
	same(t, "width", float32(133), s.widths()[1])
	same(t, "order", "Trần Thị Đào", s.names()[0])
	other := NewGrid(s.ui, func(p person) string { return p.id }, year("2024")...)
	other.Resize(fyne.NewSize(700, 300))
	same(t, "another day", float32(133), other.width(1))
}

// The scroll stays where it was when new rows come.
func TestGridScrollSurvivesRefresh(t *testing.T) {
	s := newScreen(t)
	rows := manyPeople(1000)
	s.grid.SetRows(rows)
	s.grid.Focus()
	s.keys("Ctrl+End")
	before := uitest.Text(s.w.Canvas())
	if !strings.Contains(before, rows[len(rows)-1].name) {
		t.Fatalf("the last row is not shown:\n%s", before)
	}
	s.grid.SetRows(append([]person(nil), rows...))
	same(t, "screen", before, uitest.Text(s.w.Canvas()))
}

// TestGridCursorInSight: whichever way the cursor goes, its row is on the screen.
func TestGridCursorInSight(t *testing.T) {
	s := newScreen(t)
	many := make([]person, 60)
	for i := range many {
		many[i] = person{id: fmt.Sprint(i), name: fmt.Sprintf("Người %02d", i)}
	}
	s.grid.SetRows(many)
	s.w.Resize(fyne.NewSize(800, 300))
	s.grid.Focus()
	at := 0
	look := func(key string, to int) {
		t.Helper()
		s.keys(key)
		at = to
		if text := uitest.Text(s.w.Canvas()); !strings.Contains(text, many[at].name) {
			t.Fatalf("after %s the row %q is not in sight:\n%s", key, many[at].name, text)
		}
	}
	look("Ctrl+End", len(many)-1)
	look("Ctrl+Home", 0)
	for range 40 {
		look("Down", at+1)
	}
	for range 40 {
		look("Up", at-1)
	}
}

// Ctrl adds rows, Shift makes a range, Ctrl+A takes all.
func TestGridSelect(t *testing.T) {
	s := newScreen(t)
	ids := func() string {
		out := ""
		for _, p := range s.grid.Selected() {
			out += p.id
		}
		return out
	}
	s.grid.clicked(spot{0, 0}, 0)
	s.grid.clicked(spot{2, 0}, fyne.KeyModifierShift)
	same(t, "Shift", "123", ids())
	s.grid.clicked(spot{4, 0}, fyne.KeyModifierControl)
	same(t, "Ctrl adds", "1235", ids())
	s.grid.clicked(spot{1, 0}, fyne.KeyModifierControl)
	same(t, "Ctrl takes out", "135", ids())
	s.keys("Ctrl+A")
	same(t, "Ctrl+A", "12345", ids())
	s.keys("Escape")
	same(t, "Esc", "5", ids())
	s.grid.dragged(spot{1, 0}, fyne.NewPos(s.widths()[0]+20, 40))
	same(t, "drag", spot{2, 1}, s.grid.at)
}

// Locked cells and columns without an editor say so, and Enter opens the row.
func TestGridOpen(t *testing.T) {
	s := newScreen(t)
	opened := ""
	s.grid.OnOpen = func(p person) { opened += p.id }
	s.on("2", 5)
	s.keys("Return")
	same(t, "Enter", "2", opened)
	uitest.DoubleTap(t, s.w.Canvas(), "3")
	same(t, "double click", "23", opened)
	s.grid.columns[0].Edit.Locked = func(p person) bool { return p.id == "1" }
	s.on("1", 0)
	s.typ("x")
	if s.grid.edit != nil {
		t.Error("a locked cell opened")
	}
	s.keys("Return")
	same(t, "Enter on a locked cell", "231", opened)
	uitest.DoubleTap(t, s.w.Canvas(), "Lê Văn An")
	if s.grid.edit == nil {
		t.Error("double click on a cell that can be edited did not open it")
	}
}

// A row that is edited keeps its place until the next sort.
func TestGridRowsStay(t *testing.T) {
	s := newScreen(t)
	uitest.Tap(t, s.w.Canvas(), "Họ và tên")
	s.on("3", 0)
	s.typ("Lê Văn Ý")
	s.keys("Return")
	same(t, "order", []string{"Nguyễn Văn Á", "Lê Văn Ý", "Đỗ Thị Ánh", "Phạm Thị Dung", "Trần Thị Đào"}, s.names())
	same(t, "cursor below", spot{2, 0}, s.grid.at)
	s.grid.SetFilter("htt")
	s.on("1", 1)
	s.typ("khg")
	s.keys("BackSpace", "Return")
	same(t, "a row that no longer matches stays too", []string{"Nguyễn Văn Á", "Đỗ Thị Ánh"}, s.names())
}

// Callbacks: the cursor's row, the selection, the totals, the colours.
func TestGridTells(t *testing.T) {
	s := newScreen(t)
	cursor, selected := "", 0
	s.grid.OnCursor = func(p person, ok bool) {
		cursor += p.id
		if !ok {
			cursor += "-"
		}
	}
	s.grid.OnSelect = func(rows []person) { selected = len(rows) }
	s.grid.Totals = func(shown []person) string { return sprintf("Có điểm: %d", len(shown)-1) }
	s.grid.Style = func(p person) RowStyle {
		if p.rating == "" {
			return Warning
		}
		return Normal
	}
	s.grid.SetRows(s.data)
	s.grid.Focus()
	s.keys("Down", "Right", "Shift+Down")
	same(t, "cursor told once a row, and after SetRows", "123", cursor)
	same(t, "selected", 2, selected)
	same(t, "colour", Warning, s.grid.look(spot{2, 0}).style)
	same(t, "foot", "5 dòng; đang chọn 2   Có điểm: 4", s.grid.foot.Text)
	s.grid.SetRows(nil)
	same(t, "nobody", "123-", cursor)
}

// The line below tells the sum and the mean of the numbers in the range, as a spreadsheet
// does; a range of words, and one number alone, have none.
func TestGridSums(t *testing.T) {
	s := newScreen(t)
	at := -1
	for i, c := range s.grid.columns {
		if c.Order == ByNumber {
			at = i
		}
	}
	s.grid.moveTo(spot{0, at}, false)
	s.grid.moveTo(spot{3, at}, true)
	same(t, "four cells, one empty", "5 dòng; đang chọn 4, tổng 27,5, trung bình 9,17", s.grid.foot.Text)
	s.grid.moveTo(spot{0, 0}, false)
	s.grid.moveTo(spot{3, 0}, true)
	same(t, "words", "5 dòng; đang chọn 4", s.grid.foot.Text)
}

// The keys of the filter: Esc empties, Down goes to the list, Ctrl+F comes back.
func TestGridFilterKeys(t *testing.T) {
	s := newScreen(t)
	s.w.SetContent(s.ui.Frame(boxed(s.grid.Filter(), s.grid)))
	s.ui.SetShortcuts(Shortcuts{Find: s.grid.FocusFilter})
	s.grid.Focus()
	s.keys("Ctrl+F")
	s.typ("dao")
	same(t, "filtered", []string{"Trần Thị Đào"}, s.names())
	s.keys("Down")
	s.typ("Trần Thị Đàoo")
	s.keys("Return", "Ctrl+F")
	s.typ("an")
	same(t, "Ctrl+F selects the old words", []string{"Nguyễn Văn Á", "Trần Thị Đàoo", "Lê Văn An", "Đỗ Thị Ánh"}, s.names())
	s.keys("Escape")
	same(t, "Esc", 5, len(s.names()))
}

// A larger text makes higher rows at once.
func TestGridTextSize(t *testing.T) {
	s := newScreen(t)
	before := s.grid.rowHeight()
	fyne.CurrentApp().Settings().SetTheme(NewTheme(TextHuge))
	s.grid.Refresh()
	if after := s.grid.rowHeight(); after <= before {
		t.Errorf("row height %v after %v", after, before)
	}
}
