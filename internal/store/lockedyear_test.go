package store

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// acrossYears are the nouns a locked year does not hold: they run over many years.
// A new noun must either say its years (a field Year, or tdkt.WorkYears) or stand here.
func acrossYears() map[tdkt.Noun]bool {
	return map[tdkt.Noun]bool{
		tdkt.NounOrg: true, tdkt.NounUnit: true, tdkt.NounPerson: true, tdkt.NounPost: true, tdkt.NounHold: true,
		tdkt.NounMovement: true, tdkt.NounAttendance: true, tdkt.NounMerge: true,
		// The Council and the register outlive a year; steps and votes move a nomination, which is of one.
		tdkt.NounMember: true, tdkt.NounPresence: true, tdkt.NounBallot: true, tdkt.NounStep: true,
		tdkt.NounDecision: true, tdkt.NounDecisionLine: true, tdkt.NounComplaint: true, tdkt.NounStock: true,
		tdkt.NounOpinion:    true, // it changes nothing of the work
		tdkt.NounAccount:    true,
		tdkt.NounLayout:     true, // how papers look
		tdkt.NounRegulation: true, // the App holds it against locked years
		tdkt.NounOfficer:    true, // from a day on, as people are
		tdkt.NounBureau:     true,
		tdkt.NounDuty:       true, // with whom somebody has similar duties, from a year on
	}
}

// Locking must not depend on each method remembering it: what is taken out of
// a locked year, by a step or by an undo, is refused and leaves the file as it was.
func TestLockedYearRefusesEveryNoun(t *testing.T) {
	t.Parallel()
	seen := map[tdkt.Noun]bool{}
	for _, rec := range everyRecord(t) {
		seen[rec.Noun()] = true
		_, last, yearly := tdkt.WorkYears(rec)
		if yearly == acrossYears()[rec.Noun()] {
			t.Errorf("%s: is it of a year or not?", rec.Noun())
		}
		if !yearly {
			continue
		}
		t.Run(string(rec.Noun()), func(t *testing.T) {
			db := fullDB(t)
			lockYear(t, db, last)
			before := stateOf(t, db)
			_, err := remove(t, db, rec)
			wantSentence(t, err, tdkt.Invalid, "đã khóa")
			wantSentence(t, db.TryUndo(t.Context(), 1), tdkt.Invalid, "đã khóa")
			_, err = db.Undo(t.Context(), step("Hoàn tác"), 1)
			wantSentence(t, err, tdkt.Invalid, "đã khóa")
			if stateOf(t, db) != before {
				t.Errorf("the file is another:\n%s", dump(t, db))
			}
		})
	}
	for noun := range keepers() {
		if !seen[noun] {
			t.Errorf("no record of %q was tried", noun)
		}
	}
}

// What is put into a locked year, and every field of what stands there, is refused as
// well; also a record that leaves the year, or comes into it, by a changed date.
func TestLockedYearRefusesAddingAndEditing(t *testing.T) {
	t.Parallel()
	for _, rec := range everyRecord(t) {
		_, last, yearly := tdkt.WorkYears(rec)
		if !yearly {
			continue
		}
		t.Run(string(rec.Noun()), func(t *testing.T) {
			if rec.Noun() != tdkt.NounYear { // a year that is locked is there
				db := newDB(t)
				put(t, db, everyRecord(t)[1:5]...) // office, units and person; what else it names is missing, the lock speaks first
				lockYear(t, db, last)
				refusedWhole(t, db, stateOf(t, db), rec, "add")
			}
			open, locked := fullDB(t), fullDB(t)
			lockYear(t, locked, last)
			unlockYears(t, open)
			tried, before := 0, stateOf(t, locked)
			for field, changed := range edits(rec) {
				if rec.Noun() == tdkt.NounYear { // an edit may lock it again
					unlockYears(t, open)
				}
				if _, err := open.InTx(t.Context(), step("Sửa"), func(tx *Tx) error { return tx.Put(t.Context(), changed) }); err != nil {
					continue // a value the file never accepts
				}
				if tried++; changed.Noun() == tdkt.NounYear && field == "Locked" {
					continue // its own unlocking
				}
				refusedWhole(t, locked, before, changed, field)
			}
			if tried == 0 {
				t.Error("no field could be edited")
			}
		})
	}
}

func unlockYears(t *testing.T, db *DB) {
	t.Helper()
	snap, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, y := range snap.Years {
		y.Locked = false
		put(t, db, y)
	}
}

// refusedWhole puts a record and wants the sentence of the lock and the file as it was
// before, to the last byte.
func refusedWhole(t *testing.T, db *DB, before string, rec tdkt.Record, what string) {
	t.Helper()
	_, err := db.InTx(t.Context(), step("Ghi"), func(tx *Tx) error { return tx.Put(t.Context(), rec) })
	if err == nil {
		t.Errorf("%s: written", what)
		return
	}
	wantSentence(t, err, tdkt.Invalid, "đã khóa nên chưa ghi gì")
	if stateOf(t, db) != before {
		t.Errorf("%s: the file is another:\n%s", what, dump(t, db))
	}
}

// edits are a record with one field changed at a time, by the field's name. A year and a
// day are moved far enough to leave the year.
func edits(rec tdkt.Record) map[string]tdkt.Record {
	all := map[string]tdkt.Record{}
	for i := range reflect.TypeOf(rec).NumField() {
		changed := reflect.New(reflect.TypeOf(rec)).Elem()
		changed.Set(reflect.ValueOf(rec))
		name, v := changed.Type().Field(i).Name, changed.Field(i)
		day, isDay := v.Interface().(tdkt.Day)
		switch {
		case name == "ID":
			continue
		case isDay:
			v.Set(reflect.ValueOf(tdkt.Date(day.Year()+2, 1, 2)))
		case v.Kind() == reflect.String:
			v.SetString(v.String() + " khác")
		case v.CanInt():
			v.SetInt(v.Int() + 2)
		case v.Kind() == reflect.Bool:
			v.SetBool(!v.Bool())
		default:
			continue
		}
		if back, ok := changed.Interface().(tdkt.Record); ok {
			all[name] = back
		}
	}
	return all
}

// lockYear locks a year and no other.
func lockYear(t *testing.T, db *DB, year int) {
	t.Helper()
	snap, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	row := tdkt.Year{ID: tdkt.NewID(), Year: year}
	for _, y := range snap.Years {
		if y.Year == year {
			row = y
		}
	}
	if row.Locked {
		return
	}
	row.Locked = true
	put(t, db, row)
}

// A year is unlocked by a step of its own, or by taking its locking back; together with
// other work it would be no lock at all.
func TestUnlockingIsAStepOfItsOwn(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	rating := tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject(person.ID), Level: tdkt.Good}
	year := tdkt.Year{ID: "y-1", Year: 2023}
	put(t, db, unit, person, year)
	year.Locked = true
	locked := put(t, db, year)
	if _, err := db.Undo(t.Context(), step("Hoàn tác"), locked.Seq); err != nil {
		t.Fatalf("taking the locking back: %v", err)
	}
	empty := put(t, db, tdkt.Year{ID: "y-2", Year: 2030, Locked: true}) // locked before it had a row
	if _, err := db.Undo(t.Context(), step("Hoàn tác"), empty.Seq); err != nil {
		t.Fatalf("taking the locking of a year without a row back: %v", err)
	}
	closed := put(t, db, tdkt.Year{ID: "y-3", Year: 2031, Locked: true, Closed: tdkt.ClosedBooks{Titles: true}})
	_, err := db.Undo(t.Context(), step("Hoàn tác"), closed.Seq)
	wantSentence(t, err, tdkt.Invalid, "năm 2031 đã khóa")
	put(t, db, year)
	open := year
	open.Locked = false
	_, err = db.InTx(t.Context(), step("Mở và sửa"), func(tx *Tx) error { return tx.Put(t.Context(), open, rating) })
	wantSentence(t, err, tdkt.Invalid, "Năm 2023 đã khóa")
	more := open
	more.Closed.Titles = true
	_, err = db.InTx(t.Context(), step("Mở và chốt"), func(tx *Tx) error { return tx.Put(t.Context(), more) })
	wantSentence(t, err, tdkt.Invalid, "Năm 2023 đã khóa")
	put(t, db, open)
	put(t, db, rating)
}

// Trying an undo says what the undo would say, and does nothing.
func TestTryUndo(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	first := put(t, db, unit)
	second := put(t, db, person)
	before := dump(t, db)
	if err := db.TryUndo(t.Context(), second.Seq); err != nil {
		t.Error(err)
	}
	wantSentence(t, db.TryUndo(t.Context(), first.Seq), tdkt.Invalid, "vẫn gắn với dữ liệu đơn vị")
	wantSentence(t, db.TryUndo(t.Context(), 9), tdkt.NotFound, "không có mục số 9")
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Errorf("file (-before +after):\n%s", diff)
	}
	undone, err := db.Undo(t.Context(), step("Hoàn tác"), second.Seq)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Undo(t.Context(), step("Hoàn tác"), second.Seq)
	wantSentence(t, err, tdkt.Invalid, "Mục số 2 đã được hoàn tác ở mục số 3")
	if err := db.TryUndo(t.Context(), undone.Seq); err != nil {
		t.Errorf("doing it again: %v", err)
	}
}
