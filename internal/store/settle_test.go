package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// copyAlone copies the data file as a person with a USB stick does: the one file, and
// not what SQLite keeps beside it.
func copyAlone(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "chép.sotd")
	if err := os.WriteFile(to, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// The file is copied while the program has it open: everything that was acknowledged
// is in the copy, also where a reader stood in the way for a while.
func TestTheFileAloneIsWhole(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	put(t, db, unit)
	entry := put(t, db, person)

	if report, err := Verify(t.Context(), copyAlone(t, db.Path())); err != nil || report.Entries != entry.Seq {
		t.Errorf("%d entries of %d, %v", report.Entries, entry.Seq, err)
	}
	err := db.read(t.Context(), func(s *session) error { // holds the log back
		if _, err := s.number(t.Context(), `SELECT count(*) FROM person`); err != nil {
			return err
		}
		person.Name = "Trần Thị Đổi"
		entry = put(t, db, person)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		report, err := Verify(t.Context(), copyAlone(t, db.Path()))
		if err != nil {
			t.Fatal(err)
		}
		if report.Entries == entry.Seq {
			return
		}
		time.Sleep(settleAgain)
	}
	t.Error("the last change never came into the file")
}

// The log must not grow for ever because it is never emptied.
func TestTheLogStaysSmall(t *testing.T) {
	db := newDB(t)
	unit, _ := office()
	for i := range 300 {
		unit.Name = fmt.Sprintf("Văn phòng %d", i)
		put(t, db, unit)
	}
	info, err := os.Stat(db.Path() + "-wal")
	if err != nil || info.Size() > 1<<20 {
		t.Errorf("%d bytes, %v", info.Size(), err)
	}
}
