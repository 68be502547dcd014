// Package examples is the page Điển hình of the tab Kế hoạch: good examples, who found
// them, how they were made known, and the award they suggest.
package examples

import (
	"cmp"
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one example with who it is, in words.
type row struct {
	example tdkt.Example
	who     string
}

func (r row) key() string { return string(r.example.ID) }

func (r row) style() kit.RowStyle {
	if r.example.Spread == "" {
		return kit.Warning
	}
	return kit.Normal
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordKind, Width: 130, Text: func(r row) string { return string(r.example.Kind) }},
		{Title: wordWho, Width: 220, Text: func(r row) string { return r.who }, Order: kit.ByName},
		{Title: wordDate, Width: 90, Text: func(r row) string { return r.example.Date.String() }, Order: kit.ByDay},
		{Title: wordStory, Width: 260, Grow: true, Text: func(r row) string { return r.example.Story }},
		{Title: wordFoundBy, Width: 140, Text: func(r row) string { return r.example.FoundBy }},
		{Title: wordSpread, Width: 220, Text: func(r row) string { return cmp.Or(r.example.Spread, textNotYet) }},
		{Title: wordManner, Width: 130, Text: func(r row) string { return r.example.Manner }},
	}
}

func totals(shown []row) string {
	spread, manner := 0, 0
	for _, r := range shown {
		if r.example.Spread != "" {
			spread++
		}
		if r.example.Manner != "" {
			manner++
		}
	}
	return fmt.Sprintf(textTotals, spread, manner)
}

func read(v *view.View, year int) []row {
	var out []row
	for _, e := range v.ExamplesOf(year) {
		out = append(out, row{example: e, who: v.ExampleName(e)})
	}
	return out
}

// Tab is the page Điển hình.
type Tab struct {
	*kit.ListPage[row]
	desk *desk.Desk
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d}
	grid := kit.NewGrid(d.UI, row.key, columns()...)
	grid.Style, grid.Totals = row.style, totals
	grid.OnOpen = func(r row) { t.edit(r.example) }
	grid.EmptyWord, grid.OnEmpty = wordAdd, t.add
	t.ListPage = grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Main: kit.NewButton(wordAdd, t.add).Writes().Primary(), Rows: t.menu, Keys: kit.Shortcuts{New: t.add},
	})
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows the examples of a person or room.
func (t *Tab) Goto(p desk.Place) {
	if p.Subject.ID != "" {
		t.Grid.SetFilter(t.desk.View().Facts.NameOf(p.Subject))
	}
}

// Refresh reads the examples of the year again.
func (t *Tab) Refresh() {
	t.Grid.Empty = fmt.Sprintf(textEmpty, t.desk.Year())
	list := read(t.desk.View(), t.desk.Year())
	waits := 0
	for _, r := range list {
		if r.example.Spread == "" {
			waits++
		}
	}
	t.Head.SetChips()
	if waits > 0 {
		t.Head.SetChips(kit.NewChip(fmt.Sprintf(textToSpread, waits), kit.WarnTone, nil))
	}
	t.Grid.SetRows(list)
}

func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	r := rows[0]
	out := []*fyne.MenuItem{kit.NewDeed(wordChange, func() { t.edit(r.example) })}
	if r.example.Subject.ID != "" {
		out = append(out, fyne.NewMenuItem(wordGo, func() { t.desk.Open(desk.Place{Tab: tabStaff, Subject: r.example.Subject}) }))
	}
	return append(out, kit.NewDeed(wordRemove, func() { t.remove(r) }))
}

func (t *Tab) remove(r row) {
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, r.who), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveExample(ctx, r.example) }, nil)
	})
}

func (t *Tab) add() {
	t.edit(tdkt.Example{Year: t.desk.Year(), Kind: tdkt.GoodDeed, Date: t.desk.App.Today()})
}

// edit opens the form of an example; one without an ID is new.
func (t *Tab) edit(e tdkt.Example) {
	v := t.desk.View()
	people, units := desk.PeoplePicks(v, e.Year).WithNone(), desk.UnitPicks(v).WithNone()
	kind := kit.NewSelect(nil, nil)
	for _, k := range tdkt.ExampleKinds() {
		kind.Options = append(kind.Options, string(k))
	}
	kind.Choose(string(e.Kind))
	person, unit := kit.NewPicker(people.Labels, nil), kit.NewPicker(units.Labels, nil)
	if e.Subject.Kind == tdkt.AUnit {
		unit.Choose(units.Label(e.Subject.ID))
	} else {
		person.Choose(people.Label(e.Subject.ID))
	}
	name, day := kit.NewTextField(e.Name), kit.NewDateField(e.Date)
	story, spread := kit.NewAreaField(e.Story, 4), kit.NewAreaField(e.Spread, 2)
	found := kit.NewTextField(e.FoundBy)
	manner := kit.NewSelect([]string{"", wordSudden, wordThemed}, nil)
	manner.Choose(e.Manner)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(v.ExampleName(e), wordAdd), Size: fyne.NewSize(720, 500),
		Form: kit.NewForm(
			kit.FormItem{Label: wordKind, Field: kind, Must: true},
			kit.FormItem{Label: wordPerson, Field: person},
			kit.FormItem{Label: wordUnit, Field: unit},
			kit.FormItem{Label: wordName, Field: name},
			kit.FormItem{Label: wordDate, Field: day},
			kit.FormItem{Label: wordStory, Field: story, Must: true},
			kit.FormItem{Label: wordFoundBy, Field: found},
			kit.FormItem{Label: wordSpread, Field: spread},
			kit.FormItem{Label: wordManner, Field: manner, Hint: hintManner},
		),
		Save: func() func() error {
			p, u := people.ID(person.Selected), units.ID(unit.Selected)
			e.Subject = subjectOf(p, u)
			e.Kind, e.Name, e.Date, e.Story = tdkt.ExampleKind(kind.Selected), name.Value(), day.Day(), story.Value()
			e.FoundBy, e.Spread, e.Manner = found.Value(), spread.Value(), manner.Selected
			return func() error {
				if p != "" && u != "" {
					return tdkt.Errorf(tdkt.Invalid, textOne)
				}
				return t.desk.App.SaveExample(context.WithoutCancel(t.desk.Ctx), e)
			}
		},
	})
}

func subjectOf(person, unit tdkt.ID) tdkt.Subject {
	switch {
	case person != "":
		return tdkt.PersonSubject(person)
	case unit != "":
		return tdkt.UnitSubject(unit)
	}
	return tdkt.Subject{}
}
