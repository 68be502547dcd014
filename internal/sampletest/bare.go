package sampletest

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite" // SQLite alone
)

// Bare is a file opened by SQLite alone: what a benchmark holds ours against.
type Bare struct{ db *sql.DB }

func openBare(tb testing.TB, path, how string) *Bare {
	tb.Helper()
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).String()+how)
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	tb.Cleanup(func() { _ = db.Close() })
	return &Bare{db}
}

// OpenBare opens a data file for reading.
func OpenBare(tb testing.TB, path string) *Bare {
	tb.Helper()
	return openBare(tb, path, "?mode=ro")
}

// Copy is SQLite's own copy of the open file.
func (b *Bare) Copy(ctx context.Context, to string) error {
	_, err := b.db.ExecContext(ctx, `VACUUM INTO ?`, to)
	return err
}

// ReadOnce has SQLite read every page and row.
func (b *Bare) ReadOnce(ctx context.Context) error { return b.ask(ctx, `PRAGMA quick_check`) }

// Check has SQLite read every page and hold every index against its table.
func (b *Bare) Check(ctx context.Context) error { return b.ask(ctx, `PRAGMA integrity_check`) }

func (b *Bare) ask(ctx context.Context, text string) error {
	var found string
	return b.db.QueryRowContext(ctx, text).Scan(&found)
}

// BareRows is a file with nothing but the people of a data file: a table and its key.
func BareRows(tb testing.TB, path string) *Bare {
	tb.Helper()
	b := openBare(tb, filepath.Join(tb.TempDir(), "bare.db"), "?_pragma=journal_mode(wal)&_pragma=synchronous(full)")
	for _, text := range []string{
		`ATTACH '` + path + `' AS office`, `CREATE TABLE person AS SELECT * FROM office.person`,
		`DETACH office`, `CREATE UNIQUE INDEX person_id ON person (id)`,
	} {
		if _, err := b.db.ExecContext(tb.Context(), text); err != nil {
			tb.Fatal(err)
		}
	}
	return b
}

// Write changes one cell of one row in a transaction of its own.
func (b *Bare) Write(ctx context.Context, id, position string) error {
	_, err := b.db.ExecContext(ctx, `UPDATE person SET position = ? WHERE id = ?`, position, id)
	return err
}
