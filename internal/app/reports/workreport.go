package reports

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// WorkPeriod is the period of a report of the work, in words.
func WorkPeriod(from, to tdkt.Day) string {
	switch year := to.Year(); {
	case from == tdkt.FirstDay(year) && to == tdkt.LastDay(year):
		return fmt.Sprintf("năm %d", year)
	case from == tdkt.FirstDay(year) && to == Half(year):
		return fmt.Sprintf("6 tháng đầu năm %d", year)
	}
	return fmt.Sprintf("từ ngày %s đến ngày %s", from, to)
}

// WorkOver is what was done from a day to a day, as it was known on the last of them: what
// has a later day, or is only known when the year is over, is not in it.
func WorkOver(a *app.App, s *dossier.Submission, from, to tdkt.Day) letters.Work {
	v := a.View()
	w := workOver{v: v, from: from, to: min(to, a.Today()), whole: from.Year() == to.Year() && from == tdkt.FirstDay(to.Year()) && to == tdkt.LastDay(to.Year()) && to <= a.Today()}
	out := letters.Work{
		From: from, To: w.to, Period: WorkPeriod(from, to),
		Movements: w.movements(), Events: w.events(), Initiatives: w.initiatives(), Examples: w.examples(), Complaints: w.complaints(),
	}
	out.Given = w.given()
	out.Targets = w.targets(s)
	out.Plan, out.Tasks = planProgressOn(v, s.Year, out.Period, w.to, a.Today())
	return out
}

// workOver gathers the work of a period.
type workOver struct {
	v        *view.View
	from, to tdkt.Day
	whole    bool // a whole year that is over: what has no day but its year belongs to it
}

// in says whether a fact belongs to the period; one without a day, of a year, only where the
// period is that whole year.
func (w workOver) in(day tdkt.Day, year int) bool {
	if day == 0 {
		return w.whole && year == w.to.Year()
	}
	return w.from <= day && day <= w.to
}

// stood says whether an award stood on the last day: one revoked later did.
func (w workOver) stood(x tdkt.Award) bool {
	if !x.Revoked {
		return true
	}
	for _, l := range w.v.Lines {
		for _, d := range w.v.Decisions {
			if l.Award == x.ID && d.ID == l.Decision && d.Kind == tdkt.Revoking {
				return d.Date > w.to
			}
		}
	}
	return false
}

// awards are those given in the period.
func (w workOver) awards() []tdkt.Award {
	var out []tdkt.Award
	for _, x := range w.v.Awards {
		if w.in(x.Date, x.To) && w.stood(x) {
			out = append(out, x)
		}
	}
	return out
}

// given counts the titles and forms of the period by level and loại hình, the highest level
// first.
func (w workOver) given() []letters.WorkGiven {
	place := map[letters.WorkGiven]int{}
	rank := map[string]int{}
	for i, c := range w.v.Rules.Codes() {
		rank[c.Name] = i
	}
	var out []letters.WorkGiven
	for _, x := range w.awards() {
		code, _ := w.v.Rules.CodeOf(x.Code, x.To)
		key := letters.WorkGiven{Level: cmp.Or(x.Level, code.Level), Title: w.v.TitleName(x.Code), Manner: x.Manner}
		at, ok := place[key]
		if !ok {
			at = len(out)
			place[key] = at
			out = append(out, key)
		}
		out[at].Units += view.CountIf(x.Subject.Kind == tdkt.AUnit)
		out[at].People += view.CountIf(x.Subject.Kind == tdkt.APerson)
	}
	slices.SortStableFunc(out, func(x, y letters.WorkGiven) int {
		return cmp.Or(cmp.Compare(authorityPlace(y.Level), authorityPlace(x.Level)), cmp.Compare(rank[x.Title], rank[y.Title]), cmp.Compare(x.Manner, y.Manner))
	})
	return out
}

// authorityPlace is the place of a level, the highest last.
func authorityPlace(level string) int {
	return slices.Index([]string{"Sở", "Tỉnh", "Nhà nước"}, level)
}

// targets are the titles pledged for the year of the period, with how many were given them in
// it.
func (w workOver) targets(s *dossier.Submission) []letters.WorkTarget {
	pledged, got := map[aimed]int{}, map[aimed]int{}
	for _, p := range w.v.Pledges {
		if p.Year == s.Year {
			pledged[aimed{p.Subject.Kind, p.Title}]++
		}
	}
	for _, x := range w.awards() {
		if x.To == s.Year {
			got[aimed{x.Subject.Kind, x.Code}]++
		}
	}
	var out []letters.WorkTarget
	seen := map[string]bool{}
	for _, t := range s.Titles {
		unit, person := aimed{tdkt.AUnit, t.Code}, aimed{tdkt.APerson, t.Code}
		if seen[t.Code] || pledged[unit]+pledged[person] == 0 {
			continue
		}
		seen[t.Code] = true
		out = append(out, letters.WorkTarget{
			Title: t.Name, UnitsPledged: pledged[unit], PeoplePledged: pledged[person], UnitsGiven: got[unit], PeopleGiven: got[person],
		})
	}
	return out
}

// aimed is a title for a kind of subject.
type aimed struct {
	kind tdkt.SubjectKind
	code string
}

// movements are those under way in the period, with the scores that were known by its end.
func (w workOver) movements() []letters.WorkMovement {
	var out []letters.WorkMovement
	for _, m := range w.v.Movements {
		if !(tdkt.Span{From: m.From, To: m.To}).Overlaps(tdkt.Span{From: w.from, To: w.to}) {
			continue
		}
		x := letters.WorkMovement{Name: m.Name, Kind: string(m.Kind), Scope: m.Scope, From: m.From, To: m.To}
		joined := map[tdkt.Subject]bool{}
		for _, p := range w.v.ParticipantsOf(m) {
			known := w.scored(m, p)
			if p.Year == 0 || known {
				joined[p.Subject] = true
			}
			if known {
				x.Scores = append(x.Scores, letters.WorkScore{Year: p.Year, Name: w.v.Facts.NameOf(p.Subject), Points: scoreWords(p), Result: p.Result})
			}
		}
		slices.SortStableFunc(x.Scores, func(a, b letters.WorkScore) int { return cmp.Compare(a.Year, b.Year) })
		x.Joined = len(joined)
		for _, r := range m.Reviews {
			if r.Day != 0 && w.from <= r.Day && r.Day <= w.to {
				x.Reviews = append(x.Reviews, fmt.Sprintf("%s: %s", r.Day, view.Bare(r.Text)))
			}
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b letters.WorkMovement) int { return cmp.Compare(a.From, b.From) })
	return out
}

// scoreWords are the points of a participant, "" for none.
func scoreWords(p tdkt.Participant) string {
	if p.Points() == 0 {
		return ""
	}
	return view.Points(p.Points())
}

// scored says whether what a participant reached was known by the end of the period, and is of
// it: the score of a year when the year is over, or the movement before; that of the movement
// as a whole when it is over.
func (w workOver) scored(m tdkt.Movement, p tdkt.Participant) bool {
	if p.Points() == 0 && p.Result == "" {
		return false
	}
	if p.Year == 0 {
		return m.To != 0 && m.To <= w.to
	}
	known := tdkt.LastDay(p.Year)
	if m.To != 0 {
		known = min(known, m.To)
	}
	return w.from.Year() <= p.Year && known <= w.to
}

// events are what was held in the period, by kind.
func (w workOver) events() []letters.WorkEvents {
	var out []letters.WorkEvents
	for _, k := range tdkt.EventKinds() {
		e := letters.WorkEvents{Kind: string(k)}
		for _, x := range w.v.Events {
			if x.Kind == k && w.in(cmp.Or(x.From, x.To), x.Year) {
				e.List = append(e.List, view.Bare(x.Name)+view.Prefixed(", ", cmp.Or(x.From, x.To).String()))
			}
		}
		if len(e.List) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// initiatives counts what was recognised in the period, each work of several authors once.
func (w workOver) initiatives() []letters.WorkCount {
	type key struct {
		kind  tdkt.InitiativeKind
		scope tdkt.Scope
	}
	n := map[key]map[string]bool{}
	for _, i := range w.v.Initiatives {
		if !w.in(i.Date, i.Year) {
			continue
		}
		k := key{i.Kind, i.Scope}
		if n[k] == nil {
			n[k] = map[string]bool{}
		}
		n[k][view.KeyOf(i.Year, tdkt.Fold(i.Title), i.Decision)] = true
	}
	var out []letters.WorkCount
	for _, scope := range slices.Backward(tdkt.Scopes()) {
		for _, kind := range []tdkt.InitiativeKind{tdkt.Innovation, tdkt.Study} {
			if c := len(n[key{kind, scope}]); c > 0 {
				out = append(out, letters.WorkCount{Words: fmt.Sprintf("%s được công nhận phạm vi %s", dossier.Sentence(string(kind)), scope), N: c})
			}
		}
	}
	return out
}

// examples are the good examples of the period.
func (w workOver) examples() []string {
	var out []string
	for _, e := range w.v.Examples {
		if w.in(e.Date, e.Year) {
			out = append(out, fmt.Sprintf("%s: %s%s", dossier.Sentence(string(e.Kind)), w.v.ExampleName(e), view.Prefixed(". ", view.Bare(e.Story))))
		}
	}
	return out
}

// complaints are those received or ended in the period, and those open at its end.
func (w workOver) complaints() letters.WorkComplaints {
	var out letters.WorkComplaints
	for _, c := range w.v.Complaints {
		received, closed := c.Received >= w.from && c.Received <= w.to, c.Closed != 0 && c.Closed >= w.from && c.Closed <= w.to
		open := c.Received <= w.to && (c.Closed == 0 || c.Closed > w.to)
		out.Received, out.Closed, out.Open = out.Received+view.CountIf(received), out.Closed+view.CountIf(closed), out.Open+view.CountIf(open)
		if !received && !closed && !open {
			continue
		}
		words := fmt.Sprintf("Đơn %s ngày %s về %s: %s", c.Kind, c.Received, w.v.Facts.NameOf(c.Subject), view.Bare(c.Summary))
		if c.Closed != 0 && c.Closed <= w.to {
			words += fmt.Sprintf("; kết luận ngày %s: %s", c.Closed, c.Upheld)
		} else {
			words += "; đang giải quyết"
		}
		out.List = append(out.List, words)
	}
	return out
}
