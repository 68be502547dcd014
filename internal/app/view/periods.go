package view

import (
	"cmp"
	"maps"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// PeriodView is the marks of a year by people and periods, as the page shows them.
type PeriodView struct {
	Year     int
	Quarters bool
	Periods  []tdkt.Period
	Rows     []PeriodRow
	Caps     []law.QuotaLine // as if the proposals were decided where nothing is yet
	Unrated  int             // served too little
	Missing  []PeriodGap     // periods with sheets wanting
	Locked   []tdkt.Period   // periods all of whose marks are locked
}

// PeriodRow is one person's year.
type PeriodRow struct {
	law.Appraisal
	Unit   tdkt.ID
	Group  string
	Rating tdkt.Rating // zero where nothing is decided
	Doubts []string    // what in the decided rating does not agree with the rules
}

// AllNotes are the remarks on the year and on its decided rating, each once.
func (r PeriodRow) AllNotes(v *View, on tdkt.Day) []law.Note {
	out := slices.Clone(r.Notes)
	for _, n := range v.Rules.RatingNotes(v.Facts, r.Rating, on) {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// PeriodGap is a period whose sheets are wanting: whose, room by room.
type PeriodGap struct {
	Period tdkt.Period
	Rooms  []RoomGap
}

// RoomGap is how many of a room's people lack a sheet.
type RoomGap struct {
	Unit           tdkt.Unit
	Missing, Total int
	First          tdkt.ID // the first who lacks one
}

// ByPeriods says whether the year is rated by months or quarters.
func (v *View) ByPeriods(year int) bool {
	s, err := v.Rules.RatingScheme(tdkt.CivilServant, year)
	return err == nil && s.Marks != nil
}

// PeriodView gathers the marks of a year for a unit and those below it ("" for all). Sheets
// of periods that are not over on the day are not wanting.
func (v *View) PeriodView(year int, unit tdkt.ID, on tdkt.Day) *PeriodView {
	out := &PeriodView{Year: year, Periods: tdkt.Months()}
	months, quarters := false, false
	levels := map[tdkt.Subject]tdkt.Level{}
	ratings := v.ratingsOf(year)
	people := v.PeopleOf(year, unit)
	out.Rows = make([]PeriodRow, 0, len(people))
	for _, p := range people {
		row := PeriodRow{Appraisal: v.Rules.Appraise(v.Facts, p.ID, year, on), Unit: v.UnitIn(p, year), Group: v.Facts.Group(p.ID, year)}
		row.Rating = ratings[tdkt.PersonSubject(p.ID)]
		if row.Rating.Level != "" {
			row.Doubts = v.NotesOf(row.Rating, on)
		} else if row.Level != "" {
			levels[tdkt.PersonSubject(p.ID)] = row.Level
		}
		if row.NotRated {
			out.Unrated++
		}
		switch len(row.Slots) {
		case 4:
			quarters = true
		case 12:
			months = true
		}
		out.Rows = append(out.Rows, row)
	}
	if quarters && !months {
		out.Quarters, out.Periods = true, tdkt.Quarters()
	}
	if lines, err := v.Rules.RatingQuotasWith(v.Facts, year, levels); err == nil {
		out.Caps = slices.DeleteFunc(lines, func(l law.QuotaLine) bool { return l.Units })
	}
	out.Missing, out.Locked = v.gaps(out), locked(out)
	return out
}

// ratingsOf are the ratings of a year by their subjects.
func (v *View) ratingsOf(year int) map[tdkt.Subject]tdkt.Rating {
	out := map[tdkt.Subject]tdkt.Rating{}
	for _, r := range v.Ratings {
		if r.Year == year {
			out[r.Subject] = r
		}
	}
	return out
}

// locked lists the periods that have marks, all of them locked.
func locked(p *PeriodView) []tdkt.Period {
	var out []tdkt.Period
	for i, period := range p.Periods {
		some, all := false, true
		for _, r := range p.Rows {
			if len(r.Slots) == len(p.Periods) && r.Slots[i].Mark.ID != "" {
				some, all = true, all && r.Slots[i].Mark.State == tdkt.MarkLocked
			}
		}
		if some && all {
			out = append(out, period)
		}
	}
	return out
}

// gaps lists the periods with sheets wanting, room by room in the order of the units. A
// year nobody was marked in has none: the office may not have begun.
func (v *View) gaps(p *PeriodView) []PeriodGap {
	if !slices.ContainsFunc(p.Rows, func(r PeriodRow) bool { return r.Has() }) {
		return nil
	}
	var out []PeriodGap
	for i, period := range p.Periods {
		rooms := map[tdkt.ID]*RoomGap{}
		for _, r := range p.Rows {
			if len(r.Slots) != len(p.Periods) || r.Scheme == nil {
				continue
			}
			g := rooms[r.Unit]
			if g == nil {
				g = &RoomGap{}
				g.Unit, _ = v.Facts.Unit(r.Unit)
				rooms[r.Unit] = g
			}
			g.Total++
			if r.Slots[i].Missing() {
				g.Missing++
				g.First = cmp.Or(g.First, r.Person.ID)
			}
		}
		gap := PeriodGap{Period: period}
		for _, id := range slices.Sorted(maps.Keys(rooms)) {
			if rooms[id].Missing > 0 {
				gap.Rooms = append(gap.Rooms, *rooms[id])
			}
		}
		slices.SortFunc(gap.Rooms, func(a, b RoomGap) int { return cmp.Compare(a.Unit.Code, b.Unit.Code) })
		if len(gap.Rooms) > 0 {
			out = append(out, gap)
		}
	}
	return out
}

// MarkOf is a person's mark of a period; one with nothing in it where there is none.
func (v *View) MarkOf(year int, person tdkt.ID, p tdkt.Period) (tdkt.PeriodMark, bool) {
	for _, m := range v.Facts.MarksOf(person, year) {
		if m.Period == p {
			return m, true
		}
	}
	return tdkt.PeriodMark{Year: year, Person: person, Period: p, State: tdkt.MarkUnsent}, false
}

// MarksIn are the marks of a period in one state.
func (v *View) MarksIn(year int, unit tdkt.ID, p tdkt.Period, state tdkt.MarkState) []tdkt.PeriodMark {
	var out []tdkt.PeriodMark
	for _, person := range v.PeopleOf(year, unit) {
		if m, ok := v.MarkOf(year, person.ID, p); ok && m.State == state {
			out = append(out, m)
		}
	}
	return out
}

// MarkRules are the rules of marks that hold for a person in a year; nil for none.
func (v *View) MarkRules(p tdkt.Person, year int) *law.MarkRules {
	s, _, err := v.Rules.SchemeOf(v.Facts, p.Employment, year)
	if err != nil {
		return nil
	}
	return s.Marks
}

// PetitionDeadline is the last day to answer who does not agree with a rating of a year,
// when the petition came on a day: working days, Saturdays and Sundays left out. Public
// holidays are not known here. False where the year's rules say nothing.
func (v *View) PetitionDeadline(year int, received tdkt.Day) (tdkt.Day, law.Petition, bool) {
	s, err := v.Rules.RatingScheme(tdkt.CivilServant, year)
	if err != nil || s.Petition == nil || received == 0 {
		return 0, law.Petition{}, false
	}
	return s.Petition.Last(received), *s.Petition, true
}
