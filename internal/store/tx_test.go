package store

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// everyRecord is one record of each kind with every field set. Fields that refer
// to others, or that the file checks against a list, are given values it accepts.
func everyRecord(t *testing.T) []tdkt.Record {
	t.Helper()
	root := tdkt.Unit{ID: "u-0", Code: "SO", Name: "Sở"}
	unit := filled[tdkt.Unit](t)
	unit.Parent, unit.Into = root.ID, root.ID
	person := filled[tdkt.Person](t)
	person.ID, person.Code, person.Unit = "p-1", "CB001", unit.ID
	person.Sex, person.Employment = tdkt.Female, tdkt.CivilServant
	post := filled[tdkt.Post](t)
	post.Person, post.Unit = person.ID, unit.ID
	discipline := filled[tdkt.Discipline](t)
	discipline.Person, discipline.Form = person.ID, tdkt.Warning
	discipline.Kind, discipline.CountsIn = tdkt.ByParty, 2023
	absence := filled[tdkt.Absence](t)
	absence.Person = person.ID
	rating := filled[tdkt.Rating](t)
	rating.Year, rating.Level = 2023, tdkt.Good
	initiative := filled[tdkt.Initiative](t)
	initiative.Year, initiative.Person, initiative.Kind, initiative.Scope = 2023, person.ID, tdkt.Study, tdkt.Nation
	award := filled[tdkt.Award](t)
	award.From, award.To = 2022, 2023
	pledge := filled[tdkt.Pledge](t)
	pledge.Year = 2023
	tick := filled[tdkt.Tick](t)
	tick.Year, tick.Subject = 2023, tdkt.UnitSubject(unit.ID)
	exception := filled[tdkt.Exception](t)
	exception.Year = 2023
	local := filled[tdkt.Local](t)
	local.Year = 2023
	regulation := filled[tdkt.Regulation](t)
	regulation.First, regulation.Last = 2025, 2026
	year := filled[tdkt.Year](t)
	year.Year = 2023
	nomination := filled[tdkt.Nomination](t)
	nomination.Movement, nomination.Round = filled[tdkt.Movement](t).ID, filled[tdkt.Round](t).ID
	nomination.Year, nomination.State = 2023, tdkt.Submitted
	plan := filled[tdkt.Plan](t)
	plan.Year = 2023
	hold := filled[tdkt.Hold](t)
	mark := filled[tdkt.PeriodMark](t)
	mark.Year, mark.Person, mark.Period, mark.State = 2026, person.ID, "T3", tdkt.MarkLocked
	item := filled[tdkt.WorkItem](t)
	item.Year, item.Person, item.Period = 2026, person.ID, "T3"
	duty := filled[tdkt.Duty](t)
	duty.Person, duty.From = person.ID, 2026
	fact := filled[tdkt.RatingFact](t)
	fact.Year, fact.Subject = 2026, tdkt.UnitSubject(unit.ID)
	passage := filled[tdkt.Passage](t)
	passage.Year, passage.Subject, passage.Round = 2023, tdkt.UnitSubject(unit.ID), filled[tdkt.Round](t).ID
	figure := filled[tdkt.Figure](t)
	figure.Year = 2023
	officer := filled[tdkt.Officer](t)
	officer.Person, officer.Sex = person.ID, tdkt.Female
	recs := append([]tdkt.Record{
		filled[tdkt.Merge](t), filled[tdkt.Org](t), root, unit, person, post, discipline, absence, hold,
		rating, initiative, award, pledge, tick, exception, local, regulation, year, nomination, plan, mark, item, duty, fact, passage, figure, officer, filled[tdkt.Bureau](t),
		filled[tdkt.Layout](t),
	}, append(everyWork(t, plan, unit, person), everyBloc(t)...)...)
	return append(recs, everyProceeding(t, nomination, award, hold)...)
}

// everyWork is a record of each kind that carries a plan out.
func everyWork(t *testing.T, plan tdkt.Plan, unit tdkt.Unit, person tdkt.Person) []tdkt.Record {
	t.Helper()
	task := filled[tdkt.Task](t)
	task.Plan, task.Year, task.Unit, task.Person, task.State = plan.ID, 2023, unit.ID, person.ID, tdkt.TaskDoing
	movement := filled[tdkt.Movement](t)
	movement.Kind, movement.Plan = tdkt.ThemedMovement, plan.ID
	participant := filled[tdkt.Participant](t)
	participant.Movement, participant.Subject, participant.Year = movement.ID, tdkt.UnitSubject(unit.ID), 2023
	example := filled[tdkt.Example](t)
	example.Year, example.Kind = 2023, tdkt.GoodModel
	event := filled[tdkt.Event](t)
	event.Year, event.Kind = 2023, tdkt.Inspection
	attendance := filled[tdkt.Attendance](t)
	attendance.Event, attendance.Person = event.ID, person.ID
	pact := filled[tdkt.Pact](t)
	pact.Year, pact.Unit = 2023, unit.ID
	ranking := filled[tdkt.Ranking](t)
	ranking.Year, ranking.Person = 2023, person.ID
	paper := filled[tdkt.Attachment](t)
	paper.Year, paper.Nomination, paper.SHA256 = 2023, "", strings.Repeat("0", 64)
	paper.Decision, paper.Round = filled[tdkt.Decision](t).ID, filled[tdkt.Round](t).ID
	return []tdkt.Record{task, movement, participant, example, event, attendance, pact, ranking, paper}
}

// everyBloc is a record of each kind of a khối.
func everyBloc(t *testing.T) []tdkt.Record {
	t.Helper()
	bloc := filled[tdkt.Bloc](t)
	bloc.Year = 2023
	member := filled[tdkt.BlocMember](t)
	member.Year, member.Bloc, member.Role = 2023, bloc.ID, tdkt.BlocDeputy
	criterion := filled[tdkt.BlocCriterion](t)
	criterion.Year, criterion.Bloc, criterion.Kind = 2023, bloc.ID, tdkt.LessBetter
	mark := filled[tdkt.BlocMark](t)
	mark.Year, mark.Member, mark.Criterion = 2023, member.ID, criterion.ID
	extra := filled[tdkt.BlocExtra](t)
	extra.Year, extra.Member = 2023, member.ID
	return []tdkt.Record{bloc, member, criterion, mark, extra}
}

// everyProceeding is one record of each kind that follows on a nomination.
func everyProceeding(t *testing.T, nomination tdkt.Nomination, award tdkt.Award, hold tdkt.Hold) []tdkt.Record {
	t.Helper()
	round := filled[tdkt.Round](t)
	round.Year, round.Kind, round.Movement = 2023, tdkt.MovementRound, nomination.Movement
	member := filled[tdkt.Member](t)
	member.Person, member.Role = nomination.Subject.ID, tdkt.Chair
	meeting := filled[tdkt.Meeting](t)
	meeting.Year, meeting.Round = 2023, round.ID
	presence := filled[tdkt.Presence](t)
	presence.Meeting, presence.Member, presence.State = meeting.ID, member.ID, tdkt.InWriting
	ballot := filled[tdkt.Ballot](t)
	ballot.Meeting, ballot.Nomination, ballot.Members = meeting.ID, nomination.ID, 99
	step := filled[tdkt.Step](t)
	step.Nomination = nomination.ID
	decision := filled[tdkt.Decision](t)
	decision.Kind, decision.Movement, decision.Round = tdkt.Giving, filled[tdkt.Movement](t).ID, round.ID
	line := filled[tdkt.DecisionLine](t)
	line.Decision, line.Nomination, line.Award = decision.ID, nomination.ID, award.ID
	fund := filled[tdkt.FundEntry](t)
	fund.Year, fund.Kind, fund.Decision = 2023, tdkt.Expense, decision.ID
	complaint := filled[tdkt.Complaint](t)
	complaint.Kind, complaint.Award, complaint.Nomination, complaint.Hold = tdkt.Appeal, award.ID, nomination.ID, hold.ID
	opinion := filled[tdkt.Opinion](t)
	opinion.Year, opinion.Verdict, opinion.Subject = 2023, tdkt.LookAt, nomination.Subject
	account := filled[tdkt.Account](t)
	account.Role = tdkt.AccessWriter
	return []tdkt.Record{account, round, step, member, meeting, presence, ballot, decision, line, fund, complaint, filled[tdkt.Stock](t), opinion}
}

// A field forgotten in a table would be lost in silence.
func TestEveryFieldOfEveryRecordIsKept(t *testing.T) {
	db := newDB(t)
	recs := everyRecord(t)
	seen := map[tdkt.Noun]bool{}
	put(t, db, recs...)
	_, err := db.InTx(t.Context(), step("Đọc"), func(tx *Tx) error {
		for _, want := range recs {
			seen[want.Noun()] = true
			got, found, err := tx.Get(t.Context(), want.Noun(), want.RecordID())
			if err != nil || !found {
				t.Fatalf("%s: found %v, %v", want.Noun(), found, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", want.Noun(), diff)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for noun := range keepers() {
		if !seen[noun] {
			t.Errorf("no record of %q was tried", noun)
		}
	}
}

// What Load reads must be what was put, too.
func TestLoadHoldsEveryRecord(t *testing.T) {
	db := newDB(t)
	put(t, db, everyRecord(t)...)
	d, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range everyRecord(t) {
		got := held(d, want.Noun())
		if want.Noun() == tdkt.NounMerge { // only the history shows it
			continue
		}
		if i := slices.IndexFunc(got, func(r tdkt.Record) bool { return r.RecordID() == want.RecordID() }); i < 0 {
			t.Errorf("%s is not loaded: name its list in keepers", want.Noun())
		} else if diff := cmp.Diff(want, got[i]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Noun(), diff)
		}
	}
}

// held are the rows of a noun that were loaded.
func held(d *tdkt.Data, noun tdkt.Noun) []tdkt.Record {
	var out []tdkt.Record
	for _, from := range []any{*d, d.Snapshot, d.Work, d.Proceedings, d.Blocs} {
		v := reflect.ValueOf(from)
		for i := range v.NumField() {
			f := v.Field(i)
			if rec, ok := f.Interface().(tdkt.Record); ok && rec.Noun() == noun {
				out = append(out, rec)
			}
			for k := 0; f.Kind() == reflect.Slice && k < f.Len(); k++ {
				if rec, ok := f.Index(k).Interface().(tdkt.Record); ok && rec.Noun() == noun {
					out = append(out, rec)
				}
			}
		}
	}
	return out
}

// Importing the same file twice must change nothing, not even the history.
func TestPutOfEqualRecordsLeavesNoTrace(t *testing.T) {
	db := newDB(t)
	put(t, db, everyRecord(t)...)
	before := dump(t, db)
	entry := put(t, db, everyRecord(t)...)
	if diff := cmp.Diff(tdkt.Entry{}, entry); diff != "" {
		t.Errorf("entry (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
}

// Half an operation must never be kept, whatever stopped it.
func TestErrorAndPanicLeaveTheFileAsItWas(t *testing.T) {
	unit, person := office()
	other := tdkt.Unit{ID: "u-2", Code: "TC", Name: "Phòng Tổ chức"}
	stop := errors.New("stop")
	for _, tc := range []struct {
		name string
		do   func(*Tx) error
	}{
		{"an error of the caller", func(*Tx) error { return stop }},
		{"a panic", func(*Tx) error { panic(stop) }},
		{"a code used twice", func(tx *Tx) error {
			return tx.Put(t.Context(), tdkt.Unit{ID: "u-3", Code: "VP", Name: "Trùng mã"})
		}},
		{"a unit taken from under its people", func(tx *Tx) error { return tx.Remove(t.Context(), unit) }},
		{"a value not in the list", func(tx *Tx) error {
			return tx.Put(t.Context(), tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject(person.ID), Level: "tốt"})
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := newDB(t)
			put(t, db, unit, person)
			before := dump(t, db)
			var err error
			func() {
				defer func() {
					if r := recover(); r != nil {
						err = r.(error)
					}
				}()
				_, err = db.InTx(t.Context(), step("Hỏng"), func(tx *Tx) error {
					if err := tx.Put(t.Context(), other); err != nil {
						return err
					}
					return tc.do(tx)
				})
			}()
			if err == nil {
				t.Fatal("want an error")
			}
			if diff := cmp.Diff(before, dump(t, db)); diff != "" {
				t.Errorf("file (-before +after):\n%s", diff)
			}
			put(t, db, other) // The connection must be fit for the next operation.
		})
	}
}

// The clerk sees these sentences when an import or an edit meets what is there.
func TestRefusalsAreSentences(t *testing.T) {
	unit, person := office()
	subject := tdkt.PersonSubject(person.ID)
	rating := tdkt.Rating{ID: "r-1", Year: 2023, Subject: subject, Level: tdkt.Good}
	for _, tc := range []struct {
		name string
		do   func(*Tx) error
		want string
	}{
		{"two people of one code", func(tx *Tx) error {
			return tx.Put(t.Context(), tdkt.Person{ID: "p-2", Code: person.Code, Name: "Khác", Unit: unit.ID})
		}, "Mã “CB001” đã có trong tệp"},
		{"a person with the code of a unit", func(tx *Tx) error {
			return tx.Put(t.Context(), tdkt.Person{ID: "p-2", Code: unit.Code, Name: "Khác", Unit: unit.ID})
		}, "Mã “VP” đã có trong tệp"},
		{"a unit renamed to the code of a person", func(tx *Tx) error {
			renamed := unit
			renamed.Code = person.Code
			return tx.Put(t.Context(), renamed)
		}, "Mã “CB001” đã có trong tệp"},
		{"a second rating of the year", func(tx *Tx) error {
			second := rating
			second.ID = "r-2"
			return tx.Put(t.Context(), second)
		}, "Dữ liệu xếp loại này đã có trong tệp"},
		{
			"a person who has a rating removed", func(tx *Tx) error { return tx.Remove(t.Context(), person) },
			"Dữ liệu xếp loại vẫn gắn với dữ liệu cán bộ không có trong tệp",
		},
		{"a rating of nobody", func(tx *Tx) error {
			return tx.Put(t.Context(), tdkt.Rating{ID: "r-3", Year: 2023, Subject: tdkt.PersonSubject("p-9"), Level: tdkt.Good})
		}, "Dữ liệu xếp loại vẫn gắn với dữ liệu cán bộ không có trong tệp"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := newDB(t)
			put(t, db, unit, person, rating)
			_, err := db.InTx(t.Context(), step("Ghi"), tc.do)
			wantSentence(t, err, tdkt.Invalid, tc.want)
		})
	}
}

// References are checked at the end, so callers need not think of the order.
func TestRowsMayComeAndGoInAnyOrder(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	rating := tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject(person.ID), Level: tdkt.Good}
	put(t, db, rating, person, unit)
	if _, err := remove(t, db, unit, person, rating); err != nil {
		t.Fatal(err)
	}
}

// A row changed twice in one operation is one line of the history: from what it
// was to what it became. One that came and went is none.
func TestHistoryKeepsTheNetChange(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	put(t, db, unit, person)
	renamed := person
	renamed.Name = "Trần Thị Mẫu Mực"
	passing := tdkt.Unit{ID: "u-9", Code: "TAM", Name: "Tạm"}
	entry, err := db.InTx(t.Context(), step("Sửa tên"), func(tx *Tx) error {
		halfway := person
		halfway.Name = "Trần Thị M"
		return errors.Join(
			tx.Put(t.Context(), halfway, renamed, passing),
			tx.Remove(t.Context(), passing),
			tx.Remove(t.Context(), tdkt.Unit{ID: "u-8"}),
		)
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []tdkt.RowChange{{Noun: tdkt.NounPerson, Key: person.ID, Before: mustJSON(t, person), After: mustJSON(t, renamed)}}
	if diff := cmp.Diff(want, entry.Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	kept, err := db.History(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]tdkt.Entry{entry}, kept); diff != "" {
		t.Errorf("kept (-returned +kept):\n%s", diff)
	}
}

func mustJSON(t *testing.T, rec tdkt.Record) []byte {
	t.Helper()
	text, err := marshal(rec)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
