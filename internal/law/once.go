package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// once is a rule that one achievement is rewarded once, as a regime file writes it: of
// the awards it looks at, a subject gets no more than one for a year.
type once struct {
	ID         string
	Group      string   // looks at codes of this group, "" for any
	Level      string   // looks at codes decided at this level, "" for any
	Except     []string // codes it does not look at
	Manner     string   // looks at awards of this loại hình alone, or with none entered
	Why        string
	Cite, Mark string
}

func (b *builder) once(o once) error {
	till := tdkt.Day(0)
	if b.g.Till != 0 {
		till = tdkt.LastDay(b.g.Till)
	}
	cite, err := b.r.clause(b.sources, o.Cite, o.Mark, tdkt.LastDay(b.g.From), till)
	if err != nil {
		return err
	}
	_, err = b.places(o.Except)
	switch {
	case err != nil:
		return err
	case o.Group == "" && o.Level == "":
		return errors.New("group or level must be given")
	case o.Why == "" || !knownMark(o.Mark):
		return errors.New("why must be given, and mark be one of V, V2, U, C")
	}
	o.Cite = cite
	if b.g.Note != "" {
		o.Cite += " (" + b.g.Note + ")"
	}
	b.g.onces = append(b.g.onces, o)
	return nil
}

// Clash is more than one award for one achievement: given for the year or proposed for
// it. It stands beside the answers and decides none.
type Clash struct {
	Codes []string // the awards, in the catalogue's order
	Why   string   // the rule
	Cite  string
	Mark  string
	Text  string // the whole sentence
}

// Clashes tells where a subject would be rewarded more than once for the achievement of
// a year: by what was given for periods that end in it together with the codes proposed.
func (r *Rules) Clashes(f *Facts, year int, s tdkt.Subject, proposed []string) ([]Clash, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	at, ok := f.place[s]
	if !ok {
		return nil, nil
	}
	var out []Clash
	for _, o := range g.onces {
		if c, clash := r.clash(f, o, at, year, proposed); clash {
			out = append(out, c)
		}
	}
	return out, nil
}

// clash asks one rule. A code that is proposed and given is one award on its way.
func (r *Rules) clash(f *Facts, o once, s, year int, proposed []string) (Clash, bool) {
	c := Clash{Why: o.Why, Cite: o.Cite, Mark: o.Mark}
	var names []string
	total := 0
	for place, info := range r.codes {
		if !o.looksAt(info) {
			continue
		}
		n := 0
		for _, x := range f.under(r, s, place) {
			manner := f.Snapshot.Awards[x.row].Manner
			n += ord(int(x.to) == year && (manner == "" || o.Manner == "" || tdkt.Fold(manner) == tdkt.Fold(o.Manner)))
		}
		n = max(n, ord(slices.Contains(proposed, info.Code)))
		if n > 0 {
			c.Codes = append(c.Codes, info.Code)
			names = append(names, info.Short)
		}
		if n > 1 {
			names[len(names)-1] += fmt.Sprintf(" (%d lần)", n)
		}
		total += n
	}
	c.Text = fmt.Sprintf("Cùng tính cho năm %d: %s. %s [%s]%s", year, strings.Join(names, ", "), o.Why, o.Cite, MarkName(o.Mark))
	return c, total > 1
}

func (o once) looksAt(c CodeInfo) bool {
	return (o.Group == "" || c.Group == o.Group) && (o.Level == "" || c.Level == o.Level) && !slices.Contains(o.Except, c.Code)
}
