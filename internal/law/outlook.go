package law

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Chance says how a need, a way or a title stands before its year has run out.
type Chance string

// The chances, as printed by forecast -json.
const (
	Met    Chance = "met"    // met by the data there are
	Open   Chance = "open"   // can still come true within the year
	Waits  Chance = "waits"  // hangs on a record of an earlier year whose book is open
	Judged Chance = "judged" // left to people who have not judged it yet
	Barred Chance = "barred" // cannot come true in the year
)

// ChanceName is a chance in the words every screen uses.
func ChanceName(c Chance) string {
	switch c {
	case Met:
		return "đã đạt"
	case Open:
		return "có thể đạt"
	case Waits:
		return "thiếu hồ sơ năm trước"
	case Judged:
		return "chờ đánh giá"
	case Barred:
		return "chưa thể đạt"
	}
	return ""
}

// Step is one need of a title with its chance.
type Step struct {
	Finding
	Chance Chance `json:"chance"`
}

// Path is one alternative of a title; a title without alternatives has one path.
type Path struct {
	Name   string `json:"name"` // "Cách 2: …", "" when there is but one
	Chance Chance `json:"chance"`
	Steps  []Step `json:"steps"` // the needs common to all paths come first
}

// Of lists the steps of a path with a chance.
func (p Path) Of(c Chance) []Step {
	var out []Step
	for _, s := range p.Steps {
		if s.Chance == c {
			out = append(out, s)
		}
	}
	return out
}

// Opening is one title in a year that has not run out: what is there, what may
// come, what is missing and what cannot be.
type Opening struct {
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	Short  string   `json:"short"`
	Chance Chance   `json:"chance"`          // of the best path
	Latest tdkt.Day `json:"latest,omitzero"` // by when what is still open must be done; zero when nothing is
	Paths  []Path   `json:"paths"`
	// LooksBack: the title asks for something of earlier years, so that it opens for
	// some and not for everyone.
	LooksBack bool `json:"-"`
}

// outlook judges a title of a year, hoping for what may still be entered for it; rows
// asks for the records behind each finding and what is missing today.
func (h *hope) outlook(t *Title, rows bool) Opening {
	on := tdkt.LastDay(h.year)
	j := judging{
		rules: h.rules, facts: h.facts, sub: h.sub, year: h.year, on: on, brief: h.brief, hope: h, rows: rows,
		refused: h.regime.refused(t.Level, on),
	}
	j.title(t)
	o := Opening{Code: t.Code, Name: t.Name, Short: t.Short, Chance: Barred, LooksBack: t.looksBack()}
	_, ways := h.facts.side(h.sub, t)
	if len(ways) == 0 {
		o.Paths = []Path{j.path("")}
	}
	for _, w := range ways {
		o.Paths = append(o.Paths, j.path(w.name))
	}
	for _, p := range o.Paths {
		if better(p.Chance, o.Chance) {
			o.Chance = p.Chance
		}
	}
	if o.Chance == Open || o.Chance == Waits {
		o.Latest = h.facts.lastDay(h.sub, h.year)
	}
	return o
}

// looksBack says whether a need of the title reaches into earlier years.
func (t *Title) looksBack() bool {
	return slices.ContainsFunc(t.all(), func(n *need) bool { return n.From < 0 || n.Verb == "since" })
}

// Best is the first path as good as the title's chance.
func (o Opening) Best() Path {
	for _, p := range o.Paths {
		if p.Chance == o.Chance {
			return p
		}
	}
	return Path{}
}

// lastDay is 31 December, or the subject's last day of service before it.
func (f *Facts) lastDay(s, year int) tdkt.Day {
	last := tdkt.LastDay(year)
	if end := f.subjects[s].span.To; end != 0 && end < last {
		return end
	}
	return last
}

// path gathers the findings of one way and those common to all.
func (j *judging) path(name string) Path {
	p := Path{Name: name}
	machine := false
	chance := Met
	for i, f := range j.out {
		if f.Way != "" && f.Way != name {
			continue
		}
		s := Step{Finding: f, Chance: chanceOf(f.Answer, j.now[i])}
		s.Answer = j.now[i]
		p.Steps = append(p.Steps, s)
		if strings.Contains(f.Need, ".") {
			continue // told by the need that nests it
		}
		if f.Way == name && s.Chance != Judged {
			machine = true
		}
		if s.Chance != Judged && worse(s.Chance, chance) {
			chance = s.Chance
		}
	}
	if !machine && chance != Barred {
		chance = Judged
	}
	p.Chance = chance
	return p
}

// chanceOf reads a need's answer with hope beside that without.
func chanceOf(hoped, now Answer) Chance {
	switch {
	case hoped == Manual:
		return Judged
	case hoped == No:
		return Barred
	case hoped == Unknown:
		return Waits
	case now == Yes:
		return Met
	}
	return Open
}

// ranked lists the chances from best to worst; people's judgement stands behind what
// the year itself can bring, and before what hangs on old records.
func ranked(c Chance) int { return slices.Index([]Chance{Met, Open, Judged, Waits, Barred}, c) }

func better(a, b Chance) bool { return ranked(a) < ranked(b) }
func worse(a, b Chance) bool  { return ranked(a) > ranked(b) }

// Impossible lists the findings that bar a title for good in a year, whatever is
// entered in the rest of it: what is told at the time of a pledge. None when some way
// is still open, hangs on an older record or is left to people's judgement.
func (r *Rules) Impossible(f *Facts, year int, s tdkt.Subject, title string) ([]Finding, error) {
	if _, err := r.Judge(f, Question{Year: year, Subject: s, Title: title, Brief: true}); err != nil {
		return nil, err
	}
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	t, _ := g.Title(s.Kind, title)
	o := r.hoping(f, g, f.place[s], year).outlook(t, true)
	if o.Chance != Barred {
		return nil, nil
	}
	return o.Reasons(), nil
}

// Reasons are the findings that bar the title, each once.
func (o Opening) Reasons() []Finding {
	var out []Finding
	for _, p := range o.Paths {
		for _, s := range p.Of(Barred) {
			if !slices.ContainsFunc(out, func(f Finding) bool { return f.Need == s.Need }) {
				out = append(out, s.Finding)
			}
		}
	}
	return out
}
