package law_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// settled does what a missing entry asks for, in the way that says there is nothing:
// the book is closed, the day is entered, the need is judged not met. False where only
// a new record would do.
func (w *world) settled(s *tdkt.Snapshot, m law.Missing) bool {
	switch {
	case m.Noun == tdkt.NounTick:
		s.Ticks = append(s.Ticks, tdkt.Tick{ID: w.id(), Year: m.Years[0], Subject: m.Subjects[0], Title: m.Title, Need: m.Need})
	case m.Noun == tdkt.NounLocal:
		s.Locals = slices.DeleteFunc(slices.Clone(s.Locals), func(l tdkt.Local) bool { return l.Key == m.Need })
	case m.Noun == tdkt.NounPerson:
		for i := range s.People {
			if s.People[i].ID == m.Subjects[0].ID {
				s.People[i].Start = tdkt.Date(2009, 1, 1)
			}
		}
	case m.Noun == tdkt.NounUnit:
		for i := range s.Units {
			if s.Units[i].ID == m.Subjects[0].ID {
				s.Units[i].Founded = tdkt.Date(2009, 1, 1)
			}
		}
	case m.Book == "":
		return m.Noun == tdkt.NounAward // the day that stands beside it settles
	}
	for _, y := range m.Years {
		if m.Book != "" {
			closeBook(s, y, m.Book)
		}
	}
	return true
}

// TestSettleSettles: whoever does all that is asked for gets an answer, and is never
// asked for a record of a book that is closed. Doing it may ask for more: a day of
// founding not entered hides the years since.
func TestSettleSettles(t *testing.T) {
	rules := oracleRules(t)
	done := 0
	eachWorld(some(150), func(seed uint64, w *world) {
		for key, r := range explained(t, rules, w.s, w.year) {
			s := copyOf(w.s)
			possible := true
			for round := 0; r.Answer == law.Unknown && possible; round++ {
				if round > 5 || len(r.Settle()) == 0 {
					t.Fatalf("world %d: %s in %d is not settled by %+v\n%s", seed, key, w.year, r.Settle(), findingsText(r))
				}
				f := law.NewFacts(copyOf(s), rules)
				for _, m := range r.Settle() {
					checkMissing(t, f, m)
					possible = w.settled(s, m) && possible
				}
				r = ask(t, rules, law.NewFacts(s, rules), r)
				done++
			}
		}
	})
	if done < 500 {
		t.Errorf("only %d answers were settled", done)
	}
}

func checkMissing(t *testing.T, f *law.Facts, m law.Missing) {
	t.Helper()
	if !strings.HasSuffix(m.Text, ".") || strings.Contains(m.Text, "  ") || !norm.NFC.IsNormalString(m.Text) {
		t.Errorf("no good sentence: %q", m.Text)
	}
	for _, y := range m.Years {
		if m.Book != "" && f.Closed(y, m.Book) {
			t.Errorf("asks for a record of the closed %s of %d: %s", m.Book, y, m.Text)
		}
	}
}

// explained are the answers of a world with the records behind them.
func explained(t *testing.T, rules *law.Rules, s *tdkt.Snapshot, year int) map[string]law.Result {
	t.Helper()
	out, f := answersOf(t, rules, s, year), law.NewFacts(s, rules)
	for key, r := range out {
		out[key] = ask(t, rules, f, r)
	}
	return out
}

func ask(t *testing.T, rules *law.Rules, f *law.Facts, r law.Result) law.Result {
	t.Helper()
	out, err := rules.Judge(f, law.Question{Year: r.Year, Subject: r.Subject, Title: r.Title})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestFindingsNameTheirRecords: what is met is met by records of the file, but for what
// the lack of a record or the passing of years says, and for "the other years" where
// there are none; what is not missing asks for nothing.
func TestFindingsNameTheirRecords(t *testing.T) {
	rules := oracleRules(t)
	byItself := []string{"no-discipline", "members-no-discipline", "years", "meets"}
	eachWorld(some(60), func(seed uint64, w *world) {
		known := keysOf(w.s)
		for key, r := range explained(t, rules, w.s, w.year) {
			for _, f := range r.Findings {
				for _, row := range f.Rows {
					if !known[row.Noun][row.ID] {
						t.Errorf("world %d: %s in %d, %s rests on %+v, which is not in the file", seed, key, w.year, f.Need, row)
					}
				}
				if f.Answer != law.Unknown && f.Answer != law.Manual && len(f.Missing) > 0 {
					t.Errorf("world %d: %s in %d, %s is %s and yet asks for %s", seed, key, w.year, f.Need, f.Answer, f.Missing[0].Text)
				}
				if f.Answer == law.Yes && len(f.Rows) == 0 && !strings.HasPrefix(f.Seen, "không còn năm nào khác") && !slices.Contains(byItself, verbOf(t, rules, r, f)) {
					t.Errorf("world %d: %s in %d, %s rests on no record: %s", seed, key, w.year, f.Need, f.Seen)
				}
			}
		}
	})
}

// verbOf is how the rules ask for a need.
func verbOf(t *testing.T, rules *law.Rules, r law.Result, f law.Finding) string {
	t.Helper()
	g, err := rules.Criteria(r.Year)
	if err != nil {
		t.Fatal(err)
	}
	title, _ := g.Title(r.Kind, r.Title)
	for _, n := range title.Needs() {
		if n.ID == f.Need {
			return n.Verb
		}
	}
	t.Fatalf("no need %s in %s", f.Need, r.Title)
	return ""
}

// keysOf are the keys of the records of a file.
func keysOf(s *tdkt.Snapshot) map[tdkt.Noun]map[tdkt.ID]bool {
	out := map[tdkt.Noun]map[tdkt.ID]bool{}
	add := func(n tdkt.Noun, id tdkt.ID) {
		if out[n] == nil {
			out[n] = map[tdkt.ID]bool{}
		}
		out[n][id] = true
	}
	addAll := func(n int, at func(i int) (tdkt.Noun, tdkt.ID)) {
		for i := range n {
			add(at(i))
		}
	}
	addAll(len(s.Units), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounUnit, s.Units[i].ID })
	addAll(len(s.People), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounPerson, s.People[i].ID })
	addAll(len(s.Ratings), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounRating, s.Ratings[i].ID })
	addAll(len(s.Awards), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounAward, s.Awards[i].ID })
	addAll(len(s.Initiatives), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounInitiative, s.Initiatives[i].ID })
	addAll(len(s.Pledges), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounPledge, s.Pledges[i].ID })
	addAll(len(s.Disciplines), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounDiscipline, s.Disciplines[i].ID })
	addAll(len(s.Ticks), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounTick, s.Ticks[i].ID })
	addAll(len(s.Locals), func(i int) (tdkt.Noun, tdkt.ID) { return tdkt.NounLocal, s.Locals[i].ID })
	return out
}
