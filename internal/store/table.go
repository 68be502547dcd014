package store

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// table says how records of one kind lie in their table, which has their noun's name.
type table[T tdkt.Record] struct {
	columns string // the columns in the order of values and scan, the key first
	order   string // of reading everything
	values  func(T) []driver.Value
	scan    func(*row) T
}

// noun is the name of the table.
func (t table[T]) noun() tdkt.Noun {
	var zero T
	return zero.Noun()
}

// all reads the whole table.
func (t table[T]) all(ctx context.Context, s *session) ([]T, error) {
	return collect(ctx, s, t.selectFrom()+" ORDER BY "+t.order, nil, t.scan)
}

// where reads the rows of a condition.
func (t table[T]) where(ctx context.Context, s *session, condition string, values ...driver.Value) ([]T, error) {
	return collect(ctx, s, t.selectFrom()+" WHERE "+condition+" ORDER BY "+t.order, values, t.scan)
}

func (t table[T]) selectFrom() string {
	return fmt.Sprintf("SELECT %s FROM %s", t.columns, t.noun())
}

// keeper is a table whose record type does not matter to the caller.
type keeper interface {
	get(ctx context.Context, s *session, id tdkt.ID) (tdkt.Record, error)
	verify(ctx context.Context, s *session) error
	insert(ctx context.Context, s *session, rec tdkt.Record) error
	update(ctx context.Context, s *session, rec tdkt.Record) error
	remove(ctx context.Context, s *session, id tdkt.ID) error
	owns(rec tdkt.Record) bool
	same(a, b tdkt.Record) bool
	decode(text []byte) (tdkt.Record, error)
}

// keepers are the tables that can be written, by noun.
func keepers() map[tdkt.Noun]keeper {
	return map[tdkt.Noun]keeper{
		tdkt.NounOrg:        orgs(),
		tdkt.NounUnit:       units(),
		tdkt.NounPerson:     people(),
		tdkt.NounPost:       posts(),
		tdkt.NounDiscipline: disciplines(),
		tdkt.NounAbsence:    absences(),
		tdkt.NounHold:       holds(),
		tdkt.NounRating:     ratings(),
		tdkt.NounInitiative: initiatives(),
		tdkt.NounAward:      awards(),
		tdkt.NounPledge:     pledges(),
		tdkt.NounTick:       ticks(),
		tdkt.NounLocal:      locals(),
		tdkt.NounYear:       years(),
		tdkt.NounNomination: nominations(),
		tdkt.NounPlan:       plans(),
	}
}

// get reads one record, nil when there is none of that key.
func (t table[T]) get(ctx context.Context, s *session, id tdkt.ID) (tdkt.Record, error) {
	found, err := collect(ctx, s, t.selectFrom()+" WHERE id = ?", bind(string(id)), t.scan)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func (t table[T]) insert(ctx context.Context, s *session, rec tdkt.Record) error {
	marks := strings.Repeat(", ?", strings.Count(t.columns, ","))
	text := fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", t.noun(), t.columns, marks)
	return s.exec(ctx, text, t.values(rec.(T)))
}

func (t table[T]) update(ctx context.Context, s *session, rec tdkt.Record) error {
	_, others, _ := strings.Cut(t.columns, ", ")
	text := fmt.Sprintf("UPDATE %s SET (%s) = (?%s) WHERE id = ?",
		t.noun(), others, strings.Repeat(", ?", strings.Count(others, ",")))
	values := t.values(rec.(T))
	return s.exec(ctx, text, append(values[1:], values[0]))
}

func (t table[T]) remove(ctx context.Context, s *session, id tdkt.ID) error {
	return s.exec(ctx, fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.noun()), bind(string(id)))
}

// owns says whether a record is of this table's type.
func (t table[T]) owns(rec tdkt.Record) bool {
	_, ok := rec.(T)
	return ok
}

// same compares records by what the table would hold of them.
func (t table[T]) same(a, b tdkt.Record) bool {
	return slices.Equal(t.values(a.(T)), t.values(b.(T)))
}

// decode reads the form the history keeps.
func (t table[T]) decode(text []byte) (tdkt.Record, error) {
	var rec T
	if err := json.Unmarshal(text, &rec); err != nil {
		return nil, fmt.Errorf("store: %s in the history: %w", t.noun(), err)
	}
	return rec, nil
}
