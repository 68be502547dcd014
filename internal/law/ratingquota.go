package law

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// The local values of the rating book, as its files and the program name them.
const (
	localRatingRounding = "htxs-lam-tron"
	localRatingWhole    = "htxs-tinh-ca-htxs"
)

// RatingQuotas computes how many may be rated at the best level: one line for each
// kind of staff and what its cap is counted over, against those rated so far. None
// where nobody is rated or the year has no rating rules.
func (r *Rules) RatingQuotas(f *Facts, year int) ([]QuotaLine, error) {
	if _, err := r.Criteria(year); err != nil {
		return nil, err
	}
	var out []QuotaLine
	for _, e := range tdkt.Employments() {
		s, err := r.RatingScheme(e, year)
		if err != nil {
			continue // no rules for this staff: nothing to compare with
		}
		for _, g := range f.rated(e, year, s.Cap.PerUnit) {
			out = append(out, f.ratingLine(s, e, year, g))
		}
	}
	return out, nil
}

// ratedGroup is the staff one cap is counted over.
type ratedGroup struct {
	unit       int            // place of the unit, -1 for those of none
	best, good int            // rated at the best level, and at the one below it
	people     []tdkt.Subject // both
}

// rated counts the ratings of a kind of staff: over the whole office, or unit by unit
// in the order of their codes.
func (f *Facts) rated(e tdkt.Employment, year int, perUnit bool) []ratedGroup {
	groups := map[int]*ratedGroup{}
	for i := range f.people {
		if f.Snapshot.People[f.subjects[i].row].Employment != e || !f.judged(i, year) {
			continue
		}
		unit := f.topUnit()
		if perUnit {
			unit = f.unitOn(i, f.lastDay(i, year))
		}
		g, known := groups[unit]
		if !known {
			g = &ratedGroup{unit: unit}
			groups[unit] = g
		}
		if x, ok := f.rating(i, year); ok {
			best, good := x.rank == levelRank(tdkt.Excellent), x.rank == levelRank(tdkt.Good)
			g.best, g.good = g.best+ord(best), g.good+ord(good)
			if best || good {
				g.people = append(g.people, f.subjects[i].Subject)
			}
		}
	}
	var out []ratedGroup
	for unit := -1; unit < len(f.subjects); unit++ {
		if g, ok := groups[unit]; ok && g.best+g.good > 0 {
			out = append(out, *g)
		}
	}
	return out
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

// ratingLine is one cap in both readings of its base: (i) those rated HTT alone, so
// that whoever is raised leaves it; (ii) those rated HTT or better. BaseCount is the
// latter in both: it does not move when one of them is raised.
func (f *Facts) ratingLine(s *RatingScheme, e tdkt.Employment, year int, g ratedGroup) QuotaLine {
	percent, rounding := s.Cap.Percent, s.Cap.Rounding
	where, code := "toàn cơ quan", ""
	if s.Cap.PerUnit {
		where = "chưa rõ đơn vị"
	}
	if g.unit >= 0 {
		where, code = f.subjects[g.unit].name, f.subjects[g.unit].code
		if x, ok := f.rating(g.unit, year); ok && x.rank == levelRank(tdkt.Excellent) && s.Cap.PercentExcellent > 0 {
			percent = s.Cap.PercentExcellent
		}
	}
	if way, ok := localRounding(f.locals[localKey{year, localRatingRounding}].Value); ok {
		rounding = way
	}
	all := g.best + g.good
	line := QuotaLine{
		Title: string(tdkt.Excellent), Name: fmt.Sprintf("Xếp loại HTXS, %s, %s", e, where),
		Percent: percent, BaseCount: all, Chosen: g.best,
		Rounding: rounding, Cite: s.Cap.Cite, Mark: weaker(s.Cap.Mark, s.Cap.BaseMark), Known: true,
		Key: fmt.Sprintf("%s %s %s", tdkt.Excellent, e, code), Counted: g.people,
	}
	whole, _ := localYesNo(f.locals[localKey{year, localRatingWhole}].Value)
	line.read(whole)
	return line
}

// read gives a cap on ratings by one reading of its base, the other beside it.
func (q *QuotaLine) read(whole bool) {
	narrow, wide := bestOf(q.BaseCount, q.Percent, q.Rounding), share(q.BaseCount, q.Percent, q.Rounding)
	q.Base, q.Cap, q.Other = readingGood, narrow, &OtherReading{Base: readingWhole, Cap: wide}
	if whole {
		q.Base, q.Cap, q.Other = readingWhole, wide, &OtherReading{Base: readingGood, Cap: narrow}
	}
}

// The two readings of the base of a cap on ratings.
const (
	readingGood  = "số người còn xếp loại HTT"
	readingWhole = "tổng số người xếp loại HTT và HTXS"
)

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
