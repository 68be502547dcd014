package awards

import (
	"slices"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
)

// TestCardReads: every answer of every case of the law as the card tells it: each kind of note
// a line of its own, the verdict in the word that says what it hangs on, and no alternative
// that cannot win open while another may.
func TestCardReads(t *testing.T) {
	r, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen, waits, folded := map[string]bool{}, 0, 0
	err = lawcase.Each(law.Cases(), func(name string, c *lawcase.Case) error {
		for _, a := range c.Run(r) {
			if a.Rating != "" || a.Refused != "" {
				continue
			}
			said := remarks(a.Result)
			for _, n := range a.Result.Notes {
				seen[n.ID] = true
				if !slices.Contains(said, wordRemark+": "+n.String()) {
					t.Errorf("%s %v: the card does not say %q", name, a.Ask, n)
				}
			}
			if got := (row{res: a.Result}).state().word; !a.Result.Hold && got != a.Result.VerdictName() {
				t.Errorf("%s %v: the card says %q, the verdict is %q", name, a.Ask, got, a.Result.VerdictName())
			}
			if a.Result.VerdictName() != law.AnswerName(a.Result.Answer) {
				waits++
			}
			folded += foldsTheLost(t, name, a)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range r.Regimes[:2] {
		for _, id := range g.NoteIDs() {
			if !seen[id] {
				t.Errorf("no card says note %s", id)
			}
		}
	}
	if waits == 0 || folded < 100 {
		t.Errorf("%d verdicts hang on judgement, %d alternatives are folded", waits, folded)
	}
}

func foldsTheLost(t *testing.T, name string, a lawcase.Answer) int {
	t.Helper()
	lost, n := losing(a.Result), 0
	ways := slices.DeleteFunc(a.Result.Ways(), func(w string) bool { return w == "" })
	mayWin := slices.ContainsFunc(ways, func(w string) bool { return a.Result.Verdict(w) != law.No })
	for _, way := range ways {
		if a.Result.Verdict(way) == law.No && mayWin && !lost[way] {
			t.Errorf("%s %v: %s cannot win and stands open", name, a.Ask, way)
		}
		if lost[way] {
			n++
		}
	}
	return n
}
