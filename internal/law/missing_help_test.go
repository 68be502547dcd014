package law_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tdkt/internal/demo"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// enterWays are the ways of entering what one Missing names: the best there may be, or for a
// title of which any year would do, each year by itself.
func (w *world) enterWays(m law.Missing) []func(*world) {
	every := func(do func(w *world, s tdkt.Subject, year int)) []func(*world) {
		return []func(*world){func(w *world) {
			for _, s := range m.Subjects {
				for _, y := range m.Years {
					do(w, s, y)
				}
			}
		}}
	}
	switch m.Noun {
	case tdkt.NounRating:
		return every(func(w *world, s tdkt.Subject, y int) { w.rate(s, y, tdkt.Excellent) })
	case tdkt.NounPledge:
		return every(func(w *world, s tdkt.Subject, y int) { w.pledge(s, y) })
	case tdkt.NounInitiative:
		return every(func(w *world, s tdkt.Subject, y int) {
			for range 5 {
				w.initiative(s.ID, y, tdkt.Nation, tdkt.Innovation)
				w.initiative(s.ID, y, tdkt.Nation, tdkt.Study)
			}
		})
	case tdkt.NounAward:
		return w.enterAwards(m)
	case tdkt.NounTick:
		return []func(*world){func(w *world) {
			for _, y := range m.Years {
				w.s.Ticks = append(w.s.Ticks, tdkt.Tick{ID: w.id(), Year: y, Subject: m.Subjects[0], Title: m.Title, Need: m.Need, Met: true})
			}
		}}
	case tdkt.NounPerson:
		return w.enterDays(func(w *world, day tdkt.Day) {
			for i := range w.s.People {
				if w.s.People[i].ID == m.Subjects[0].ID {
					w.s.People[i].Start = day
				}
			}
		})
	case tdkt.NounUnit:
		return w.enterDays(func(w *world, day tdkt.Day) {
			for i := range w.s.Units {
				if w.s.Units[i].ID == m.Subjects[0].ID {
					w.s.Units[i].Founded = day
				}
			}
		})
	case tdkt.NounPost:
		return []func(*world){func(w *world) { w.enterMember(m.Subjects[0].ID) }}
	default: // a local value that cannot be read: no fact of the subject
		return []func(*world){func(*world) {}}
	}
}

// enterMember puts somebody into a unit that had nobody, with what that person was given.
func (w *world) enterMember(unit tdkt.ID) {
	p := tdkt.Person{ID: w.id(), Code: "CB999", Name: "Trần Thị Mới", Unit: unit, Start: tdkt.Date(2000, 1, 1)}
	w.s.People = append(w.s.People, p)
	w.rate(tdkt.PersonSubject(p.ID), w.year, tdkt.Excellent)
	w.award(tdkt.PersonSubject(p.ID), "CSTDCS", w.year, w.year)
}

// enterAwards: each code in every year named, or in one year of a first award; as many of a
// form as any title asks for.
func (w *world) enterAwards(m law.Missing) []func(*world) {
	give := func(w *world, code string, years ...int) {
		times := 1
		if !yearly(code) && len(years) > 1 {
			times = 4
		}
		for _, s := range m.Subjects {
			for _, y := range years {
				for range times {
					w.award(s, code, y, y)
				}
			}
		}
	}
	years := m.Years
	if len(years) == 0 {
		for y := w.year - 20; y < w.year; y++ {
			years = append(years, y)
		}
	}
	var out []func(*world)
	for _, code := range m.Codes {
		if len(m.Years) > 0 {
			out = append(out, func(w *world) { give(w, code, years...) })
		}
		for _, y := range years {
			out = append(out, func(w *world) { give(w, code, y) })
		}
	}
	return out
}

// enterDays: a first day long ago or, where something would be before it, later.
func (w *world) enterDays(enter func(*world, tdkt.Day)) []func(*world) {
	var out []func(*world)
	for _, back := range []int{40, 30, 12, 7, 5, 1, 0} {
		out = append(out, func(w *world) { enter(w, tdkt.FirstDay(w.year-back)) })
	}
	return out
}

// helped says whether some way of entering exactly what is asked for makes the answer đủ.
func (w *world) helped(t *testing.T, rules *law.Rules, list []law.Missing) bool {
	t.Helper()
	if len(list) == 0 {
		r, err := rules.Judge(law.NewFacts(w.s, rules), law.Question{Year: w.year, Subject: w.who, Title: w.title, Brief: true})
		if err != nil {
			t.Fatal(err)
		}
		return r.Answer == law.Yes
	}
	for _, enter := range w.enterWays(list[0]) {
		next := world{r: w.r, s: copyOf(w.s), keys: w.keys + 1000, year: w.year, who: w.who, title: w.title}
		enter(&next)
		if next.helped(t, rules, list[1:]) {
			return true
		}
	}
	return false
}

// TestWhatIsAskedForHelps: everybody of the sample who lacks data for a title of 2023 is
// asked for an entry, and entering just what is asked for can make the answer đủ: nobody is
// sent to type what cannot help.
func TestWhatIsAskedForHelps(t *testing.T) {
	rules := oracleRules(t)
	data := demo.Build()
	s := &data.Snapshot
	facts := law.NewFacts(s, rules)
	all, err := rules.All(t.Context(), facts, 2023, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	lacking := 0
	for r := range all {
		if r.Answer != law.Unknown {
			continue
		}
		lacking++
		full := ask(t, rules, facts, r)
		w := &world{r: rand.New(rand.NewPCG(1, 2)), s: s, year: 2023, who: r.Subject, title: r.Title}
		if list := full.Settle(); len(list) == 0 || !w.helped(t, rules, list) {
			t.Errorf("%s %s: entering %v does not help\n%s", r.Code, r.Title, sentences(list), findingsText(full))
		}
	}
	if lacking == 0 {
		t.Error("nobody of the sample lacks data")
	}
	t.Logf("%d answers of the sample lack data, each is asked for what can help", lacking)
}

// TestWhatIsAskedForHelpsInEveryWorld: the same of random departments.
func TestWhatIsAskedForHelpsInEveryWorld(t *testing.T) {
	rules := oracleRules(t)
	n, lacking := 120, 0
	if *long {
		n = 3000
	}
	eachWorld(n, func(seed uint64, w *world) {
		if allManual(w.title) || !slices.Contains(newOracle(w.s).judged(w.year), w.who) {
			return
		}
		r := ask(t, rules, law.NewFacts(w.s, rules), law.Result{Year: w.year, Subject: w.who, Title: w.title})
		if r.Answer != law.Unknown {
			return
		}
		lacking++
		if list := r.Settle(); len(list) == 0 || !w.helped(t, rules, list) {
			t.Fatalf("world %d: %s of %d: entering %v does not help\n%s%s", seed, w.title, w.year, sentences(list), findingsText(r), story(w.s))
		}
	})
	if lacking < n/10 {
		t.Errorf("only %d of %d lack data", lacking, n)
	}
}

func sentences(list []law.Missing) []string {
	var out []string
	for _, m := range list {
		out = append(out, m.Text)
	}
	return out
}
