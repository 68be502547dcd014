package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// aside is a rule, as a regime file writes it, by which awards of some loại hình are no
// basis for titles.
type aside struct {
	ID         string
	Manners    []string // loại hình of the awards set aside
	Levels     []string // for titles decided at these levels, none for all
	From       date     // first day it holds on, zero: the file's first
	Why        string
	Cite, Mark string
}

func (b *builder) aside(o aside) error {
	from, till := max(o.From.Day, tdkt.LastDay(b.g.From)), tdkt.Day(0)
	if b.g.Till != 0 {
		till = tdkt.LastDay(b.g.Till)
	}
	cite, err := b.r.clause(b.sources, o.Cite, o.Mark, from, till)
	switch {
	case err != nil:
		return err
	case len(o.Manners) == 0:
		return errors.New("manners must be given")
	case o.Why == "":
		return errors.New("why must be given")
	}
	for i, m := range o.Manners {
		if !slices.Contains(tdkt.Manners(), m) {
			return fmt.Errorf("manner %q is none of %s", m, strings.Join(tdkt.Manners(), ", "))
		}
		o.Manners[i] = tdkt.Fold(m)
	}
	o.Cite = cite
	if b.g.Note != "" {
		o.Cite += " (" + b.g.Note + ")"
	}
	b.g.asides = append(b.g.asides, o)
	return nil
}

// SetAside tells, a sentence for each award, which awards of a subject the needs of a
// title count although a rule sets their loại hình aside. They stand beside the answer
// and do not change it: the exchange workbook does not carry the loại hình, and a file and
// its copy answer alike.
func (r *Rules) SetAside(f *Facts, year int, s tdkt.Subject, title string) ([]string, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	at, ok := f.place[s]
	t, known := g.Title(s.Kind, title)
	if !ok || !known {
		return nil, nil
	}
	var out []string
	for _, code := range t.bases() {
		for _, x := range f.ofCode(at, code) {
			a := &f.Snapshot.Awards[x.row]
			if o, no := g.noBasis(a.Manner, r.codes[r.place[title]].Level, tdkt.LastDay(year)); no && x.to <= year {
				out = append(out, fmt.Sprintf("%s %s%s là khen %s. %s [%s]%s",
					r.short(code), x.period(), decided(a.Decision, a.Date), a.Manner, o.Why, o.Cite, MarkName(o.Mark)))
			}
		}
	}
	return out, nil
}

// noBasis is the rule of a day that sets awards of a loại hình aside for titles of a level.
func (g *Regime) noBasis(manner, level string, on tdkt.Day) (aside, bool) {
	i := slices.IndexFunc(g.asides, func(o aside) bool {
		return o.From.Day <= on && (len(o.Levels) == 0 || slices.Contains(o.Levels, level)) && slices.Contains(o.Manners, tdkt.Fold(manner))
	})
	if manner == "" || i < 0 {
		return aside{}, false
	}
	return g.asides[i], true
}

// bases are the codes of the awards that the needs of a title ask for, each once.
func (t *Title) bases() []int {
	var codes []int
	var walk func(list []*need)
	title := func(t *Title) {
		walk(t.needs)
		for _, w := range t.ways {
			walk(w.needs)
		}
	}
	walk = func(list []*need) {
		for _, n := range list {
			if n.Code != "" {
				codes = append(codes, n.code)
			}
			for _, o := range n.Option {
				for _, c := range o.Count {
					codes = append(codes, c.code)
				}
			}
			walk(n.Part)
			if n.title != nil {
				title(n.title)
			}
		}
	}
	title(t)
	slices.Sort(codes)
	return slices.Compact(codes)
}
