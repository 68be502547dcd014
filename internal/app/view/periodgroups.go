package view

import (
	"cmp"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// RatingFactOf is what was entered of a subject; a fact with nothing in it where nothing was.
func (v *View) RatingFactOf(year int, s tdkt.Subject, key string) (tdkt.RatingFact, bool) {
	for _, x := range v.RatingFacts {
		if x.Year == year && x.Subject == s && x.Key == key {
			return x, true
		}
	}
	return tdkt.RatingFact{Year: year, Subject: s, Key: key}, false
}

// TopUnit is the name of the unit that has all others below it, "" where there is none.
func (v *View) TopUnit() string {
	top := ""
	for _, u := range v.Units {
		if u.Parent == "" {
			if top != "" {
				return ""
			}
			top = u.Name
		}
	}
	return top
}

// UnitRow is one unit's year: what was entered and what the rules come to.
type UnitRow struct {
	Unit   tdkt.Unit
	Rating tdkt.Rating
	Level  tdkt.Level // proposed
	Notes  []law.Note
	Scheme *law.RatingScheme // nil: no rules of points for units in the year
}

// UnitRows are the units of a year with what their facts come to.
func (v *View) UnitRows(year int, unit tdkt.ID) []UnitRow {
	var out []UnitRow
	for _, u := range v.UnitsOf(year, unit) {
		r := UnitRow{Unit: u, Scheme: v.Rules.UnitScheme(v.Facts, u.ID, year)}
		r.Rating, _ = v.RatingOf(year, tdkt.UnitSubject(u.ID))
		r.Level, r.Notes = v.Rules.AppraiseUnit(v.Facts, u.ID, year, r.Rating.Points)
		out = append(out, r)
	}
	return out
}

// Spread is how the levels of a year lie over a room or a group of similar duties: decided
// ones, and proposed ones where nothing is decided yet.
type Spread struct {
	Name   string
	Group  bool
	Levels [4]int // in the order of tdkt.Levels
	None   int    // no level yet
	Sum, N int    // of the means, in hundredths
	Cap    int    // of a group, -1 for none
	Over   bool
}

// Mean is the mean of the means, in hundredths.
func (s Spread) Mean() int {
	if s.N == 0 {
		return 0
	}
	return (2*s.Sum + s.N) / (2 * s.N)
}

// Total is how many people it counts.
func (s Spread) Total() int {
	n := s.None
	for _, k := range s.Levels {
		n += k
	}
	return n
}

// Spread sorts the people of a year by rooms, then by groups.
func (p *PeriodView) Spread(v *View) []Spread {
	at := map[string]int{}
	var out []Spread
	add := func(key, name string, group bool, r PeriodRow) {
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Spread{Name: name, Group: group, Cap: -1})
		}
		s := &out[i]
		level := cmp.Or(r.Rating.Level, r.Level)
		if place := slices.Index(tdkt.Levels(), level); place >= 0 {
			s.Levels[place]++
		} else {
			s.None++
		}
		if r.Count > 0 {
			s.Sum, s.N = s.Sum+r.Mean, s.N+1
		}
	}
	for _, r := range p.Rows {
		add("unit "+string(r.Unit), v.UnitName(r.Unit), false, r)
		if r.Group != "" {
			add("group "+r.Group, r.Group, true, r)
		}
	}
	for _, l := range p.Caps {
		if i, ok := at["group "+l.Group]; ok && l.Group != "" {
			out[i].Cap, out[i].Over = max(out[i].Cap, 0)+l.Cap, out[i].Over || l.Chosen > l.Cap
		}
	}
	slices.SortStableFunc(out, func(a, b Spread) int {
		switch {
		case a.Group != b.Group && a.Group:
			return 1
		case a.Group != b.Group:
			return -1
		}
		return cmp.Compare(tdkt.Fold(a.Name), tdkt.Fold(b.Name))
	})
	return out
}
