package pages

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/decisions"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// decisionsPage is the page over the sample.
func decisionsPage(t *testing.T) *guitest.Bench {
	t.Helper()
	b := guitest.Open(t)
	b.Show(decisions.New(b.Desk, func(string) {}))
	return b
}

// filter types into the filter of the list shown.
func filter(t *testing.T, b *guitest.Bench, text string) {
	t.Helper()
	uitest.Keys(b.Window.Canvas(), "Ctrl+F")
	uitest.Type(t, b.Window.Canvas(), text)
}

// The four lists as a person reads them, at the smallest window too.
func TestDecisionsScreen(t *testing.T) {
	b := decisionsPage(t)
	looks(t, b, "decisions/register")
	b.Window.Resize(fyne.NewSize(1024, 580))
	uitest.Tap(t, b.Window.Canvas(), "Sổ vàng")
	filter(t, b, "dang quoc thinh")
	looks(t, b, "decisions/book")
	uitest.Tap(t, b.Window.Canvas(), "Tiền thưởng")
	filter(t, b, "71/QD")
	looks(t, b, "decisions/money")
	uitest.Tap(t, b.Window.Canvas(), "Quỹ")
	looks(t, b, "decisions/fund")
	if err := papers.SaveStock(t.Context(), b.App, papers.NewStock("Giấy khen A4 ngang")); err != nil {
		t.Fatal(err)
	}
	uitest.Tap(t, b.Window.Canvas(), "Phôi bằng")
	looks(t, b, "decisions/stock")
}

// An empty file says what to do first.
func TestDecisionsEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(decisions.New(b.Desk, func(string) {}))
	says(t, b, "Chưa có quyết định nào")
	uitest.Tap(t, b.Window.Canvas(), "Ghi từ đề nghị đã duyệt…")
	says(t, b, "Hãy công bố kết quả ở trang Hội đồng trước")
}

// One form writes the decision of all that were approved at a level.
func TestDecisionsDecideApproved(t *testing.T) {
	b := decisionsPage(t)
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
	uitest.Tap(t, c, "Ghi từ đề nghị đã duyệt…")
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
func TestDecisionsDecisionOfMovement(t *testing.T) {
	b := decisionsPage(t)
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
	b.Desk.Choose(2024, "")
	uitest.Tap(t, b.Window.Canvas(), "Ghi từ đề nghị đã duyệt…")
	whom, ok := uitest.Find(b.Window.Canvas(), func(s *kit.Select) bool { return strings.Contains(s.Selected, "đề nghị đã duyệt") })
	if !ok {
		t.Fatalf("nothing to choose:\n%s", uitest.Text(b.Window.Canvas()))
	}
	if len(whom.Options) != 2 {
		t.Fatalf("waiting: %q", whom.Options)
	}
	for _, word := range whom.Options {
		whom.SetSelected(word)
		if strings.Contains(word, "từ phong trào") {
			if _, ok := uitest.Find(b.Window.Canvas(), func(s *kit.Select) bool { return s.Selected == m.Name }); !ok {
				t.Errorf("it does not begin with its movement:\n%s", uitest.Text(b.Window.Canvas()))
			}
			says(t, b, "Loại hình * | "+m.Manner)
		} else {
			says(t, b, "Loại hình * | công trạng")
			if _, ok := uitest.Find(b.Window.Canvas(), func(s *kit.Select) bool { return s.Selected == m.Name }); ok {
				t.Errorf("it begins with a movement:\n%s", uitest.Text(b.Window.Canvas()))
			}
		}
	}
}

// Revoking tells beforehand what stands on the award, and afterwards what turned.
func TestDecisionsRevokeTellsWhatStoodOnIt(t *testing.T) {
	b := decisionsPage(t)
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	won := b.App.View().GivenIn(2021, "CSTDCS")[s]
	uitest.Tap(t, b.Window.Canvas(), "Sổ vàng")
	v, book := b.App.View(), b.List(t, "Tên", "Năm", "Số quyết định")
	at := -1
	for i, r := range book.Rows() {
		if line := strings.Join(r, "|"); strings.Contains(line, v.Facts.NameOf(s)) && strings.Contains(line, v.TitleName("CSTDCS")) && book.Cell(i, "Năm") == "2021" {
			at = i
		}
	}
	if at < 0 || won.ID == "" {
		t.Fatalf("it is not in the book: %q", book.Rows())
	}
	book.Go(at, "")
	c := b.Window.Canvas()
	uitest.Tap(t, c, "⋯")
	uitest.Tap(t, c, "Hủy bỏ…")
	says(t, b, "Chiến sĩ thi đua cấp tỉnh năm 2023", "từ đủ thành không đủ")
}

// The list of a decision shows its corrections.
func TestDecisionsCorrectionIsShown(t *testing.T) {
	b := decisionsPage(t)
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
	register := b.List(t, "Số quyết định", "Đính chính")
	register.Go(register.Find("Số quyết định", "72/QĐ-SNV"), "")
	uitest.More(t, b.Window.Canvas(), "Xem danh sách")
	says(t, b, "gõ nhầm số. Trước đó: số “71/QĐ-SNV”")
}

// A field is moved in the list, and selected awards are printed onto the stock.
func TestDecisionsStock(t *testing.T) {
	b := decisionsPage(t)
	if err := papers.SaveStock(t.Context(), b.App, papers.NewStock("Giấy khen A4 ngang")); err != nil {
		t.Fatal(err)
	}
	uitest.Tap(t, b.Window.Canvas(), "Phôi bằng")
	fields := b.List(t, "In gì", "Ngang (mm)")
	fields.Set(1, "Ngang (mm)", "120,5")
	fields.Set(1, "Đậm", "")
	if f := b.App.View().Stocks[0].Fields[1]; f.X != 1205 || f.Bold || f.What != tdkt.StockName {
		t.Errorf("field %+v", f)
	}
	uitest.Tap(t, b.Window.Canvas(), "Sổ vàng")
	filter(t, b, "dang quoc thinh")
	b.List(t, "Năm", "Số quyết định").Go(0, "")
	c := b.Window.Canvas()
	path := filepath.Join(t.TempDir(), "giấy.pdf")
	b.Files.Paths = []string{path}
	uitest.Keys(c, "Ctrl+A")
	uitest.Tap(t, c, "In giấy lên phôi…")
	uitest.Keys(c, "Return")
	if got := b.UI.NoticeText(); !strings.Contains(got, "Đã ghi 9 giấy") {
		t.Errorf("notice %q", got)
	}
}
