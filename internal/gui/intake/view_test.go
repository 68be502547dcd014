package intake

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/guitest"
	records "tdkt/internal/intake"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/uitest"
)

const old = `[DS]
TT|Họ và tên|Sinh ngày|Chức vụ
|Văn phòng||
=1|Lý Thanh Bình|01/02/73|Chuyên viên
=2|Bùi Thị Tám|03/04/75|Chuyên viên
|Kế hoạch - Tài chính||
=1|Đỗ Xuân Mai|07/07/1976|Chuyên viên
[KT]
STT|Họ và tên|Khen thưởng
=1|Lý Thanh Bình|CSTĐCS năm 2018, 2019; BK UBND tỉnh 2019
=2|Đỗ Xuân Mai|LĐTT 2018
`

// bench shows the review of a workbook of old records.
func bench(t *testing.T) (*guitest.Bench, string) {
	t.Helper()
	b := guitest.Empty(t)
	b.Window.SetContent(b.UI.Frame(container.NewStack()))
	b.Window.Resize(fyne.NewSize(1366, 740))
	path := filepath.Join(t.TempDir(), "kho cũ.xlsx")
	sheettest.Write(t, path, old)
	return b, path
}

// open reads the workbook and hands back the review, without its dialog's chain of clicks.
func open(b *guitest.Bench, path string) *review {
	r := &review{desk: b.Desk, paths: []string{path}, view: wordLook, table: -1}
	p, err := b.App.PlanOld(b.Desk.Ctx, r.paths, keptAnswers(), nil)
	if err != nil {
		panic(err)
	}
	r.plan = p
	r.show()
	return r
}

// TestReview: what is asked stands once for all like cells; answers apply to all of them;
// nothing is written before Ghi; one undo takes all back.
func TestReview(t *testing.T) {
	b, path := bench(t)
	r := open(b, path)
	c := b.Window.Canvas()
	text := uitest.Text(c)
	for _, want := range []string{"Nhập kho cũ", "đoán thế kỷ", "và 1 ô như thế", "Kế hoạch - Tài chính", "danh sách cán bộ", "khen thưởng"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the screen:\n%s", want, text)
		}
	}
	if n := len(b.App.View().People); n != 0 {
		t.Fatalf("%d people before Ghi", n)
	}
	questions := len(r.lines.Rows())
	for _, l := range r.lines.Rows() {
		answer := records.Right
		if l.question.Field == "unit" {
			answer = "Phòng Kế hoạch - Tài chính"
		}
		if err := r.answer([]line{l}, answer); err != nil {
			t.Errorf("%s: %v", l.ask, err)
		}
	}
	if questions != 2 || len(r.plan.Questions()) != 0 {
		t.Fatalf("%d questions, %d left: %+v", questions, len(r.plan.Questions()), r.plan.Questions())
	}
	r.commit()
	v := b.App.View()
	if len(v.People) != 3 || len(v.Units) != 2 || len(v.Awards) != 4 {
		t.Errorf("%d people, %d units, %d awards", len(v.People), len(v.Units), len(v.Awards))
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil || len(b.App.View().People) != 0 {
		t.Errorf("after one undo %d people, %v", len(b.App.View().People), err)
	}
}

// TestAside: work put aside is gone on with, its answers kept; what is not taken is saved
// with its reasons; a group of several values takes no single one.
func TestAside(t *testing.T) {
	b, path := bench(t)
	r := open(b, path)
	for _, l := range r.lines.Rows() {
		if l.question.Many {
			if err := r.answer([]line{l}, "01/02/1973"); err == nil {
				t.Error("one date was taken for two people")
			}
			if err := r.answer([]line{l}, records.Right); err != nil {
				t.Error(err)
			}
		}
	}
	rest := filepath.Join(t.TempDir(), "còn lại.xlsx")
	b.Files.Paths = []string{rest}
	r.saveRest()
	if text := sheettest.Read(t, rest); !strings.Contains(text, "Đỗ Xuân Mai") || !strings.Contains(text, "là đơn vị?") {
		t.Errorf("what was left:\n%s", text)
	}
	r.putAside()
	work, ok := keptWork()
	if !ok || len(work.Answers) != 1 || len(b.App.View().People) != 0 {
		t.Errorf("kept %+v, %d people", work, len(b.App.View().People))
	}
	again := open(b, path)
	if n := len(again.plan.Questions()); n != 1 {
		t.Errorf("%d questions when gone on with", n)
	}
}
