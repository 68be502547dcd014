package pages

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/outlook"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// outlookOf opens the page over the sample in a year.
func outlookOf(t *testing.T, year int) (*guitest.Bench, *outlook.Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := outlook.New(b.Desk)
	b.Show(tab)
	return b, tab
}

// People and units as a person reads them, the latter in a small window.
func TestOutlookScreen(t *testing.T) {
	b, _ := outlookOf(t, guitest.Year)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Có danh hiệu mở ra")
	looks(t, b, "outlook/people")
	b.Window.Resize(fyne.NewSize(1024, 580))
	uitest.Tap(t, c, "Có danh hiệu mở ra")
	uitest.Tap(t, c, "Tập thể")
	looks(t, b, "outlook/units")
}

// The filter leaves exactly those for whom the law's forecast opens a title that looks back.
func TestOutlookOnly(t *testing.T) {
	b, _ := outlookOf(t, guitest.Year)
	v := b.App.View()
	list := b.List(t, "Chuỗi năm")
	all := list.Len()
	uitest.Tap(t, b.Window.Canvas(), "Có danh hiệu mở ra")
	want := 0
	for _, s := range v.Facts.Judged(guitest.Year) {
		x, err := v.Rules.Forecast(v.Facts, guitest.Year, s)
		if err != nil {
			t.Fatal(err)
		}
		opens := slices.ContainsFunc(x.Next, func(o law.Opening) bool {
			return o.LooksBack && (o.Chance == law.Met || o.Chance == law.Open)
		})
		if s.Kind == tdkt.APerson && opens {
			want++
		}
	}
	if got := list.Len(); got != want || want == 0 || want == all {
		t.Errorf("%d of %d shown, want %d", got, all, want)
	}
}

// Enter tells every title with its articles, and the text can be taken along.
func TestOutlookDetails(t *testing.T) {
	b, _ := outlookOf(t, guitest.Year)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Có danh hiệu mở ra")
	b.List(t, "Chuỗi năm").Go(0, "")
	name := b.List(t, "Chuỗi năm").Cell(0, "Tên")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, "Sao chép")
	golden.Compare(t, "testdata/outlook/details.txt", fyne.CurrentApp().Clipboard().Content()+"\n")
	uitest.Tap(t, c, "Lý lịch thi đua")
	if len(b.Went) != 1 || b.Went[0].Tab != desk.TabStaff || b.App.View().Facts.NameOf(b.Went[0].Subject) != name {
		t.Errorf("from %s went to %+v", name, b.Went)
	}
	if d := cmp.Diff([]desk.Place{{Tab: "Nhân sự", Subject: b.Went[0].Subject}}, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// A missing record and a true gap are told apart, in the list and in the line below it; the
// year that still runs is neither, nor is a gap of long ago.
func TestOutlookWarnings(t *testing.T) {
	seen := map[string]int{}
	for _, year := range []int{2021, 2022, guitest.Year, 2024} {
		b, tab := outlookOf(t, year)
		if year == guitest.Year {
			forgetRatings(t, b, year-1)
			tab.Refresh()
		}
		v, list := b.App.View(), b.List(t, "Lưu ý")
		names, notes := list.Texts("Tên"), list.Texts("Lưu ý")
		records, gaps := 0, 0
		for i, p := range v.PeopleOf(year, "") {
			x, err := v.Rules.ForecastBrief(v.Facts, year, tdkt.PersonSubject(p.ID))
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			record, gap := false, false
			for _, s := range x.Streaks {
				var older []string
				for _, y := range s.Missing {
					if y < year {
						older = append(older, fmt.Sprint(y))
					} else {
						seen["the year still runs"]++
					}
				}
				if len(older) > 0 {
					record = true
					seen["an older year has no record"]++
					want = append(want, "thiếu hồ sơ "+strings.Join(older, ", ")+": "+s.What)
				}
				switch s.Gap {
				case 0:
				case year:
					gap = true
					seen["the streak ended this year"]++
					want = append(want, fmt.Sprintf("đứt chuỗi năm %d: %s", year, s.What))
				default:
					seen["it ended long ago"]++
				}
			}
			if notes[i] != strings.Join(want, "; ") {
				t.Errorf("%d, %s: %q, want %q", year, names[i], notes[i], want)
			}
			records, gaps = records+count(record), gaps+count(gap)
		}
		says(t, b, fmt.Sprintf("Thiếu hồ sơ năm trước: %d · Đứt chuỗi: %d", records, gaps))
	}
	for _, kind := range []string{"an older year has no record", "the year still runs", "the streak ended this year", "it ended long ago"} {
		if seen[kind] == 0 {
			t.Errorf("nobody of whom %s: %v", kind, seen)
		}
	}
}

// forgetRatings opens the book of ratings of a year and takes out some.
func forgetRatings(t *testing.T, b *guitest.Bench, year int) {
	t.Helper()
	if err := b.App.CloseBook(t.Context(), year, tdkt.RatingBook, false, "thử"); err != nil {
		t.Fatal(err)
	}
	var gone []tdkt.Record
	for _, r := range b.App.View().Ratings {
		if r.Year == year && len(gone) < 9 {
			gone = append(gone, r)
		}
	}
	if err := b.App.Change(t.Context(), "try", "Thử", func(tx app.Tx) error { return tx.Remove(t.Context(), gone...) }); err != nil {
		t.Fatal(err)
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Another page asks for a unit; the filters that hide it give way.
func TestOutlookGoto(t *testing.T) {
	b, tab := outlookOf(t, guitest.Year)
	uitest.Tap(t, b.Window.Canvas(), "Có danh hiệu mở ra")
	tab.Grid.SetFilter("không có ai tên này")
	u := b.App.View().UnitsOf(guitest.Year, "")[3]
	tab.Goto(desk.Place{Subject: tdkt.UnitSubject(u.ID), Title: "TTLDXS"})
	list, titles := b.List(t, "Chuỗi năm"), b.List(t, "Khả năng")
	if name, title := list.Cell(list.Cursor(), "Tên"), titles.Rows()[titles.Cursor()][0]; name != u.Name || title != b.App.View().TitleName("TTLDXS") {
		t.Errorf("shown: %s, %s", name, title)
	}
}

// Closing the window ends the work.
func TestOutlookStopped(t *testing.T) {
	b, tab := outlookOf(t, guitest.Year)
	if b.List(t, "Chuỗi năm").Len() == 0 {
		t.Fatal("nobody is shown before")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	b.Desk.Ctx = ctx
	tab.Refresh()
	if n := b.List(t, "Chuỗi năm").Len(); n > 0 {
		t.Errorf("%d rows were made for a window that is closed", n)
	}
}

// A new file, and a year after which there is no law, say what to do.
func TestOutlookEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(outlook.New(b.Desk))
	says(t, b, "Hãy nhập cán bộ")
	b, _ = outlookOf(t, 2010)
	uitest.Tap(t, b.Window.Canvas(), "Xem chi tiết")
	says(t, b, "không có quy định xét thi đua cho năm 2011")
}
