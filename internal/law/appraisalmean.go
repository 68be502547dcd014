package law

import "tdkt/internal/tdkt"

// Part is a stretch of a year that a mean is told of beside the year's: a quarter or a
// half-year.
type Part struct {
	First, Last int // months
	Words       string
	Mean        int // hundredths
	Count       int // months counted
	Missing     int // sheets wanting
	Open        bool
}

// Done says whether nothing of the part is wanting: its mean stands.
func (p Part) Done() bool { return p.Count > 0 && p.Missing == 0 && !p.Open }

// parts of a year, by their months.
func yearParts() []Part {
	return []Part{
		{First: 1, Last: 3, Words: "quý I"},
		{First: 4, Last: 6, Words: "quý II"},
		{First: 7, Last: 9, Words: "quý III"},
		{First: 10, Last: 12, Words: "quý IV"},
		{First: 1, Last: 6, Words: "6 tháng đầu năm"},
		{First: 7, Last: 12, Words: "6 tháng cuối năm"},
	}
}

// MeanParts are the means of the four quarters, then of the two half-years, by what the
// periods of the year hold: of months, the mean of those worked; of quarters, the quarter
// itself and the mean of two.
func (a *Appraisal) MeanParts(f *Facts, r *Rules) []Part {
	rules := r.markRules(a.Scheme, a.Year)
	if rules == nil || len(a.Slots) == 0 {
		return nil
	}
	out := yearParts()
	for i := range out {
		p := &out[i]
		sum := 0
		for _, s := range a.Slots {
			first, last := s.Period.Months()
			if first < p.First || last > p.Last {
				continue
			}
			switch {
			case s.State == SlotCounted:
				sum += s.Mark.Head.Total
				p.Count++
			case s.Missing():
				p.Missing++
			case s.State == SlotAhead:
				p.Open = true
			}
		}
		if p.Count > 0 {
			p.Mean = MeanOf(sum, p.Count, rules.Mean.Digits, f.meanRounding(rules, a.Year))
		}
	}
	return out
}

// mean works out the mean of what counts.
func (a *Appraisal) mean(f *Facts, rules *MarkRules) {
	sum := 0
	for _, s := range a.Slots {
		if s.State == SlotCounted {
			sum += s.Mark.Head.Total
			a.Count++
		}
	}
	if a.Count == 0 {
		return
	}
	a.Mean = MeanOf(sum, a.Count, rules.Mean.Digits, f.meanRounding(rules, a.Year))
}

// PartMeans are the means of the two parts over the periods counted; false where one of them
// has a total alone.
func (a *Appraisal) PartMeans(f *Facts, r *Rules) (common, result int, ok bool) {
	rules := r.markRules(a.Scheme, a.Year)
	if rules == nil || a.Count == 0 {
		return 0, 0, false
	}
	for _, s := range a.Slots {
		if s.State != SlotCounted {
			continue
		}
		if !s.Mark.Head.HasParts() {
			return 0, 0, false
		}
		common, result = common+s.Mark.Head.Common, result+s.Mark.Head.Result
	}
	way := f.meanRounding(rules, a.Year)
	return MeanOf(common, a.Count, rules.Mean.Digits, way), MeanOf(result, a.Count, rules.Mean.Digits, way), true
}

func (f *Facts) meanRounding(rules *MarkRules, year int) string {
	if way, ok := localRounding(f.localText(year, rules.Mean.local)); ok {
		return way
	}
	return rules.Mean.Rounding
}

// MeanOf is the mean of n marks whose sum is given, in hundredths, to so many digits.
func MeanOf(sum, n, digits int, rounding string) int {
	unit := 1
	for range 2 - digits {
		unit *= 10
	}
	step := n * unit
	whole := sum / step
	switch rest := sum % step; {
	case rounding == roundUp && rest > 0, rounding == roundNear && 2*rest >= step:
		whole++
	}
	return whole * unit
}

// Meant says whether the mean of the year is what the decree wants it to be: every sheet is
// there and no period is still to come.
func (a *Appraisal) Meant() bool {
	for _, s := range a.Slots {
		if s.Missing() || s.State == SlotAhead {
			return false
		}
	}
	return a.Count > 0
}

// movedWords says in which units the year's periods were marked, "" for one alone.
func (a *Appraisal) movedWords(f *Facts, place int) string {
	var names []string
	var firsts, lasts []tdkt.Period
	before := -2
	for _, s := range a.Slots {
		if s.State == SlotAway {
			continue
		}
		unit := f.unitOn(place, s.Period.Span(a.Year).To)
		if unit < 0 {
			continue
		}
		if unit != before {
			names, firsts, lasts = append(names, f.subjects[unit].name), append(firsts, s.Period), append(lasts, s.Period)
		}
		before = unit
		lasts[len(lasts)-1] = s.Period
	}
	if len(names) < 2 {
		return ""
	}
	out := ""
	for i, n := range names[:len(names)-1] {
		if i > 0 {
			out += ", "
		}
		span := string(firsts[i])
		if lasts[i] != firsts[i] {
			span += "–" + string(lasts[i])
		}
		out += span + " ở " + n
	}
	return out + "; " + names[len(names)-1] + " xếp loại bằng cả điểm ấy"
}
