package law_test

import (
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
)

// A note that no case says is a note nobody has tried: each of every regime is said by one.
func TestEveryNoteIsSaidByACase(t *testing.T) {
	r := rules(t)
	type note struct{ regime, id string }
	said := map[note]bool{}
	err := lawcase.Each(law.Cases(), func(_ string, c *lawcase.Case) error {
		for _, a := range append(c.Run(r), c.IntoLast(r).Run(r)...) {
			for _, n := range a.Result.Notes {
				said[note{a.Result.Regime, n.ID}] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range r.Regimes {
		for _, id := range g.NoteIDs() {
			if !said[note{g.ID, id}] {
				t.Errorf("%s: no case says note %s", g.ID, id)
			}
		}
	}
}
