package pages

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/quotas"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// quotasOf opens the page over the sample in a year, on the cap of a title.
func quotasOf(t *testing.T, year int, title string) (*guitest.Bench, *quotas.Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := quotas.New(b.Desk)
	b.Show(tab)
	tab.Goto(desk.Place{Title: title})
	return b, tab
}

func caps(t *testing.T, b *guitest.Bench) guitest.List {
	t.Helper()
	return b.List(t, "Chỉ tiêu", "Đã chọn")
}

func candidates(t *testing.T, b *guitest.Bench) guitest.List {
	t.Helper()
	return b.List(t, "TT", "Chọn")
}

// shownCap is the cap at the cursor: its figures, -1 where there is none.
type shownCap struct {
	name                     string
	of, most, chosen, others int
	left                     string
	tried                    bool
}

func capNow(t *testing.T, b *guitest.Bench) shownCap {
	t.Helper()
	list := caps(t, b)
	at := list.Cursor()
	number := func(text string) int {
		n, err := strconv.Atoi(text)
		if err != nil {
			return -1
		}
		return n
	}
	_, of, _ := strings.Cut(list.Cell(at, "Tỷ lệ"), " của ")
	return shownCap{
		name: list.Cell(at, "Chỉ tiêu"), of: number(of), most: number(list.Cell(at, "Tối đa")), chosen: number(list.Cell(at, "Đã chọn")),
		others: number(list.Cell(at, "Tối đa nếu tính cách khác")), left: list.Cell(at, "Còn, vượt"), tried: list.Cell(at, "Trạng thái") == "thử, chưa ghi",
	}
}

// candidate puts the cursor on the first person shown who is chosen or not, and may be.
func candidate(t *testing.T, b *guitest.Bench, chosen bool) (tdkt.Subject, string) {
	t.Helper()
	list := candidates(t, b)
	for i, tick := range list.Texts("Chọn") {
		if (tick == "x") != chosen || !chosen && list.Cell(i, "Kết quả") == "không đủ" || list.Cell(i, "Lưu ý") == "tạm dừng xét" {
			continue
		}
		list.Go(i, "Chọn")
		name := list.Cell(i, "Tên")
		v := b.App.View()
		for _, s := range v.Facts.Judged(b.Desk.Year()) {
			if v.Facts.NameOf(s) == name {
				return s, name
			}
		}
	}
	t.Fatalf("no such person: %q", list.Rows())
	return tdkt.Subject{}, ""
}

// The caps of the plan's year and of the year under way as a person reads them, the latter in
// a small window.
func TestQuotasScreen(t *testing.T) {
	b, _ := quotasOf(t, guitest.Year, "CSTDCS")
	looks(t, b, "quotas/year")
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "quotas/small")
	b.Desk.Choose(openYear, "")
	b.Show(quotas.New(b.Desk))
	looks(t, b, "quotas/open")
}

// Ticking by keyboard shows over and under at once and writes nothing; applying writes all
// in one step, and one undo takes it back.
func TestQuotasTryTitle(t *testing.T) {
	b, _ := quotasOf(t, openYear, "CSTDCS")
	c := b.Window.Canvas()
	before, was := steps(t, b), capNow(t, b)
	s, _ := candidate(t, b, false)
	uitest.Keys(c, "Space")
	if got := capNow(t, b); got.chosen != was.chosen+1 || !got.tried || steps(t, b) != before {
		t.Fatalf("tried: %+v, before %+v, %d steps written", got, was, steps(t, b)-before)
	}
	says(t, b, "Đang thử, chưa ghi: thêm 1", "thử: thêm")
	uitest.Tap(t, c, "Áp dụng…")
	uitest.Keys(c, "Return")
	if _, ok := b.App.View().NominationOf(openYear, s, "CSTDCS"); !ok || steps(t, b) != before+1 {
		t.Fatalf("proposed %v, %d steps", ok, steps(t, b)-before)
	}
	if capNow(t, b).tried {
		t.Error("what is written still counts as tried")
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := capNow(t, b); got.chosen != was.chosen {
		t.Errorf("after undo %d chosen, want %d", got.chosen, was.chosen)
	}
}

// Taking somebody out asks for a reason, which the nomination keeps.
func TestQuotasWithdraw(t *testing.T) {
	b, _ := quotasOf(t, openYear, "CSTDCS")
	c := b.Window.Canvas()
	s, _ := candidate(t, b, false)
	if _, err := b.App.Nominate(t.Context(), openYear, "CSTDCS", []tdkt.Subject{s}); err != nil {
		t.Fatal(err)
	}
	if again, name := candidate(t, b, true); again != s {
		t.Fatalf("chosen is %s", name)
	}
	uitest.Keys(c, "Space")
	uitest.Tap(t, c, "Áp dụng…")
	uitest.TypeComposed(t, c, "vượt chỉ tiêu")
	uitest.Keys(c, "Return")
	if _, ok := b.App.View().NominationOf(openYear, s, "CSTDCS"); ok {
		t.Error("still proposed")
	}
	kept := ""
	for _, n := range b.App.View().Nominations {
		if n.Year == openYear && n.Subject == s && n.State == tdkt.Withdrawn {
			kept = n.Reason
		}
	}
	if kept != "vượt chỉ tiêu" {
		t.Errorf("reason kept: %q", kept)
	}
}

// Raising somebody to the best rating under the cap moves the other caps that hang on it,
// and applying rates both in one step.
func TestQuotasTryRating(t *testing.T) {
	b, _ := quotasOf(t, openYear, "HTXS")
	c := b.Window.Canvas()
	was := capNow(t, b)
	up, _ := candidate(t, b, false)
	uitest.Keys(c, "Space")
	list := candidates(t, b)
	down := tdkt.Subject{}
	for i, note := range list.Texts("Lưu ý") {
		if list.Cell(i, "Chọn") == "x" && note != "thử: thêm" {
			name := list.Cell(i, "Tên")
			list.Go(i, "Chọn")
			for _, s := range b.App.View().Facts.Judged(openYear) {
				if b.App.View().Facts.NameOf(s) == name {
					down = s
				}
			}
			break
		}
	}
	uitest.Keys(c, "Space")
	if got := capNow(t, b); got.chosen != was.chosen || got.of != was.of || !got.tried {
		t.Errorf("tried %+v, before %+v", got, was)
	}
	uitest.Tap(t, c, "Áp dụng…")
	says(t, b, "xếp loại hoàn thành xuất sắc nhiệm vụ: thêm 1, bỏ 1")
	uitest.Keys(c, "Return")
	if b.App.View().YearOf(openYear).IsClosed(tdkt.RatingBook) {
		says(t, b, "Đã chốt sổ xếp loại")
		uitest.Keys(c, "Return")
		if err := b.App.CloseBook(t.Context(), openYear, tdkt.RatingBook, false, "xếp loại lại"); err != nil {
			t.Fatal(err)
		}
		uitest.Tap(t, c, "Áp dụng…")
		uitest.Keys(c, "Return")
	}
	a, _ := b.App.View().RatingOf(openYear, up)
	z, _ := b.App.View().RatingOf(openYear, down)
	if a.Level != tdkt.Excellent || z.Level != tdkt.Good {
		t.Errorf("rated %s and %s", a.Level, z.Level)
	}
}

// Trung tâm are chosen under the cap on units of 2026 like people under theirs, without an
// order of the office's own, and applying rates the units.
func TestQuotasTryUnit(t *testing.T) {
	b := guitest.Open(t)
	centre, ok := b.App.View().Facts.ByCode("LTLS")
	if !ok {
		t.Fatal("the sample has no LTLS")
	}
	if err := b.App.LoadRecords(t.Context(), "xếp loại", []tdkt.Record{tdkt.Rating{ID: tdkt.NewID(), Year: 2026, Subject: centre, Level: tdkt.Good}}); err != nil {
		t.Fatal(err)
	}
	b.Desk.Choose(2026, "")
	tab := quotas.New(b.Desk)
	b.Show(tab)
	c := b.Window.Canvas()
	tab.Goto(desk.Place{Title: "HTXS"})
	list := candidates(t, b)
	at := list.Find("Tên", "Trung tâm Lưu trữ lịch sử")
	list.Go(at, "Chọn")
	if was := capNow(t, b); was.most != 1 || list.Cell(at, "Đơn vị") != "Sở Nội vụ tỉnh Tây Ninh" {
		t.Errorf("cap %+v on %q", was, list.Rows()[at])
	}
	uitest.More(t, c, "Chuyển xuống")
	if got := b.UI.NoticeText(); !strings.Contains(got, "Chỉ cá nhân tự đặt thứ tự được") {
		t.Errorf("an order of units: %q", got)
	}
	uitest.Tap(t, c, "Chọn theo thứ tự")
	looks(t, b, "quotas/units")
	uitest.Tap(t, c, "Áp dụng…")
	uitest.Keys(c, "Return")
	if got, _ := b.App.View().RatingOf(2026, centre); got.Level != tdkt.Excellent {
		t.Errorf("rated %s", got.Level)
	}
	if got := capNow(t, b); got.chosen != 1 || got.tried {
		t.Errorf("after applying %+v", got)
	}
}

// Other figures move the cap at once, and cannot be applied: they are the office's own values.
func TestQuotasFigures(t *testing.T) {
	b, tab := quotasOf(t, openYear, "CSTDCS")
	c := b.Window.Canvas()
	was := capNow(t, b)
	percent, ok := uitest.Find(c, func(f *kit.NumberField) bool { return f.Text == "15" })
	rounding, ok2 := uitest.Find(c, func(s *kit.Select) bool { return s.Selected == "xuống" })
	if !ok || !ok2 {
		t.Fatalf("no figures to try:\n%s", uitest.Text(c))
	}
	percent.SetText("50")
	rounding.SetSelected("lên")
	if got, want := capNow(t, b), (was.of*50+99)/100; got.most != want || !got.tried {
		t.Errorf("half of %d rounded up is %+v, want %d", was.of, got, want)
	}
	uitest.Tap(t, c, "Áp dụng…")
	says(t, b, "Quy định riêng")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, "Trở lại theo quy định")
	if got := capNow(t, b); got.tried || got.most != was.most {
		t.Errorf("back by the rule the cap is %+v, want %d", got, was.most)
	}
	tab.Goto(desk.Place{Title: "HTXS"})
	was = capNow(t, b)
	reading, ok := uitest.Find(c, func(s *kit.Select) bool { return len(s.Options) == 2 })
	if !ok {
		t.Fatalf("no other reading:\n%s", uitest.Text(c))
	}
	reading.SetSelectedIndex(1)
	if got := capNow(t, b); got.most != was.others || got.others != was.most || was.others < 0 {
		t.Errorf("the other reading gives %+v, before %+v", got, was)
	}
}

// The office's own order is tried, kept when applied, and decides who is next.
func TestQuotasOrder(t *testing.T) {
	b, _ := quotasOf(t, openYear, "CSTDCS")
	c := b.Window.Canvas()
	list := candidates(t, b)
	second := list.Cell(1, "Tên")
	list.Go(1, "")
	uitest.More(t, c, "Chuyển lên")
	if got := list.Cell(0, "Tên"); got != second {
		t.Fatalf("first is %s, want %s", got, second)
	}
	uitest.Tap(t, c, "Áp dụng…")
	uitest.Keys(c, "Return")
	b.Show(quotas.New(b.Desk))
	if got := candidates(t, b).Cell(0, "Tên"); got != second {
		t.Errorf("kept first is %s, want %s", got, second)
	}
	says(t, b, "Thứ tự do cơ quan đặt")
}

// Choosing by the order ends at the cap.
func TestQuotasFill(t *testing.T) {
	b, _ := quotasOf(t, openYear, "CSTDCS")
	uitest.Tap(t, b.Window.Canvas(), "Chọn theo thứ tự")
	if got := capNow(t, b); got.chosen != got.most || !got.tried {
		t.Errorf("chosen %+v", got)
	}
	uitest.More(t, b.Window.Canvas(), "Bỏ thử")
	if capNow(t, b).tried {
		t.Error("forgetting left something tried")
	}
}

// A locked year lets one try and refuses to write.
func TestQuotasLocked(t *testing.T) {
	b, _ := quotasOf(t, openYear, "CSTDCS")
	c := b.Window.Canvas()
	y := b.App.View().YearOf(openYear)
	y.Locked = true
	if err := b.App.LoadRecords(t.Context(), "khóa năm", []tdkt.Record{y}); err != nil {
		t.Fatal(err)
	}
	candidate(t, b, false)
	uitest.Keys(c, "Space")
	if !capNow(t, b).tried {
		t.Error("a locked year lets nothing be tried")
	}
	button, ok := uitest.Find(c, func(b *kit.Button) bool { return b.Text == "Áp dụng…" })
	uitest.Keys(c, "Ctrl+S")
	if !ok || !button.Disabled() || !strings.Contains(b.UI.NoticeText(), "đã khóa") {
		t.Errorf("a locked year: notice %q", b.UI.NoticeText())
	}
}

// From a person to the reasons, or to the rating.
func TestQuotasGo(t *testing.T) {
	b, tab := quotasOf(t, openYear, "CSTDCS")
	c := b.Window.Canvas()
	name := candidates(t, b).Cell(0, "Tên")
	candidates(t, b).Go(0, "Tên")
	uitest.Keys(c, "Return")
	uitest.More(t, c, "Quy định riêng…")
	tab.Goto(desk.Place{Title: "HTXS"})
	candidates(t, b).Go(candidates(t, b).Find("Tên", name), "Tên")
	uitest.Keys(c, "Return")
	s := b.Went[0].Subject
	want := []desk.Place{
		{Tab: "Khen thưởng", Subject: s, Title: "CSTDCS"},
		{Tab: "Kế hoạch", Page: "Quy định riêng", Title: "CSTDCS"},
		{Tab: "Đánh giá", Subject: s},
	}
	if d := cmp.Diff(want, b.Went); d != "" || b.App.View().Facts.NameOf(s) != name {
		t.Errorf("from %s went (-want +got):\n%s", name, d)
	}
}

// A year without rules, and a new file, say what to do.
func TestQuotasNoCaps(t *testing.T) {
	b, _ := quotasOf(t, 2010, "CSTDCS")
	says(t, b, "không có quy định xét thi đua cho năm 2010")
	e := guitest.Empty(t)
	e.Show(quotas.New(e.Desk))
	says(t, e, "Chưa có ai đủ điều kiện hoặc được đề nghị theo chỉ tiêu này.")
}

// Each bar shows its cap and the people under it, and its parts are those chosen.
func TestQuotasBarsOpenTheirCaps(t *testing.T) {
	b := guitest.Open(t)
	b.Show(quotas.New(b.Desk))
	bars := uitest.All[*kit.Bar100](b.Window.Canvas())
	if n := caps(t, b).Len(); len(bars) != n || n == 0 {
		t.Fatalf("%d bars for %d caps", len(bars), n)
	}
	for _, bar := range bars {
		bar.Tapped(nil)
		r := capNow(t, b)
		if r.name != bar.Label {
			t.Errorf("the bar %q shows %q", bar.Label, r.name)
		}
		if bar.Parts[0]+bar.Parts[1] != r.chosen || r.most >= 0 && strings.HasPrefix(r.left, "vượt") != bar.Bad {
			t.Errorf("the bar %q has the parts %v: %s", bar.Label, bar.Parts, fmt.Sprintf("%+v", r))
		}
	}
}
