// Package statistics is the page Thống kê of the tab Khen thưởng: what was given over
// five years, by one cut at a time, with the awards behind each row; and the workbook of
// the statistical forms.
package statistics

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tab is the page Thống kê.
type Tab struct {
	desk    *desk.Desk
	opened  func(path string)
	cut     *kit.Select
	note    *widget.Label
	grid    *kit.Grid[row]
	awards  *kit.Grid[given]
	content fyne.CanvasObject
	shown   app.Statistics
	typing  *official // the forms of the ministry last opened
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, note: widget.NewLabel(textNote)}
	t.note.Wrapping = fyne.TextWrapWord
	t.grid = kit.NewGrid(d.UI, row.key, columns(app.CutTitle, nil)...)
	t.grid.Empty, t.grid.Style, t.grid.Totals = textEmpty, row.style, t.totals
	t.grid.OnCursor = func(r row, ok bool) { t.showAwards(r, ok) }
	t.grid.OnOpen = func(row) { t.awards.Focus() }
	t.awards = kit.NewGrid(d.UI, given.key, awardColumns()...)
	t.awards.Empty = textNoAwards
	t.awards.Totals = func(list []given) string { return fmt.Sprintf(textTotalsAll, len(list)) }
	t.awards.OnOpen = t.open
	t.cut = kit.NewSelect(nil, func(string) { t.Refresh() })
	for _, c := range app.Cuts() {
		t.cut.Options = append(t.cut.Options, string(c))
	}
	t.cut.Choose(string(app.CutTitle))
	bar := kit.Bar(widget.NewLabel(wordCut), kit.Wide(240, t.cut), nil,
		kit.NewIconButton(wordTypeForms, theme.DocumentCreateIcon(), t.forms),
		kit.NewIconButton(wordExport, theme.DownloadIcon(), t.export).Primary())
	split := container.NewVSplit(t.grid, t.awards)
	split.Offset = 0.5
	t.content = container.NewBorder(container.NewVBox(bar, t.note, t.grid.Filter()), nil, nil, nil, split)
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts give Ctrl+F to the filter and Ctrl+E to the workbook.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.grid.FocusFilter, Export: t.export}
}

// Goto has nothing to show of one subject.
func (t *Tab) Goto(desk.Place) {}

// Refresh counts again.
func (t *Tab) Refresh() {
	v, year, unit, cut := t.desk.View(), t.desk.Year(), t.desk.Unit(), app.Cut(t.cut.Selected)
	t.desk.UI.Do(func() func() {
		s := v.Statistics(year, unit, cut)
		return func() { t.show(s) }
	})
}

func (t *Tab) show(s app.Statistics) {
	text := textNote
	if s.Cut.Personal() {
		text += textPersonal
	}
	t.note.SetText(text)
	t.shown = s
	t.grid.SetColumns(columns(s.Cut, s.Years)...)
	t.grid.SetRows(rows(s))
	if len(s.Rows) == 0 {
		t.showAwards(row{}, false)
	}
}

// totals sums the rows shown for the last year.
func (t *Tab) totals(shown []row) string {
	if len(t.shown.Years) == 0 {
		return ""
	}
	last := len(t.shown.Years) - 1
	n := 0
	for _, r := range shown {
		n += r.Count(last)
	}
	return fmt.Sprintf(textTotals, n, t.shown.Years[last])
}

func (t *Tab) showAwards(r row, ok bool) {
	if !ok {
		t.awards.SetRows(nil)
		return
	}
	t.awards.SetRows(awardsOf(t.desk.View(), r))
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
			return t.desk.App.ExportStatistics(ctx, year, path)
		}, func() {
			t.desk.UI.Noticef(textWritten, path)
			t.opened(path)
		})
	})
}
