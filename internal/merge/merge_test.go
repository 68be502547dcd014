package merge_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// Three PCs work apart, merge in every order, and merge again until nothing is new:
// all of them, in every order, must end with the same legal data.
func TestEveryOrderOfMergesEndsAlike(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 7))
		base := newPC()
		base.put(t, office()...)
		pcs := []*pc{base.copied("A"), base.copied("B"), base.copied("C")}
		for _, p := range pcs {
			p.clock = p.clock.Add(time.Duration(r.IntN(100)) * time.Second)
			for range 2 + r.IntN(8) {
				p.work(t, r)
			}
		}
		want := ""
		all := orders() // 400 seeds in all of these orders ended alike when this was written
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, order := range all[:8] {
			got := settle(t, pcs, order)
			if want == "" {
				want = got
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d, order %v (-first +this):\n%s", seed, order, diff)
			}
		}
	}
}

// orders are all orders in which three PCs can take each other in.
func orders() [][][2]int {
	pairs := [][2]int{{0, 1}, {0, 2}, {1, 0}, {1, 2}, {2, 0}, {2, 1}}
	var all [][][2]int
	var grow func(rest, head [][2]int)
	grow = func(rest, head [][2]int) {
		if len(head) == 3 { // what comes after is settled in one way
			all = append(all, append([][2]int(nil), head...))
			return
		}
		for i := range rest {
			left := append(append([][2]int(nil), rest[:i]...), rest[i+1:]...)
			grow(left, append(head[:len(head):len(head)], rest[i]))
		}
	}
	grow(pairs, nil)
	return all
}

// settle merges in an order, then round and round until nothing changes, and returns
// the data all three share.
func settle(t *testing.T, from []*pc, order [][2]int) string {
	t.Helper()
	pcs := []*pc{from[0].copied("A"), from[1].copied("B"), from[2].copied("C")}
	join := func(pair [2]int) bool {
		wrote := pcs[pair[0]].merge(t, pcs[pair[1]]) > 0
		if err := pcs[pair[0]].legal(); err != nil {
			t.Fatalf("%v: %v", order, err)
		}
		return wrote
	}
	for _, pair := range order {
		join(pair)
	}
	for round, again := 0, true; again; round++ {
		if again = false; round > 12 {
			t.Fatalf("%v: no end:\n%+v", order, pcs[0].plan(t, pcs[1]))
		}
		for i := range pcs {
			for j := range pcs {
				again = i != j && join([2]int{i, j}) || again
			}
		}
	}
	for _, p := range pcs[1:] {
		if diff := cmp.Diff(pcs[0].data(), p.data()); diff != "" {
			t.Fatalf("%v: %s and %s differ:\n%s", order, pcs[0].name, p.name, diff)
		}
	}
	return pcs[0].data()
}

func two(t *testing.T) (a, b *pc) {
	t.Helper()
	base := newPC()
	base.put(t, office()...)
	a, b = base.copied("A"), base.copied("B")
	a.clock, b.clock = a.clock.Add(time.Minute), b.clock.Add(2*time.Minute)
	return a, b
}

// What only one side changed comes in without a word; the same file again changes nothing.
func TestOneSidedChangesComeIn(t *testing.T) {
	a, b := two(t)
	a.change(t, "p-1", "position", "Chuyên viên")
	b.change(t, "p-1", "cccd", "001099000001")
	b.put(t, tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject("p-2"), Level: tdkt.Good})
	b.remove(office()[2]) // refused by the file: p-2 has a rating now; here it only shows that rows go
	b.undo(int64(len(b.entries)))
	plan := a.plan(t, b)
	if len(plan.Conflicts) != 0 || len(plan.Rows) != 2 {
		t.Errorf("%d conflicts, rows %+v", len(plan.Conflicts), plan.Rows)
	}
	a.merge(t, b)
	for _, want := range []string{`"position":"Chuyên viên"`, `"cccd":"001099000001"`, "r-1"} {
		if !strings.Contains(a.data(), want) {
			t.Errorf("no %s in\n%s", want, a.data())
		}
	}
	if again := a.plan(t, b); !again.Empty() {
		t.Errorf("the same file again: %+v", again)
	}
}

// Both changed one thing: the later counts on both PCs, the other is listed once and kept.
func TestConflictIsListedOnceAndKept(t *testing.T) {
	a, b := two(t)
	a.change(t, "p-1", "name", "Trần Thị Một")
	b.change(t, "p-1", "name", "Trần Thị Hai")
	plan := a.plan(t, b)
	if len(plan.Conflicts) != 1 || !plan.Conflicts[0].TheirsCounts {
		t.Fatalf("conflicts %+v", plan.Conflicts)
	}
	seq := a.merge(t, b)
	if again := a.plan(t, b); !again.Empty() || len(again.Conflicts) != 0 {
		t.Errorf("again: %+v", again)
	}
	if back := b.plan(t, a); len(back.Conflicts) != 0 || len(back.Rows) != 0 {
		t.Errorf("on the other PC: %+v", back)
	}
	a.undo(seq)
	if !strings.Contains(a.data(), "Trần Thị Một") {
		t.Errorf("undone:\n%s", a.data())
	}
	if again := a.plan(t, b); len(again.Conflicts) != 1 || len(again.Rows) != 1 {
		t.Errorf("after the undo: %+v", again)
	}
}

// A clock has no say in a conflict: a PC whose clock runs in 2099 wins about as often as the
// other, both PCs say the same, and who changed the row more often without knowing of the
// other wins whatever the clocks say.
func TestFastClockWinsNothing(t *testing.T) {
	const rounds = 40
	won := 0
	for n := range rounds {
		a, b := two(t)
		b.clock = b.clock.AddDate(73, 0, n)
		a.change(t, "p-1", "name", fmt.Sprint("Trần Thị Một ", n))
		b.change(t, "p-1", "name", fmt.Sprint("Trần Thị Hai ", n))
		plan := a.plan(t, b)
		if len(plan.Conflicts) != 1 {
			t.Fatalf("round %d: %+v", n, plan.Conflicts)
		}
		if plan.Conflicts[0].TheirsCounts {
			won++
		}
		a.merge(t, b)
		b.merge(t, a)
		if a.data() != b.data() {
			t.Fatalf("round %d: the PCs differ", n)
		}
	}
	if won < rounds/8 || won > rounds-rounds/8 {
		t.Errorf("the fast clock won %d of %d", won, rounds)
	}
	a, b := two(t)
	b.clock = b.clock.AddDate(73, 0, 0)
	a.change(t, "p-1", "name", "Trần Thị Một")
	a.change(t, "p-1", "name", "Trần Thị Một Một")
	b.change(t, "p-1", "name", "Trần Thị Hai")
	if plan := a.plan(t, b); len(plan.Conflicts) != 1 || plan.Conflicts[0].TheirsCounts {
		t.Errorf("changed twice against once, ten tries of the clock: %+v", plan.Conflicts)
	}
}

// A person edited after the merge stays so, whatever the other PC still says.
func TestLaterEditOutlivesAnOlderFile(t *testing.T) {
	a, b := two(t)
	a.change(t, "p-1", "name", "Trần Thị Một")
	b.change(t, "p-1", "name", "Trần Thị Hai")
	a.merge(t, b)
	a.clock = a.clock.Add(-time.Hour) // the clock was set back
	a.change(t, "p-1", "name", "Trần Thị Đúng")
	if again := a.plan(t, b); !again.Empty() {
		t.Errorf("the old file takes the edit back: %+v", again)
	}
	if back := b.plan(t, a); len(back.Conflicts) != 0 || len(back.Rows) != 1 {
		t.Errorf("on the other PC: %+v", back)
	}
}

// A row that one side removed comes back when the other side's rows refer to it.
func TestRemovedRowStaysWhereOthersReferToIt(t *testing.T) {
	a, b := two(t)
	a.remove(office()[1])
	b.put(t, tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject("p-1"), Level: tdkt.Good})
	plan := a.plan(t, b)
	kept := 0
	for _, r := range plan.Rows {
		if r.Kept {
			kept++
		}
	}
	if kept != 1 || len(plan.Rows) != 2 {
		t.Errorf("rows %+v", plan.Rows)
	}
	a.merge(t, b)
	if err := a.legal(); err != nil {
		t.Error(err)
	}
}

// The same new person typed on two PCs becomes one, with the ratings of both; two
// people of one code are for a person to settle, and nothing is written.
func TestOneCodeOnTwoPCs(t *testing.T) {
	a, b := two(t)
	for i, p := range []*pc{a, b} {
		id := tdkt.ID(fmt.Sprint("p-", p.name))
		p.put(t, tdkt.Person{ID: id, Code: "CB009", Name: "Phạm Văn Mới", Unit: "u-1"},
			tdkt.Rating{ID: tdkt.ID(fmt.Sprint("r-", p.name)), Year: 2023, Subject: tdkt.PersonSubject(id), Level: tdkt.Levels()[i]},
			tdkt.Rating{ID: tdkt.ID(fmt.Sprint("s-", p.name)), Year: 2020 + i, Subject: tdkt.PersonSubject(id), Level: tdkt.Good})
	}
	plan := a.plan(t, b)
	if len(plan.Clashes) != 0 || len(plan.Conflicts) != 1 {
		t.Errorf("clashes %+v, conflicts %+v", plan.Clashes, plan.Conflicts)
	}
	a.merge(t, b)
	if err := a.legal(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(a.data(), "Phạm Văn Mới"); n != 1 {
		t.Errorf("%d people:\n%s", n, a.data())
	}
	if n := strings.Count(a.data(), "rating "); n != 3 {
		t.Errorf("%d ratings:\n%s", n, a.data())
	}
	if again := a.plan(t, b); !again.Empty() {
		t.Errorf("again: %+v", again)
	}
	// The other PC, which still has its own key, adds to it: the new row finds the one person.
	b.put(t, tdkt.Rating{ID: "r-late", Year: 2025, Subject: tdkt.PersonSubject("p-B"), Level: tdkt.Good})
	a.merge(t, b)
	if err := a.legal(); err != nil {
		t.Error(err)
	}

	c, d := two(t)
	c.put(t, tdkt.Person{ID: "p-c", Code: "CB009", Name: "Phạm Văn Mới", Unit: "u-1"})
	d.put(t, tdkt.Person{ID: "p-d", Code: "CB009", Name: "Ngô Thị Khác", Unit: "u-1"})
	for _, w := range []struct {
		us, them     *pc
		ours, theirs string
	}{{c, d, "Mới", "Khác"}, {d, c, "Khác", "Mới"}} { // each PC is told its own first
		clash := w.us.plan(t, w.them).Clashes
		if len(clash) != 1 || !strings.Contains(string(clash[0].Ours), w.ours) || !strings.Contains(string(clash[0].Theirs), w.theirs) {
			t.Errorf("clashes %+v", clash)
		}
	}
}

// Two files without a common entry, made from one staff list, become one as well.
func TestFilesMadeApart(t *testing.T) {
	a, b := newPC(), newPC()
	a.name, b.name = "A", "B"
	a.put(t, office()...)
	b.put(t, tdkt.Unit{ID: "v-1", Code: "VP", Name: "Văn phòng"}, tdkt.Person{ID: "q-1", Code: "CB001", Name: "Trần Thị Mẫu", Unit: "v-1"},
		tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject("q-1"), Level: tdkt.Good})
	a.merge(t, b)
	if err := a.legal(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(a.data(), "\n") + 1; n != 4 {
		t.Errorf("%d rows:\n%s", n, a.data())
	}
	b.merge(t, a)
	if diff := cmp.Diff(a.data(), b.data()); diff != "" {
		t.Errorf("(-A +B):\n%s", diff)
	}
}

// The same decision typed on two PCs, each a little otherwise, is one decision with one
// list and one award for each person; numbers that begin anew the next year are not.
func TestOneDecisionOnTwoPCs(t *testing.T) {
	a, b := two(t)
	day, later := mustDay(t, 2023, 12, 20), mustDay(t, 2024, 12, 20)
	for _, p := range []*pc{a, b} {
		decide := func(name, number string, date tdkt.Day, subject tdkt.ID, signer string) {
			id := tdkt.ID(name + "-" + p.name)
			p.put(t, tdkt.Decision{ID: "d-" + id, Kind: tdkt.Giving, Number: number, Date: date, Level: "Sở", Signer: signer},
				tdkt.Award{ID: "a-" + id, Subject: tdkt.PersonSubject(subject), Code: "LDTT", From: date.Year(), To: date.Year(), Decision: number, Date: date, Level: "Sở", Signer: signer},
				tdkt.DecisionLine{ID: "l-" + id, Decision: "d-" + id, Place: 1, Subject: tdkt.PersonSubject(subject), Code: "LDTT", Award: "a-" + id})
		}
		signer := map[string]string{"A": "Trần Thị Mẫu"}[p.name]
		number := map[string]string{"A": "231/QĐ-SNV", "B": "231/qđ-snv"}[p.name]
		decide("one", number, day, "p-1", signer)
		if p == b {
			decide("next", number, later, "p-1", signer)
		}
	}
	plan := a.plan(t, b)
	if len(plan.Clashes) != 0 || len(plan.Conflicts) != 2 { // the decision and its award
		t.Errorf("clashes %+v, conflicts %+v", plan.Clashes, plan.Conflicts)
	}
	a.merge(t, b)
	if err := a.legal(); err != nil {
		t.Fatal(err)
	}
	for noun, want := range map[string]int{"\ndecision ": 2, "\ndecision_line ": 2, "\naward ": 2} {
		if n := strings.Count("\n"+a.data(), noun); n != want {
			t.Errorf("%d of %q, want %d:\n%s", n, noun, want, a.data())
		}
	}
	b.merge(t, a)
	if diff := cmp.Diff(a.data(), b.data()); diff != "" {
		t.Errorf("(-A +B):\n%s", diff)
	}
	if again := a.plan(t, b); !again.Empty() {
		t.Errorf("again: %+v", again)
	}
}

func mustDay(t *testing.T, year, month, day int) tdkt.Day {
	t.Helper()
	d, err := tdkt.MakeDay(year, month, day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Two PCs entered the like of a row that was there already: theirs are one, whether or not
// somebody touched the old row, which stays beside it.
func TestNewLikesStandBesideTheOldRow(t *testing.T) {
	row := func(id tdkt.ID, decision string) tdkt.Discipline {
		return tdkt.Discipline{ID: id, Person: "p-1", Form: tdkt.Reprimand, Date: tdkt.Date(2023, 6, 15), Decision: decision}
	}
	for _, touched := range []bool{false, true} {
		base := newPC()
		base.put(t, office()...)
		base.put(t, row("d-old", "58/QĐ"))
		a, b := base.copied("A"), base.copied("B")
		a.clock, b.clock = a.clock.Add(time.Minute), b.clock.Add(2*time.Minute)
		if touched {
			a.put(t, row("d-old", "59/QĐ"))
			a.undo(int64(len(a.entries)))
		}
		a.put(t, row("e-one", "60/QĐ"))
		b.put(t, row("e-two", "61/QĐ"))
		a.merge(t, b)
		b.merge(t, a)
		if got := strings.Count(a.data(), "discipline "); got != 2 || !strings.Contains(a.data(), "58/QĐ") {
			t.Errorf("touched %v: %d rows, want the old and the new:\n%s", touched, got, a.data())
		}
		if a.data() != b.data() {
			t.Errorf("touched %v: A holds\n%s\nB\n%s", touched, a.data(), b.data())
		}
	}
}
