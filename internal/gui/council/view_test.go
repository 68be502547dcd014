package council

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// seated is the page over the sample, whose Council of nine has met and counted the
// votes for the titles of the province.
func seated(t *testing.T) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	return b, tab
}

// rowOf is the tally of a person for CSTĐ cấp tỉnh on the screen.
func rowOf(t *testing.T, b *guitest.Bench, tab *Tab, code string) row {
	t.Helper()
	s, err := b.App.View().FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tab.tallies.Rows() {
		if r.Nomination.Subject == s && r.Nomination.Title == "CSTDT" {
			return r
		}
	}
	t.Fatalf("no row of %s", code)
	return row{}
}

// The three lists as a person reads them, at the smallest window too.
func TestScreen(t *testing.T) {
	b, tab := seated(t)
	c := b.Window.Canvas()
	tab.tallies.SetFilter("cstd cap tinh")
	golden.Compare(t, "testdata/tallies.txt", uitest.Text(c))
	b.Window.Resize(fyne.NewSize(1024, 580))
	tab.part.SetSelected(wordAttendance)
	golden.Compare(t, "testdata/attendance.txt", uitest.Text(c))
	tab.part.SetSelected(wordMembers)
	golden.Compare(t, "testdata/members.txt", uitest.Text(c))
}

// An empty file says what to do first.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	if text := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " "); !strings.Contains(text, "hãy nhập thành viên Hội đồng") {
		t.Errorf("the empty list says:\n%s", text)
	}
	uitest.Tap(t, b.Window.Canvas(), wordFirstMembers) // the button below the sentence
	if tab.part.Selected != wordMembers {
		t.Error("the button it names does not lead to the members")
	}
}

// Votes typed cell by cell: too few are shown as missing, too many are refused in words,
// and the results move the nominations once they are made known.
func TestTally(t *testing.T) {
	b, tab := seated(t)
	r := rowOf(t, b, tab, "CB020")
	if err := tab.editOne(r, colFor, "8"); err != nil {
		t.Fatal(err)
	}
	if got := rowOf(t, b, tab, "CB020"); got.result() != "thiếu 1 phiếu" || got.style() != kit.Bad {
		t.Errorf("8 of 9: %q", got.result())
	}
	if err := tab.editOne(r, colAgainst, "2"); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "khác tổng số 9 thành viên") {
		t.Errorf("ten votes of nine members: %v", err)
	}
	if err := tab.editOne(r, colFor, "năm"); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a word was taken for a number: %v", err)
	}
	if err := tab.editOne(r, colAgainst, "1"); err != nil {
		t.Fatal(err)
	}
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordConclude)
	uitest.Keys(c, "Return")
	n, _ := b.App.View().NominationOf(2023, r.Nomination.Subject, "CSTDT")
	if n.State != tdkt.Rejected {
		t.Errorf("8 of 9 with 90 %%: %s", n.State)
	}
	if got := rowOf(t, b, tab, "CB020"); got.result() != wordFailed+wordFinal {
		t.Errorf("shown as %q", got.result())
	}
}

// One button fills the cases left of a Council of one mind; a nominee's own vote is left out.
func TestFillUnanimous(t *testing.T) {
	b, tab := seated(t)
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordFill)
	uitest.Keys(c, "Return")
	for _, r := range tab.tallies.Rows() {
		if !r.Entered || r.Ballot.Missing() != 0 {
			t.Errorf("%s, %s: %+v", r.name, r.title, r.Ballot)
		}
	}
	if own := rowOf(t, b, tab, "CB045"); own.Ballot.For != 8 || own.Ballot.Recused != 1 {
		t.Errorf("votes typed before were changed: %+v", own.Ballot)
	}
}

// Absence is typed in the list of those who attended and changes who could vote.
func TestAttendance(t *testing.T) {
	b, tab := seated(t)
	at := tab.present.Rows()[2]
	if err := tab.editPresence(at, colState, string(tdkt.Away)); err != nil {
		t.Fatal(err)
	}
	if err := tab.editPresence(tab.present.Rows()[2], colReason, "đi công tác"); err != nil {
		t.Fatal(err)
	}
	if got := rowOf(t, b, tab, "CB020"); got.Ballot.Away != 1 || got.Ballot.Missing() != -1 {
		t.Errorf("away: %+v", got.Ballot)
	}
	if got := tab.present.Rows()[2]; got.State != tdkt.Away || got.Reason != "đi công tác" {
		t.Errorf("attendee %+v", got)
	}
}

// Each bar of the result shows its cases in the list, as many as it says.
func TestBarsOpenTheirCases(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	bars := uitest.All[*kit.Bar100](b.Window.Canvas())
	if len(bars) < 3 {
		t.Fatalf("%d bars", len(bars))
	}
	for _, bar := range bars {
		bar.Tapped(nil)
		want := 0
		for _, n := range bar.Parts {
			want += n
		}
		shown := tab.tallies.Shown()
		for _, r := range shown {
			if r.title != bar.Label {
				t.Errorf("the bar %q shows %s for %s", bar.Label, r.name, r.title)
			}
		}
		if len(shown) != want || want == 0 {
			t.Errorf("the bar %q shows %d cases, want %d", bar.Label, len(shown), want)
		}
	}
	uitest.Tap(t, b.Window.Canvas(), fmt.Sprintf(textOnly, bars[len(bars)-1].Label))
	if rows := tab.tallies.Shown(); len(rows) < 50 {
		t.Errorf("the chip leaves %d cases", len(rows))
	}
}
