package law

// WhatIf is the figures of a cap, to be tried with others.
type WhatIf struct {
	BaseCount, Percent int
	Rounding           string
	Whole              bool // of a cap on ratings: counted over those at the best level too
}

// Roundings lists the ways a cap is rounded.
func Roundings() []string { return []string{roundDown, roundNear, roundUp} }

// TwoReadings says whether the texts allow two readings of the cap's base.
func (q QuotaLine) TwoReadings() bool { return q.Other != nil }

// WhatIf is the figures the cap is computed with.
func (q QuotaLine) WhatIf() WhatIf {
	return WhatIf{BaseCount: q.BaseCount, Percent: q.Percent, Rounding: q.Rounding, Whole: q.TwoReadings() && q.Base == q.Readings()[1]}
}

// With is the cap as it would be with other figures and so many chosen. A cap whose
// share is not known becomes known by one.
func (q QuotaLine) With(w WhatIf, chosen int) QuotaLine {
	q.BaseCount, q.Percent, q.Rounding, q.Chosen = w.BaseCount, w.Percent, w.Rounding, chosen
	q.Known = q.Known || w.Percent > 0
	switch {
	case !q.Known:
	case q.TwoReadings():
		q.read(w.Whole)
	default:
		q.Cap = share(q.BaseCount, q.Percent, q.Rounding)
	}
	return q
}
