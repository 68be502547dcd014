package view

import (
	"cmp"
	"slices"

	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// TasksOf lists the tasks of a year whose owner is the given unit or below it ("" for
// all), those without a deadline last. A task without an owner is everybody's.
func (v *View) TasksOf(year int, unit tdkt.ID) []tdkt.Task {
	var out []tdkt.Task
	for _, t := range v.Tasks {
		if t.Year == year && v.owns(t, unit) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Task) int {
		return cmp.Compare(cmp.Or(a.Deadline, Never), cmp.Or(b.Deadline, Never))
	})
	return out
}

// Never is later than any deadline.
const Never = tdkt.Day(99991231)

// owns says whether a task belongs to a unit or to someone in it.
func (v *View) owns(t tdkt.Task, unit tdkt.ID) bool {
	if unit == "" || t.Unit == "" && t.Person == "" {
		return true
	}
	if t.Unit != "" {
		return v.Facts.Within(t.Unit, unit)
	}
	at := v.Facts.UnitOn(t.Person, tdkt.LastDay(t.Year))
	return at != "" && v.Facts.Within(at, unit)
}

// OwnerOf is who owns a task, in words: a room, a person, or both.
func (v *View) OwnerOf(t tdkt.Task) string {
	unit := v.UnitName(t.Unit)
	p, known := v.Facts.Person(t.Person)
	switch {
	case !known:
		return unit
	case unit == "":
		return p.Name
	}
	return unit + " (" + p.Name + ")"
}

// SuggestTasks is a task for each innermost section of a plan that has none yet, to be
// given owners and deadlines.
func (v *View) SuggestTasks(p tdkt.Plan) []tdkt.Task {
	have := map[string]bool{}
	for _, t := range v.Tasks {
		if t.Plan == p.ID {
			have[t.Section+"|"+t.Title] = true
		}
	}
	var out []tdkt.Task
	for _, l := range plantext.Leaves(p.Sections) {
		if !have[l.Path+"|"+l.Title] {
			out = append(out, tdkt.Task{
				Plan: p.ID, Year: p.Year, Section: l.Path, Title: l.Title, Place: len(out) + 1, State: tdkt.TaskTodo,
			})
		}
	}
	return out
}
