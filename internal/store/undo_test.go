package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// facts is the dump without the history, which an undo adds to.
func facts(t *testing.T, db *DB) string {
	t.Helper()
	before, _, _ := strings.Cut(dump(t, db), "\nhistory\n")
	_, after, _ := strings.Cut(dump(t, db), "\ninitiative\n")
	return before + after
}

// Ctrl+Z must bring back exactly what was, also when codes changed hands in between.
func TestUndoBringsBackWhatWas(t *testing.T) {
	unit, person := office()
	other := tdkt.Person{ID: "p-2", Code: "CB002", Name: "Phạm Văn Thí", Unit: unit.ID}
	rating := tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject(person.ID), Level: tdkt.Good}
	for _, tc := range []struct {
		name string
		do   func(*Tx) error
	}{
		{"rows added", func(tx *Tx) error {
			return tx.Put(t.Context(), tdkt.Pledge{ID: "g-1", Year: 2023, Subject: tdkt.UnitSubject(unit.ID), Title: "X"})
		}},
		{"a row changed", func(tx *Tx) error {
			changed := person
			changed.Name = "Trần Thị Khác"
			return tx.Put(t.Context(), changed)
		}},
		{"a person removed with the rating", func(tx *Tx) error { return tx.Remove(t.Context(), person, rating) }},
		{"a rating replaced by one of another key", func(tx *Tx) error {
			if err := tx.Remove(t.Context(), rating); err != nil {
				return err
			}
			rating := rating
			rating.ID = "r-2"
			return tx.Put(t.Context(), rating)
		}},
		{"codes that moved up", func(tx *Tx) error {
			second, first := other, person
			second.Code, first.Code = "CB003", "CB002"
			return tx.Put(t.Context(), second, first)
		}},
		{"everything of a unit", func(tx *Tx) error { return tx.Remove(t.Context(), unit, other, person, rating) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := newDB(t)
			put(t, db, unit, person, other, rating)
			before := facts(t, db)
			done, err := db.InTx(t.Context(), step("Làm"), tc.do)
			if err != nil {
				t.Fatal(err)
			}
			after := facts(t, db)
			if before == after {
				t.Fatal("nothing was done")
			}
			undone, err := db.Undo(t.Context(), step("Hoàn tác"), done.Seq)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, facts(t, db)); diff != "" {
				t.Errorf("undone (-before +after):\n%s", diff)
			}
			if undone.Undoes != done.Seq || undone.Seq != done.Seq+1 || len(undone.Rows) != len(done.Rows) {
				t.Errorf("entry %+v undoes %+v", undone, done)
			}
			if _, err := db.Undo(t.Context(), step("Làm lại"), undone.Seq); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(after, facts(t, db)); diff != "" {
				t.Errorf("redone (-before +after):\n%s", diff)
			}
			if err := db.VerifyHistory(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

// An undo that would take later work with it is refused, with the reason.
func TestUndoRefusals(t *testing.T) {
	unit, person := office()
	renamed := person
	renamed.Name = "Trần Thị Khác"
	rating := tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject(person.ID), Level: tdkt.Good}
	for _, tc := range []struct {
		name  string
		later func(*testing.T, *DB)
		seq   int64
		kind  tdkt.Kind
		want  string
	}{
		{
			"the row was changed later", func(t *testing.T, db *DB) { t.Helper(); put(t, db, renamed) }, 2, tdkt.Invalid,
			"đã được sửa sau đó ở mục số 3 (Ghi)",
		},
		{
			"the row was removed later", func(t *testing.T, db *DB) { t.Helper(); remove(t, db, person) }, 2, tdkt.Invalid,
			"đã được sửa sau đó ở mục số 3 (Xóa)",
		},
		{
			"others refer to it now", func(t *testing.T, db *DB) { t.Helper(); put(t, db, rating) }, 2, tdkt.Invalid,
			"Dữ liệu xếp loại vẫn gắn với dữ liệu cán bộ",
		},
		{"an old reference", func(*testing.T, *DB) {}, 1, tdkt.Invalid, "Dữ liệu cán bộ vẫn gắn với dữ liệu đơn vị"},
		{"changed outside the program", func(t *testing.T, db *DB) {
			t.Helper()
			meddle(t, db, `UPDATE person SET name = 'X'`)
		}, 2, tdkt.Invalid, "bị sửa ngoài chương trình"},
		{"no such entry", func(*testing.T, *DB) {}, 9, tdkt.NotFound, "không có mục số 9"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := newDB(t)
			put(t, db, unit)
			put(t, db, person)
			tc.later(t, db)
			before := dump(t, db)
			_, err := db.Undo(t.Context(), step("Hoàn tác"), tc.seq)
			wantSentence(t, err, tc.kind, tc.want)
			if diff := cmp.Diff(before, dump(t, db)); diff != "" {
				t.Errorf("file (-before +after):\n%s", diff)
			}
		})
	}
}
