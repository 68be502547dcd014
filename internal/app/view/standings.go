package view

import (
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Proceeding gathers what was voted and decided in a round.
func (v *View) Proceeding(r tdkt.Round) (dossier.Proceeding, error) {
	p := dossier.Proceeding{Round: r, Votes: map[tdkt.ID]dossier.Vote{}, Given: map[tdkt.ID]dossier.GivenBy{}}
	for _, m := range v.MeetingsIn(r) { // by day: a later vote takes the place of an earlier one
		list, err := v.Tallies(m)
		if err != nil {
			return p, err
		}
		for _, t := range list {
			if old, voted := p.Votes[t.Nomination.ID]; t.Entered || !voted && !old.Entered {
				p.Votes[t.Nomination.ID] = t.vote()
			}
		}
	}
	v.decidedIn(r, p.Given)
	if i := slices.IndexFunc(v.Movements, func(m tdkt.Movement) bool { return m.ID == r.Movement }); i >= 0 {
		p.Movement = v.Movements[i]
	}
	return p, nil
}

// vote is a tally as a Standing holds it.
func (t Tally) vote() dossier.Vote {
	out := dossier.Vote{Rule: t.Rule, Answer: law.Unknown}
	if t.Entered {
		out.Ballot, out.Entered, out.Published, out.Answer = t.Ballot, true, t.Ballot.Result != "", t.Result
	}
	return out
}

// decidedIn finds the decision of each nomination of a round: the line that names it, else,
// in the year's own round, the award of the subject, title and year, as imports leave it.
func (v *View) decidedIn(r tdkt.Round, given map[tdkt.ID]dossier.GivenBy) {
	decisions, awards := map[tdkt.ID]tdkt.Decision{}, map[tdkt.ID]tdkt.Award{}
	for _, d := range v.Decisions {
		decisions[d.ID] = d
	}
	for _, w := range v.Awards {
		awards[w.ID] = w
	}
	lineOf := map[tdkt.ID]tdkt.DecisionLine{} // by award
	for _, l := range v.Lines {
		d := decisions[l.Decision]
		if d.Kind != tdkt.Giving || awards[l.Award].Revoked {
			continue
		}
		lineOf[l.Award] = l
		if l.Nomination != "" {
			given[l.Nomination] = dossier.GivenBy{Decision: d, Award: l.Award, Amount: l.Amount}
		}
	}
	if r.ID != "" {
		return
	}
	v.givenWithoutLine(r, lineOf, decisions, given)
}

// givenWithoutLine takes awards that name no nomination for those of the year's own round.
func (v *View) givenWithoutLine(r tdkt.Round, lineOf map[tdkt.ID]tdkt.DecisionLine, decisions map[tdkt.ID]tdkt.Decision, given map[tdkt.ID]dossier.GivenBy) {
	loose := map[Aim]tdkt.Award{}
	for _, w := range v.Awards {
		if !w.Revoked && w.To == r.Year && lineOf[w.ID].Nomination == "" {
			loose[Aim{Subject: w.Subject, Title: w.Code}] = w
		}
	}
	for _, n := range v.Nominations {
		w, ok := loose[Aim{Subject: n.Subject, Title: n.Title}]
		if _, told := given[n.ID]; told || !ok || n.Year != r.Year || n.Round != "" || !n.State.PutForward() {
			continue
		}
		d, known := decisions[lineOf[w.ID].Decision]
		if !known {
			d = tdkt.Decision{Kind: tdkt.Giving, Number: w.Decision, Date: w.Date, Signer: w.Signer, Level: w.Level, Manner: w.Manner}
		}
		given[n.ID] = dossier.GivenBy{Decision: d, Award: w.ID, Amount: lineOf[w.ID].Amount}
	}
}

// MeetingsIn lists the meetings of a round in the order of their days.
func (v *View) MeetingsIn(r tdkt.Round) []tdkt.Meeting {
	var out []tdkt.Meeting
	for _, m := range v.MeetingsOf(r.Year) {
		if m.Round == r.ID {
			out = append(out, m)
		}
	}
	return out
}
