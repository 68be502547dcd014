package pages

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/evaluations"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

func evaluationsOf(t *testing.T, year int) (*guitest.Bench, *evaluations.Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := evaluations.New(b.Desk)
	b.Show(tab)
	return b, tab
}

// ratingOf is the rating of who stands in a row of the list.
func ratingOf(t *testing.T, b *guitest.Bench, year, row int) tdkt.Rating {
	t.Helper()
	name := b.List(t, "Số quyết định").Cell(row, "Họ và tên")
	v := b.App.View()
	for _, p := range v.PeopleOf(year, "") {
		if v.Facts.NameOf(tdkt.PersonSubject(p.ID)) == name {
			r, _ := v.RatingOf(year, tdkt.PersonSubject(p.ID))
			return r
		}
	}
	t.Fatalf("nobody is called %q", name)
	return tdkt.Rating{}
}

// refuses says that what was just entered is refused with these words, and takes them away.
func refuses(t *testing.T, b *guitest.Bench, words string) {
	t.Helper()
	if said := b.UI.NoticeText(); !strings.Contains(said, words) {
		t.Errorf("%q is not said: %q\n%s", words, said, uitest.Text(b.Window.Canvas()))
	}
	uitest.Keys(b.Window.Canvas(), "Escape")
	b.UI.Notice("")
}

// A closed book refuses, a reopened one takes a pasted level and decision as one rating; the
// points between them are not of a year that does not rate by points.
func TestEvaluationsRate(t *testing.T) {
	b, _ := evaluationsOf(t, guitest.Year)
	c := b.Window.Canvas()
	before := ratingOf(t, b, guitest.Year, 0)
	paste := func() {
		b.List(t, "Số quyết định").Go(0, "Xếp loại năm 2023")
		b.List(t, "Số quyết định").Paste("Hoàn thành nhiệm vụ\t72,5\t9/QĐ")
		uitest.Keys(c, "Return")
	}
	paste()
	if now := ratingOf(t, b, guitest.Year, 0); now != before {
		t.Fatalf("a closed book took a rating: %+v\n%s", now, uitest.Text(c))
	}
	uitest.Keys(c, "Escape")
	uitest.More(t, c, "Mở lại sổ xếp loại")
	uitest.TypeComposed(t, c, "nhập sót một người")
	uitest.Keys(c, "Return")
	says(t, b, "Đang mở")
	entries := func() int {
		steps, err := b.App.Steps(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(steps)
	}
	steps := entries()
	paste()
	if got := ratingOf(t, b, guitest.Year, 0); got.Level != tdkt.Done || got.Points != 0 || got.Decision != "9/QĐ" || entries() != steps+1 {
		t.Errorf("rating = %+v in %d steps\n%s", got, entries()-steps, uitest.Text(c))
	}
	// A page that is not told of changes has the rows as they were before: an edit from one
	// must not bring the old level back.
	old := evaluations.New(b.Desk)
	b.Window.SetContent(b.UI.Frame(old.Content()))
	old.Refresh()
	list := b.List(t, "Số quyết định")
	list.Set(0, "Xếp loại năm 2023", "HTT")
	list.Set(0, "Số quyết định", "73/QĐ")
	if got := ratingOf(t, b, guitest.Year, 0); got.Level != tdkt.Good || got.Decision != "73/QĐ" || list.Cell(0, "Xếp loại năm 2023") != "Hoàn thành nhiệm vụ" {
		t.Errorf("after an edit from an old row, which shows %q: %+v", list.Rows()[0], got)
	}
}

// A decision without a level says what to do first.
func TestEvaluationsLevelFirst(t *testing.T) {
	b, _ := evaluationsOf(t, 2024)
	list := b.List(t, "Số quyết định")
	row := list.Find("Xếp loại năm 2024", "")
	list.Set(row, "Số quyết định", "9/QĐ")
	refuses(t, b, "Hãy chọn mức xếp loại của "+list.Cell(row, "Họ và tên"))
	if got := ratingOf(t, b, 2024, row); got.Decision != "" {
		t.Errorf("rating = %+v", got)
	}
}

// The second part rates units by their names.
func TestEvaluationsUnits(t *testing.T) {
	b, _ := evaluationsOf(t, guitest.Year)
	uitest.Tap(t, b.Window.Canvas(), "Tập thể")
	if names := b.List(t, "Trực thuộc").Texts("Tên đơn vị"); !slices.Contains(names, "Văn phòng") {
		t.Errorf("units are not listed: %q", names)
	}
}

// A column of short levels pasted from Excel is understood.
func TestEvaluationsShortLevels(t *testing.T) {
	b, tab := evaluationsOf(t, guitest.Year)
	if err := b.App.CloseBook(t.Context(), guitest.Year, tdkt.RatingBook, false, "thử"); err != nil {
		t.Fatal(err)
	}
	tab.Refresh()
	list := b.List(t, "Số quyết định")
	for _, x := range []struct{ text, want string }{{"htxsnv", "Hoàn thành xuất sắc nhiệm vụ"}, {"HTT", "Hoàn thành tốt nhiệm vụ"}, {"HTTT", "Hoàn thành tốt nhiệm vụ"}, {"", ""}} {
		list.Set(0, "Xếp loại năm 2023", x.text)
		if x.text == "HTTT" {
			refuses(t, b, "“HTTT” không có trong danh sách")
		}
		if got := list.Cell(0, "Xếp loại năm 2023"); got != x.want {
			t.Errorf("%q = %q, want %q", x.text, got, x.want)
		}
	}
}

// Ratings, progress and caps as a person reads them, in a small window too.
func TestEvaluationsScreen(t *testing.T) {
	b, tab := evaluationsOf(t, guitest.Year)
	c := b.Window.Canvas()
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "evaluations/people")
	b.Desk.Choose(2024, "")
	tab.Refresh()
	uitest.More(t, c, "Tiến độ từng phòng…")
	looks(t, b, "evaluations/rooms")
	uitest.Keys(c, "Return")
	if levels := b.List(t, "Số quyết định").Texts("Xếp loại năm 2024"); len(levels) == 0 || strings.Join(levels, "") != "" {
		t.Errorf("the room does not lead to who is missing: %q", levels)
	}
}

// Where the year rates by points the level follows them while nobody chose one of his own;
// points over the scale and a level above its points are refused, one below is shown.
func TestEvaluationsPointsGiveTheLevel(t *testing.T) {
	b, _ := evaluationsOf(t, 2027)
	list := b.List(t, "Số quyết định")
	const level = "Xếp loại năm 2027"
	is := func(want tdkt.Level, points int16) {
		t.Helper()
		if got := ratingOf(t, b, 2027, 0); got.Level != want || int16(got.Points) != points {
			t.Errorf("rating = %+v", got)
		}
	}
	list.Set(0, "Điểm", "92")
	is(tdkt.Excellent, 9200)
	list.Set(0, "Điểm", "60")
	is(tdkt.Done, 6000)
	list.Set(0, "Điểm", "120")
	refuses(t, b, "120")
	list.Set(0, level, "Hoàn thành xuất sắc nhiệm vụ")
	refuses(t, b, "60")
	is(tdkt.Done, 6000)
	list.Set(0, level, "Không hoàn thành nhiệm vụ")
	if notes := list.Cell(0, "Cần xem lại"); !strings.Contains(notes, "60 điểm") || strings.Contains(notes, "; ") {
		t.Errorf("notes %q", notes)
	}
	list.Go(0, level)
	list.Paste("Hoàn thành xuất sắc nhiệm vụ\t92")
	uitest.Keys(b.Window.Canvas(), "Return")
	is(tdkt.Excellent, 9200)
	says(t, b, ": 1, tối đa 0")
}
