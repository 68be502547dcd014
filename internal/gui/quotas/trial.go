package quotas

import (
	"maps"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// trial is everything that is tried in a year and not written. A change makes a new
// one, so that work away from the screen can read it.
type trial struct {
	want    map[slot]bool // who shall be chosen or not, where it differs
	order   map[string][]tdkt.ID
	figures map[string]law.WhatIf // by key of the cap
}

// slot is a person under the title of a cap.
type slot struct {
	title   string
	subject tdkt.Subject
}

func newTrial() trial {
	return trial{want: map[slot]bool{}, order: map[string][]tdkt.ID{}, figures: map[string]law.WhatIf{}}
}

func (t trial) clone() trial {
	return trial{want: maps.Clone(t.want), order: maps.Clone(t.order), figures: maps.Clone(t.figures)}
}

// set wants a person chosen or not under a cap.
func (t trial) set(c view.Cap, s tdkt.Subject, chosen bool) { t.want[slot{c.Title, s}] = chosen }

// move puts the person at a place of a cap's list one up (-1) or down (1); people of
// other caps of the same title keep their order behind.
func (t trial) move(c view.Cap, at, step int) bool {
	to := at + step
	if at < 0 || at >= len(c.People) || to < 0 || to >= len(c.People) {
		return false
	}
	var order []tdkt.ID
	for _, p := range c.People {
		order = append(order, p.Subject.ID)
	}
	order[at], order[to] = order[to], order[at]
	for _, id := range t.order[c.Title] {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	t.order[c.Title] = order
	return true
}

// choices is what applying would write, against the caps as they are written.
func (t trial) choices(caps []view.Cap) []view.Choice {
	var out []view.Choice
	at := map[string]int{}
	for _, c := range caps {
		i, ok := at[c.Title]
		if !ok {
			i = len(out)
			at[c.Title] = i
			out = append(out, view.Choice{Title: c.Title, Order: t.order[c.Title]})
		}
		for _, p := range c.People {
			want, set := t.want[slot{c.Title, p.Subject}]
			switch {
			case set && want && !p.Chosen:
				out[i].Add = append(out[i].Add, p.Subject)
			case set && !want && p.Chosen:
				out[i].Drop = append(out[i].Drop, p.Subject)
			}
		}
	}
	return slices.DeleteFunc(out, func(c view.Choice) bool { return len(c.Add)+len(c.Drop) == 0 && c.Order == nil })
}
