// Package events is the page Hoạt động of the tab Kế hoạch: launch conferences,
// propaganda, training and inspections, who took part, what inspections asked for and
// what came of it.
package events

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one event with what its lists hold.
type row struct {
	event  tdkt.Event
	people int
	open   int // remarks not put right
}

func (r row) key() string { return string(r.event.ID) }

func (r row) style() kit.RowStyle {
	if r.open > 0 {
		return kit.Warning
	}
	return kit.Normal
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordKind, Width: 100, Text: func(r row) string { return string(r.event.Kind) }},
		{Title: wordName, Width: 280, Grow: true, Text: func(r row) string { return r.event.Name }},
		{Title: wordFrom, Width: 90, Text: func(r row) string { return r.event.From.String() }, Order: kit.ByDay},
		{Title: wordTo, Width: 90, Text: func(r row) string { return r.event.To.String() }, Order: kit.ByDay},
		{Title: wordHost, Width: 150, Text: func(r row) string { return r.event.Host }},
		{Title: wordPlace, Width: 130, Text: func(r row) string { return r.event.Place }},
		{Title: wordDocument, Width: 140, Text: func(r row) string { return r.event.Document }},
		{Title: wordCount, Width: 90, Text: func(r row) string { return count(r.people) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		{Title: wordOpen, Width: 140, Text: func(r row) string { return count(r.open) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
	}
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func totals(shown []row) string {
	n := map[tdkt.EventKind]int{}
	for _, r := range shown {
		n[r.event.Kind]++
	}
	return fmt.Sprintf(textTotals, n[tdkt.Launch], n[tdkt.Propaganda], n[tdkt.Training], n[tdkt.Inspection])
}

func read(v *view.View, year int) []row {
	var out []row
	for _, e := range v.EventsOf(year) {
		r := row{event: e, people: len(v.AttendancesOf(e))}
		for _, m := range e.Remarks {
			if m.Done == 0 {
				r.open++
			}
		}
		out = append(out, r)
	}
	return out
}

// Tab is the page Hoạt động.
type Tab struct {
	*kit.ListPage[row]
	desk      *desk.Desk
	refreshed func() // a list opened over the page reads again, too
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d}
	grid := kit.NewGrid(d.UI, row.key, columns()...)
	grid.Style, grid.Totals = row.style, totals
	grid.OnOpen = func(r row) { t.edit(r.event) }
	grid.EmptyWord, grid.OnEmpty = wordAdd, t.add
	t.ListPage = grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Main: kit.NewButton(wordAdd, t.add).Writes().Primary(), Rows: t.menu, Keys: kit.Shortcuts{New: t.add},
	})
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows nothing in particular: an event has no one subject.
func (t *Tab) Goto(desk.Place) {}

// Refresh reads the events of the year again.
func (t *Tab) Refresh() {
	t.Grid.Empty = fmt.Sprintf(textEmpty, t.desk.Year())
	list := read(t.desk.View(), t.desk.Year())
	open := 0
	for _, r := range list {
		open += r.open
	}
	t.Head.SetChips()
	if open > 0 {
		t.Head.SetChips(kit.NewChip(fmt.Sprintf(textOpenRemarks, open), kit.WarnTone, nil))
	}
	t.Grid.SetRows(list)
	if t.refreshed != nil {
		t.refreshed()
	}
}

func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	r := rows[0]
	return []*fyne.MenuItem{
		kit.NewDeed(wordChange, func() { t.edit(r.event) }),
		kit.NewDeed(wordPeople, func() { t.people(r) }),
		kit.NewDeed(wordRemarks, func() { t.remarks(r) }),
		kit.NewDeed(wordRemove, func() { t.remove(r) }),
	}
}

func (t *Tab) remove(r row) {
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, r.event.Name), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveEvent(ctx, r.event) }, nil)
	})
}

// save writes an event with the people it has.
func (t *Tab) save(e tdkt.Event) error {
	var people []tdkt.ID
	for _, a := range t.desk.View().AttendancesOf(e) {
		people = append(people, a.Person)
	}
	return t.desk.App.SaveEvent(context.WithoutCancel(t.desk.Ctx), e, people)
}

func (t *Tab) add() {
	t.edit(tdkt.Event{Year: t.desk.Year(), Kind: tdkt.Training, Host: t.desk.View().Org.Name})
}

// edit opens the form of an event; one without an ID is new.
func (t *Tab) edit(e tdkt.Event) {
	kind := kit.NewSelect(nil, nil)
	for _, k := range tdkt.EventKinds() {
		kind.Options = append(kind.Options, string(k))
	}
	kind.Choose(string(e.Kind))
	name, host := kit.NewTextField(e.Name), kit.NewTextField(e.Host)
	from, to := kit.NewDateField(e.From), kit.NewDateField(e.To)
	place, document := kit.NewTextField(e.Place), kit.NewTextField(e.Document)
	content := kit.NewAreaField(e.Content, 4)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(e.Name, wordAdd), Size: fyne.NewSize(700, 460),
		Form: kit.NewForm(
			kit.FormItem{Label: wordKind, Field: kind, Must: true},
			kit.FormItem{Label: wordName, Field: name, Must: true},
			kit.FormItem{Label: wordHost, Field: host},
			kit.FormItem{Label: wordFrom, Field: from},
			kit.FormItem{Label: wordTo, Field: to},
			kit.FormItem{Label: wordPlace, Field: place},
			kit.FormItem{Label: wordDocument, Field: document},
			kit.FormItem{Label: wordContent, Field: content},
		),
		Save: func() func() error {
			e.Kind, e.Name, e.Host = tdkt.EventKind(kind.Selected), name.Value(), host.Value()
			e.From, e.To, e.Place = from.Day(), to.Day(), place.Value()
			e.Document, e.Content = document.Value(), content.Value()
			return func() error { return t.save(e) }
		},
	})
}
