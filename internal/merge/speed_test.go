package merge_test

import (
	"fmt"
	"testing"

	"tdkt/internal/tdkt"
)

// BenchmarkWork: two files of 4,000 people with ratings of five years went apart a little.
func BenchmarkWork(b *testing.B) {
	t := &testing.T{}
	base := newPC()
	base.put(t, office()...)
	for n := range 4000 {
		id := tdkt.ID(fmt.Sprint("q-", n))
		recs := []tdkt.Record{tdkt.Person{ID: id, Code: fmt.Sprint("C", n), Name: "Người Mới", Unit: "u-1"}}
		for year := range 5 {
			recs = append(recs, tdkt.Rating{ID: tdkt.ID(fmt.Sprint("r-", n, "-", year)), Year: 2020 + year, Subject: tdkt.PersonSubject(id), Level: tdkt.Good})
		}
		base.put(t, recs...)
	}
	x, y := base.copied("A"), base.copied("B")
	for n := range 50 {
		x.change(t, tdkt.ID(fmt.Sprint("q-", n)), "position", "Chuyên viên")
		y.change(t, tdkt.ID(fmt.Sprint("q-", n+25)), "position", "Chuyên viên chính")
	}
	b.ResetTimer()
	for b.Loop() {
		if plan := x.plan(t, y); len(plan.Conflicts) != 25 {
			b.Fatalf("%d conflicts", len(plan.Conflicts))
		}
	}
}
