package outlook

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// show opens the page over the sample in a year.
func show(t *testing.T, year int) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := New(b.Desk)
	b.Show(tab)
	return b, tab
}

// TestScreen: people and units as a person reads them, the latter in a small window.
func TestScreen(t *testing.T) {
	b, tab := show(t, guitest.Year)
	c := b.Window.Canvas()
	tab.only.SetChecked(true)
	golden.Compare(t, "testdata/people.txt", uitest.Text(c))
	b.Window.Resize(fyne.NewSize(1024, 580))
	tab.only.SetChecked(false)
	tab.part.SetSelected(wordUnits)
	golden.Compare(t, "testdata/units.txt", uitest.Text(c))
}

// TestOnly: the filter leaves exactly those for whom the law's forecast opens a title
// that looks back.
func TestOnly(t *testing.T) {
	b, tab := show(t, guitest.Year)
	v := b.App.View()
	all := len(tab.grid.Rows())
	uitest.Tap(t, b.Window.Canvas(), wordOnly)
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
	if got := len(tab.grid.Rows()); got != want || want == 0 || want == all {
		t.Errorf("%d of %d shown, want %d", got, all, want)
	}
}

// TestDetails: Enter tells every title with its articles, and the text can be taken along.
func TestDetails(t *testing.T) {
	b, tab := show(t, guitest.Year)
	c := b.Window.Canvas()
	tab.only.SetChecked(true)
	tab.grid.Focus()
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, wordCopy)
	golden.Compare(t, "testdata/details.txt", fyne.CurrentApp().Clipboard().Content()+"\n")
	uitest.Tap(t, c, wordCard)
	r, _ := tab.grid.Current()
	if d := cmp.Diff([]desk.Place{{Tab: "Nhân sự", Subject: r.subject}}, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// TestWarnings: a missing record and a true gap are told apart; the year that still runs
// is neither.
func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		reason string
		streak law.Streak
		want   string
		record bool
		gap    bool
	}{
		{"an older year has no record", law.Streak{What: "CSTĐ cơ sở", Missing: []int{2021, 2023}}, "thiếu hồ sơ 2021: CSTĐ cơ sở", true, false},
		{"the year still runs", law.Streak{What: "CSTĐ cơ sở", Missing: []int{2023}}, "", false, false},
		{"the streak ended this year", law.Streak{What: "CSTĐ cơ sở", Gap: 2023}, "đứt chuỗi năm 2023: CSTĐ cơ sở", false, true},
		{"it ended long ago and there is a new one", law.Streak{What: "CSTĐ cơ sở", Gap: 2019}, "", false, false},
	} {
		text, record, gap := warnings(law.Forecast{Year: 2023, Streaks: []law.Streak{c.streak}})
		if text != c.want || record != c.record || gap != c.gap {
			t.Errorf("%s: %q %v %v", c.reason, text, record, gap)
		}
	}
}

// TestGoto: another page asks for a unit; the filters that hide it give way.
func TestGoto(t *testing.T) {
	b, tab := show(t, guitest.Year)
	tab.only.SetChecked(true)
	tab.grid.SetFilter("không có ai tên này")
	u := b.App.View().UnitsOf(guitest.Year, "")[3]
	tab.Goto(desk.Place{Subject: tdkt.UnitSubject(u.ID), Title: "TTLDXS"})
	r, _ := tab.grid.Current()
	if title, _ := tab.titles.Current(); r.name != u.Name || title.Code != "TTLDXS" {
		t.Errorf("shown: %s, %s", r.name, title.Code)
	}
}

// TestStopped: closing the window ends the work.
func TestStopped(t *testing.T) {
	b := guitest.Open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if p := read(ctx, b.App.View(), query{year: guitest.Year, kind: tdkt.APerson}); p.err == nil || len(p.rows) > 0 {
		t.Errorf("%d rows, %v", len(p.rows), p.err)
	}
}

// TestEmpty: a new file, and a year after which there is no law, say what to do.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(New(b.Desk))
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Hãy nhập cán bộ") {
		t.Errorf("screen:\n%s", text)
	}
	b, tab := show(t, 2010)
	tab.details()
	if text := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " "); !strings.Contains(text, "không có quy định xét thi đua cho năm 2011") {
		t.Errorf("screen:\n%s", text)
	}
}
