package view

import (
	"cmp"
	"slices"

	"tdkt/internal/tdkt"
)

// ComplaintsOf lists the complaints received or still open in a year, late ones first,
// then by deadline.
func (v *View) ComplaintsOf(year int) []tdkt.Complaint {
	var out []tdkt.Complaint
	for _, c := range v.Complaints {
		if c.Received.Year() == year || c.Received.Year() < year && (c.Open() || c.Closed.Year() >= year) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Complaint) int {
		return cmp.Or(cmp.Compare(CountIf(!a.Open()), CountIf(!b.Open())), cmp.Compare(a.Deadline, b.Deadline), cmp.Compare(a.Received, b.Received))
	})
	return out
}
