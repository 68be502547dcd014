package tasks

import (
	"cmp"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// owner is a line of the board: who has how much to do, month by month.
type owner struct {
	name   string
	months [13]load // 0: without a deadline
}

// load is the open tasks of a month and how many of them are late.
type load struct{ open, late int }

func (o owner) key() string { return o.name }

func (o owner) style() kit.RowStyle {
	for _, l := range o.months {
		if l.late > 0 {
			return kit.Bad
		}
	}
	return kit.Normal
}

func (l load) text() string {
	switch {
	case l.open == 0:
		return ""
	case l.late == 0:
		return fmt.Sprintf(textCell, l.open)
	}
	return fmt.Sprintf(textCellLate, l.late, l.open)
}

// board counts the open tasks by owner and month; a task of a person in a room counts
// for the person.
func board(rows []row) []owner {
	at := map[string]int{}
	var out []owner
	for _, r := range rows {
		if !r.task.Open() {
			continue
		}
		name := cmp.Or(r.who, r.unit, wordNobody)
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name] = i
			out = append(out, owner{name: name})
		}
		l := &out[i].months[month(r.task)]
		l.open++
		if r.task.Late(r.today) {
			l.late++
		}
	}
	slices.SortFunc(out, func(a, b owner) int { return cmp.Compare(tdkt.Fold(a.name), tdkt.Fold(b.name)) })
	return out
}

// month is the month of the deadline; one of an earlier year waits since January, one
// of a later year until December.
func month(t tdkt.Task) int {
	switch {
	case t.Deadline == 0:
		return 0
	case t.Deadline.Year() < t.Year:
		return 1
	case t.Deadline.Year() > t.Year:
		return 12
	}
	return t.Deadline.Month()
}

func boardColumns() []kit.Column[owner] {
	out := []kit.Column[owner]{{Title: wordOwner, Width: 240, Grow: true, Text: func(o owner) string { return o.name }}}
	for m := 1; m <= 12; m++ {
		out = append(out, kit.Column[owner]{
			Title: fmt.Sprintf(wordMonth, m), Width: 58, Align: fyne.TextAlignCenter, Order: kit.ByNumber,
			Text: func(o owner) string { return o.months[m].text() },
		})
	}
	return append(out, kit.Column[owner]{
		Title: wordNoDay, Width: 90, Align: fyne.TextAlignCenter, Order: kit.ByNumber, Text: func(o owner) string { return o.months[0].text() },
	})
}
