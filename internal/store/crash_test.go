package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"tdkt/internal/quicktest"
	"tdkt/internal/tdkt"
)

// asChild set in the environment makes a copy of the test program write to the file
// named childFile in its folder until it is killed.
const (
	asChild   = "TDKT_STORE_CHILD"
	childFile = "so.sotd"
)

func TestMain(m *testing.M) {
	if os.Getenv(asChild) != "" {
		err := writeUntilKilled(context.Background())
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeUntilKilled adds people without end and prints the number of each entry
// once the file has accepted it.
func writeUntilKilled(ctx context.Context) error {
	db, err := Open(ctx, childFile, Options{})
	if err != nil {
		return err
	}
	for {
		var recs []tdkt.Record
		for range 20 {
			id := tdkt.NewID()
			recs = append(recs,
				tdkt.Person{ID: id, Code: string(id), Name: "Người Thử", Unit: "u-1"},
				tdkt.Rating{ID: tdkt.NewID(), Year: 2023, Subject: tdkt.PersonSubject(id), Level: tdkt.Good})
		}
		entry, err := db.InTx(ctx, step("Thêm"), func(tx *Tx) error { return tx.Put(ctx, recs...) })
		if err != nil {
			return err
		}
		if _, err := fmt.Println(entry.Seq); err != nil {
			return err
		}
	}
}

// The plug is pulled while the program writes: what it said was saved must be
// there, and the file must be sound.
func TestKilledProgramLosesNothingItAcknowledged(t *testing.T) {
	path := filepath.Join(t.TempDir(), childFile)
	db, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	unit, _ := office()
	put(t, db, unit)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range 5 {
		acknowledged := killAfter(t, path, 7+round)
		report, err := Verify(t.Context(), path)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if report.Entries < acknowledged {
			t.Errorf("round %d: entry %d was acknowledged, the file has %d", round, acknowledged, report.Entries)
		}
	}
}

// killAfter starts a writing program, kills it after so many entries and returns
// the last number it printed.
func killAfter(t *testing.T, path string, entries int) int64 {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), self)
	child.Dir = filepath.Dir(path)
	child.Env = append(os.Environ(), asChild+"=1")
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var last int64
	seen := 0
	for lines := bufio.NewScanner(out); lines.Scan(); seen++ {
		if last, err = strconv.ParseInt(lines.Text(), 10, 64); err != nil {
			t.Fatal(err)
		}
		if seen == entries {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || seen < entries {
		t.Fatalf("the child ended by itself after %d entries: %v", seen, err)
	}
	return last
}

// Screens read while the clerk saves: each must see whole operations only.
func TestReadersSeeWholeOperationsWhileOneWrites(t *testing.T) {
	db := newDBIn(t, quicktest.Disk(t))
	unit, _ := office()
	put(t, db, unit)
	done := make(chan struct{})
	var readersDone sync.WaitGroup
	for range readers + 2 {
		readersDone.Go(func() {
			for {
				snap, err := db.Load(t.Context())
				if err != nil || len(snap.People) != len(snap.Ratings) {
					t.Errorf("saw %d people and %d ratings, %v", len(snap.People), len(snap.Ratings), err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for range 60 {
		id := tdkt.NewID()
		put(t, db,
			tdkt.Person{ID: id, Code: string(id), Name: "Người Thử", Unit: unit.ID},
			tdkt.Rating{ID: tdkt.NewID(), Year: 2023, Subject: tdkt.PersonSubject(id), Level: tdkt.Good})
	}
	close(done)
	readersDone.Wait()
}

// Two windows of one program save at one time: both must get through, and the
// chain must hold.
func TestWritersTakeTurns(t *testing.T) {
	db := newDB(t)
	unit, _ := office()
	put(t, db, unit)
	var writers sync.WaitGroup
	for range 8 {
		writers.Go(func() {
			for range 10 {
				id := tdkt.NewID()
				_, err := db.InTx(t.Context(), step("Thêm"), func(tx *Tx) error {
					if _, _, err := tx.Get(t.Context(), tdkt.NounUnit, unit.ID); err != nil {
						return err
					}
					return tx.Put(t.Context(), tdkt.Person{ID: id, Code: string(id), Name: "Người Thử", Unit: unit.ID})
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	report, err := Verify(t.Context(), db.Path())
	if err != nil || report.Entries != 81 {
		t.Errorf("%d entries, %v", report.Entries, err)
	}
}
