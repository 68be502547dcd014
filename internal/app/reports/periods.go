package reports

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// UnsentPeriods is who has not sent the sheets of the periods that are over, as things to be
// done: one for each period, naming the rooms.
func UnsentPeriods(v *view.View, year int, unit tdkt.ID, on tdkt.Day) []Todo {
	if !v.ByPeriods(year) || len(v.Marks) == 0 {
		return nil
	}
	var out []Todo
	for _, g := range v.PeriodView(year, unit, on).Missing {
		var rooms []string
		people := 0
		for _, r := range g.Rooms {
			rooms = append(rooms, fmt.Sprintf("%s (%d)", r.Unit.Name, r.Missing))
			people += r.Missing
		}
		const shown = 4
		if more := len(rooms) - shown; more > 0 {
			rooms = append(rooms[:shown], fmt.Sprintf("và %d đơn vị khác", more))
		}
		out = append(out, Todo{
			What: fmt.Sprintf("Chưa có phiếu %s năm %d", g.Period.Words(), year), Who: view.List(rooms), Count: people,
			Due: g.Period.Span(year).To, Late: true, At: AtPeriods, Title: string(g.Period), Subject: tdkt.PersonSubject(g.Rooms[0].First),
		})
	}
	return out
}
