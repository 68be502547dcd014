package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	Percent       int    // the most; 0: the local value says
	Local         string // where Percent is given too, the office may set less
	Since, Until  int    // first and last year it holds for, 0: the file's own
	Quote         string // the clause's own words that give Percent
	Rounding      string
	RoundingLocal string `toml:"rounding_local"`
	Cite, Mark    string

	by *Regulation // whose cap it is, nil: the file's
}

func (b *builder) quota(q quota) error {
	if err := b.cap(&q); err != nil {
		return err
	}
	_, title := b.g.Title(tdkt.APerson, q.Title)
	_, of := b.g.Title(tdkt.APerson, q.Of)
	declared := func(key string) bool { return key == "" || b.g.key(key).Kind != "" }
	switch {
	case !title || !of:
		return errors.New("title or of is no title of a person here")
	case q.Percent == 0 && q.Local == "":
		return errors.New("percent or local must be given")
	case !declared(q.Local) || !declared(q.RoundingLocal):
		return errors.New("its local key is not declared in the file")
	case !slices.Contains([]string{roundDown, roundNear, roundUp}, q.Rounding):
		return fmt.Errorf("rounding %q is unknown", q.Rounding)
	}
	if q.Cite != "" && b.g.Note != "" {
		q.Cite += " (" + b.g.Note + ")"
	}
	b.g.quotas = append(b.g.quotas, q)
	return nil
}

// holds says whether the cap is one of a year.
func (q quota) holds(year int) bool {
	return q.Since <= year && (q.Until == 0 || year <= q.Until)
}

// noShare is cited where neither the law nor a decree sets a share.
const noShare = "luật và nghị định không quy định tỷ lệ"

// cap checks the clause a share is cited to: its words must hold the share. A share that the
// office alone sets is cited to no clause.
func (b *builder) cap(q *quota) error {
	if q.Percent == 0 {
		if q.Cite != "" || q.Mark != "C" {
			return errors.New("a share that the office sets is cited to no clause, with mark C")
		}
		return nil
	}
	if !strings.Contains(q.Quote, fmt.Sprintf("%d%%", q.Percent)) {
		return fmt.Errorf("quote does not hold the share of %d%%", q.Percent)
	}
	var till tdkt.Day
	if b.g.Till != 0 {
		till = tdkt.LastDay(b.g.Till)
	}
	words, err := b.r.clause(b.sources, q.Cite, q.Mark, tdkt.LastDay(max(b.g.From, q.Since)), till)
	q.Cite = words
	return err
}

// Quotas computes the caps of a year against the subjects chosen for each title code.
func (r *Rules) Quotas(f *Facts, year int, chosen map[string]int) ([]QuotaLine, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	var out []QuotaLine
	for _, q := range g.quotas {
		if q.holds(year) {
			out = append(out, r.quota(f, g, q, year, chosen[q.Title]))
		}
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
	l, _ := f.local(year, q.Local)
	n, set := localNumber(l.Value)
	switch {
	case set && (q.Percent == 0 || n < q.Percent):
		line.Percent, line.Cite, line.Mark = n, localCite(l), localMark(l)
	case q.Percent == 0:
		line.Known, line.Cite = false, noShare
	}
	if l, set := f.local(year, q.RoundingLocal); set {
		if way, ok := localRounding(l.Value); ok {
			line.Rounding = way
			if by := localCite(l); line.Known && l.Document != "" && !strings.Contains(line.Cite, by) {
				line.Cite += "; làm tròn theo " + by
			}
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
	on := tdkt.LastDay(year)
	j := judging{rules: r, facts: f, year: year, on: on, brief: true, bare: true, folds: folds{}, refused: g.refused(t.Level, on)}
	for s := range f.people {
		if !f.judged(s, year) {
			continue
		}
		_, given := given(f.under(r, s, code), year, r.codes[code].Yearly)
		if !given && !closed {
			j.sub = s
			given = j.title(t) == Yes
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
