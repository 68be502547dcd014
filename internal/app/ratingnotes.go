package app

import (
	"fmt"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// RatingNotes says what in somebody's rating of a year does not agree with the rules
// of that year's rating; nothing is changed by it. Rules not checked at the source say
// so.
func (v *View) RatingNotes(p tdkt.Person, r tdkt.Rating) []string {
	s, err := v.Rules.RatingScheme(p.Employment, r.Year)
	if err != nil || r.Level == "" {
		return nil // no rules for this staff and year, or not rated yet
	}
	var out []string
	if level, ok := s.LevelFor(r.Points); ok && level != r.Level {
		out = append(out, fmt.Sprintf("%s điểm ứng với mức %s%s", pointsWords(r.Points), level.Words(), unproved(s.Levels[0].Mark)))
	}
	if s.Head != nil && p.Leader {
		unit := v.UnitIn(p, r.Year)
		if own, ok := v.RatingOf(r.Year, tdkt.UnitSubject(unit)); ok && r.Level != own.Level && r.Level.AtLeast(own.Level) {
			out = append(out, fmt.Sprintf("cao hơn mức của %s (%s); nếu là người đứng đầu thì xem lại: %s%s",
				v.UnitName(unit), own.Level.Words(), s.Head.Cite, unproved(s.Head.Mark)))
		}
	}
	if s.Months != nil && !servedMonths(p, r.Year, s.Months.Least) {
		out = append(out, fmt.Sprintf("làm việc chưa đủ %d tháng trong năm, không thuộc diện xếp loại: %s%s", s.Months.Least, s.Months.Cite, unproved(s.Months.Mark)))
	}
	return out
}

// unproved is said behind what was not compared with the statute.
func unproved(mark string) string {
	if mark == "V" {
		return ""
	}
	return " (chưa kiểm chứng)"
}

// servedMonths says whether someone served so many months of a year; somebody whose
// start was not entered is taken to have.
func servedMonths(p tdkt.Person, year, least int) bool {
	from, to := max(p.Start, tdkt.FirstDay(year)), tdkt.LastDay(year)
	if p.End != 0 {
		to = min(to, p.End)
	}
	return from.AddMonths(least) <= to.Next()
}

// PointsScheme is the scheme by which someone is rated with points in a year; nil
// where the year rates without.
func (v *View) PointsScheme(p tdkt.Person, year int) *law.RatingScheme {
	s, err := v.Rules.RatingScheme(p.Employment, year)
	if err != nil || s.Levels[0].Points == 0 {
		return nil
	}
	return s
}
