package law

import "tdkt/internal/tdkt"

// people turns places into subjects.
func (j *judging) people(places []int) []tdkt.Subject {
	out := make([]tdkt.Subject, 0, len(places))
	for _, p := range byCode(places) {
		out = append(out, j.facts.subjects[p].Subject)
	}
	return out
}

func traceShare(j *judging, n *need) traced {
	ask := func(p int) Answer { return j.holder(n, p) }
	return j.traceHolders(append([]int{n.code}, n.also...), ask, 0)
}

func traceMembersGiven(j *judging, n *need) traced {
	ask := func(p int) Answer { return j.given(p, n.code, j.year) }
	yes, _, _ := j.poll(ask)
	return j.traceHolders([]int{n.code}, ask, n.N-yes)
}

// traceHolders are the titles of members that count, and the members whose title is
// not entered; atLeast says how many titles are wanting, 0 for one of each member.
func (j *judging) traceHolders(codes []int, ask func(person int) Answer, atLeast int) traced {
	if len(j.roll()) == 0 {
		return traced{missing: j.lackMembers()}
	}
	var out traced
	for _, p := range byCode(j.asked(Yes, ask)) {
		for _, c := range codes {
			if x, ok := j.facts.award(p, c, j.year, j.rules.codes[c].Yearly); ok {
				out.rows = append(out.rows, j.awardRow(x))
				break
			}
		}
	}
	open := j.people(j.asked(Unknown, ask))
	out.missing = j.lackAwards(open, codes[:1], []int{j.year}, atLeast)
	return out
}

func traceMembersRated(j *judging, n *need) traced {
	if len(j.roll()) == 0 {
		return traced{missing: j.lackMembers()}
	}
	var out traced
	for _, p := range byCode(j.roll()) {
		if x, ok := j.facts.rating(p, j.year); ok {
			out.rows = append(out.rows, j.ratingRow(x))
		}
	}
	open := j.asked(Unknown, func(p int) Answer { return j.rated(p, j.year, n.rank) })
	out.missing = j.lackRating(j.people(open), []int{j.year})
	if len(open) == 0 { // the book is closed without a rating of anybody
		out.missing = []Missing{{
			Noun: tdkt.NounRating, Subjects: j.people(j.roll()), Years: []int{j.year},
			Text: "Mở lại sổ xếp loại " + inYears([]int{j.year}) + " và nhập xếp loại của người trong đơn vị.",
		}}
	}
	return out
}

func traceMembersNoDiscipline(j *judging, n *need) traced {
	out := traced{missing: j.lackMembers()}
	for _, p := range byCode(j.disciplined(n)) {
		if d, any := j.facts.discipline(p, j.year, n.weight); any {
			out.rows = append(out.rows, j.disciplineRow(d))
		}
	}
	return out
}
