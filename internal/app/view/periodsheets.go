package view

import (
	"tdkt/internal/tdkt"
)

// WorkOf is the work list of a person in a period.
func (v *View) WorkOf(year int, person tdkt.ID, p tdkt.Period) []tdkt.WorkItem {
	var out []tdkt.WorkItem
	for _, w := range v.Items {
		if w.Year == year && w.Person == person && w.Period == p {
			out = append(out, w)
		}
	}
	return out
}
