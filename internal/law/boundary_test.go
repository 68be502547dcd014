package law

import (
	"fmt"
	"testing"

	"tdkt/internal/tdkt"
)

// A lab holds made-up facts of one subject in a year whose books are all closed,
// so that each number of the rules can be tried on both sides.
type lab struct {
	r     *Rules
	g     *Regime
	t     *Title
	year  int
	s     *tdkt.Snapshot
	who   tdkt.Subject
	since *need // the need whose part is tried, nil at the top
}

// newLab starts with a subject that has served, or been founded, since 1990, and
// with the award a part is counted from, given back years before.
func newLab(r *Rules, g *Regime, t *Title, since *need) *lab {
	l := &lab{r: r, g: g, t: t, year: g.From + 1, since: since}
	l.s = &tdkt.Snapshot{Units: []tdkt.Unit{{ID: "u", Code: "U", Name: "Phòng", Founded: tdkt.Date(1990, 1, 1)}}}
	l.who = tdkt.UnitSubject("u")
	if t.Kind == tdkt.APerson {
		l.who = tdkt.PersonSubject("p")
		l.s.People = []tdkt.Person{{ID: "p", Code: "P", Name: "An", Unit: "u", Start: tdkt.Date(1990, 1, 1)}}
	}
	for y := 1990; y <= l.year; y++ {
		row := tdkt.Year{Year: y}
		for _, b := range tdkt.Books() {
			row.SetClosed(b, true)
		}
		l.s.Years = append(l.s.Years, row)
	}
	return l
}

func (l *lab) start(last int) {
	if l.since != nil {
		l.award(l.who, l.since.Code, last)
	}
}

func (l *lab) award(who tdkt.Subject, code string, year int) {
	l.s.Awards = append(l.s.Awards, tdkt.Award{Subject: who, Code: code, From: year, To: year})
}

func (l *lab) rate(who tdkt.Subject, year, rank int) {
	all := tdkt.Levels()
	l.s.Ratings = append(l.s.Ratings, tdkt.Rating{Year: year, Subject: who, Level: all[len(all)-rank]})
}

func (l *lab) members(n int) []tdkt.Subject {
	var out []tdkt.Subject
	for i := range n {
		id := tdkt.ID(fmt.Sprintf("m%03d", i))
		l.s.People = append(l.s.People, tdkt.Person{ID: id, Code: string(id), Name: "Bình", Unit: "u", Start: tdkt.Date(2000, 1, 1)})
		out = append(out, tdkt.PersonSubject(id))
	}
	return out
}

// finding judges the title and gives the finding of the need.
func (l *lab) finding(t *testing.T, id string) Answer {
	t.Helper()
	res, err := l.r.Judge(NewFacts(l.s, l.r), Question{Year: l.year, Subject: l.who, Title: l.t.Code})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Findings {
		if f.Need == id {
			return f.Answer
		}
	}
	t.Fatalf("no finding %s", id)
	return ""
}

// trial fills a lab so that the need is just met, or with one less not met.
type trial func(l *lab, n *need, less int)

// back is how many years ago the award was given that a part is counted from: more than any
// part looks back on.
const back = 15

// span is the years a need looks at.
func (l *lab) span(n *need) (a, z int) {
	switch {
	case l.since == nil:
		return l.year + n.From, l.year + n.To
	case n.Last > 0:
		return l.year - n.Last + 1, l.year
	}
	return l.year - back + 1, l.year - n.ExceptLast
}

// trials lists, by verb, how to come to each side of each number.
func trials() map[string][]trial {
	return map[string][]trial{
		"rating": {tryRating}, "rated-years": {tryRatedYears}, "months": {tryMonths}, "given": {tryGiven},
		"awards": {tryAwards}, "initiatives": {tryInitiatives, tryScope}, "years": {tryYears}, "since": {trySince},
		"share": {tryShare}, "members-given": {tryMembersGiven}, "members-rated": {tryMembersRated}, "unit-age": {tryUnitAge},
		"held-post": {tryHeldPost, tryHeldByWoman, tryHeldToTheEnd}, "no-discipline": {tryDiscipline}, "members-no-discipline": {tryMemberDiscipline},
	}
}

func tryRating(l *lab, n *need, less int) {
	l.start(l.year - back)
	a, z := l.span(n)
	l.rate(l.who, a, n.rank-less)
	for y := a + 1; y <= z; y++ {
		l.rate(l.who, y, n.rank)
	}
}

func tryRatedYears(l *lab, n *need, less int) {
	l.start(l.year - back)
	a, z := l.span(n)
	for y := a; y <= z; y++ {
		l.rate(l.who, y, n.rank-ord(y-a >= n.N-less))
	}
}

func tryMonths(l *lab, n *need, less int) {
	n10 := max(n.N, 10*ord(n.Local != ""))
	l.s.People[0].Start = tdkt.Date(l.year, 13-n10, 1+less)
	if n.Local != "" {
		l.s.Locals = append(l.s.Locals, tdkt.Local{Year: l.year, Key: n.Local, Value: "10"})
	}
}

func tryHeldPost(l *lab, n *need, less int) { l.hold(n, tdkt.Male, 12*n.N, less) }

// tryHeldToTheEnd: an open post lasts no longer than the service.
func tryHeldToTheEnd(l *lab, n *need, less int) {
	l.hold(n, tdkt.Male, 12*n.N, 0)
	end := tdkt.LastDay(l.year)
	for range less {
		end = end.Prev()
	}
	l.s.People[0].End = end
}

func tryHeldByWoman(l *lab, n *need, less int) {
	l.hold(n, tdkt.Female, n.womenMonths(), less)
}

// hold has somebody in the post for so many months to the end of the year, less as many
// days, and in another one before.
func (l *lab) hold(n *need, sex tdkt.Sex, months, less int) {
	l.s.People[0].Sex = sex
	from := tdkt.FirstDay(l.year + 1).AddMonths(-months)
	for range less {
		from = from.Next()
	}
	l.s.Posts = []tdkt.Post{
		{Person: "p", From: tdkt.Date(1990, 1, 1), To: from.Prev(), Unit: "u", Position: "Chuyên viên"},
		{Person: "p", From: from, Unit: "u", Position: n.Posts[0] + " Nội vụ"},
	}
}

func tryGiven(l *lab, n *need, less int) {
	a, z := l.span(n)
	for y := a + less*max(1, n.Step); y <= z; y += max(1, n.Step) {
		l.award(l.who, n.Code, y)
	}
}

func tryAwards(l *lab, n *need, less int) {
	l.start(l.year - back)
	_, z := l.span(n)
	for i := range n.N - less {
		l.award(l.who, n.Code, z-i)
	}
}

func tryInitiatives(l *lab, n *need, less int) {
	l.start(l.year - back)
	a, z := l.span(n)
	for i := range n.N - less {
		l.s.Initiatives = append(l.s.Initiatives, tdkt.Initiative{
			Year: []int{a, z}[i%2], Person: l.who.ID, Kind: tdkt.InitiativeKind(n.Kinds[0]), Scope: tdkt.Scope(n.Scope),
		})
	}
}

// tryScope has all but the last as wide as asked, or one step narrower.
func tryScope(l *lab, n *need, less int) {
	tryInitiatives(l, n, 0)
	last := &l.s.Initiatives[len(l.s.Initiatives)-1]
	if n.scope-less == 0 {
		last.Year = l.year + 1 // there is nothing narrower: outside the years instead
		return
	}
	last.Scope = tdkt.Scopes()[n.scope-less-1]
}

func tryYears(l *lab, n *need, less int) { l.start(l.year - n.N + less) }

func trySince(l *lab, n *need, less int) { l.award(l.who, n.Code, l.year-1+less) }

func tryShare(l *lab, n *need, less int) {
	for _, m := range l.members(100)[:n.Percent+ord(n.More)-less] {
		l.award(m, n.Code, l.year)
	}
}

func tryMembersGiven(l *lab, n *need, less int) {
	for _, m := range l.members(10)[:n.N-less] {
		l.award(m, n.Code, l.year)
	}
}

func tryMembersRated(l *lab, n *need, less int) {
	for i, m := range l.members(3) {
		l.rate(m, l.year, n.rank-less*ord(i == 0))
	}
}

func tryUnitAge(l *lab, n *need, less int) {
	l.s.Units[0].Founded = tdkt.Date(l.year-n.N, 12, 31).AddMonths(12 * less)
}

func tryDiscipline(l *lab, n *need, less int) {
	weight := max(n.weight, 2*ord(n.Local != ""))
	if n.Local != "" {
		l.s.Locals = append(l.s.Locals, tdkt.Local{Year: l.year, Key: n.Local, Value: string(tdkt.Warning)})
	}
	l.discipline("p", weight-1+less)
}

func tryMemberDiscipline(l *lab, n *need, less int) {
	l.members(3)
	l.discipline("m001", n.weight-1+less)
}

func (l *lab) discipline(id tdkt.ID, weight int) {
	if weight > 0 {
		l.s.Disciplines = append(l.s.Disciplines, tdkt.Discipline{
			Person: id, Form: tdkt.Penalties()[weight-1], Date: tdkt.FirstDay(l.year),
		})
	}
}

// Each number of each rule file must decide exactly where it stands: met at the
// number, not met one below. The facts are made from the rules, so a number that
// is changed is tried anew.
func TestEveryNumberOnBothSides(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	tried := map[string]int{}
	for _, g := range r.Regimes {
		for _, title := range g.Titles {
			for _, n := range title.all() {
				tryNeed(t, newLabOf(r, g, title, nil), n, tried)
				for _, p := range n.Part {
					tryNeed(t, newLabOf(r, g, title, n), p, tried)
				}
			}
		}
	}
	for verb := range trials() {
		if tried[verb] == 0 {
			t.Errorf("verb %s: no need of it was tried", verb)
		}
	}
}

func newLabOf(r *Rules, g *Regime, title *Title, since *need) func() *lab {
	return func() *lab { return newLab(r, g, title, since) }
}

func tryNeed(t *testing.T, lab func() *lab, n *need, tried map[string]int) {
	t.Helper()
	for _, try := range trials()[n.Verb] {
		tried[n.Verb]++
		for less, want := range []Answer{Yes, No} {
			l := lab()
			try(l, n, less)
			if got := l.finding(t, n.ID); got != want {
				t.Errorf("%s %s (%s) need %s, %d below its number: answer %s, want %s",
					l.g.ID, l.t.Code, l.t.Kind, n.ID, less, got, want)
			}
		}
	}
	if n.Verb == "combination" {
		tryCombination(t, lab, n)
	}
	if n.Last > 0 {
		tryLast(t, lab, n)
	}
}

// tryCombination takes each award of each option one below its count.
func tryCombination(t *testing.T, lab func() *lab, n *need) {
	t.Helper()
	for i, o := range n.Option {
		for short := -1; short < len(o.Count); short++ {
			l := lab()
			l.start(l.year - back)
			for y := l.year - back + 1; y <= l.year; y++ { // so that the first award is the best start
				l.rate(l.who, y, levelRank(tdkt.Excellent))
			}
			for k, c := range o.Count {
				for y := range c.N - ord(k == short) {
					l.award(l.who, c.Code, l.year-y)
				}
			}
			want := yesNo(short < 0)
			if got := l.finding(t, n.ID); got != want {
				t.Errorf("%s %s option %d, award %d one short: answer %s, want %s", l.g.ID, l.t.Code, i+1, short, got, want)
			}
		}
	}
}

// tryLast has the award that begins the count just before the last years, and a
// year later.
func tryLast(t *testing.T, lab func() *lab, n *need) {
	t.Helper()
	for late, want := range []Answer{Yes, No} {
		l := lab()
		l.start(l.year - n.Last + late)
		for y := l.year - n.Last + 1; y <= l.year; y++ {
			l.rate(l.who, y, n.rank)
		}
		if got := l.finding(t, n.ID); got != want {
			t.Errorf("%s %s need %s, start %d late: answer %s, want %s", l.g.ID, l.t.Code, n.ID, late, got, want)
		}
	}
}
