// Package statistics is the page Thống kê of the tab Báo cáo: what was given over
// five years, by one cut at a time, with the awards behind each row; and the workbook of
// the statistical forms.
package statistics

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tab is the page Thống kê.
type Tab struct {
	*kit.ListPage[row]
	desk   *desk.Desk
	opened func(path string)
	cut    *kit.Select
	grid   *kit.Grid[row]
	awards *kit.Grid[given]
	charts *fyne.Container
	of     *kit.Words // which awards are listed
	shown  reports.Statistics
	typing *official // the forms of the ministry last opened
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, charts: kit.Flow(kit.Space1), of: kit.NewWords("", kit.Body, kit.Ink, true).Cuttable()}
	t.grid = kit.NewGrid(d.UI, row.key, columns(reports.CutTitle, nil, 0)...)
	t.grid.Empty, t.grid.Style, t.grid.Totals = textEmpty, row.style, t.totals
	t.grid.OnCursor = func(r row, ok bool) { t.showAwards(r, ok) }
	t.grid.OnOpen = func(row) { t.awards.Focus() }
	t.awards = kit.NewGrid(d.UI, given.key, awardColumns()...)
	t.awards.Empty = textNoAwards
	t.awards.Totals = func(list []given) string { return fmt.Sprintf(textTotalsAll, len(list)) }
	t.awards.OnOpen = t.open
	t.cut = kit.NewSelect(nil, func(string) { t.Refresh() })
	for _, c := range reports.Cuts() {
		t.cut.Options = append(t.cut.Options, string(c))
	}
	t.cut.Choose(string(reports.CutTitle))
	list := kit.Border(kit.Padded(t.of), nil, nil, nil, t.awards)
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Views: kit.Wide(cutWidth, t.cut), Extra: kit.NewButton(wordTypeForms, t.forms),
		Main: kit.NewButton(wordExport, t.export).Primary(), Keys: kit.Shortcuts{Export: t.export},
		Share: numbersShare, Below: kit.Columns(chartsShare, kit.Card(container.NewVScroll(t.charts)), list),
	})
	return t
}

const (
	cutWidth     = 210
	chartsShare  = 0.42 // of the width
	numbersShare = 0.42 // of the height, for the table of numbers
)

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto has nothing to show of one subject.
func (t *Tab) Goto(desk.Place) {}

// Refresh counts again.
func (t *Tab) Refresh() {
	v, year, unit, cut := t.desk.View(), t.desk.Year(), t.desk.Unit(), reports.Cut(t.cut.Selected)
	t.desk.UI.Do(func() func() {
		s := reports.StatisticsOf(v, year, unit, cut)
		return func() { t.show(s) }
	})
}

func (t *Tab) show(s reports.Statistics) {
	text := textNote
	if s.Cut.Personal() {
		text += textPersonal
	}
	t.Note.Set(text, kit.Plain)
	t.shown = s
	t.showCharts()
	t.grid.SetColumns(columns(s.Cut, s.Years, s.Total(len(s.Years)-1))...)
	t.grid.SetRows(rows(s))
	t.Content().Refresh()
	if len(s.Rows) == 0 {
		t.showAwards(row{}, false)
	}
}

// totals sums the rows shown, year by year.
func (t *Tab) totals(shown []row) string {
	text := wordTotal
	for i, year := range t.shown.Years {
		n := 0
		for _, r := range shown {
			n += r.Count(i)
		}
		text += fmt.Sprintf(textTotalOf, year, n)
	}
	return text
}

func (t *Tab) showAwards(r row, ok bool) {
	if !ok {
		t.listAwards("", nil)
		return
	}
	t.listAwards(r.Label, r.Awards)
}

// open goes to the life sheet, or the unit, of an award.
func (t *Tab) open(g given) {
	t.desk.Open(desk.PlaceOfRow(law.Row{Noun: tdkt.NounAward, ID: g.ID, Year: g.To, Subject: g.Subject}))
}

func (t *Tab) export() {
	year := t.desk.Year()
	kinds := []kit.FileKind{{Name: wordExcel, Patterns: []string{"*.xlsx"}}}
	t.desk.UI.SaveFile(wordExport, fmt.Sprintf(fileName, year), kinds, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".xlsx"
		}
		t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return papers.ExportStatistics(ctx, t.desk.App, year, path)
		}, func() {
			t.desk.UI.Noticef(textWritten, path)
			t.opened(path)
		})
	})
}
