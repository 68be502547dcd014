package kit

import (
	"errors"
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
Lê Văn An | [ ] | 3
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
Trần Văn An | HTT | 02/02/1961 | 1 | [ ] | CB0…
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
	drag(78, 40)
	same(t, "this column", float32(120), s.grid.Widths()[1])
	drag(2, -50)
	same(t, "the one before", float32(150), s.grid.Widths()[0])
	drag(40, 10)
	same(t, "the middle does nothing", []float32{150, 120}, s.grid.Widths()[:2])
	drag(118, -500)
	same(t, "never gone", float32(headLeast), s.grid.Widths()[1])
}

// The scroll stays where it was when new rows come.
func TestGridScrollSurvivesRefresh(t *testing.T) {
	s := newScreen(t)
	rows := manyPeople(1000)
	s.grid.SetRows(rows)
	s.grid.Focus()
	s.keys("Ctrl+End")
	before := uitest.Text(s.w.Canvas())
	s.grid.SetRows(append([]person(nil), rows...))
	same(t, "screen", before, uitest.Text(s.w.Canvas()))
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
	s.grid.dragged(spot{1, 0}, fyne.NewPos(250, 40))
	same(t, "drag", spot{2, 1}, s.grid.at)
}

// Enter commits and goes down, Tab right, Esc leaves the old value.
func TestGridEdit(t *testing.T) {
	s := newScreen(t)
	s.on("3", 0)
	s.keys("F2")
	s.typ("Lê Văn Ân")
	s.keys("Return")
	same(t, "F2 then typing replaces the selected text", "Lê Văn Ân", s.data[2].name)
	same(t, "Enter goes down", spot{3, 0}, s.grid.at)
	s.typ("Phạm Dung")
	s.keys("Tab")
	same(t, "typing opens", "Phạm Dung", s.data[3].name)
	same(t, "Tab goes right", spot{3, 1}, s.grid.at)
	s.keys("Left")
	s.typ("Sai")
	s.keys("Escape")
	same(t, "Esc leaves the old value", "Phạm Dung", s.data[3].name)
	s.typ("Phạm Thị Dung")
	s.keys("Shift+Tab")
	same(t, "Shift+Tab saves and goes back", "Phạm Thị Dung", s.data[3].name)
	same(t, "to the row above", spot{2, 5}, s.grid.at)
}

// A click elsewhere commits, as in Excel.
func TestGridEditThenClick(t *testing.T) {
	s := newScreen(t)
	s.on("1", 0)
	s.typ("Nguyễn Văn Ba")
	uitest.Tap(t, s.w.Canvas(), "Phạm Thị Dung")
	same(t, "saved", "Nguyễn Văn Ba", s.data[0].name)
	same(t, "cursor", spot{3, 0}, s.grid.at)
	s.on("1", 2)
	s.typ("40/1/80")
	uitest.Tap(t, s.w.Canvas(), "Phạm Thị Dung")
	same(t, "a wrong day is not", "02/09/1980", s.data[0].born)
	same(t, "and it is said", "“40/1/80” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 02/09/2026.", s.ui.NoticeText())
}

// Letters as UniKey sends them, and letters in pieces, end up whole and composed.
func TestGridTyping(t *testing.T) {
	s := newScreen(t)
	s.on("3", 0)
	uitest.TypeComposed(t, s.w.Canvas(), "Đặng Thị Ổn")
	s.keys("Return")
	same(t, "composed typing", "Đặng Thị Ổn", s.data[2].name)
	s.on("4", 0)
	s.typ(norm.NFD.String("Nguyễn  Thị Ánh "))
	s.keys("Return")
	same(t, "NFD typing", "Nguyễn Thị Ánh", s.data[3].name)
	fyne.CurrentApp().Clipboard().SetContent(norm.NFD.String("Trần Đức Ế"))
	s.on("5", 0)
	s.keys("Ctrl+V")
	same(t, "NFD paste", "Trần Đức Ế", s.data[4].name)
	if !norm.NFC.IsNormalString(s.data[3].name + s.data[4].name) {
		t.Error("letters were kept in pieces")
	}
}

// Dates and numbers are cleaned; what is wrong keeps the field open and says why.
func TestGridEditCleans(t *testing.T) {
	s := newScreen(t)
	s.on("3", 2)
	s.typ("1/2/76")
	s.keys("Return")
	same(t, "date", "01/02/1976", s.data[2].born)
	s.on("3", 2)
	s.typ("31/2/76")
	s.keys("Return")
	same(t, "said", "“31/2/76” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 02/09/2026.", s.ui.NoticeText())
	same(t, "kept", "01/02/1976", s.data[2].born)
	if s.grid.edit == nil {
		t.Error("the field closed over a wrong date")
	}
	s.keys("Escape")
	s.on("3", 3)
	s.typ("7,50")
	s.keys("Return")
	same(t, "number", "7,5", s.data[2].points)
	s.err = errors.New("nothing is to be saved")
	s.on("5", 3)
	s.keys("F2", "Return")
	same(t, "the same number written another way is no change", "1.000", s.data[4].points)
	same(t, "so nothing is said", "", s.ui.NoticeText())
}

// The list of a choice opens under the cell; letters find, Enter takes.
func TestGridChoice(t *testing.T) {
	s := newScreen(t)
	s.on("3", 1)
	s.keys("F2")
	s.see("the list", `
Họ và tên | Mức | Ngày sinh | Điểm | LĐ | Mã
Nguyễn Văn Á | HTT | 02/09/1980 | 9,5 | [x] | 1
Trần Thị Đào | HTXS | 01/12/1979 | 10 | [ ] | 2
Lê Văn An | [ ] | 3
Phạm Thị Dung | HT | 15/01/1990 | 8 | [ ] | 4
Đỗ Thị Ánh | HTT | 10/10/2000 | 1.000 | [ ] | 5
5 dòng
===
(để trống)
HTXS
HTT
HT
KHT`)
	s.keys("Down", "Down", "Return")
	same(t, "by arrows", "HTT", s.data[2].rating)
	same(t, "Enter goes down", spot{3, 1}, s.grid.at)
	s.typ("k")
	s.keys("Tab")
	same(t, "by letter", "KHT", s.data[3].rating)
	same(t, "Tab goes right", spot{3, 2}, s.grid.at)
	s.keys("Left")
	s.typ("h")
	s.keys("Escape")
	same(t, "Esc leaves it", "KHT", s.data[3].rating)
	if len(s.w.Canvas().Overlays().List()) != 0 {
		t.Error("the list is still open")
	}
}

// A tick box changes by Space and by x.
func TestGridTick(t *testing.T) {
	s := newScreen(t)
	s.on("2", 4)
	s.keys("Space")
	same(t, "Space ticks", true, s.data[1].leader)
	s.keys("Space")
	same(t, "Space again", false, s.data[1].leader)
	s.typ("x")
	same(t, "x ticks", true, s.data[1].leader)
	s.keys("Delete")
	same(t, "Delete clears", false, s.data[1].leader)
	cell := s.grid.table.cells[spot{2, 4}]
	middle := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(25, 12)}, Button: desktop.MouseButtonPrimary}
	cell.MouseDown(middle)
	cell.MouseUp(middle)
	same(t, "a click on the box", true, s.data[2].leader)
	cell.Tapped(&middle.PointEvent)
	same(t, "is one click", true, s.data[2].leader)
}

// What cannot be saved leaves the old value and says why.
func TestGridEditRefused(t *testing.T) {
	s := newScreen(t)
	s.err = tdkt.Errorf(tdkt.Invalid, "Năm 2023 đã khóa sổ. Hãy mở sổ trước khi sửa.")
	s.on("1", 0)
	s.typ("Khác")
	s.keys("Return")
	same(t, "value", "Nguyễn Văn Á", s.data[0].name)
	same(t, "said", "Năm 2023 đã khóa sổ. Hãy mở sổ trước khi sửa.", s.ui.NoticeText())
	s.err = errors.New("disk I/O error")
	s.on("1", 0)
	s.typ("Khác")
	s.keys("Return")
	same(t, "no code is shown", sprintf(textInternal, "17"), s.ui.NoticeText())
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
	same(t, "foot", "5 dòng; đang chọn 2     Có điểm: 4", s.grid.foot.Text)
	s.grid.SetRows(nil)
	same(t, "nobody", "123-", cursor)
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
	s.keys("Down", "F2")
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
