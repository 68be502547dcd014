package law_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// worlds is how many departments are compared, with -long; see asked for the questions of
// each. The gate is content with every sixth: what only one world of thousands shows is left
// to -long.
const worlds = 6000

func worldsNow() int { return some(worlds) }

// some is all of n with -long, every sixth in the gate.
func some(n int) int {
	if *long {
		return n
	}
	return n / 6
}

// eachWorld calls look with every world in turn: all questions in turn, seeds on end.
func eachWorld(n int, look func(seed uint64, w *world)) {
	eachWorldUntil(n, func(uint64) bool { return false }, look)
}

func eachWorldUntil(n int, enough func(seed uint64) bool, look func(seed uint64, w *world)) {
	questions := oracleQuestions()
	for i := range n {
		if enough(uint64(i)) {
			return
		}
		look(uint64(i), newWorld(uint64(i), questions[i%len(questions)]))
	}
}

func oracleRules(t *testing.T) *law.Rules {
	t.Helper()
	rules, err := law.Load()
	if err != nil {
		t.Fatalf("load the rules: %v", err)
	}
	return rules
}

// bookOf names the book of rules of a year: 2026 has its own file, which repeats B.
func bookOf(year int) string {
	switch {
	case regimeA(year):
		return "A"
	case year < 2026:
		return "B"
	default:
		return "2026"
	}
}

// TestOracleWorldsShowEveryAnswer guards the comparison below: a title that is never
// đủ in any world would agree with any engine that never says đủ.
func TestOracleWorldsShowEveryAnswer(t *testing.T) {
	const n = worlds * 3 / 2
	seen, compared := map[string]int{}, map[string]bool{}
	const often = 5
	rare := map[string]bool{} // seen less than often
	for _, q := range oracleQuestions() {
		for _, answer := range []tri{triNo, triUnknown, triYes} {
			rare[fmt.Sprintln(bookOf(q.year), q.kind, q.title, answer)] = true
		}
	}
	enough := func(seed uint64) bool { return len(rare) == 0 && int(seed) >= worldsNow() }
	eachWorldUntil(n, enough, func(seed uint64, w *world) {
		o := newOracle(w.s)
		key := fmt.Sprintln(bookOf(w.year), w.who.Kind, w.title, o.answer(w.who, w.title, w.year))
		if seen[key]++; seen[key] >= often {
			delete(rare, key)
		}
		compared[key] = compared[key] || int(seed) < worldsNow()
		seen[fmt.Sprintln("hold", o.held(w.who, tdkt.LastDay(w.year)))]++
	})
	for _, q := range oracleQuestions() {
		for _, answer := range []tri{triNo, triUnknown, triYes} {
			key := fmt.Sprintln(bookOf(q.year), q.kind, q.title, answer)
			if seen[key] < often || !compared[key] {
				t.Errorf("seen %d times in %d worlds, want 5 or more; among the %d compared: %v: %s", seen[key], n, worldsNow(), compared[key], key)
			}
		}
	}
	if seen["hold true\n"] < 20 || seen["hold false\n"] < 20 {
		t.Errorf("holds: %d with, %d without, want 20 or more of each", seen["hold true\n"], seen["hold false\n"])
	}
	if testing.Verbose() {
		for _, key := range slices.Sorted(maps.Keys(seen)) {
			t.Logf("%5d %s", seen[key], key)
		}
	}
}

// dispute is one question and what is wrong with the engine's answer to it.
type dispute struct {
	year  int
	on    tdkt.Day
	who   tdkt.Subject
	title string
}

// wrong says in what the engine differs from the oracle, "" when in nothing.
func (d dispute) wrong(rules *law.Rules, f *law.Facts) string {
	o := newOracle(f.Snapshot)
	got, err := rules.Judge(f, law.Question{Year: d.year, On: d.on, Subject: d.who, Title: d.title, Brief: true})
	if err != nil {
		return fmt.Sprintf("the engine refuses: %v", err)
	}
	if want := o.answer(d.who, d.title, d.year); string(got.Answer) != want.String() {
		return fmt.Sprintf("the engine says %s, the design %s\n%s", got.Answer, want, findingsText(got))
	}
	on := d.on
	if on == 0 {
		on = tdkt.LastDay(d.year)
	}
	if want := o.held(d.who, on); got.Hold != want {
		return fmt.Sprintf("the engine says hold=%v on %s, the design %v", got.Hold, on, want)
	}
	if got.Year != d.year || got.Title != d.title || got.Subject != d.who || got.Kind != d.who.Kind {
		return fmt.Sprintf("the result speaks of something else: %+v", got)
	}
	return ""
}

func findingsText(r law.Result) string {
	out := ""
	for _, f := range r.Findings {
		out += fmt.Sprintf("    finding %-8s %-24s %s | %s\n", f.Answer, f.Need, f.Way, f.Why)
	}
	return out
}

// report shrinks the world while something remains wrong, and tells the rest.
func (d dispute) report(t *testing.T, seed uint64, s *tdkt.Snapshot, wrong func(*tdkt.Snapshot) string) {
	t.Helper()
	small := shrink(s, func(s *tdkt.Snapshot) bool {
		return slices.Contains(newOracle(s).judged(d.year), d.who) && wrong(s) != ""
	})
	t.Errorf("world %d: %s %s for %s in %d: %s  with these rows alone:\n%s",
		seed, d.who.Kind, codeIn(small, d.who.ID), d.title, d.year, wrong(small), story(small))
}

// years asked of a world: its own, its neighbours and one at random.
func (w *world) years() []int {
	out := []int{w.year}
	for _, y := range []int{w.year - 1, w.year + 1, w.between(2014, 2026)} {
		if y >= 2014 && y <= 2026 && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	return out
}

// asked is whom a world is asked about: the subject it was made for, where it is judged,
// and in every tenth world everybody.
func asked(w *world, seed uint64, year int) []tdkt.Subject {
	all := newOracle(w.s).judged(year)
	if seed%10 == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(who tdkt.Subject) bool { return who != w.who })
}

// TestEngineAgreesWithOracle compares the two readings of the design over many worlds.
// One story is told for each kind of subject and title, lest the same fault fill pages.
func TestEngineAgreesWithOracle(t *testing.T) {
	rules := oracleRules(t)
	told, compared, wrong := map[string]bool{}, 0, 0
	eachWorld(worldsNow(), func(seed uint64, w *world) {
		f := law.NewFacts(w.s, rules)
		for _, year := range w.years() {
			on := pick(w, tdkt.Day(0), tdkt.LastDay(year), w.someDay(year))
			for _, who := range asked(w, seed, year) {
				for _, title := range oracleTitles(who.Kind) {
					d := dispute{year, on, who, title}
					compared++
					if d.wrong(rules, f) == "" {
						continue
					}
					wrong++
					if key := fmt.Sprint(regimeA(year), who.Kind, title); !told[key] {
						told[key] = true
						d.report(t, seed, w.s, func(s *tdkt.Snapshot) string { return d.wrong(rules, law.NewFacts(s, rules)) })
					}
				}
			}
		}
	})
	t.Logf("%d answers compared, %d differ", compared, wrong)
	if compared < 8*worldsNow() {
		t.Errorf("only %d answers compared", compared)
	}
}

// TestEngineJudgesWhomTheDesignNames compares the roll of a year, and that All gives
// for each of them each title once with the answer Judge gives.
func TestEngineJudgesWhomTheDesignNames(t *testing.T) {
	rules := oracleRules(t)
	eachWorld(60, func(seed uint64, w *world) {
		o, f := newOracle(w.s), law.NewFacts(w.s, rules)
		for _, year := range w.years() {
			var want, got []string
			for _, who := range o.judged(year) { // codes are made in order, people first
				for _, title := range oracleTitles(who.Kind) {
					want = append(want, fmt.Sprintln(codeIn(w.s, who.ID), title, o.answer(who, title, year)))
				}
			}
			all, err := rules.All(context.Background(), f, year, 0, seed%2 == 0)
			if err != nil {
				t.Fatalf("world %d: all of %d: %v", seed, year, err)
			}
			for r := range all {
				got = append(got, fmt.Sprintln(r.Code, r.Title, r.Answer))
			}
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("world %d, all of %d: mismatch (-want +got)\n%s", seed, year, diff)
			}
			if diff := cmp.Diff(o.judged(year), f.Judged(year)); diff != "" {
				t.Fatalf("world %d, judged in %d: mismatch (-want +got)\n%s", seed, year, diff)
			}
		}
	})
}

// TestEngineKnowsTheRoll compares the smaller questions that other packages ask.
func TestEngineKnowsTheRoll(t *testing.T) {
	rules := oracleRules(t)
	eachWorld(300, func(seed uint64, w *world) {
		o, f, day := newOracle(w.s), law.NewFacts(w.s, rules), tdkt.LastDay(w.year)
		for _, u := range w.s.Units {
			if diff := cmp.Diff(o.members(u.ID, w.year), f.Members(u.ID, day), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("world %d, members of %s on %s: mismatch (-want +got)\n%s%s", seed, u.Code, day, diff, story(w.s))
			}
		}
		for _, p := range w.s.People {
			on := w.someDay(w.year)
			if got, want := f.UnitOn(p.ID, on), o.unitOn(p, on); got != want {
				t.Fatalf("world %d: %s is in %s on %s, want %s\n%s", seed, p.Code, codeIn(w.s, got), on, codeIn(w.s, want), story(w.s))
			}
		}
		for _, who := range w.everybody() {
			on := w.someDay(w.year)
			if got, want := f.OnHold(who, on), o.held(who, on); got != want {
				t.Fatalf("world %d: hold of %s on %s is %v, want %v", seed, codeIn(w.s, who.ID), on, got, want)
			}
			if got, want := f.IsJudged(who, w.year), slices.Contains(o.judged(w.year), who); got != want {
				t.Fatalf("world %d: %s judged in %d is %v, want %v", seed, codeIn(w.s, who.ID), w.year, got, want)
			}
		}
	})
}

// TestEngineRefusesYearsWithoutRegime: "A year with no regime is an error, never an
// empty answer.".
func TestEngineRefusesYearsWithoutRegime(t *testing.T) {
	rules := oracleRules(t)
	w := newWorld(1, oracleQuestions()[0])
	_, err := rules.Judge(law.NewFacts(w.s, rules), law.Question{Year: 2013, Subject: w.who, Title: w.title})
	if tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("judging 2013: error %v, want one of the kind Invalid", err)
	}
}
