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
	sql     statements
}

// statements are the texts that write and find one record.
type statements struct{ insert, update, remove, find string }

// keep makes a table ready for single records.
func keep[T tdkt.Record](t table[T]) keeper {
	_, others, _ := strings.Cut(t.columns, ", ")
	marks := strings.Repeat(", ?", strings.Count(others, ","))
	t.sql = statements{
		insert: fmt.Sprintf("INSERT INTO %s (%s) VALUES (?, ?%s) ON CONFLICT (id) DO NOTHING", t.noun(), t.columns, marks),
		update: fmt.Sprintf("UPDATE %s SET (%s) = (?%s) WHERE id = ?", t.noun(), others, marks),
		remove: fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.noun()),
		find:   t.selectFrom() + " WHERE id = ?",
	}
	return t
}

// noun is the name of the table.
func (t table[T]) noun() tdkt.Noun {
	var zero T
	return zero.Noun()
}

// all reads the whole table.
func (t table[T]) all(ctx context.Context, s *session) ([]T, error) {
	rows, err := s.number(ctx, fmt.Sprintf("SELECT count(*) FROM %s", t.noun()))
	if err != nil {
		return nil, err
	}
	var list []T
	if rows > 0 {
		list = make([]T, 0, rows)
	}
	return gather(ctx, s, list, t.selectFrom()+" ORDER BY "+t.order, nil, t.scan)
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
	insert(ctx context.Context, s *session, rec tdkt.Record) (bool, error)
	update(ctx context.Context, s *session, rec tdkt.Record) error
	remove(ctx context.Context, s *session, id tdkt.ID) error
	owns(rec tdkt.Record) bool
	same(a, b tdkt.Record) bool
	decode(text []byte) (tdkt.Record, error)
}

// keepers are the tables that can be written, by noun.
func keepers() map[tdkt.Noun]keeper {
	return map[tdkt.Noun]keeper{
		tdkt.NounOrg:         keep(orgs()),
		tdkt.NounUnit:        keep(units()),
		tdkt.NounPerson:      keep(people()),
		tdkt.NounPost:        keep(posts()),
		tdkt.NounDiscipline:  keep(disciplines()),
		tdkt.NounAbsence:     keep(absences()),
		tdkt.NounHold:        keep(holds()),
		tdkt.NounRating:      keep(ratings()),
		tdkt.NounInitiative:  keep(initiatives()),
		tdkt.NounAward:       keep(awards()),
		tdkt.NounPledge:      keep(pledges()),
		tdkt.NounTick:        keep(ticks()),
		tdkt.NounException:   keep(exceptions()),
		tdkt.NounLocal:       keep(locals()),
		tdkt.NounYear:        keep(years()),
		tdkt.NounNomination:  keep(nominations()),
		tdkt.NounPlan:        keep(plans()),
		tdkt.NounTask:        keep(tasks()),
		tdkt.NounMovement:    keep(movements()),
		tdkt.NounParticipant: keep(participants()),
		tdkt.NounExample:     keep(examples()),
		tdkt.NounEvent:       keep(events()),
		tdkt.NounAttendance:  keep(attendances()),
		tdkt.NounPact:        keep(pacts()),
		tdkt.NounRanking:     keep(rankings()),
		tdkt.NounMerge:       keep(merges()),

		tdkt.NounAttachment:   keep(attachments()),
		tdkt.NounStep:         keep(nominationSteps()),
		tdkt.NounMember:       keep(members()),
		tdkt.NounMeeting:      keep(meetings()),
		tdkt.NounPresence:     keep(presences()),
		tdkt.NounBallot:       keep(ballots()),
		tdkt.NounDecision:     keep(decisions()),
		tdkt.NounDecisionLine: keep(decisionLines()),
		tdkt.NounFundEntry:    keep(fundEntries()),
		tdkt.NounComplaint:    keep(complaints()),
		tdkt.NounStock:        keep(stocks()),
		tdkt.NounOpinion:      keep(opinions()),
	}
}

// get reads one record, nil when there is none of that key.
func (t table[T]) get(ctx context.Context, s *session, id tdkt.ID) (tdkt.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// As in exec, watching the context would cost more than the one row.
	found, err := collect(context.Background(), s, t.sql.find, bind(string(id)), t.scan)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// insert adds a record; false when there is one of that key already.
func (t table[T]) insert(ctx context.Context, s *session, rec tdkt.Record) (bool, error) {
	added, err := s.exec(ctx, t.sql.insert, t.values(rec.(T)))
	return added > 0, err
}

func (t table[T]) update(ctx context.Context, s *session, rec tdkt.Record) error {
	values := t.values(rec.(T))
	_, err := s.exec(ctx, t.sql.update, append(values[1:], values[0]))
	return err
}

func (t table[T]) remove(ctx context.Context, s *session, id tdkt.ID) error {
	_, err := s.exec(ctx, t.sql.remove, bind(string(id)))
	return err
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
		return nil, fmt.Errorf("%w: %s in the history: %w", errOddRow, t.noun(), err)
	}
	return rec, nil
}
