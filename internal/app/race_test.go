package app_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestViewHasWhatWasCommitted: whoever changes something sees it in the view once the
// change has returned, however many change something at the same time.
func TestViewHasWhatWasCommitted(t *testing.T) {
	t.Parallel()
	a := sample(t)
	unit := a.View().Units[0].ID
	for round := range 10 {
		var all sync.WaitGroup
		for g := range 8 {
			all.Go(func() {
				p := tdkt.Person{ID: tdkt.NewID(), Code: fmt.Sprintf("T%02d-%d", round, g), Name: "Lê Thị Thử", Unit: unit}
				if err := a.Change(t.Context(), "test", "Thêm", func(tx app.Tx) error { return tx.Put(t.Context(), p) }); err != nil {
					t.Error(err)
					return
				}
				if _, there := a.View().Facts.Person(p.ID); !there {
					t.Errorf("round %d: %s was committed and is not in the view", round, p.Code)
				}
			})
		}
		all.Wait()
	}
	loaded, err := a.Store.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(loaded.People, a.View().People); diff != "" {
		t.Errorf("(-file +view):\n%s", diff)
	}
}

// TestViewIsTheFile: a view that read only what a change touched holds what one holds
// that reads the whole file, its facts included, after any change of any noun.
func TestViewIsTheFile(t *testing.T) {
	t.Parallel()
	a := someOf(t)
	r := rand.New(rand.NewPCG(3, 7))
	nouns := map[tdkt.Noun]bool{}
	for step := range manyOrFew(2000, 200) {
		if len(a.View().People) == 0 { // the sample itself was taken back
			if err := boot.LoadSample(t.Context(), a); err != nil {
				t.Fatal(err)
			}
		}
		inventAny(t, a, r, nouns)
		if step%17 != 0 {
			continue
		}
		sameAsFile(t, a, 2020, 2023, 2024)
	}
	if len(nouns) < 25 {
		t.Errorf("only %d nouns were changed", len(nouns))
	}
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n2018|CB001|HT\n2018|CB002|HT\n2018|CB003|HT") // several rows at once
	if _, err := a.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	sameAsFile(t, a, 2020, 2023)
}

func sameAsFile(t *testing.T, a *app.App, years ...int) {
	t.Helper()
	v := a.View()
	whole, err := a.Store.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := &tdkt.Data{
		Snapshot: *v.Snapshot, Work: v.Work, Proceedings: *v.Proceedings, Blocs: v.Blocs,
		Nominations: v.Nominations, Rankings: v.Rankings, Attachments: v.Attachments,
		Passages: v.Passages, Figures: v.Figures, Officers: v.Officers, Bureaus: v.Bureaus,
	}
	if diff := differ(whole, got); diff != "" {
		t.Fatalf("(-file +view):\n%s", diff)
	}
	fresh := law.NewFacts(&whole.Snapshot, a.Rules)
	for _, year := range years {
		want, err := judgeAll(t, a, fresh, year, false)
		if err != nil {
			continue // no regime
		}
		findings, _ := judgeAll(t, a, v.Facts, year, false)
		if diff := differ(want, findings); diff != "" {
			t.Fatalf("%d, findings (-file +view):\n%s", year, diff)
		}
		known, err := v.Answers(t.Context(), year)
		if err != nil {
			t.Fatal(err)
		}
		same := &view.View{Snapshot: &whole.Snapshot, Rules: a.Rules, Facts: fresh, Nominations: whole.Nominations}
		anew, err := same.Answers(t.Context(), year)
		if err != nil {
			t.Fatal(err)
		}
		got, brief := slices.Collect(known.All()), withoutFindings(want)
		if diff := differ(brief, got[:min(len(brief), len(got))]); diff != "" {
			t.Fatalf("%d, answers (-law +view):\n%s", year, diff)
		}
		if diff := differ(tallied(anew), tallied(known)); diff != "" {
			t.Fatalf("%d, what is pledged, rated and lacking (-file +view):\n%s", year, diff)
		}
		if diff := differ(slices.Collect(anew.All()), got); diff != "" {
			t.Fatalf("%d, answers (-file +view):\n%s", year, diff)
		}
	}
	people := slices.Clone(whole.People)
	view.SortPeople(people)
	people = slices.DeleteFunc(people, func(p tdkt.Person) bool { return !fresh.IsJudged(tdkt.PersonSubject(p.ID), 2023) })
	if diff := cmp.Diff(people, v.PeopleOf(2023, ""), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("people of 2023 (-file +view):\n%s", diff)
	}
	same := finder(t, &whole.Snapshot)
	same.Plans = whole.Plans
	if diff := cmp.Diff(same.Find("an", 200), v.Find("an", 200)); diff != "" {
		t.Fatalf("search (-file +view):\n%s", diff)
	}
}

// withoutFindings is what a year's answers keep of each.
func withoutFindings(list []law.Result) []law.Result {
	out := slices.Clone(list)
	for i := range out {
		out[i].Findings, out[i].Notes = nil, nil
	}
	return out
}

// tallied is what a year's answers count: who pledged, who was rated, what lacks data.
func tallied(v *law.Verdicts) []any {
	all, pledged := v.People(func(m law.YearMark) bool { return m.Pledged })
	_, rated := v.People(func(m law.YearMark) bool { return m.Rated })
	lacking, first, title := v.Lacking()
	return []any{all, pledged, rated, lacking, first, title}
}

// manyOrFew is the first with -long, the second without.
func manyOrFew(many, few int) int {
	if *long {
		return many
	}
	return few
}

// differ says where two things differ, an empty list being as good as none. To see that they
// do not takes a tenth of telling where they do.
func differ(want, got any) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got, cmpopts.EquateEmpty())
}

func judgeAll(t *testing.T, a *app.App, f *law.Facts, year int, brief bool) ([]law.Result, error) {
	t.Helper()
	seq, err := a.Rules.All(t.Context(), f, year, 0, brief)
	if err != nil {
		return nil, err
	}
	return slices.Collect(seq), nil
}

// TestAnswersFollowWhatTheyRestOn: after a change of one person the answers of the rooms
// are those of the new facts, and so is everybody's after a change of a year.
func TestAnswersFollowWhatTheyRestOn(t *testing.T) {
	t.Parallel()
	a := someOf(t)
	var rows []tdkt.Record
	v := a.View()
	for i, p := range v.PeopleOf(2023, "")[:9] { // three of each, so that a room's share moves
		switch i % 3 {
		case 0:
			p.Unit = v.Units[len(v.Units)-1-i%2].ID
			rows = append(rows, p)
		case 1:
			p.End = tdkt.Date(2023, 3, 1)
			rows = append(rows, p)
		default:
			r, _ := v.RatingOf(2023, tdkt.PersonSubject(p.ID))
			r.Level = tdkt.NotDone
			rows = append(rows, r)
		}
	}
	for _, w := range v.Awards {
		if w.To == 2023 && w.Code == "LDTT" && len(rows) < 30 {
			w.Revoked = true
			rows = append(rows, w)
		}
	}
	rows = append(rows, tdkt.Post{ID: tdkt.NewID(), Person: v.People[4].ID, From: tdkt.Date(2019, 1, 1), Unit: v.Units[1].ID})
	year := v.YearOf(2023)
	year.SetClosed(tdkt.TitleBook, false)
	rows = append(rows, year)
	for _, rec := range rows {
		if _, err := a.View().Answers(t.Context(), 2023); err != nil {
			t.Fatal(err)
		}
		if err := a.Change(t.Context(), "test", "Sửa", func(tx app.Tx) error { return tx.Put(t.Context(), rec) }); err != nil {
			t.Fatalf("%+v: %v", rec, err)
		}
		sameAsFile(t, a, 2023)
	}
}
