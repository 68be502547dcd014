package app

import (
	"context"
	"fmt"
	"path/filepath"

	"tdkt/internal/tdkt"
)

// PeriodSheetOf is the sheet a room fills in for a period, with what is entered already.
func (v *View) PeriodSheetOf(year int, p tdkt.Period, room tdkt.Unit) (*tdkt.PeriodSheet, error) {
	rules := v.markRules(tdkt.Person{Employment: tdkt.CivilServant}, year)
	if rules == nil {
		return nil, tdkt.Errorf(tdkt.Invalid, "Năm %d không chấm điểm theo tháng hoặc quý nên không có phiếu.", year)
	}
	if !p.Known() {
		return nil, unknownPeriod(p)
	}
	s := &tdkt.PeriodSheet{Org: v.Org.Name, Year: year, Period: p, Unit: room.ID, Name: room.Name, Common: rules.Common, Result: rules.Result}
	for i, l := range rules.Lines {
		s.Lines = append(s.Lines, l.Name)
		s.Most[i] = l.Most
	}
	if p := rules.Product; p != nil {
		s.Parts, s.Fault = p.HeadParts, p.Fault
	}
	for _, person := range v.PeopleOf(year, "") {
		if !v.sentBy(person, year, p, room.ID) {
			continue
		}
		m, _ := v.MarkOf(year, person.ID, p)
		for _, w := range v.WorkOf(year, person.ID, p) {
			s.Work = append(s.Work, tdkt.WorkLine{Key: person.ID, Code: person.Code, Name: person.Name, Item: w})
		}
		s.Rows = append(s.Rows, tdkt.PeriodLine{
			Key: person.ID, Code: person.Code, Name: person.Name, Position: person.Position, Leader: person.Leader, Mark: m,
			HasSelf: m.Self != tdkt.Score{} || m.State == tdkt.MarkSelf, HasHead: m.State.Counts(),
		})
	}
	return s, nil
}

// WorkOf is the work list of a person in a period.
func (v *View) WorkOf(year int, person tdkt.ID, p tdkt.Period) []tdkt.WorkItem {
	var out []tdkt.WorkItem
	for _, w := range v.Items {
		if w.Year == year && w.Person == person && w.Period == p {
			out = append(out, w)
		}
	}
	return out
}

// sentBy says whether a room sends somebody's sheet of a period: the one the person was in
// on its last day.
func (v *View) sentBy(p tdkt.Person, year int, period tdkt.Period, room tdkt.ID) bool {
	span, service := period.Span(year), p.Service()
	if !service.Overlaps(span) {
		return false
	}
	day := span.To
	if service.To != 0 {
		day = min(day, service.To)
	}
	at := v.Facts.UnitOn(p.ID, day)
	return at != "" && v.Facts.Within(at, room)
}

// WritePeriodSheets writes a sheet of a period for each room into a folder and returns
// their paths.
func (a *App) WritePeriodSheets(ctx context.Context, year int, p tdkt.Period, rooms []tdkt.Unit, dir string) ([]string, error) {
	var out []string
	for i, room := range rooms {
		s, err := a.View().PeriodSheetOf(year, p, room)
		if err != nil {
			return out, err
		}
		path := filepath.Join(dir, fmt.Sprintf("%02d. Phiếu điểm %s %d - %s.xlsx", i+1, p.Words(), year, fileName(room.Name)))
		if err := a.Books.WritePeriodSheet(ctx, path, s); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

// TakePeriodSheets writes what the sheets change, in one step. It returns how many people
// changed.
func (a *App) TakePeriodSheets(ctx context.Context, list []*PeriodReturn) (int, error) {
	var put, drop []tdkt.Record
	files, changed := 0, 0
	for _, r := range list {
		if r.Problem == nil {
			put, drop = append(put, r.put...), append(drop, r.drop...)
			changed += len(r.Changed)
			files++
		}
	}
	words := fmt.Sprintf("Nhận %d phiếu điểm theo kỳ: %d người thay đổi", files, changed)
	return changed, a.Change(ctx, "take-period-sheets", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}
