package start

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/gui/kit"
)

// mostBars is how many bars a chart shows; nobody reads further down, and one more then
// leads to the list itself.
const mostBars = 60

// The places of the charts that are drawn in a way of their own.
const (
	levelsChart = iota
	titlesChart
	_
	_
	idleChart
)

// chart is a card: a title, what the shades mean, and the bars or columns.
func (p *Page) chart(i int, c reports.Chart) fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.heading(i, c)}
	switch {
	case len(c.Bars) == 0:
		rows = append(rows, kit.NewPara(c.Empty, kit.Body, kit.Quiet, false))
	case i == titlesChart:
		rows = append(rows, p.columns(c))
	default:
		rows = append(rows, p.bars(i, c)...)
	}
	return kit.Card(kit.Flow(2, rows...))
}

// heading is the title with the legend beside it.
func (p *Page) heading(i int, c reports.Chart) fyne.CanvasObject {
	var row fyne.CanvasObject = kit.NewPara(c.Title, kit.Body, kit.Ink, true)
	if i == idleChart {
		row = kit.Border(nil, nil, nil, p.idle, row)
	}
	if len(c.Bars) == 0 || len(c.Legend) == 0 {
		return row
	}
	return kit.Flow(0, row, kit.Legend(fills(len(c.Legend)), c.Legend))
}

// fills are the shades of so many parts, from the best to what is missing.
func fills(parts int) []kit.Token {
	if parts <= 2 {
		return []kit.Token{kit.Level1, kit.Level2}
	}
	return []kit.Token{kit.Level1, kit.Level2, kit.Level3, kit.Level4, kit.Level5}
}

func (p *Page) bars(i int, c reports.Chart) []fyne.CanvasObject {
	most := 0
	for _, b := range c.Bars {
		most = max(most, sum(b.Parts))
	}
	var out []fyne.CanvasObject
	for k, b := range c.Bars {
		if k == mostBars {
			more := reports.Bar{At: b.At, Year: b.Year}
			out = append(out, kit.NewBar100(kit.BarData{Label: fmt.Sprintf(textMoreBars, len(c.Bars)-k)}, func() { p.openBar(more) }))
			break
		}
		data := kit.BarData{Label: b.Label, Text: b.Text, Parts: b.Parts, Fills: fills(len(c.Legend)), Cap: b.Cap, Bad: b.Over}
		if i == idleChart { // the count is the point
			data.Most = most
		}
		out = append(out, kit.NewBar100(data, func() { p.openBar(b) }))
	}
	return out
}

// columns is the chart of years; a click on one opens it.
func (p *Page) columns(c reports.Chart) fyne.CanvasObject {
	data := make([]kit.ColumnData, len(c.Bars))
	for i, b := range c.Bars {
		data[i] = kit.ColumnData{Label: b.Label, Parts: b.Parts}
	}
	return kit.NewColumnChart(data, fills(len(c.Legend)), func(k int) { p.openBar(c.Bars[k]) })
}

func sum(parts []int) int {
	n := 0
	for _, p := range parts {
		n += p
	}
	return n
}
