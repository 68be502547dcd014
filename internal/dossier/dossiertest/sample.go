// Package dossiertest makes the sample department's submissions for tests.
package dossiertest

import (
	"testing"

	"tdkt/internal/demo"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Input is what the submission of a year of the sample department is made of, on the fifth
// of January after it, with the votes that its Council counted.
func Input(tb testing.TB, year int) dossier.Input {
	tb.Helper()
	rules, err := law.Load()
	if err != nil {
		tb.Fatalf("load the law: %v", err)
	}
	d := demo.Build()
	in := dossier.Input{
		Snapshot: &d.Snapshot, Rules: rules, Facts: law.NewFacts(&d.Snapshot, rules), Year: year,
		Nominations: d.Nominations, Today: tdkt.Date(year+1, 1, 5),
		Done: dossier.Proceeding{Round: tdkt.YearEndRound(year), Votes: map[tdkt.ID]dossier.Vote{}},
	}
	for _, n := range d.Nominations {
		rule, err := rules.Vote(in.Facts, n.Year, n.Title)
		if err != nil {
			tb.Fatalf("the vote on %s: %v", n.Title, err)
		}
		v := dossier.Vote{Rule: rule, Answer: law.Unknown}
		for _, b := range d.Proceedings.Ballots {
			if b.Nomination == n.ID {
				v.Ballot, v.Entered, v.Answer = b, true, rule.Judge(b.For, b.Members)
			}
		}
		in.Done.Votes[n.ID] = v
	}
	return in
}
