package law_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// A room is a small world of its own for what a collective's title rests on: the ratings and
// titles of its few people, some not entered, in books that may be open.
func newRoom(seed uint64) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 0x726f6f6d)), s: &tdkt.Snapshot{}}
	w.year = pick(w, 2016, 2023, 2024, 2025, 2026)
	w.title = pick(w, "TTLDTT", "TTLDXS")
	unit := tdkt.Unit{ID: w.id(), Code: "DV01", Name: "Phòng Một", Founded: tdkt.Date(2000, 1, 1)}
	w.s.Units, w.who = []tdkt.Unit{unit}, tdkt.UnitSubject(unit.ID)
	for _, b := range tdkt.Books() {
		if b != tdkt.RatingBook && b != tdkt.TitleBook || w.chance(40) {
			closeBook(w.s, w.year, b)
		}
	}
	if w.chance(80) {
		w.rate(w.who, w.year, pick(w, tdkt.Excellent, tdkt.Excellent, tdkt.Good, tdkt.Done))
	}
	for i := range w.between(1, 3) {
		p := tdkt.Person{ID: w.id(), Code: fmt.Sprintf("CB%02d", i), Name: "Trần Văn Một", Unit: unit.ID, Start: tdkt.Date(2010, 1, 1)}
		w.s.People = append(w.s.People, p)
		who := tdkt.PersonSubject(p.ID)
		if w.chance(60) {
			w.rate(who, w.year, pick(w, tdkt.Good, tdkt.Good, tdkt.Done, tdkt.NotDone))
		}
		if w.chance(60) {
			w.award(who, pick(w, "LDTT", "LDTT", "CSTDCS"), w.year, w.year)
		}
		if w.chance(8) {
			w.s.Disciplines = append(w.s.Disciplines, tdkt.Discipline{
				ID: w.id(), Person: p.ID, Form: pick(w, tdkt.Penalties()...), Date: tdkt.Date(w.year, 5, 5),
			})
		}
	}
	return w
}

// roomFillings are the entries that the open books take, one list for each subject and book.
func (w *world) roomFillings(f *law.Facts) [][]func(*world) {
	var out [][]func(*world)
	subjects := []tdkt.Subject{w.who}
	for _, p := range w.s.People {
		subjects = append(subjects, tdkt.PersonSubject(p.ID))
	}
	for _, s := range subjects {
		if !f.Closed(w.year, tdkt.RatingBook) && !w.rated(s) {
			list := []func(*world){func(*world) {}}
			for _, l := range tdkt.Levels() {
				list = append(list, func(w *world) { w.rate(s, w.year, l) })
			}
			out = append(out, list)
		}
		if !f.Closed(w.year, tdkt.TitleBook) && s != w.who {
			out = append(out, []func(*world){
				func(*world) {},
				func(w *world) { w.award(s, "LDTT", w.year, w.year) },
				func(w *world) { w.award(s, "CSTDCS", w.year, w.year) },
			})
		}
	}
	return out
}

// roomEnds calls see with each world that comes of one entry out of each list and of closing
// the books, until see has seen enough.
func (w *world) roomEnds(lists [][]func(*world), see func(*tdkt.Snapshot) bool) bool {
	if len(lists) == 0 {
		s := copyOf(w.s)
		for _, b := range tdkt.Books() {
			closeBook(s, w.year, b)
		}
		return see(s)
	}
	for _, fill := range lists[0] {
		next := world{r: w.r, s: copyOf(w.s), keys: w.keys + 100, year: w.year, who: w.who, title: w.title}
		fill(&next)
		if !next.roomEnds(lists[1:], see) {
			return false
		}
	}
	return true
}

// TestCollectivesHoldOverPossibleWorlds: what a collective's people may still be rated and
// given decides its title both ways where the answer is thiếu dữ liệu, and no way else.
func TestCollectivesHoldOverPossibleWorlds(t *testing.T) {
	rules := oracleRules(t)
	n := 300
	if *long {
		n = 5000
	}
	seen := map[law.Answer]int{}
	for seed := range uint64(n) {
		w := newRoom(seed)
		f := law.NewFacts(w.s, rules)
		now := ask(t, rules, f, law.Result{Year: w.year, Subject: w.who, Title: w.title})
		can := map[law.Answer]bool{}
		w.roomEnds(w.roomFillings(f), func(s *tdkt.Snapshot) bool {
			r, err := rules.Judge(law.NewFacts(s, rules), law.Question{Year: w.year, Subject: w.who, Title: w.title, Brief: true})
			if err != nil {
				t.Fatalf("room %d: %v", seed, err)
			}
			can[r.Answer] = true
			return !can[law.Yes] || !can[law.No]
		})
		seen[now.Answer]++
		wrong := now.Answer == law.Yes && (can[law.No] || can[law.Unknown]) ||
			now.Answer == law.No && (can[law.Yes] || can[law.Unknown]) ||
			now.Answer == law.Unknown && !can[law.Unknown] && (!can[law.Yes] || !can[law.No])
		if wrong {
			t.Fatalf("room %d: %s in %d is %s, entries can make it %v\n%s%s", seed, w.title, w.year, now.Answer, can, findingsText(now), story(w.s))
		}
	}
	if seen[law.Unknown] < n/10 || seen[law.Yes] < n/20 || seen[law.No] < n/10 {
		t.Errorf("answers seen: %v", seen)
	}
}
