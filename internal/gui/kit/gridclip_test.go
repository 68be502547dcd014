package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/uitest"
)

func boxed(top, middle fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(top, nil, nil, nil, middle)
}

func clip(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }

// What Excel and others put on the clipboard, and back again.
func TestTSV(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      [][]string
	}{
		{"Excel", "a\tb\r\nc\td\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"LibreOffice", "a\tb\nc\td", [][]string{{"a", "b"}, {"c", "d"}}},
		{"one cell", "a", [][]string{{"a"}}},
		{"nothing", "", nil},
		{"empty cells", "\t\t\r\n\ta\t\r\n", [][]string{{"", "", ""}, {"", "a", ""}}},
		{"line end in a cell", "\"a\nb\"\tc\r\n", [][]string{{"a\nb", "c"}}},
		{"quotes in a quoted cell", "\"a \"\"b\"\"\"\tc", [][]string{{`a "b"`, "c"}}},
		{"a quote that is only a letter", "\"a\" b\tc", [][]string{{`"a" b`, "c"}}},
		{"a quote without an end", "\"a\tb", [][]string{{`"a`, "b"}}},
		{"an empty row in the middle", "a\r\n\r\nb\r\n", [][]string{{"a"}, {""}, {"b"}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			same(t, "cells", c.want, ParseTSV(c.text))
			if len(c.want) > 0 {
				same(t, "there and back", c.want, ParseTSV(FormatTSV(c.want)))
			}
		})
	}
}

// Ctrl+C gives the range; rows added by Ctrl come whole.
func TestGridCopy(t *testing.T) {
	s := newScreen(t)
	s.on("1", 0)
	s.keys("Shift+Down", "Shift+Right", "Ctrl+C")
	same(t, "range", "Nguyễn Văn Á\tHTT\r\nTrần Thị Đào\tHTXS\r\n", fyne.CurrentApp().Clipboard().Content())
	s.grid.clicked(spot{0, 0}, 0)
	s.grid.clicked(spot{2, 0}, fyne.KeyModifierControl)
	s.keys("Ctrl+C")
	same(t, "rows", "Nguyễn Văn Á\tHTT\t02/09/1980\t9,5\tx\t1\r\nLê Văn An\t\t\t\t\t3\r\n", fyne.CurrentApp().Clipboard().Content())
	s.grid.SetFilter("dung")
	same(t, "export", "Họ và tên\tMức\tNgày sinh\tĐiểm\tLĐ\tMã\r\nPhạm Thị Dung\tHT\t15/01/1990\t8\t\t4\r\n", s.grid.TSV())
}

// Ctrl+V goes through the editors and is one operation, after a look at it.
func TestGridPaste(t *testing.T) {
	s := newScreen(t)
	s.grid.OnEdits = s.editMany
	s.on("3", 1)
	clip("ht\t1/2/80\t7,5\tx\r\nhtxs\t\t\t\r\n")
	s.keys("Ctrl+V")
	same(t, "not yet", 0, len(s.many))
	s.keys("Return")
	same(t, "first row", person{id: "3", name: "Lê Văn An", rating: "HT", born: "01/02/1980", points: "7,5", leader: true}, s.data[2], personOpt)
	same(t, "second row", person{id: "4", name: "Phạm Thị Dung", rating: "HTXS"}, s.data[3], personOpt)
	same(t, "one operation", 1, len(s.many))
	same(t, "said", "Đã ghi 7 ô.", s.ui.NoticeText())
	s.on("3", 1)
	clip("HT\t01/02/80")
	s.keys("Ctrl+V")
	same(t, "the same again", textPasteSame, s.ui.NoticeText())
}

// The preview says what would change and what is refused and why; the rest can be
// written, or nothing.
func TestGridPasteBad(t *testing.T) {
	s := newScreen(t)
	s.grid.OnEdits = s.editMany
	s.on("3", 1)
	clip("HT\t40/2/80\r\ntốt\t1/1/80")
	s.keys("Ctrl+V")
	s.see("what is said", `
Họ và tên | Mức | Ngày sinh | Điểm | LĐ | Mã
Nguyễn Văn Á | HTT | 02/09/1980 | 9,5 | [x] | 1
Trần Thị Đào | HTXS | 01/12/1979 | 10 | [ ] | 2
Lê Văn An |  |  |  | [ ] | 3
Phạm Thị Dung | HT | 15/01/1990 | 8 | [ ] | 4
Đỗ Thị Ánh | HTT | 10/10/2000 | 1.000 | [ ] | 5
5 dòng
===
Dán vào bảng
Sẽ ghi 2 ô. Không nhận 2 ô: xem lý do ở cột cuối; các ô đó giữ nguyên.
Họ và tên | Cột | Đang là | Sẽ là | Vì sao không nhận
Lê Văn An | Ngày sinh |  | 40/2/80 | “40/2/80” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 02/09/2026.
Phạm Thị Dung | Mức | HT | tốt | “tốt” không có trong danh sách. Hãy chọn một trong: HTXS, HTT, HT, KHT.
Lê Văn An | Mức |  | HT |
Phạm Thị Dung | Ngày sinh | 15/01/1990 | 01/01/1980 |
4 dòng
“40/2/80” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 02/09/2026.
Ghi 2 ô | Hủy`)
	s.keys("Escape")
	same(t, "nothing written", 0, len(s.many))
	s.keys("Ctrl+V", "Return")
	same(t, "the good ones", "HT 01/01/1980", s.data[2].rating+" "+s.data[3].born)
	same(t, "the refused ones stay", " HT", s.data[2].born+" "+s.data[3].rating)
}

// Cells outside the list or without an editor are left out, and it is said.
func TestGridPasteOutside(t *testing.T) {
	s := newScreen(t)
	s.on("5", 4)
	clip("x\t99\r\nx\t98\r\n")
	s.keys("Ctrl+V")
	text := uitest.Text(s.w.Canvas())
	for _, want := range []string{"Sẽ ghi 1 ô. Không nhận 3 ô", "Đỗ Thị Ánh | Mã | 5 | 99 | Ô này không sửa được", "LĐ |  | x | Nằm ngoài bảng."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said:\n%s", want, text)
		}
	}
	s.keys("Return")
	same(t, "written", true, s.data[4].leader)
}

// One copied cell fills the whole range; OnPaste takes the place of the editors.
func TestGridPasteOne(t *testing.T) {
	s := newScreen(t)
	s.on("3", 1)
	s.keys("Shift+Down", "Shift+Down")
	clip("KHT")
	s.keys("Ctrl+V", "Return")
	same(t, "all three", "KHT KHT KHT", s.data[2].rating+" "+s.data[3].rating+" "+s.data[4].rating)
	var got Paste[person]
	s.grid.OnPaste = func(p Paste[person]) { got = p }
	s.on("5", 2)
	clip("a\tb\r\nc\td")
	s.keys("Ctrl+V")
	same(t, "rows", "5", got.Rows[0].id)
	same(t, "the rest", Paste[person]{Cells: [][]string{{"a", "b"}, {"c", "d"}}, Column: 2, Extra: 1},
		Paste[person]{Cells: got.Cells, Column: got.Column, Extra: got.Extra})
}

// Ctrl+D fills the range from its first row, or a cell from the one above; Delete
// empties what can be emptied.
func TestGridFillAndDelete(t *testing.T) {
	s := newScreen(t)
	s.grid.OnEdits = s.editMany
	s.on("2", 1)
	s.keys("Shift+Down", "Shift+Down", "Ctrl+D")
	same(t, "filled", "HTXS HTXS", s.data[2].rating+" "+s.data[3].rating)
	s.on("3", 2)
	s.keys("Ctrl+D")
	same(t, "from above", "01/12/1979", s.data[2].born)
	s.on("1", 2)
	s.keys("Shift+Right", "Delete")
	same(t, "emptied", "", s.data[0].born+s.data[0].points)
	s.on("1", 5)
	s.keys("Delete")
	same(t, "said", textNoEdit, s.ui.NoticeText())
	s.on("1", 0)
	s.keys("Ctrl+X")
	same(t, "cut", "Nguyễn Văn Á\r\n", fyne.CurrentApp().Clipboard().Content())
	same(t, "cut empties", "", s.data[0].name)
}
