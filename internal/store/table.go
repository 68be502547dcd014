package store

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"tdkt/internal/tdkt"
)

// table says how records of one kind lie in their table, which has their noun's name.
type table[T tdkt.Record] struct {
	columns string // the columns in the order of values and scan, the key first
	order   string // of reading everything
	values  func(T) []driver.Value
	scan    func(*row) T
	list    func(*tdkt.Data) *[]T // where its rows lie in memory; nil: they stay in the file
	sql     statements
}

// statements are the texts that write and find one record.
type statements struct{ insert, update, remove, find string }

// keep makes a table ready: list says where its rows lie in memory, nil for a table that
// is only written and read row by row.
func keep[T tdkt.Record](t table[T], list func(*tdkt.Data) *[]T) keeper {
	return t.ready(list)
}

// keepOne is keep for a table of one row.
func keepOne[T tdkt.Record](t table[T], one func(*tdkt.Data) *T) keeper {
	return single[T]{table: t.ready(nil), one: one}
}

func (t table[T]) ready(list func(*tdkt.Data) *[]T) table[T] {
	t.list = list
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

// all reads the whole table, which has about so many rows.
func (t table[T]) all(ctx context.Context, s *session, rows int64) ([]T, error) {
	var list []T
	if rows > 0 {
		list = make([]T, 0, rows)
	}
	return gather(ctx, s, list, t.selectFrom()+" ORDER BY "+t.order, nil, t.scan)
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
	sum(ctx context.Context, s *session) (tdkt.Sum, error)
	sumOf(text []byte) (tdkt.Sum, error)
	// load reads the whole table of about so many rows into memory, reload the rows that changed.
	load(ctx context.Context, s *session, d *tdkt.Data, rows int64) error
	reload(ctx context.Context, s *session, d *tdkt.Data, rows []tdkt.RowChange) error
}

// keepers are the tables that can be written, by noun, each with where its rows lie in
// memory. A new noun is a line here: its table, and its list in tdkt.Data (nil for one
// that no View holds).
func keepers() map[tdkt.Noun]keeper { return allKeepers() }

var allKeepers = sync.OnceValue(func() map[tdkt.Noun]keeper {
	all := map[tdkt.Noun]keeper{
		tdkt.NounOrg:         keepOne(orgs(), func(d *tdkt.Data) *tdkt.Org { return &d.Org }),
		tdkt.NounUnit:        keep(units(), func(d *tdkt.Data) *[]tdkt.Unit { return &d.Units }),
		tdkt.NounPerson:      keep(people(), func(d *tdkt.Data) *[]tdkt.Person { return &d.People }),
		tdkt.NounPost:        keep(posts(), func(d *tdkt.Data) *[]tdkt.Post { return &d.Posts }),
		tdkt.NounDiscipline:  keep(disciplines(), func(d *tdkt.Data) *[]tdkt.Discipline { return &d.Disciplines }),
		tdkt.NounAbsence:     keep(absences(), func(d *tdkt.Data) *[]tdkt.Absence { return &d.Absences }),
		tdkt.NounHold:        keep(holds(), func(d *tdkt.Data) *[]tdkt.Hold { return &d.Holds }),
		tdkt.NounRating:      keep(ratings(), func(d *tdkt.Data) *[]tdkt.Rating { return &d.Ratings }),
		tdkt.NounInitiative:  keep(initiatives(), func(d *tdkt.Data) *[]tdkt.Initiative { return &d.Initiatives }),
		tdkt.NounAward:       keep(awards(), func(d *tdkt.Data) *[]tdkt.Award { return &d.Awards }),
		tdkt.NounPledge:      keep(pledges(), func(d *tdkt.Data) *[]tdkt.Pledge { return &d.Pledges }),
		tdkt.NounTick:        keep(ticks(), func(d *tdkt.Data) *[]tdkt.Tick { return &d.Ticks }),
		tdkt.NounException:   keep(exceptions(), func(d *tdkt.Data) *[]tdkt.Exception { return &d.Exceptions }),
		tdkt.NounLocal:       keep(locals(), func(d *tdkt.Data) *[]tdkt.Local { return &d.Locals }),
		tdkt.NounRegulation:  keep(regulations(), func(d *tdkt.Data) *[]tdkt.Regulation { return &d.Regulations }),
		tdkt.NounYear:        keep(years(), func(d *tdkt.Data) *[]tdkt.Year { return &d.Years }),
		tdkt.NounNomination:  keep(nominations(), func(d *tdkt.Data) *[]tdkt.Nomination { return &d.Nominations }),
		tdkt.NounPlan:        keep(plans(), func(d *tdkt.Data) *[]tdkt.Plan { return &d.Plans }),
		tdkt.NounTask:        keep(tasks(), func(d *tdkt.Data) *[]tdkt.Task { return &d.Tasks }),
		tdkt.NounMovement:    keep(movements(), func(d *tdkt.Data) *[]tdkt.Movement { return &d.Movements }),
		tdkt.NounParticipant: keep(participants(), func(d *tdkt.Data) *[]tdkt.Participant { return &d.Participants }),
		tdkt.NounExample:     keep(examples(), func(d *tdkt.Data) *[]tdkt.Example { return &d.Examples }),
		tdkt.NounEvent:       keep(events(), func(d *tdkt.Data) *[]tdkt.Event { return &d.Events }),
		tdkt.NounAttendance:  keep(attendances(), func(d *tdkt.Data) *[]tdkt.Attendance { return &d.Attendances }),
		tdkt.NounPact:        keep(pacts(), func(d *tdkt.Data) *[]tdkt.Pact { return &d.Pacts }),
		tdkt.NounRanking:     keep(rankings(), func(d *tdkt.Data) *[]tdkt.Ranking { return &d.Rankings }),
		tdkt.NounMerge:       keep(merges(), nil),

		tdkt.NounAttachment:   keep(attachments(), func(d *tdkt.Data) *[]tdkt.Attachment { return &d.Attachments }),
		tdkt.NounRound:        keep(rounds(), func(d *tdkt.Data) *[]tdkt.Round { return &d.Rounds }),
		tdkt.NounStep:         keep(nominationSteps(), func(d *tdkt.Data) *[]tdkt.Step { return &d.Steps }),
		tdkt.NounMember:       keep(members(), func(d *tdkt.Data) *[]tdkt.Member { return &d.Members }),
		tdkt.NounMeeting:      keep(meetings(), func(d *tdkt.Data) *[]tdkt.Meeting { return &d.Meetings }),
		tdkt.NounPresence:     keep(presences(), func(d *tdkt.Data) *[]tdkt.Presence { return &d.Presences }),
		tdkt.NounBallot:       keep(ballots(), func(d *tdkt.Data) *[]tdkt.Ballot { return &d.Ballots }),
		tdkt.NounDecision:     keep(decisions(), func(d *tdkt.Data) *[]tdkt.Decision { return &d.Decisions }),
		tdkt.NounDecisionLine: keep(decisionLines(), func(d *tdkt.Data) *[]tdkt.DecisionLine { return &d.Lines }),
		tdkt.NounFundEntry:    keep(fundEntries(), func(d *tdkt.Data) *[]tdkt.FundEntry { return &d.Funds }),
		tdkt.NounComplaint:    keep(complaints(), func(d *tdkt.Data) *[]tdkt.Complaint { return &d.Complaints }),
		tdkt.NounAccount:      keep(accountTable(), func(d *tdkt.Data) *[]tdkt.Account { return &d.Accounts }),
		tdkt.NounStock:        keep(stocks(), func(d *tdkt.Data) *[]tdkt.Stock { return &d.Stocks }),
		tdkt.NounOpinion:      keep(opinions(), func(d *tdkt.Data) *[]tdkt.Opinion { return &d.Opinions }),

		tdkt.NounPeriodMark: keep(periodMarks(), func(d *tdkt.Data) *[]tdkt.PeriodMark { return &d.Marks }),
		tdkt.NounWorkItem:   keep(workItems(), func(d *tdkt.Data) *[]tdkt.WorkItem { return &d.Items }),
		tdkt.NounDuty:       keep(duties(), func(d *tdkt.Data) *[]tdkt.Duty { return &d.Duties }),
		tdkt.NounRatingFact: keep(ratingFacts(), func(d *tdkt.Data) *[]tdkt.RatingFact { return &d.RatingFacts }),

		tdkt.NounPassage: keep(passages(), func(d *tdkt.Data) *[]tdkt.Passage { return &d.Passages }),
		tdkt.NounLayout:  keep(layouts(), func(d *tdkt.Data) *[]tdkt.Layout { return &d.Layouts }),
		tdkt.NounFigure:  keep(figures(), func(d *tdkt.Data) *[]tdkt.Figure { return &d.Figures }),
		tdkt.NounOfficer: keep(officers(), func(d *tdkt.Data) *[]tdkt.Officer { return &d.Officers }),
		tdkt.NounBureau:  keep(bureaus(), func(d *tdkt.Data) *[]tdkt.Bureau { return &d.Bureaus }),
	}
	maps.Copy(all, blocKeepers())
	return all
})

// blocKeepers are the tables of a khối, as keepers has them.
func blocKeepers() map[tdkt.Noun]keeper {
	return map[tdkt.Noun]keeper{
		tdkt.NounBloc:          keep(blocs(), func(d *tdkt.Data) *[]tdkt.Bloc { return &d.Blocs.Blocs }),
		tdkt.NounBlocMember:    keep(blocMembers(), func(d *tdkt.Data) *[]tdkt.BlocMember { return &d.BlocMembers }),
		tdkt.NounBlocCriterion: keep(blocCriteria(), func(d *tdkt.Data) *[]tdkt.BlocCriterion { return &d.BlocCriteria }),
		tdkt.NounBlocMark:      keep(blocMarks(), func(d *tdkt.Data) *[]tdkt.BlocMark { return &d.BlocMarks }),
		tdkt.NounBlocExtra:     keep(blocExtras(), func(d *tdkt.Data) *[]tdkt.BlocExtra { return &d.BlocExtras }),
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
