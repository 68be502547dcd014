package merge_test

import (
	"testing"

	"tdkt/internal/merge"
	"tdkt/internal/tdkt"
)

// putting writes records on a PC; taking merges another PC's file into one.
type (
	putting func(p *pc, recs ...tdkt.Record)
	taking  func(us, them *pc)
)

// A row that one PC removed and the other has is for a person to look at only where the
// other changed it and neither knew of what the other did.
func TestRemovedAgainstChanged(t *testing.T) {
	rating := tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject("p-1"), Level: tdkt.Good}
	better := rating
	better.Level = tdkt.Excellent
	for _, c := range []struct {
		name     string
		do       func(put putting, take taking, a, b *pc)
		conflict bool
	}{
		{"changed there", func(put putting, _ taking, a, b *pc) {
			a.remove(rating)
			put(b, better)
		}, true},
		{"left as it was there", func(put putting, _ taking, a, b *pc) {
			a.remove(rating)
			put(b, tdkt.Rating{ID: "r-2", Year: 2022, Subject: rating.Subject, Level: tdkt.Good})
		}, false},
		{"changed here before it was removed, left as it was there", func(put putting, _ taking, a, b *pc) {
			put(a, better)
			a.remove(rating)
			put(b, tdkt.Rating{ID: "r-2", Year: 2022, Subject: rating.Subject, Level: tdkt.Good})
		}, false},
		{"changed and changed back there", func(put putting, _ taking, a, b *pc) {
			a.remove(rating)
			put(b, better)
			put(b, rating)
		}, false},
		{"changed there and taken back", func(put putting, _ taking, a, b *pc) {
			a.remove(rating)
			put(b, better)
			b.undo(int64(len(b.entries)))
		}, false},
		{"removed there too, and put there again", func(put putting, _ taking, a, b *pc) {
			a.remove(rating)
			b.remove(rating)
			put(b, rating)
		}, false},
		{"the removal was known where it was put again", func(put putting, take taking, a, b *pc) {
			a.remove(rating)
			take(b, a)
			put(b, better)
		}, false},
		{"the change was known where it was removed", func(put putting, take taking, a, b *pc) {
			put(b, better)
			take(a, b)
			a.remove(rating)
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			base := newPC()
			base.put(t, append(office(), rating)...)
			for _, turned := range []bool{false, true} { // either PC asks
				a, b := base.copied("A"), base.copied("B")
				c.do(func(p *pc, recs ...tdkt.Record) { p.put(t, recs...) }, func(us, them *pc) { us.merge(t, them) }, a, b)
				if turned {
					a, b = b, a
				}
				got := a.plan(t, b).Conflicts
				if (len(got) == 1) != c.conflict || len(got) > 1 {
					t.Errorf("turned %v: %+v", turned, got)
				}
				if len(got) == 1 {
					_, want := b.rows["rating r-1"]
					a.merge(t, b)
					if _, is := a.rows["rating r-1"]; (is == want) != got[0].TheirsCounts {
						t.Errorf("turned %v: it is said that theirs counts: %v; the row is there: %v, it was there: %v", turned, got[0].TheirsCounts, is, want)
					}
				}
			}
		})
	}
}

// Two histories share what both begin with, to the first entry that is another.
func TestBase(t *testing.T) {
	for _, c := range []struct {
		ours, theirs []string
		want         int64
	}{
		{nil, nil, 0},
		{nil, []string{"1"}, 0},
		{[]string{"1"}, nil, 0},
		{[]string{"1", "2"}, []string{"1", "2"}, 2},
		{[]string{"1", "2", "3"}, []string{"1", "2"}, 2},
		{[]string{"1", "2"}, []string{"1", "2", "3"}, 2},
		{[]string{"1", "2", "3"}, []string{"1", "x", "3"}, 1},
		{[]string{"x"}, []string{"1"}, 0},
	} {
		if got := merge.Base(c.ours, c.theirs); got != c.want {
			t.Errorf("%v and %v share %d, want %d", c.ours, c.theirs, got, c.want)
		}
	}
}
