// Package pledges is the tab Đăng ký: who registered for which titles in the year.
package pledges

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the tab Đăng ký.
type Tab struct {
	*kit.ListPage[row]
	desk    *desk.Desk
	grid    *kit.Grid[row]
	part    *kit.Views
	missing *kit.Check
	all     *kit.Button

	page  *page
	shown string // columnKey of the columns on the screen
	extra map[tdkt.SubjectKind][]string
}

var _ desk.Tab = (*Tab)(nil)

// New makes the tab.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, extra: map[tdkt.SubjectKind][]string{}, page: &page{}}
	t.grid = kit.NewGrid(d.UI, row.key, columns(&page{query: query{kind: tdkt.APerson}})...)
	t.grid.Style = row.style
	t.grid.Totals = func(shown []row) string { return totals(t.page.titles, shown) }
	t.grid.OnEdits = t.edited
	t.grid.OnOpen = t.opened
	t.part = kit.NewViews([]string{wordPeople, wordUnits}, func() { t.Refresh() })
	t.missing = kit.NewCheck(wordMissing, func(bool) { t.Refresh() })
	t.all = kit.NewButton(wordAll, t.registerAll).Writes().Primary()
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordTitle, Views: container.NewHBox(t.part.Segments, t.missing), Main: t.all, Rows: t.menu, Page: t.deeds,
		Keys: kit.Shortcuts{New: t.registerAll},
	})
	return t
}

// deeds are what can be done with the whole page.
func (t *Tab) deeds() []*fyne.MenuItem {
	more := kit.NewDeed(wordMore, t.addColumn)
	more.Disabled = t.page.shut()
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordRooms, t.showRooms), more, desk.BookDeed(t.desk, tdkt.PledgeBook, wordClose, wordReopen, t.toggleBook),
	}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto moves to the place's row.
func (t *Tab) Goto(p desk.Place) {
	t.missing.Checked = p.Missing
	t.missing.Refresh()
	part := wordPeople
	if p.Subject.Kind == tdkt.AUnit {
		part = wordUnits
	}
	t.part.SetSelected(part)
	t.Refresh()
	t.desk.UI.Do(func() func() {
		return func() { t.grid.GoCell(string(p.Subject.ID), firstTick) }
	})
}

// Refresh reads the pledges of the year and unit again, away from the screen.
func (t *Tab) Refresh() {
	v, q := t.desk.View(), t.query()
	t.desk.UI.Do(func() func() {
		p := read(v, q)
		return func() { t.show(p) }
	})
}

func (t *Tab) query() query {
	q := query{year: t.desk.Year(), unit: t.desk.Unit(), kind: tdkt.APerson, missing: t.missing.Checked}
	if t.part.Selected == wordUnits {
		q.kind = tdkt.AUnit
	}
	q.more = t.extra[q.kind]
	return q
}

func (t *Tab) show(p *page) {
	t.page = p
	t.showBook()
	t.Note.Set(progress(p.rooms), kit.Plain)
	t.Content().Refresh() // the line may be higher now
	t.grid.Empty = emptyText(p)
	if key := p.columnKey(); key != t.shown {
		t.shown = key
		t.grid.SetColumns(columns(p)...)
	}
	t.grid.SetRows(p.rows)
}

func emptyText(p *page) string {
	switch {
	case p.missing && len(p.rooms) > 0:
		return textAllDone
	case p.kind == tdkt.AUnit:
		return textEmptyUnits
	}
	return textEmpty
}

// showBook says beside the title whether the book is open, and why a button is grey.
func (t *Tab) showBook() {
	p := t.page
	t.Head.SetChips(desk.BookChip(t.desk, tdkt.PledgeBook, t.toggleBook))
	switch {
	case p.locked:
		t.all.Why(fmt.Sprintf(textLocked, p.year))
	case p.shut():
		t.all.Why(fmt.Sprintf(textClosed, p.year))
	default:
		t.all.Why("")
	}
}

// toggleBook closes the book after a question, or opens it again with a reason.
func (t *Tab) toggleBook() {
	year := t.desk.Year()
	set := func(closed bool, reason string) {
		t.desk.Do(func(ctx context.Context) error {
			return t.desk.App.CloseBook(ctx, year, tdkt.PledgeBook, closed, reason)
		}, nil)
	}
	if t.page.closed {
		t.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, year), wordReopen, func(reason string) { set(false, reason) })
		return
	}
	t.desk.UI.Confirm(wordClose, closeQuestion(t.desk.View(), year), wordClose, func() { set(true, "") })
}

// closeQuestion names how many would become "không đăng ký".
func closeQuestion(v *view.View, year int) string {
	left := map[tdkt.SubjectKind]int{}
	for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
		rows := subjects(v, query{year: year, kind: kind})
		fill(v, year, rows)
		for _, r := range rows {
			if len(r.pledges) == 0 {
				left[kind]++
			}
		}
	}
	gap := ""
	if left[tdkt.APerson]+left[tdkt.AUnit] > 0 {
		gap = fmt.Sprintf(textStillLeft, left[tdkt.APerson], left[tdkt.AUnit])
	}
	return fmt.Sprintf(textCloseAsk, year, gap)
}

// edited saves ticks and initiatives as one step. It runs away from the screen and
// reads the pledges as they are now: a row may be older than the tick before it.
func (t *Tab) edited(edits []kit.Edit[row]) error {
	if len(edits) == 0 {
		return nil
	}
	before, year := t.desk.View(), edits[0].Row.page.year
	list, err := edited(before, edits)
	if err != nil {
		return err
	}
	if err := t.desk.App.EditPledges(t.desk.Ctx, year, list); err != nil {
		return err
	}
	t.warnBarred(year, before, list)
	return nil
}

func (t *Tab) openCard(r row) { t.desk.Open(desk.Place{Tab: tabStaff, Subject: r.subject}) }
