package law_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Facts that follow a row gone from the front of a list, or come back to it, answer as
// facts made anew: every other row of the list has moved by one.
func TestFactsFollowRowsThatMove(t *testing.T) {
	rules := oracleRules(t)
	nobody := func(tdkt.Subject, string) bool { return false }
	eachWorld(some(120), func(seed uint64, w *world) {
		for _, list := range []struct {
			noun tdkt.Noun
			cut  func(*tdkt.Snapshot) bool
		}{
			{tdkt.NounRating, func(s *tdkt.Snapshot) bool { return cutFirst(&s.Ratings) }},
			{tdkt.NounAward, func(s *tdkt.Snapshot) bool { return cutFirst(&s.Awards) }},
			{tdkt.NounInitiative, func(s *tdkt.Snapshot) bool { return cutFirst(&s.Initiatives) }},
			{tdkt.NounPledge, func(s *tdkt.Snapshot) bool { return cutFirst(&s.Pledges) }},
		} {
			less := *w.s
			if !list.cut(&less) {
				continue
			}
			for _, step := range []struct {
				from, to *tdkt.Snapshot
				moved    tdkt.Splice
			}{{w.s, &less, tdkt.Splice{Gone: []int{0}}}, {&less, w.s, tdkt.Splice{Fresh: []int{0}}}} {
				before := law.NewFacts(step.from, rules)
				known, err := rules.Verdicts(t.Context(), before, w.year, nobody)
				if err != nil {
					t.Fatal(err)
				}
				facts, whom := before.After(step.to, rules, map[tdkt.Noun]tdkt.Splice{list.noun: step.moved})
				fresh := law.NewFacts(step.to, rules)
				if diff := differ(judgedAll(t, rules, fresh, w.year), judgedAll(t, rules, facts, w.year)); diff != "" {
					t.Fatalf("world %d, %s: mismatch (-anew +after)\n%s", seed, list.noun, diff)
				}
				anew, err := rules.Verdicts(t.Context(), fresh, w.year, nobody)
				if err != nil {
					t.Fatal(err)
				}
				if diff := differ(slices.Collect(anew.All()), slices.Collect(known.After(facts, whom, nobody).All())); diff != "" {
					t.Fatalf("world %d, %s: verdicts mismatch (-anew +after)\n%s", seed, list.noun, diff)
				}
			}
		}
	})
}

// differ is cmp.Diff where there is something to tell: it looks long at what is alike.
func differ[T any](want, got T) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got)
}

func cutFirst[T any](list *[]T) bool {
	if len(*list) == 0 {
		return false
	}
	*list = slices.Clone((*list)[1:])
	return true
}

func judgedAll(t *testing.T, rules *law.Rules, f *law.Facts, year int) []law.Result {
	t.Helper()
	all, err := rules.All(t.Context(), f, year, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(all)
}
