package pages

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/initiatives"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// openYear is the year of the sample whose book of initiatives is open.
const openYear = 2024

func initiativesOf(t *testing.T, year int) (*guitest.Bench, *initiatives.Page) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	p := initiatives.New(b.Desk)
	b.Show(p)
	return b, p
}

// The list as a person reads it in a small window; co-authors share a row.
func TestInitiativesScreen(t *testing.T) {
	b, p := initiativesOf(t, guitest.Year)
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "initiatives/list")
	list := b.List(t, "Tác giả, phần của mỗi người")
	all := list.Len()
	uitest.Tap(t, b.Window.Canvas(), "Mọi năm")
	if n := list.Len(); n <= all {
		t.Errorf("all years have %d rows, the year alone %d", n, all)
	}
	b.Desk.Choose(guitest.Year, b.App.View().Units[1].ID)
	p.Refresh()
	if n := list.Len(); n == 0 || n >= all {
		t.Errorf("one room has %d rows of %d", n, all)
	}
}

// Ctrl+N, a title, an author found by some letters, and it stands in the list. Without an
// author the form stays and says so.
func TestInitiativesAdd(t *testing.T) {
	b, _ := initiativesOf(t, openYear)
	c := b.Window.Canvas()
	uitest.Keys(c, "Ctrl+N")
	uitest.TypeComposed(t, c, "Tra cứu hồ sơ bằng mã vạch")
	uitest.Keys(c, "Return")
	text := uitest.Text(c)
	if !strings.Contains(text, "Có dòng chưa chọn người. Hãy chọn hoặc bỏ dòng đó.") {
		t.Fatalf("saving without an author did not say so:\n%s", text)
	}
	golden.Compare(t, "testdata/initiatives/form.txt", text[strings.Index(text, "==="):])
}

// A title much like an earlier one asks before it is written.
func TestInitiativesLikely(t *testing.T) {
	b, p := initiativesOf(t, openYear)
	c, v := b.Window.Canvas(), b.App.View()
	old := v.Ideas(guitest.Year)[0]
	before := len(v.Initiatives)
	author := v.People[0].ID
	for _, x := range v.Ideas(openYear) {
		if x.Rows[0].Person == author {
			t.Fatalf("he has one already: %+v", x)
		}
	}
	p.Goto(desk.Place{Subject: tdkt.PersonSubject(author)}) // the form of one of his own
	uitest.TypeComposed(t, c, old.Title+" mới")
	uitest.Keys(c, "Return")
	says(t, b, "Có sáng kiến gần giống", "2023: "+old.Title)
	if n := len(b.App.View().Initiatives); n != before {
		t.Fatalf("%d rows before the answer, were %d", n, before)
	}
	uitest.Tap(t, c, "Vẫn lưu")
	if n := len(b.App.View().Initiatives); n != before+1 || strings.Contains(uitest.Text(c), "===") {
		t.Errorf("%d rows, were %d:\n%s", n, before, uitest.Text(c))
	}
}

// One decision for the selected rows.
func TestInitiativesRecognise(t *testing.T) {
	b, _ := initiativesOf(t, openYear)
	c := b.Window.Canvas()
	list := b.List(t, "Tác giả, phần của mỗi người")
	list.Go(0, "")
	uitest.Keys(c, "Ctrl+A")
	n := list.Len()
	uitest.More(t, c, "Ghi quyết định công nhận…")
	uitest.Type(t, c, "77/QD")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "5/12/24")
	uitest.Keys(c, "Return")
	got := 0
	for _, i := range b.App.View().Ideas(openYear) {
		if i.Decision == "77/QD" && i.Date == tdkt.Date(2024, 12, 5) {
			got++
		}
	}
	if n < 2 || got != n {
		t.Errorf("%d of %d carry the decision:\n%s", got, n, uitest.Text(c))
	}
}

// Another tab leads to somebody's initiative.
func TestInitiativesGoto(t *testing.T) {
	b, p := initiativesOf(t, guitest.Year)
	list := b.List(t, "Tác giả, phần của mỗi người")
	title := list.Cell(4, "Tên sáng kiến, đề tài")
	for _, x := range b.App.View().Ideas(guitest.Year) {
		if x.Title == title {
			p.Goto(desk.Place{Subject: tdkt.PersonSubject(x.Rows[0].Person)})
		}
	}
	if list.Cursor() != 4 {
		t.Errorf("the cursor is on row %d, %q; want %q", list.Cursor(), list.Cell(list.Cursor(), "Tên sáng kiến, đề tài"), title)
	}
}

// A new file says what to do first.
func TestInitiativesEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(initiatives.New(b.Desk))
	says(t, b, "Bấm “Thêm sáng kiến” (Ctrl+N)")
}
