package law

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"

	"tdkt/internal/tdkt"
)

// Verdicts are the answers of a year to every title of everybody judged, in columns: a few
// bytes for each, without the findings behind it, which are worked out again for the few
// that somebody looks at. They are never changed after they were made.
type Verdicts struct {
	Year   int
	rules  *Rules
	facts  *Facts
	regime *Regime
	on     tdkt.Day
	named  func(s tdkt.Subject, title string) bool
	titles [2][]*Title // of people and of units: those asked of everybody, then those asked apart
	asked  [2]int      // how many of them are asked of everybody
	refuse [2][]uint16 // beside titles: see judging.refused
	cells  []verdict   // subject by subject
	marks  []YearMark  // by subject
	lacks  []uint8     // by subject: titles pledged whose answer is unknown
}

// verdict is one answer; asked is false for who is not judged and for a title asked apart
// that does not concern the subject.
type verdict struct {
	asked, hold bool
	answer      verdictAnswer
	open        uint8 // manual needs nobody has judged
}

// verdictAnswer is an Answer in one byte.
type verdictAnswer uint8

const (
	saysNo verdictAnswer = iota
	saysUnknown
	saysYes
)

// YearMark is what else of a subject is counted over a year.
type YearMark struct{ Judged, Pledged, Rated bool }

// YearMark says whether somebody is judged in a year, pledged anything for it and was rated.
func (f *Facts) YearMark(who tdkt.Subject, year int) YearMark {
	s, ok := f.place[who]
	if !ok || !f.judged(s, year) {
		return YearMark{}
	}
	return f.yearMark(s, year)
}

func (f *Facts) yearMark(s, year int) YearMark {
	_, rated := f.rating(s, year)
	pledged := slices.ContainsFunc(f.pledges.of(s), func(p pledgeRow) bool { return int(p.year) == year })
	return YearMark{Judged: true, Pledged: pledged, Rated: rated}
}

// Verdicts judges every title of everybody in the year, on as many processors as there
// are, and the titles asked apart of those they concern: see Apart. It stops when ctx ends.
func (r *Rules) Verdicts(ctx context.Context, f *Facts, year int, named func(s tdkt.Subject, title string) bool) (*Verdicts, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	v := &Verdicts{Year: year, rules: r, facts: f, regime: g, on: tdkt.LastDay(year), named: named}
	for i, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
		v.titles[i] = g.TitlesFor(kind)
		v.asked[i] = len(v.titles[i])
		for _, t := range g.Titles {
			if t.Apart && t.Kind == kind {
				v.titles[i] = append(v.titles[i], t)
			}
		}
		for _, t := range v.titles[i] {
			v.refuse[i] = append(v.refuse[i], g.refused(t.Level, v.on))
		}
	}
	n := len(f.subjects)
	v.cells, v.marks, v.lacks = make([]verdict, v.at(n)), make([]YearMark, n), make([]uint8, n)
	return v, v.judgeAll(ctx)
}

// stretch is how many subjects are judged between two looks at the context.
const stretch = 256

func (v *Verdicts) judgeAll(ctx context.Context) error {
	var wait sync.WaitGroup
	work := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			j := v.judging()
			for from := range work {
				for s := from; s < min(from+stretch, len(v.marks)); s++ {
					v.judge(j, s)
				}
			}
		})
	}
	// Units go first: the largest has everybody in it.
	starts := slices.Collect(func(yield func(int) bool) {
		for s := 0; s < len(v.marks); s += stretch {
			if !yield(s) {
				return
			}
		}
	})
	for _, s := range slices.Backward(starts) {
		if ctx.Err() != nil {
			break
		}
		work <- s
	}
	close(work)
	wait.Wait()
	return ctx.Err()
}

func (v *Verdicts) judging() *judging {
	return &judging{rules: v.rules, facts: v.facts, year: v.Year, on: v.on, brief: true, bare: true, folds: folds{}}
}

// kind is 0 for a person, 1 for a unit.
func (v *Verdicts) kind(s int) int { return ord(s >= v.facts.people) }

// at is where the answers of the subject at a place begin.
func (v *Verdicts) at(s int) int {
	people := min(s, v.facts.people)
	return people*len(v.titles[0]) + (s-people)*len(v.titles[1])
}

// judge answers for one subject.
func (v *Verdicts) judge(j *judging, s int) {
	k := v.kind(s)
	cells := v.cells[v.at(s):v.at(s+1)]
	if !v.facts.judged(s, v.Year) {
		clear(cells)
		v.marks[s], v.lacks[s] = YearMark{}, 0
		return
	}
	j.sub = s
	hold := v.facts.onHold(s, v.on)
	for i, t := range v.titles[k] {
		if !v.facts.asks(s, t) || i >= v.asked[k] && !j.heldPost(t) && !v.named(v.facts.subjects[s].Subject, t.Code) {
			cells[i] = verdict{}
			continue
		}
		j.open, j.refused = 0, v.refuse[k][i]
		answer := j.title(t)
		cells[i] = verdict{asked: true, hold: hold, answer: inByte(answer), open: uint8(min(j.open, 255))}
	}
	v.marks[s] = v.facts.yearMark(s, v.Year)
	v.lacks[s] = v.lacking(s, cells)
}

// lacking counts the titles a subject pledged whose answer is unknown.
func (v *Verdicts) lacking(s int, cells []verdict) (n uint8) {
	if !v.marks[s].Pledged {
		return 0
	}
	for i, t := range v.titles[v.kind(s)] {
		if c := cells[i]; c.asked && c.answer == saysUnknown && v.pledged(s, t.Code) {
			n++
		}
	}
	return n
}

// pledged says whether the subject pledged a title for the year.
func (v *Verdicts) pledged(s int, title string) bool {
	return slices.ContainsFunc(v.facts.pledges.of(s), func(p pledgeRow) bool {
		return int(p.year) == v.Year && v.facts.Snapshot.Pledges[p.row].Title == title
	})
}

func inByte(a Answer) verdictAnswer {
	switch a {
	case Yes:
		return saysYes
	case Unknown:
		return saysUnknown
	case No, Manual:
	}
	return saysNo
}

func (a verdictAnswer) answer() Answer {
	switch a {
	case saysYes:
		return Yes
	case saysUnknown:
		return Unknown
	case saysNo:
	}
	return No
}

// After are the answers by facts of which only those of these subjects may differ: facts
// that After made of v's own.
func (v *Verdicts) After(f *Facts, whom map[tdkt.Subject]bool, named func(s tdkt.Subject, title string) bool) *Verdicts {
	n := *v
	n.facts, n.named = f, named
	n.cells, n.marks, n.lacks = slices.Clone(v.cells), slices.Clone(v.marks), slices.Clone(v.lacks)
	j := n.judging()
	for who := range whom {
		if s, ok := f.place[who]; ok {
			n.judge(j, s)
		}
	}
	return &n
}

// result is an answer without findings.
func (v *Verdicts) result(s, i int) (Result, bool) {
	c := v.cells[v.at(s)+i]
	if !c.asked {
		return Result{}, false
	}
	sub, t := &v.facts.subjects[s], v.titles[v.kind(s)][i]
	r := Result{
		Year: v.Year, Code: sub.code, Kind: sub.Kind, Title: t.Code, Regime: v.regime.ID, Answer: c.answer.answer(),
		Hold: c.hold, ManualOpen: int(c.open), Subject: sub.Subject,
	}
	if len(v.facts.exceptions) > 0 {
		r.Exceptions = v.facts.exceptions[cause{v.Year, sub.Subject, t.Code}]
	}
	return r, true
}

// All yields the answers without their findings: people by code, then units by code, titles
// in the regime's order; those asked apart come last.
func (v *Verdicts) All() iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for _, apart := range []bool{false, true} {
			for s := range v.marks {
				k := v.kind(s)
				from, to := 0, v.asked[k]
				if apart {
					from, to = to, len(v.titles[k])
				}
				for i := from; i < to; i++ {
					if r, ok := v.result(s, i); ok && !yield(r) {
						return
					}
				}
			}
		}
	}
}

// Of yields the answers to one title of a kind of subject, by code.
func (v *Verdicts) Of(kind tdkt.SubjectKind, title string) iter.Seq[Result] {
	k := ord(kind == tdkt.AUnit)
	i := slices.IndexFunc(v.titles[k], func(t *Title) bool { return t.Code == title })
	from, to := 0, v.facts.people
	if kind == tdkt.AUnit {
		from, to = v.facts.people, len(v.marks)
	}
	return func(yield func(Result) bool) {
		for s := from; i >= 0 && s < to; s++ {
			if r, ok := v.result(s, i); ok && !yield(r) {
				return
			}
		}
	}
}

// People counts the people judged in the year, and of them those of whom the mark holds.
func (v *Verdicts) People(holds func(YearMark) bool) (all, held int) {
	for _, m := range v.marks[:v.facts.people] {
		all += ord(m.Judged)
		held += ord(m.Judged && holds(m))
	}
	return all, held
}

// Lacking counts the titles pledged whose answer is unknown, and names the first.
func (v *Verdicts) Lacking() (n int, first tdkt.Subject, title string) {
	for s, lacks := range v.lacks {
		if lacks == 0 {
			continue
		}
		if n == 0 {
			first, title = v.firstLacking(s)
		}
		n += int(lacks)
	}
	return n, first, title
}

func (v *Verdicts) firstLacking(s int) (tdkt.Subject, string) {
	for i, t := range v.titles[v.kind(s)] {
		if c := v.cells[v.at(s)+i]; c.asked && c.answer == saysUnknown && v.pledged(s, t.Code) {
			return v.facts.subjects[s].Subject, t.Code
		}
	}
	return v.facts.subjects[s].Subject, ""
}
