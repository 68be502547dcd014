package evaluations

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestRate: a closed book refuses, a reopened one takes a pasted level, points and
// decision as one rating, and the totals follow.
func TestRate(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	c := b.Window.Canvas()
	r := tab.grid.Rows()[0]
	edits := []kit.Edit[row]{
		{Row: r, Column: colLevel, Text: "Hoàn thành nhiệm vụ"}, {Row: r, Column: colPoints, Text: "72,5"}, {Row: r, Column: colDecision, Text: "9/QĐ"},
	}
	if err := tab.editMany(edits); tdkt.KindOf(err) != tdkt.Invalid {
		t.Fatalf("a closed book took a rating: %v", err)
	}
	uitest.Tap(t, c, wordReopen)
	uitest.TypeComposed(t, c, "nhập sót một người")
	uitest.Keys(c, "Return")
	if !strings.Contains(uitest.Text(c), wordIsOpen) {
		t.Fatalf("the book did not open:\n%s", uitest.Text(c))
	}
	if err := tab.editMany(edits); err != nil {
		t.Fatal(err)
	}
	got, _ := b.App.View().RatingOf(guitest.Year, r.subject)
	if got.Level != tdkt.Done || got.Points != 7250 || got.Decision != "9/QĐ" {
		t.Errorf("rating = %+v", got)
	}
	// r is the row as it was before: an edit from it must not bring the old level back.
	if err := tab.editOne(r, colPoints, "73"); err != nil {
		t.Fatal(err)
	}
	if got, _ := b.App.View().RatingOf(guitest.Year, r.subject); got.Level != tdkt.Done || got.Points != 7300 {
		t.Errorf("after an edit from an old row: %+v", got)
	}
}

// TestPointsNeedLevel: points without a level say what to do first.
func TestPointsNeedLevel(t *testing.T) {
	_, err := merged(&app.View{Snapshot: &tdkt.Snapshot{}}, guitest.Year, []kit.Edit[row]{{Row: row{name: "Bà Thử"}, Column: colPoints, Text: "80"}})
	if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "Bà Thử") {
		t.Errorf("err = %v", err)
	}
}

// TestInitiative: the third part lists the year's initiatives and adds one.
func TestInitiative(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	b.Desk.Choose(2024, "")
	before := len(initRows(b.App.View(), 2024, ""))
	tab.addInitiative()
	c := b.Window.Canvas()
	uitest.TypeComposed(t, c, "Tra cứu hồ sơ bằng mã vạch")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "Tác giả") {
		t.Fatalf("saving without an author closed the form:\n%s", text)
	}
	i := tdkt.Initiative{Year: 2024, Person: b.App.View().People[0].ID, Title: "Tra cứu", Kind: tdkt.Innovation, Scope: tdkt.Base}
	if err := b.App.SaveInitiative(t.Context(), i); err != nil {
		t.Fatal(err)
	}
	if after := len(initRows(b.App.View(), 2024, "")); after != before+1 {
		t.Errorf("initiatives: %d, want %d", after, before+1)
	}
}

// TestUnits: the second part rates units by their names.
func TestUnits(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), wordUnits)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Văn phòng") {
		t.Errorf("units are not listed:\n%s", text)
	}
}

// TestShortLevels: a column of short levels pasted from Excel is understood.
func TestShortLevels(t *testing.T) {
	b := guitest.Open(t)
	if err := b.App.CloseBook(t.Context(), guitest.Year, tdkt.RatingBook, false, "thử"); err != nil {
		t.Fatal(err)
	}
	tab := New(b.Desk)
	b.Show(tab)
	for text, want := range map[string]string{"HTT": "Hoàn thành tốt nhiệm vụ", "htxsnv": "Hoàn thành xuất sắc nhiệm vụ", "HTTT": "", "": ""} {
		if got := levelAlias(text); got != want {
			t.Errorf("%q = %q, want %q", text, got, want)
		}
	}
}
