package law

import (
	"slices"

	"tdkt/internal/tdkt"
)

// Clause is one rule of the rating book that a case can answer one way or another.
type Clause struct {
	Scheme, ID string
	Kind       tdkt.SubjectKind
	Ways       []Answer // that cases have to show
}

// ClauseAnswer is how a clause came out for one subject.
type ClauseAnswer struct {
	Scheme, ID string
	Kind       tdkt.SubjectKind
	Answer     Answer
}

// The clauses that every scheme of marks has, by their names in the table of coverage.
const (
	clauseLevel      = "muc-"
	clauseMean       = "trung-binh"
	clauseFrom       = "truoc-hieu-luc"
	clauseQuarterly  = "theo-quy"
	clauseMovedOn    = "chuyen-don-vi"
	clauseWork       = "ket-qua-viec"
	clauseLeave      = "nghi"
	clauseMonths     = "6-thang"
	clauseDiscipline = "ky-luat"
	clauseHead       = "nguoi-dung-dau"
	clauseWorkers    = "nguoi-lao-dong"
	clauseFallback   = "chuyen-tiep"
	clauseDecide     = "truoc-ky-cuoi"
	clausePetition   = "kien-nghi"
	clauseCap        = "ty-le"
	clauseGroup      = "ty-le-nhom"
	clauseHigher     = "ty-le-cao-hon"
	clauseUnit       = "don-vi-"
	clauseUnitCap    = "don-vi-ty-le"
	clauseUnitFew    = "don-vi-ty-le-it"
	clauseUnitHigher = "don-vi-ty-le-cao-hon"
)

// Clauses lists what the rating book can be asked, scheme by scheme.
func (r *Rules) Clauses() []Clause {
	var out []Clause
	for _, s := range r.ratings {
		out = append(out, s.clauses()...)
	}
	return out
}

func (s *RatingScheme) clauses() []Clause {
	var out []Clause
	add := func(there bool, kind tdkt.SubjectKind, id string, ways ...Answer) {
		if there {
			out = append(out, Clause{s.ID, id, kind, ways})
		}
	}
	person := func(there bool, id string, ways ...Answer) { add(there, tdkt.APerson, id, ways...) }
	for _, l := range s.Levels {
		person(l.Points > 0, clauseLevel+string(l.Level), Yes, No, Unknown)
	}
	m := s.Marks
	person(m != nil, clauseMean, Yes, Unknown)
	person(m != nil && m.From != 0, clauseFrom, Yes, No)
	person(m != nil && m.quarterly != "", clauseQuarterly, Yes, No)
	person(m != nil && m.Moved.Why != "", clauseMovedOn, Yes, No)
	person(m != nil && m.Product != nil, clauseWork, Yes, No)
	person(s.Leave != nil, clauseLeave, Yes, No)
	person(s.Months != nil, clauseMonths, Yes, No)
	person(s.Discipline != nil, clauseDiscipline, Yes, No)
	for _, x := range s.Facts {
		person(true, x.Key, Yes, No)
	}
	person(s.Head != nil, clauseHead, Yes, No, Unknown)
	person(s.Workers != nil, clauseWorkers, Yes, No, Unknown)
	person(s.Fallback != nil, clauseFallback, Yes, No)
	person(s.Decide != nil, clauseDecide, Yes, No)
	person(s.Petition != nil, clausePetition, Yes)
	person(true, clauseCap, Yes, No)
	person(s.Cap.Groups, clauseGroup, Yes, No)
	person(s.Cap.PercentExcellent > 0, clauseHigher, Yes, No)
	if u := s.UnitRules; u != nil {
		for _, l := range u.Levels {
			add(l.Points > 0, tdkt.AUnit, clauseUnit+clauseLevel+string(l.Level), Yes, No, Unknown)
		}
		for _, n := range u.Needs {
			add(true, tdkt.AUnit, clauseUnit+string(n.Level)+"-"+n.key(), Yes, No, Unknown)
		}
		for _, n := range u.Fails {
			add(true, tdkt.AUnit, clauseUnit+string(tdkt.NotDone)+"-"+n.key(), Yes, No)
		}
	}
	add(s.Units != nil, tdkt.AUnit, clauseUnitCap, Yes, No)
	add(s.Units != nil && s.Units.Few > 0, tdkt.AUnit, clauseUnitFew, Yes, No)
	add(s.Units != nil && s.Units.PercentExcellent > 0, tdkt.AUnit, clauseUnitHigher, Yes, No)
	return out
}

// key is what a need of units asks for.
func (n *UnitNeed) key() string {
	if n.Below {
		return "don-vi-duoi"
	}
	return n.Fact
}

// clauseBook gathers answers of one scheme.
type clauseBook struct {
	scheme *RatingScheme
	kind   tdkt.SubjectKind
	out    []ClauseAnswer
}

func (c *clauseBook) add(there bool, id string, ans Answer) {
	if there {
		c.out = append(c.out, ClauseAnswer{c.scheme.ID, id, c.kind, ans})
	}
}

// ClauseAnswers says how the clauses of the rating book come out for somebody in a year, of
// whom items may hold work lists.
func (r *Rules) ClauseAnswers(f *Facts, s tdkt.Subject, year int, on tdkt.Day, items []tdkt.WorkItem) []ClauseAnswer {
	place, ok := f.place[s]
	switch {
	case !ok:
		return r.capAnswers(f, year)
	case s.Kind == tdkt.AUnit:
		return r.unitAnswers(f, place, year)
	}
	a := r.appraise(f, place, year, on)
	out := r.officeAnswers(f, place, year)
	if a.Scheme == nil || a.Scheme.Marks == nil {
		return out
	}
	c := &clauseBook{scheme: a.Scheme, kind: tdkt.APerson}
	c.marks(f, r, &a, place, items)
	c.rules(f, &a, place)
	return append(out, c.out...)
}

// marks answers what concerns periods and their mean.
func (c *clauseBook) marks(f *Facts, r *Rules, a *Appraisal, place int, items []tdkt.WorkItem) {
	s := c.scheme
	for _, l := range s.Levels {
		ans := yesNo(a.Mean >= l.Points*100)
		if !a.Meant() {
			ans = Unknown
		}
		c.add(l.Points > 0, clauseLevel+string(l.Level), ans)
	}
	mean := Yes
	if !a.Meant() {
		mean = Unknown
	}
	c.add(true, clauseMean, mean)
	if s.Marks.From != 0 && a.Year == s.Marks.From.Year() {
		early := slices.ContainsFunc(a.Slots, func(x Slot) bool { return x.State == SlotEarly })
		c.add(true, clauseFrom, yesNo(!early))
	}
	c.add(s.Marks.quarterly != "", clauseQuarterly, yesNo(len(a.Slots) == 4))
	c.add(true, clauseMovedOn, yesNo(len(f.posts.of(place)) > 0 && a.movedWords(f, place) != ""))
	if s.Marks.Product != nil {
		for _, w := range r.WorkOf(f, items, a.Person.ID, a.Year) {
			c.add(true, clauseWork, yesNo(w.Share == Share{10000, 10000, 10000}))
		}
	}
	if s.Decide != nil && len(a.Missing()) > 0 {
		if _, decided := f.rating(place, a.Year); decided {
			c.add(true, clauseDecide, yesNo(!r.unfounded(f, place, a.Year)))
		}
	}
}

// rules answers what concerns the person.
func (c *clauseBook) rules(f *Facts, a *Appraisal, place int) {
	s := c.scheme
	c.add(s.Months != nil, clauseMonths, yesNo(!a.NotRated))
	leave := slices.ContainsFunc(a.Slots, func(x Slot) bool { return x.State == SlotLeave })
	c.add(s.Leave != nil && leave, clauseLeave, yesNo(!a.NotRated))
	failed := map[string]bool{}
	for _, n := range a.Notes {
		failed[n.ID] = failed[n.ID] || n.fails
	}
	c.add(s.Discipline != nil, clauseDiscipline, yesNo(!failed[clauseDiscipline]))
	for _, x := range s.Facts {
		c.add(!x.Leaders || a.Person.Leader, x.Key, yesNo(!failed[x.Key]))
	}
	if s.Head == nil || !isHead(a.Person) {
		return
	}
	_, level, rated := f.ownUnitLevel(place, a.Year)
	x, decided := f.rating(place, a.Year)
	switch {
	case !rated:
		c.add(true, clauseHead, Unknown)
	case decided:
		c.add(true, clauseHead, yesNo(int(x.rank) <= levelRank(level)))
	}
}

// officeAnswers is what the office decides: whether workers are rated, and by which decree
// in a year of change.
func (r *Rules) officeAnswers(f *Facts, place, year int) []ClauseAnswer {
	p := &f.Snapshot.People[f.subjects[place].row]
	own, _, err := r.schemeAt(f, place, year)
	var out []ClauseAnswer
	for _, s := range r.ratings {
		c := &clauseBook{scheme: s, kind: tdkt.APerson}
		if s.Workers != nil && p.Employment == tdkt.Worker && s.holds(year) {
			yes, decided := localYesNo(f.localText(year, s.Workers.Local))
			ans := yesNo(yes)
			if !decided {
				ans = Unknown
			}
			c.add(true, clauseWorkers, ans)
		}
		if s.Fallback != nil && slices.Contains(s.For, p.Employment) && s.holds(year) && err == nil {
			c.add(true, clauseFallback, yesNo(own.ID == s.Fallback.Scheme))
		}
		out = append(out, c.out...)
	}
	return out
}

// unitAnswers is how the conditions of a unit's level come out.
func (r *Rules) unitAnswers(f *Facts, place, year int) []ClauseAnswer {
	s := r.unitScheme(f, place, year)
	if s == nil {
		return nil
	}
	c := &clauseBook{scheme: s, kind: tdkt.AUnit}
	points := 0
	if x, ok := f.rating(place, year); ok {
		points = f.Snapshot.Ratings[x.row].Points
	}
	for _, l := range s.UnitRules.Levels {
		ans := yesNo(points >= l.Points*100)
		if points == 0 {
			ans = Unknown
		}
		c.add(l.Points > 0, clauseUnit+clauseLevel+string(l.Level), ans)
	}
	at, _ := levelOf(s.levelsOf(tdkt.AUnit), points)
	for _, n := range s.UnitRules.Needs {
		if n.Level == at.Level && points > 0 {
			_, ans := n.judge(f, s.UnitRules, place, year)
			c.add(true, clauseUnit+string(n.Level)+"-"+n.key(), ans)
		}
	}
	for _, n := range s.UnitRules.Fails {
		if x, ok := f.ratingFact(place, year, n.Fact); ok {
			c.add(true, clauseUnit+string(tdkt.NotDone)+"-"+n.key(), yesNo(!n.failed(x)))
		}
	}
	return c.out
}

// capAnswers is how the caps of a year come out.
func (r *Rules) capAnswers(f *Facts, year int) []ClauseAnswer {
	lines, err := r.RatingQuotas(f, year)
	if err != nil {
		return nil
	}
	var out []ClauseAnswer
	for _, q := range lines {
		s := r.schemeOfCap(q, year)
		if s == nil {
			continue
		}
		c := &clauseBook{scheme: s, kind: tdkt.APerson}
		ans := yesNo(q.Chosen <= q.Cap)
		switch {
		case q.Few != nil:
			c.kind = tdkt.AUnit
			c.add(true, clauseUnitFew, ans)
		case q.Units:
			c.kind = tdkt.AUnit
			c.add(true, clauseUnitCap, ans)
			c.add(q.Percent > s.Units.Percent, clauseUnitHigher, ans)
		case q.Group != "":
			c.add(true, clauseGroup, ans)
		default:
			c.add(true, clauseCap, ans)
		}
		c.add(!q.Units && q.Percent > s.Cap.Percent, clauseHigher, ans)
		out = append(out, c.out...)
	}
	return out
}

// schemeOfCap finds the scheme that a cap's line is of, by its article.
func (r *Rules) schemeOfCap(q QuotaLine, year int) *RatingScheme {
	for _, s := range r.ratings {
		if !s.holds(year) && (s.Till == 0 || year > s.Till+1) {
			continue
		}
		if s.Cap.Cite == q.Cite || s.Units != nil && (s.Units.Cite == q.Cite || s.Units.PartsCite == q.Cite) {
			return s
		}
	}
	return nil
}

// PetitionAnswer is yes where the last day to answer a petition is the working days of the
// decree after it came.
func (r *Rules) PetitionAnswer(f *Facts, s tdkt.Subject, year int, received tdkt.Day) []ClauseAnswer {
	a := r.Appraise(f, s.ID, year, 0)
	if a.Scheme == nil || a.Scheme.Petition == nil || received == 0 {
		return nil
	}
	return []ClauseAnswer{{a.Scheme.ID, clausePetition, tdkt.APerson, yesNo(a.Scheme.Petition.Last(received) > received)}}
}
