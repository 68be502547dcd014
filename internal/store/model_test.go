package store

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// model is what the file should hold: the ratings and people of a small office by key.
type model map[rowKey]tdkt.Record

func (m model) clone() model {
	c := model{}
	for k, v := range m {
		c[k] = v
	}
	return c
}

// legal says whether the model keeps the file's rules: codes and ratings once, no
// rating without its person.
func (m model) legal() bool {
	taken := map[string]bool{}
	for _, rec := range m {
		mark := ""
		switch rec := rec.(type) {
		case tdkt.Person:
			mark = rec.Code
		case tdkt.Rating:
			mark = fmt.Sprint(rec.Year, rec.Subject)
			if _, ok := m[rowKey{tdkt.NounPerson, rec.Subject.ID}]; !ok {
				return false
			}
		}
		if taken[mark] {
			return false
		}
		taken[mark] = true
	}
	return true
}

// invent makes a record out of few keys, codes and years, so that they often meet.
func invent(r *rand.Rand) tdkt.Record {
	person := tdkt.ID(fmt.Sprintf("p-%d", r.IntN(4)))
	if r.IntN(2) == 0 {
		return tdkt.Person{ID: person, Code: fmt.Sprintf("CB%d", r.IntN(5)), Name: fmt.Sprintf("Người %d", r.IntN(9)), Unit: "u-1"}
	}
	return tdkt.Rating{
		ID: tdkt.ID(fmt.Sprintf("r-%d", r.IntN(5))), Year: 2020 + r.IntN(3),
		Subject: tdkt.PersonSubject(person), Level: tdkt.Levels()[r.IntN(4)],
	}
}

// holdsExactly compares the file with the model.
func holdsExactly(t *testing.T, db *DB, m model) {
	t.Helper()
	snap, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := model{}
	for _, p := range snap.People {
		got[rowKey{p.Noun(), p.ID}] = p
	}
	for _, r := range snap.Ratings {
		got[rowKey{r.Noun(), r.ID}] = r
	}
	if diff := cmp.Diff(m, got, cmp.AllowUnexported(rowKey{})); diff != "" {
		t.Fatalf("(-model +file):\n%s", diff)
	}
}

// Any mix of adding, changing and removing must end as a plain map says, refused
// operations must change nothing, and undoing all of them must lead back to the start.
func TestRandomWorkMatchesAModelAndCanAllBeUndone(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			db := newDB(t)
			unit, _ := office()
			start := put(t, db, unit)
			r := rand.New(rand.NewPCG(seed, 7))
			m := model{}
			states := map[int64]model{start.Seq: m}
			last, refused := start.Seq, 0
			for range 120 {
				next, entry, err := randomStep(t, db, r, m)
				if err != nil {
					refused++
					continue
				}
				if !next.legal() {
					t.Fatalf("the file accepted %v", next)
				}
				if m = next; entry.Seq != 0 {
					last = entry.Seq
					states[last] = m
				}
			}
			holdsExactly(t, db, m)
			if len(states) < 20 || refused == 0 {
				t.Fatalf("%d operations done and %d refused: too tame", len(states), refused)
			}
			for seq := last; seq > start.Seq; seq-- {
				if _, err := db.Undo(t.Context(), step("Hoàn tác"), seq); err != nil {
					t.Fatalf("undo %d: %v", seq, err)
				}
				holdsExactly(t, db, states[seq-1])
			}
			if _, err := Verify(t.Context(), db.Path()); err != nil {
				t.Error(err)
			}
		})
	}
}

// randomStep does one to four things in one operation, to the file and to a copy of the model.
func randomStep(t *testing.T, db *DB, r *rand.Rand, m model) (model, tdkt.Entry, error) {
	t.Helper()
	next := m.clone()
	entry, err := db.InTx(t.Context(), step("Bước"), func(tx *Tx) error {
		for range 1 + r.IntN(4) {
			rec := invent(r)
			key := rowKey{rec.Noun(), rec.RecordID()}
			if r.IntN(3) == 0 {
				delete(next, key)
				if err := tx.Remove(t.Context(), rec); err != nil {
					return err
				}
				continue
			}
			next[key] = rec
			if err := tx.Put(t.Context(), rec); err != nil {
				return err
			}
		}
		return nil
	})
	return next, entry, err
}

// damages is how often bytes are damaged; "go run ./cmd/dev crash" asks for many.
var damages = flag.Int("damages", 60, "how often bytes of a file are damaged")

// A worn disk, a bad stick: whatever bytes are wrong, the answer is a sentence or
// the right data, never a panic, a raw code or half a list.
func TestDamagedBytesGiveSentences(t *testing.T) {
	t.Parallel()
	db := fullDB(t)
	want, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "so.sotd")
	if err := db.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range *damages {
		at := r.IntN(len(sound) - 64)
		for sound[at] == 0 { // Most of a small file is empty space.
			at = r.IntN(len(sound) - 64)
		}
		damaged := scribble(sound, at, at+1+r.IntN(64))
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		_, verdict := Verify(t.Context(), path)
		snap, err := readWhole(t, path)
		for _, err := range []error{verdict, err} {
			var told *tdkt.Error
			if err != nil && !errors.As(err, &told) {
				t.Errorf("damage at %d: %v", at, err)
			}
		}
		if verdict != nil {
			found++
		} else if diff := cmp.Diff(want, snap); err == nil && diff != "" {
			t.Errorf("damage at %d went unseen (-want +got):\n%s", at, diff)
		}
	}
	if found < *damages*2/3 {
		t.Errorf("damage was found %d times of %d", found, *damages)
	}
}

// readWhole opens a file for reading and reads everything.
func readWhole(t *testing.T, path string) (*tdkt.Data, error) {
	t.Helper()
	db, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	snap, err := db.Load(t.Context())
	return snap, errors.Join(err, db.Close())
}
