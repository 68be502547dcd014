package pledges

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// fresh is a year of the sample in which nobody has registered yet.
const fresh = 2025

// show opens the tab over the sample in a year.
func show(t *testing.T, year int) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := New(b.Desk)
	b.Show(tab)
	return b, tab
}

func (t *Tab) named(tb testing.TB, name string) row {
	tb.Helper()
	for _, r := range t.grid.Rows() {
		if r.name == name {
			return r
		}
	}
	tb.Fatalf("%q is not in the list", name)
	return row{}
}

// TestScreen: the screens of a closed year, in the two usual widths, as a person
// reads them.
func TestScreen(t *testing.T) {
	b, tab := show(t, guitest.Year)
	c := b.Window.Canvas()
	golden.Compare(t, "testdata/people.txt", uitest.Text(c))
	b.Window.Resize(fyne.NewSize(1200, 620))
	uitest.More(t, c, wordRooms)
	golden.Compare(t, "testdata/rooms.txt", uitest.Text(c))
	uitest.Keys(c, "Escape")
	tab.part.SetSelected(wordUnits)
	golden.Compare(t, "testdata/units.txt", uitest.Text(c))
}

// TestRegisterAll: sixty people are registered by two clicks and one step, which one
// undo takes back.
func TestRegisterAll(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	everyone := len(tab.grid.Rows())
	uitest.Tap(t, c, wordAll)
	golden.Compare(t, "testdata/all.txt", uitest.Text(c))
	uitest.Tap(t, c, wordApply)
	if got := len(b.App.View().Pledges); got == 0 || len(tab.page.rooms) == 0 {
		t.Fatal("nothing was registered")
	}
	if text := uitest.Text(c); !strings.Contains(text, progressOf(everyone)) {
		t.Errorf("the line of progress does not say that all are done:\n%s", text)
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p := progress(tab.page.rooms); strings.HasPrefix(p, progressOf(everyone)) {
		t.Errorf("after undo: %s", p)
	}
}

func progressOf(n int) string {
	return "Đã đăng ký " + kit.FormatInt(n) + "/" + kit.FormatInt(n) + "."
}

// TestRegisterSeveralTitles: two titles for the rows selected are one step too, and
// nobody else is touched.
func TestRegisterSeveralTitles(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	tab.grid.Focus()
	uitest.Keys(c, "Shift+Down", "Shift+Down")
	before, err := b.App.Store.History(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	uitest.Keys(c, "Ctrl+N")
	box, ok := uitest.Find(c, func(c *kit.Check) bool { return c.Text == "Chiến sĩ thi đua cơ sở" })
	if !ok {
		t.Fatalf("no such box:\n%s", uitest.Text(c))
	}
	test.Tap(box)
	uitest.Keys(c, "Return")
	after, err := b.App.Store.History(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if after[0].Seq != before[0].Seq+1 {
		t.Errorf("history went from %d to %d, want one step", before[0].Seq, after[0].Seq)
	}
	if got := totals(tab.page.titles[:2], tab.grid.Rows()); got != "LĐTT: 3 · CSTĐ cơ sở: 3" {
		t.Errorf("registered: %s", got)
	}
}

// TestExceptions: single boxes are ticked by keyboard, also quickly one after the
// other, and an initiative is named beside them.
func TestExceptions(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	r := tab.grid.Rows()[0]
	tab.grid.Focus()
	uitest.Keys(c, "Right", "Right", "Right", "Space", "Right", "Space")
	want := []string{"LDTT", "CSTDCS"}
	if d := cmp.Diff(want, codes(b.App.View().PledgesOf(fresh, r.subject))); d != "" {
		t.Fatalf("after two ticks (-want +got):\n%s", d)
	}
	stale := []kit.Edit[row]{{Row: r, Column: firstTick + 2, Text: "x"}} // r was read before the ticks
	if err := tab.edited(stale); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(append(want, "CSTDT"), codes(b.App.View().PledgesOf(fresh, r.subject))); d != "" {
		t.Fatalf("a row read earlier lost ticks (-want +got):\n%s", d)
	}
	uitest.Keys(c, "Right", "Right", "Right", "F2")
	uitest.TypeComposed(t, c, "Tra cứu hồ sơ bằng mã vạch")
	uitest.Keys(c, "Return")
	if got := tab.named(t, r.name).initiative(); got != "Tra cứu hồ sơ bằng mã vạch" {
		t.Errorf("initiative = %q", got)
	}
}

// TestInitiativeNeedsTitle: an initiative without a title says what to do first.
func TestInitiativeNeedsTitle(t *testing.T) {
	_, tab := show(t, fresh)
	column := firstTick + len(tab.page.titles)
	err := tab.edited([]kit.Edit[row]{{Row: tab.grid.Rows()[0], Column: column, Text: "Sáng kiến"}})
	if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "đánh dấu danh hiệu") {
		t.Errorf("err = %v", err)
	}
}

// TestBook: a closed book refuses ticks and the bulk dialog, and opens again with a
// reason only; closing says how many are still missing.
func TestBook(t *testing.T) {
	b, tab := show(t, guitest.Year)
	c := b.Window.Canvas()
	r := tab.grid.Rows()[0]
	tab.registerAll()
	if c.Overlays().Top() != nil || !strings.Contains(b.UI.NoticeText(), "đã chốt") {
		t.Errorf("the closed book let the dialog open; notice %q", b.UI.NoticeText())
	}
	if err := tab.edited([]kit.Edit[row]{{Row: r, Column: firstTick + 1, Text: "x"}}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("the closed book took a tick: %v", err)
	}
	uitest.More(t, c, wordReopen)
	uitest.TypeComposed(t, c, "nhập sót")
	uitest.Keys(c, "Return")
	if b.App.View().YearOf(guitest.Year).IsClosed(tdkt.PledgeBook) {
		t.Fatal("the book did not open")
	}
	uitest.More(t, c, wordClose)
	if text := strings.Join(strings.Fields(uitest.Text(c)), " "); !strings.Contains(text, "Hiện còn 2 cá nhân và 0 tập thể chưa đăng ký") {
		t.Errorf("closing does not say who is missing:\n%s", text)
	}
	uitest.Keys(c, "Return")
	if !b.App.View().YearOf(guitest.Year).IsClosed(tdkt.PledgeBook) {
		t.Error("the book did not close")
	}
}

// TestMissing: from the progress of a room to the people who have not registered there.
func TestMissing(t *testing.T) {
	b, tab := show(t, guitest.Year)
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordMissing)
	if n := len(tab.grid.Rows()); n != 2 {
		t.Fatalf("%d rows, want the 2 who did not register", n)
	}
	tab.missing.SetChecked(false)
	for _, r := range tab.page.rooms {
		if r.Name == "Văn phòng" {
			tab.showMissing(r)
		}
	}
	if got := tab.grid.Shown(); len(got) != 1 || len(got[0].pledges) != 0 {
		t.Errorf("rows shown: %v", got)
	}
}

// TestMoreColumns: a form gets a column when it is asked for, and is given by the
// menu of the right button to all rows selected.
func TestMoreColumns(t *testing.T) {
	b, tab := show(t, fresh)
	before := len(tab.page.titles)
	tab.addColumn()
	uitest.Keys(b.Window.Canvas(), "Return")
	if len(tab.page.titles) != before+1 {
		t.Fatalf("%d columns, want %d", len(tab.page.titles), before+1)
	}
	tab.grid.SelectAll()
	items := tab.menu(tab.grid.Selected())
	items[before].Action()
	added := tab.page.titles[before]
	if got, want := totals([]title{added}, tab.grid.Rows()), added.short+": "+kit.FormatInt(len(tab.grid.Rows())); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if again := tab.menu(tab.grid.Selected())[before].Label; !strings.HasPrefix(again, "Bỏ đăng ký") {
		t.Errorf("the menu says %q for a title all have", again)
	}
}

// TestGoto: another tab can show a unit here, and this one the reasons of a title.
func TestGoto(t *testing.T) {
	b, tab := show(t, guitest.Year)
	u := b.App.View().UnitsOf(guitest.Year, "")[2]
	tab.Goto(desk.Place{Subject: tdkt.UnitSubject(u.ID)})
	r, ok := tab.grid.Current()
	if !ok || r.name != u.Name {
		t.Fatalf("cursor on %q, want %q", r.name, u.Name)
	}
	tab.openReasons(r)
	want := []desk.Place{{Tab: "Khen thưởng", Subject: r.subject, Title: "TTLDXS"}}
	want[0].Title = r.pledges[len(r.pledges)-1].Title
	if d := cmp.Diff(want, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// TestEmpty: a new file says what to do first.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(New(b.Desk))
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Hãy nhập cán bộ") {
		t.Errorf("screen:\n%s", text)
	}
}
