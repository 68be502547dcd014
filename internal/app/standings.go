package app

import (
	"cmp"
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Standings tells what each case of a round comes to, those taken back too.
func (a *App) Standings(r tdkt.Round) ([]dossier.Standing, error) {
	in, err := a.roundInput(a.View(), r)
	if err != nil {
		return nil, err
	}
	return dossier.Standings(in)
}

// prospects tells what cases of a round come to that may not have been proposed yet, in
// the order asked. A case with a nomination that stands is that one.
func (a *App) prospects(v *View, r tdkt.Round, cases []aim) ([]dossier.Standing, error) {
	in, err := a.roundInput(v, r)
	if err != nil {
		return nil, err
	}
	list := make([]tdkt.Nomination, len(cases))
	for i, c := range cases {
		n, ok := v.NominationIn(r, c.subject, c.title)
		if !ok {
			n = tdkt.Nomination{Year: r.Year, Round: r.ID, Subject: c.subject, Title: c.title, State: tdkt.Proposed}
		}
		list[i] = n
	}
	return dossier.Prospect(in, list)
}

// roundInput is what a submission or a standing of a round is made of.
func (a *App) roundInput(v *View, r tdkt.Round) (dossier.Input, error) {
	in := a.dossierInput(v, r.Year)
	for _, n := range v.Nominations {
		if n.Year == r.Year && n.Round == r.ID {
			in.Nominations = append(in.Nominations, n)
		}
	}
	in.Attachments, in.Plans, in.Decisions, in.Lines = v.Attachments, v.Plans, v.Decisions, v.Lines
	var err error
	in.Done, err = v.proceeding(r)
	return in, err
}

// proceeding gathers what was voted and decided in a round.
func (v *View) proceeding(r tdkt.Round) (dossier.Proceeding, error) {
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
	loose := map[aim]tdkt.Award{}
	for _, w := range v.Awards {
		if !w.Revoked && w.To == r.Year && lineOf[w.ID].Nomination == "" {
			loose[aim{w.Subject, w.Code}] = w
		}
	}
	for _, n := range v.Nominations {
		w, ok := loose[aim{n.Subject, n.Title}]
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

// Group is the cases of an act that share the reason why they do not simply go on.
type Group struct {
	Reason dossier.Reason
	Cases  []dossier.Standing
	May    bool // a named ground lets them go on
}

// Vetted is an act's cases held against their standing.
type Vetted struct {
	Clean  []dossier.Standing
	Groups []Group // gravest reason first; a case stands in the group of its gravest
}

// Left is how many cases are not clean.
func (t Vetted) Left() int {
	n := 0
	for _, g := range t.Groups {
		n += len(g.Cases)
	}
	return n
}

// Barred takes all groups but those of some reasons for clean: an act that asks about no
// other lets them go on.
func (t Vetted) Barred(reasons ...dossier.Reason) Vetted {
	out := Vetted{Clean: slices.Clone(t.Clean)}
	for _, g := range t.Groups {
		if slices.Contains(reasons, g.Reason) {
			out.Groups = append(out.Groups, g)
			continue
		}
		out.Clean = append(out.Clean, g.Cases...)
	}
	return out
}

// vetted sorts cases by the gravest fault that nobody covered and that the act asks about.
func vetted(list []dossier.Standing, asks ...dossier.Reason) Vetted {
	var out Vetted
	groups := map[dossier.Reason]*Group{}
	for _, s := range list {
		reason, open := gravest(s, asks)
		if !open {
			out.Clean = append(out.Clean, s)
			continue
		}
		if groups[reason] == nil {
			_, may := reason.Need()
			groups[reason] = &Group{Reason: reason, May: may}
		}
		groups[reason].Cases = append(groups[reason].Cases, s)
	}
	for _, g := range groups {
		out.Groups = append(out.Groups, *g)
	}
	slices.SortFunc(out.Groups, func(x, y Group) int {
		return cmp.Compare(slices.Index(dossier.Reasons(), x.Reason), slices.Index(dossier.Reasons(), y.Reason))
	})
	return out
}

func gravest(s dossier.Standing, asks []dossier.Reason) (dossier.Reason, bool) {
	for _, f := range s.Open() {
		if len(asks) == 0 || slices.Contains(asks, f.Reason) {
			return f.Reason, true
		}
	}
	return "", false
}
