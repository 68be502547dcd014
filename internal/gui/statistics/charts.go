package statistics

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// showCharts draws the years as columns, people and collectives apart, and the rows of the
// last year as bars: their share of all that was given in it. Each mark lists its awards.
func (t *Tab) showCharts() {
	t.charts.RemoveAll()
	if len(t.shown.Rows) > 0 {
		t.charts.Add(t.yearsChart())
		for _, o := range t.shares() {
			t.charts.Add(o)
		}
	}
	t.charts.Refresh()
}

// yearsChart is a column a year.
func (t *Tab) yearsChart() fyne.CanvasObject {
	s := t.shown
	data := make([]kit.ColumnData, len(s.Years))
	for i, year := range s.Years {
		data[i] = kit.ColumnData{Label: fmt.Sprint(year), Parts: make([]int, 2)}
		for _, r := range s.Rows {
			for _, w := range r.Awards[i] {
				if w.Subject.Kind == tdkt.APerson {
					data[i].Parts[0]++
				} else {
					data[i].Parts[1]++
				}
			}
		}
	}
	fills := []kit.Token{kit.Level1, kit.Level2}
	chart := kit.NewColumnChart(data, fills, func(i int) {
		var list [][]tdkt.Award
		for _, r := range s.Rows {
			list = append(list, r.Awards[i])
		}
		t.listAwards(fmt.Sprintf(wordYear, s.Years[i]), list)
	})
	head := kit.NewPara(fmt.Sprintf(textByYear, s.Years[0], s.Years[len(s.Years)-1]), kit.Body, kit.Ink, true)
	return kit.Flow(2, head, kit.Legend(fills, []string{wordPeople, wordUnits}), chart)
}

// shares are the rows of the last year, each against all of that year.
func (t *Tab) shares() []fyne.CanvasObject {
	last := len(t.shown.Years) - 1
	all, year := t.shown.Total(last), t.shown.Years[last]
	if all == 0 {
		return nil
	}
	out := []fyne.CanvasObject{kit.NewPara(fmt.Sprintf(textShares, year, all), kit.Body, kit.Ink, true)}
	for _, r := range t.shown.Rows {
		n := r.Count(last)
		if n == 0 {
			continue
		}
		out = append(out, kit.NewBar100(kit.BarData{
			Label: r.Label, Text: fmt.Sprintf(textShareOf, tdkt.Share(n, all), all), Parts: []int{n}, Fills: []kit.Token{kit.Level1}, Most: all,
		}, func() { t.listAwards(r.Label, [][]tdkt.Award{r.Awards[last]}) }))
	}
	return out
}

// listAwards lists the awards behind a number, and says which they are.
func (t *Tab) listAwards(what string, years [][]tdkt.Award) {
	list := awardsOf(t.desk.View(), years)
	text := ""
	if what != "" {
		text = fmt.Sprintf(textAwardsOf, what, len(list))
	}
	t.of.Set(text, kit.Ink)
	t.awards.SetRows(list)
}
