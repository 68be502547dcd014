package view

import (
	"cmp"
	"context"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Cap is one cap of a year with everyone who may be chosen under it, in the office's
// own order.
type Cap struct {
	law.QuotaLine
	People []Candidate
}

// OnRatings says whether the cap is on the best rating; else it is on a title.
func (c *Cap) OnRatings() bool { return c.Title == string(tdkt.Excellent) }

// Candidate is somebody who may be chosen under a cap.
type Candidate struct {
	Subject    tdkt.Subject
	Name, Unit string // the name with what tells namesakes apart
	Level      tdkt.Level
	Points     int        // hundredths, 0: none entered
	Answer     law.Answer // of the title, "" under a cap on ratings
	Excepted   bool       // a competent person lets a không đủ through
	Hold       bool
	Chosen     bool
	Place      int // in the order kept by hand, 0: none
}

// May says whether the candidate can be chosen.
func (c Candidate) May() bool { return c.Answer != law.No || c.Excepted }

// Next is the first in the order who may be chosen and is not; false when there is none.
func (c *Cap) Next() (Candidate, bool) {
	for _, p := range c.People {
		if !p.Chosen && !p.Hold && p.May() {
			return p, true
		}
	}
	return Candidate{}, false
}

// Caps lists the caps of a year, on titles first, then on the best rating; a tdkt.Error
// when the year has no rules.
func (v *View) Caps(ctx context.Context, year int) ([]Cap, error) {
	titles, err := v.Quotas(year)
	if err != nil {
		return nil, err
	}
	ratings, err := v.Rules.RatingQuotas(v.Facts, year)
	if err != nil {
		return nil, err
	}
	m, err := v.candidates(ctx, year)
	if err != nil {
		return nil, err
	}
	var out []Cap
	for _, q := range append(titles, ratings...) {
		c := Cap{QuotaLine: q}
		if c.OnRatings() {
			c.People = m.rated(q.Counted)
		} else {
			c.People = m.judged(q.Title)
		}
		m.sort(c.People, q.Title)
		out = append(out, c)
	}
	return out, nil
}

// candidateMaker is what all caps of a year are filled from.
type candidateMaker struct {
	v       *View
	year    int
	who     map[tdkt.Subject]Candidate
	at      map[tdkt.Subject]int // in the order of names; of units, in that of the tree
	results *law.Verdicts
	named   map[slot]bool
	places  map[slot]int
}

// slot is a subject's place under a title.
type slot struct {
	subject tdkt.Subject
	title   string
}

func (v *View) candidates(ctx context.Context, year int) (*candidateMaker, error) {
	m := &candidateMaker{
		v: v, year: year, who: map[tdkt.Subject]Candidate{}, at: map[tdkt.Subject]int{}, named: map[slot]bool{}, places: map[slot]int{},
	}
	var err error
	if m.results, err = v.Answers(ctx, year); err != nil {
		return nil, err
	}
	list := v.PeopleOf(year, "")
	names := Namesakes(list)
	for i, p := range list {
		s := tdkt.PersonSubject(p.ID)
		m.who[s] = Candidate{Subject: s, Name: names[p.ID], Unit: v.UnitName(v.UnitIn(p, year))}
		m.at[s] = i
	}
	for i, u := range v.UnitsOf(year, "") {
		s := tdkt.UnitSubject(u.ID)
		m.who[s] = Candidate{Subject: s, Name: u.Name, Unit: v.UnitName(u.Parent)}
		m.at[s] = i
	}
	for _, r := range v.Ratings {
		if c, ok := m.who[r.Subject]; ok && r.Year == year {
			c.Level, c.Points = r.Level, r.Points
			m.who[r.Subject] = c
		}
	}
	for _, n := range v.Nominations {
		if n.Year == year && n.State.Stands() {
			m.named[slot{n.Subject, n.Title}] = true
		}
	}
	for _, r := range v.Rankings {
		if r.Year == year {
			m.places[slot{tdkt.PersonSubject(r.Person), r.Title}] = r.Place
		}
	}
	return m, nil
}

// judged are the people who may get a title or are proposed for it.
func (m *candidateMaker) judged(title string) []Candidate {
	var out []Candidate
	for r := range m.results.Of(tdkt.APerson, title) {
		c, ok := m.who[r.Subject]
		named := m.named[slot{r.Subject, title}]
		if len(r.Exceptions) > 0 {
			r = m.v.Brief(r)
		}
		if !ok || r.Answer == law.No && !named && !r.Excepted() {
			continue
		}
		c.Answer, c.Excepted, c.Hold, c.Chosen = r.Answer, r.Excepted(), r.Hold, named
		out = append(out, c)
	}
	return out
}

// rated are those whom a cap on ratings is counted over.
func (m *candidateMaker) rated(counted []tdkt.Subject) []Candidate {
	var out []Candidate
	for _, s := range counted {
		c := m.who[s]
		c.Chosen = c.Level == tdkt.Excellent
		out = append(out, c)
	}
	return out
}

// sort puts the order kept by hand first; else more points, the better rating, the name.
func (m *candidateMaker) sort(list []Candidate, title string) {
	for i := range list {
		list[i].Place = m.places[slot{list[i].Subject, title}]
	}
	last := len(m.who) + 1 // behind everyone with a place
	slices.SortStableFunc(list, func(a, b Candidate) int {
		return cmp.Or(
			cmp.Compare(cmp.Or(a.Place, last), cmp.Or(b.Place, last)),
			-cmp.Compare(a.Points, b.Points),
			cmp.Compare(levelPlace(a.Level), levelPlace(b.Level)),
			cmp.Compare(m.at[a.Subject], m.at[b.Subject]))
	})
}

// levelPlace is 0 for the best level; none entered comes last.
func levelPlace(l tdkt.Level) int {
	if at := slices.Index(tdkt.Levels(), l); at >= 0 {
		return at
	}
	return len(tdkt.Levels())
}
