package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/imports"
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
	p, err := imports.PlanOld(b.Desk.Ctx, b.App, r.paths, keptAnswers(), nil)
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
	for _, want := range []string{"Nhập kho cũ", "thế kỷ được đoán theo tuổi", "C3 “01/02/73”", "và 1 ô như thế", "Kế hoạch - Tài chính", "danh sách cán bộ", "khen thưởng"} {
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

const mixed = `[DS]
DANH SÁCH CÔNG CHỨC NĂM 2023
TT|Họ và tên|Sinh ngày|Chức vụ
|Văn phòng||
=1|Ông Lý Thanh Bình|01/02/73|Chánh Văn phòng
=2|Bùi Thị Tám (nghỉ thai sản)|03/04/75|Chuyên viên
=3|Nguyễn Thị Lan|@12/03/1985|Tổ trưởng
|Kế hoạch - Tài chính||
=1|Đỗ Xuân Mai|07/07/1976|Chuyên viên
=2|Nguyễn Thị Lan|08/09/1992|Chuyên viên
=3|Lê Văn Sáu|31/02/1980|Chuyên viên
=4|=2023|01/02/1980|Chuyên viên
[KT]
STT|Họ và tên|Khen thưởng
=1|Lý Thanh Bình|CSTĐCS năm 2018, 2019; BK UBND tỉnh 2019 (QĐ số 45/QĐ-UBND ngày 12/2/2020)
=2|Đỗ Xuân Mai|LĐTT 5 năm liền
=3|Nguyễn Thị Lan|Bằng khen 2020
=4|Bùi Thị Tám|Kỷ niệm chương Vì sự nghiệp ngành Nội vụ 2019
`

// TestPick: the question of the row at the cursor stands below the rows with its answers
// as buttons; people of one name are picked by room and birth year; a group can be taken
// apart.
func TestPick(t *testing.T) {
	b, path := bench(t)
	sheettest.Write(t, path, mixed)
	r := open(b, path)
	shot(t, b, "nhap-kho-can-xem")
	for range 40 {
		rows := r.lines.Rows()
		if len(rows) == 0 {
			break
		}
		l := rows[0]
		choices := l.question.Choices()
		if l.question.Field == "person" {
			if len(choices) != 4 || !strings.Contains(choices[1].Label, "1992") || choices[3].Value != records.Skip {
				t.Errorf("the choices of %s: %+v", l.ask, choices)
			}
			r.bar.show(r, l, true)
			if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, choices[1].Label) || !strings.Contains(text, "Người mới") {
				t.Errorf("%q cannot be picked:\n%s", choices[1].Label, text)
			}
			shot(t, b, "nhap-kho-trung-ten")
			if err := r.answer([]line{l}, choices[1].Value); err != nil {
				t.Error(err)
			}
			continue
		}
		if l.question.Many {
			r.oneByOne(l.question.Why)
			if n := len(r.lines.Rows()); n != 2 || r.view != wordAll {
				t.Errorf("%d cells one by one", n)
			}
			r.only, r.view = "", wordLook
			r.fill()
		}
		if err := r.answer([]line{l}, choices[0].Value); err != nil {
			t.Errorf("%s: %v", l.ask, err)
		}
	}
	if n := len(r.plan.Questions()); n != 0 {
		t.Errorf("%d questions left: %+v", n, r.plan.Questions())
	}
	for _, view := range viewWords() {
		r.view = view
		r.views.Set(slices.Index(viewWords(), view))
		r.fill()
		shot(t, b, "nhap-kho-"+view)
		if n := len(r.lines.Rows()); (n == 0) != (view == wordLook) {
			t.Errorf("%d rows under %s", n, view)
		}
	}
}

// shot draws the window into the folder TDKT_SHOTS, to be looked at; without the variable it
// draws one of the dialogs, to see that it can be drawn.
func shot(t *testing.T, b *guitest.Bench, name string) {
	t.Helper()
	dir := os.Getenv("TDKT_SHOTS")
	if dir == "" {
		if name != "danh-hieu-ngoai" {
			return
		}
		dir = t.TempDir()
	}
	uitest.Shot(t, b.Window.Canvas(), filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".png"))
}

// TestTitles: titles outside the catalogue are listed with their levels; a new name holds
// for every row that has it, and the name of one of the law makes them that one.
func TestTitles(t *testing.T) {
	b, path := bench(t)
	sheettest.Write(t, path, "[KT]\nSTT|Họ và tên|Đơn vị|Khen thưởng\n=1|Lý Thanh Bình|Văn phòng|Kỷ niệm chương Vì sự nghiệp ngành Nội vụ 2019; Bằng khen Bộ Nội vụ 2020\n=2|Đỗ Xuân Mai|Văn phòng|Kỷ niệm chương Vì sự nghiệp ngành Nội vụ 2021\n")
	open(b, path).commit()
	Titles(b.Desk)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Kỷ niệm chương Vì sự nghiệp ngành Nội vụ") || !strings.Contains(text, "2019–2021") {
		t.Errorf("the screen:\n%s", text)
	}
	shot(t, b, "danh-hieu-ngoai")
	all := b.App.View().OwnTitles()
	if len(all) != 2 || all[1].Count != 2 {
		t.Fatalf("own titles = %+v", all)
	}
	for _, c := range []struct{ name, level, want string }{{"KNC ngành Nội vụ", "Bộ, ngành", "KNC ngành Nội vụ / Bộ, ngành"}, {"", "Bộ", "!"}, {"Huy hiệu", "", "!"}} {
		err := b.App.ChangeOwnTitle(t.Context(), all[1], c.name, c.level)
		if (err != nil) != (c.want == "!") {
			t.Errorf("%q, %q: %v", c.name, c.level, err)
		}
	}
	if err := b.App.ChangeOwnTitle(t.Context(), all[0], "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", ""); err != nil {
		t.Error(err)
	}
	if all = b.App.View().OwnTitles(); len(all) != 1 || all[0].Name != "KNC ngành Nội vụ" || all[0].Count != 2 {
		t.Errorf("own titles = %+v", all)
	}
}

// TestReviewCorrected: an answer that was mistyped can be given again before Ghi, or asked
// again; what is written is the last one.
func TestReviewCorrected(t *testing.T) {
	b, path := bench(t)
	r := open(b, path)
	unit := func() *line {
		for _, l := range r.lines.Rows() {
			if l.question != nil && l.question.Field == "unit" {
				return &l
			}
		}
		return nil
	}
	look := func(view string) {
		r.view = view
		r.fill()
	}
	if err := r.answer([]line{*unit()}, "Phòng Kế hoach"); err != nil {
		t.Fatal(err)
	}
	look(wordGiven)
	l := unit()
	if l == nil || l.answer != "Phòng Kế hoach" || !strings.Contains(l.becomes, "là đơn vị?") {
		t.Fatalf("given = %+v", l)
	}
	r.bar.show(r, *l, true)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Đã trả lời “Phòng Kế hoach”") || !strings.Contains(text, wordAgain) {
		t.Errorf("the bar says:\n%s", text)
	}
	if err := r.answer([]line{*l}, "Phòng Kế hoạch - Tài chính"); err != nil {
		t.Fatal(err)
	}
	look(wordGiven)
	if l = unit(); l == nil || l.answer != "Phòng Kế hoạch - Tài chính" {
		t.Fatalf("given again = %+v", l)
	}
	if err := r.takeBack(*l.given); err != nil {
		t.Fatal(err)
	}
	look(wordLook)
	if l = unit(); l == nil {
		t.Fatal("what was taken back is not asked")
	}
	if err := r.answer([]line{*l}, "Phòng Kế hoạch"); err != nil {
		t.Fatal(err)
	}
	if err := imports.WriteOld(b.Desk.Ctx, b.App, r.plan); err != nil {
		t.Fatal(err)
	}
	var units []string
	for _, u := range b.App.View().Units {
		units = append(units, u.Name)
	}
	if !slices.Contains(units, "Phòng Kế hoạch") || slices.Contains(units, "Phòng Kế hoach") {
		t.Errorf("units = %q", units)
	}
}
