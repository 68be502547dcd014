package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/benchpair"
	"tdkt/internal/tdkt"
)

// BenchmarkBigOffice writes, reads and verifies the ratings and titles of many
// people over ten years; "bare" steps through the same rows and keeps nothing.
func BenchmarkBigOffice(b *testing.B) {
	for _, people := range []int{1_000, 50_000} {
		recs := bigOffice(people)
		name := fmt.Sprintf("people=%d,rows=%d", people, len(recs))
		db := fillBench(b, recs)
		b.Run(name+"/put", func(b *testing.B) {
			for b.Loop() {
				fillBench(b, recs)
			}
		})
		b.Run(name+"/snapshot", func(b *testing.B) {
			for b.Loop() {
				if _, err := db.Load(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/verify", func(b *testing.B) {
			for b.Loop() {
				if _, err := Verify(b.Context(), db.Path()); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/bare", func(b *testing.B) {
			for b.Loop() {
				bareRead(b, db)
			}
		})
	}
}

// BenchmarkPairCommit acknowledges small changes, each in the file itself and forced to the
// disk. "bare" is the floor: a page written and forced as often as a commit asks for it,
// to the log and to the file.
func BenchmarkPairCommit(b *testing.B) {
	const commits = 50
	unit, person := office()
	db := fillBench(b, []tdkt.Record{unit, person})
	n := 0
	ours := func() error {
		for range commits {
			n++
			person.Position = fmt.Sprint("Chức vụ ", n)
			if _, err := db.InTx(b.Context(), step("Sửa"), func(tx *Tx) error { return tx.Put(b.Context(), person) }); err != nil {
				return err
			}
		}
		return nil
	}
	bare := func() error {
		folder := b.TempDir()
		var files []*os.File
		for _, name := range []string{"log", "file"} {
			f, err := os.Create(filepath.Join(folder, name))
			if err != nil {
				return err
			}
			defer f.Close()
			files = append(files, f)
		}
		page := make([]byte, 4096)
		for range commits {
			for _, f := range files {
				if _, err := f.Write(page); err != nil {
					return err
				}
				if err := f.Sync(); err != nil {
					return err
				}
			}
		}
		return nil
	}
	benchpair.Run(b, ours, bare)
}

// bareRead steps through the same columns and keeps nothing.
func bareRead(b *testing.B, db *DB) {
	b.Helper()
	err := db.read(b.Context(), func(s *session) error {
		for _, query := range []string{people().selectFrom(), ratings().selectFrom(), awards().selectFrom()} {
			if err := s.query(b.Context(), query, nil, func(*row) error { return nil }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func fillBench(b *testing.B, recs []tdkt.Record) *DB {
	b.Helper()
	db, err := Open(b.Context(), filepath.Join(b.TempDir(), "so.sotd"), Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	if _, err := db.InTx(b.Context(), step("Nạp"), func(tx *Tx) error { return tx.Put(b.Context(), recs...) }); err != nil {
		b.Fatal(err)
	}
	return db
}

// bigOffice is so many people with ten years of ratings and titles.
func bigOffice(people int) []tdkt.Record {
	unit, _ := office()
	recs := []tdkt.Record{unit}
	for i := range people {
		id := tdkt.NewID()
		recs = append(recs, tdkt.Person{
			ID: id, Code: fmt.Sprintf("CB%06d", i), Name: fmt.Sprintf("Nguyễn Văn %d", i),
			Unit: unit.ID, Born: tdkt.Date(1980, 1, 1+i%28), Start: tdkt.Date(2010, 1, 1),
		})
		for year := 2014; year < 2024; year++ {
			recs = append(recs, tdkt.Rating{ID: tdkt.NewID(), Year: year, Subject: tdkt.PersonSubject(id), Level: tdkt.Levels()[(i+year)%3]})
			recs = append(recs, tdkt.Award{
				ID: tdkt.NewID(), Subject: tdkt.PersonSubject(id), Code: "LDTT", From: year, To: year,
				Decision: fmt.Sprintf("%d/QĐ-SNV", year), Date: tdkt.Date(year, 12, 20),
			})
		}
	}
	return recs
}
