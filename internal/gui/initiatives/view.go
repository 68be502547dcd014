// Package initiatives is the page of initiatives and studies in the tab Đánh giá: each
// with its authors and their shares on one row, the decision that recognised it, and
// the year's book.
package initiatives

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Page is the page of initiatives.
type Page struct {
	*kit.ListPage[row]
	desk *desk.Desk
	grid *kit.Grid[row]
	all  *kit.Check
}

var _ desk.Tab = (*Page)(nil)

// New makes the page.
func New(d *desk.Desk) *Page {
	p := &Page{desk: d}
	p.grid = kit.NewGrid(d.UI, row.key, columns()...)
	p.grid.Empty = textEmpty
	p.grid.Style = row.style
	p.grid.Totals = totals
	p.grid.OnOpen = func(r row) { p.edit(r.idea) }
	p.all = kit.NewCheck(wordAllYears, func(bool) { p.Refresh() })
	p.grid.EmptyWord, p.grid.OnEmpty = wordAdd, p.add
	p.ListPage = p.grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Views: p.all, Main: kit.NewButton(wordAdd, p.add).Writes().Primary(), Rows: p.deeds, Page: p.book,
		Keys: kit.Shortcuts{New: p.add},
	})
	return p
}

// deeds are what can be done with the initiatives selected.
func (p *Page) deeds(rows []row) []*fyne.MenuItem {
	if len(rows) == 0 {
		return nil
	}
	change := kit.NewDeed(wordChange, p.changeCurrent)
	change.Disabled = len(rows) > 1
	return []*fyne.MenuItem{kit.NewDeed(wordRecognise, p.recognise), change, kit.NewDeed(wordRemove, p.removeSelected)}
}

// book is what can be done with the book of the year.
func (p *Page) book() []*fyne.MenuItem {
	return []*fyne.MenuItem{desk.BookDeed(p.desk, tdkt.InitiativeBook, wordClose, wordReopen, p.toggleBook)}
}

// Name is the word of the page.
func (p *Page) Name() string { return wordPage }

// Refresh reads the initiatives of the year and unit again.
func (p *Page) Refresh() {
	v, year := p.desk.View(), p.desk.Year()
	p.Head.SetChips(desk.BookChip(p.desk, tdkt.InitiativeBook, p.toggleBook))
	if p.all.Checked {
		year = 0
	}
	p.grid.SetRows(rowsOf(v, year, p.desk.Unit()))
}

// Goto shows the place's initiative, or the first one of its person; where there is
// none yet and the book is open, it offers to enter one.
func (p *Page) Goto(to desk.Place) {
	for _, r := range p.grid.Rows() {
		for _, x := range r.idea.Rows {
			if x.ID == to.Key || to.Key == "" && x.Person == to.Subject.ID {
				p.grid.SelectKey(r.key())
				return
			}
		}
	}
	v, year := p.desk.View(), p.desk.Year()
	if to.Subject.Kind == tdkt.APerson && to.Key == "" && !v.YearOf(year).IsClosed(tdkt.InitiativeBook) {
		p.edit(view.Idea{Year: year, Kind: tdkt.Innovation, Scope: tdkt.Base, Rows: []tdkt.Initiative{{Person: to.Subject.ID}}})
	}
}

func (p *Page) add() {
	p.edit(view.Idea{Year: p.desk.Year(), Kind: tdkt.Innovation, Scope: tdkt.Base})
}

func (p *Page) changeCurrent() {
	if r, ok := p.grid.Current(); ok {
		p.edit(r.idea)
		return
	}
	p.desk.UI.Notice(textPick)
}

// selected is the rows selected; false, after a word about it, when there are none.
func (p *Page) selected() ([]row, bool) {
	rows := p.grid.Selected()
	if len(rows) == 0 {
		p.desk.UI.Notice(textPick)
	}
	return rows, len(rows) > 0
}

func (p *Page) removeSelected() {
	rows, ok := p.selected()
	if !ok {
		return
	}
	what := fmt.Sprintf(textMany, len(rows))
	if len(rows) == 1 {
		what = fmt.Sprintf(textOne, rows[0].idea.Title, rows[0].authors)
	}
	p.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, what), wordRemove, func() {
		p.desk.Do(func(ctx context.Context) error { return p.desk.App.RemoveIdeas(ctx, ideasOf(rows)) }, nil)
	})
}

// recognise writes one decision on the selected rows.
func (p *Page) recognise() {
	rows, ok := p.selected()
	if !ok {
		return
	}
	scope := kit.NewSelect(scopes(), nil)
	scope.Choose(string(rows[0].idea.Scope))
	decision, date := kit.NewTextField(""), kit.NewDateField(0)
	p.desk.UI.ShowForm(kit.FormSpec{
		Title: fmt.Sprintf(textRecognise, len(rows)),
		Form: kit.NewForm(
			kit.FormItem{Label: wordDecision, Field: decision, Must: true},
			kit.FormItem{Label: wordDate, Field: date, Must: true},
			kit.FormItem{Label: wordScope, Field: scope, Must: true},
		),
		Save: func() func() error {
			r := app.Recognition{Scope: tdkt.Scope(scope.Selected), Decision: decision.Value(), Date: date.Day()}
			return func() error { return p.desk.App.Recognise(context.WithoutCancel(p.desk.Ctx), ideasOf(rows), r) }
		},
	})
}

// toggleBook closes the book after a question, or opens it again with a reason.
func (p *Page) toggleBook() {
	year := p.desk.Year()
	set := func(closed bool, reason string) {
		p.desk.Do(func(ctx context.Context) error {
			return p.desk.App.CloseBook(ctx, year, tdkt.InitiativeBook, closed, reason)
		}, nil)
	}
	if p.desk.View().YearOf(year).IsClosed(tdkt.InitiativeBook) {
		p.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, year), wordReopen, func(reason string) { set(false, reason) })
		return
	}
	p.desk.UI.Confirm(wordClose, fmt.Sprintf(textClose, year), wordClose, func() { set(true, "") })
}
