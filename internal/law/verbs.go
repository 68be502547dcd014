package law

import (
	"slices"
	"sync"

	"tdkt/internal/tdkt"
)

// verb is one way of asking. The words a need of it must and may have are those
// of the regime files; judge answers, tell says what that rests on.
type verb struct {
	must, may string
	kind      tdkt.SubjectKind // "" for both
	inSince   bool             // may stand inside a since need
	judge     func(*judging, *need) Answer
	tell      telling
	many      func(*judging, *need) Answer // instead of judge and tell: adds several findings
}

// telling says what an answer rests on: seen in words, trace by the records.
type telling struct {
	seen  func(*judging, *need) string
	trace func(*judging, *need) traced
}

// verbs are all the ways a regime file can ask.
var verbs = sync.OnceValue(func() map[string]verb {
	return map[string]verb{
		// A person ticks it.
		"manual": {may: "reduced whom", judge: judgeManual, tell: telling{seenManual, traceManual}},
		// Each year of from..to is rated level or better, or was given a code of or.
		"rating": {must: "level", may: "from to or", inSince: true, judge: judgeRating, tell: telling{seenRating, traceRating}},
		// At least n years of from..to are rated level or better.
		"rated-years": {must: "level n", may: "from to", inSince: true, judge: judgeRatedYears, tell: telling{seenRatedYears, traceRatedYears}},
		// A pledge for the year.
		"registered": {may: "local", kind: tdkt.APerson, judge: judgeRegistered, tell: telling{seenRegistered, traceRegistered}},
		// At least n months served in the year.
		"months": {must: "n", may: "local", kind: tdkt.APerson, judge: judgeMonths, tell: telling{seenMonths, traceDay}},
		// No discipline of form or graver decided in the year.
		"no-discipline": {must: "form", may: "local", kind: tdkt.APerson, judge: judgeNoDiscipline, tell: telling{seenNoDiscipline, traceNoDiscipline}},
		// Fewer than n working days of leave in the year, leave of the kinds in except left out.
		"leave-below": {must: "n", may: "except", kind: tdkt.APerson, judge: judgeLeaveBelow, tell: telling{seenLeaveBelow, traceLeaveBelow}},
		// No discipline decided while in the posts.
		"no-discipline-in-post": {
			must: "posts", may: "top_posts", kind: tdkt.APerson,
			judge: judgeNoDisciplineInPost, tell: telling{seenNoDisciplineInPost, traceNoDisciplineInPost},
		},
		// At least n years in the posts by the end of the year, women one part in women_less, or women_years,
		// less; a name of posts may go on ("Giám đốc Sở Nội vụ"), one of top_posts is whole
		// and counts in a unit with none above it.
		"held-post": {must: "posts n", may: "top_posts women_less women_years", kind: tdkt.APerson, judge: judgeHeldPost, tell: telling{seenHeldPost, traceHeldPost}},
		// Code was given for each step-th year of from..to.
		"given": {must: "code", may: "from to step", judge: judgeGiven, tell: telling{seenGiven, traceGiven}},
		// Code was given at least n times in from..to.
		"awards": {must: "code n", may: "from to", inSince: true, judge: judgeAwards, tell: telling{seenAwards, traceAwards}},
		// At least n initiatives of the kinds recognised at scope or wider in from..to.
		"initiatives": {
			must: "n scope kinds", may: "from to one_kind", kind: tdkt.APerson, inSince: true,
			judge: judgeInitiatives, tell: telling{seenInitiatives, traceInitiatives},
		},
		// The needs of the title code are met, whether or not it was given.
		"meets": {must: "code", many: judgeMeets},
		// Parts hold over the years since code was given; see judgeSince for which award.
		"since": {must: "code part", many: judgeSince},
		// Inside since: there are at least n years.
		"years": {must: "n", inSince: true, judge: judgeYears, tell: telling{seen: seenYears}},
		// Inside since: one of several combinations of awards.
		"combination": {must: "option", inSince: true, judge: judgeCombination, tell: telling{seenCombination, traceCombination}},
		// At least, or more than, percent of the members have code (or one of also) for the year.
		"share": {must: "code percent", may: "more also", kind: tdkt.AUnit, judge: judgeShare, tell: telling{seenShare, traceShare}},
		// Every member is rated level or better.
		"members-rated": {must: "level", kind: tdkt.AUnit, judge: judgeMembersRated, tell: telling{seenMembersRated, traceMembersRated}},
		// At least n members were given code for the year.
		"members-given": {must: "code n", kind: tdkt.AUnit, judge: judgeMembersGiven, tell: telling{seenMembersGiven, traceMembersGiven}},
		// No member has a discipline of form or graver decided in the year.
		"members-no-discipline": {
			must: "form", kind: tdkt.AUnit, judge: judgeMembersNoDiscipline, tell: telling{seenMembersNoDiscipline, traceMembersNoDiscipline},
		},
		// The unit is at least n years old at the end of the year.
		"unit-age": {must: "n", kind: tdkt.AUnit, judge: judgeUnitAge, tell: telling{seenUnitAge, traceDay}},
		// The unit is the office itself, or a part of one.
		"unit-place": {must: "place", kind: tdkt.AUnit, judge: judgeUnitPlace, tell: telling{seenUnitPlace, traceUnitPlace}},
	}
})

// employed says whether the person is employed in one of the ways, or no way is entered.
func (j *judging) employed(ways []string) bool {
	sub := &j.facts.subjects[j.sub]
	if sub.Kind != tdkt.APerson {
		return false
	}
	way := j.facts.Snapshot.People[sub.row].Employment
	return way == "" || slices.Contains(ways, string(way))
}

// tick is the row by which a person judged a manual need.
func (j *judging) tick(n *need) (*tdkt.Tick, bool) {
	rows := j.facts.ticks.of(j.sub)
	if len(rows) == 0 {
		return nil, false
	}
	title, id := canonical("", n.nested)
	kin := -1
	for _, x := range rows {
		switch {
		case x.year != j.year || x.title != title:
		case x.need == id:
			return &j.facts.Snapshot.Ticks[x.row], true
		case kin < 0 && slices.Contains(n.kin, x.need):
			kin = int(x.row)
		}
	}
	if kin < 0 {
		return nil, false
	}
	return &j.facts.Snapshot.Ticks[kin], true
}

func judgeManual(j *judging, n *need) Answer {
	t, ok := j.tick(n)
	if !ok {
		return Manual
	}
	return yesNo(t.Met)
}

func judgeRating(j *judging, n *need) Answer {
	if j.tooShort(n) {
		return No
	}
	ans := Yes
	for a, z := j.window(n); a <= z && ans != No; a++ {
		ans = and(ans, j.ratedOr(n, a))
	}
	return ans
}

// ratedOr is the rating of one year, or a title that does as well.
func (j *judging) ratedOr(n *need, year int) Answer {
	ans := j.rated(j.sub, year, n.rank)
	for _, c := range n.or {
		if ans == Yes {
			break
		}
		ans = or(ans, j.given(j.sub, c, year))
	}
	return ans
}

// given answers whether a code is given to a subject for a year.
func (j *judging) given(s, code, year int) Answer {
	if _, ok := given(j.bases(s, code), year, j.rules.codes[code].Yearly); ok {
		return Yes
	}
	return j.notGiven(s, code, year, year)
}

func judgeRatedYears(j *judging, n *need) Answer {
	sure, open := 0, 0
	for a, z := j.window(n); a <= z; a++ {
		switch j.ratedOr(n, a) {
		case Yes:
			sure++
		case Unknown:
			open++
		case No, Manual:
		}
	}
	return reach(sure, open, n.N)
}

// reach: yes when the sure ones suffice, no when sure and open ones do not.
func reach(sure, open, n int) Answer {
	switch {
	case sure >= n:
		return Yes
	case sure+open < n:
		return No
	}
	return Unknown
}

func judgeRegistered(j *judging, _ *need) Answer {
	if slices.ContainsFunc(j.facts.pledges.of(j.sub), func(p pledgeRow) bool { return int(p.year) == j.year }) {
		return Yes
	}
	return j.absent(tdkt.PledgeBook, j.year, j.year)
}

// served is the part of the year a person served.
func (j *judging) served() tdkt.Span {
	span, year := j.facts.subjects[j.sub].span, tdkt.YearSpan(j.year)
	year.From = max(year.From, span.From)
	if span.To != 0 {
		year.To = min(year.To, span.To)
	}
	return year
}

func judgeMonths(j *judging, n *need) Answer {
	s := j.served() // from New Year where the first day is not entered
	switch {
	case s.From.AddMonths(n.N) > s.To.Next():
		return No
	case j.facts.subjects[j.sub].span.From == 0:
		return Unknown
	}
	return Yes
}

// discipline is the first decision of at least a weight in the year.
func (f *Facts) discipline(s, year, weight int) (disciplineRow, bool) {
	for _, d := range f.disciplines.of(s) {
		if d.date.Year() == year && int(d.weight) >= weight {
			return d, true
		}
	}
	return disciplineRow{}, false
}

func judgeNoDiscipline(j *judging, n *need) Answer {
	_, any := j.facts.discipline(j.sub, j.year, n.weight)
	return yesNo(!any)
}

func judgeGiven(j *judging, n *need) Answer {
	ans := Yes
	for a, z := j.window(n); a <= z && ans != No; a += max(1, n.Step) {
		ans = and(ans, j.given(j.sub, n.code, a))
	}
	return ans
}

func judgeAwards(j *judging, n *need) Answer {
	a, z := j.window(n)
	return j.awarded(count{code: n.code, N: n.N}, a, z)
}

// count is how often the subject was given a code in the years a to z.
func (j *judging) count(code, a, z int) int {
	return countAwards(j.bases(j.sub, code), a, z, j.rules.codes[code].Yearly)
}

func judgeInitiatives(j *judging, n *need) Answer {
	a, z := j.window(n)
	if j.initiatives(n, a, z) >= n.N {
		return Yes
	}
	return j.absent(tdkt.InitiativeBook, a, z)
}

// initiatives counts those of the years a to z; of the kind there are most of
// where all must be of one kind.
func (j *judging) initiatives(n *need, a, z int) int {
	var have [2]int // sáng kiến, đề tài
	for _, x := range j.facts.initiatives.of(j.sub) {
		if y := x.year; a <= int(y) && int(y) <= z && int(x.scope) >= n.scope {
			have[ord(x.study)]++
		}
	}
	for i, k := range []tdkt.InitiativeKind{tdkt.Innovation, tdkt.Study} {
		if !slices.Contains(n.Kinds, string(k)) {
			have[i] = 0
		}
	}
	if n.OneKind {
		return max(have[0], have[1])
	}
	return have[0] + have[1]
}

func judgeYears(j *judging, n *need) Answer { return yesNo(j.year-j.after >= n.N) }

func judgeUnitAge(j *judging, n *need) Answer {
	founded := j.facts.origin(j.sub)
	if founded == 0 {
		return Unknown
	}
	return yesNo(founded.AddMonths(12*n.N) <= tdkt.LastDay(j.year))
}
