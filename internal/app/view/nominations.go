package view

import (
	"fmt"
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// NominationOf is the nomination of a subject for a title in a year's own round that
// stands; false when there is none, or it was withdrawn or returned.
func (v *View) NominationOf(year int, s tdkt.Subject, title string) (tdkt.Nomination, bool) {
	return v.NominationIn(tdkt.YearEndRound(year), s, title)
}

// NominationIn is NominationOf in any round.
func (v *View) NominationIn(r tdkt.Round, s tdkt.Subject, title string) (tdkt.Nomination, bool) {
	for _, n := range v.Nominations {
		if n.Year == r.Year && n.Round == r.ID && n.Subject == s && n.Title == title && n.State.PutForward() {
			return n, true
		}
	}
	return tdkt.Nomination{}, false
}

// Fallen is a nomination that no longer stands: proposing again takes it up.
func (v *View) Fallen(r tdkt.Round, s tdkt.Subject, title string) (tdkt.Nomination, bool) {
	for _, n := range v.Nominations {
		if n.Year == r.Year && n.Round == r.ID && n.Subject == s && n.Title == title && !n.State.PutForward() {
			return n, true
		}
	}
	return tdkt.Nomination{}, false
}

// Aim is a subject and a title.
type Aim struct {
	Subject tdkt.Subject
	Title   string
}

// NotYet are the subjects that have no standing nomination for the title in the round,
// each once.
func (v *View) NotYet(r tdkt.Round, title string, subjects []tdkt.Subject) []Aim {
	var out []Aim
	for _, s := range subjects {
		if _, ok := v.NominationIn(r, s, title); !ok && !slices.Contains(out, Aim{Subject: s, Title: title}) {
			out = append(out, Aim{Subject: s, Title: title})
		}
	}
	return out
}

// StepsOf is the trail of a nomination, oldest first.
func (v *View) StepsOf(nomination tdkt.ID) []tdkt.Step {
	var out []tdkt.Step
	for _, s := range v.Steps {
		if s.Nomination == nomination {
			out = append(out, s)
		}
	}
	return out
}

// Bars says what bars a nomination from being marked as carried by hand, or from being
// sent on: a vote that is asked for and missing or lost, the law's no, an open case.
func (v *View) Bars(s dossier.Standing, to tdkt.State) tdkt.Problem {
	asks := []dossier.Reason{dossier.NotMet, dossier.VotedDown, dossier.NoBallot, dossier.VoteOpen, dossier.OnHold}
	if to != tdkt.Approved && to != tdkt.Submitted {
		return tdkt.Problem{}
	}
	for _, f := range s.Open() {
		if slices.Contains(asks, f.Reason) && (to != tdkt.Approved || f.Reason != dossier.VotedDown || s.Vote.Entered) {
			return tdkt.Problem{Cell: s.Code, Text: s.Named() + ": " + f.Text}
		}
	}
	return tdkt.Problem{}
}

// MayMove is a nomination as it stands now, and why it may not move so.
func (v *View) MayMove(n tdkt.Nomination, to tdkt.State) (tdkt.Nomination, tdkt.Problem) {
	for _, now := range v.Nominations {
		if now.ID == n.ID {
			n = now
		}
	}
	if _, ok := n.State.May(to, tdkt.ByHand); ok {
		return n, tdkt.Problem{}
	}
	return n, tdkt.Problem{
		Cell: v.Facts.CodeOf(n.Subject),
		Text: fmt.Sprintf("%s, %s: đang ở bước “%s”, không chuyển sang “%s” được.", v.Facts.NameOf(n.Subject), v.TitleName(n.Title), n.State, to),
	}
}

// Quotas compares the caps of a year with the nominations made for it.
func (v *View) Quotas(year int) ([]law.QuotaLine, error) {
	chosen := map[string]int{}
	for _, n := range v.Nominations {
		if n.Year == year && n.State.Stands() && n.Subject.Kind == tdkt.APerson {
			chosen[n.Title]++
		}
	}
	return v.Rules.Quotas(v.Facts, year, chosen)
}
