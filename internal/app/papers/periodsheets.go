package papers

import (
	"context"
	"fmt"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// PeriodSheetOf is the sheet a room fills in for a period, with what is entered already.
func PeriodSheetOf(v *view.View, year int, p tdkt.Period, room tdkt.Unit) (*tdkt.PeriodSheet, error) {
	rules := v.MarkRules(tdkt.Person{Employment: tdkt.CivilServant}, year)
	if rules == nil {
		return nil, tdkt.Errorf(tdkt.Invalid, "Năm %d không chấm điểm theo tháng hoặc quý nên không có phiếu.", year)
	}
	if !p.Known() {
		return nil, view.UnknownPeriod(p)
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
		if !sentBy(v, person, year, p, room.ID) {
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

// sentBy says whether a room sends somebody's sheet of a period: the one the person was in
// on its last day.
func sentBy(v *view.View, p tdkt.Person, year int, period tdkt.Period, room tdkt.ID) bool {
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
func WritePeriodSheets(ctx context.Context, a *app.App, year int, p tdkt.Period, rooms []tdkt.Unit, dir string) ([]string, error) {
	var out []string
	for i, room := range rooms {
		s, err := PeriodSheetOf(a.View(), year, p, room)
		if err != nil {
			return out, err
		}
		path := filepath.Join(dir, fmt.Sprintf("%02d. Phiếu điểm %s %d - %s.xlsx", i+1, p.Words(), year, FileName(room.Name)))
		if err := a.Books.WritePeriodSheet(ctx, path, s); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}
