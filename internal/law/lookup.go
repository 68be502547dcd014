package law

import (
	"slices"

	"tdkt/internal/tdkt"
)

// Judged lists who is judged in a year: people by code, then units by code.
func (f *Facts) Judged(year int) []tdkt.Subject {
	var out []tdkt.Subject
	for i := range f.subjects {
		if f.judged(i, year) {
			out = append(out, f.subjects[i].Subject)
		}
	}
	return out
}

// judged: people whose service overlaps the year, units founded by its end. A
// first day not entered includes them.
func (f *Facts) judged(s, year int) bool {
	return f.subjects[s].span.Overlaps(tdkt.YearSpan(year))
}

// IsJudged says whether the subject is judged in the year.
func (f *Facts) IsJudged(s tdkt.Subject, year int) bool {
	p, ok := f.place[s]
	return ok && f.judged(p, year)
}

// ByCode finds a person or unit by its code.
func (f *Facts) ByCode(code string) (tdkt.Subject, bool) {
	p, ok := f.byCode[code]
	if !ok {
		return tdkt.Subject{}, false
	}
	return f.subjects[p].Subject, true
}

// Person and Unit give the row behind a key.
func (f *Facts) Person(id tdkt.ID) (tdkt.Person, bool) {
	p, ok := f.place[tdkt.PersonSubject(id)]
	if !ok {
		return tdkt.Person{}, false
	}
	return f.Snapshot.People[f.subjects[p].row], true
}

// Unit gives the row behind a key.
func (f *Facts) Unit(id tdkt.ID) (tdkt.Unit, bool) {
	p, ok := f.place[tdkt.UnitSubject(id)]
	if !ok {
		return tdkt.Unit{}, false
	}
	return f.Snapshot.Units[f.subjects[p].row], true
}

// CodeOf and NameOf name a subject.
func (f *Facts) CodeOf(s tdkt.Subject) string {
	if p, ok := f.place[s]; ok {
		return f.subjects[p].code
	}
	return ""
}

// NameOf is the subject's name, "" when unknown.
func (f *Facts) NameOf(s tdkt.Subject) string {
	if p, ok := f.place[s]; ok {
		return f.subjects[p].name
	}
	return ""
}

// Closed says whether a book of a year is closed.
func (f *Facts) Closed(year int, b tdkt.Book) bool { return f.allClosed(b, year, year) }

// allClosed says whether a book is closed in each of the years a to b; true for no years.
func (f *Facts) allClosed(b tdkt.Book, a, z int) bool {
	if a > z {
		return true
	}
	if a < firstYear || z > lastYear {
		return false
	}
	shut := &f.closed[slices.Index(tdkt.Books(), b)]
	return int(shut[z-firstYear+1]-shut[a-firstYear]) == z-a+1
}

// absent is what a missing row means: no in closed books, else unknown.
func (f *Facts) absent(b tdkt.Book, a, z int) Answer {
	if f.allClosed(b, a, z) {
		return No
	}
	return Unknown
}

// OnHold says whether a hold of the subject covers the day.
func (f *Facts) OnHold(s tdkt.Subject, day tdkt.Day) bool {
	p, ok := f.place[s]
	return ok && f.onHold(p, day)
}

func (f *Facts) onHold(s int, day tdkt.Day) bool {
	return slices.ContainsFunc(f.holds.of(s), func(h tdkt.Span) bool { return h.Covers(day) })
}

// rating is the row of a year.
func (f *Facts) rating(s, year int) (ratingRow, bool) {
	for _, x := range f.ratings.of(s) {
		if int(x.year) == year {
			return x, true
		}
	}
	if past := f.pastOf(s, year); past >= 0 {
		return f.rating(past, year)
	}
	return ratingRow{}, false
}

// award is the row by which a code is given for a year; see given.
func (f *Facts) award(s, code, year int, yearly bool) (awardRow, bool) {
	return given(f.ofCode(s, code), year, yearly)
}

// given is the first of the rows that is given for a year: one that spans the year for a
// yearly code, one whose last year it is for the others.
func given(rows []awardRow, year int, yearly bool) (awardRow, bool) {
	for _, x := range rows {
		if int(x.to) == year || yearly && int(x.from) <= year && year <= int(x.to) {
			return x, true
		}
	}
	return awardRow{}, false
}

// ofCode lists a subject's awards of one code by last year, with those of the unit whose
// history it counts as its own.
func (f *Facts) ofCode(s, code int) []awardRow {
	if f.subjects[s].past >= 0 {
		return f.withPast(s, code)
	}
	return f.ownOfCode(s, code)
}

func (f *Facts) ownOfCode(s, code int) []awardRow {
	rows := f.awards.of(s)
	a := 0
	for a < len(rows) && int(rows[a].code) < code {
		a++
	}
	z := a
	for z < len(rows) && int(rows[z].code) == code {
		z++
	}
	return rows[a:z]
}

// under lists a subject's awards given under a code, by last year: not those that only
// count as it.
func (f *Facts) under(r *Rules, s, code int) []awardRow {
	rows := f.ofCode(s, r.codes[code].as)
	if !slices.ContainsFunc(rows, func(x awardRow) bool { return int(x.own) != code }) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(x awardRow) bool { return int(x.own) != code })
}

// countAwards counts the years a yearly code was given in a to z, or the rows of
// another code whose last year lies there.
func countAwards(rows []awardRow, a, z int, yearly bool) int {
	n := 0
	if !yearly {
		for _, x := range rows {
			n += ord(a <= int(x.to) && int(x.to) <= z)
		}
		return n
	}
	for y := a; y <= z && len(rows) > 0; y++ {
		n += ord(slices.ContainsFunc(rows, func(x awardRow) bool { return int(x.from) <= y && y <= int(x.to) }))
	}
	return n
}

// yesNo turns a truth into an answer.
func yesNo(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

// and: any no gives no, else any unknown gives unknown.
func and(a, b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Yes
}

// or: any yes gives yes, else any unknown gives unknown.
func or(a, b Answer) Answer {
	switch {
	case a == Yes || b == Yes:
		return Yes
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return No
}
