package pages

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/start"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

func startPage(t *testing.T, b *guitest.Bench) *start.Page {
	t.Helper()
	p := start.New(b.Desk, func(string) {})
	b.Show(p)
	return p
}

// startCharts are the pictures of the page, also where they are scrolled away.
func startCharts(t *testing.T, b *guitest.Bench) *fyne.Container {
	t.Helper()
	s, ok := uitest.Find(b.Window.Canvas(), func(s *container.Scroll) bool {
		return strings.Contains(uitest.TextOf(s.Content), "Xếp loại theo phòng")
	})
	if !ok {
		t.Fatalf("no pictures:\n%s", uitest.Text(b.Window.Canvas()))
	}
	return s.Content.(*fyne.Container)
}

// The page as a person reads it, in the year that is over and in the one under way, in a
// small window.
func TestStartScreen(t *testing.T) {
	b := guitest.Open(t)
	p := startPage(t, b)
	c := b.Window.Canvas()
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "start/2023")
	if text := uitest.Text(c); strings.Contains(text, "…") {
		t.Errorf("something is cut:\n%s", text)
	}
	golden.Compare(t, "testdata/start/charts.txt", uitest.TextOf(startCharts(t, b)))
	b.Desk.Choose(2024, "")
	p.Refresh()
	looks(t, b, "start/2024")
}

// A line leads to those who lack something, a bar to its room and year.
func TestStartLeads(t *testing.T) {
	b := guitest.Open(t)
	if err := b.App.SaveTasks(t.Context(), tdkt.Task{Year: guitest.Year, Title: "Sơ kết", Deadline: tdkt.Date(2023, 7, 1)}); err != nil {
		t.Fatal(err)
	}
	if err := b.App.CloseBook(t.Context(), guitest.Year, tdkt.PledgeBook, false, "thử"); err != nil {
		t.Fatal(err)
	}
	startPage(t, b)
	c := b.Window.Canvas()
	list := b.List(t, "Việc cần làm")
	if what, due := list.Cell(0, "Việc cần làm"), list.Cell(0, "Hạn"); !strings.HasPrefix(what, "Sơ kết") || !strings.Contains(due, "01/07/2023; trễ 170 ngày") {
		t.Errorf("the first line is not the late task: %q, %q", what, due)
	}
	for i := range list.Len() {
		list.Go(i, "")
		uitest.Keys(c, "Return")
	}
	want := map[desk.Place]bool{{Tab: desk.TabPlans, Page: desk.PageTasks}: true}
	missing := 0
	for _, to := range b.Went {
		delete(want, to)
		if to.Tab == desk.TabPledges && to.Missing {
			missing++
		}
	}
	if len(want) > 0 || missing != 1 || len(b.Went) != list.Len() {
		t.Errorf("%d lines went to %+v", list.Len(), b.Went)
	}
	unit := b.App.View().Units[1]
	line, ok := uitest.Find(c, func(o *kit.Bar100) bool { return o.Label == unit.Name && len(o.Parts) == 5 })
	if n := len(startCharts(t, b).Objects); !ok || n != 6 {
		t.Fatalf("%d charts, the room %s has a bar: %v", n, unit.Name, ok)
	}
	c.Focus(line)
	uitest.Keys(c, "Return")
	if to := b.Went[len(b.Went)-1]; to.Tab != desk.TabEvaluations || to.Unit != unit.ID {
		t.Errorf("the bar leads to %+v", to)
	}
}

// With one year more rooms are named than with five.
func TestStartIdle(t *testing.T) {
	b := guitest.Open(t)
	counts := map[int]int{}
	for _, k := range []int{1, 5} {
		o, err := reports.OverviewOf(t.Context(), b.App, 2024, "", k)
		if err != nil {
			t.Fatal(err)
		}
		counts[k] = len(o.Charts[4].Bars)
	}
	if counts[1] <= counts[5] {
		t.Errorf("rooms without an award for 1 year: %d, for 5 years: %d", counts[1], counts[5])
	}
}

// The figures of the pictures are those of the data.
func TestStartFigures(t *testing.T) {
	b := guitest.Open(t)
	o, err := reports.OverviewOf(t.Context(), b.App, guitest.Year, "", 3)
	if err != nil {
		t.Fatal(err)
	}
	v := b.App.View()
	people, given := 0, 0
	for _, x := range o.Charts[0].Bars {
		people += sum(x.Parts)
	}
	for _, w := range v.Awards {
		if w.To == guitest.Year && !w.Revoked {
			given++
		}
	}
	last := o.Charts[1].Bars[len(o.Charts[1].Bars)-1]
	if people != len(v.PeopleOf(guitest.Year, "")) || sum(last.Parts) != given {
		t.Errorf("%d people in the bars, %d awards in the last bar; the data have %d and %d", people, sum(last.Parts), len(v.PeopleOf(guitest.Year, "")), given)
	}
}

func sum(parts []int) int {
	n := 0
	for _, p := range parts {
		n += p
	}
	return n
}

// The page is written as PDF and opened.
func TestStartPrint(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	b.Show(start.New(b.Desk, func(path string) { opened = path }))
	b.Files.Paths = []string{filepath.Join(t.TempDir(), "tình hình")}
	uitest.Tap(t, b.Window.Canvas(), "In một trang")
	if raw, err := os.ReadFile(opened); err != nil || !strings.HasPrefix(string(raw), "%PDF") {
		t.Errorf("opened %q: %v", opened, err)
	}
}

// A new file says what to do first, and leads there.
func TestStartEmpty(t *testing.T) {
	b := guitest.Empty(t)
	startPage(t, b)
	says(t, b, "Sổ chưa có cán bộ nào")
	b.List(t, "Việc cần làm").Go(0, "")
	uitest.Keys(b.Window.Canvas(), "Return")
	if len(b.Went) != 1 || b.Went[0].Tab != desk.TabStaff {
		t.Errorf("went to %v", b.Went)
	}
}

// A chart of very many rooms shows the first of them and says how many are not shown; that
// line opens the list of all.
func TestStartManyBars(t *testing.T) {
	b := guitest.Open(t)
	v := b.App.View()
	var recs []tdkt.Record
	for i := range 70 {
		u := tdkt.Unit{ID: tdkt.NewID(), Code: fmt.Sprintf("X%d", i), Name: fmt.Sprintf("Phòng mới %d", i), Parent: v.UnitTree()[0].ID}
		recs = append(recs, u, tdkt.Person{ID: tdkt.NewID(), Code: fmt.Sprintf("XX%d", i), Name: "Lê Văn Mới", Unit: u.ID, Start: tdkt.Date(2020, 1, 1)})
	}
	if err := b.App.Change(t.Context(), "try", "Thử", func(tx app.Tx) error { return tx.Put(t.Context(), recs...) }); err != nil {
		t.Fatal(err)
	}
	o, err := reports.OverviewOf(t.Context(), b.App, guitest.Year, "", 3)
	if err != nil {
		t.Fatal(err)
	}
	const most = 60 // bars of a chart
	bars := o.Charts[0].Bars
	if len(bars) <= most {
		t.Fatalf("only %d rooms", len(bars))
	}
	startPage(t, b)
	c := b.Window.Canvas()
	text := uitest.TextOf(startCharts(t, b).Objects[0])
	if !strings.Contains(text, bars[most-1].Label+":") || strings.Contains(text, bars[most].Label+":") {
		t.Errorf("the bar %q is not the last one shown:\n%s", bars[most-1].Label, text)
	}
	more := fmt.Sprintf("… và %d dòng nữa", len(bars)-most)
	line, ok := uitest.Find(c, func(o *kit.Bar100) bool { return o.Label == more })
	if !ok {
		t.Fatalf("it does not say that there are %q:\n%s", more, text)
	}
	c.Focus(line)
	uitest.Keys(c, "Return")
	if to := b.Went[len(b.Went)-1]; to.Tab != desk.TabEvaluations || to.Unit != "" {
		t.Errorf("the last line opens %+v", to)
	}
}
