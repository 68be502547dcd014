package app_test

import (
	"testing"

	"tdkt/internal/tdkt"
)

// TestRedo: what was undone is done again in its order, can be undone again, and a new
// change ends it.
func TestRedo(t *testing.T) {
	a := open(t)
	load(t, a, people)
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS")
	counts := func() [2]int { return [2]int{len(a.View().People), len(a.View().Ratings)} }
	full, unrated, empty := counts(), [2]int{counts()[0], 0}, [2]int{}
	refused := [2]int{-1, -1}
	for i, step := range []struct {
		key  string
		want [2]int
	}{
		{"redo", refused},
		{"undo", unrated},
		{"undo", empty},
		{"undo", refused},
		{"redo", unrated},
		{"redo", full},
		{"redo", refused},
		{"undo", unrated},
		{"redo", full},
		{"undo", unrated},
		{"undo", empty},
		{"redo", unrated},
	} {
		do := a.UndoLast
		if step.key == "redo" {
			do = a.RedoLast
		}
		_, err := do(t.Context())
		got := counts()
		if err != nil {
			got = refused
		}
		if got != step.want {
			t.Fatalf("step %d, %s: people and ratings %v, want %v (%v)", i+1, step.key, got, step.want, err)
		}
	}
	if err := a.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RedoLast(t.Context()); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("redo after a change: %v", err)
	}
}
