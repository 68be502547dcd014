package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// ExamplesOf lists the good examples of a year, in the order of entry.
func (v *View) ExamplesOf(year int) []tdkt.Example {
	return ofYear(v.Examples, year, func(e tdkt.Example) int { return e.Year })
}

// EventsOf lists the events of a year, in the order of entry.
func (v *View) EventsOf(year int) []tdkt.Event {
	return ofYear(v.Events, year, func(e tdkt.Event) int { return e.Year })
}

func ofYear[T any](list []T, year int, of func(T) int) []T {
	var out []T
	for _, x := range list {
		if of(x) == year {
			out = append(out, x)
		}
	}
	return out
}

// SaveExample adds a good example (no ID) or changes one. It is somebody of the
// department, or has a name of its own.
func (a *App) SaveExample(ctx context.Context, e tdkt.Example) error {
	v := a.View()
	if err := v.unlocked(e.Year); err != nil {
		return err
	}
	e.Name, e.FoundBy, e.Manner = tdkt.Clean(e.Name), tdkt.Clean(e.FoundBy), tdkt.Clean(e.Manner)
	if e.Name == "" && e.Subject.ID == "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa rõ gương điển hình là ai. Hãy chọn cán bộ, đơn vị, hoặc ghi tên.")
	}
	if e.ID == "" {
		e.ID = tdkt.NewID()
	}
	return a.put(ctx, "save-example", fmt.Sprintf("Ghi %s: %s", e.Kind, v.ExampleName(e)), e)
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

// RemoveExample takes a good example out.
func (a *App) RemoveExample(ctx context.Context, e tdkt.Example) error {
	if err := a.View().unlocked(e.Year); err != nil {
		return err
	}
	return a.drop(ctx, "remove-example", "Xóa gương điển hình: "+a.View().ExampleName(e), e)
}

// SaveEvent adds an event (no ID) or changes one, with who took part in it: those
// named are there afterwards and nobody else.
func (a *App) SaveEvent(ctx context.Context, e tdkt.Event, people []tdkt.ID) error {
	v := a.View()
	if err := v.unlocked(e.Year); err != nil {
		return err
	}
	people = slices.Clone(people)
	e.Name, e.Host, e.Place, e.Document = tdkt.Clean(e.Name), tdkt.Clean(e.Host), tdkt.Clean(e.Place), tdkt.Clean(e.Document)
	switch {
	case e.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Hoạt động chưa có tên. Hãy nhập tên rồi lưu lại.")
	case e.From != 0 && e.To != 0 && e.To < e.From:
		return tdkt.Errorf(tdkt.Invalid, "Ngày kết thúc %s đứng trước ngày bắt đầu %s. Hãy sửa một trong hai ngày.", e.To, e.From)
	}
	if e.ID == "" {
		e.ID = tdkt.NewID()
	}
	slices.Sort(people)
	people = slices.Compact(people)
	add, gone := v.attendance(e, people)
	words := fmt.Sprintf("Ghi hoạt động %s: %s (%d người dự)", e.Kind, e.Name, len(people))
	return a.Change(ctx, "save-event", words, func(tx Tx) error {
		if err := tx.Put(ctx, append([]tdkt.Record{e}, add...)...); err != nil {
			return err
		}
		return tx.Remove(ctx, gone...)
	})
}

// attendance is what to add and take out so that just these people attended.
func (v *View) attendance(e tdkt.Event, people []tdkt.ID) (add, gone []tdkt.Record) {
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

// RemoveEvent takes an event out with its attendance.
func (a *App) RemoveEvent(ctx context.Context, e tdkt.Event) error {
	v := a.View()
	if err := v.unlocked(e.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, t := range v.AttendancesOf(e) {
		recs = append(recs, t)
	}
	return a.drop(ctx, "remove-event", "Xóa hoạt động: "+e.Name, append(recs, e)...)
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

// SavePacts writes pacts of rooms, in one step; a room has one for a year.
func (a *App) SavePacts(ctx context.Context, pacts ...tdkt.Pact) error {
	v := a.View()
	var recs []tdkt.Record
	for _, p := range pacts {
		if err := v.unlocked(p.Year); err != nil {
			return err
		}
		p.ID = cmp.Or(p.ID, v.PactOf(p.Year, p.Unit).ID, tdkt.NewID())
		p.Signer, p.Note = tdkt.Clean(p.Signer), tdkt.Clean(p.Note)
		recs = append(recs, p)
	}
	words := fmt.Sprintf("Ghi giao ước thi đua của %d đơn vị", len(recs))
	if len(pacts) == 1 {
		words = fmt.Sprintf("Ghi giao ước thi đua năm %d của %s", pacts[0].Year, v.UnitName(pacts[0].Unit))
	}
	return a.put(ctx, "save-pacts", words, recs...)
}
