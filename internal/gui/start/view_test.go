package start

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

func show(t *testing.T, b *guitest.Bench, year int) *Page {
	t.Helper()
	b.Desk.Choose(year, "")
	p := New(b.Desk, func(string) {})
	b.Show(p)
	return p
}

// TestScreen: the page as a person reads it, in the year that is over and in the one
// under way, in a small window.
func TestScreen(t *testing.T) {
	b := guitest.Open(t)
	p := show(t, b, guitest.Year)
	c := b.Window.Canvas()
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/2023.txt", uitest.Text(c))
	golden.Compare(t, "testdata/charts.txt", uitest.TextOf(p.charts))
	if text := uitest.Text(c); strings.Contains(text, "…") {
		t.Errorf("something is cut:\n%s", text)
	}
	b.Desk.Choose(2024, "")
	p.Refresh()
	golden.Compare(t, "testdata/2024.txt", uitest.Text(c))
}

// TestLeads: a line leads to those who lack something, a bar to its room and year.
func TestLeads(t *testing.T) {
	b := guitest.Open(t)
	if err := b.App.SaveTasks(t.Context(), tdkt.Task{Year: guitest.Year, Title: "Sơ kết", Deadline: tdkt.Date(2023, 7, 1)}); err != nil {
		t.Fatal(err)
	}
	if err := b.App.CloseBook(t.Context(), guitest.Year, tdkt.PledgeBook, false, "thử"); err != nil {
		t.Fatal(err)
	}
	p := show(t, b, guitest.Year)
	first := p.grid.Rows()[0].todo
	if !first.Late || !strings.HasPrefix(first.What, "Sơ kết") {
		t.Errorf("the first line is not the late task: %+v", first)
	}
	for _, r := range p.grid.Rows() {
		p.openTodo(r.todo)
	}
	want := map[desk.Place]bool{{Tab: desk.TabPlans, Page: desk.PageTasks}: true}
	missing := 0
	for _, to := range b.Went {
		delete(want, to)
		if to.Tab == desk.TabPledges && to.Missing {
			missing++
		}
	}
	if len(want) > 0 || missing != 1 {
		t.Errorf("went to %+v", b.Went)
	}
	unit := b.App.View().Units[1]
	bars := p.charts.Objects
	line, ok := uitest.Find(b.Window.Canvas(), func(o *kit.Bar100) bool { return o.Label == unit.Name && len(o.Parts) == 5 })
	if !ok || len(bars) != 6 {
		t.Fatalf("%d charts, the room %s has a bar: %v", len(bars), unit.Name, ok)
	}
	b.Window.Canvas().Focus(line)
	uitest.Keys(b.Window.Canvas(), "Return")
	if to := b.Went[len(b.Went)-1]; to.Tab != desk.TabEvaluations || to.Unit != unit.ID {
		t.Errorf("the bar leads to %+v", to)
	}
}

// TestIdle: with one year more rooms are named than with five.
func TestIdle(t *testing.T) {
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

// TestFigures: the figures of the pictures are those of the data.
func TestFigures(t *testing.T) {
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

// TestPrint: the page is written as PDF and opened.
func TestPrint(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	p := New(b.Desk, func(path string) { opened = path })
	b.Show(p)
	b.Files.Paths = []string{filepath.Join(t.TempDir(), "tình hình")}
	uitest.Tap(t, b.Window.Canvas(), wordPrint)
	if raw, err := os.ReadFile(opened); err != nil || !strings.HasPrefix(string(raw), "%PDF") {
		t.Errorf("opened %q: %v", opened, err)
	}
}

// TestEmpty: a new file says what to do first, and leads there.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	p := show(t, b, guitest.Year)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Sổ chưa có cán bộ nào") {
		t.Errorf("an empty file does not say what to do:\n%s", text)
	}
	p.openTodo(p.grid.Rows()[0].todo)
	if len(b.Went) != 1 || b.Went[0].Tab != desk.TabStaff {
		t.Errorf("went to %v", b.Went)
	}
}

// TestManyBars: a chart of very many rooms shows the first of them and says how many are
// not shown; that line opens the list of all.
func TestManyBars(t *testing.T) {
	b := guitest.Open(t)
	c := reports.Chart{Title: "Xếp loại theo phòng"}
	for i := range mostBars + 5 {
		c.Bars = append(c.Bars, reports.Bar{Label: fmt.Sprintf("Phòng %d", i), Parts: []int{1}, At: reports.AtRatings, Unit: tdkt.ID(fmt.Sprint(i))})
	}
	p := New(b.Desk, nil)
	b.Window.SetContent(p.chart(levelsChart, c))
	uitest.Tap(t, b.Window.Canvas(), fmt.Sprintf(textMoreBars, 5))
	if len(b.Went) != 1 || b.Went[0].Tab != desk.TabEvaluations || b.Went[0].Unit != "" {
		t.Errorf("the last line opens %+v", b.Went)
	}
	if words := uitest.Text(b.Window.Canvas()); strings.Contains(words, fmt.Sprintf("Phòng %d", mostBars)) {
		t.Errorf("a bar beyond the first %d is shown:\n%s", mostBars, words)
	}
}
