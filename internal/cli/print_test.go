package cli

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
)

// TestCheckReads: every answer of every case of the law as the terminal prints it: the verdict
// first, a đủ that waits for people's judgement in that word; each note on its line; each
// alternative once, and of one that cannot win what it fails by alone.
func TestCheckReads(t *testing.T) {
	r, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen, kinds, lost := map[string]bool{}, map[string]int{}, 0
	err = lawcase.Each(law.Cases(), func(name string, c *lawcase.Case) error {
		v := &view.View{Snapshot: c.Snapshot, Rules: r, Facts: law.NewFacts(c.Snapshot, r)}
		for _, a := range c.Run(r) {
			if a.Rating != "" || a.Refused != "" {
				continue
			}
			var out bytes.Buffer
			(&call{out: &out}).result(v, a.Result, true)
			where := fmt.Sprintf("%s %v", name, a.Ask)
			readsWell(t, where, a.Result, v.TitleName(a.Result.Title), out.String())
			kinds[a.Result.VerdictName()]++
			for _, n := range a.Result.Notes {
				seen[n.ID] = true
			}
			for _, way := range a.Result.Ways() {
				if way != "" && a.Result.Verdict(way) == law.No {
					lost++
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"đủ", "không đủ", "thiếu dữ liệu", "đủ nếu được đánh giá đạt"} {
		if kinds[want] == 0 {
			t.Errorf("no answer is %q", want)
		}
	}
	for _, g := range r.Regimes[:2] {
		for _, id := range g.NoteIDs() {
			if !seen[id] {
				t.Errorf("note %s is not printed by any case", id)
			}
		}
	}
	if lost < 100 {
		t.Errorf("only %d alternatives cannot win", lost)
	}
}

func readsWell(t *testing.T, where string, r law.Result, title, text string) {
	t.Helper()
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	_, verdict, _ := strings.Cut(lines[0], " — "+title+": ")
	if verdict != r.VerdictName() && !strings.HasPrefix(verdict, r.VerdictName()+" — ") {
		t.Errorf("%s: the first line %q does not say %q", where, lines[0], r.VerdictName())
	}
	if waits := r.Answer == law.Yes && r.Waiting() > 0; waits != strings.HasPrefix(verdict, "đủ nếu được đánh giá đạt") {
		t.Errorf("%s: %d judgements wait, the verdict is %q", where, r.Waiting(), verdict)
	}
	if strings.Contains(text, "[Cách") {
		t.Errorf("%s: an alternative is named beside a need:\n%s", where, text)
	}
	for _, n := range r.Notes {
		if !slices.Contains(lines, "    Lưu ý: "+n.String()) {
			t.Errorf("%s: the note %q is not printed", where, n)
		}
	}
	for _, way := range r.Ways() {
		if way == "" {
			continue
		}
		if n := strings.Count(text, way+": "); n != 1 {
			t.Errorf("%s: %s stands %d times", where, way, n)
		}
		if r.Verdict(way) != law.No {
			continue
		}
		for _, f := range r.Findings {
			line := fmt.Sprintf("      %s: %s; %s", strings.TrimSuffix(f.Why, "."), law.AnswerName(f.Answer), f.Seen)
			if f.Way == way && f.Answer != law.No && strings.Contains(text, line) && !elsewhere(r, f, line) {
				t.Errorf("%s: %s cannot win and tells %q all the same", where, way, f.Why)
			}
		}
	}
}

// elsewhere says whether another alternative that may win says the same.
func elsewhere(r law.Result, f law.Finding, line string) bool {
	return slices.ContainsFunc(r.Findings, func(o law.Finding) bool {
		same := fmt.Sprintf("      %s: %s; %s", strings.TrimSuffix(o.Why, "."), law.AnswerName(o.Answer), o.Seen)
		return o.Way != f.Way && o.Way != "" && r.Verdict(o.Way) != law.No && same == line
	})
}
