package law

import "slices"

// judgeMeets judges the needs of another title: one finding for the whole, then
// that title's own.
func judgeMeets(j *judging, n *need) Answer {
	if j.bare {
		j.nested = true
		a := j.title(n.title)
		j.nested = false
		return a
	}
	at := len(j.out)
	j.add(n, Unknown, telling{})
	j.nested = true
	a := j.title(n.title)
	j.nested = false
	j.out[at].Answer = a
	inner := slices.Clone(j.out[at+1:])
	if j.hope != nil {
		today := judging{rules: j.rules, facts: j.facts, sub: j.sub, year: j.year, on: j.on, brief: true, refused: j.refused}
		j.now[at] = today.title(n.title)
		for i := range inner {
			inner[i].Answer = j.now[at+1+i]
		}
	}
	if !j.brief {
		j.out[at].Seen = tallied(inner)
	}
	if g := j.rules.Regulation(j.year); g != nil && slices.ContainsFunc(inner, func(f Finding) bool { return f.Province }) {
		j.out[at].Cite += "; " + g.cite("") // what the province asks of the inner title it asks here
	}
	return a
}

// start is an award to count from: one that was given, or one that may still be entered.
type start struct {
	row   int // place among the rows of the code, -1 where it is not entered
	after int // its last year
	found bool
}

// judgeSince judges the parts over the years since an award. Each award of the code before
// the year may be the start, and so may one that is not entered yet, in each year whose
// book takes entries. The start that answers best is shown: one that was given before one
// that may have been, the latest among equals.
func judgeSince(j *judging, n *need) Answer {
	from, best := j.givenStart(n)
	if j.bare {
		if best == No && j.mayStart(n) {
			best = Unknown
		}
		return best
	}
	if best != Yes {
		maybe, ans := j.openStart(n)
		if maybe.found && (!from.found || best == No && ans == Unknown) {
			from, best = maybe, ans
		}
	}
	if !from.found {
		j.add(n, No, telling{seen: seenNoStart})
		return j.without(n.Part)
	}
	j.after = from.after
	switch {
	case from.row >= 0:
		j.add(n, Yes, telling{seenStart, traceStart})
	case best == No:
		j.add(n, Unknown, telling{seen: seenOpenStart}) // entering it would not help
	default:
		j.add(n, Unknown, telling{seenOpenStart, traceOpenStart})
	}
	for _, p := range n.Part {
		j.need(p)
	}
	j.after = 0
	return best
}

// givenStart is the given award to count from and what the parts answer from there; not
// found when none lies before the year.
func (j *judging) givenStart(n *need) (start, Answer) {
	var from start
	best := No
	for i, x := range slices.Backward(j.bases(j.sub, n.code)) {
		if int(x.to) >= j.year {
			continue
		}
		if ans := j.parts(n, int(x.to)); !from.found || ans != best && or(ans, best) == ans {
			from, best = start{i, int(x.to), true}, ans
		}
		if best == Yes {
			break
		}
	}
	return from, best
}

// openStart is the award to count from that may still be entered: of the years from which
// no part fails the one that lacks the fewest facts, the latest among equals. Where parts
// fail from each of them it is a year that tells why, and the answer is no.
func (j *judging) openStart(n *need) (start, Answer) {
	open := j.facts.open(titleBook, spanOf(j.firstStart(), j.year-1))
	if len(open) == 0 {
		return start{}, No
	}
	useful := j.usefulStarts(n, open)
	if len(useful) == 0 {
		return start{-1, j.tellingStart(n, open), true}, No
	}
	best := start{row: -1}
	fewest := 0
	for _, y := range slices.Backward(useful) {
		if lacks := j.lacks(n, y); !best.found || lacks < fewest {
			best.after, best.found, fewest = y, true, lacks
		}
	}
	return best, Unknown
}

// firstStart is the first year that may hold an award: of service or of founding, or a
// working life ago where that is not entered.
func (j *judging) firstStart() int {
	if first := j.facts.origin(j.sub); first != 0 {
		return first.Year()
	}
	return j.year - workingLife
}

// workingLife is how many years back an award is looked for when the first day is not entered.
const workingLife = 45

// usefulStarts keeps the years from which no part fails. A part that must hold in each year
// since fails from all years before one that breaks it; any other part that fails from a
// year fails from every later one.
func (j *judging) usefulStarts(n *need, open []int) []int {
	i, _ := slices.BinarySearch(open, j.leastStart(n, open[0]))
	z := i
	for z < len(open) && j.mayHold(n, open[z]) {
		z++
	}
	return open[i:z]
}

// leastStart is the first year, of a first one and those after it, that no part rules out
// which must hold in each year since.
func (j *judging) leastStart(n *need, least int) int {
	defer j.countFrom(j.after)
	j.after = 0
	for _, p := range n.Part {
		if p.asked(j.year) && p.eachYear() {
			least = max(least, j.lastBreak(p, least))
		}
	}
	return least
}

// mayStart says whether there are useful starts, without listing them.
func (j *judging) mayStart(n *need) bool {
	y, open := j.openFrom(j.firstStart())
	if open {
		y, open = j.openFrom(j.leastStart(n, y))
	}
	return open && j.mayHold(n, y)
}

// openFrom is the first of the years before the one judged, from y on, that still takes titles.
func (j *judging) openFrom(y int) (int, bool) {
	for ; y < j.year; y++ {
		if !j.facts.Closed(y, titleBook) {
			return y, true
		}
	}
	return 0, false
}

// eachYear says whether the part must hold in each year since the award.
func (n *need) eachYear() bool { return n.Verb == "rating" && n.Last == 0 }

// lastBreak is the latest year that breaks a part of each year, least when none after it does.
func (j *judging) lastBreak(p *need, least int) int {
	for y := j.year - p.ExceptLast; y > least; y-- {
		if j.ratedOr(p, y) == No {
			return y
		}
	}
	return least
}

// mayHold says whether no part fails, but for those that must hold in each year.
func (j *judging) mayHold(n *need, after int) bool {
	defer j.countFrom(j.after)
	j.after = after
	return !slices.ContainsFunc(n.Part, func(p *need) bool { return p.asked(j.year) && !p.eachYear() && p.verb.judge(j, p) == No })
}

// tellingStart is the open year that shows best why no award would do: the latest from
// which only years in between fail, else the first of all.
func (j *judging) tellingStart(n *need, open []int) int {
	if !j.mayHold(n, open[0]) {
		return open[0]
	}
	i := len(open) - 1
	for i > 0 && !j.mayHold(n, open[i]) {
		i--
	}
	return open[i]
}

// countFrom sets the award's last year that the parts count from.
func (j *judging) countFrom(after int) { j.after = after }

// parts is what the parts answer over the years after one.
func (j *judging) parts(n *need, after int) Answer {
	defer j.countFrom(j.after)
	j.after = after
	ans := Yes
	for _, p := range n.Part {
		if !p.asked(j.year) {
			continue
		}
		if ans = and(ans, p.verb.judge(j, p)); ans == No {
			break
		}
	}
	return ans
}

// lacks is how many facts are wanting until the parts hold from a year on.
func (j *judging) lacks(n *need, after int) int {
	defer j.countFrom(j.after)
	j.after = after
	total := 0
	for _, p := range n.Part {
		if p.asked(j.year) {
			total += j.wanting(p)
		}
	}
	return total
}

// wanting is how many facts must be entered until a part holds that has not failed.
func (j *judging) wanting(p *need) int {
	a, z := j.window(p)
	switch p.Verb {
	case "rating":
		n := 0
		for ; a <= z; a++ {
			n += ord(j.ratedOr(p, a) == Unknown)
		}
		return n
	case "rated-years":
		n := p.N
		for ; a <= z; a++ {
			n -= ord(j.ratedOr(p, a) == Yes)
		}
		return max(0, n)
	case "awards":
		return max(0, p.N-j.count(p.code, a, z))
	case "initiatives":
		return max(0, p.N-j.initiatives(p, a, z))
	case "combination":
		_, n := j.cheapest(p)
		return n
	}
	return 0
}

// cheapest is the option of a combination that wants the fewest awards of those that may
// still come true, and how many it wants; nil when none may.
func (j *judging) cheapest(n *need) (best *option, wants int) {
	a, z := j.window(n)
	for i := range n.Option {
		o, lacks, may := &n.Option[i], 0, Yes
		for _, c := range o.Count {
			lacks += max(0, c.N-j.count(c.code, a, z))
			may = and(may, j.awarded(c, a, z))
		}
		if may != No && (best == nil || lacks < wants) {
			best, wants = o, lacks
		}
	}
	return best, wants
}

// without judges parts while there is no award to count from: those that look at
// the last so many years have their own answer, the others share the award's.
func (j *judging) without(parts []*need) Answer {
	for _, p := range parts {
		switch {
		case !p.asked(j.year):
		case p.Last > 0:
			j.need(p)
		default:
			j.add(p, No, telling{seen: seenNoYears})
		}
	}
	return No
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
