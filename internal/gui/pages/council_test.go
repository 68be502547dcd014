package pages

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tdkt/internal/gui/council"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// seated is the page over the sample, whose Council of nine has met and counted the
// votes for the titles of the province.
func seated(t *testing.T) *guitest.Bench {
	t.Helper()
	b := guitest.Open(t)
	b.Show(council.New(b.Desk, func(string) {}))
	return b
}

// votes is the list of the votes, and the row of a person for CSTĐ cấp tỉnh in it.
func votes(t *testing.T, b *guitest.Bench, code string) (list guitest.List, row int) {
	t.Helper()
	v := b.App.View()
	s, err := v.FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	list = b.List(t, "Đồng ý", "Không đồng ý")
	for i, title := range list.Texts("Danh hiệu, hình thức") {
		if title == "CSTĐ cấp tỉnh" && strings.HasPrefix(list.Cell(i, "Tên"), v.Facts.NameOf(s)+"; ") {
			return list, i
		}
	}
	t.Fatalf("no row of %s: %q", code, list.Rows())
	return list, 0
}

// ballot is what is kept of it.
func ballot(t *testing.T, b *guitest.Bench, code string) (tdkt.Ballot, tdkt.Nomination) {
	t.Helper()
	v := b.App.View()
	s, err := v.FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	n, _ := v.NominationOf(2023, s, "CSTDT")
	for _, x := range v.Ballots {
		if x.Nomination == n.ID {
			return x, n
		}
	}
	t.Fatalf("no votes on %s", code)
	return tdkt.Ballot{}, n
}

// The three lists as a person reads them, at the smallest window too.
func TestCouncilScreen(t *testing.T) {
	b := seated(t)
	c := b.Window.Canvas()
	uitest.Keys(c, "Ctrl+F")
	uitest.Type(t, c, "cstd cap tinh")
	looks(t, b, "council/tallies")
	b.Window.Resize(fyne.NewSize(1024, 580))
	uitest.Tap(t, c, "Dự họp")
	looks(t, b, "council/attendance")
	uitest.Tap(t, c, "Thành viên")
	looks(t, b, "council/members")
}

// An empty file says what to do first.
func TestCouncilEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(council.New(b.Desk, func(string) {}))
	says(t, b, "hãy nhập thành viên Hội đồng")
	uitest.Tap(t, b.Window.Canvas(), "Nhập thành viên") // the button below the sentence
	says(t, b, "Chưa có thành viên Hội đồng nào.")
}

// Votes typed cell by cell: too few are shown as missing, too many are refused in words,
// and the results move the nominations once they are made known.
func TestCouncilTally(t *testing.T) {
	b := seated(t)
	vote := func(column, text string) {
		list, at := votes(t, b, "CB020")
		list.Set(at, column, text)
	}
	result := func() string {
		list, at := votes(t, b, "CB020")
		return list.Cell(at, "Kết quả")
	}
	bad := func() int { // rows marked as wrong
		n := 0
		for _, r := range uitest.All[*canvas.Rectangle](b.Window.Canvas()) {
			if r.FillColor == kit.Paint(kit.BadTone.Ink()) && r.Size().Width < 5 && r.Size().Width > 0 {
				n++
			}
		}
		return n
	}
	before := bad()
	vote("Đồng ý", "8")
	if result() != "thiếu 1 phiếu" || bad() == before {
		t.Errorf("8 of 9: %q, %d rows marked, %d before", result(), bad(), before)
	}
	vote("Không đồng ý", "2")
	if said := b.UI.NoticeText(); !strings.Contains(said, "khác tổng số 9 thành viên") || result() != "thiếu 1 phiếu" {
		t.Errorf("ten votes of nine members: %q, %q", said, result())
	}
	vote("Đồng ý", "năm")
	if said := b.UI.NoticeText(); !strings.Contains(said, "năm") || result() != "thiếu 1 phiếu" {
		t.Errorf("a word was taken for a number: %q, %q", said, result())
	}
	vote("Không đồng ý", "1")
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Công bố kết quả")
	uitest.Keys(c, "Return")
	if _, n := ballot(t, b, "CB020"); n.State != tdkt.Rejected {
		t.Errorf("8 of 9 with 90 %%: %s", n.State)
	}
	if got := result(); got != "không thông qua (đã công bố)" {
		t.Errorf("shown as %q", got)
	}
}

// One button fills the cases left of a Council of one mind; a nominee's own vote is left out.
func TestCouncilFillUnanimous(t *testing.T) {
	b := seated(t)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Điền phiếu đồng thuận")
	uitest.Keys(c, "Return")
	list, _ := votes(t, b, "CB045")
	for i, result := range list.Texts("Kết quả") {
		if strings.Contains(result, "phiếu") { // none yet, too few or too many
			t.Errorf("row %q", list.Rows()[i])
		}
	}
	if own, _ := ballot(t, b, "CB045"); own.For != 8 || own.Recused != 1 {
		t.Errorf("votes typed before were changed: %+v", own)
	}
}

// Absence is typed in the list of those who attended and changes who could vote.
func TestCouncilAttendance(t *testing.T) {
	b := seated(t)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Dự họp")
	present := b.List(t, "Dự họp", "Lý do")
	present.Set(2, "Dự họp", string(tdkt.Away))
	present.Set(2, "Lý do", "đi công tác")
	if got := present.Rows()[2]; present.Cell(2, "Dự họp") != string(tdkt.Away) || present.Cell(2, "Lý do") != "đi công tác" {
		t.Errorf("attendee %q", got)
	}
	uitest.Tap(t, c, "Kiểm phiếu")
	list, at := votes(t, b, "CB020")
	if list.Cell(at, "Vắng") != "1" || list.Cell(at, "Kết quả") != "thừa 1 phiếu" {
		t.Errorf("away: %q", list.Rows()[at])
	}
}

// Each bar of the result shows its cases in the list, as many as it says.
func TestCouncilBarsOpenTheirCases(t *testing.T) {
	b := guitest.Open(t)
	b.Show(council.New(b.Desk, func(string) {}))
	bars := uitest.All[*kit.Bar100](b.Window.Canvas())
	if len(bars) < 3 {
		t.Fatalf("%d bars", len(bars))
	}
	list := b.List(t, "Đồng ý", "Không đồng ý")
	for _, bar := range bars {
		bar.Tapped(nil)
		want := 0
		for _, n := range bar.Parts {
			want += n
		}
		for i, title := range list.Texts("Danh hiệu, hình thức") {
			if title != bar.Label {
				t.Errorf("the bar %q shows %q", bar.Label, list.Rows()[i])
			}
		}
		if list.Len() != want || want == 0 {
			t.Errorf("the bar %q shows %d cases, want %d", bar.Label, list.Len(), want)
		}
	}
	uitest.Tap(t, b.Window.Canvas(), fmt.Sprintf("%s ✗", bars[len(bars)-1].Label))
	if n := list.Len(); n < 50 {
		t.Errorf("the chip leaves %d cases", n)
	}
}
