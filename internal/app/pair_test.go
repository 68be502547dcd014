package app_test

import (
	"fmt"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/benchpair"
	"tdkt/internal/law"
	"tdkt/internal/sampletest"
	"tdkt/internal/tdkt"
)

// The largest office the program is for: one province, ten years.
const (
	manyPeople = 50_000
	fewPeople  = 300
	tenYears   = 10
)

// BenchmarkPairCell50kPeople types one cell of a person and one of a rating, and reads the
// list again, in an office of 50,000 beside one of 300.
func BenchmarkPairCell50kPeople(b *testing.B) {
	big, small := sampletest.OpenOffice(b, manyPeople, tenYears), sampletest.OpenOffice(b, fewPeople, tenYears)
	cell := func(a *app.App) func() error {
		a.View().PeopleOf(2024, "") // the screen is open
		return func() error {
			p, r := a.View().People[77], a.View().Ratings[77]
			p.Position, r.Decision = fmt.Sprint("Chuyên viên ", tdkt.NewID()), fmt.Sprint(tdkt.NewID(), "/QĐ-SNV")
			for _, rec := range []tdkt.Record{p, r} {
				if err := a.Change(b.Context(), "test", "Sửa một ô", func(tx app.Tx) error { return tx.Put(b.Context(), rec) }); err != nil {
					return err
				}
				a.View().PeopleOf(2024, "")
			}
			return nil
		}
	}
	benchpair.Run(b, cell(big), cell(small))
}

// BenchmarkPairUndo500Of50kPeople takes back 500 changed ratings, in an office of 50,000
// beside one of 300.
func BenchmarkPairUndo500Of50kPeople(b *testing.B) {
	big, small := sampletest.OpenOffice(b, manyPeople, tenYears), sampletest.OpenOffice(b, fewPeople, tenYears)
	undo := func(a *app.App) func() error {
		for range benchpair.Rounds { // what is taken back, one after the other
			var recs []tdkt.Record
			number := fmt.Sprint(tdkt.NewID(), "/QĐ-SNV")
			for _, r := range a.View().Ratings[:500] {
				r.Decision = number
				recs = append(recs, r)
			}
			if err := a.LoadRecords(b.Context(), "Sửa 500 dòng", recs); err != nil {
				b.Fatal(err)
			}
		}
		return func() error {
			_, err := a.UndoLast(b.Context())
			return err
		}
	}
	benchpair.Run(b, undo(big), undo(small))
}

// BenchmarkPairCheck50kPeople10Years answers every title of everybody in all ten years, from
// the file, beside loading the same rows. The findings behind an answer are worked out for
// whoever is looked at, not here.
func BenchmarkPairCheck50kPeople10Years(b *testing.B) {
	a := sampletest.OpenOffice(b, manyPeople, tenYears)
	load := func() (*tdkt.Data, error) { return a.Store.Load(b.Context()) }
	benchpair.Run(b,
		func() error {
			s, err := load()
			if err != nil {
				return err
			}
			facts := law.NewFacts(&s.Snapshot, a.Rules)
			answered := map[law.Answer]int{}
			for y := 2015; y <= 2024; y++ {
				all, err := a.Rules.Verdicts(b.Context(), facts, y, func(tdkt.Subject, string) bool { return false })
				if err != nil {
					return err
				}
				for r := range all.All() {
					answered[r.Answer]++
				}
			}
			if len(answered) != 3 {
				return fmt.Errorf("answers: %v", answered)
			}
			return nil
		},
		func() error { _, err := load(); return err })
}
