package law

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// SlotState says what one period of a person's year holds.
type SlotState int

// The states of a Slot.
const (
	SlotCounted SlotState = iota // confirmed, and counted in the mean
	SlotMissing                  // worked through, no sheet
	SlotSelf                     // the person's own marks alone: missing too
	SlotLeave                    // on leave the whole period
	SlotPartly                   // partly worked and without a sheet: not asked for
	SlotAway                     // before the first or after the last day of service
	SlotEarly                    // before the rules of marks were in force
	SlotAhead                    // not over yet
)

// Slot is one period of a person's year.
type Slot struct {
	Period tdkt.Period
	State  SlotState
	Mark   tdkt.PeriodMark // zero where there is none
	Leave  string          // kind of the leave that covers it
}

// Missing says whether a sheet is wanting.
func (s Slot) Missing() bool { return s.State == SlotMissing || s.State == SlotSelf }

// Missing lists the periods whose sheets are wanting.
func (a *Appraisal) Missing() []tdkt.Period {
	var out []tdkt.Period
	for _, s := range a.Slots {
		if s.Missing() {
			out = append(out, s.Period)
		}
	}
	return out
}

// Quarterly says whether marks of a scheme are by quarter in a year: the office says so,
// or, where it says nothing, has entered marks of quarters alone.
func (f *Facts) quarterly(s *RatingScheme, person, year int) bool {
	if yes, ok := localYesNo(f.localText(year, s.Marks.quarterly)); ok {
		return yes
	}
	rows := f.markRows(person, year)
	return len(rows) > 0 && !slices.ContainsFunc(rows, func(m markRow) bool { return !f.Snapshot.Marks[m.row].Period.IsQuarter() })
}

// marksOf are a person's marks of a year, in the order of their periods.
func (f *Facts) marksOf(person, year int) []tdkt.PeriodMark {
	var out []tdkt.PeriodMark
	for _, m := range f.markRows(person, year) {
		out = append(out, f.Snapshot.Marks[m.row])
	}
	return out
}

// markRows are the places of a person's marks of a year, in the order of their periods.
func (f *Facts) markRows(person, year int) []markRow {
	rows := f.marks.of(person)
	from, _ := slices.BinarySearchFunc(rows, year, func(m markRow, y int) int { return cmp.Compare(int(m.year), y) })
	till, _ := slices.BinarySearchFunc(rows, year+1, func(m markRow, y int) int { return cmp.Compare(int(m.year), y) })
	return rows[from:till]
}

// HasMarks says whether anything was entered for a person's periods of a year.
func (f *Facts) HasMarks(person tdkt.ID, year int) bool {
	p, ok := f.place[tdkt.PersonSubject(person)]
	return ok && len(f.marksOf(p, year)) > 0
}

// Periods are the periods that a kind of staff is marked in, in a year.
func (r *Rules) Periods(f *Facts, e tdkt.Employment, year int) []tdkt.Period {
	s, _, err := r.SchemeOf(f, e, year)
	if err != nil || s.Marks == nil {
		return nil
	}
	if yes, _ := localYesNo(f.localText(year, s.Marks.quarterly)); yes {
		return tdkt.Quarters()
	}
	return tdkt.Months()
}

// fill sorts the periods of the year.
func (a *Appraisal) fill(f *Facts, place int, on tdkt.Day, rules *MarkRules) {
	marks := f.markRows(place, a.Year)
	if rules == nil && len(marks) == 0 {
		return
	}
	list := tdkt.Months()
	if a.Scheme != nil && rules != nil && f.quarterly(a.Scheme, place, a.Year) {
		list = tdkt.Quarters()
	}
	a.Slots = make([]Slot, len(list))
	var others []string // quarters beside months, or the other way round
	at := 0
	for i, p := range list {
		s := &a.Slots[i]
		s.Period = p
		for ; at < len(marks); at++ { // both are in order
			m := &f.Snapshot.Marks[marks[at].row]
			if order := tdkt.ComparePeriods(m.Period, p); order > 0 {
				break
			} else if order < 0 {
				others = append(others, string(m.Period))
				continue
			}
			s.Mark = *m
		}
		span := p.Span(a.Year)
		s.State, s.Leave = a.state(f, s.Mark, span, on)
		if rules != nil && s.State != SlotAway && rules.early(f, a.Year, span) {
			s.State = SlotEarly
		}
	}
	for ; at < len(marks); at++ {
		others = append(others, string(f.Snapshot.Marks[marks[at].row].Period))
	}
	if len(others) > 0 {
		a.Notes = append(a.Notes, Note{ID: "thang-va-quy", Text: "có điểm cả theo tháng và theo quý; không tính " + strings.Join(others, ", ")})
	}
}

// early says whether a period began before the rules of marks were in force, and the office
// did not say that those count all the same.
func (m *MarkRules) early(f *Facts, year int, span tdkt.Span) bool {
	if m.From == 0 || span.From >= m.From {
		return false
	}
	whole, _ := localYesNo(f.localText(year, m.fromLocal))
	return !whole
}

// state sorts one period.
func (a *Appraisal) state(f *Facts, m tdkt.PeriodMark, span tdkt.Span, on tdkt.Day) (SlotState, string) {
	service := a.Person.Service()
	switch {
	case m.State.Counts():
		return SlotCounted, ""
	case !service.Overlaps(span):
		return SlotAway, ""
	}
	if kind, all := f.leaveIn(a.Person.ID, span, service); all {
		return SlotLeave, kind
	} else if m.State != tdkt.MarkSelf && (kind != "" || service.From > span.From || service.To != 0 && service.To < span.To) {
		return SlotPartly, kind
	}
	if on != 0 && on <= span.To {
		return SlotAhead, ""
	}
	if m.State == tdkt.MarkSelf {
		return SlotSelf, ""
	}
	return SlotMissing, ""
}

// leaveIn is the kind of leave in a span, and whether leave takes all days served in it.
func (f *Facts) leaveIn(person tdkt.ID, span, service tdkt.Span) (kind string, all bool) {
	rows := f.absences[person]
	if len(rows) == 0 {
		return "", false
	}
	from := max(span.From, service.From)
	to := span.To
	if service.To != 0 {
		to = min(to, service.To)
	}
	day := from
	for _, x := range rows { // by their first day
		if x.To < from || x.From > to {
			continue
		}
		kind = cmp.Or(kind, x.Kind)
		if x.From <= day && x.To >= day {
			day = x.To.Next()
		}
	}
	return kind, kind != "" && day > to
}

// MarksOf are a person's marks of a year, in the order of their periods.
func (f *Facts) MarksOf(person tdkt.ID, year int) []tdkt.PeriodMark {
	if p, ok := f.place[tdkt.PersonSubject(person)]; ok {
		return f.marksOf(p, year)
	}
	return nil
}
