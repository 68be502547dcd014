package app

import (
	"cmp"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Standings tells what each case of a round comes to, those taken back too.
func (a *App) Standings(r tdkt.Round) ([]dossier.Standing, error) {
	in, err := a.RoundInput(a.View(), r)
	if err != nil {
		return nil, err
	}
	return dossier.Standings(in)
}

// prospects tells what cases of a round come to that may not have been proposed yet, in
// the order asked. A case with a nomination that stands is that one.
func (a *App) prospects(v *view.View, r tdkt.Round, cases []view.Aim) ([]dossier.Standing, error) {
	in, err := a.RoundInput(v, r)
	if err != nil {
		return nil, err
	}
	list := make([]tdkt.Nomination, len(cases))
	for i, c := range cases {
		n, ok := v.NominationIn(r, c.Subject, c.Title)
		if !ok {
			n = tdkt.Nomination{Year: r.Year, Round: r.ID, Subject: c.Subject, Title: c.Title, State: tdkt.Proposed}
		}
		list[i] = n
	}
	return dossier.Prospect(in, list)
}

// RoundInput is what a submission or a standing of a round is made of.
func (a *App) RoundInput(v *view.View, r tdkt.Round) (dossier.Input, error) {
	in := a.DossierInput(v, r.Year)
	for _, n := range v.Nominations {
		if n.Year == r.Year && n.Round == r.ID {
			in.Nominations = append(in.Nominations, n)
		}
	}
	in.Attachments, in.Plans, in.Decisions, in.Lines = v.Attachments, v.Plans, v.Decisions, v.Lines
	var err error
	in.Done, err = v.Proceeding(r)
	return in, err
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

// DossierInput is what the dossier of a year is gathered from.
func (a *App) DossierInput(v *view.View, year int) dossier.Input {
	return dossier.Input{Snapshot: v.Snapshot, Rules: v.Rules, Facts: v.Facts, Year: year, Today: a.Today(), Passages: v.Passages}
}
