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

// Enter commits and goes down, Tab right, Esc leaves the old value.
func TestGridEdit(t *testing.T) {
	s := newScreen(t)
	s.on("3", 0)
	s.keys("F2")
	s.typ("h")
	s.keys("Return")
	same(t, "F2 puts the caret at the end of the old text", "Lê Văn Anh", s.data[2].name)
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
Lê Văn An |  |  |  | [ ] | 3
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
	same(t, "no code is shown", numbered17, s.ui.NoticeText())
}

// Typing on a cell that cannot be changed is not swallowed in silence.
func TestGridTypingWhereNothingChanges(t *testing.T) {
	s := newScreen(t)
	at := -1
	for i, c := range s.grid.columns {
		if c.Edit == nil {
			at = i
		}
	}
	if at < 0 {
		t.Fatal("every column can be edited")
	}
	s.on("1", at)
	s.typ("91")
	same(t, "said", textNoEdit, s.ui.NoticeText())
}
