package awards

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// open is the year of the sample that is under way: its book of titles is open.
const open = 2024

// show opens the tab over the sample in a year, on a title.
func show(t *testing.T, year int, code string) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := New(b.Desk, func() {}, func(string) {})
	b.Show(tab)
	tab.titles.SelectKey("person " + code)
	return b, tab
}

// flat is the screen as one line, so that wrapped sentences can be looked for.
func flat(c fyne.Canvas) string { return strings.Join(strings.Fields(uitest.Text(c)), " ") }

// put sets the cursor on the first row that want accepts.
func (t *Tab) put(tb testing.TB, want func(row) bool) row {
	tb.Helper()
	for _, r := range t.grid.Shown() {
		if want(r) {
			t.grid.SelectKey(r.key())
			return r
		}
	}
	tb.Fatal("no such row")
	return row{}
}

// panes is the page as text, one column after the other: what stands beside what differs with
// the signs' letters of each system.
func (t *Tab) panes() string {
	var parts []string
	for _, o := range []fyne.CanvasObject{t.top.Object(), t.titles, t.grid, t.reasons} {
		parts = append(parts, uitest.TextOf(o))
	}
	return strings.Join(parts, "---\n")
}

// TestScreen: the lists and reasons of people and of units as a person reads them,
// in the two usual widths.
func TestScreen(t *testing.T) {
	b, tab := show(t, guitest.Year, "CSTDCS")
	c := b.Window.Canvas()
	tab.group.SetSelected(wordOnlyNo)
	golden.Compare(t, "testdata/people.txt", tab.panes())
	uitest.Keys(c, "Escape")
	b.Window.Resize(fyne.NewSize(1200, 640))
	tab.group.SetSelected(wordAllRows)
	tab.part.SetSelected(wordUnits)
	golden.Compare(t, "testdata/units.txt", tab.panes())
}

// TestCounts: the counts of a title are those of its list, and the list those of the law.
func TestCounts(t *testing.T) {
	b, tab := show(t, guitest.Year, "LDTT")
	results, err := b.App.View().Answers(t.Context(), guitest.Year)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{}
	for r := range results.All() {
		want[string(r.Kind)+r.Title+string(r.Answer)]++
	}
	for _, title := range tab.page.titles {
		got := []int{title.yes, title.no, title.unknown}
		k := string(title.kind) + title.code
		if d := cmp.Diff([]int{want[k+"yes"], want[k+"no"], want[k+"unknown"]}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", title.name, d)
		}
	}
}

// TestNominate: those who may get the title are proposed in one step by keyboard,
// and taken back with a reason only.
func TestNominate(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	tab.group.SetSelected(wordOnlyYes)
	tab.grid.Focus()
	uitest.Keys(c, "Ctrl+A", "Ctrl+N")
	if c.Overlays().Top() != nil { // somebody is on hold or lacks data
		uitest.Keys(c, "Return")
	}
	n := len(tab.grid.Shown())
	if got := len(inGroup(tab.grid.Shown(), wordOnlyNamed)); n == 0 || got != n {
		t.Fatalf("%d of %d proposed", got, n)
	}
	uitest.Tap(t, c, wordMove)
	uitest.Keys(c, "Down", "Down", "Down", "Down", "Return") // the last of the moves
	uitest.Keys(c, "Return")
	if !strings.Contains(flat(c), "Hãy ghi nội dung") {
		t.Error("withdrawing without a reason was let through")
	}
	uitest.TypeComposed(t, c, "đề nghị nhầm")
	uitest.Keys(c, "Return")
	if got := len(inGroup(tab.grid.Shown(), wordOnlyNamed)); got != 0 {
		t.Errorf("%d still proposed", got)
	}
	if got := b.App.View().Nominations; len(got) == 0 || got[len(got)-1].Reason != "đề nghị nhầm" {
		t.Error("the reason was not kept")
	}
}

// TestApart: long service is listed for the heads of the department alone, explained, and
// proposed like any other title.
func TestApart(t *testing.T) {
	b, tab := show(t, open, "HCLD-CH")
	var codes []string
	for _, r := range tab.grid.Shown() {
		codes = append(codes, r.res.Code)
	}
	slices.Sort(codes)
	if d := cmp.Diff([]string{"CB001", "CB002", "CB003", "CB004"}, codes); d != "" {
		t.Fatalf("listed (-want +got):\n%s", d)
	}
	r := tab.put(t, func(r row) bool { return r.res.Code == "CB001" })
	if text := flat(b.Window.Canvas()); !strings.Contains(text, "Đã có thông báo nghỉ hưu hoặc quyết định nghỉ hưu") {
		t.Errorf("no reasons on the screen:\n%s", text)
	}
	tab.nominateSelected()
	uitest.Keys(b.Window.Canvas(), "Return") // data are missing
	if _, ok := b.App.View().NominationOf(open, r.res.Subject, "HCLD-CH"); !ok || tab.at.named != 1 {
		t.Errorf("proposed %v, counted %d", ok, tab.at.named)
	}
	centre, _ := b.App.View().Facts.ByCode("LTLS")
	b.Desk.Choose(open, centre.ID)
	tab.Refresh()
	tab.titles.SelectKey("person HCLD-CH")
	if len(tab.grid.Shown()) != 0 || tab.grid.Empty != textNoPost {
		t.Errorf("a Trung tâm lists %d, and says %q", len(tab.grid.Shown()), tab.grid.Empty)
	}
}

// TestNominateDoubt: missing data is asked about, a không đủ cannot be proposed.
func TestNominateDoubt(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	r := tab.put(t, func(r row) bool { return r.res.Answer == law.Unknown && !r.res.Hold })
	tab.nominateSelected()
	if !strings.Contains(flat(c), "1 thiếu dữ liệu") {
		t.Fatalf("nothing was asked:\n%s", uitest.Text(c))
	}
	uitest.Keys(c, "Return")
	if _, ok := b.App.View().NominationOf(open, r.res.Subject, "CSTDCS"); !ok {
		t.Error("not proposed")
	}
	tab.put(t, func(r row) bool { return r.res.Answer == law.No })
	if !tab.nominate.Disabled() {
		t.Error("the button is there for one who may not get the title")
	}
}

// TestRecord: a decision is recorded once for all who were proposed; a closed book
// takes none.
func TestRecord(t *testing.T) {
	b, tab := show(t, open, "LDTT")
	c := b.Window.Canvas()
	rows := inGroup(tab.grid.Shown(), wordOnlyYes)[:3]
	if _, err := b.App.Nominate(t.Context(), open, "LDTT", subjectsOf(rows)); err != nil {
		t.Fatal(err)
	}
	tab.recordDecision()
	uitest.Keys(c, "Return")
	if text := flat(c); !strings.Contains(text, "Hãy nhập Số quyết định") || !strings.Contains(text, "Tất cả 3 đối tượng đã đề nghị") {
		t.Fatalf("the form:\n%s", uitest.Text(c))
	}
	uitest.TypeComposed(t, c, "77/QĐ-SNV")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "20/12/2024")
	uitest.Keys(c, "Tab")
	uitest.TypeComposed(t, c, "Phạm Thị Thử")
	uitest.Keys(c, "Return")
	given := b.App.View().GivenIn(open, "LDTT")
	for _, r := range rows {
		w := given[r.res.Subject]
		if w.Decision != "77/QĐ-SNV" || w.Date != tdkt.Date(2024, 12, 20) || w.Signer != "Phạm Thị Thử" || w.Level != "Sở" {
			t.Errorf("%s: award %+v", r.name, w)
		}
	}
	if got := len(inGroup(tab.grid.Shown(), wordOnlyGiven)); got != 3 {
		t.Errorf("%d shown as given, want 3", got)
	}
	uitest.Tap(t, c, "⋯")
	uitest.Tap(t, c, wordCloseBook)
	uitest.Keys(c, "Return")
	if !tab.record.Disabled() || !strings.Contains(flat(c), wordBookClosed) {
		t.Error("a closed book offers to record decisions")
	}
	uitest.Tap(t, c, "⋯")
	uitest.Tap(t, c, wordReopen)
	uitest.TypeComposed(t, c, "quyết định bổ sung")
	uitest.Keys(c, "Return")
	if tab.page.closed {
		t.Error("the book did not open")
	}
}

// TestTick: a judgement made under CSTĐ cơ sở is that of LĐTT, where it belongs; it
// can be given to several at once and taken back.
func TestTick(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	r := tab.put(t, func(r row) bool { return r.res.ManualOpen > 0 })
	uitest.Tap(t, c, wordMet)
	at := slices.IndexFunc(b.App.View().Ticks, func(k tdkt.Tick) bool { return k.Year == open && k.Subject == r.res.Subject })
	if at < 0 {
		t.Fatal("no judgement was kept")
	}
	k := b.App.View().Ticks[at]
	if k.Title != "LDTT" || !k.Met || k.By != "Người thử" || k.Date == 0 {
		t.Errorf("judgement = %+v", k)
	}
	if n, _ := tab.needs.Current(); n.judged() != wordTickMet {
		t.Errorf("the list says %q", n.judged())
	}
	uitest.Tap(t, c, wordUntick)
	if n, _ := tab.needs.Current(); n.judged() != "chờ đánh giá" {
		t.Errorf("after taking it back the list says %q", n.judged())
	}
	before := len(b.App.View().Ticks)
	tab.group.SetSelected(wordOnlyManual)
	tab.grid.SelectAll()
	n := len(tab.grid.Selected())
	uitest.Tap(t, c, wordUnmet)
	if !strings.Contains(flat(c), "đối tượng đang chọn ở tiêu chí") {
		t.Fatalf("judging %d at once was not asked about", n)
	}
	uitest.Keys(c, "Return")
	if got := len(b.App.View().Ticks) - before; got != n {
		t.Errorf("%d judgements, want %d", got, n)
	}
	if got := len(inGroup(tab.page.rows[tab.at.titleKey], wordOnlyNo)); got < n {
		t.Errorf("%d may not get the title, want at least %d", got, n)
	}
}

// TestUnchecked: the year whose law was not checked says so, above all and in each
// reason that is copied.
func TestUnchecked(t *testing.T) {
	b, tab := show(t, 2026, "LDTT")
	c := b.Window.Canvas()
	if !strings.Contains(flat(c), "Chưa đối chiếu với Luật 06/2026/QH16: mọi kết luận cần đối chiếu lại") {
		t.Errorf("no warning:\n%s", uitest.Text(c))
	}
	tab.copyReasons()
	if text := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(text, "Chưa đối chiếu với Luật 06/2026/QH16") {
		t.Errorf("copied: %s", text)
	}
}

// TestNoLaw: a year before the first law file says which years there are.
func TestNoLaw(t *testing.T) {
	b, tab := show(t, 2010, "LDTT")
	if text := flat(b.Window.Canvas()); !strings.Contains(text, "không có quy định xét thi đua cho năm 2010") || tab.has {
		t.Errorf("screen:\n%s", text)
	}
}

// TestEmpty: a new file says what to do first.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(New(b.Desk, func() {}, func(string) {}))
	if text := flat(b.Window.Canvas()); !strings.Contains(text, "Hãy nhập cán bộ") {
		t.Errorf("screen:\n%s", text)
	}
}

// TestGoto: another tab asks for a unit's reasons; the filters that hide it give way.
func TestGoto(t *testing.T) {
	b, tab := show(t, guitest.Year, "LDTT")
	tab.group.SetSelected(wordOnlyHold)
	tab.grid.SetFilter("không có ai tên này")
	u := b.App.View().UnitsOf(guitest.Year, "")[3]
	tab.Goto(desk.Place{Subject: tdkt.UnitSubject(u.ID), Title: "TTLDXS"})
	if tab.at.code != "TTLDXS" || tab.current.name != u.Name {
		t.Fatalf("shown: %s of %q, want TTLDXS of %q", tab.at.code, tab.current.name, u.Name)
	}
	c := b.Window.Canvas()
	tab.grid.Focus()
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, wordCard)
	if d := cmp.Diff([]desk.Place{{Tab: "Nhân sự", Subject: tdkt.UnitSubject(u.ID)}}, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// TestExport: Ctrl+E does what the window says.
func TestExport(t *testing.T) {
	b := guitest.Open(t)
	done := 0
	b.Show(New(b.Desk, func() { done++ }, func(string) {}))
	uitest.Keys(b.Window.Canvas(), "Ctrl+E")
	if done != 1 {
		t.Errorf("exported %d times, want 1", done)
	}
}
