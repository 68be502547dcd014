package initiatives

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// open is the year of the sample whose book of initiatives is open.
const open = 2024

func show(t *testing.T, year int) (*guitest.Bench, *Page) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	p := New(b.Desk)
	b.Show(p)
	return b, p
}

// TestScreen: the list as a person reads it in a small window; co-authors share a row.
func TestScreen(t *testing.T) {
	b, p := show(t, guitest.Year)
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/list.txt", uitest.Text(b.Window.Canvas()))
	all := len(p.grid.Rows())
	uitest.Tap(t, b.Window.Canvas(), wordAllYears)
	if n := len(p.grid.Rows()); n <= all {
		t.Errorf("all years have %d rows, the year alone %d", n, all)
	}
	b.Desk.Choose(guitest.Year, b.App.View().Units[1].ID)
	p.Refresh()
	if n := len(p.grid.Rows()); n == 0 || n >= all {
		t.Errorf("one room has %d rows of %d", n, all)
	}
}

// TestAdd: Ctrl+N, a title, an author found by some letters, and it stands in the list.
// Without an author the form stays and says so.
func TestAdd(t *testing.T) {
	b, _ := show(t, open)
	c := b.Window.Canvas()
	uitest.Keys(c, "Ctrl+N")
	uitest.TypeComposed(t, c, "Tra cứu hồ sơ bằng mã vạch")
	uitest.Keys(c, "Return")
	text := uitest.Text(c)
	if !strings.Contains(text, textAuthorEmpty) {
		t.Fatalf("saving without an author did not say so:\n%s", text)
	}
	golden.Compare(t, "testdata/form.txt", text[strings.Index(text, "==="):])
}

// TestLikely: a title much like an earlier one asks before it is written.
func TestLikely(t *testing.T) {
	b, p := show(t, open)
	c := b.Window.Canvas()
	old := b.App.View().Ideas(guitest.Year)[0]
	before := len(b.App.View().Initiatives)
	p.edit(view.Idea{Year: open, Kind: tdkt.Innovation, Scope: tdkt.Base, Rows: []tdkt.Initiative{{Person: b.App.View().People[0].ID}}})
	uitest.TypeComposed(t, c, old.Title+" mới")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, wordLikely) || !strings.Contains(strings.Join(strings.Fields(text), " "), old.Title) {
		t.Fatalf("nothing was asked:\n%s", text)
	}
	if n := len(b.App.View().Initiatives); n != before {
		t.Fatalf("%d rows before the answer, were %d", n, before)
	}
	uitest.Tap(t, c, wordSaveAnyway)
	if n := len(b.App.View().Initiatives); n != before+1 || strings.Contains(uitest.Text(c), "===") {
		t.Errorf("%d rows, were %d:\n%s", n, before, uitest.Text(c))
	}
}

// TestRecognise: one decision for the selected rows.
func TestRecognise(t *testing.T) {
	b, p := show(t, open)
	c := b.Window.Canvas()
	p.grid.Focus()
	uitest.Keys(c, "Ctrl+A")
	n := len(p.grid.Selected())
	uitest.More(t, c, wordRecognise)
	uitest.Type(t, c, "77/QD")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "5/12/24")
	uitest.Keys(c, "Return")
	got := 0
	for _, i := range b.App.View().Ideas(open) {
		if i.Decision == "77/QD" && i.Date == tdkt.Date(2024, 12, 5) {
			got++
		}
	}
	if n < 2 || got != n {
		t.Errorf("%d of %d carry the decision:\n%s", got, n, uitest.Text(c))
	}
}

// TestGoto: another tab leads to somebody's initiative.
func TestGoto(t *testing.T) {
	_, p := show(t, guitest.Year)
	want := p.grid.Rows()[3].idea
	p.Goto(desk.Place{Subject: tdkt.PersonSubject(want.Rows[0].Person)})
	if r, ok := p.grid.Current(); !ok || r.idea.Rows[0].Person != want.Rows[0].Person {
		t.Errorf("the cursor is on %+v", r.idea)
	}
}

// TestEmpty: a new file says what to do first.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(New(b.Desk))
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Thêm sáng kiến") {
		t.Errorf("an empty list does not say what to do:\n%s", text)
	}
}
