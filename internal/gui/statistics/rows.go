package statistics

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one row of the table.
type row struct {
	reports.StatRow
	all []int // of the whole table, by year
}

func (r row) key() string { return r.Label }

// style marks what is not known.
func (r row) style() kit.RowStyle {
	if r.Unknown {
		return kit.Warning
	}
	return kit.Normal
}

// share is the row's part of the last year.
func (r row) share() string {
	last := len(r.all) - 1
	if last < 0 || r.all[last] == 0 {
		return ""
	}
	return tdkt.Share(r.Count(last), r.all[last])
}

func rows(s reports.Statistics) []row {
	all := make([]int, len(s.Years))
	for i := range s.Years {
		all[i] = s.Total(i)
	}
	out := make([]row, len(s.Rows))
	for i, r := range s.Rows {
		out[i] = row{r, all}
	}
	return out
}

// columns are the cut and its years side by side, and the share of all of the last year.
func columns(cut reports.Cut, years []int, all int) []kit.Column[row] {
	list := []kit.Column[row]{{Title: string(cut), Width: 260, Grow: true, Text: func(r row) string { return r.Label }}}
	for i, y := range years {
		list = append(list, kit.Column[row]{
			Title: fmt.Sprintf(wordYear, y), Width: 80, Order: kit.ByNumber, Align: fyne.TextAlignTrailing,
			Text: func(r row) string { return kit.FormatInt(r.Count(i)) },
		})
	}
	if len(years) == 0 {
		return list
	}
	return append(list, kit.Column[row]{
		Title: fmt.Sprintf(wordShare, all, years[len(years)-1]), Width: 130, Order: kit.ByNumber, Align: fyne.TextAlignTrailing, Text: row.share,
	})
}

// given is one award that is counted.
type given struct {
	tdkt.Award
	name, unit, title string
}

func (g given) key() string { return string(g.ID) }

// awardsOf are awards by year, the newest year first.
func awardsOf(v *view.View, years [][]tdkt.Award) []given {
	var out []given
	for _, list := range slices.Backward(years) {
		for _, w := range list {
			g := given{Award: w, name: v.Facts.NameOf(w.Subject), title: v.TitleName(w.Code)}
			if p, ok := v.Facts.Person(w.Subject.ID); ok {
				g.unit = v.UnitName(v.UnitIn(p, w.To))
			}
			out = append(out, g)
		}
	}
	return out
}

func awardColumns() []kit.Column[given] {
	return []kit.Column[given]{
		{Title: wordOf, Width: 60, Text: func(g given) string { return fmt.Sprint(g.To) }, Order: kit.ByNumber},
		{Title: wordName, Width: 170, Grow: true, Text: func(g given) string { return g.name }, Order: kit.ByName},
		{Title: wordUnit, Width: 150, Grow: true, Text: func(g given) string { return g.unit }},
		{Title: wordTitle, Width: 190, Grow: true, Text: func(g given) string { return g.title }},
		{Title: wordDecision, Width: 120, Text: func(g given) string { return g.Decision }},
		{Title: wordDate, Width: 90, Text: func(g given) string { return g.Date.String() }, Order: kit.ByDay},
		{Title: wordManner, Width: 110, Text: func(g given) string { return g.Manner }},
	}
}
