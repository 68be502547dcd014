package view

import (
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// RatingNotes says what in somebody's rating of a year does not agree with the rules
// of that year's rating; nothing is changed by it. Rules not checked at the source say
// so.
func (v *View) RatingNotes(p tdkt.Person, r tdkt.Rating) []string {
	r.Subject = tdkt.PersonSubject(p.ID)
	return v.NotesOf(r, 0)
}

// PointsScheme is the scheme by which someone is rated with points in a year; nil
// where the year rates without.
func (v *View) PointsScheme(p tdkt.Person, year int) *law.RatingScheme {
	s, _, err := v.Rules.SchemeOf(v.Facts, p.Employment, year)
	if err != nil || s.Levels[0].Points == 0 {
		return nil
	}
	return s
}
