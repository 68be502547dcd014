package paper_test

import (
	"slices"
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
)

// TestNotes: whatever must be said beside an answer of any case of the law stands on its page,
// each kind of it, and the verdict says when it hangs on people's judgement.
func TestNotes(t *testing.T) {
	s := open(t)
	seen, waits := map[string]bool{}, 0
	err := lawcase.Each(law.Cases(), func(name string, c *lawcase.Case) error {
		mine := &sample{Snapshot: *c.Snapshot, rules: s.rules, facts: law.NewFacts(c.Snapshot, s.rules)}
		for _, a := range c.Run(s.rules) {
			if a.Rating != "" || a.Refused != "" {
				continue
			}
			p := mine.pageOf(t, a.Result)
			for _, n := range a.Result.Notes {
				seen[n.ID] = true
				if !slices.Contains(p.Notes, "Lưu ý: "+n.String()) {
					t.Errorf("%s %v: the page does not say %q", name, a.Ask, n)
				}
			}
			hangs := a.Result.Answer == law.Yes && a.Result.Waiting() > 0
			if hangs != strings.HasSuffix(p.Answer, "NẾU ĐƯỢC ĐÁNH GIÁ ĐẠT") {
				t.Errorf("%s %v: %d judgements wait, the page says %s", name, a.Ask, a.Result.Waiting(), p.Answer)
			}
			if hangs {
				waits++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range s.rules.Regimes[:2] {
		for _, id := range g.NoteIDs() {
			if !seen[id] {
				t.Errorf("note %s stands on no page", id)
			}
		}
	}
	if waits == 0 {
		t.Error("no verdict hangs on judgement")
	}
}
