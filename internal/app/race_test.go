package app_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// TestViewHasWhatWasCommitted: whoever changes something sees it in the view once the
// change has returned, however many change something at the same time.
func TestViewHasWhatWasCommitted(t *testing.T) {
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
	a := sample(t)
	r := rand.New(rand.NewPCG(3, 7))
	nouns := map[tdkt.Noun]bool{}
	for step := range 400 {
		if len(a.View().People) == 0 { // the sample itself was taken back
			if err := boot.LoadSample(t.Context(), a); err != nil {
				t.Fatal(err)
			}
		}
		inventAny(t, a, r, nouns)
		if step%10 != 0 {
			continue
		}
		sameAsFile(t, a)
	}
	if len(nouns) < 25 {
		t.Errorf("only %d nouns were changed", len(nouns))
	}
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n2018|CB001|HT\n2018|CB002|HT\n2018|CB003|HT") // several rows at once
	if _, err := a.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	sameAsFile(t, a)
}

func sameAsFile(t *testing.T, a *app.App) {
	t.Helper()
	v := a.View()
	whole, err := a.Store.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := &tdkt.Data{
		Snapshot: *v.Snapshot, Work: v.Work, Proceedings: *v.Proceedings,
		Nominations: v.Nominations, Rankings: v.Rankings, Attachments: v.Attachments,
	}
	if diff := cmp.Diff(whole, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("(-file +view):\n%s", diff)
	}
}
