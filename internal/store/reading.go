package store

import (
	"cmp"
	"context"
	"database/sql/driver"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// read runs do in one read transaction: everything it sees is of one moment.
func (db *DB) read(ctx context.Context, do func(*session) error) error {
	return onConn(ctx, db.reader, func(s *session) error {
		return s.transaction(ctx, "BEGIN DEFERRED", func() error { return do(s) })
	})
}

// Load reads every row that is kept in memory, in one read transaction. Each list comes
// in the order its table names: most in the order of the keys, which is that of entry.
func (db *DB) Load(ctx context.Context) (*tdkt.Data, error) {
	d := &tdkt.Data{}
	err := db.read(ctx, func(s *session) error {
		return s.eachFilled(ctx, db.tables, func(noun tdkt.Noun, rows int64) error {
			return db.tables[noun].load(ctx, s, d, rows)
		})
	})
	if err != nil {
		return nil, explain(db.path, "read everything", err)
	}
	return d, nil
}

// eachFilled does something for every table that has rows, in the order of their names, with
// how many there are. Most tables of an office are empty: one query says which, where
// preparing one for each costs more than reading the others.
func (s *session) eachFilled(ctx context.Context, tables map[tdkt.Noun]keeper, do func(noun tdkt.Noun, rows int64) error) error {
	nouns := slices.Sorted(maps.Keys(tables))
	names := make([]string, len(nouns))
	for i, noun := range nouns {
		names[i] = string(noun)
	}
	counted, err := s.counts(ctx, names)
	if err != nil {
		return err
	}
	for i, noun := range nouns {
		if counted[i].Rows == 0 {
			continue
		}
		if err := do(noun, counted[i].Rows); err != nil {
			return err
		}
	}
	return nil
}

// Reload is Load after an entry of the history changed these rows, when old is what the
// file held just before it: only what was changed is read. The lists of other nouns are
// old's own.
func (db *DB) Reload(ctx context.Context, old *tdkt.Data, rows []tdkt.RowChange) (*tdkt.Data, error) {
	d := *old
	d.Since = map[tdkt.Noun]tdkt.Splice{}
	byNoun := map[tdkt.Noun][]tdkt.RowChange{}
	for _, r := range rows {
		byNoun[r.Noun] = append(byNoun[r.Noun], r)
	}
	err := db.read(ctx, func(s *session) error {
		for noun, rows := range byNoun {
			k, ok := db.tables[noun]
			if !ok {
				return fmt.Errorf("store: no table for %q", noun)
			}
			if err := k.reload(ctx, s, &d, rows); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, explain(db.path, "read what changed", err)
	}
	return &d, nil
}

// load reads the table of so many rows into its list; a table without one stays in the file.
func (t table[T]) load(ctx context.Context, s *session, d *tdkt.Data, rows int64) error {
	if t.list == nil {
		return nil
	}
	all, err := t.all(ctx, s, rows)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		all = nil
	}
	*t.list(d) = slices.Clip(all) // who appends to it gets one of his own
	return nil
}

// manyRows is the part of a table, one in so many, from which on reading it whole costs
// less than row by row.
const manyRows = 16

// reload brings the list up to date with the rows that changed.
func (t table[T]) reload(ctx context.Context, s *session, d *tdkt.Data, rows []tdkt.RowChange) error {
	if t.list == nil {
		return nil
	}
	d.Since[t.noun()] = tdkt.Splice{Whole: true}
	whole := func() error { return t.load(ctx, s, d, int64(len(*t.list(d))+len(rows))) }
	if len(rows) > len(*t.list(d))/manyRows+manyRows {
		return whole()
	}
	order := t.ordering()
	var gone []int
	var fresh []T
	for _, r := range rows {
		if r.Before != nil {
			at, err := t.placeOf(*t.list(d), order, r)
			if err != nil {
				return err
			}
			if at < 0 { // not where its old version says: the list is of another moment
				return whole()
			}
			gone = append(gone, at)
		}
		if r.After != nil {
			found, err := collect(ctx, s, t.sql.find, bind(string(r.Key)), t.scan)
			if err != nil {
				return fmt.Errorf("store: read %s: %w", r.Noun, err)
			}
			fresh = append(fresh, found...)
		}
	}
	slices.Sort(gone)
	slices.SortFunc(fresh, order)
	all, places := spliced(*t.list(d), gone, fresh, order)
	*t.list(d), d.Since[t.noun()] = all, tdkt.Splice{Gone: gone, Fresh: places}
	return nil
}

// placeOf finds the row that a change replaced, -1 where it is not.
func (t table[T]) placeOf(list []T, order func(a, b T) int, r tdkt.RowChange) (int, error) {
	rec, err := t.decode(r.Before)
	if err != nil {
		return 0, err
	}
	old := rec.(T)
	at, _ := slices.BinarySearchFunc(list, old, order)
	for ; at < len(list) && order(list[at], old) == 0; at++ {
		if list[at].RecordID() == r.Key {
			return at, nil
		}
	}
	return -1, nil
}

// spliced is a list without the rows at some places and with new ones where they
// belong, all three in order, and the places of the new ones.
func spliced[T any](list []T, gone []int, fresh []T, order func(a, b T) int) (out []T, places []int) {
	out = make([]T, 0, len(list)-len(gone)+len(fresh))
	from := 0
	upTo := func(at int) { // the old rows before a place, but for those that are gone
		for len(gone) > 0 && gone[0] < at {
			out = append(out, list[from:gone[0]]...)
			from, gone = gone[0]+1, gone[1:]
		}
		if from < at {
			out = append(out, list[from:at]...)
			from = at
		}
	}
	for _, rec := range fresh {
		at, _ := slices.BinarySearchFunc(list, rec, order)
		upTo(at)
		places = append(places, len(out))
		out = append(out, rec)
	}
	upTo(len(list))
	return out, places
}

// ordering compares records as the table's order does: column by column, nothing before
// numbers before texts, and texts byte by byte; then by key.
func (t table[T]) ordering() func(a, b T) int {
	columns := strings.Split(t.columns, ", ")
	var places []int
	for name := range strings.SplitSeq(t.order+", id", ", ") {
		places = append(places, slices.Index(columns, name))
	}
	return func(a, b T) int {
		x, y := t.values(a), t.values(b)
		for _, i := range places {
			if c := compareValues(x[i], y[i]); c != 0 {
				return c
			}
		}
		return 0
	}
}

func compareValues(a, b driver.Value) int {
	switch x := a.(type) {
	case int64:
		if y, ok := b.(int64); ok {
			return cmp.Compare(x, y)
		}
	case string:
		if y, ok := b.(string); ok {
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(valueRank(a), valueRank(b))
}

// valueRank is the order of SQLite's kinds of values.
func valueRank(v driver.Value) int {
	switch v.(type) {
	case nil:
		return 0
	case int64:
		return 1
	default:
		return 2
	}
}

// single is a table of at most one row that counts.
type single[T tdkt.Record] struct {
	table[T]
	one func(*tdkt.Data) *T
}

func (t single[T]) load(ctx context.Context, s *session, d *tdkt.Data, rows int64) error {
	all, err := t.all(ctx, s, rows)
	if err != nil {
		return err
	}
	var none T
	*t.one(d) = none
	if len(all) > 0 {
		*t.one(d) = all[0]
	}
	return nil
}

func (t single[T]) reload(ctx context.Context, s *session, d *tdkt.Data, _ []tdkt.RowChange) error {
	d.Since[t.noun()] = tdkt.Splice{Whole: true}
	return t.load(ctx, s, d, 1)
}
