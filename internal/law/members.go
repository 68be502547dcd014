package law

import "tdkt/internal/tdkt"

// titleBook is the book in which awards are entered.
const titleBook = tdkt.TitleBook

// roll is the members on 31 December of the year judged.
func (j *judging) roll() []int {
	return j.facts.members(j.facts.yearRoster(j.year), j.sub)
}

// poll counts the members by answer.
func (j *judging) poll(ask func(person int) Answer) (yes, open, all int) {
	for _, p := range j.roll() {
		switch ask(p) {
		case Yes:
			yes++
		case Unknown:
			open++
		case No, Manual:
		}
		all++
	}
	return yes, open, all
}

// holder answers whether a member has the code of a share, or one that counts as it.
func (j *judging) holder(n *need, person int) Answer {
	ans := j.given(person, n.code, j.year)
	for _, c := range n.also {
		if ans == Yes {
			break
		}
		ans = or(ans, j.given(person, c, j.year))
	}
	return ans
}

func judgeShare(j *judging, n *need) Answer {
	yes, open, all := j.poll(func(p int) Answer { return j.holder(n, p) })
	switch {
	case all == 0:
		return Unknown
	case n.reaches(yes, all):
		return Yes
	case !n.reaches(yes+open, all):
		return No
	}
	return Unknown
}

// reaches says whether part of all is the share asked for, in whole numbers.
func (n *need) reaches(part, all int) bool {
	if n.More {
		return part*100 > n.Percent*all
	}
	return part*100 >= n.Percent*all
}

// judgeMembersRated leaves out members whom a closed book has no rating of.
func judgeMembersRated(j *judging, n *need) Answer {
	ans, rated := Yes, false
	for _, p := range j.roll() {
		if j.leftOut(p) {
			continue
		}
		rated = true
		ans = and(ans, j.rated(p, j.year, n.rank))
	}
	if !rated {
		return Unknown
	}
	return ans
}

// leftOut: the rating book is closed without this member.
func (j *judging) leftOut(person int) bool {
	_, ok := j.facts.rating(person, j.year)
	return !ok && j.facts.Closed(j.year, tdkt.RatingBook) && !j.rules.unfounded(j.facts, person, j.year)
}

func judgeMembersGiven(j *judging, n *need) Answer {
	yes, open, all := j.poll(func(p int) Answer { return j.given(p, n.code, j.year) })
	if all == 0 {
		return Unknown
	}
	return reach(yes, open, n.N)
}

func judgeMembersNoDiscipline(j *judging, n *need) Answer {
	_, _, all := j.poll(func(int) Answer { return Yes })
	if all == 0 {
		return Unknown
	}
	return yesNo(len(j.disciplined(n)) == 0)
}

// disciplined lists the members with a decision of the need's form or graver in the year.
func (j *judging) disciplined(n *need) []int {
	var out []int
	for _, p := range j.roll() {
		if _, any := j.facts.discipline(p, j.year, n.weight); any {
			out = append(out, p)
		}
	}
	return out
}
