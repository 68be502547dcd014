package events

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// guest is a person who may have taken part.
type guest struct {
	person tdkt.Person
	unit   string
	there  bool
}

func (g guest) key() string { return string(g.person.ID) }

// people ticks who took part in an event.
func (t *Tab) people(r row) {
	v := t.desk.View()
	there := map[tdkt.ID]bool{}
	for _, a := range v.AttendancesOf(r.event) {
		there[a.Person] = true
	}
	var list []guest
	at := map[string]int{}
	for _, p := range v.PeopleOf(r.event.Year, t.desk.Unit()) {
		at[string(p.ID)] = len(list)
		list = append(list, guest{person: p, unit: v.UnitName(v.UnitIn(p, r.event.Year)), there: there[p.ID]})
		delete(there, p.ID)
	}
	grid := kit.NewGrid(t.desk.UI, guest.key,
		kit.Column[guest]{Title: wordTick, Width: 50, Text: func(g guest) string { return kit.Tick(g.there) }, Edit: &kit.Editor[guest]{Kind: kit.EditTick}},
		kit.Column[guest]{Title: wordPerson, Width: 220, Text: func(g guest) string { return g.person.Name }, Order: kit.ByName},
		kit.Column[guest]{Title: wordRoom, Width: 260, Grow: true, Text: func(g guest) string { return g.unit }},
	)
	grid.OnEdits = func(edits []kit.Edit[guest]) error {
		for _, e := range edits {
			list[at[e.Row.key()]].there = e.Text != ""
		}
		t.desk.UI.Do(func() func() { return func() { grid.SetRows(list) } })
		return nil
	}
	grid.SetRows(list)
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textPeopleOf, r.event.Name), Yes: wordSave, Size: fyne.NewSize(720, 480), Content: grid,
		OnYes: func() bool {
			var ids []tdkt.ID
			for id := range there { // of other rooms than the one chosen above
				ids = append(ids, id)
			}
			for _, g := range list {
				if g.there {
					ids = append(ids, g.person.ID)
				}
			}
			t.desk.Do(func(ctx context.Context) error { return t.desk.App.SaveEvent(ctx, r.event, ids) }, nil)
			return true
		},
	})
	grid.Focus()
}

// remark is one finding of an inspection in its list.
type remark struct {
	at   int
	unit string
	tdkt.Remark
}

func (m remark) key() string { return strconv.Itoa(m.at) }

func (m remark) style() kit.RowStyle {
	if m.Done == 0 {
		return kit.Warning
	}
	return kit.Good
}

// The columns of the remarks.
const (
	colText = iota
	colUnit
	colDue
	colDone
	colAfter
)

func remarkColumns(units desk.Picks) []kit.Column[remark] {
	edit := func(kind kit.EditorKind) *kit.Editor[remark] {
		return &kit.Editor[remark]{Kind: kind, Choices: func(remark) []string { return units.Labels }}
	}
	return []kit.Column[remark]{
		colText:  {Title: wordText, Width: 300, Grow: true, Text: func(m remark) string { return m.Text }, Edit: edit(kit.EditText)},
		colUnit:  {Title: wordUnit, Width: 170, Text: func(m remark) string { return m.unit }, Edit: edit(kit.EditChoice)},
		colDue:   {Title: wordDue, Width: 90, Text: func(m remark) string { return m.Due.String() }, Edit: edit(kit.EditDate), Order: kit.ByDay},
		colDone:  {Title: wordDone, Width: 90, Text: func(m remark) string { return m.Done.String() }, Edit: edit(kit.EditDate), Order: kit.ByDay},
		colAfter: {Title: wordAfter, Width: 220, Text: func(m remark) string { return m.After }, Edit: edit(kit.EditText)},
	}
}

// remarks lists what an inspection asked for and what came of it.
func (t *Tab) remarks(r row) {
	units := desk.UnitPicks(t.desk.View()).WithNone()
	event := r.event
	grid := kit.NewGrid(t.desk.UI, remark.key, remarkColumns(units)...)
	grid.Style = remark.style
	grid.Empty = textNoRemark
	t.refreshed = func() {
		for _, now := range t.desk.View().Events {
			if now.ID == event.ID {
				event = now
			}
		}
		grid.SetRows(remarksOf(event, units))
	}
	t.refreshed()
	write := func(list []tdkt.Remark) error {
		e := event
		e.Remarks = list
		return t.save(e)
	}
	grid.OnEdits = func(edits []kit.Edit[remark]) error { return write(edited(event.Remarks, units, edits)) }
	add := kit.NewButton(wordAddOne, func() {
		t.desk.UI.Input(wordAddOne, wordText, "", true, func(text string) {
			t.desk.Do(func(context.Context) error {
				return write(append(slices.Clone(event.Remarks), tdkt.Remark{Text: text}))
			}, nil)
		})
	})
	drop := kit.NewButton(wordDropOne, func() {
		if m, ok := grid.Current(); ok {
			t.desk.Do(func(context.Context) error { return write(slices.Delete(slices.Clone(event.Remarks), m.at, m.at+1)) }, nil)
		}
	})
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textRemarkOf, event.Name), Size: fyne.NewSize(980, 420), Content: grid, Extra: []fyne.CanvasObject{add, drop},
	})
	grid.Focus()
}

func remarksOf(e tdkt.Event, units desk.Picks) []remark {
	out := make([]remark, len(e.Remarks))
	for i, m := range e.Remarks {
		out[i] = remark{at: i, unit: units.Label(m.Unit), Remark: m}
	}
	return out
}

// edited lays cells over the remarks.
func edited(list []tdkt.Remark, units desk.Picks, edits []kit.Edit[remark]) []tdkt.Remark {
	out := slices.Clone(list)
	for _, e := range edits {
		m := &out[e.Row.at]
		switch e.Column {
		case colText:
			m.Text = e.Text
		case colUnit:
			m.Unit = units.ID(e.Text)
		case colDue:
			m.Due, _ = tdkt.ParseVN(e.Text) // the editor gives a day or nothing
		case colDone:
			m.Done, _ = tdkt.ParseVN(e.Text)
		case colAfter:
			m.After = e.Text
		}
	}
	return out
}
