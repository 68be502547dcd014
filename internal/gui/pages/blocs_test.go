package pages

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/bloc"
	"tdkt/internal/golden"
	"tdkt/internal/gui/blocs"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// blocsPage shows the page of a year: the list of the members, and the marks of one below.
func blocsPage(t *testing.T, year int) *guitest.Bench {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	b.Show(blocs.New(b.Desk, func(string) {}))
	return b
}

func members(t *testing.T, b *guitest.Bench) guitest.List {
	t.Helper()
	return b.List(t, "Hạng", "Đơn vị")
}

func marks(t *testing.T, b *guitest.Bench) guitest.List {
	t.Helper()
	return b.List(t, "Chuẩn", "Thẩm định")
}

// blocOf is the khối of a year and how it stands.
func blocOf(t *testing.T, b *guitest.Bench, year int) (tdkt.Bloc, bloc.Ranking) {
	t.Helper()
	k := b.App.View().BlocsOf(year)[0]
	r, err := b.App.View().BlocRanking(k)
	if err != nil {
		t.Fatal(err)
	}
	return k, r
}

// The members stand by rank, the marks of the one at the cursor below, each with how
// its points came about.
func TestBlocsPage(t *testing.T) {
	b := blocsPage(t, 2023)
	looks(t, b, "blocs/page")
	if got := strings.Join(marks(t, b).Rows()[1], "|"); strings.Contains(got, "88 / kế hoạch 90") {
		t.Errorf("the marks of the first member: %q", got)
	}
	members(t, b).Go(5, "")
	if got := strings.Join(marks(t, b).Rows()[1], "|"); !strings.Contains(got, "88 / kế hoạch 90") {
		t.Errorf("the marks of another member: %q", got)
	}
}

// A year without a khối has one button, which begins from last year's; a year
// before all has the form.
func TestBlocsFirstTime(t *testing.T) {
	b := blocsPage(t, 2024)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Tạo khối thi đua…")
	uitest.Keys(c, "Return") // the first: from last year
	if k, _ := blocOf(t, b, 2024); members(t, b).Len() != 6 || marks(t, b).Len() != 10 {
		t.Fatalf("from last year: %+v, %d members, %d criteria", k, members(t, b).Len(), marks(t, b).Len())
	}
	if text := uitest.Text(c); !strings.Contains(text, "tạm tính") || !strings.Contains(text, "Chưa có chỉ tiêu giao") {
		t.Errorf("nothing is marked yet:\n%s", text)
	}
	b = blocsPage(t, 2020)
	c = b.Window.Canvas()
	uitest.Tap(t, c, "Tạo khối thi đua…")
	uitest.Type(t, c, "Khối số 3")
	uitest.Keys(c, "Return")
	if k, r := blocOf(t, b, 2020); k.Name != "Khối số 3" || members(t, b).Len() != 1 || len(r.Results) != 1 || !r.Results[0].Member.Own {
		t.Errorf("a khối of its own: %+v, %q", k, members(t, b).Rows())
	}
	says(t, b, "chưa có bảng tiêu chí")
}

// Marks and ballots are typed into the lists; what cannot be is refused in a
// sentence and changes nothing.
func TestBlocsTyping(t *testing.T) {
	b := blocsPage(t, 2023)
	c := b.Window.Canvas()
	mark := func(row int, column, text string) { marks(t, b).Set(row, column, text) }
	_, before := blocOf(t, b, 2023)
	first := before.Results[0].Member.Name
	refused := func(column, text, why string) {
		t.Helper()
		if said := b.UI.NoticeText() + uitest.Text(c); !strings.Contains(said, why) {
			t.Errorf("%s %q: it does not say %q:\n%s", column, text, why, said)
		}
		uitest.Keys(c, "Escape")
		b.UI.Notice("")
	}
	for _, x := range []struct {
		row               int
		column, text, why string
	}{{1, "Chỉ tiêu", "nhiều", "nhiều"}, {1, "Thẩm định", "31", "30"}, {1, "Mức", "A", "Ô này không sửa được"}, {5, "Mức", "E", "không có trong danh sách"}} {
		mark(x.row, x.column, x.text)
		refused(x.column, x.text, x.why)
	}
	for _, bad := range []string{"7/6", "x"} {
		members(t, b).Set(0, "Phiếu", bad)
		refused("Phiếu", bad, bad)
	}
	if _, now := blocOf(t, b, 2023); now.Results[0].Total != before.Results[0].Total {
		t.Error("what was refused changed the total")
	}
	mark(1, "Thẩm định", "29")
	mark(1, "Kết quả", "")
	mark(6, "Minh chứng", "Quy chế")
	at := func() int {
		return slices.IndexFunc(members(t, b).Texts("Đơn vị"), func(name string) bool { return strings.HasPrefix(name, first) })
	}
	members(t, b).Set(at(), "Phiếu", "5/6")
	members(t, b).Set(at(), "Đề nghị", "không đề nghị")
	_, now := blocOf(t, b, 2023)
	r := now.Results[slices.IndexFunc(now.Results, func(r bloc.Result) bool { return r.Member.Name == first })]
	if m := r.Member; r.Base != 9850 || m.Votes != tdkt.Of(500) || m.Voters != 6 || m.Proposed != tdkt.BlocNoAward || r.Lines[6].Mark.Evidence != "Quy chế" {
		t.Errorf("typed: base %s, %+v", bloc.Points(r.Base), m)
	}
}

// A table from Excel makes the rows it needs; rows without points are
// headings; an odd kind is refused.
func TestBlocsPasteCriteria(t *testing.T) {
	b := blocsPage(t, 2020)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Tạo khối thi đua…")
	uitest.Type(t, c, "Khối số 3")
	uitest.Keys(c, "Return")
	uitest.More(t, c, "Bảng tiêu chí…")
	uitest.Tap(t, c, "Thêm dòng")
	criteria := func() []tdkt.BlocCriterion {
		k, _ := blocOf(t, b, 2020)
		return b.App.View().BlocCriteriaOf(k)
	}
	old := criteria()
	if len(old) != 1 {
		t.Fatalf("criteria: %+v", old)
	}
	sheet := b.List(t, "Nội dung", "Cách chấm")
	sheet.Set(0, "Cách chấm", string(tdkt.BlocHeading))
	sheet.Go(0, "Số")
	sheet.Paste("I\tNhiệm vụ\t\t\n1\tHồ sơ đúng hạn\tcàng cao càng tốt\t12,5\t%\n\t\t\t\n2\tChấp hành\t\t10\nII\tKỷ luật\t\t\n")
	list := criteria()
	if len(list) != 4 || list[0].ID != old[0].ID || list[0].Text != "Nhiệm vụ" || list[0].Kind != tdkt.BlocHeading || list[1].Kind != tdkt.MoreBetter ||
		list[1].Standard != 1250 || list[1].Measure != "%" || list[2].Kind != tdkt.PlainPoints || list[3].Kind != tdkt.BlocHeading {
		t.Errorf("pasted: %+v\n%s", list, uitest.Text(c))
	}
	sheet.Go(0, "Số")
	sheet.Paste("1\tx\tlạ\t1\n")
	if now := criteria(); !slices.Equal(now, list) {
		t.Errorf("an odd kind was taken: %+v", now)
	}
	says(t, b, "“lạ”")
}

// Criteria, rules and points beside them open, change and are written at once.
func TestBlocsLists(t *testing.T) {
	b := blocsPage(t, 2023)
	c := b.Window.Canvas()
	k, _ := blocOf(t, b, 2023)
	uitest.More(t, c, "Bảng tiêu chí…")
	uitest.Tap(t, c, "Thêm dòng")
	if n := len(b.Desk.View().BlocCriteriaOf(k)); n != 11 {
		t.Errorf("%d criteria after one more", n)
	}
	uitest.Keys(c, "Escape")
	uitest.More(t, c, "Khung chấm điểm…")
	looks(t, b, "blocs/rules")
	uitest.Tap(t, c, "Thêm lý do trừ")
	k, _ = blocOf(t, b, 2023)
	rules, err := b.Desk.View().BlocRules(k)
	if err != nil || rules.Deduct[len(rules.Deduct)-1].Text != "Lý do mới" {
		t.Errorf("a new ground: %v", err)
	}
	uitest.Keys(c, "Escape")
	own, err := b.Desk.View().FindBlocMember(k, "")
	if err != nil {
		t.Fatal(err)
	}
	list := members(t, b)
	for i, name := range list.Texts("Đơn vị") {
		if strings.HasPrefix(name, own.Name) {
			list.Go(i, "")
		}
	}
	uitest.More(t, c, "Điểm thưởng, điểm trừ…")
	says(t, b, "Có cách làm sáng tạo")
	uitest.Tap(t, c, "Thêm dòng")
	uitest.Keys(c, "Return")
	if n := len(b.Desk.View().BlocExtrasOf(own)); n != 2 {
		t.Errorf("%d lines of bonus", n)
	}
}

// Each line of the rules sets its own number.
func TestBlocsRulesEdited(t *testing.T) {
	b := blocsPage(t, 2023)
	c := b.Window.Canvas()
	uitest.More(t, c, "Khung chấm điểm…")
	rules := b.List(t, "Phần", "Giá trị")
	for i := range rules.Len() {
		before := rules.Texts("Giá trị")
		rules.Set(i, "Giá trị", "7")
		after := rules.Texts("Giá trị")
		if before[i] = "7"; !slices.Equal(before, after) {
			t.Errorf("line %d, %q: the values are now %q", i, rules.Rows()[i], after)
		}
	}
	for i := 0; i < rules.Len(); i++ {
		before := rules.Rows()
		rules.Go(i, "Giá trị")
		uitest.Tap(t, c, "Bỏ dòng")
		part := before[i][0]
		if part != "Điểm thưởng" && part != "Điểm trừ" {
			if rules.Len() != len(before) {
				t.Errorf("line %d, %q, was dropped", i, before[i])
			}
			continue
		}
		if want := slices.Delete(slices.Clone(before), i, i+1); !slices.EqualFunc(rules.Rows(), want, slices.Equal) {
			t.Errorf("line %d, %q, stays", i, before[i])
		}
		if _, err := b.App.UndoLast(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// Sheets go out to a folder and come back; the head's marks are taken
// by a tick, a wrong cell is named.
func TestBlocsSheetsOutAndBack(t *testing.T) {
	b := blocsPage(t, 2023)
	c := b.Window.Canvas()
	dir := t.TempDir()
	b.Files.Paths = []string{dir, dir}
	uitest.Tap(t, c, "Xuất phiếu chấm…")
	uitest.Keys(c, "Return") // the first: with what is entered
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 6 {
		t.Fatalf("%d sheets: %v", len(names), err)
	}
	sheettest.Change(t, filepath.Join(dir, names[2].Name()), "01 Sở Tài chính", map[string]string{"H7": "150", "H8": "nhiều", "L12": "9"})
	uitest.Tap(t, c, "Nhận phiếu chấm…")
	golden.Compare(t, filepath.Join("testdata", "blocs", "came.txt"), strings.ReplaceAll(uitest.Text(c), dir, "THƯ-MỤC"))
	uitest.Tap(t, c, "Ghi vào sổ")
	k, ranking := blocOf(t, b, 2023)
	r, _ := ranking.Of(b.Desk.View().BlocMembersOf(k)[2].ID)
	if got := r.Lines[1].Mark.Result; got != tdkt.Of(15000) || r.Lines[6].Mark.Checked != tdkt.Of(900) {
		t.Errorf("taken: %v, %v", got, r.Lines[6].Mark.Checked)
	}
}

// Each paper of the khối and its ranking are written where one says.
func TestBlocsPapers(t *testing.T) {
	b := blocsPage(t, 2023)
	c := b.Window.Canvas()
	k, _ := blocOf(t, b, 2023)
	for i, d := range papers.BlocPapers(b.Desk.View(), k) {
		path := filepath.Join(t.TempDir(), "x.docx")
		b.Files.Paths = []string{path}
		uitest.More(t, c, "Giấy tờ của khối…")
		for range i {
			uitest.Keys(c, "Down")
		}
		uitest.Keys(c, "Return")
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", d.Name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "x.xlsx")
	b.Files.Paths = []string{path}
	uitest.More(t, c, "Bảng xếp hạng (Excel)")
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the ranking: %v", err)
	}
}
