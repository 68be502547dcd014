package law_test

import (
	"flag"
	"slices"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// long asks for thousands of worlds where the gate is content with some.
var long = flag.Bool("long", false, "complete thousands of small worlds instead of some")

// A small world is one in which all but a few facts are settled: its books are closed but
// for at most three holes, each a book of a year, or a first day not entered. All that may
// be entered into them is tried, so that what "thiếu dữ liệu" claims can be seen.
func (w *world) shrinkToHoles(n int) []hole {
	var out []hole
	for y := w.year - 60; y <= w.year; y++ {
		for _, b := range tdkt.Books() {
			closeBook(w.s, y, b)
		}
	}
	for range n {
		year := w.year - pick(w, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7)
		book := pick(w, tdkt.RatingBook, tdkt.TitleBook, tdkt.TitleBook, tdkt.InitiativeBook, tdkt.PledgeBook)
		h := hole{year, book}
		if slices.Contains(out, h) {
			continue
		}
		out = append(out, h)
		w.empty(h)
		for i := range w.s.Years {
			if w.s.Years[i].Year == year {
				w.s.Years[i].SetClosed(book, false)
			}
		}
	}
	return out
}

// empty takes out what the book of the hole holds of the subject.
func (w *world) empty(h hole) {
	switch h.book {
	case tdkt.RatingBook:
		w.s.Ratings = slices.DeleteFunc(w.s.Ratings, func(r tdkt.Rating) bool { return r.Subject == w.who && r.Year == h.year })
	case tdkt.TitleBook:
		w.s.Awards = slices.DeleteFunc(w.s.Awards, func(a tdkt.Award) bool { return a.Subject == w.who && a.To == h.year })
	case tdkt.InitiativeBook:
		w.s.Initiatives = slices.DeleteFunc(w.s.Initiatives, func(n tdkt.Initiative) bool { return n.Person == w.who.ID && n.Year == h.year })
	case tdkt.PledgeBook:
		w.s.Pledges = slices.DeleteFunc(w.s.Pledges, func(p tdkt.Pledge) bool { return p.Subject == w.who && p.Year == h.year })
	}
}

// hole is a book of a year that takes entries.
type hole struct {
	year int
	book tdkt.Book
}

// asksFor are the codes that each title rests on; a title of both kinds has those of both.
var asksFor = map[string][]string{
	"CSTDT": {"CSTDCS"}, "CSTDTQ": {"CSTDT", "CSTDCS"}, "BKT": {"CSTDCS", "TTLDXS"},
	"BKTTG": {"BKT", "CSTDCS", "COTINH", "TTLDXS"},
	"HCLD3": {"BKTTG", "CSTDCS", "COCP", "COTINH", "BKT", "TTLDXS"},
	"HCLD2": {"HCLD3", "CSTDT", "COCP", "COTINH", "BKT", "TTLDXS"},
	"HCLD1": {"HCLD2", "CSTDT", "COCP", "COTINH", "BKT", "TTLDXS"},
}

// countedFrom is the award after which the years of a title run.
var countedFrom = map[string]string{"BKTTG": "BKT", "HCLD3": "BKTTG", "HCLD2": "HCLD3", "HCLD1": "HCLD2"}

// fillings are all that may be entered for a subject into a hole, nothing among it: each
// rating, every set of the titles that are asked for, initiatives of each kind and scope.
func (w *world) fillings(who tdkt.Subject, h hole) []func(*world) {
	out := []func(*world){func(*world) {}}
	switch h.book {
	case tdkt.RatingBook:
		if slices.ContainsFunc(w.s.Ratings, func(r tdkt.Rating) bool { return r.Subject == who && r.Year == h.year }) {
			break
		}
		for _, l := range tdkt.Levels() {
			out = append(out, func(w *world) { w.rate(who, h.year, l) })
		}
	case tdkt.TitleBook:
		codes := slices.DeleteFunc(slices.Clone(asksFor[w.title]), func(c string) bool { return !slices.Contains(oracleTitles(who.Kind), c) })
		if began := newOracle(w.s).began(who); began != 0 && h.year < began.Year() {
			// "Candidates are … every year from the start of service": none before it.
			codes = slices.DeleteFunc(codes, func(c string) bool { return c == countedFrom[w.title] })
		}
		for set := 1; set < 1<<len(codes); set++ {
			out = append(out, func(w *world) { w.awardSet(who, codes, set, h.year) })
		}
	case tdkt.InitiativeBook:
		for _, scope := range tdkt.Scopes() {
			for _, kind := range []tdkt.InitiativeKind{tdkt.Innovation, tdkt.Study} {
				out = append(out, func(w *world) {
					for range 5 {
						w.initiative(who.ID, h.year, scope, kind)
					}
				})
			}
		}
	case tdkt.PledgeBook:
		out = append(out, func(w *world) { w.pledge(who, h.year) })
	}
	return out
}

// awardSet gives each code of a set: a yearly one once, a form as often as any title asks.
func (w *world) awardSet(who tdkt.Subject, codes []string, set, year int) {
	for i, code := range codes {
		times := set >> i & 1
		if !yearly(code) {
			times *= 4
		}
		for range times {
			w.award(who, code, year, year)
		}
	}
}

// completions are the worlds that come of entering something into every hole and closing
// it, until see has seen enough.
func (w *world) completions(who tdkt.Subject, holes []hole, see func(*tdkt.Snapshot) bool) bool {
	if len(holes) == 0 {
		return see(w.s)
	}
	for _, fill := range w.fillings(who, holes[0]) {
		next := world{r: w.r, s: copyOf(w.s), keys: w.keys + 100, year: w.year, who: who, title: w.title}
		fill(&next)
		closeBook(next.s, holes[0].year, holes[0].book)
		if !next.completions(who, holes[1:], see) {
			return false
		}
	}
	return true
}

// TestAnswersHoldOverPossibleWorlds: đủ and không đủ stand whatever is entered, and thiếu
// dữ liệu means that some entry makes đủ and some other does not. A subject that has members
// is left to its own facts: theirs are settled.
func TestAnswersHoldOverPossibleWorlds(t *testing.T) {
	rules := oracleRules(t)
	n := 260
	if *long {
		n = 12_000
	}
	seen := map[law.Answer]int{}
	told := 0
	eachWorld(n, func(seed uint64, w *world) {
		if allManual(w.title) || !slices.Contains(newOracle(w.s).judged(w.year), w.who) {
			return
		}
		holes := w.shrinkToHoles(w.between(1, 3))
		w.alone()
		now := ask(t, rules, law.NewFacts(w.s, rules), law.Result{Year: w.year, Subject: w.who, Title: w.title})
		can := map[law.Answer]bool{}
		w.completions(w.who, holes, func(s *tdkt.Snapshot) bool {
			r, err := rules.Judge(law.NewFacts(s, rules), law.Question{Year: w.year, Subject: w.who, Title: w.title, Brief: true})
			if err != nil {
				t.Fatalf("world %d: %v", seed, err)
			}
			can[r.Answer] = true
			return !can[law.Yes] || !can[law.No]
		})
		seen[now.Answer]++
		if wrongBy(now.Answer, can, w) && told < 5 {
			told++
			t.Errorf("world %d: %s for %s in %d is %s, entries can make it %v (holes %v)\n%s%s", seed, w.title, w.who.Kind, w.year, now.Answer, can, holes, findingsText(now), story(w.s))
		}
	})
	if seen[law.Unknown] < n/20 || seen[law.Yes] < n/40 || seen[law.No] < n/20 {
		t.Errorf("answers seen: %v", seen)
	}
}

// alone leaves out what a person's titles do not rest on: everybody else.
func (w *world) alone() {
	if w.who.Kind != tdkt.APerson {
		return
	}
	mine := func(who tdkt.Subject) bool { return who != w.who }
	w.s.People = slices.DeleteFunc(w.s.People, func(p tdkt.Person) bool { return p.ID != w.who.ID })
	w.s.Ratings = slices.DeleteFunc(w.s.Ratings, func(r tdkt.Rating) bool { return mine(r.Subject) })
	w.s.Awards = slices.DeleteFunc(w.s.Awards, func(a tdkt.Award) bool { return mine(a.Subject) })
}

// wrongBy says whether an answer is not what all completions come to. A day not entered is
// an entry of its own that no hole stands for, and so are people of a unit: there thiếu dữ
// liệu may stay.
func wrongBy(now law.Answer, can map[law.Answer]bool, w *world) bool {
	if w.undated() {
		return now == law.Yes && can[law.No] || now == law.No && can[law.Yes]
	}
	switch now {
	case law.Yes:
		return can[law.No] || can[law.Unknown]
	case law.No:
		return can[law.Yes] || can[law.Unknown]
	default:
		return !can[law.Yes] || !can[law.No]
	}
}

// undated says whether the subject's first day is not entered, or it is a unit whose people
// may lack facts.
func (w *world) undated() bool {
	if w.who.Kind == tdkt.APerson {
		return newOracle(w.s).person(w.who.ID).Start == 0
	}
	return newOracle(w.s).unit(w.who.ID).Founded == 0 || w.title == "TTLDTT" || w.title == "TTLDXS"
}
