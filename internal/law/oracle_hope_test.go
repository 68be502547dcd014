package law_test

import (
	"slices"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// fill enters into the open books of a year the best a subject could have, and its
// members with it: what no refused pledge may survive. A rating there is stays.
func (w *world) fill(who tdkt.Subject, f *law.Facts, can func(code string) bool) {
	year := w.year
	subjects := []tdkt.Subject{who}
	if who.Kind == tdkt.AUnit {
		for _, p := range w.s.People {
			subjects = append(subjects, tdkt.PersonSubject(p.ID))
		}
	}
	for _, s := range subjects {
		if !f.Closed(year, tdkt.RatingBook) && !w.rated(s) {
			w.rate(s, year, tdkt.Excellent)
		}
		if !f.Closed(year, tdkt.PledgeBook) {
			w.pledge(s, year)
		}
		if s.Kind == tdkt.APerson && !f.Closed(year, tdkt.InitiativeBook) {
			for range 6 {
				w.initiative(s.ID, year, tdkt.Nation, tdkt.Innovation)
				w.initiative(s.ID, year, tdkt.Nation, tdkt.Study)
			}
		}
		for _, code := range oracleTitles(s.Kind) {
			if !f.Closed(year, tdkt.TitleBook) && (s != who || can(code)) {
				w.award(s, code, year, year)
			}
		}
	}
}

func (w *world) rated(s tdkt.Subject) bool {
	for _, r := range w.s.Ratings {
		if r.Subject == s && r.Year == w.year {
			return true
		}
	}
	return false
}

// TestImpossibleIsCertain: what the program calls impossible in a year stays so
// whatever good is entered for the year; and who meets a title is never told so. The
// judgements by hand are left out: an open way of them is never called impossible.
func TestImpossibleIsCertain(t *testing.T) {
	rules := oracleRules(t)
	barred, open := 0, 0
	eachWorld(worldsNow()/3, func(seed uint64, w *world) {
		f := law.NewFacts(w.s, rules)
		impossible := func(code string) bool {
			why, err := rules.Impossible(f, w.year, w.who, code)
			if err != nil {
				t.Fatalf("world %d: %v", seed, err)
			}
			return len(why) > 0
		}
		if !f.IsJudged(w.who, w.year) {
			return
		}
		var no []string
		for _, code := range oracleTitles(w.who.Kind) {
			now, err := rules.Judge(f, law.Question{Year: w.year, Subject: w.who, Title: code, Brief: true})
			if err != nil {
				t.Fatalf("world %d: %v", seed, err)
			}
			if impossible(code) {
				no = append(no, code)
			}
			if impossible(code) && now.Answer == law.Yes {
				t.Fatalf("world %d: %s in %d is met and called impossible", seed, code, w.year)
			}
		}
		w.fill(w.who, f, func(code string) bool { return !impossible(code) })
		better := law.NewFacts(w.s, rules)
		for _, code := range oracleTitles(w.who.Kind) {
			got, err := rules.Judge(better, law.Question{Year: w.year, Subject: w.who, Title: code})
			if err != nil {
				t.Fatalf("world %d: %v", seed, err)
			}
			if !slices.Contains(no, code) {
				open++
				continue
			}
			barred++
			if got.Answer == law.Yes {
				t.Fatalf("world %d: %s in %d was called impossible and is met with the best of the year:\n%s",
					seed, code, w.year, findingsText(got))
			}
		}
	})
	if barred < 50 || open < 50 {
		t.Errorf("only %d impossible and %d other answers seen", barred, open)
	}
}
