package dossier

import (
	"slices"

	"tdkt/internal/tdkt"
)

// Part is one of the folders that the papers of a round are put into, by who decides: its
// name is the folder's.
type Part string

// The parts, in the order of the folder.
const (
	OwnPart   Part = "1. Sở quyết định"
	UpPart    Part = "2. Trình tỉnh"
	HousePart Part = "Nội bộ" // what stays in the house
)

// Parts lists them in order.
func Parts() []Part { return []Part{OwnPart, UpPart, HousePart} }

// Leaves says whether the papers of the part leave the house.
func (p Part) Leaves() bool { return p != HousePart }

// Holds says whether a nominee's case belongs into the part: each case on the lists is
// decided at one level, and the house keeps them all.
func (p Part) Holds(n Nominee) bool {
	switch p {
	case OwnPart:
		return n.OnList() && n.Title.Level == OwnLevel
	case UpPart:
		return n.OnList() && n.Title.Level != OwnLevel
	case HousePart:
	}
	return true
}

// For is the submission as one part sees it: exactly its cases, their money, initiatives,
// papers and enclosures. The rest is the whole submission's.
func (s *Submission) For(p Part) *Submission {
	out := *s
	out.Part = p
	out.Enclosures = keep(s.Enclosures, func(e Enclosure) bool { return e.Part == p })
	if p == HousePart {
		return &out
	}
	return out.cut(keep(s.Nominees, p.Holds))
}

// cut is the submission with some of its nominees alone: their money, initiatives, papers
// and who did not vote on them.
func (s *Submission) cut(nominees []Nominee) *Submission {
	out := *s
	out.Nominees = nominees
	mine, who, cases := map[aim]bool{}, map[tdkt.Subject]bool{}, map[tdkt.ID]bool{}
	for _, n := range nominees {
		mine[aim{n.Subject, n.Title.Code}], who[n.Subject], cases[n.Nomination] = true, true, true
	}
	out.Meeting.Recused = keep(s.Meeting.Recused, func(r Recusal) bool { return cases[r.Nomination] })
	out.Bonuses = keep(s.Bonuses, func(b BonusRow) bool { return mine[aim{b.Subject, b.Title.Code}] })
	out.Papers = keep(s.Papers, func(r PaperRow) bool { return mine[aim{r.Subject, r.Title.Code}] })
	out.Initiatives = keep(s.Initiatives, func(r InitiativeRow) bool {
		return slices.ContainsFunc(r.Authors, func(a Author) bool { return who[a.Subject] })
	})
	return &out
}

// Written says whether the part has anything to propose; a part without a case is not
// written.
func (s *Submission) Written(p Part) bool {
	return p == HousePart || (!s.Expected || s.Draft) && slices.ContainsFunc(s.Nominees, p.Holds)
}

// Blocked lists what must be put right before a paper may leave the house.
func (s *Submission) Blocked() []Check {
	return keep(s.Checks, func(c Check) bool { return c.Severity == MustFix })
}

// keep is what of a list is meant, in a list of its own.
func keep[T any](list []T, meant func(T) bool) []T {
	var out []T
	for _, x := range list {
		if meant(x) {
			out = append(out, x)
		}
	}
	return out
}
