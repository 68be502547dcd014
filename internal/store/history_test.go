package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// fourEntries is a file with a short history.
func fourEntries(t *testing.T) *DB {
	t.Helper()
	db := newDB(t)
	unit, person := office()
	put(t, db, unit)
	put(t, db, person)
	person.Name = "Trần Thị Mẫu Mực"
	put(t, db, person)
	person.Position = "Chuyên viên"
	put(t, db, person)
	return db
}

// The history must be whole, newest first, each entry bound to the one before.
func TestHistoryIsAChain(t *testing.T) {
	db := fourEntries(t)
	entries, err := db.History(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if want := int64(len(entries) - i); e.Seq != want {
			t.Errorf("entry %d has number %d, want %d", i, e.Seq, want)
		}
		if i+1 < len(entries) && e.Prev != entries[i+1].Hash {
			t.Errorf("entry %d is not bound to the one before", e.Seq)
		}
		if diff := cmp.Diff(step("Ghi"), e.Operation); diff != "" || len(e.Rows) != 1 {
			t.Errorf("entry %d has %d rows (-want +got):\n%s", e.Seq, len(e.Rows), diff)
		}
	}
	if newest, err := db.History(t.Context(), 2); err != nil || len(newest) != 2 || newest[0].Seq != 4 {
		t.Errorf("newest two: %v, %v", newest, err)
	}
	if err := db.VerifyHistory(t.Context()); err != nil {
		t.Error(err)
	}
}

// Who typed a row is the newest entry about it, not about its neighbours.
func TestLastChanges(t *testing.T) {
	db := fourEntries(t)
	unit, person := office()
	got, err := db.LastChanges(t.Context(), []tdkt.ID{unit.RecordID(), person.RecordID(), "none"})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[unit.RecordID()].Seq != 1 || got[person.RecordID()].Seq != 4 || got[person.RecordID()].By != step("Ghi").By {
		t.Errorf("last changes: %v", got)
	}
}

const unlock = `DROP TRIGGER history_is_final; DROP TRIGGER history_is_kept;
	DROP TRIGGER history_row_is_final; DROP TRIGGER history_row_is_kept; PRAGMA foreign_keys = OFF;`

// Whoever edits the file with another tool must be found out, and where.
func TestMeddlingWithTheHistoryIsFound(t *testing.T) {
	for _, tc := range []struct{ name, script, want string }{
		{"a word", `UPDATE history SET words = 'Khác' WHERE seq = 2`, "mục số 2 đã bị sửa"},
		{"the doer", `UPDATE history SET by = 'Người khác' WHERE seq = 4`, "mục số 4 đã bị sửa"},
		{"the time", `UPDATE history SET at = '2020-01-01T00:00:00Z' WHERE seq = 1`, "mục số 1 đã bị sửa"},
		{"what it undid", `UPDATE history SET undoes = 1 WHERE seq = 3`, "mục số 3 đã bị sửa"},
		{"the hash", `UPDATE history SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 3`, "mục số 3 đã bị sửa"},
		{"a row", `UPDATE history_row SET after = json_set(after, '$.name', 'X') WHERE seq = 2`, "mục số 2 đã bị sửa"},
		{"a row removed", `DELETE FROM history_row WHERE seq = 3`, "mục số 3 đã bị sửa"},
		{"a row added", `INSERT INTO history_row SELECT 3, 9, noun, key, before, after FROM history_row WHERE seq = 2`, "mục số 3 đã bị sửa"},
		{"a row moved", `UPDATE history_row SET seq = 4, place = 5 WHERE seq = 3`, "mục số 3 đã bị sửa"},
		{"one entry removed", `DELETE FROM history_row WHERE seq = 2; DELETE FROM history WHERE seq = 2`, "thiếu mục số 2"},
		{"the first removed", `DELETE FROM history_row WHERE seq = 1; DELETE FROM history WHERE seq = 1`, "thiếu mục số 1"},
		{"the last removed", `DELETE FROM history_row WHERE seq = 4; DELETE FROM history WHERE seq = 4`, "thiếu mục số 4"},
		{"all removed", `DELETE FROM history_row; DELETE FROM history`, "thiếu mục số 1"},
		{
			"only the last heading removed, and its number forgotten",
			`DELETE FROM history WHERE seq = 4; UPDATE sqlite_sequence SET seq = 3`, "thiếu mục số 4",
		},
		{"two swapped", `UPDATE history_row SET seq = -seq WHERE seq IN (2, 3); UPDATE history SET seq = -seq WHERE seq IN (2, 3);
			UPDATE history_row SET seq = 5 + seq WHERE seq < 0; UPDATE history SET seq = 5 + seq WHERE seq < 0`, "mục số 2 không nối tiếp"},
		{
			"one repeated", `INSERT INTO history (seq, id, verb, words, by, host, at, undoes, prev, hash)
				SELECT 5, 'x', verb, words, by, host, at, undoes, prev, hash FROM history WHERE seq = 4`,
			"mục số 5 không nối tiếp",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := fourEntries(t)
			meddle(t, db, unlock+tc.script)
			wantSentence(t, db.VerifyHistory(t.Context()), tdkt.Environment, tc.want)
			if _, err := Verify(t.Context(), db.Path()); err == nil {
				t.Error("Verify did not see it")
			}
		})
	}
}

// The file itself stops the honest mistake of an UPDATE or DELETE.
func TestTheFileGuardsItsHistory(t *testing.T) {
	db := fourEntries(t)
	for _, script := range []string{
		`UPDATE history SET words = 'Khác'`, `DELETE FROM history`,
		`UPDATE history_row SET key = 'x'`, `DELETE FROM history_row`,
	} {
		err := onConn(t.Context(), db.writer, func(s *session) error { return s.script(t.Context(), script) })
		if err == nil {
			t.Errorf("%s was let through", script)
		}
	}
}

// Nothing may move from one field to the next without changing the hash.
func TestTheHashTellsFieldsApart(t *testing.T) {
	base := tdkt.Entry{Operation: tdkt.Operation{Verb: "ab", Words: "c"}, Rows: []tdkt.RowChange{{Noun: "unit", Key: "1", After: []byte("{}")}}}
	seen := map[string]string{hashOf(base): "base"}
	for name, edit := range map[string]func(*tdkt.Entry){
		"border":         func(e *tdkt.Entry) { e.Verb, e.Words = "a", "bc" },
		"before, after":  func(e *tdkt.Entry) { e.Rows[0].Before, e.Rows[0].After = e.Rows[0].After, nil },
		"undoes":         func(e *tdkt.Entry) { e.Undoes = 1 },
		"seq":            func(e *tdkt.Entry) { e.Seq = 1 },
		"prev":           func(e *tdkt.Entry) { e.Prev = "x" },
		"id":             func(e *tdkt.Entry) { e.ID = "x" },
		"host":           func(e *tdkt.Entry) { e.Host = "x" },
		"row as heading": func(e *tdkt.Entry) { e.Rows = nil },
	} {
		e := base
		e.Rows = []tdkt.RowChange{base.Rows[0]}
		edit(&e)
		if other, ok := seen[hashOf(e)]; ok {
			t.Errorf("%s hashes like %s", name, other)
		}
		seen[hashOf(e)] = name
	}
}
