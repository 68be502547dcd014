// Package evaluations is the page of ratings in the tab Đánh giá: the year's ratings
// of people and units, with points where the year has them, held against the rules of
// rating and their caps.
package evaluations

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page of ratings.
type Tab struct {
	*kit.ListPage[row]
	desk    *desk.Desk
	part    *kit.Views
	grid    *kit.Grid[row]
	rate    *kit.Button
	missing *kit.Check
	caps    *fyne.Container
	rooms   []desk.Room
	shown   query
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, caps: kit.Wrap()}
	t.grid = kit.NewGrid(d.UI, row.key, columns(query{people: true})...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnEdit = t.editOne
	t.grid.OnEdits = t.editMany
	t.part = kit.NewViews([]string{wordPeople, wordUnits}, func() { t.Refresh() })
	t.rate = kit.NewButton(wordRate, t.rateSelected).Writes().Primary()
	t.missing = kit.NewCheck(wordMissing, func(bool) { t.Refresh() })
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Views: container.NewHBox(t.part.Segments, t.missing), Main: t.rate, Page: t.deeds, Above: t.caps,
		Keys: kit.Shortcuts{New: t.rateSelected},
	})
	return t
}

// deeds are what can be done with the whole page.
func (t *Tab) deeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordRooms, t.showRooms), desk.BookDeed(t.desk, tdkt.RatingBook, wordClose, wordReopen, t.toggleBook),
	}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto moves to the place's row.
func (t *Tab) Goto(p desk.Place) {
	t.missing.SetChecked(p.Missing)
	part := wordPeople
	if p.Subject.Kind == tdkt.AUnit {
		part = wordUnits
	}
	t.part.SetSelected(part)
	t.grid.GoCell(string(p.Subject.ID), colLevel)
}

// Refresh reads the year's ratings again.
func (t *Tab) Refresh() {
	v, unit := t.desk.View(), t.desk.Unit()
	q := query{year: t.desk.Year(), people: t.part.Selected == wordPeople}
	q.closed = v.YearOf(q.year).IsClosed(tdkt.RatingBook)
	rows := unitRows(v, q.year, unit)
	if q.people {
		rows = peopleRows(v, q.year, unit)
	}
	q.points = byPoints(rows)
	t.rooms = roomsOf(rows)
	t.showBook(q.closed)
	t.showLines(v, q)
	if q != t.shown {
		t.shown = q
		t.grid.SetColumns(columns(q)...)
	}
	t.grid.Empty = textEmpty
	if t.missing.Checked {
		rows = slices.DeleteFunc(rows, func(r row) bool { return r.rating.Level != "" })
		t.grid.Empty = textAllRated
	}
	t.grid.SetRows(rows)
}

// showLines says how far the rating is and how the caps stand; a cap leads to its page.
func (t *Tab) showLines(v *view.View, q query) {
	t.Note.Set(desk.Progress(wordDone, t.rooms), kit.Plain)
	t.caps.RemoveAll()
	if lines, err := v.Rules.RatingQuotas(v.Facts, q.year); err == nil && q.people {
		broken, kept := capChips(lines)
		for i, text := range append(broken, kept...) {
			if i == capsShown {
				t.caps.Add(kit.NewChip(fmt.Sprintf(textCapsMore, len(broken)+len(kept)-i), kit.WaitTone, t.openQuotas))
				break
			}
			tone := kit.WaitTone
			if i < len(broken) {
				tone = kit.BadTone
			}
			t.caps.Add(kit.NewChip(text, tone, t.openQuotas))
		}
	}
	t.Content().Refresh() // the lines may be higher now
}

func (t *Tab) openQuotas() { t.desk.Open(desk.PlaceOfSpot(reports.AtQuotas)) }

func (t *Tab) showRooms() {
	desk.ShowRooms(t.desk.UI, fmt.Sprintf(wordRoomsTitle, t.desk.Year()), wordDone, t.rooms, func(r desk.Room) {
		t.missing.SetChecked(true)
		t.grid.SetFilter(r.Name)
		t.grid.Focus()
	})
}

func (t *Tab) showBook(closed bool) {
	t.Head.SetChips(desk.BookChip(t.desk, tdkt.RatingBook, t.toggleBook))
	t.rate.Why("")
	if closed {
		t.rate.Why(fmt.Sprintf(wordIsClosed, t.desk.Year()))
	}
}

// toggleBook closes the book after a question, or opens it again with a reason.
func (t *Tab) toggleBook() {
	book, year := tdkt.RatingBook, t.desk.Year()
	set := func(closed bool, reason string) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.CloseBook(ctx, year, book, closed, reason) }, nil)
	}
	if t.desk.View().YearOf(year).IsClosed(book) {
		t.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, book.Words(), year), wordReopen, func(reason string) { set(false, reason) })
		return
	}
	t.desk.UI.Confirm(wordClose, fmt.Sprintf(textClose, book.Words(), year), wordClose, func() { set(true, "") })
}

func (t *Tab) editOne(r row, column int, text string) error {
	return t.editMany([]kit.Edit[row]{{Row: r, Column: column, Text: text}})
}

func (t *Tab) editMany(edits []kit.Edit[row]) error {
	list, err := merged(t.desk.View(), t.desk.Year(), edits)
	if err != nil {
		return err
	}
	return t.desk.App.SetRatings(t.desk.Ctx, t.desk.Year(), list)
}

// rateSelected gives the selected rows one level in one step.
func (t *Tab) rateSelected() {
	rows := t.grid.Selected()
	if len(rows) == 0 {
		t.desk.UI.Notice(textPick)
		return
	}
	names := levelNames()[1:]
	t.desk.UI.Choice(wordRate, fmt.Sprintf(textRate, len(rows), t.desk.Year()), names, func(i int) {
		edits := make([]kit.Edit[row], len(rows))
		for k, r := range rows {
			edits[k] = kit.Edit[row]{Row: r, Column: colLevel, Text: names[i]}
		}
		t.desk.Do(func(context.Context) error { return t.editMany(edits) }, nil)
	})
}
