package evaluations

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/golden"
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
	uitest.More(t, c, wordReopen)
	uitest.TypeComposed(t, c, "nhập sót một người")
	uitest.Keys(c, "Return")
	if !strings.Contains(uitest.Text(c), "Đang mở") {
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
	_, err := merged(&view.View{Snapshot: &tdkt.Snapshot{}}, guitest.Year, []kit.Edit[row]{{Row: row{name: "Bà Thử"}, Column: colPoints, Text: "80"}})
	if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "Bà Thử") {
		t.Errorf("err = %v", err)
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

// TestScreen: ratings, progress and caps as a person reads them, in a small window too.
func TestScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	c := b.Window.Canvas()
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/people.txt", uitest.Text(c))
	b.Desk.Choose(2024, "")
	tab.Refresh()
	uitest.More(t, c, wordRooms)
	golden.Compare(t, "testdata/rooms.txt", uitest.Text(c))
	uitest.Keys(c, "Return")
	if shown := tab.grid.Shown(); len(shown) == 0 || shown[0].rating.Level != "" {
		t.Errorf("the room does not lead to who is missing: %v", shown)
	}
}

// TestPointsGiveTheLevel: where the year rates by points the level follows them while
// nobody chose one of his own; points over the scale and a level above its points are
// refused, one below is shown.
func TestPointsGiveTheLevel(t *testing.T) {
	b := guitest.Open(t)
	b.Desk.Choose(2027, "")
	tab := New(b.Desk)
	b.Show(tab)
	r := tab.grid.Rows()[0]
	if err := tab.editOne(r, colPoints, "92"); err != nil {
		t.Fatal(err)
	}
	if got, _ := b.App.View().RatingOf(2027, r.subject); got.Level != tdkt.Excellent || got.Points != 9200 {
		t.Errorf("rating = %+v", got)
	}
	if err := tab.editOne(r, colPoints, "60"); err != nil {
		t.Fatal(err)
	}
	if got, _ := b.App.View().RatingOf(2027, r.subject); got.Level != tdkt.Done || got.Points != 6000 {
		t.Errorf("rating = %+v", got)
	}
	if err := tab.editOne(r, colPoints, "120"); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("120 points: %v", err)
	}
	if err := tab.editOne(r, colLevel, "Hoàn thành xuất sắc nhiệm vụ"); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("HTXS at 60 points: %v", err)
	}
	if err := tab.editOne(r, colLevel, "Không hoàn thành nhiệm vụ"); err != nil {
		t.Fatal(err)
	}
	if row := tab.grid.Rows()[0]; len(row.notes) != 1 || !strings.Contains(row.notes[0], "60 điểm") {
		t.Errorf("notes %q", row.notes)
	}
	if err := tab.editMany([]kit.Edit[row]{{Row: r, Column: colLevel, Text: "Hoàn thành xuất sắc nhiệm vụ"}, {Row: r, Column: colPoints, Text: "92"}}); err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " "); !strings.Contains(text, ": 1, tối đa 0") {
		t.Errorf("the caps do not follow:\n%s", text)
	}
}
