package imports

import (
	"fmt"
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// answerBoth keeps both of two awards of one title and year.
const answerBoth = "hai lần khen"

// awardKey is whose award it is, and which.
type awardKey struct {
	code, title string
	from, to    int
}

// firstAward is the decision an award was first named with, and where.
type firstAward struct{ decision, where string }

// knownAwards are the decisions of the awards the data holds.
func (o *oldImporter) knownAwards() map[awardKey][]firstAward {
	out := map[awardKey][]firstAward{}
	for _, w := range o.v.Awards {
		if w.Decision == "" || w.Revoked {
			continue
		}
		k := awardKey{o.codes[w.Subject.ID], w.Code, w.From, w.To}
		out[k] = append(out[k], firstAward{w.Decision, "sổ"})
	}
	return out
}

// sameDecision says whether two numbers are one, however they are spaced and typed.
func sameDecision(a, b string) bool {
	plain := func(s string) string { return strings.ReplaceAll(tdkt.Fold(s), " ", "") }
	return a == b || plain(a) == plain(b)
}

// awardedAgain asks about an award of the same title and year by another decision: one of
// the two numbers may be wrong. It is true when the award is not to be written (yet).
func (o *oldImporter) awardedAgain(i int, named map[awardKey][]firstAward) bool {
	f := &o.Facts[i]
	if f.Kind != intake.FactAward || f.Decision == "" || f.Code == "" {
		return false
	}
	k := awardKey{f.Code, f.Title, f.From, f.To}
	first := named[k]
	for _, n := range first {
		if sameDecision(n.decision, f.Decision) {
			return false
		}
	}
	named[k] = append(first, firstAward{f.Decision, fmt.Sprintf("ô %s của %s", f.Cell, f.File)})
	if len(first) == 0 {
		return false
	}
	d := intake.Doubt{
		Field: "again", Text: fmt.Sprintf("%s: %s %s, %s", f.Name, f.Title, years(f.From, f.To), f.Decision), Proposal: answerBoth, Holds: true,
		Why: fmt.Sprintf("%s đã có %s %s theo quyết định %s (%s), ở đây là %s: hai lần khen, hay ghi nhầm số?",
			f.Name, o.v.TitleName(f.Title), years(f.From, f.To), first[0].decision, first[0].where, f.Decision),
		Who: []intake.Choice{{Value: answerBoth, Label: "Hai lần khen, ghi cả hai"}, {Value: intake.Skip, Label: "Bỏ qua dòng này"}},
	}
	v, answered := o.ask(i, d)
	switch {
	case !answered:
		o.Fates[i] = OldHeld
		return true
	case tdkt.Fold(v) == tdkt.Fold(intake.Skip):
		f.Skipped, o.Fates[i] = true, OldSkipped
		return true
	case tdkt.Fold(v) != tdkt.Fold(answerBoth):
		f.Doubts, o.Fates[i] = append(f.Doubts, d), OldHeld
		return true
	}
	return false
}
