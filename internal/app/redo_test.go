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

// TestUndoTo: everything back to one operation is taken back, newest first; what was
// undone already is not counted.
func TestUndoTo(t *testing.T) {
	a := open(t)
	load(t, a, people)
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS")
	p := a.View().People[0]
	for _, position := range []string{"Trưởng phòng", "Phó Giám đốc"} {
		p.Position = position
		if _, err := a.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	n, err := a.UndoTo(t.Context(), 2)
	if err != nil || n != 2 {
		t.Fatalf("took back %d, %v; want 2", n, err)
	}
	if v := a.View(); len(v.Ratings) != 0 || v.People[0].Position != "Chuyên viên" || len(v.People) == 0 {
		t.Errorf("left: %d ratings, %v", len(v.Ratings), v.People)
	}
}
