package law

import "slices"

// judgeMeets judges the needs of another title: one finding for the whole, then
// that title's own.
func judgeMeets(j *judging, n *need) Answer {
	at := len(j.out)
	j.add(n, Unknown, telling{})
	j.nested = true
	a := j.title(n.title)
	j.nested = false
	j.out[at].Answer = a
	inner := slices.Clone(j.out[at+1:])
	if j.hope != nil {
		today := judging{rules: j.rules, facts: j.facts, sub: j.sub, year: j.year, brief: true}
		j.now[at] = today.title(n.title)
		for i := range inner {
			inner[i].Answer = j.now[at+1+i]
		}
	}
	if !j.brief {
		j.out[at].Seen = tallied(inner)
	}
	return a
}

// judgeSince judges the parts over the years since an award. Each award of the
// code before the year may be the start; the one that answers best is shown, the
// latest among equals.
func judgeSince(j *judging, n *need) Answer {
	rows := j.facts.ofCode(j.sub, n.code)
	start, best := j.start(n, rows)
	if start < 0 {
		best = No
		if len(rows) == 0 {
			best = j.never(n.code, j.lastStart())
		}
		j.add(n, best, telling{seenNoStart, traceNoStart})
		return and(best, j.without(n.Part, best))
	}
	j.after = rows[start].to
	j.add(n, Yes, telling{seenStart, traceStart})
	for _, p := range n.Part {
		j.need(p)
	}
	j.after = 0
	return best
}

// start is the award to count from and what the parts answer from there; -1 when
// none lies before the year.
func (j *judging) start(n *need, rows []awardRow) (int, Answer) {
	start, best := -1, No
	for i, x := range slices.Backward(rows) {
		if x.to >= j.year {
			continue
		}
		j.after = x.to
		ans := Yes
		for _, p := range n.Part {
			ans = and(ans, p.verb.judge(j, p))
		}
		j.after = 0
		if start < 0 || ans != best && or(ans, best) == ans {
			start, best = i, ans
		}
		if best == Yes {
			break
		}
	}
	return start, best
}

// without judges parts while there is no award to count from: those that look at
// the last so many years have their own answer, the others share the award's.
func (j *judging) without(parts []*need, a Answer) Answer {
	all := a
	for _, p := range parts {
		if p.Last > 0 {
			mine, _ := j.need(p)
			all = and(all, mine)
			continue
		}
		j.add(p, a, telling{seen: seenNoYears})
	}
	return all
}

// judgeCombination: any option will do. In an option every count must be reached.
func judgeCombination(j *judging, n *need) Answer {
	a, z := j.window(n)
	best := No
	for _, o := range n.Option {
		ans := Yes
		for _, c := range o.Count {
			ans = and(ans, j.awarded(c, a, z))
		}
		best = or(best, ans)
	}
	return best
}
