package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Report is what Verify found in a file.
type Report struct {
	Path    string
	Version int // number of the last migration
	census
}

// census is what a file holds, in numbers.
type census struct {
	Tables  []TableCount // by name
	Entries int64        // of the history
	Hash    string       // of the last entry
}

// TableCount is a table and how many rows it has.
type TableCount struct {
	Name string
	Rows int64
}

func (c census) equal(o census) bool {
	if c.Entries != o.Entries || c.Hash != o.Hash || len(c.Tables) != len(o.Tables) {
		return false
	}
	for i := range c.Tables {
		if c.Tables[i] != o.Tables[i] {
			return false
		}
	}
	return true
}

// Verify reads a whole data file: that SQLite finds it sound, that every reference
// leads somewhere, that the chain of the history holds, and how many rows there
// are. Its error is a *tdkt.Error that says what is wrong; the Report is filled as far as it came.
func Verify(ctx context.Context, path string) (Report, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Report{}, fmt.Errorf("store: path of the data file: %w", err)
	}
	report := Report{Path: path}
	if info, err := os.Stat(path); err != nil {
		return report, complaint(path, sayMissing)
	} else if info.IsDir() {
		return report, complaint(path, sayFolder)
	}
	reader, err := openReader(ctx, path)
	if err == nil {
		err = onConn(ctx, reader, func(s *session) error {
			return s.transaction(ctx, "BEGIN DEFERRED", func() error { return s.verify(ctx, &report) }, noReason)
		})
	}
	return report, explain(path, "verify", errors.Join(err, reader.Close()))
}

func (s *session) verify(ctx context.Context, report *Report) error {
	steps, err := migrations(released)
	if err != nil {
		return err
	}
	head, err := s.head(ctx)
	if err != nil {
		return err
	}
	if err := head.judge(report.Path, Options{}, len(steps)); err != nil {
		return err
	}
	report.Version = int(head.version)
	for _, check := range []func(context.Context, string) error{s.verifyPages, s.verifyReferences} {
		if err := check(ctx, report.Path); err != nil {
			return err
		}
	}
	if report.census, err = s.census(ctx); err != nil {
		return err
	}
	return s.verifyHistory(ctx)
}

// verifyPages has SQLite look at every page, index and constraint.
func (s *session) verifyPages(ctx context.Context, path string) error {
	found, err := collect(ctx, s, `PRAGMA integrity_check(20)`, nil, (*row).text)
	if err != nil || len(found) == 1 && found[0] == "ok" {
		return err
	}
	told := complaint(path, sayDamaged)
	told.Err = fmt.Errorf("store: integrity check: %q", found)
	return told
}

func (s *session) verifyReferences(ctx context.Context, path string) error {
	orphans, err := s.orphans(ctx)
	if err != nil || len(orphans) == 0 {
		return err
	}
	told := complaint(path, sayDamaged)
	told.Err = fmt.Errorf("store: broken references: %v", orphans)
	return told
}

// census counts every table.
func (s *session) census(ctx context.Context) (c census, err error) {
	names, err := collect(ctx, s, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
		ORDER BY name`, nil, (*row).text)
	if err != nil {
		return c, err
	}
	for _, name := range names {
		rows, err := s.number(ctx, fmt.Sprintf(`SELECT count(*) FROM "%s"`, name))
		if err != nil {
			return c, err
		}
		c.Tables = append(c.Tables, TableCount{name, rows})
	}
	last, err := s.lastEntry(ctx)
	c.Entries, c.Hash = last.Seq, last.Hash
	return c, err
}
