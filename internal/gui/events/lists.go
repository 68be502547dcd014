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

// people ticks who took part in an event.
func (t *Tab) people(r row) {
	v := t.desk.View()
	labels, ids := desk.People(v, r.event.Year)
	there := map[tdkt.ID]bool{}
	for _, a := range v.AttendancesOf(r.event) {
		there[a.Person] = true
	}
	var ticked []string
	for _, l := range labels {
		if there[ids[l]] {
			ticked = append(ticked, l)
			delete(there, ids[l])
		}
	}
	t.desk.UI.PickMany(kit.PickSpec{
		Title: fmt.Sprintf(textPeopleOf, r.event.Name), Yes: wordSave, Options: labels, Ticked: ticked,
		Take: func(picked []string) {
			var list []tdkt.ID
			for id := range there { // who is not on the list of that year
				list = append(list, id)
			}
			for _, l := range picked {
				list = append(list, ids[l])
			}
			t.desk.Do(func(ctx context.Context) error { return t.desk.App.SaveEvent(ctx, r.event, list) }, nil)
		},
	})
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
