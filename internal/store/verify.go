package store

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"tdkt/internal/tdkt"
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
// leads somewhere, that the tables are as this program makes them, that the chain
// of the history holds, and that the records are as the history left them. Its
// error is a *tdkt.Error that says what is wrong; the Report is filled as far as it came.
func Verify(ctx context.Context, path string) (Report, error) {
	return verify(ctx, path, true)
}

// verify leaves the comparison of every record with the history out unless deep:
// a copy has what its original had.
func verify(ctx context.Context, path string, deep bool) (Report, error) {
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
	pool, err := openLooking(ctx, path)
	if err == nil {
		err = onConn(ctx, pool, func(s *session) error {
			return s.transaction(ctx, "BEGIN DEFERRED", func() error { return s.verify(ctx, &report, deep) })
		})
	}
	return report, explain(path, "verify", closeAfter(pool, err))
}

func (s *session) verify(ctx context.Context, report *Report, deep bool) error {
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
	checks := []func() error{
		func() error { return s.verifyPages(ctx, report.Path) },
		func() error { return s.verifyReferences(ctx, report.Path) },
		func() error { return s.verifySchema(ctx, report.Path, steps[:report.Version]) },
		func() (err error) { report.census, err = s.census(ctx); return err },
		func() error { return s.verifyHistory(ctx) },
	}
	if deep {
		checks = append(checks, func() error { return s.verifyRecords(ctx) })
	}
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
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

// verifySchema compares the tables, indexes and triggers with those the steps make.
func (s *session) verifySchema(ctx context.Context, path string, steps []migration) error {
	got, err := collect(ctx, s, schemaText, nil, (*row).text)
	if err != nil {
		return err
	}
	var want []string
	fresh := openPool(":memory:", 1)
	err = onConn(ctx, fresh, func(s *session) error {
		if err := s.apply(ctx, "", steps); err != nil {
			return err
		}
		want, err = collect(ctx, s, schemaText, nil, (*row).text)
		return err
	})
	if err := closeAfter(fresh, err); err != nil {
		return err
	}
	if !slices.Equal(want, got) {
		return complaint(path, "Cấu trúc của tệp “%s” đã bị sửa ngoài chương trình; hãy giữ lại tệp này và khôi phục từ bản sao lưu gần nhất.")
	}
	return nil
}

// verifyRecords compares every record with what the history says of it last.
func (s *session) verifyRecords(ctx context.Context) error {
	tables := keepers()
	for _, noun := range slices.Sorted(maps.Keys(tables)) {
		if err := tables[noun].verify(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// verify looks for rows the history does not know so, then for rows it knows and the table lacks.
func (t table[T]) verify(ctx context.Context, s *session) error {
	refuse := tdkt.Errorf(tdkt.Environment,
		"Dữ liệu %s trong tệp không khớp với nhật ký: có người đã sửa tệp ngoài chương trình; hãy giữ lại tệp này và đối chiếu với bản sao lưu gần nhất.",
		label(string(t.noun())))
	text := fmt.Sprintf(`SELECT %[1]s,
		(SELECT after FROM history_row WHERE key = %[2]s.id AND noun = '%[2]s' ORDER BY seq DESC LIMIT 1)
		FROM %[2]s`, t.columns, t.noun())
	err := s.query(ctx, text, nil, func(r *row) error {
		rec := t.scan(r)
		known, err := t.decode([]byte(r.text()))
		if r.err != nil {
			return r.err
		}
		if err != nil || !t.same(rec, known) {
			refuse.Err = fmt.Errorf("store: %s %s differs from the history", rec.Noun(), rec.RecordID())
			return refuse
		}
		return nil
	})
	if err != nil {
		return err
	}
	gone, err := s.text(ctx, fmt.Sprintf(`SELECT key FROM history_row h WHERE noun = '%[1]s' AND after IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM %[1]s WHERE id = h.key)
		AND NOT EXISTS (SELECT 1 FROM history_row later WHERE later.key = h.key AND later.noun = h.noun AND later.seq > h.seq)
		LIMIT 1`, t.noun()))
	if err == nil && gone != "" {
		refuse.Err = fmt.Errorf("store: %s %s is missing", t.noun(), gone)
		return refuse
	}
	return err
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

// schemaText lists what the schema consists of.
const schemaText = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
	ORDER BY type = 'trigger', type = 'index', tbl_name, name`
