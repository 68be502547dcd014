package view

import (
	"tdkt/internal/tdkt"
)

// ExamplesOf lists the good examples of a year, in the order of entry.
func (v *View) ExamplesOf(year int) []tdkt.Example {
	return OfYear(v.Examples, year, func(e tdkt.Example) int { return e.Year })
}

// EventsOf lists the events of a year, in the order of entry.
func (v *View) EventsOf(year int) []tdkt.Event {
	return OfYear(v.Events, year, func(e tdkt.Event) int { return e.Year })
}

// OfYear is the rows of a year.
func OfYear[T any](list []T, year int, of func(T) int) []T {
	var out []T
	for _, x := range list {
		if of(x) == year {
			out = append(out, x)
		}
	}
	return out
}

// ExampleName is who or what the example is.
func (v *View) ExampleName(e tdkt.Example) string {
	who := v.Facts.NameOf(e.Subject)
	switch {
	case e.Subject.ID == "":
		return e.Name
	case e.Name == "":
		return who
	}
	return e.Name + " (" + who + ")"
}

// Attendance is what to add and take out so that just these people attended.
func (v *View) Attendance(e tdkt.Event, people []tdkt.ID) (add, gone []tdkt.Record) {
	want := map[tdkt.ID]bool{}
	for _, p := range people {
		want[p] = true
	}
	for _, t := range v.AttendancesOf(e) {
		if !want[t.Person] {
			gone = append(gone, t)
		}
		delete(want, t.Person)
	}
	for _, p := range people {
		if want[p] {
			add = append(add, tdkt.Attendance{ID: tdkt.NewID(), Event: e.ID, Person: p})
		}
	}
	return add, gone
}

// AttendancesOf lists who took part in an event.
func (v *View) AttendancesOf(e tdkt.Event) []tdkt.Attendance {
	var out []tdkt.Attendance
	for _, t := range v.Attendances {
		if t.Event == e.ID {
			out = append(out, t)
		}
	}
	return out
}

// PactOf is the pact of a unit in a year; a new one without a key when there is none.
func (v *View) PactOf(year int, unit tdkt.ID) tdkt.Pact {
	for _, p := range v.Pacts {
		if p.Year == year && p.Unit == unit {
			return p
		}
	}
	return tdkt.Pact{Year: year, Unit: unit}
}
