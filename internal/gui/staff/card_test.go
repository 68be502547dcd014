package staff

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// shown opens the card of a code over the sample.
func shown(t *testing.T, code string) (*guitest.Bench, *Tab, tdkt.Subject) {
	t.Helper()
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	s, err := b.App.View().FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	tab.showCard(s)
	return b, tab, s
}

// TestCardScreen: the life sheet and its lists as a person reads them, in a small
// window too.
func TestCardScreen(t *testing.T) {
	b, _, _ := shown(t, "CB019")
	c := b.Window.Canvas()
	golden.Compare(t, "testdata/card.txt", dialog(c))
	b.Window.Resize(fyne.NewSize(1024, 580))
	uitest.Tap(t, c, "Công tác (2)")
	golden.Compare(t, "testdata/card-posts.txt", dialog(c))
}

// dialog is the newest dialog as text.
func dialog(c fyne.Canvas) string {
	parts := strings.Split(uitest.Text(c), "===\n")
	return parts[len(parts)-1]
}

// TestCardOpens: the card says what the next year opens, what is still asked for and by
// which article, names the year that broke a streak, and leafs through the list.
func TestCardOpens(t *testing.T) {
	b, tab, _ := shown(t, "CB020")
	c := b.Window.Canvas()
	text := strings.Join(strings.Fields(dialog(c)), " ")
	for _, want := range []string{"Có thể mở ra năm 2024: CSTĐ cấp tỉnh", "Luật TĐKT 2022 Điều 22", "chậm nhất 31/12/2024", "Bằng khen của Chủ tịch"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q:\n%s", want, text)
		}
	}
	at := 0
	for i, r := range tab.grid.Shown() {
		if r.person.Code == "CB020" {
			at = i
		}
	}
	tab.grid.SelectKey(tab.grid.Shown()[at].key())
	uitest.Keys(c, "Next")
	if next := tab.grid.Shown()[at+1].person; !strings.Contains(dialog(c), next.Name) {
		t.Errorf("PgDn does not turn to %s:\n%s", next.Name, dialog(c))
	}
	uitest.Keys(c, "Prior")
	if !strings.Contains(dialog(c), "CB020") {
		t.Errorf("PgUp does not turn back:\n%s", dialog(c))
	}
}

// TestOldAward: an award of an earlier year is written from the card and stands in it.
func TestOldAward(t *testing.T) {
	b, _, s := shown(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordOldAward)
	uitest.Type(t, c, "Kỷ niệm chương")
	uitest.Keys(c, "Return", "Tab", "Ctrl+A")
	uitest.Type(t, c, "2016")
	uitest.Keys(c, "Tab", "Ctrl+A")
	uitest.Type(t, c, "2016")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "12/QĐ-BNV")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "1/6/2016")
	uitest.Keys(c, "Return")
	if list := reports.CardAwards(b.App.View(), s); len(list) != 2 || list[1].Award.Decision != "12/QĐ-BNV" {
		t.Fatalf("awards: %+v\n%s", list, uitest.Text(c))
	}
	if !strings.Contains(dialog(c), "12/QĐ-BNV") {
		t.Errorf("the card does not show it:\n%s", dialog(c))
	}
}

// TestCardCases: a hold is added, changed and removed without leaving the card; the
// count on the tab follows.
func TestCardCases(t *testing.T) {
	b, _, s := shown(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordHolds)
	uitest.Tap(t, c, wordAddHold)
	uitest.TypeComposed(t, c, "có đơn khiếu nại")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "1/6/23")
	uitest.Keys(c, "Return")
	v := b.App.View()
	hold := of(v.Holds, func(h tdkt.Hold) bool { return h.Subject == s })
	if len(hold) != 1 || hold[0].Reason != "có đơn khiếu nại" || hold[0].From != tdkt.Date(2023, 6, 1) {
		t.Fatalf("holds = %+v\n%s", hold, uitest.Text(c))
	}
	if text := dialog(c); !strings.Contains(text, wordHolds+" (1)") {
		t.Errorf("the card does not count the hold:\n%s", text)
	}
	uitest.Tap(t, c, wordRemove)
	uitest.Keys(c, "Escape")
	if !strings.Contains(dialog(c), "có đơn khiếu nại") {
		t.Errorf("Esc removed the hold, or closed the card:\n%s", dialog(c))
	}
}

// TestCardTransfer: a transfer from a day keeps the years before; one with a day that
// is wrong leaves the form open with a sentence.
func TestCardTransfer(t *testing.T) {
	b, tab, s := shown(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordPosts)
	uitest.Tap(t, c, wordAddPost)
	uitest.Type(t, c, "31/2/2020")
	uitest.Keys(c, "Return")
	if text := dialog(c); !strings.Contains(text, "không phải là ngày") {
		t.Errorf("a wrong day was taken:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	v := b.App.View()
	p, _ := v.Facts.Person(s.ID)
	was := p.Unit
	for _, n := range v.UnitTree() {
		if n.Depth == 1 && n.ID != was {
			p.Unit = n.ID
		}
	}
	if err := tab.save(p, tdkt.Date(2023, 7, 1), new(tdkt.ID))(); err != nil {
		t.Fatal(err)
	}
	if posts := b.App.View().PostsOf(s.ID); len(posts) != 2 || posts[0].Unit != was || posts[0].To != tdkt.Date(2023, 6, 30) {
		t.Errorf("posts = %+v", posts)
	}
}

// TestEndServiceInCard: the day of today stands ready; Enter takes it.
func TestEndServiceInCard(t *testing.T) {
	b, _, s := shown(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordEndService)
	uitest.Keys(c, "Return")
	if p, _ := b.App.View().Facts.Person(s.ID); p.End != b.App.Today() {
		t.Errorf("end = %s", p.End)
	}
	if !strings.Contains(strings.Join(strings.Fields(dialog(c)), " "), "Ngày thôi việc: 18/12/2023") {
		t.Errorf("the card does not show the end:\n%s", dialog(c))
	}
}

// TestPrintLife: the sheets of a person and of a room are written as PDF and opened.
func TestPrintLife(t *testing.T) {
	for _, code := range []string{"CB020", "VP"} {
		b := guitest.Open(t)
		opened := ""
		tab := New(b.Desk, func(path string) { opened = path })
		b.Show(tab)
		s, err := b.App.View().FindSubject(code)
		if err != nil {
			t.Fatal(err)
		}
		tab.showCard(s)
		b.Files.Paths = []string{filepath.Join(t.TempDir(), "lý lịch")}
		uitest.Tap(t, b.Window.Canvas(), wordPrint)
		raw, err := os.ReadFile(opened)
		if err != nil || !strings.HasPrefix(string(raw), "%PDF") || filepath.Ext(opened) != ".pdf" {
			t.Errorf("%s: opened %q, %v", code, opened, err)
		}
		golden.Compare(t, "testdata/life-"+code+".txt", papers.LifeReport(b.App.View(), s, guitest.Year).String())
	}
}

// TestJoinOnScreen: a pair entered twice is offered, compared, and one by one choice
// joined; both were there before.
func TestJoinOnScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := b.App.View().Facts.Person(s.ID)
	twin := tdkt.Person{Name: p.Name, Unit: p.Unit, BornYear: p.Born.Year(), Position: "Cán sự"}
	if _, err := b.App.SavePerson(t.Context(), twin); err != nil {
		t.Fatal(err)
	}
	before := len(b.App.View().People)
	uitest.More(t, c, wordJoin)
	golden.Compare(t, "testdata/pairs.txt", dialog(c))
	uitest.Tap(t, c, wordCompare)
	golden.Compare(t, "testdata/compare.txt", dialog(c))
	uitest.Tap(t, c, wordJoinNow)
	if n := len(b.App.View().People); n != before-1 || strings.Contains(uitest.Text(c), "===") {
		t.Errorf("%d people, were %d:\n%s", n, before, uitest.Text(c))
	}
}
