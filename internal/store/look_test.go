package store

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"tdkt/internal/tdkt"
)

// lookedAt is a data file with a little in it, and a look at it.
func lookedAt(t *testing.T) (path string, look *Look) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "so.sotd")
	if err := os.WriteFile(path, soundFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if look = LookAt(t.Context(), path); look == nil {
		t.Fatal("no look")
	}
	t.Cleanup(look.Close)
	return path, look
}

// A file that was put in the place of the one that was looked at is the one that opens.
func TestLookAtAFileThatIsReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody replace an open file")
	}
	path, look := lookedAt(t)
	other := newDB(t)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other.Path(), path); err != nil {
		t.Fatal(err)
	}
	db := openAt(t, path, Options{Look: look})
	if data, err := db.Load(t.Context()); err != nil || len(data.People) != 0 {
		t.Errorf("%v, %v: not what lies there", data.People, err)
	}
}

// What another program did to the file after the look is seen when it opens.
func TestLookAtAFileThatIsMeddledWith(t *testing.T) {
	path, look := lookedAt(t)
	other := openAt(t, path, Options{})
	meddle(t, other, "CREATE TRIGGER thừa AFTER INSERT ON unit BEGIN DELETE FROM person; END")
	db, err := Open(t.Context(), path, Options{Look: look})
	if err == nil {
		t.Fatal("opened", db.Close())
	}
	wantSentence(t, err, tdkt.Environment, "thừa")
}

// A look that was used or closed is no more, and the file opens all the same.
func TestLookServesOnce(t *testing.T) {
	path, look := lookedAt(t)
	for range 2 {
		db := openAt(t, path, Options{Look: look})
		if data, err := db.Load(t.Context()); err != nil || len(data.People) != 1 {
			t.Errorf("%v, %v", data, err)
		}
	}
}

// Of a file that is taken away before anything was written to it a copy can still be
// made, and nothing appears in its place.
func TestAFileTakenAwayBeforeTheFirstChange(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody take an open file away")
	}
	path, look := lookedAt(t)
	db := openAt(t, path, Options{Look: look})
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	unit, _ := office()
	_, err := db.InTx(t.Context(), step("Ghi"), func(tx *Tx) error { return tx.Put(t.Context(), unit) })
	if err == nil {
		t.Error("written to what nobody finds")
	}
	saved := path + ".cuu"
	if err := db.Backup(t.Context(), saved); err != nil {
		t.Fatal(err)
	}
	if report, err := Verify(t.Context(), saved); err != nil || report.Entries != 1 {
		t.Errorf("the copy has %d entries: %v", report.Entries, err)
	}
	if exists(path) {
		t.Error("something lies in the place of the file")
	}
}
