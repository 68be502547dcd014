// Package start is the first page: what is due and late, who is missing, and how the
// year stands in pictures. Every line and every bar opens its rows.
package start

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
)

// todoRow is one thing to do.
type todoRow struct {
	n    int
	todo app.Todo
}

func (r todoRow) key() string { return fmt.Sprint(r.n) }

// style marks what is late.
func (r todoRow) style() kit.RowStyle {
	if r.todo.Late {
		return kit.Bad
	}
	return kit.Normal
}

// Page is the first page.
type Page struct {
	desk    *desk.Desk
	opened  func(path string)
	grid    *kit.Grid[todoRow]
	idle    *kit.Select
	charts  *fyne.Container
	content fyne.CanvasObject
}

var _ desk.Tab = (*Page)(nil)

// idleYears are the choices of k in "not awarded for k years".
const idleYears, idleUsual = 5, 3

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Page {
	p := &Page{desk: d, opened: opened, charts: container.NewVBox()}
	p.grid = kit.NewGrid(d.UI, todoRow.key,
		kit.Column[todoRow]{Title: wordTodo, Width: 180, Grow: true, Text: func(r todoRow) string { return r.todo.What }},
		kit.Column[todoRow]{Title: wordWho, Width: 120, Grow: true, Text: func(r todoRow) string { return r.todo.Who }},
		kit.Column[todoRow]{Title: wordCount, Width: 58, Text: countText, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		kit.Column[todoRow]{Title: wordDue, Width: 90, Text: dueText},
	)
	p.grid.Empty = textNothing
	p.grid.Style = todoRow.style
	p.grid.OnOpen = func(r todoRow) { p.openTodo(r.todo) }
	p.grid.Totals = totals
	p.idle = kit.NewSelect(nil, func(string) { p.Refresh() })
	for k := 1; k <= idleYears; k++ {
		p.idle.Options = append(p.idle.Options, fmt.Sprintf(wordYears, k))
	}
	p.idle.Choose(fmt.Sprintf(wordYears, idleUsual))
	again := kit.NewIconButton(fmt.Sprintf(wordAgain, d.Again.Page), theme.MediaReplayIcon(), func() { d.Open(d.Again) })
	if d.Again.Tab == "" {
		again.Hide()
	}
	bar := kit.Bar(kit.Wide(260, p.grid.Filter()), again, nil, widget.NewLabel(wordIdle), p.idle,
		kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), p.print))
	split := container.NewHSplit(p.grid, container.NewVScroll(p.charts))
	split.Offset = 0.46
	p.content = container.NewBorder(bar, nil, nil, nil, split)
	return p
}

func countText(r todoRow) string {
	if r.todo.Count == 0 {
		return ""
	}
	return kit.FormatInt(r.todo.Count)
}

func dueText(r todoRow) string {
	if r.todo.Late && r.todo.Due == 0 {
		return wordLate
	}
	return r.todo.Due.String()
}

func totals(shown []todoRow) string {
	late := 0
	for _, r := range shown {
		if r.todo.Late {
			late++
		}
	}
	return fmt.Sprintf(textTotals, len(shown), late)
}

// Name is the word of the page.
func (p *Page) Name() string { return wordPage }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Shortcuts are Ctrl+F to filter.
func (p *Page) Shortcuts() kit.Shortcuts { return kit.Shortcuts{Find: p.grid.FocusFilter} }

// Goto has nothing to show of one subject.
func (p *Page) Goto(desk.Place) {}

// Refresh gathers the page again, away from the screen.
func (p *Page) Refresh() {
	year, unit, idle := p.desk.Year(), p.desk.Unit(), p.idle.SelectedIndex()+1
	p.desk.UI.Do(func() func() {
		o, err := p.desk.App.Overview(p.desk.Ctx, year, unit, idle)
		return func() {
			if err == nil { // else the window is closing
				p.show(o)
			}
		}
	})
}

func (p *Page) show(o app.Overview) {
	rows := make([]todoRow, len(o.Todos))
	for i, t := range o.Todos {
		rows[i] = todoRow{i, t}
	}
	p.grid.SetRows(rows)
	charts := make([]fyne.CanvasObject, len(o.Charts))
	for i, c := range o.Charts {
		charts[i] = chart(c, p.openBar)
	}
	p.charts.Objects = charts
	p.charts.Refresh()
}

// place is the tab and page of a spot.
func place(at app.Spot) desk.Place {
	return map[app.Spot]desk.Place{
		app.AtTasks: {Tab: desk.TabPlans, Page: desk.PageTasks}, app.AtStaff: {Tab: desk.TabStaff}, app.AtPledges: {Tab: desk.TabPledges},
		app.AtRatings: {Tab: desk.TabEvaluations}, app.AtInitiatives: {Tab: desk.TabEvaluations, Page: desk.PageInitiatives}, app.AtAwards: {Tab: desk.TabAwards},
		app.AtOpinions: {Tab: desk.TabAwards, Page: desk.PageOpinions}, app.AtComplaints: {Tab: desk.TabAwards, Page: desk.PageComplaints},
		app.AtExamples: {Tab: desk.TabPlans, Page: desk.PageExamples},
	}[at]
}

// openTodo opens the rows something to do is about: only those that lack it.
func (p *Page) openTodo(t app.Todo) {
	to := place(t.At)
	to.Subject, to.Title = t.Subject, t.Title
	to.Missing = t.Count > 0 && (t.At == app.AtPledges || t.At == app.AtRatings)
	p.desk.Open(to)
}

// openBar opens the rows of a bar.
func (p *Page) openBar(b app.Bar) {
	to := place(b.At)
	to.Subject, to.Unit, to.Year, to.Title = b.Subject, b.Unit, b.Year, b.Title
	p.desk.Open(to)
}

// print writes the page as PDF where the user says and opens it.
func (p *Page) print() {
	d, year, unit, idle := p.desk, p.desk.Year(), p.desk.Unit(), p.idle.SelectedIndex()+1
	d.UI.SaveFile(wordPrint, fmt.Sprintf(filePrint, year), []kit.FileKind{{Name: "PDF", Patterns: []string{"*.pdf"}}}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".pdf"
		}
		d.UI.Busy(wordPrinting, func(ctx context.Context, _ *kit.Progress) error {
			return d.App.ExportOverview(ctx, year, unit, idle, path)
		}, func() {
			d.UI.Noticef(textPrinted, path)
			p.opened(path)
		})
	})
}
