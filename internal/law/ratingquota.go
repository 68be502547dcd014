package law

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"tdkt/internal/tdkt"
)

// The local values of the rating book, as its files and the program name them.
const (
	localRatingRounding = "htxs-lam-tron"
	localRatingWhole    = "htxs-tinh-ca-htxs"
)

// RatingQuotas computes how many may be rated at the best level: one line for each
// kind of staff and what its cap is counted over, against those rated so far, then the
// caps on units. None where nobody is rated or the year has no rating rules.
func (r *Rules) RatingQuotas(f *Facts, year int) ([]QuotaLine, error) {
	return r.RatingQuotasWith(f, year, nil)
}

// RatingQuotasWith computes the same as if people had the levels given: for a person
// without one the rating as it is.
func (r *Rules) RatingQuotasWith(f *Facts, year int, levels map[tdkt.Subject]tdkt.Level) ([]QuotaLine, error) {
	if _, err := r.Criteria(year); err != nil {
		return nil, err
	}
	c := counting{f, year, levels, f.topUnit()}
	var out []QuotaLine
	for _, e := range tdkt.Employments() {
		s, _, err := r.SchemeOf(f, e, year)
		if err != nil {
			continue // no rules for this staff: nothing to compare with
		}
		for _, g := range c.rated(e, s.Cap.PerUnit) {
			out = append(out, f.ratingLine(s, e, year, g))
		}
		if s.Cap.Groups {
			out = append(out, c.groupLines(s, e)...)
		}
	}
	return append(out, r.unitQuotas(f, year)...), nil
}

// counting is whose levels a cap counts.
type counting struct {
	*Facts
	year   int
	levels map[tdkt.Subject]tdkt.Level // in place of ratings
	top    int                         // the unit that has all others below it
}

// rank is the level of the subject at a place, 0 for none.
func (c counting) rank(s int) int {
	if l, ok := c.levels[c.subjects[s].Subject]; ok {
		return levelRank(l)
	}
	x, _ := c.rating(s, c.year)
	return int(x.rank)
}

// dutyGroup is a group of similar duties: of the office, or of one unit where the cap is
// counted over units.
type dutyGroup struct {
	unit int
	name string
}

// groupLines are the caps over each group of similar duties, in the order of the units and of
// their names.
func (c counting) groupLines(s *RatingScheme, e tdkt.Employment) []QuotaLine {
	groups := map[dutyGroup]*ratedGroup{}
	for i := range c.people {
		p := &c.Snapshot.People[c.subjects[i].row]
		if p.Employment != e || len(c.duties.of(i)) == 0 || !c.judged(i, c.year) {
			continue
		}
		key := dutyGroup{c.capUnit(i, s.Cap.PerUnit), c.Group(p.ID, c.year)}
		if key.name == "" {
			continue
		}
		if groups[key] == nil {
			groups[key] = &ratedGroup{unit: key.unit}
		}
		groups[key].add(c, i)
	}
	keys := slices.SortedFunc(maps.Keys(groups), func(a, b dutyGroup) int {
		return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(a.name, b.name))
	})
	var out []QuotaLine
	for _, key := range keys {
		if len(groups[key].counted) == 0 {
			continue
		}
		line := c.ratingLine(s, e, c.year, *groups[key])
		line.Name, line.Key = fmt.Sprintf("Xếp loại HTXS, %s, nhóm %s", e, key.name), fmt.Sprintf("%s %s nhóm %s", tdkt.Excellent, e, key.name)
		if s.Cap.PerUnit && key.unit >= 0 {
			line.Name += ", " + c.subjects[key.unit].name
			line.Key += " " + c.subjects[key.unit].code
		}
		line.Group = key.name
		out = append(out, line)
	}
	return out
}

// capUnit is the unit that a person's rating counts in for a cap: the office, or the
// person's own.
func (c counting) capUnit(person int, perUnit bool) int {
	if perUnit {
		return c.unitOn(person, c.lastDay(person, c.year))
	}
	return c.top
}

// ratedGroup is the people or units one cap is counted over.
type ratedGroup struct {
	unit       int            // place of the unit, -1 for those of none
	size       int            // units, rated or not; 0 for people
	best, good int            // rated at the best level, and at the one below it
	counted    []tdkt.Subject // both
}

// groupOf finds the group of a unit or begins it.
func groupOf(groups map[int]*ratedGroup, unit int) *ratedGroup {
	if groups[unit] == nil {
		groups[unit] = &ratedGroup{unit: unit}
	}
	return groups[unit]
}

// add counts the rating of one who belongs to the group.
func (g *ratedGroup) add(c counting, s int) {
	rank := c.rank(s)
	best, good := rank == levelRank(tdkt.Excellent), rank == levelRank(tdkt.Good)
	g.best, g.good = g.best+ord(best), g.good+ord(good)
	if best || good {
		g.counted = append(g.counted, c.subjects[s].Subject)
	}
}

// inOrder lists the groups in which anybody is counted, by the codes of their units.
func (f *Facts) inOrder(groups map[int]*ratedGroup) []ratedGroup {
	var out []ratedGroup
	for unit := -1; unit < len(f.subjects); unit++ {
		if g, ok := groups[unit]; ok && len(g.counted) > 0 {
			out = append(out, *g)
		}
	}
	return out
}

// rated counts the ratings of a kind of staff: over the whole office, or unit by unit
// in the order of their codes.
func (c counting) rated(e tdkt.Employment, perUnit bool) []ratedGroup {
	year := c.year
	groups := map[int]*ratedGroup{}
	for i := range c.people {
		if c.Snapshot.People[c.subjects[i].row].Employment != e || !c.judged(i, year) {
			continue
		}
		groupOf(groups, c.capUnit(i, perUnit)).add(c, i)
	}
	return c.inOrder(groups)
}

// topUnit is the unit that has all others below it, -1 when there is none such.
func (f *Facts) topUnit() int {
	for u := f.people; u < len(f.subjects); u++ {
		if f.tree.size[u] == len(f.subjects)-f.people {
			return u
		}
	}
	return -1
}

// ratingLine is the cap on one kind of staff.
func (f *Facts) ratingLine(s *RatingScheme, e tdkt.Employment, year int, g ratedGroup) QuotaLine {
	limit, where, code := s.Cap, "toàn cơ quan", ""
	if s.Cap.PerUnit {
		where = "chưa rõ đơn vị"
	}
	if g.unit >= 0 {
		where, code = f.subjects[g.unit].name, f.subjects[g.unit].code
		if x, ok := f.rating(g.unit, year); ok && int(x.rank) == levelRank(tdkt.Excellent) && limit.PercentExcellent > 0 {
			limit.Percent = limit.PercentExcellent
		}
	}
	line := f.capLine(&limit, year, g)
	line.Name = fmt.Sprintf("Xếp loại HTXS, %s, %s", e, where)
	line.Key = fmt.Sprintf("%s %s %s", tdkt.Excellent, e, code)
	line.read(f.wholeBase(year))
	return line
}

// capLine is what the lines of all caps on ratings have in common. BaseCount is those
// rated HTT or better in both readings: it does not move when one of them is raised.
func (f *Facts) capLine(limit *RatingCap, year int, g ratedGroup) QuotaLine {
	rounding := limit.Rounding
	if way, ok := localRounding(f.localText(year, localRatingRounding)); ok {
		rounding = way
	}
	return QuotaLine{
		Title: string(tdkt.Excellent), Percent: limit.Percent, BaseCount: g.best + g.good, Chosen: g.best,
		Rounding: rounding, Cite: limit.Cite, Mark: weaker(limit.Mark, limit.BaseMark), Known: true, Counted: g.counted,
	}
}

// wholeBase says whether the office counts caps on ratings over those at the best level too.
func (f *Facts) wholeBase(year int) bool {
	whole, _ := localYesNo(f.localText(year, localRatingWhole))
	return whole
}

// read gives a cap on ratings by one reading of its base, the other beside it: (i) those
// rated HTT alone, so that whoever is raised leaves it; (ii) those rated HTT or better.
func (q *QuotaLine) read(whole bool) {
	narrow, wide := bestOf(q.BaseCount, q.Percent, q.Rounding), share(q.BaseCount, q.Percent, q.Rounding)
	if q.Few != nil {
		narrow, wide = q.Few.Cap, q.Few.Cap
	}
	words := q.Readings()
	q.Base, q.Cap, q.Other = words[0], narrow, &OtherReading{Base: words[1], Cap: wide}
	if whole {
		q.Base, q.Cap, q.Other = words[1], wide, &OtherReading{Base: words[0], Cap: narrow}
	}
}

// Readings names the two readings of a cap on ratings, the one that is the default
// first.
func (q *QuotaLine) Readings() []string {
	if q.Units {
		return []string{"số đơn vị còn xếp loại HTT", "tổng số đơn vị xếp loại HTT và HTXS"}
	}
	return []string{readingGood, "tổng số người xếp loại HTT và HTXS"}
}

// readingGood is the default reading of the base of a cap on staff.
const readingGood = "số người còn xếp loại HTT"

// OtherReading is a cap by the reading of its base that is not in force.
type OtherReading struct {
	Base string `json:"base"`
	Cap  int    `json:"cap"`
}

// bestOf is the most that can be raised out of all so that they are at most percent
// of those who stay.
func bestOf(all, percent int, rounding string) int {
	n := 0
	for n < all && n+1 <= share(all-n-1, percent, rounding) {
		n++
	}
	return n
}
