package app_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Three PCs work on copies of one file and take each other's work in, in different
// orders: in the end all of them hold the same rows and answer alike.
func TestThreePCsMergeInAnyOrder(t *testing.T) {
	base := filepath.Join(t.TempDir(), "chung.sotd")
	onFile(t, base, true, func(a *app.App) {
		if err := boot.LoadSample(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	})
	folder := t.TempDir()
	names := []string{"A.sotd", "B.sotd", "C.sotd"}
	r := rand.New(rand.NewPCG(11, 3))
	for _, name := range names {
		copyFile(t, base, filepath.Join(folder, name))
		onFile(t, filepath.Join(folder, name), false, func(a *app.App) {
			a.Host = name
			a.Now = func() time.Time { return time.Date(2024, 2, 1, 8, r.IntN(60), r.IntN(60), 0, time.UTC) }
			for range 6 {
				inventWork(t, a, r)
			}
		})
	}
	want := ""
	for _, order := range [][]int{{0, 1, 0, 2, 1, 2}, {2, 1, 1, 0, 2, 0}} {
		got := settleFiles(t, folder, names, order)
		if want == "" {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("order %v (-first +this):\n%s", order, d)
		}
	}
}

// onFile opens a file, runs do and closes it.
func onFile(t *testing.T, path string, create bool, do func(*app.App)) {
	t.Helper()
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Create: create})
	if err != nil {
		t.Fatal(err)
	}
	do(a)
	if err := closeFile(); err != nil {
		t.Fatal(err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// inventWork changes a few rows of the sample; what the file refuses stays undone.
func inventWork(t *testing.T, a *app.App, r *rand.Rand) {
	t.Helper()
	v := a.View()
	person := v.People[r.IntN(4)]
	rating := v.Ratings[r.IntN(5)]
	put, drop := []tdkt.Record{}, []tdkt.Record{}
	switch r.IntN(4) {
	case 0:
		person.Position = fmt.Sprint("Chức vụ ", r.IntN(5))
		put = append(put, person)
	case 1:
		rating.Level = tdkt.Levels()[r.IntN(4)]
		put = append(put, rating)
	case 2:
		drop = append(drop, rating)
	case 3:
		id := tdkt.NewID()
		code := fmt.Sprintf("MOI%d", r.IntN(3))
		put = append(put, tdkt.Person{ID: id, Code: code, Name: "Người " + code, Unit: person.Unit},
			tdkt.Rating{ID: tdkt.NewID(), Year: 2023, Subject: tdkt.PersonSubject(id), Level: tdkt.Levels()[r.IntN(4)]})
	}
	err := a.Change(t.Context(), "test", "Việc thử", func(tx app.Tx) error {
		if err := tx.Remove(t.Context(), drop...); err != nil {
			return err
		}
		return tx.Put(t.Context(), put...)
	})
	if err != nil && tdkt.KindOf(err) != tdkt.Invalid {
		t.Fatal(err)
	}
}

// settleFiles merges copies of the files in pairs of the order, then until nothing is
// new, and returns what all three hold and answer.
func settleFiles(t *testing.T, from string, names []string, order []int) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range names {
		copyFile(t, filepath.Join(from, name), filepath.Join(folder, name))
	}
	join := func(i, j int) (wrote bool) {
		onFile(t, filepath.Join(folder, names[i]), false, func(a *app.App) {
			plan, err := a.PreviewMerge(t.Context(), filepath.Join(folder, names[j]))
			if err != nil {
				t.Fatal(err)
			}
			if err := a.Merge(t.Context(), plan); err != nil {
				t.Fatal(err)
			}
			wrote = !plan.Nothing()
		})
		return wrote
	}
	for i := 0; i < len(order); i += 2 {
		join(order[i], order[i+1])
	}
	for round, again := 0, true; again; round++ {
		if again = false; round > 6 {
			t.Fatal("the merges find no end")
		}
		for i := range names {
			again = join(i, (i+1)%len(names)) || again
		}
	}
	all := ""
	for _, name := range names {
		got := answers(t, filepath.Join(folder, name))
		if all == "" {
			all = got
		}
		if d := cmp.Diff(all, got); d != "" {
			t.Fatalf("%v: %s (-first +this):\n%s", order, name, d)
		}
	}
	return all
}

// answers is every fact of a whole file and every answer of check on them.
func answers(t *testing.T, path string) string {
	t.Helper()
	var out []byte
	onFile(t, path, false, func(a *app.App) {
		if err := a.Store.VerifyHistory(t.Context()); err != nil {
			t.Fatal(err)
		}
		v := a.View()
		list := []any{v.Snapshot}
		for year := 2023; year <= 2024; year++ {
			all, err := a.Rules.All(t.Context(), law.NewFacts(v.Snapshot, a.Rules), year, 0, false)
			if err != nil {
				t.Fatal(err)
			}
			for res := range all {
				list = append(list, res)
			}
		}
		var err error
		if out, err = json.MarshalIndent(list, "", " "); err != nil {
			t.Fatal(err)
		}
	})
	return string(out)
}
