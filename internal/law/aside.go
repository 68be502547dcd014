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
	Refuse     bool     // they do not count; else that is only said
	Why        string
	Cite, Mark string

	manners uint16 // bits of their places
}

// mannerPlaces are the places of loại hình from 1, by search key.
var mannerPlaces = func() map[string]uint8 {
	out := map[string]uint8{}
	for i, m := range tdkt.Manners() {
		out[tdkt.Fold(m)] = uint8(i + 1)
	}
	return out
}()

// mannerPlace is the place of a loại hình from 1, 0 for one that is not entered or unknown.
func mannerPlace(m string) uint8 {
	if m == "" {
		return 0
	}
	return mannerPlaces[tdkt.Fold(m)]
}

// refused are the loại hình, as bits of their places, whose awards do not count for titles
// of a level on a day.
func (g *Regime) refused(level string, on tdkt.Day) uint16 {
	var out uint16
	for i := range g.asides {
		if o := &g.asides[i]; o.Refuse && o.From.Day <= on && (len(o.Levels) == 0 || slices.Contains(o.Levels, level)) {
			out |= o.manners
		}
	}
	return out
}

// bases are a subject's awards of a code that the title at hand may rest on, by last year.
func (j *judging) bases(s, code int) []awardRow {
	rows := j.facts.ofCode(s, code)
	refuses := func(x awardRow) bool { return j.refused&(1<<x.manner) != 0 }
	if j.refused == 0 || !slices.ContainsFunc(rows, refuses) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), refuses)
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
		place := mannerPlace(m)
		if place == 0 {
			return fmt.Errorf("manner %q is none of %s", m, strings.Join(tdkt.Manners(), ", "))
		}
		o.manners |= 1 << place
		o.Manners[i] = tdkt.Fold(m)
	}
	o.Cite = cite
	if b.g.Note != "" {
		o.Cite += " (" + b.g.Note + ")"
	}
	b.g.asides = append(b.g.asides, o)
	return nil
}

// SetAside tells, a sentence for each award, which awards of a subject that the needs of a
// title ask for have a loại hình that a rule sets aside: they do not count where it refuses
// them, else the answer counts them and this is said beside it.
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
			if o, no := g.noBasis(a.Manner, r.codes[r.place[title]].Level, tdkt.LastDay(year)); no && int(x.to) <= year {
				out = append(out, fmt.Sprintf("%s %s%s là khen %s. %s [%s]%s",
					r.short(int(x.own)), x.period(), decided(a.Decision, a.Date), a.Manner, o.Why, o.Cite, MarkName(o.Mark)))
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
