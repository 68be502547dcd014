package law_test

import (
	"fmt"
	"slices"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// judgement is what a person ticked for a manual need.
type judgement int

const (
	notTicked judgement = iota
	tickedMet
	tickedUnmet
)

// tickWorld ticks some manual needs of the world's subject, among ticks of another year,
// of another subject and of a title that has no such need, which must not count. It
// says what was ticked by title and need.
func tickWorld(t *testing.T, w *world, g *law.Regime) map[string]judgement {
	t.Helper()
	made := map[string]judgement{}
	for _, title := range g.TitlesFor(w.who.Kind) {
		for _, need := range title.Needs() {
			code, id, manual, ok := g.NeedFor(w.who.Kind, title.Code, need.ID)
			if !ok || manual != need.Manual {
				t.Fatalf("%s %s: NeedFor gives ok=%v manual=%v", title.Code, need.ID, ok, manual)
			}
			if _, done := made[code+"."+id]; done || !manual {
				continue
			}
			verdict := pick(w, notTicked, notTicked, tickedMet, tickedUnmet)
			made[code+"."+id] = verdict
			if verdict != notTicked {
				w.tick(w.who, w.year, code, id, verdict == tickedMet)
			}
			w.tick(w.who, w.year-1, code, id, w.chance(50))
			w.tick(tdkt.UnitSubject(w.id()), w.year, code, id, w.chance(50))
			w.tick(w.who, w.year, "KNC", id, w.chance(50))
		}
	}
	return made
}

func (w *world) tick(who tdkt.Subject, year int, title, need string, met bool) {
	w.s.Ticks = append(w.s.Ticks, tdkt.Tick{ID: w.id(), Year: year, Subject: who, Title: title, Need: need, Met: met})
}

// ticked is the oracle's answer with what was ticked, and how many manual needs stay
// open. "An unticked manual need never turns an answer: it is listed and counted. An
// alternative of manual needs alone counts only once ticked; where every alternative is
// such and none is ticked, the answer is thiếu dữ liệu."
func (w *world) ticked(g *law.Regime, title *law.Title, made map[string]judgement) (tri, int) {
	o, needs := newOracle(w.s), title.Needs()
	common, open := triYes, 0
	var ways []tri
	for _, need := range needs {
		if !need.Manual {
			continue
		}
		code, id, _, _ := g.NeedFor(w.who.Kind, title.Code, need.ID)
		verdict := made[code+"."+id]
		alone := allManual(title.Code)
		if need.Way != "" {
			alone = !slices.ContainsFunc(needs, func(n law.NeedInfo) bool { return n.Way == need.Way && !n.Manual })
		}
		switch {
		case verdict == notTicked:
			open++
		case alone:
			ways = append(ways, triOf(verdict == tickedMet))
		case need.Way == "":
			common = allOf(common, triOf(verdict == tickedMet))
		default: // the one manual need within a way: the unit cannot get flags
			o.flagless = triOf(verdict == tickedMet)
		}
	}
	if !allManual(title.Code) {
		ways = append(ways, o.answer(w.who, title.Code, w.year))
	}
	if len(ways) == 0 {
		ways = append(ways, triUnknown)
	}
	return allOf(common, anyOf(ways...)), open
}

// TestEngineAgreesOnTicks compares the readings where people have judged manual needs.
func TestEngineAgreesOnTicks(t *testing.T) {
	rules := oracleRules(t)
	told, seen := map[string]bool{}, map[string]int{}
	eachWorld(worlds/3, func(seed uint64, w *world) {
		g, err := rules.Criteria(w.year)
		if err != nil {
			t.Fatalf("criteria of %d: %v", w.year, err)
		}
		if !slices.Contains(newOracle(w.s).judged(w.year), w.who) {
			return
		}
		made := tickWorld(t, w, g)
		f := law.NewFacts(w.s, rules)
		for _, title := range g.TitlesFor(w.who.Kind) {
			want, open := w.ticked(g, title, made)
			got, err := rules.Judge(f, law.Question{Year: w.year, Subject: w.who, Title: title.Code})
			if err != nil {
				t.Fatalf("world %d: judge %s in %d: %v", seed, title.Code, w.year, err)
			}
			seen[fmt.Sprintln(title.Code, want)]++
			if string(got.Answer) == want.String() && got.ManualOpen == open || told[title.Code] {
				continue
			}
			told[title.Code] = true
			t.Errorf("world %d: %s %s for %s in %d: the engine says %s with %d open, the design %s with %d\n%s  ticked: %v\n%s",
				seed, w.who.Kind, codeIn(w.s, w.who.ID), title.Code, w.year, got.Answer, got.ManualOpen, want, open,
				findingsText(got), made, story(w.s))
		}
	})
	for _, code := range append(slices.Clone(oraclePersonTitles), oracleUnitTitles...) {
		for _, answer := range []tri{triNo, triUnknown, triYes} {
			if key := fmt.Sprintln(code, answer); seen[key] < 20 {
				t.Errorf("seen %d times, want 20 or more: %s", seen[key], key)
			}
		}
	}
}

// TestFindingsGiveTheAnswer: a person must find in the findings why the answer is what
// it is, so they must combine to it as § 3 says; each has a sentence and an article.
func TestFindingsGiveTheAnswer(t *testing.T) {
	rules := oracleRules(t)
	wrong := 0
	eachWorld(worlds/4, func(seed uint64, w *world) {
		f := law.NewFacts(w.s, rules)
		for _, who := range asked(w, seed, w.year) {
			for _, title := range oracleTitles(who.Kind) {
				got, err := rules.Judge(f, law.Question{Year: w.year, Subject: who, Title: title})
				if err != nil {
					t.Fatalf("world %d: judge %s in %d: %v", seed, title, w.year, err)
				}
				if want := combine(got.Findings); got.Answer != want && wrong < 5 {
					wrong++
					t.Errorf("world %d: %s for %s in %d: the answer is %s, its findings give %s\n%s%s",
						seed, got.Code, title, w.year, got.Answer, want, findingsText(got), story(w.s))
				}
				for _, n := range got.Findings {
					if n.Need == "" || n.Why == "" || n.Cite == "" || n.Mark == "" || n.Seen == "" && n.Answer != law.Manual {
						t.Fatalf("world %d: %s for %s in %d: a finding lacks words: %+v", seed, got.Code, title, w.year, n)
					}
				}
			}
		}
	})
}

// combine is § 3 over printed findings: those without a way belong to every way, and a
// way all of whose needs are open manual ones is no way.
func combine(findings []law.Finding) law.Answer {
	value := map[law.Answer]tri{law.No: triNo, law.Unknown: triUnknown, law.Yes: triYes}
	common, answered, ways := triYes, false, map[string]tri{}
	for _, n := range findings {
		v, known := value[n.Answer]
		switch {
		case !known:
		case n.Way == "":
			common, answered = allOf(common, v), true
		default:
			if old, seen := ways[n.Way]; seen {
				v = allOf(v, old)
			}
			ways[n.Way] = v
		}
	}
	best := triNo
	for _, v := range ways {
		best = anyOf(best, v)
	}
	if len(ways) == 0 {
		best = triYes
		if !answered {
			best = triUnknown
		}
	}
	return law.Answer(allOf(common, best).String())
}
