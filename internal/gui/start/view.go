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

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// todoRow is one thing to do.
type todoRow struct {
	n    int
	todo reports.Todo
	on   tdkt.Day
}

func (r todoRow) key() string { return fmt.Sprint(r.n) }

// tone is red for a day that has passed: the date, not the row.
func (r todoRow) tone() kit.Tone {
	if r.todo.Late {
		return kit.BadTone
	}
	return kit.Plain
}

// Page is the first page.
type Page struct {
	desk    *desk.Desk
	opened  func(path string)
	grid    *kit.Grid[todoRow]
	head    *kit.Head
	idle    *kit.Select
	tiles   *fyne.Container
	charts  *fyne.Container
	first   *fyne.Container // the first hour, while it is not over
	begin   func() *Begin
	content fyne.CanvasObject
}

var _ desk.Tab = (*Page)(nil)

// idleYears are the choices of k in "not awarded for k years".
const idleYears, idleUsual = 5, 3

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Page {
	p := &Page{desk: d, opened: opened, charts: kit.Flow(kit.Space3), tiles: container.NewGridWithColumns(tilesAcross), first: container.NewVBox()}
	p.grid = kit.NewGrid(d.UI, todoRow.key,
		kit.Column[todoRow]{Title: wordTodo, Width: 180, Grow: true, Text: todoText},
		kit.Column[todoRow]{Title: wordWho, Width: 120, Text: func(r todoRow) string { return r.todo.Who }},
		kit.Column[todoRow]{Title: wordDue, Width: 90, Text: dueText, Sub: waitText, Order: kit.ByDay, Tone: todoRow.tone},
	)
	p.grid.Empty = textNothing
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
	p.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Filter: p.grid.Filter(), Extra: again, Main: kit.NewButton(wordPrint, p.print).Primary(),
	})
	split := container.NewGridWithColumns(2, p.grid, container.NewVScroll(p.charts))
	p.content = kit.Border(container.NewVBox(p.first, p.head.Object(), kit.Padded(p.tiles)), nil, nil, nil, kit.Padded(split))
	return p
}

const tilesAcross = 5

func todoText(r todoRow) string {
	if r.todo.Count > 1 {
		return fmt.Sprintf(textCounted, r.todo.What, r.todo.Count)
	}
	return r.todo.What
}

func dueText(r todoRow) string { return r.todo.Due.String() }

// waitText is how long it is to the day, or since.
func waitText(r todoRow) string {
	switch days := r.on.DaysTo(r.todo.Due); {
	case r.todo.Late && r.todo.Due == 0:
		return wordLate
	case r.todo.Due == 0:
		return ""
	case r.todo.Late:
		return fmt.Sprintf(textLateBy, -days)
	default:
		return fmt.Sprintf(textDueIn, days)
	}
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
		o, err := reports.OverviewOf(p.desk.Ctx, p.desk.App, year, unit, idle)
		tiles := reports.Tiles(p.desk.Ctx, p.desk.View(), year, unit, p.desk.App.Today())
		return func() {
			if err == nil { // else the window is closing
				p.show(o, tiles)
			}
		}
	})
}

func (p *Page) show(o reports.Overview, tiles []reports.Tile) {
	today := p.desk.App.Today()
	rows := make([]todoRow, len(o.Todos))
	late := 0
	for i, t := range o.Todos {
		rows[i] = todoRow{i, t, today}
		if t.Late {
			late++
		}
	}
	p.grid.SetRows(rows)
	p.head.SetTitle(headline(o.Todos, today))
	p.head.SetChips()
	if late > 0 {
		p.head.SetChips(kit.NewChip(fmt.Sprintf(textLateCount, late), kit.BadTone, nil))
	}
	p.tiles.RemoveAll()
	for _, t := range tiles {
		p.tiles.Add(p.tile(t))
	}
	charts := make([]fyne.CanvasObject, len(o.Charts))
	for i, c := range o.Charts {
		charts[i] = p.chart(i, c)
	}
	p.showBegin()
	p.charts.Objects = charts
	p.charts.Refresh()
	p.content.Refresh()
}

// headline is how long it is to the next day that something is due on.
func headline(todos []reports.Todo, today tdkt.Day) string {
	var next reports.Todo
	for _, t := range todos {
		if t.Due >= today && (next.Due == 0 || t.Due < next.Due) {
			next = t
		}
	}
	if next.Due == 0 {
		return wordPage
	}
	return fmt.Sprintf(textNext, today.DaysTo(next.Due), next.Due)
}

func (p *Page) tile(t reports.Tile) fyne.CanvasObject {
	tone := kit.Plain
	switch {
	case t.Bad:
		tone = kit.BadTone
	case t.Open:
		tone = kit.WarnTone
	case t.Good:
		tone = kit.GoodTone
	}
	return kit.NewTile(t.Figure, t.Label, tone, func() {
		to := desk.PlaceOfSpot(t.At)
		to.Subject, to.Title, to.Missing = t.Subject, t.Title, t.Missing
		p.desk.Open(to)
	})
}

// openTodo opens the rows something to do is about: only those that lack it.
func (p *Page) openTodo(t reports.Todo) {
	to := desk.PlaceOfSpot(t.At)
	to.Subject, to.Title = t.Subject, t.Title
	to.Missing = t.Count > 0 && (t.At == reports.AtPledges || t.At == reports.AtRatings)
	p.desk.Open(to)
}

// openBar opens the rows of a bar.
func (p *Page) openBar(b reports.Bar) {
	to := desk.PlaceOfSpot(b.At)
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
			return papers.ExportOverview(ctx, d.App, year, unit, idle, path)
		}, func() {
			d.UI.Noticef(textPrinted, path)
			p.opened(path)
		})
	})
}
