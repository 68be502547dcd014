package app_test

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/sampletest"
	"tdkt/internal/tdkt"
)

// long asks for every order of merges, many changes and many rows; "go run ./cmd/dev test
// -long" does. mergeSeed is what the work of the three PCs is drawn from.
var (
	long      = flag.Bool("long", false, "merge three PCs in all 120 orders, not in two; follow 2,000 changes, not 200; plan 20,000 rows, not 2,000")
	mergeSeed = flag.Uint64("seed", 1, "what the work of three PCs is drawn from")
)

// Three PCs work on copies of one file and take each other's work in, in every order: in
// the end all of them hold the same rows of every noun and answer alike, conflicts were
// listed on the way, and a package taken in again changes nothing.
func TestThreePCsMergeInAnyOrder(t *testing.T) {
	base := filepath.Join(t.TempDir(), "chung.sotd")
	sampletest.Put(t, base, now, someFile())
	folder := t.TempDir()
	names := []string{"A.sotd", "B.sotd", "C.sotd"}
	r := rand.New(rand.NewPCG(*mergeSeed, 3))
	nouns := map[tdkt.Noun]bool{}
	for _, name := range names {
		copyFile(t, base, filepath.Join(folder, name))
		onFile(t, filepath.Join(folder, name), false, func(a *app.App) {
			a.Host = name
			a.Now = func() time.Time { return time.Date(2024, 2, 1, 8, r.IntN(60), r.IntN(60), 0, time.UTC) }
			for range 6 {
				inventWork(t, a, r)
			}
			for range 40 {
				inventAny(t, a, r, nouns)
			}
		})
	}
	if len(nouns) < 20 {
		t.Errorf("only %d nouns were worked on: %v", len(nouns), nouns)
	}
	want, listed := "", 0
	for i, order := range mergeOrders() {
		got, conflicts := settleFiles(t, folder, names, order, i > 0)
		listed += conflicts
		if want == "" {
			want = got
		}
		if d := lineDiff(want, got); d != "" {
			t.Errorf("order %v (-first +this):\n%s", order, d)
		}
	}
	t.Logf("%d orders, %d nouns worked on, %d conflicts listed", len(mergeOrders()), len(nouns), listed)
	if listed == 0 {
		t.Error("no conflict was listed")
	}
}

// mergeOrders are orders in which three PCs take each other in, three merges each: two of
// them that share no step, or all. That the order is all the same to the merge itself is
// tried in many in its own package.
func mergeOrders() [][]int {
	pairs := [][2]int{{0, 1}, {0, 2}, {1, 0}, {1, 2}, {2, 0}, {2, 1}}
	var all [][]int
	for _, a := range pairs {
		for _, b := range pairs {
			for _, c := range pairs {
				if a != b && b != c && a != c {
					all = append(all, []int{a[0], a[1], b[0], b[1], c[0], c[1]})
				}
			}
		}
	}
	if *long {
		return all
	}
	var some [][]int
	for i := 7; i < len(all); i += len(all) / 2 {
		some = append(some, all[i])
	}
	return some
}

// inventAny changes, adds, removes or takes back something of any noun; what the file
// refuses stays undone.
func inventAny(t *testing.T, a *app.App, r *rand.Rand, nouns map[tdkt.Noun]bool) {
	t.Helper()
	v := a.View()
	kinds := recordsOf(v)
	list := kinds[r.IntN(len(kinds))]
	rec := list[r.IntN(min(len(list), 3))] // the first few, so that PCs meet
	var err error
	switch r.IntN(10) {
	case 0:
		_, err = a.UndoLast(t.Context())
	case 1, 2:
		err = a.Change(t.Context(), "test", "Bỏ thử", func(tx app.Tx) error { return tx.Remove(t.Context(), rec) })
	case 3, 4:
		err = a.Change(t.Context(), "test", "Thêm thử", func(tx app.Tx) error { return tx.Put(t.Context(), reworded(rec, r, true)) })
	default:
		err = a.Change(t.Context(), "test", "Sửa thử", func(tx app.Tx) error { return tx.Put(t.Context(), reworded(rec, r, false)) })
	}
	switch {
	case err == nil:
		nouns[rec.Noun()] = true
	case tdkt.KindOf(err) != tdkt.Invalid:
		t.Fatalf("%s: %v", rec.Noun(), err)
	}
}

// recordsOf lists everything a file holds, noun by noun.
func recordsOf(v *view.View) [][]tdkt.Record {
	var out [][]tdkt.Record
	for _, from := range []any{*v.Snapshot, v.Work, *v.Proceedings, struct {
		Nominations []tdkt.Nomination
		Rankings    []tdkt.Ranking
	}{v.Nominations, v.Rankings}} {
		s := reflect.ValueOf(from)
		for i := range s.NumField() {
			if f := s.Field(i); f.Kind() == reflect.Slice && f.Len() > 0 {
				var list []tdkt.Record
				for k := range f.Len() {
					if rec, ok := f.Index(k).Interface().(tdkt.Record); ok {
						list = append(list, rec)
					}
				}
				out = append(out, list)
			}
		}
	}
	return out
}

// reworded is a record with one of its free texts written anew; fresh gives it a key of
// its own.
func reworded(rec tdkt.Record, r *rand.Rand, fresh bool) tdkt.Record {
	free := []string{
		"Position", "Note", "Reason", "Story", "Spread", "FoundBy", "Evidence", "Summary", "Outcome", "Text", "Document",
		"Scope", "Place", "Content", "Remark", "Issuer", "Signer", "Name", "Closing", "By", "Answer", "Decision",
	}
	out := reflect.New(reflect.TypeOf(rec)).Elem()
	out.Set(reflect.ValueOf(rec))
	r.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
	for _, name := range free {
		if f := out.FieldByName(name); f.IsValid() && f.Type() == reflect.TypeFor[string]() {
			f.SetString(fmt.Sprint("chữ thử ", r.IntN(3)))
			break
		}
	}
	if id := out.FieldByName("ID"); fresh && id.IsValid() {
		id.Set(reflect.ValueOf(tdkt.NewID()))
	}
	back, _ := out.Interface().(tdkt.Record)
	return back
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
// new, and returns what all three hold and answer, and how many conflicts were listed. A
// package taken in again at once changes nothing; again says that this was seen before.
func settleFiles(t *testing.T, from string, names []string, order []int, again bool) (all string, conflicts int) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range names {
		copyFile(t, filepath.Join(from, name), filepath.Join(folder, name))
	}
	join := func(i, j int) (wrote bool) {
		onFile(t, filepath.Join(folder, names[i]), false, func(a *app.App) {
			plan, err := imports.PreviewMerge(t.Context(), a, filepath.Join(folder, names[j]))
			if err != nil {
				t.Fatal(err)
			}
			if err := imports.Merge(t.Context(), a, plan); err != nil {
				t.Fatal(err)
			}
			wrote = !plan.Nothing()
			for _, l := range plan.Lines {
				if l.Fate == imports.MergeConflict {
					conflicts++
				}
			}
			if !wrote || again && !*long {
				return
			}
			if plan, err = imports.PreviewMerge(t.Context(), a, filepath.Join(folder, names[j])); err != nil || !plan.Nothing() {
				t.Errorf("%v: %s taken in twice by %s: %v", order, names[j], names[i], err)
			}
		})
		return wrote
	}
	for i := 0; i < len(order); i += 2 {
		join(order[i], order[i+1])
	}
	for round, more := 0, true; more; round++ {
		if more = false; round > 6 {
			t.Fatal("the merges find no end")
		}
		for i := range names {
			more = join(i, (i+1)%len(names)) || more
		}
	}
	for _, name := range names {
		got := answers(t, filepath.Join(folder, name))
		if all == "" {
			all = got
		}
		if d := lineDiff(all, got); d != "" {
			t.Fatalf("%v: %s (-first +this):\n%s", order, name, d)
		}
	}
	return all, conflicts
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
		list := []any{v.Snapshot, v.Work, v.Proceedings, v.Nominations, v.Rankings}
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

// lineDiff is the lines that two texts do not share.
func lineDiff(a, b string) string {
	if a == b {
		return ""
	}
	var out strings.Builder
	in := map[string]int{}
	for l := range strings.Lines(a) {
		in[l]++
	}
	for l := range strings.Lines(b) {
		if in[l]--; in[l] < 0 {
			out.WriteString("+" + l)
		}
	}
	for l := range strings.Lines(a) {
		if in[l] > 0 {
			in[l]--
			out.WriteString("-" + l)
		}
	}
	return cmp.Or(out.String(), "the order of lines differs\n")
}
