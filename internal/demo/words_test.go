package demo

import (
	"slices"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Titles, needs and local values are written in the tables as the law files write
// them. One misspelt would be kept, shown as nothing and never judged.
func TestLawKnowsEveryWord(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	regime := func(year int) *law.Regime {
		t.Helper()
		g, err := rules.Criteria(year)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	d := Build()
	for _, a := range d.Snapshot.Awards {
		info, ok := rules.Code(a.Code)
		if !ok || !slices.Contains(info.Kinds, a.Subject.Kind) || info.Yearly && a.From != a.To {
			t.Errorf("award %s of a %s for %d to %d", a.Code, a.Subject.Kind, a.From, a.To)
		}
	}
	for _, p := range d.Snapshot.Pledges {
		if _, ok := regime(p.Year).Title(p.Subject.Kind, p.Title); !ok {
			t.Errorf("pledge of %s by a %s in %d", p.Title, p.Subject.Kind, p.Year)
		}
	}
	for _, n := range d.Nominations {
		if _, ok := regime(n.Year).Title(n.Subject.Kind, n.Title); !ok {
			t.Errorf("nomination of a %s for %s in %d", n.Subject.Kind, n.Title, n.Year)
		}
	}
	for _, k := range d.Snapshot.Ticks {
		title, need, manual, ok := regime(k.Year).NeedFor(k.Subject.Kind, k.Title, k.Need)
		if !ok || !manual || title != k.Title || need != k.Need {
			t.Errorf("tick of %s %s in %d names no manual need of its own", k.Title, k.Need, k.Year)
		}
	}
	for _, l := range d.Snapshot.Locals {
		checkLocal(t, regime(l.Year), l)
	}
}

func checkLocal(t *testing.T, g *law.Regime, l tdkt.Local) {
	t.Helper()
	keys := g.LocalKeys()
	at := slices.IndexFunc(keys, func(k law.LocalKey) bool { return k.Key == l.Key })
	if at < 0 {
		t.Errorf("%s leaves no place for the local value %q", g.ID, l.Key)
		return
	}
	if problem := keys[at].LocalProblem(l.Value); problem != "" {
		t.Errorf("%d %s: %s", l.Year, l.Key, problem)
	}
}
