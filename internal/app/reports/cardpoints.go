package reports

import (
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// CardPoint is one period of a person's year.
type CardPoint struct {
	Period       tdkt.Period
	Points       float64
	Has, Missing bool
}

// CardPoints are a person's months or quarters of a year as of a day, with the mean and the
// points from which the best level is given; nothing where nobody marked.
func CardPoints(v *view.View, person tdkt.ID, year int, on tdkt.Day) (points []CardPoint, mean, best float64) {
	if !v.ByPeriods(year) {
		return nil, 0, 0
	}
	const hundred = 100
	a := v.Rules.Appraise(v.Facts, person, year, on)
	if !a.Has() || a.Scheme == nil {
		return nil, 0, 0
	}
	for _, s := range a.Slots {
		p := CardPoint{Period: s.Period, Missing: s.Missing()}
		if s.State == law.SlotCounted {
			p.Has, p.Points = true, float64(s.Mark.Head.Total)/hundred
		}
		points = append(points, p)
	}
	for _, l := range a.Scheme.Levels[:min(1, len(a.Scheme.Levels))] {
		best = float64(l.Points)
	}
	return points, float64(a.Mean) / hundred, best
}
