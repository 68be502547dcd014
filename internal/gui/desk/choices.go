package desk

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// Picks is what a field or a cell offers to choose from: each thing under words of its
// own, so that namesakes are told apart.
type Picks struct {
	Labels []string // in the order shown
	ids    map[string]tdkt.ID
	words  map[tdkt.ID]string
}

// ID is what a label stands for, "" for none.
func (p Picks) ID(label string) tdkt.ID { return p.ids[label] }

// Label is the words of a thing, "" for none.
func (p Picks) Label(id tdkt.ID) string { return p.words[id] }

// WithNone offers nothing at all as well, as the first choice.
func (p Picks) WithNone() Picks {
	p.Labels = append([]string{""}, p.Labels...)
	return p
}

// add offers a thing; apart is put behind words that are taken already.
func (p *Picks) add(id tdkt.ID, words, apart string) {
	if _, taken := p.ids[words]; taken {
		words = fmt.Sprintf("%s (%s)", words, apart)
	}
	p.Labels = append(p.Labels, words)
	p.ids[words], p.words[id] = id, words
}

func newPicks() Picks { return Picks{ids: map[string]tdkt.ID{}, words: map[tdkt.ID]string{}} }

// UnitPicks offers the units in the order of the tree.
func UnitPicks(v *view.View) Picks {
	p := newPicks()
	for _, n := range v.OwnUnits() {
		p.add(n.ID, n.Name, n.Code)
	}
	return p
}

// PeoplePicks offers the people of a year with their room and year of birth.
func PeoplePicks(v *view.View, year int) Picks {
	p := newPicks()
	people := v.PeopleOf(year, "")
	labels := v.PersonLabels(people, year)
	for _, one := range people {
		p.add(one.ID, labels[one.ID], one.Code)
	}
	return p
}
