package app_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/benchpair"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// bigOffice makes a data file of 50,000 people in a thousand rooms with the facts of
// ten years: a rating and a pledge every year, titles for most, initiatives for half.
func bigOffice(b *testing.B) *app.App {
	b.Helper()
	return officeOf(b, 50_000)
}

func officeOf(b *testing.B, people int) *app.App {
	b.Helper()
	a, closeFile, err := boot.Open(b.Context(), boot.Options{Path: filepath.Join(b.TempDir(), "to.sotd"), Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = closeFile() })
	if err := a.LoadRecords(b.Context(), "Nạp "+fmt.Sprint(people)+" người", officeRecords(people, 2015, 2024)); err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkPairCell50kPeople types one cell of a person and one of a rating, and reads the
// list again, in an office of 50,000 beside one of 300.
func BenchmarkPairCell50kPeople(b *testing.B) {
	big, small := officeOf(b, 50_000), officeOf(b, 300)
	cell := func(a *app.App) func() error {
		a.View().PeopleOf(2024, "") // the screen is open
		n := 0
		return func() error {
			n++
			p, r := a.View().People[77], a.View().Ratings[77]
			p.Position, r.Decision = fmt.Sprint("Chuyên viên ", n), fmt.Sprint(n, "/QĐ-SNV")
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
	big, small := officeOf(b, 50_000), officeOf(b, 300)
	undo := func(a *app.App) func() error {
		return func() error {
			var recs []tdkt.Record
			for _, r := range a.View().Ratings[:500] {
				r.Decision = "15/QĐ-SNV"
				recs = append(recs, r)
			}
			if err := a.LoadRecords(b.Context(), "Sửa 500 dòng", recs); err != nil {
				return err
			}
			_, err := a.UndoLast(b.Context())
			return err
		}
	}
	benchpair.Run(b, undo(big), undo(small))
}

func officeRecords(n, first, last int) []tdkt.Record {
	root := tdkt.Unit{ID: tdkt.NewID(), Code: "SO", Name: "Sở Thử nghiệm", Founded: tdkt.Date(2000, 1, 1)}
	recs := []tdkt.Record{root}
	rooms := make([]tdkt.ID, n/50)
	for i := range rooms {
		rooms[i] = tdkt.NewID()
		recs = append(recs, tdkt.Unit{ID: rooms[i], Code: fmt.Sprintf("P%04d", i), Name: fmt.Sprintf("Phòng %d", i), Parent: root.ID})
	}
	for i := range n {
		p := tdkt.Person{ID: tdkt.NewID(), Code: fmt.Sprintf("CB%05d", i), Name: "Trần Thị Thử", Unit: rooms[i%len(rooms)], Start: tdkt.Date(2010, 1, 1)}
		recs = append(recs, p)
		for y := first; y <= last; y++ {
			recs = append(recs, yearOf(p.ID, i, y)...)
		}
	}
	for y := first; y <= last; y++ {
		row := tdkt.Year{ID: tdkt.NewID(), Year: y}
		for _, book := range tdkt.Books() {
			row.SetClosed(book, y < last)
		}
		recs = append(recs, row)
	}
	return recs
}

func yearOf(id tdkt.ID, i, y int) []tdkt.Record {
	who := tdkt.PersonSubject(id)
	recs := []tdkt.Record{
		tdkt.Rating{ID: tdkt.NewID(), Year: y, Subject: who, Level: tdkt.Levels()[(i+y)%3]},
		tdkt.Pledge{ID: tdkt.NewID(), Year: y, Subject: who, Title: "LDTT"},
	}
	if (i+y)%4 > 0 {
		recs = append(recs, tdkt.Award{ID: tdkt.NewID(), Subject: who, Code: "LDTT", From: y, To: y})
	}
	if (i+y)%2 == 0 {
		recs = append(recs, tdkt.Initiative{ID: tdkt.NewID(), Year: y, Person: id, Title: "Sáng kiến", Kind: tdkt.Innovation, Scope: tdkt.Base})
	}
	return recs
}

// BenchmarkPairCheck50kPeople10Years judges all ten years, every title, without the
// words of the findings, from the file, beside loading the same rows.
func BenchmarkPairCheck50kPeople10Years(b *testing.B) {
	a := bigOffice(b)
	load := func() (*tdkt.Data, error) { return a.Store.Load(b.Context()) }
	benchpair.Run(b,
		func() error {
			s, err := load()
			if err != nil {
				return err
			}
			facts := law.NewFacts(&s.Snapshot, a.Rules)
			for y := 2015; y <= 2024; y++ {
				all, err := a.Rules.All(b.Context(), facts, y, 0, true)
				if err != nil {
					return err
				}
				for range all { // only the judging is measured
				}
			}
			return nil
		},
		func() error { _, err := load(); return err })
}
