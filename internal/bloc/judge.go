package bloc

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Line is one criterion of one member, worked out. Points are hundredths.
type Line struct {
	Criterion tdkt.BlocCriterion
	Mark      tdkt.BlocMark
	Percent   tdkt.Quantity // of the plan that was reached
	Formula   tdkt.Quantity // what plan and result, or the level, come to; at most the standard
	Over      int64         // bonus of what is above the standard, before the cap of all
	Self      tdkt.Quantity // the member's mark: typed, else by the formula
	Final     tdkt.Quantity // the khối's mark, else the member's
	Why       []string      // how the points came about
	Gap       string        // what is lacking, a sentence; "" for nothing
}

// Counts says whether the row brings points.
func (l Line) Counts() bool { return l.Criterion.Kind != tdkt.BlocHeading }

// Checked says whether the khối's mark is there.
func (l Line) Checked() bool { return l.Mark.Checked.Known }

// ExtraLine is points beside the criteria, worked out.
type ExtraLine struct {
	Extra  tdkt.BlocExtra
	Text   string
	Points tdkt.Quantity
	Bars   bool
	Why    string
}

// Result is how one member stands.
type Result struct {
	Member    tdkt.BlocMember
	Lines     []Line
	Extras    []ExtraLine
	SelfBase  int64 // the member's marks
	Base      int64 // the khối's marks, the member's where there is none
	Over      int64 // bonus of what is above the standards, capped
	Bonus     int64
	Minus     int64
	SelfTotal tdkt.Quantity // known when no own mark is lacking
	Total     tdkt.Quantity // known when no mark is lacking
	SoFar     int64         // the total of what is there
	Missing   int           // criteria without any mark
	SelfGaps  int           // criteria that the member itself has not marked
	Unchecked int           // criteria that the khối has not marked
	Bars      []string      // why it gets no award
	Rank      int           // 0: not ranked
	Shared    bool          // others have the same rank
	Why       []string      // how the total came about
}

// Begun says whether any criterion has a mark.
func (out Result) Begun() bool {
	return slices.ContainsFunc(out.Lines, func(l Line) bool { return l.Counts() && l.Final.Known })
}

// Judge works out how a member stands. Marks and extras are the member's own.
func (r *Rules) Judge(m tdkt.BlocMember, criteria []tdkt.BlocCriterion, marks []tdkt.BlocMark, extras []tdkt.BlocExtra) Result {
	out := Result{Member: m}
	of := map[tdkt.ID]tdkt.BlocMark{}
	for _, x := range marks {
		of[x.Criterion] = x
	}
	var over int64
	for _, c := range criteria {
		l := r.line(c, of[c.ID])
		out.Lines = append(out.Lines, l)
		if !l.Counts() {
			continue
		}
		out.SelfBase += l.Self.N
		out.Base += l.Final.N
		over += l.Over
		out.Missing += one(!l.Final.Known)
		out.SelfGaps += one(!l.Self.Known && !c.Outside)
		out.Unchecked += one(!l.Checked())
	}
	out.Over = over
	if most := r.Over.Total; most.Known && over > most.N {
		out.Over = most.N
	}
	out.extras(r, extras)
	out.total(over)
	return out
}

func (out *Result) extras(r *Rules, extras []tdkt.BlocExtra) {
	for _, x := range extras {
		l := r.extra(x)
		out.Extras = append(out.Extras, l)
		if x.Minus {
			out.Minus += l.Points.N
		} else {
			out.Bonus += l.Points.N
		}
		if l.Bars {
			out.Bars = append(out.Bars, l.Text)
		}
		if !l.Points.Known {
			out.Missing++
		}
	}
}

// total adds up and says how.
func (out *Result) total(over int64) {
	rest := out.Over + out.Bonus - out.Minus
	out.SoFar = out.Base + rest
	if out.Missing == 0 && len(out.Lines) > 0 {
		out.Total = tdkt.Of(out.SoFar)
	}
	if out.SelfGaps == 0 && len(out.Lines) > 0 {
		out.SelfTotal = tdkt.Of(out.SelfBase + rest)
	}
	out.Why = append(out.Why, fmt.Sprintf(whyBase, Points(out.Base)))
	switch {
	case over > out.Over:
		out.Why = append(out.Why, fmt.Sprintf(whyOverCut, Points(out.Over), Points(over)))
	case over > 0:
		out.Why = append(out.Why, fmt.Sprintf(whyOver, Points(over)))
	}
	for _, l := range out.Extras {
		out.Why = append(out.Why, l.Why)
	}
	if out.Missing > 0 {
		out.Why = append(out.Why, fmt.Sprintf(whyMissing, out.Missing))
	} else if out.Unchecked > 0 {
		out.Why = append(out.Why, fmt.Sprintf(whyUnchecked, out.Unchecked))
	}
	for _, b := range out.Bars {
		out.Why = append(out.Why, fmt.Sprintf(whyBarred, b))
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// line works out one criterion.
func (r *Rules) line(c tdkt.BlocCriterion, m tdkt.BlocMark) Line {
	l := Line{Criterion: c, Mark: m}
	if !l.Counts() {
		return l
	}
	switch c.Kind { //nolint:exhaustive // the others have no formula
	case tdkt.MoreBetter, tdkt.LessBetter:
		r.measured(&l)
	case tdkt.ByLevel:
		r.levelled(&l)
	}
	l.Self = m.Self
	if !l.Self.Known {
		l.Self = l.Formula
	} else if l.Formula.Known && l.Formula != l.Self {
		l.Why = append(l.Why, fmt.Sprintf(whyOther, l.Self, l.Formula))
	}
	if c.Outside {
		l.Self = tdkt.Quantity{}
	}
	l.Final = l.Self
	if m.Checked.Known {
		l.Final = m.Checked
		if l.Self.Known && l.Self != m.Checked {
			l.Why = append(l.Why, fmt.Sprintf(whyChecked, m.Checked, l.Self))
		}
	}
	if l.Final.Known {
		l.Gap = ""
		return l
	}
	if l.Gap == "" {
		l.Gap = gapPlain
		if c.Outside {
			l.Gap = gapOutside
		}
	}
	return l
}

// measured is a criterion with a plan and a result.
func (r *Rules) measured(l *Line) {
	plan, result, standard := l.Mark.Plan, l.Mark.Result, int64(l.Criterion.Standard)
	part, whole := result.N, plan.N
	words := whyMore
	if l.Criterion.Kind == tdkt.LessBetter {
		part, whole, words = plan.N, result.N, whyLess
	}
	switch {
	case !plan.Known && !result.Known:
		l.Gap = gapBoth
		return
	case !plan.Known:
		l.Gap = gapPlan
		return
	case !result.Known:
		l.Gap = gapResult
		return
	case plan.N == 0:
		l.Gap = gapZeroPlan
		return
	case whole == 0:
		l.Gap = gapZeroResult
		return
	}
	l.Percent = tdkt.Of(mulDiv(part, 100*100, whole))
	raw := mulDiv(part, standard, whole)
	l.Formula = tdkt.Of(min(raw, standard))
	l.Why = append(l.Why, fmt.Sprintf(words, result, plan, Points(standard), Points(raw)))
	if raw <= standard {
		return
	}
	per := r.Over.PerPercent
	if !per.Known {
		l.Why = append(l.Why, fmt.Sprintf(whyNoOver, Points(standard)))
		return
	}
	over := mulDiv(raw-standard, per.N, 100)
	l.Over = over
	if most := r.Over.Most; most.Known {
		l.Over = min(over, mulDiv(standard, most.N, 100*100))
	}
	if l.Over < over {
		l.Why = append(l.Why, fmt.Sprintf(whyOverMost, Points(standard), Points(l.Over), Points(over), r.Over.Most))
	} else {
		l.Why = append(l.Why, fmt.Sprintf(whyOverLine, Points(standard), Points(l.Over)))
	}
}

// levelled is a criterion with a level.
func (r *Rules) levelled(l *Line) {
	level := l.Mark.Level
	if level == "" {
		l.Gap = gapLevel
		return
	}
	share, known := r.Share(level)
	switch {
	case !known:
		l.Gap = fmt.Sprintf(gapNoLevel, level)
	case !share.Known:
		l.Gap = fmt.Sprintf(gapNoShare, level)
	default:
		l.Formula = tdkt.Of(mulDiv(int64(l.Criterion.Standard), share.N, 100*100))
		l.Why = append(l.Why, fmt.Sprintf(whyLevel, level, share, Points(int64(l.Criterion.Standard)), l.Formula))
	}
}

// extra works out points beside the criteria.
func (r *Rules) extra(x tdkt.BlocExtra) ExtraLine {
	l := ExtraLine{Extra: x, Text: x.Reason}
	word := wordBonus
	if x.Minus {
		word = wordMinus
	}
	if x.Key == "" {
		l.Points = tdkt.Of(int64(x.Points) * int64(max(x.Count, 1)))
		l.Why = fmt.Sprintf(whyExtra, word, Points(l.Points.N), l.Text, timesWords(x.Count))
		return l
	}
	reason, days, ok := r.reason(x)
	switch {
	case !ok && days:
		l.Text = strings.TrimSpace(reason.Text)
		l.Points = tdkt.Of(0)
		l.Why = fmt.Sprintf(whyNotLate, x.Count)
		return l
	case !ok:
		l.Why = fmt.Sprintf(gapReason, x.Key)
		return l
	case days:
		l.Points = reason.Points.Quantity
		l.Why = fmt.Sprintf(whyExtra, word, l.Points, reason.Text, fmt.Sprintf(whyDays, x.Count))
	default:
		l.Points = tdkt.Of(reason.Points.N * int64(max(x.Count, 1)))
		l.Why = fmt.Sprintf(whyExtra, word, l.Points, reason.Text, timesWords(x.Count))
	}
	l.Text, l.Bars = reason.Text, reason.Bars
	return l
}

// reason is the reason of the rules that an extra goes by; days says that it goes by days.
func (r *Rules) reason(x tdkt.BlocExtra) (reason Reason, days, ok bool) {
	for _, one := range r.Reasons(x.Minus) {
		if one.Key != x.Key {
			continue
		}
		if !one.ByDays() {
			return one, false, true
		}
		days, reason = true, one
		if x.Count >= one.From && (one.Before == 0 || x.Count < one.Before) {
			return one, true, true
		}
	}
	return reason, days, false
}

// Points are hundredths as people write them.
func Points(n int64) string {
	if n < 0 {
		return "-" + tdkt.Of(-n).String()
	}
	return tdkt.Of(n).String()
}

// mulDiv is a·b/c, the half rounded up.
func mulDiv(a, b, c int64) int64 {
	x := new(big.Int).Mul(big.NewInt(a), big.NewInt(2*b))
	x.Add(x, big.NewInt(c))
	return x.Quo(x, big.NewInt(2*c)).Int64()
}
