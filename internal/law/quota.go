package law

import (
	"errors"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// QuotaLine is one cap of a year: its base, share and what was chosen against it.
type QuotaLine struct {
	Title     string `json:"title"`
	Name      string `json:"name"`
	Base      string `json:"base"`     // who is counted, in words
	Rounding  string `json:"rounding"` // how the cap is rounded, in words
	Cite      string `json:"cite"`
	Mark      string `json:"mark"`
	Percent   int    `json:"percent"`
	BaseCount int    `json:"base_count"`
	Cap       int    `json:"cap"`
	Chosen    int    `json:"chosen"`
	Known     bool   `json:"known"` // false: a local value is missing
	// Other is the same cap by the other reading of its base, where the texts allow two.
	Other *OtherReading `json:"other,omitempty"`
	// Units says that units are counted, not people.
	Units bool `json:"units,omitempty"`
	// Few is in force in place of the share where there are few units.
	Few *FewUnits `json:"few,omitempty"`
	// Key names the cap among those of its year.
	Key string `json:"-"`
	// Group is the group of similar duties that the cap is counted over, "" for none.
	Group string `json:"group,omitempty"`
	// Counted are the people or units of the base: the holders, or those rated well enough.
	Counted []tdkt.Subject `json:"-"`
}

// FewUnits is the cap where there are fewer units than Under.
type FewUnits struct {
	Under int `json:"under"`
	Cap   int `json:"cap"`
}

// The ways a cap is rounded, as regime files write them.
const (
	roundDown = "xuống"
	roundNear = "gần nhất"
	roundUp   = "lên"
)

// quota is a cap as a regime file writes it.
type quota struct {
	Title         string // code capped
	Of            string // code whose holders, or those who meet its needs, are the base
	Percent       int    // 0: the local value says
	Local         string
	Rounding      string
	RoundingLocal string `toml:"rounding_local"`
	Cite, Mark    string
}

func (b *builder) quota(q quota) error {
	cite, err := cites(b.sources, q.Cite)
	if err != nil {
		return err
	}
	_, title := b.g.Title(tdkt.APerson, q.Title)
	_, of := b.g.Title(tdkt.APerson, q.Of)
	declared := func(key string) bool { return key == "" || b.g.key(key).Kind != "" }
	switch {
	case !title || !of:
		return errors.New("title or of is no title of a person here")
	case !knownMark(q.Mark):
		return errors.New("mark is unknown")
	case (q.Percent > 0) == (q.Local != ""):
		return errors.New("exactly one of percent and local must be given")
	case !declared(q.Local) || !declared(q.RoundingLocal):
		return errors.New("its local key is not declared in the file")
	case !slices.Contains([]string{roundDown, roundNear, roundUp}, q.Rounding):
		return fmt.Errorf("rounding %q is unknown", q.Rounding)
	}
	q.Cite = cite
	if b.g.Note != "" {
		q.Cite += " (" + b.g.Note + ")"
	}
	b.g.quotas = append(b.g.quotas, q)
	return nil
}

// Quotas computes the caps of a year against the subjects chosen for each title code.
func (r *Rules) Quotas(f *Facts, year int, chosen map[string]int) ([]QuotaLine, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	var out []QuotaLine
	for _, q := range g.quotas {
		out = append(out, r.quota(f, g, q, year, chosen[q.Title]))
	}
	return out, nil
}

func (r *Rules) quota(f *Facts, g *Regime, q quota, year, chosen int) QuotaLine {
	title, _ := g.Title(tdkt.APerson, q.Title)
	of, _ := g.Title(tdkt.APerson, q.Of)
	line := QuotaLine{
		Title: q.Title, Name: title.Name, Base: "người được tặng hoặc đủ tiêu chuẩn " + of.Short,
		Rounding: q.Rounding, Cite: q.Cite, Mark: q.Mark, Percent: q.Percent, Chosen: chosen, Known: true,
	}
	if q.Local != "" {
		l := f.locals[localKey{year, q.Local}]
		if line.Percent, line.Known = localNumber(l.Value); line.Known {
			line.Cite, line.Mark = localCite(l), localMark(l)
		}
	}
	if l, set := f.locals[localKey{year, q.RoundingLocal}]; set && q.RoundingLocal != "" {
		if way, ok := localRounding(l.Value); ok {
			line.Rounding = way
		}
	}
	line.Key, line.Counted = q.Title, r.holders(f, g, of, year)
	line.BaseCount = len(line.Counted)
	if line.Known {
		line.Cap = share(line.BaseCount, line.Percent, line.Rounding)
	} else {
		line.Percent = 0
	}
	return line
}

// holders lists the people given a title for the year, or meeting its needs while its
// book is open.
func (r *Rules) holders(f *Facts, g *Regime, t *Title, year int) []tdkt.Subject {
	var out []tdkt.Subject
	code := r.place[t.Code]
	closed := f.Closed(year, titleBook)
	for s := range f.people {
		if !f.judged(s, year) {
			continue
		}
		_, given := f.award(s, code, year, r.codes[code].Yearly)
		if !given && !closed {
			res := r.judge(f, g, t, s, Question{Year: year, Brief: true}, false)
			given = res.Answer == Yes
		}
		if given {
			out = append(out, f.subjects[s].Subject)
		}
	}
	return out
}

// share is percent of base in whole people.
func share(base, percent int, rounding string) int {
	switch rounding {
	case roundNear:
		return (base*percent + 50) / 100
	case roundUp:
		return (base*percent + 99) / 100
	}
	return base * percent / 100
}
