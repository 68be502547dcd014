package tdkt

import "reflect"

// WorkYears are the years whose work a record belongs to: a locked year refuses to
// have it added, changed or removed. A record with a field Year belongs to that year.
// False for what runs across the years (units, people, posts, open cases, movements)
// and for opinions, which change nothing:
// there a nomination keeps the findings as they stood.
func WorkYears(rec Record) (first, last int, yearly bool) {
	switch r := rec.(type) {
	case nil, Opinion:
		return 0, 0, false
	case Discipline:
		return r.Date.Year(), r.Date.Year(), true
	case Absence:
		return r.From.Year(), r.To.Year(), true
	case Participant: // without a year, of the movement as a whole
		return r.Year, r.Year, r.Year != 0
	case Award: // it counts in the last year of its achievements
		return r.To, r.To, true
	}
	year := reflect.ValueOf(rec).FieldByName("Year")
	if !year.IsValid() || !year.CanInt() {
		return 0, 0, false
	}
	return int(year.Int()), int(year.Int()), true
}
