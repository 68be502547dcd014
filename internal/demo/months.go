package demo

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// markedYear is the year that the sample rates by months.
const markedYear = 2026

// lastLocked is the last month whose marks are locked.
const lastLocked = 9

// marks reads the months of the year rated by months, who has similar duties with whom, and
// the work that somebody was given.
func (b *builder) marks() {
	b.monthMarks()
	b.shares()
	for _, r := range table("duties.txt", 3) {
		for _, code := range strings.Fields(r.cells[2]) {
			b.data.Snapshot.Duties = append(b.data.Snapshot.Duties, tdkt.Duty{
				ID: b.id(tdkt.NounDuty), Person: b.subject(r, code).ID, Group: r.cells[0], From: r.number(1),
			})
		}
	}
	for _, r := range table("work-2026.txt", 11) {
		b.data.Items = append(b.data.Items, tdkt.WorkItem{
			ID: b.id(tdkt.NounWorkItem), Year: r.number(0), Person: b.subject(r, r.cells[1]).ID, Period: tdkt.Period(r.cells[2]), Name: r.cells[3],
			Weight: r.hundredths(r.cells[4]), Assigned: r.hundredths(r.cells[5]), Done: r.hundredths(r.cells[6]), Good: r.hundredths(r.cells[7]),
			OnTime: r.hundredths(r.cells[8]), Returned: r.number(9), Late: r.number(10),
		})
	}
}

// shares lays what the work lists come to over the marks; this package does not know the law.
func (b *builder) shares() {
	for _, r := range table("shares-2026.txt", 7) {
		who := b.subject(r, r.cells[1]).ID
		for i := range b.data.Snapshot.Marks {
			m := &b.data.Snapshot.Marks[i]
			if m.Person != who || m.Year != r.number(0) || m.Period != tdkt.Period(r.cells[2]) {
				continue
			}
			for k := range 3 {
				m.Shares[k] = int16(r.number(3 + k))
			}
			m.Self.Result = r.hundredths(r.cells[6])
			m.Self.Total = m.Self.Common + m.Self.Result
		}
	}
}

func (b *builder) monthMarks() {
	for _, r := range table("marks-2026.txt", 3) {
		who := b.subject(r, r.cells[0]).ID
		results := strings.Fields(r.cells[2])
		if len(results) != len(tdkt.Months()) {
			r.fail("%d months", len(results))
		}
		common := r.hundredths(r.cells[1])
		for i, p := range tdkt.Months() {
			if results[i] == "." {
				continue
			}
			result := r.hundredths(results[i])
			score := tdkt.Score{Common: common, Result: result, Total: common + result}
			state, day := tdkt.MarkConfirmed, p.Span(markedYear).To
			if i < lastLocked {
				state = tdkt.MarkLocked
			}
			b.data.Snapshot.Marks = append(b.data.Snapshot.Marks, tdkt.PeriodMark{
				ID: b.id(tdkt.NounPeriodMark), Year: markedYear, Person: who, Period: p, State: state, Self: score, Head: score,
				By: fmt.Sprintf("Phụ trách %s", b.roomOf(who)), Date: day,
			})
		}
	}
}

// roomOf is the name of somebody's unit.
func (b *builder) roomOf(person tdkt.ID) string {
	for _, p := range b.data.Snapshot.People {
		if p.ID != person {
			continue
		}
		for _, u := range b.data.Snapshot.Units {
			if u.ID == p.Unit {
				return u.Name
			}
		}
	}
	return ""
}

// hundredths reads "63.5" as 6350.
func (r row) hundredths(text string) int {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		r.fail("%q is no number", text)
	}
	return int(math.Round(f * 100))
}
