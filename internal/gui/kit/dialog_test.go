package kit

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// newWindow is an empty window of the program.
func newWindow(t *testing.T) *screen {
	t.Helper()
	ui, w := newUI(t)
	w.SetContent(ui.Frame(widget.NewLabel("Nội dung")))
	return &screen{t: t, ui: ui, w: w}
}

func (s *screen) open() int { return len(s.w.Canvas().Overlays().List()) }

// Enter says yes, Esc says no, with and without the keyboard on a button.
func TestConfirm(t *testing.T) {
	for _, c := range []struct {
		why  string
		keys []string
		want bool
	}{
		{"Enter", []string{"Return"}, true},
		{"Enter of the number block", []string{"KP_Enter"}, true},
		{"Esc", []string{"Escape"}, false},
		{"Tab to yes, Enter", []string{"Tab", "Return"}, true},
		{"Tab to no, Enter", []string{"Tab", "Tab", "Return"}, false},
		{"Tab to no, Space", []string{"Tab", "Tab", "Space"}, false},
		{"Tab to yes, Esc", []string{"Tab", "Escape"}, false},
		{"Esc twice", []string{"Escape", "Escape"}, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newWindow(t)
			asked := 0
			s.ui.Confirm("Chốt sổ xếp loại năm 2023?", "Sau khi chốt, ai chưa có mức được coi là không xếp loại.", "Chốt sổ", func() { asked++ })
			s.keys(c.keys...)
			same(t, "done", c.want, asked == 1)
			same(t, "dialogs left", 0, s.open())
		})
	}
}

// What a question looks like.
func TestConfirmShows(t *testing.T) {
	s := newWindow(t)
	s.ui.ConfirmDanger("Xóa 3 người?", "Đăng ký và xếp loại của họ cũng bị xóa. Có thể hoàn tác bằng Ctrl+Z.", "Xóa", func() {})
	s.see("question", `
Nội dung
===
Xóa 3 người?
Đăng ký và xếp loại của họ cũng bị xóa. Có thể hoàn tác bằng
Ctrl+Z.
Xóa | Hủy`)
}

// A second dialog over the first takes the keys; the first is still there after.
func TestDialogOverDialog(t *testing.T) {
	s := newWindow(t)
	said := ""
	s.ui.Confirm("Một", "", "Làm", func() { said += "1" })
	s.ui.Confirm("Hai", "", "Làm", func() { said += "2" })
	s.keys("Return", "Return")
	same(t, "order", "21", said)
}

// Shortcuts of the screen do nothing while a dialog is open.
func TestDialogHoldsShortcuts(t *testing.T) {
	s := newWindow(t)
	n := 0
	s.ui.SetShortcuts(Shortcuts{New: func() { n++ }, Help: func() { n++ }, Tab: func(i int) { n += 10 * (i + 1) }})
	s.ui.Inform("Xong", "Đã ghi 62 người.")
	s.keys("Ctrl+N", "F1", "Ctrl+2")
	same(t, "while open", 0, n)
	s.keys("Escape", "Ctrl+N", "F1", "Ctrl+2")
	same(t, "after", 22, n)
}

// Arrows move, Enter takes, Esc takes nothing.
func TestChoice(t *testing.T) {
	s := newWindow(t)
	took := -1
	options := []string{"Ghi đè", "Thêm vào", "Bỏ qua"}
	ask := func() {
		s.ui.Choice("Trùng mã", "Đã có người mang mã này.", options, func(i int) { took = i })
	}
	ask()
	s.keys("Escape")
	same(t, "Esc", -1, took)
	ask()
	s.keys("Down", "Down", "Up", "Return")
	same(t, "arrows", 1, took)
	ask()
	s.see("the question", `
Nội dung
===
Trùng mã
Đã có người mang mã này.
(•) | Ghi đè
( ) | Thêm vào
( ) | Bỏ qua
Đồng ý | Hủy`)
}

// A reason must be given, and comes cleaned.
func TestInputReason(t *testing.T) {
	s := newWindow(t)
	got := ""
	s.ui.InputReason("Hủy danh hiệu", "Ghi lý do hủy, kèm số văn bản nếu có.", "Hủy danh hiệu", func(r string) { got = r })
	s.typ("  ")
	s.keys("Return")
	same(t, "still open", 1, s.open())
	uitest.TypeComposed(t, s.w.Canvas(), "Khai không đúng  thành tích ")
	s.keys("Return")
	same(t, "reason", "Khai không đúng thành tích", got)
	same(t, "closed", 0, s.open())
}

// Only the sentence of an error for people is shown; other errors become one
// sentence with the number in the log.
func TestShowError(t *testing.T) {
	locked := tdkt.Errorf(tdkt.Environment, "Tệp đang mở ở máy khác. Hãy đóng ở đó rồi thử lại.")
	for _, c := range []struct {
		why  string
		err  error
		want string
	}{
		{"for people", locked, locked.Text},
		{"wrapped", fmt.Errorf("app: save: %w", locked), locked.Text},
		{"for the log", errors.New("sqlite: SQLITE_IOERR (10)"), numbered17},
		{"a fault of ours", tdkt.Errorf(tdkt.Internal, "nil map"), numbered17},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newWindow(t)
			same(t, "sentence", c.want, s.ui.Sentence(c.err))
			s.ui.ShowError(c.err)
			if text := uitest.Text(s.w.Canvas()); strings.Contains(text, "sqlite") || strings.Contains(text, "nil map") {
				t.Errorf("a raw error is on the screen:\n%s", text)
			}
			s.keys("Return")
			same(t, "closed", 0, s.open())
		})
	}
	s := newWindow(t)
	s.ui.ShowError(nil)
	same(t, "no error, no dialog", 0, s.open())
}

// numbered17 is what a fault of the program is told as, under the log's number 17.
const numbered17 = "Chương trình gặp lỗi khi làm việc này; dữ liệu vẫn nguyên như trước. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị số nhật ký 17."

// A thousand problems: the first are shown, all can be copied.
func TestShowErrorMany(t *testing.T) {
	s := newWindow(t)
	e := &tdkt.Error{Kind: tdkt.Invalid, Text: "Có 1000 dòng không nhận được."}
	for i := range 1000 {
		e.Problems = append(e.Problems, tdkt.Problem{Sheet: "Nhân sự", Cell: fmt.Sprintf("B%d", i+2), Text: "Mã đã có người khác dùng."})
	}
	s.ui.ShowError(e)
	if !strings.Contains(uitest.Text(s.w.Canvas()), "• Mã đã có người khác dùng (1000 trường hợp): Nhân sự B2, ") {
		t.Errorf("the first problem is not shown:\n%s", uitest.Text(s.w.Canvas()))
	}
	uitest.Tap(t, s.w.Canvas(), "Sao chép")
	same(t, "lines copied", 1001, len(strings.Split(fyne.CurrentApp().Clipboard().Content(), "\n")))
}

// Work that lasts shows its progress and is stopped by Esc.
func TestBusyStopped(t *testing.T) {
	s := newWindow(t)
	s.ui.Timer = func(d time.Duration, f func()) func() {
		same(t, "shown after", 300*time.Millisecond, d)
		f()
		return func() {}
	}
	finished := false
	s.ui.Busy("Đang đọc tệp Excel", func(ctx context.Context, p *Progress) error {
		p.Set(0.5, "Dòng 500 trong 1.000")
		s.see("while working", `
Nội dung
===
Đang đọc tệp Excel
Dòng 500 trong 1.000
50%
Dừng`)
		s.keys("Escape")
		return ctx.Err()
	}, func() { finished = true })
	same(t, "done called", false, finished)
	same(t, "said", wordStopped, s.ui.NoticeText())
	same(t, "closed", 0, s.open())
}

// Quick work shows nothing; its error is shown, its end told.
func TestBusyQuick(t *testing.T) {
	s := newWindow(t)
	stopped := 0
	s.ui.Timer = func(time.Duration, func()) func() { return func() { stopped++ } }
	done := 0
	s.ui.Busy("Đang ghi", func(context.Context, *Progress) error { return nil }, func() { done++ })
	same(t, "done", 1, done)
	s.ui.Busy("Đang ghi", func(context.Context, *Progress) error { return tdkt.Errorf(tdkt.Environment, "Đĩa đầy.") }, func() { done++ })
	same(t, "not done", 1, done)
	same(t, "the clock was stopped", 2, stopped)
	same(t, "error shown", 1, s.open())
}

// Works run one after the other, in order, and never two at once.
func TestQueue(t *testing.T) {
	var held []func() func()
	q := queue{run: func(work func() func()) { held = append(held, work) }}
	said := ""
	for _, name := range []string{"a", "b", "c"} {
		q.do(func() func() {
			said += name
			return func() { said += strings.ToUpper(name) }
		})
	}
	for len(held) > 0 {
		same(t, "running at once", 1, len(held))
		work := held[0]
		held = held[1:]
		work()()
	}
	same(t, "order", "aAbBcC", said)
}

// The files picked reach the caller; cancelling reaches nobody.
func TestFiles(t *testing.T) {
	s := newWindow(t)
	s.ui.Files = &FakeFiles{Paths: []string{"/tmp/Danh sách.xlsx", ""}}
	var got []string
	note := func(p string) { got = append(got, p) }
	excel := []FileKind{{Name: "Excel", Patterns: []string{"*.xlsx"}}}
	s.ui.OpenFile("Chọn tệp", excel, note)
	s.ui.SaveFile("Ghi vào", "a.xlsx", excel, note)
	s.ui.PickFolder("Chọn thư mục", note)
	same(t, "picked", []string{"/tmp/Danh sách.xlsx"}, got)
}

// Notices stand in the bottom line until the next.
func TestNotice(t *testing.T) {
	s := newWindow(t)
	s.ui.Noticef("Đã ghi %d người.", 62)
	s.see("notice", "Nội dung\nĐã ghi 62 người. | Đóng")
	uitest.Tap(t, s.w.Canvas(), "Đóng")
	s.see("closed", "Nội dung")
}
