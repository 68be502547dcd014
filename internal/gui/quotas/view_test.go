package quotas

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// open is the year of the sample that is under way.
const open = 2024

// show opens the page over the sample in a year, on the cap of a title.
func show(t *testing.T, year int, title string) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := New(b.Desk)
	b.Show(tab)
	tab.Goto(desk.Place{Title: title})
	return b, tab
}

// cap is the cap at the cursor.
func (t *Tab) current(tb testing.TB) capRow {
	tb.Helper()
	c, ok := t.caps.Current()
	if !ok {
		tb.Fatal("no cap is shown")
	}
	return c
}

// first is the first person shown that want accepts.
func (t *Tab) first(tb testing.TB, want func(personRow) bool) personRow {
	tb.Helper()
	for _, r := range t.people.Shown() {
		if want(r) {
			t.people.SelectKey(r.key())
			return r
		}
	}
	tb.Fatal("no such person")
	return personRow{}
}

func entries(tb testing.TB, b *guitest.Bench) int64 {
	tb.Helper()
	list, err := b.App.Store.History(tb.Context(), 1)
	if err != nil {
		tb.Fatal(err)
	}
	return list[0].Seq
}

// TestScreen: the caps of the plan's year and of the year under way as a person reads
// them, the latter in a small window.
func TestScreen(t *testing.T) {
	b, _ := show(t, guitest.Year, "CSTDCS")
	golden.Compare(t, "testdata/year.txt", uitest.Text(b.Window.Canvas()))
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/small.txt", uitest.Text(b.Window.Canvas()))
	b.Desk.Choose(open, "")
	b.Show(New(b.Desk))
	golden.Compare(t, "testdata/open.txt", uitest.Text(b.Window.Canvas()))
}

// TestTryTitle: ticking by keyboard shows over and under at once and writes nothing;
// applying writes all in one step, and one undo takes it back.
func TestTryTitle(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	before, was := entries(t, b), tab.current(t)
	r := tab.first(t, func(r personRow) bool { return !r.Chosen && r.May() })
	tab.people.Focus()
	uitest.Keys(c, "Home", "Right", "Space")
	got := tab.current(t)
	if got.Chosen != was.Chosen+1 || !got.tried || entries(t, b) != before {
		t.Fatalf("tried: %d chosen (%d before), %d steps written", got.Chosen, was.Chosen, entries(t, b)-before)
	}
	if text := uitest.Text(c); !strings.Contains(text, "Đang thử, chưa ghi: thêm 1") || !strings.Contains(text, wordAdded) {
		t.Errorf("the screen does not say that it is a trial:\n%s", text)
	}
	uitest.Tap(t, c, wordApply)
	uitest.Keys(c, "Return")
	if _, ok := b.App.View().NominationOf(open, r.Subject, "CSTDCS"); !ok || entries(t, b) != before+1 {
		t.Fatalf("proposed %v, %d steps", ok, entries(t, b)-before)
	}
	if tab.current(t).tried {
		t.Error("what is written still counts as tried")
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := tab.current(t); got.Chosen != was.Chosen {
		t.Errorf("after undo %d chosen, want %d", got.Chosen, was.Chosen)
	}
}

// TestWithdraw: taking somebody out asks for a reason, which the nomination keeps.
func TestWithdraw(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	p := tab.first(t, func(r personRow) bool { return r.May() && !r.Hold })
	if _, err := b.App.Nominate(t.Context(), open, "CSTDCS", []tdkt.Subject{p.Subject}); err != nil {
		t.Fatal(err)
	}
	r := tab.first(t, func(r personRow) bool { return r.Chosen })
	tab.try(func(n trial) { n.set(tab.current(t).Cap, r.Subject, false) })
	uitest.Tap(t, c, wordApply)
	uitest.TypeComposed(t, c, "vượt chỉ tiêu")
	uitest.Keys(c, "Return")
	if _, ok := b.App.View().NominationOf(open, r.Subject, "CSTDCS"); ok {
		t.Error("still proposed")
	}
	for _, n := range b.App.View().Nominations {
		if n.Year == open && n.Subject == r.Subject && n.State == tdkt.Withdrawn && n.Reason != "vượt chỉ tiêu" {
			t.Errorf("reason kept: %q", n.Reason)
		}
	}
}

// TestTryRating: raising somebody to the best rating under the cap moves the other caps
// that hang on it, and applying rates both in one step.
func TestTryRating(t *testing.T) {
	b, tab := show(t, open, "HTXS")
	was := tab.current(t)
	up := tab.first(t, func(r personRow) bool { return !r.Chosen })
	down := tab.first(t, func(r personRow) bool { return r.Chosen })
	tab.try(func(n trial) {
		n.set(was.Cap, up.Subject, true)
		n.set(was.Cap, down.Subject, false)
	})
	if got := tab.current(t); got.Chosen != was.Chosen || got.BaseCount != was.BaseCount || !got.tried {
		t.Errorf("tried %d of %d, before %d of %d", got.Chosen, got.BaseCount, was.Chosen, was.BaseCount)
	}
	tab.applyTrial()
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(strings.Join(strings.Fields(text), " "), "xếp loại hoàn thành xuất sắc nhiệm vụ: thêm 1, bỏ 1") {
		t.Fatalf("the question:\n%s", text)
	}
	uitest.Keys(b.Window.Canvas(), "Return")
	if b.App.View().YearOf(open).IsClosed(tdkt.RatingBook) {
		if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Đã chốt sổ xếp loại") {
			t.Fatalf("a closed book does not refuse:\n%s", text)
		}
		uitest.Keys(b.Window.Canvas(), "Return")
		if err := b.App.CloseBook(t.Context(), open, tdkt.RatingBook, false, "xếp loại lại"); err != nil {
			t.Fatal(err)
		}
		tab.applyTrial()
		uitest.Keys(b.Window.Canvas(), "Return")
	}
	a, _ := b.App.View().RatingOf(open, up.Subject)
	z, _ := b.App.View().RatingOf(open, down.Subject)
	if a.Level != tdkt.Excellent || z.Level != tdkt.Good {
		t.Errorf("rated %s and %s", a.Level, z.Level)
	}
}

// TestTryUnit: Trung tâm are chosen under the cap on units of 2026 like people under
// theirs, without an order of the office's own, and applying rates the units.
func TestTryUnit(t *testing.T) {
	b := guitest.Open(t)
	centre, ok := b.App.View().Facts.ByCode("LTLS")
	if !ok {
		t.Fatal("the sample has no LTLS")
	}
	if err := b.App.LoadRecords(t.Context(), "xếp loại", []tdkt.Record{tdkt.Rating{ID: tdkt.NewID(), Year: 2026, Subject: centre, Level: tdkt.Good}}); err != nil {
		t.Fatal(err)
	}
	b.Desk.Choose(2026, "")
	tab := New(b.Desk)
	b.Show(tab)
	tab.Goto(desk.Place{Title: "HTXS"})
	was := tab.current(t)
	r := tab.first(t, func(r personRow) bool { return r.Subject == centre })
	if !was.Units || was.QuotaLine.Cap != 1 || r.Name != "Trung tâm Lưu trữ lịch sử" || r.Unit != "Sở Nội vụ tỉnh Tây Ninh" {
		t.Errorf("cap %+v on %q of %q", was.QuotaLine, r.Name, r.Unit)
	}
	tab.move(1)
	if got := b.UI.NoticeText(); got != textNoOrder {
		t.Errorf("an order of units: %q", got)
	}
	uitest.Tap(t, b.Window.Canvas(), wordFill)
	golden.Compare(t, "testdata/units.txt", uitest.Text(b.Window.Canvas()))
	tab.applyTrial()
	uitest.Keys(b.Window.Canvas(), "Return")
	if got, _ := b.App.View().RatingOf(2026, centre); got.Level != tdkt.Excellent {
		t.Errorf("rated %s", got.Level)
	}
	if got := tab.current(t); got.Chosen != 1 || got.tried {
		t.Errorf("after applying %d chosen, tried %v", got.Chosen, got.tried)
	}
}

// TestFigures: other figures move the cap at once, and cannot be applied: they are the
// office's own values.
func TestFigures(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	was := tab.current(t)
	tab.figures.percent.SetText("50")
	tab.figures.rounding.SetSelected("lên")
	got := tab.current(t)
	if want := (was.BaseCount*50 + 99) / 100; got.QuotaLine.Cap != want || !got.tried {
		t.Errorf("half of %d rounded up is %d, want %d", was.BaseCount, got.QuotaLine.Cap, want)
	}
	uitest.Tap(t, c, wordApply)
	if text := uitest.Text(c); !strings.Contains(text, "Quy định riêng") {
		t.Errorf("nothing says where figures are entered:\n%s", text)
	}
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, wordRule)
	if got := tab.current(t); got.tried || got.QuotaLine.Cap != was.QuotaLine.Cap {
		t.Errorf("back by the rule the cap is %d, want %d", got.QuotaLine.Cap, was.QuotaLine.Cap)
	}
	tab.Goto(desk.Place{Title: "HTXS"})
	was = tab.current(t)
	tab.figures.reading.SetSelectedIndex(1)
	if got := tab.current(t); got.QuotaLine.Cap != was.Other.Cap || got.Other.Cap != was.QuotaLine.Cap {
		t.Errorf("the other reading gives %d, want %d", got.QuotaLine.Cap, was.Other.Cap)
	}
}

// TestOrder: the office's own order is tried, kept when applied, and decides who is next.
func TestOrder(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	second := tab.people.Shown()[1]
	tab.people.SelectKey(second.key())
	uitest.More(t, c, wordUp)
	if got := tab.people.Shown()[0].Name; got != second.Name {
		t.Fatalf("first is %s, want %s", got, second.Name)
	}
	uitest.Tap(t, c, wordApply)
	uitest.Keys(c, "Return")
	again := New(b.Desk)
	b.Show(again)
	if got := again.people.Shown()[0].Name; got != second.Name {
		t.Errorf("kept first is %s, want %s", got, second.Name)
	}
	if text := uitest.Text(c); !strings.Contains(text, "Thứ tự do cơ quan đặt") {
		t.Errorf("nothing says whose order it is:\n%s", text)
	}
}

// TestFill: choosing by the order ends at the cap.
func TestFill(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	uitest.Tap(t, b.Window.Canvas(), wordFill)
	if got := tab.current(t); got.over() != 0 {
		t.Errorf("%d chosen of %d", got.Chosen, got.QuotaLine.Cap)
	}
	uitest.More(t, b.Window.Canvas(), wordForget)
	if got := tab.current(t); got.tried {
		t.Error("forgetting left something tried")
	}
}

// TestLocked: a locked year lets one try and refuses to write.
func TestLocked(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	y := b.App.View().YearOf(open)
	y.Locked = true
	if err := b.App.LoadRecords(t.Context(), "khóa năm", []tdkt.Record{y}); err != nil {
		t.Fatal(err)
	}
	r := tab.first(t, func(r personRow) bool { return !r.Chosen })
	tab.try(func(n trial) { n.set(tab.current(t).Cap, r.Subject, true) })
	tab.applyTrial()
	if !tab.apply.Disabled() || !strings.Contains(b.UI.NoticeText(), "đã khóa") {
		t.Errorf("a locked year: notice %q", b.UI.NoticeText())
	}
}

// TestGo: from a person to the reasons, or to the rating.
func TestGo(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	r := tab.people.Shown()[0]
	tab.openReasons(r)
	tab.openLocals()
	tab.Goto(desk.Place{Title: "HTXS"})
	tab.openReasons(r)
	want := []desk.Place{
		{Tab: "Khen thưởng", Subject: r.Subject, Title: "CSTDCS"},
		{Tab: "Kế hoạch", Page: "Quy định riêng", Title: "CSTDCS"},
		{Tab: "Đánh giá", Subject: r.Subject},
	}
	if d := cmp.Diff(want, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// TestNoCaps: a year without rules, and a new file, say what to do.
func TestNoCaps(t *testing.T) {
	b, _ := show(t, 2010, "CSTDCS")
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(strings.Join(strings.Fields(text), " "), "không có quy định xét thi đua cho năm 2010") {
		t.Errorf("screen:\n%s", text)
	}
	e := guitest.Empty(t)
	e.Show(New(e.Desk))
	if text := uitest.Text(e.Window.Canvas()); !strings.Contains(text, textNobody) {
		t.Errorf("screen:\n%s", text)
	}
}

// Each bar shows its cap and the people under it, and its parts are those chosen.
func TestBarsOpenTheirCaps(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	bars := uitest.All[*kit.Bar100](b.Window.Canvas())
	if len(bars) != len(tab.page.rows) {
		t.Fatalf("%d bars for %d caps", len(bars), len(tab.page.rows))
	}
	for _, bar := range bars {
		bar.Tapped(nil)
		r, ok := tab.caps.Current()
		if !ok || r.Name != bar.Label {
			t.Errorf("the bar %q shows %q", bar.Label, r.Name)
		}
		if bar.Parts[0]+bar.Parts[1] != r.Chosen || r.Known && r.over() > 0 != bar.Bad {
			t.Errorf("the bar %q has the parts %v, chosen %d", bar.Label, bar.Parts, r.Chosen)
		}
	}
}
