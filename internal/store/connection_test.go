package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// handles are how often this program has a file open, with what SQLite keeps beside it.
func handles(t *testing.T, path string) (n int) {
	t.Helper()
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("only Linux tells which files are open")
	}
	for _, fd := range open {
		if name, err := os.Readlink(filepath.Join("/proc/self/fd", fd.Name())); err == nil && strings.HasPrefix(name, path) {
			n++
		}
	}
	return n
}

// A statement that was kept would keep the file open: another program could not replace it
// on Windows. After everything that is done with a file, closing lets go of it.
func TestClosingLetsGoOfTheFile(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	put(t, db, unit)
	put(t, db, person)
	if _, err := db.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := db.InTx(t.Context(), step("Ghi"), func(*Tx) error { return errors.New("thôi") }); err == nil {
		t.Error("kept")
	}
	if err := db.Backup(t.Context(), db.Path()+".bak"); err != nil {
		t.Fatal(err)
	}
	if handles(t, db.Path()) == 0 {
		t.Fatal("the file is not seen to be open")
	}
	inside := make(chan struct{})
	ended := make(chan error)
	closed := make(chan error)
	go func() {
		ended <- db.read(t.Context(), func(s *session) error {
			if _, err := s.number(t.Context(), `SELECT count(*) FROM unit`); err != nil {
				return err
			}
			close(inside)
			_, err := s.number(t.Context(), `SELECT count(*) FROM person`)
			return err
		})
	}()
	<-inside
	go func() { closed <- db.Close() }() // somebody still reads
	if err := errors.Join(<-ended, <-closed); err != nil {
		t.Fatal(err)
	}
	if n := handles(t, db.Path()); n > 0 {
		t.Errorf("still open %d times", n)
	}
}

// What a statement finds out is of the file as it is now, though it was prepared before
// other programs wrote, and before the tables became others.
func TestKeptStatementsSeeTheFileAsItIs(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	put(t, db, unit)
	find := func() (people int) {
		data, err := db.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(data.People)
	}
	if find() != 0 {
		t.Error("somebody is there")
	}
	other := openAt(t, db.Path(), Options{})
	put(t, other, person)
	if find() != 1 {
		t.Error("what the other program wrote is not seen")
	}
	meddle(t, other, `ALTER TABLE person RENAME TO person_old; CREATE TABLE person AS SELECT * FROM person_old WHERE 0`)
	if find() != 0 {
		t.Error("the table of before is read")
	}
	_, err := db.InTx(t.Context(), step("Ghi"), func(tx *Tx) error {
		_, found, err := tx.Get(t.Context(), tdkt.NounPerson, person.ID)
		if found {
			t.Error("the row of before is found")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
