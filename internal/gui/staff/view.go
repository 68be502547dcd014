// Package staff is the tab Nhân sự: the people and units of the department, and the
// life sheet of one of them.
package staff

import (
	"context"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the tab Nhân sự.
type Tab struct {
	*kit.ListPage[row]
	desk   *desk.Desk
	grid   *kit.Grid[row]
	all    *kit.Check
	opened func(path string) // shows a file the program wrote
}

var _ desk.Tab = (*Tab)(nil)

// New makes the tab. opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened}
	t.grid = kit.NewGrid(d.UI, row.key, t.columns()...)
	t.grid.Empty = textEmpty
	t.grid.OnEdit = func(r row, column int, text string) error {
		return t.edited([]kit.Edit[row]{{Row: r, Column: column, Text: text}})
	}
	t.grid.OnEdits = t.edited
	t.grid.OnOpen = t.openCard
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.all = kit.NewCheck(wordAll, func(bool) { t.Refresh() })
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordTab, Views: t.all, Extra: kit.NewButton(wordUnits, t.showUnits), Main: kit.NewButton(wordAdd, t.add).Writes().Primary(),
		Rows: t.menu, Page: t.deeds, Keys: kit.Shortcuts{New: t.add},
	})
	return t
}

// deeds are what can be done with the whole page.
func (t *Tab) deeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.NewDeed(wordJoin, t.joinSelected)}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Refresh reads the people of the year and unit again.
func (t *Tab) Refresh() {
	t.grid.SetRows(rowsOf(t.desk.View(), t.desk.Year(), t.desk.Unit(), t.all.Checked))
}

// Goto opens the life sheet of the place's person or unit, if it names one.
//
// Where something is missing in it, the form to type it in is open on top.
func (t *Tab) Goto(p desk.Place) {
	if p.Subject.ID == "" {
		return
	}
	t.grid.SelectKey(string(p.Subject.ID))
	c := t.showCard(p.Subject)
	if p.Missing {
		c.enter(p.Noun)
	}
}

func (t *Tab) columns() []kit.Column[row] {
	list := columns()
	list[colUnit].Edit = &kit.Editor[row]{Kind: kit.EditChoice, Choices: func(row) []string { return unitNames(t.desk.View()) }}
	return list
}

// edited saves the cells typed or pasted, in one step.
func (t *Tab) edited(edits []kit.Edit[row]) error {
	people, err := merged(t.desk.View(), edits)
	if err != nil {
		return err
	}
	return t.desk.App.SavePeople(t.desk.Ctx, people)
}

func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordCard, func() { t.openCard(rows[0]) }),
		kit.NewDeed(wordChange, func() { t.edit(*rows[0].person, nil) }),
	}
}

func (t *Tab) openCard(r row) { t.showCard(tdkt.PersonSubject(r.person.ID)) }

// add opens the form for a new person in the unit chosen above.
func (t *Tab) add() {
	if len(t.desk.View().Units) == 0 {
		t.desk.UI.Confirm(wordUnits, textNoUnits, wordAddUnit, func() { t.editUnit(tdkt.Unit{}, nil) })
		return
	}
	t.edit(tdkt.Person{Unit: t.desk.Unit()}, nil)
}

// save writes a person and says which; with a day, a change of unit is a move from that
// day on.
func (t *Tab) save(p tdkt.Person, moved tdkt.Day, saved *tdkt.ID) func() error {
	return func() error {
		old, known := t.desk.View().Facts.Person(p.ID)
		if known && moved != 0 && old.Unit != p.Unit {
			return t.desk.App.MovePerson(context.WithoutCancel(t.desk.Ctx), p, moved)
		}
		now, err := t.desk.App.SavePerson(context.WithoutCancel(t.desk.Ctx), p)
		*saved = now.ID
		return err
	}
}
