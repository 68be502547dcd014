package law

import (
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// hope is judging a year that has not run its course: what a book still open may
// hold by the end of it counts as met. Yes then means met or may still be met, no
// means it cannot be whatever is entered for the year, and unknown means that it
// hangs on a row of an earlier year whose book is open. The verbs are the same; only
// what a missing row means differs, and that is all said here.
type hope struct {
	rules  *Rules
	facts  *Facts
	regime *Regime
	sub    int
	year   int
	brief  bool         // leave Finding.Seen empty
	barred map[int]bool // by code: the subject cannot be given it for the year
}

func (r *Rules) hoping(f *Facts, g *Regime, s, year int) *hope {
	return &hope{rules: r, facts: f, regime: g, sub: s, year: year, barred: map[int]bool{}}
}

// lost: the subject cannot be given a code for the year, because the needs of that
// title cannot be met. A code the regime does not judge may always come.
func (h *hope) lost(code int) bool {
	if lost, known := h.barred[code]; known {
		return lost
	}
	h.barred[code] = false // a title that asks for itself asks for an earlier award
	t, ok := h.regime.Title(h.facts.subjects[h.sub].Kind, h.rules.codes[code].Code)
	if ok {
		h.barred[code] = h.outlook(t, false).Chance == Barred
	}
	return h.barred[code]
}

// dashed says which title a need waits for in vain, "" when that is not why it is no.
func (h *hope) dashed(n *need, a Answer) string {
	if h == nil || a != No || !slices.Contains([]string{"given", "awards"}, n.Verb) || !h.lost(n.code) {
		return ""
	}
	return fmt.Sprintf("; năm %d chưa thể đạt %s", h.year, h.rules.short(n.code))
}

// absent is what a missing row means in the years a to z.
func (j *judging) absent(b tdkt.Book, a, z int) Answer {
	if j.hope != nil && !j.facts.allClosed(b, max(a, j.hope.year), z) {
		return Yes
	}
	return j.facts.absent(b, a, z)
}

// notGiven is what a missing award of a code means in the years a to z.
func (j *judging) notGiven(s, code, a, z int) Answer {
	if j.hope == nil || s != j.sub || z < j.hope.year || !j.hope.lost(code) {
		return j.absent(titleBook, a, z)
	}
	return j.facts.absent(titleBook, a, j.hope.year-1)
}

// rated answers whether the rating of a year is at least a rank.
func (j *judging) rated(s, year, rank int) Answer {
	x, ok := j.facts.rating(s, year)
	switch {
	case j.rules.unfounded(j.facts, s, year):
		return j.unfounded(year)
	case ok:
		return yesNo(int(x.rank) >= rank)
	}
	return j.absent(tdkt.RatingBook, year, year)
}

// awarded answers whether a code was given often enough in the years a to z. A yearly
// code can come once for each open year and no more often.
func (j *judging) awarded(c count, a, z int) Answer {
	switch {
	case j.count(c.code, a, z) >= c.N:
		return Yes
	case !j.rules.codes[c.code].Yearly:
		return j.notGiven(j.sub, c.code, a, z)
	case j.hope == nil && j.facts.allClosed(titleBook, a, z):
		return No
	}
	sure, open := 0, 0
	for y := a; y <= z; y++ {
		switch j.given(j.sub, c.code, y) {
		case Yes:
			sure++
		case Unknown:
			open++
		case No, Manual:
		}
	}
	return reach(sure, open, c.N)
}

// today is what a need that hope answers a comes to by the data there are. Without
// hope nothing is better, so only a yes can differ.
func (j *judging) today(n *need, a Answer) Answer {
	if a != Yes || n.verb.judge == nil || n.manual() {
		return a
	}
	return n.verb.judge(j, n)
}
