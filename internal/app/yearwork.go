package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// SaveExample adds a good example (no ID) or changes one. It is somebody of the
// department, or has a name of its own.
func (a *App) SaveExample(ctx context.Context, e tdkt.Example) error {
	v := a.View()
	if err := v.Unlocked(e.Year); err != nil {
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

// RemoveExample takes a good example out.
func (a *App) RemoveExample(ctx context.Context, e tdkt.Example) error {
	if err := a.View().Unlocked(e.Year); err != nil {
		return err
	}
	return a.Drop(ctx, "remove-example", "Xóa gương điển hình: "+a.View().ExampleName(e), e)
}

// SaveEvent adds an event (no ID) or changes one, with who took part in it: those
// named are there afterwards and nobody else.
func (a *App) SaveEvent(ctx context.Context, e tdkt.Event, people []tdkt.ID) error {
	v := a.View()
	if err := v.Unlocked(e.Year); err != nil {
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
	add, gone := v.Attendance(e, people)
	words := fmt.Sprintf("Ghi hoạt động %s: %s (%d người dự)", e.Kind, e.Name, len(people))
	return a.Change(ctx, "save-event", words, func(tx Tx) error {
		if err := tx.Put(ctx, append([]tdkt.Record{e}, add...)...); err != nil {
			return err
		}
		return tx.Remove(ctx, gone...)
	})
}

// RemoveEvent takes an event out with its attendance.
func (a *App) RemoveEvent(ctx context.Context, e tdkt.Event) error {
	v := a.View()
	if err := v.Unlocked(e.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, t := range v.AttendancesOf(e) {
		recs = append(recs, t)
	}
	return a.Drop(ctx, "remove-event", "Xóa hoạt động: "+e.Name, append(recs, e)...)
}

// SavePacts writes pacts of rooms, in one step; a room has one for a year.
func (a *App) SavePacts(ctx context.Context, pacts ...tdkt.Pact) error {
	v := a.View()
	var recs []tdkt.Record
	for _, p := range pacts {
		if err := v.Unlocked(p.Year); err != nil {
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
