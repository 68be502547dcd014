package awards

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// page is everything the tab shows, read from one view.
type page struct {
	view   *view.View
	year   int
	unit   tdkt.ID
	round  tdkt.Round
	regime string
	note   string // warning of the regime, "" when checked
	titles []titleRow
	rows   map[titleKey][]row
	closed bool
	locked bool
	states map[tdkt.ID]string // how far each case is, by nomination
	err    error              // no law for the year
}

// shut says whether the book of titles refuses decisions.
func (p *page) shut() bool { return p.closed || p.locked }

// titleKey is a title of one kind of subject.
type titleKey struct {
	kind tdkt.SubjectKind
	code string
}

// titleRow is one line of the list of titles with its counts.
type titleRow struct {
	titleKey
	name, short string
	level       string
	cap         string // the most that may be proposed, "" where there is no cap or none is set
	over        bool   // more were proposed
	apart       bool   // asked only of those it concerns
	counts
}

func (t titleRow) style() kit.RowStyle {
	if t.over {
		return kit.Bad
	}
	return kit.Normal
}

func (t titleRow) key() string { return string(t.kind) + " " + t.code }

// counts is how many subjects stand where.
type counts struct{ yes, no, unknown, hold, named int }

func (c *counts) add(r row) {
	switch r.res.Answer {
	case law.Yes:
		c.yes++
	case law.No:
		c.no++
	case law.Unknown, law.Manual:
		c.unknown++
	}
	if r.res.Hold {
		c.hold++
	}
	if r.named {
		c.named++
	}
}

// row is one subject's answer for one title.
type row struct {
	view       *view.View
	res        law.Result // without findings, see brief
	name, unit string
	about      string // position and room, in small letters
	pledged    bool
	nomination tdkt.Nomination // also one that was withdrawn or returned
	stands     string          // how far its case is, as every screen says it
	named      bool            // nomination stands
	award      tdkt.Award
	given      bool
}

func (r row) key() string { return string(r.res.Subject.ID) }

// brief is the answer with its findings, worked out for the few rows somebody looks at.
func (r row) brief() law.Result {
	if r.view == nil || len(r.res.Findings) > 0 {
		return r.res
	}
	return r.view.Brief(r.res)
}

// read makes the page; it runs away from the screen.
func read(ctx context.Context, a *app.App, v *view.View, round tdkt.Round, unit tdkt.ID) *page {
	year := round.Year
	y := v.YearOf(year)
	p := &page{view: v, year: year, round: round, unit: unit, closed: y.IsClosed(tdkt.TitleBook), locked: y.Locked, rows: map[titleKey][]row{}}
	g, err := v.Rules.Criteria(year)
	if err != nil {
		p.err = err
		return p
	}
	p.regime, p.note = g.Name, g.Note
	results, err := v.Answers(ctx, year)
	if err != nil {
		p.err = err
		return p
	}
	who := subjects(v, year, unit)
	for res := range results.All() {
		if s, ok := who[res.Subject]; ok {
			k := titleKey{res.Kind, res.Title}
			p.rows[k] = append(p.rows[k], row{view: v, res: res, name: s.name, unit: s.unit, about: s.about})
		}
	}
	if p.states, err = statesOf(a, round); err != nil {
		p.err = err
		return p
	}
	p.join(who)
	caps, err := v.Quotas(year)
	if err != nil {
		p.err = err
		return p
	}
	for _, t := range g.Titles {
		p.titles = append(p.titles, p.titleRow(t).capped(caps))
	}
	return p
}

// statesOf says how far each case of a round is, by its nomination.
func statesOf(a *app.App, round tdkt.Round) (map[tdkt.ID]string, error) {
	list, err := a.Standings(round)
	if err != nil {
		return nil, err
	}
	out := make(map[tdkt.ID]string, len(list))
	for _, s := range list {
		out[s.Nomination.ID] = s.StateWords()
	}
	return out, nil
}

// titleRow counts a title.
func (p *page) titleRow(t *law.Title) titleRow {
	out := titleRow{titleKey: titleKey{t.Kind, t.Code}, name: t.Name, short: strings.Replace(t.Short, wordOrder, wordOrderShort, 1), level: t.Level, apart: t.Apart}
	for _, r := range p.rows[out.titleKey] {
		out.add(r)
	}
	return out
}

// capped lays the cap of the year over a title of people.
func (t titleRow) capped(caps []law.QuotaLine) titleRow {
	for _, c := range caps {
		if t.kind == tdkt.APerson && c.Title == t.code && c.Known {
			t.cap, t.over = kit.FormatInt(c.Cap), c.Chosen > c.Cap
		}
	}
	return t
}

// titlesOf is the titles of people or of units.
func titlesOf(list []titleRow, kind tdkt.SubjectKind) []titleRow {
	return slices.DeleteFunc(slices.Clone(list), func(t titleRow) bool { return t.kind != kind })
}

// subject is who stands in a row, and where in the order of names.
type subject struct {
	name, unit, about string
	at                int
}

// subjects names the people and units of the year and unit, namesakes told apart.
func subjects(v *view.View, year int, unit tdkt.ID) map[tdkt.Subject]subject {
	out := map[tdkt.Subject]subject{}
	people := v.PeopleOf(year, unit)
	names := view.Namesakes(people)
	for i, p := range people {
		out[tdkt.PersonSubject(p.ID)] = subject{name: names[p.ID], unit: v.UnitName(v.UnitIn(p, year)), about: postOf(p.Position, v.UnitName(v.UnitIn(p, year))), at: i}
	}
	for i, u := range v.UnitsOf(year, unit) {
		out[tdkt.UnitSubject(u.ID)] = subject{name: u.Name, unit: v.UnitName(u.Parent), about: v.UnitName(u.Parent), at: i}
	}
	return out
}

// postOf is position and room as one phrase.
func postOf(position, room string) string {
	if position == "" {
		return room
	}
	return position + ", " + room
}

// join lays pledges, nominations and awards over the answers, and orders each list:
// who may get the title first, then by name.
func (p *page) join(who map[tdkt.Subject]subject) {
	type slot struct {
		subject tdkt.Subject
		title   string
	}
	pledged, named := map[slot]bool{}, map[slot]tdkt.Nomination{}
	for _, g := range p.view.Pledges {
		if g.Year == p.year {
			pledged[slot{g.Subject, g.Title}] = true
		}
	}
	for _, n := range p.view.Nominations {
		if n.Year == p.year && n.Round == p.round.ID {
			named[slot{n.Subject, n.Title}] = n
		}
	}
	for k, rows := range p.rows {
		given := p.view.GivenIn(p.year, k.code)
		for i := range rows {
			r := &rows[i]
			at := slot{r.res.Subject, k.code}
			r.pledged = pledged[at]
			r.nomination, r.stands = named[at], p.states[named[at].ID]
			r.named = r.nomination.State != "" && r.nomination.State.PutForward()
			r.award, r.given = given[r.res.Subject]
		}
		slices.SortFunc(rows, func(a, b row) int {
			return cmp.Or(
				cmp.Compare(answerRank(a.res.Answer), answerRank(b.res.Answer)),
				cmp.Compare(who[a.res.Subject].at, who[b.res.Subject].at))
		})
	}
}

func answerRank(a law.Answer) int {
	return slices.Index([]law.Answer{law.Yes, law.Unknown, law.Manual, law.No}, a)
}

// group is a choice of the filter by answer.
type group struct {
	word string
	has  func(row) bool
}

func groups() []group {
	return []group{
		{wordAllRows, func(row) bool { return true }},
		{wordOnlyYes, func(r row) bool { return r.res.Answer == law.Yes }},
		{wordOnlyUnknown, func(r row) bool { return r.res.Answer == law.Unknown }},
		{wordOnlyNo, func(r row) bool { return r.res.Answer == law.No }},
		{wordOnlyHold, func(r row) bool { return r.res.Hold }},
		{wordOnlyManual, func(r row) bool { return r.res.ManualOpen > 0 }},
		{wordOnlyNamed, func(r row) bool { return r.named }},
		{wordOnlyGiven, func(r row) bool { return r.given }},
	}
}

func groupWords() []string {
	var out []string
	for _, g := range groups() {
		out = append(out, g.word)
	}
	return out
}

// inGroup is the rows of one choice of the filter.
func inGroup(rows []row, word string) []row {
	for _, g := range groups() {
		if g.word == word {
			return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return !g.has(r) })
		}
	}
	return rows
}

// may says which buttons have something to do with the rows selected.
type may struct{ nominate, move, record bool }

func allowed(p *page, rows []row) may {
	var m may
	for _, r := range rows {
		m.nominate = m.nominate || !r.named && !p.locked && (r.res.Answer != law.No || len(r.res.Exceptions) > 0 && r.brief().Excepted())
		m.move = m.move || r.nomination.State != "" && !p.locked
	}
	m.record = len(rows) > 0 && !p.shut()
	return m
}

// doubts is what to ask about before proposing: how many lack data or are on hold;
// "" when nothing stands against it.
func doubts(rows []row) string {
	unknown, hold := 0, 0
	for _, r := range rows {
		if r.res.Answer == law.Unknown {
			unknown++
		}
		if r.res.Hold {
			hold++
		}
	}
	var out string
	if unknown > 0 {
		out = fmt.Sprintf(textUnknowns, unknown)
	}
	if hold > 0 && out != "" {
		out += textAnd
	}
	if hold > 0 {
		out += fmt.Sprintf(textHolds, hold)
	}
	return out
}

// toNominate is the rows not proposed yet.
func toNominate(rows []row) []row {
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.named })
}

// toWithdraw is the nominations of the rows that stand.
func toWithdraw(rows []row) []tdkt.Nomination {
	var out []tdkt.Nomination
	for _, r := range rows {
		if r.named {
			out = append(out, r.nomination)
		}
	}
	return out
}

func subjectsOf(rows []row) []tdkt.Subject {
	out := make([]tdkt.Subject, len(rows))
	for i, r := range rows {
		out[i] = r.res.Subject
	}
	return out
}

func totals(shown []row) string {
	var c counts
	for _, r := range shown {
		c.add(r)
	}
	return fmt.Sprintf(textTotals, c.named, c.hold)
}
