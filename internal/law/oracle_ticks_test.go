package law_test

import (
	"fmt"
	"slices"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// tickWorld ticks some manual needs of the world's subject, among ticks of another year,
// of another subject and of a title that has no such need, which must not count.
func tickWorld(w *world, g *law.Regime) {
	for _, title := range g.TitlesFor(w.who.Kind) {
		for _, need := range title.Needs() {
			code, id, manual, _ := g.NeedFor(w.who.Kind, title.Code, need.ID)
			if !manual || code != title.Code {
				continue // a nested need is ticked with the title it belongs to
			}
			if w.chance(50) {
				w.tick(w.who, w.year, code, id, w.chance(60))
			}
			w.tick(w.who, w.year-1, code, id, w.chance(50))
			w.tick(tdkt.UnitSubject(w.id()), w.year, code, id, w.chance(50))
			w.tick(w.who, w.year, "KNC", id, w.chance(50))
		}
	}
}

func (w *world) tick(who tdkt.Subject, year int, title, need string, met bool) {
	w.s.Ticks = append(w.s.Ticks, tdkt.Tick{ID: w.id(), Year: year, Subject: who, Title: title, Need: need, Met: met})
}

// verdict is what was ticked for a need: met, or not met, or nothing.
func (o oracle) verdict(who tdkt.Subject, year int, title, need string) (met tri, ticked bool) {
	for at := range o.s.Ticks {
		k := &o.s.Ticks[at]
		if k.Subject == who && k.Year == year && k.Title == title && k.Need == need {
			return triOf(k.Met), true
		}
	}
	return triUnknown, false
}

// concerns says whether a need is asked of somebody: one for workers is not of an official.
func (o oracle) concerns(who tdkt.Subject, need law.NeedInfo) bool {
	if need.ID != "nguoi-lao-dong" {
		return true
	}
	way := o.person(who.ID).Employment
	return way == "" || way == tdkt.Worker
}

// ticked is the oracle's answer with what was ticked, and how many manual needs stay
// open. "An unticked manual need never turns an answer: it is listed and counted. An
// alternative of manual needs alone counts only once ticked; where every alternative is
// such and none is ticked, the answer is thiếu dữ liệu.".
func (o oracle) ticked(g *law.Regime, title *law.Title, who tdkt.Subject, year int) (answer tri, open int) {
	needs, common := slices.DeleteFunc(title.Needs(), func(n law.NeedInfo) bool { return n.Household }), triYes
	var ways []tri
	for _, need := range needs {
		if !need.Manual || !o.concerns(who, need) {
			continue
		}
		code, id, _, _ := g.NeedFor(who.Kind, title.Code, need.ID)
		met, ticked := o.verdict(who, year, code, id)
		alone := allManual(title.Code)
		if need.Way != "" {
			alone = !slices.ContainsFunc(needs, func(n law.NeedInfo) bool { return n.Way == need.Way && !n.Manual })
		}
		switch {
		case !ticked:
			open++
		case alone:
			ways = append(ways, met)
		case need.Way == "":
			common = allOf(common, met)
		default: // the one manual need within a way: the unit cannot get flags
			o.flagless = met
		}
	}
	if !allManual(title.Code) {
		ways = append(ways, o.answer(who, title.Code, year))
	}
	if len(ways) == 0 {
		return triUnknown, open
	}
	return allOf(common, anyOf(ways...)), open
}

// wrongTicked says in what the engine differs where needs are ticked, "" in nothing.
func (d dispute) wrongTicked(g *law.Regime, rules *law.Rules, s *tdkt.Snapshot) string {
	title, ok := g.Title(d.who.Kind, d.title)
	if !ok {
		return "the engine has no such title"
	}
	want, open := newOracle(s).ticked(g, title, d.who, d.year)
	got, err := rules.Judge(law.NewFacts(s, rules), law.Question{Year: d.year, Subject: d.who, Title: d.title})
	if err != nil {
		return fmt.Sprintf("the engine refuses: %v", err)
	}
	if string(got.Answer) != want.String() || got.ManualOpen != open {
		return fmt.Sprintf("the engine says %s with %d open, the design %s with %d\n%s",
			got.Answer, got.ManualOpen, want, open, findingsText(got))
	}
	if got.Answer != combine(got.Findings) {
		return fmt.Sprintf("the answer is %s, its findings give %s\n%s", got.Answer, combine(got.Findings), findingsText(got))
	}
	return ""
}

// TestEngineAgreesOnTicks compares the readings where people have judged manual needs,
// and the answer with its findings: a person must find in them why it is what it is.
func TestEngineAgreesOnTicks(t *testing.T) {
	rules := oracleRules(t)
	told, seen := map[string]bool{}, map[string]int{}
	eachWorld(worldsNow()/3, func(seed uint64, w *world) {
		g, err := rules.Criteria(w.year)
		if err != nil {
			t.Fatalf("criteria of %d: %v", w.year, err)
		}
		tickWorld(w, g)
		for _, who := range asked(w, 1, w.year) {
			for _, title := range g.TitlesFor(who.Kind) {
				d := dispute{year: w.year, who: who, title: title.Code}
				want, _ := newOracle(w.s).ticked(g, title, who, w.year)
				seen[fmt.Sprintln(title.Code, want)]++
				if !told[title.Code] && d.wrongTicked(g, rules, w.s) != "" {
					told[title.Code] = true
					d.report(t, seed, w.s, func(s *tdkt.Snapshot) string { return d.wrongTicked(g, rules, s) })
				}
			}
		}
	})
	for _, code := range append(slices.Clone(oraclePersonTitles), oracleUnitTitles...) {
		for _, answer := range []tri{triNo, triUnknown, triYes} {
			if key := fmt.Sprintln(code, answer); seen[key] < 5 {
				t.Errorf("seen %d times, want 5 or more: %s", seen[key], key)
			}
		}
	}
}

// TestFindingsHaveWords: each finding has its sentence, its article and what was seen.
func TestFindingsHaveWords(t *testing.T) {
	rules := oracleRules(t)
	eachWorld(worlds/10, func(seed uint64, w *world) {
		f := law.NewFacts(w.s, rules)
		for _, who := range asked(w, seed, w.year) {
			for _, title := range oracleTitles(who.Kind) {
				got, err := rules.Judge(f, law.Question{Year: w.year, Subject: who, Title: title})
				if err != nil {
					t.Fatalf("world %d: judge %s in %d: %v", seed, title, w.year, err)
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
