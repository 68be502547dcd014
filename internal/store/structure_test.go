package store

import (
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/tdkt"
)

// A file that holds anything but our tables, indices and triggers is refused before
// anything in it runs, whoever looks at it, and what is foreign is named; so is a value
// far longer than any we write.
func TestForeignStructure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	db := openAt(t, path, Options{Create: true})
	unit, person := office()
	put(t, db, unit, person, tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject("p-1"), Level: tdkt.Good})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	const endless = `(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n)`
	for name, bad := range map[string]struct{ sql, words string }{
		"trigger":         {`CREATE TRIGGER moc AFTER INSERT ON rating BEGIN UPDATE rating SET level = 'HTXS'; END`, "trigger) “moc” không phải"},
		"view":            {`PRAGMA foreign_keys = OFF; DROP TABLE exception; CREATE VIEW exception AS SELECT * FROM ` + endless, "“exception”"},
		"history as view": {`PRAGMA foreign_keys = OFF; DROP TABLE history_row; DROP TABLE history; CREATE VIEW history AS SELECT i AS seq FROM (SELECT id AS i FROM ` + endless + `)`, "“history"},
		"table":           {`CREATE TABLE them (a)`, "bảng “them” không phải"},
		"index":           {`CREATE INDEX nhanh ON rating (level)`, "chỉ mục “nhanh”"},
		"trigger gone":    {`DROP TRIGGER history_is_final`, "“history_is_final” đã bị xóa"},
		"trigger changed": {`DROP TRIGGER history_is_final; CREATE TRIGGER history_is_final BEFORE UPDATE ON history BEGIN SELECT 1; END`, "“history_is_final” không còn"},
	} {
		t.Run(name, func(t *testing.T) {
			to := copyAlone(t, path)
			rawSQL(t, to, bad.sql)
			before, err := os.ReadFile(to)
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range []Options{{}, {ReadOnly: true}} {
				_, err := Open(t.Context(), to, o)
				wantSentence(t, err, tdkt.Environment, bad.words)
			}
			_, err = Verify(t.Context(), to)
			wantSentence(t, err, tdkt.Environment, bad.words)
			_, err = Borrow(t.Context(), to, Options{ReadOnly: true})
			wantSentence(t, err, tdkt.Environment, bad.words)
			_, err = ChainOf(t.Context(), to)
			wantSentence(t, err, tdkt.Environment, bad.words)
			if verb := Began(t.Context(), to); verb != "" {
				t.Errorf("it began with %q", verb)
			}
			after, err := os.ReadFile(to)
			if err != nil || string(before) != string(after) {
				t.Errorf("the file was changed, %v", err)
			}
		})
	}
	t.Run("long value", func(t *testing.T) {
		to := copyAlone(t, path)
		rawSQL(t, to, `UPDATE unit SET name = CAST(zeroblob(40000000) AS TEXT)`)
		_, err := Verify(t.Context(), to)
		wantSentence(t, err, tdkt.Environment, "bản sao lưu gần nhất")
		long, err := Open(t.Context(), to, Options{})
		if err == nil {
			_, err = long.Load(t.Context())
			err = closeAfterLong(long, err)
		}
		wantSentence(t, err, tdkt.Environment, "dài quá mức")
	})
}

func closeAfterLong(db *DB, err error) error { return cmpErr(err, db.Close()) }

// rawSQL runs SQL as a tool outside the program does.
func rawSQL(t *testing.T, path, text string) {
	t.Helper()
	pool := openPool(fileURI(path)+"?mode=rw", 1)
	_, err := pool.ExecContext(t.Context(), text)
	if err := closeAfter(pool, err); err != nil {
		t.Fatal(err)
	}
}
