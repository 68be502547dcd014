package view

import (
	"tdkt/internal/tdkt"
)

// RatingOf is a subject's rating of a year; false when none is entered.
func (v *View) RatingOf(year int, s tdkt.Subject) (tdkt.Rating, bool) {
	for _, r := range v.Ratings {
		if r.Year == year && r.Subject == s {
			return r, true
		}
	}
	return tdkt.Rating{}, false
}
