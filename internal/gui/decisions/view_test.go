package decisions

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// shown is the page over the sample.
func shown(t *testing.T) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	return b, tab
}

// flat is the screen as one line.
func flat(c fyne.Canvas) string { return strings.Join(strings.Fields(uitest.Text(c)), " ") }

// The four lists as a person reads them, at the smallest window too.
func TestScreen(t *testing.T) {
	b, tab := shown(t)
	c := b.Window.Canvas()
	golden.Compare(t, "testdata/register.txt", uitest.Text(c))
	b.Window.Resize(fyne.NewSize(1024, 580))
	tab.part.SetSelected(wordBook)
	tab.book.SetFilter("dang quoc thinh")
	golden.Compare(t, "testdata/book.txt", uitest.Text(c))
	tab.part.SetSelected(wordMoney)
	tab.money.SetFilter("71/QD")
	golden.Compare(t, "testdata/money.txt", uitest.Text(c))
	tab.part.SetSelected(wordFund)
	golden.Compare(t, "testdata/fund.txt", uitest.Text(c))
	if err := papers.SaveStock(t.Context(), b.App, papers.NewStock("Giấy khen A4 ngang")); err != nil {
		t.Fatal(err)
	}
	tab.part.SetSelected(wordStock)
	golden.Compare(t, "testdata/stock.txt", uitest.Text(c))
}

// An empty file says what to do first.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	if text := flat(b.Window.Canvas()); !strings.Contains(text, "Chưa có quyết định nào") {
		t.Errorf("the empty list says:\n%s", text)
	}
	tab.decide()
	if text := flat(b.Window.Canvas()); !strings.Contains(text, "Hãy công bố kết quả ở trang Hội đồng trước") {
		t.Errorf("nothing to decide says:\n%s", text)
	}
}

// One form writes the decision of all that were approved at a level.
func TestDecideApproved(t *testing.T) {
	b, _ := shown(t)
	b.Desk.Choose(2024, "")
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.App.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{s}); err != nil {
		t.Fatal(err)
	}
	n, _ := b.App.View().NominationOf(2024, s, "LDTT")
	if err := b.App.MoveNominations(t.Context(), []tdkt.Nomination{n}, tdkt.Approved, "giơ tay"); err != nil {
		t.Fatal(err)
	}
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordNew)
	uitest.Keys(c, "Tab")
	uitest.TypeComposed(t, c, "9/QĐ-SNV")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "27122024")
	uitest.Keys(c, "Return")
	if now, _ := b.App.View().NominationOf(2024, s, "LDTT"); now.State != tdkt.Recognised {
		t.Errorf("the nomination stands at %q:\n%s", now.State, uitest.Text(c))
	}
}

// What waits for a decision is told apart by the movement it was born from, and the
// decision begins with that movement and its loại hình.
func TestDecisionOfMovement(t *testing.T) {
	b, _ := shown(t)
	ctx, v := t.Context(), b.App.View()
	m := v.Movements[0]
	for _, code := range []string{"CB020", "CB021"} {
		s, err := v.FindSubject(code)
		if err != nil {
			t.Fatal(err)
		}
		if code == "CB020" {
			_, err = b.App.NominateFrom(ctx, m, 2024, "GK", []tdkt.Subject{s})
		} else {
			_, err = b.App.Nominate(ctx, 2024, "GK", []tdkt.Subject{s})
		}
		if err != nil {
			t.Fatal(err)
		}
		now := b.App.View()
		r := tdkt.YearEndRound(2024)
		if code == "CB020" {
			r, _ = now.MovementRound(2024, m)
		}
		n, _ := now.NominationIn(r, s, "GK")
		if err := b.App.MoveNominations(ctx, []tdkt.Nomination{n}, tdkt.Approved, "giơ tay"); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, w := range waits(b.App.View(), 2024) {
		d := w.decision()
		if len(w.list) == 1 && w.list[0].Code == "GK" {
			got = append(got, string(d.Movement)+" "+d.Manner)
		}
	}
	if want := []string{" công trạng", string(m.ID) + " " + m.Manner}; !slices.Equal(got, want) {
		t.Errorf("decisions begin with %q, want %q", got, want)
	}
}

// Revoking tells beforehand what stands on the award, and afterwards what turned.
func TestRevokeTellsWhatStoodOnIt(t *testing.T) {
	b, tab := shown(t)
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	won := b.App.View().GivenIn(2021, "CSTDCS")[s]
	tab.part.SetSelected(wordBook)
	tab.book.SelectKey(string(won.ID))
	c := b.Window.Canvas()
	uitest.Tap(t, c, "⋯")
	uitest.Tap(t, c, wordRevoke)
	if text := flat(c); !strings.Contains(text, "Chiến sĩ thi đua cấp tỉnh năm 2023") || !strings.Contains(text, "từ đủ thành không đủ") {
		t.Errorf("the form says:\n%s", text)
	}
}

// The list of a decision shows its corrections.
func TestCorrectionIsShown(t *testing.T) {
	b, _ := shown(t)
	if err := b.App.CloseBook(t.Context(), 2023, tdkt.TitleBook, false, "đính chính"); err != nil {
		t.Fatal(err)
	}
	var d tdkt.Decision
	for _, x := range b.App.View().Decisions {
		if x.Number == "71/QĐ-SNV" {
			d = x
		}
	}
	d.Number = "72/QĐ-SNV"
	if err := b.App.Correct(t.Context(), d, "gõ nhầm số"); err != nil {
		t.Fatal(err)
	}
	now, _ := b.App.View().DecisionBy(d.ID)
	if text := listText(b.App.View(), now); !strings.Contains(text, "gõ nhầm số. Trước đó: số “71/QĐ-SNV”") {
		t.Errorf("list:\n%s", text)
	}
}

// A field is moved in the list, and selected awards are printed onto the stock.
func TestStock(t *testing.T) {
	b, tab := shown(t)
	if err := papers.SaveStock(t.Context(), b.App, papers.NewStock("Giấy khen A4 ngang")); err != nil {
		t.Fatal(err)
	}
	tab.part.SetSelected(wordStock)
	r := tab.stock.grid.Rows()[1]
	edits := []kit.Edit[fieldRow]{{Row: r, Column: colX, Text: "120,5"}, {Row: r, Column: colBold, Text: ""}}
	if err := tab.stock.edit(edits); err != nil {
		t.Fatal(err)
	}
	if f := b.App.View().Stocks[0].Fields[1]; f.X != 1205 || f.Bold || f.What != tdkt.StockName {
		t.Errorf("field %+v", f)
	}
	tab.part.SetSelected(wordBook)
	tab.book.SetFilter("dang quoc thinh")
	tab.book.Focus()
	c := b.Window.Canvas()
	path := filepath.Join(t.TempDir(), "giấy.pdf")
	b.Files.Paths = []string{path}
	uitest.Keys(c, "Ctrl+A")
	uitest.Tap(t, c, wordPrint)
	uitest.Keys(c, "Return")
	if got := b.UI.NoticeText(); !strings.Contains(got, "Đã ghi 9 giấy") {
		t.Errorf("notice %q", got)
	}
}
