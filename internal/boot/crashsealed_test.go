package boot_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// turnEnv makes the test program one that seals a file and puts it back in the clear.
const turnEnv = "TDKT_BOOT_TURNER"

// turnUntilKilled seals the file, changes it, gives it its passphrase anew, changes it, puts
// it in the clear, and so on without end, and says which entries it wrote.
func turnUntilKilled(ctx context.Context, path string) error {
	o := boot.Options{Path: path, Seal: office}
	for n := 0; ; n++ {
		if _, _, sealed := backup.IsVault(path); !sealed {
			if _, err := boot.SealFile(ctx, o, office); err != nil {
				return err
			}
		}
		if err := oneEntry(ctx, o, n); err != nil {
			return err
		}
		if _, err := boot.Reseal(ctx, o, office, "", office); err != nil {
			return err
		}
		if err := oneEntry(ctx, o, n); err != nil {
			return err
		}
		if err := boot.UnsealFile(ctx, o); err != nil {
			return err
		}
		if err := oneEntry(ctx, o, n); err != nil {
			return err
		}
	}
}

func oneEntry(ctx context.Context, o boot.Options, n int) error {
	o.Keep = n%2 == 0
	a, closeFile, err := boot.Open(ctx, o)
	if err != nil {
		return err
	}
	a.OnChange(func(c app.Changed) { fmt.Println("entry", c.Seq) })
	if err := a.SaveOrg(ctx, tdkt.Org{Name: fmt.Sprintf("Sở %d %s", n, tdkt.NewID())}); err != nil {
		return err
	}
	return closeFile()
}

// TestKilledAtWorkSealed is TestKilledAtWork for a file that is sealed at rest: what was
// said to be saved is there, every copy is whole, a copy of the open file taken at any
// moment is whole, and nothing is in the clear even before the file is opened again.
func TestKilledAtWorkSealed(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TEMP", temp)
	t.Setenv("TMP", temp)
	path, _ := sealedFile(t, "")
	beside := filepath.Dir(path)
	for i, level := range []string{"HTT", "HTXS"} {
		sheettest.Write(t, filepath.Join(beside, fmt.Sprintf("%d.xlsx", i)), ratingList(level))
	}
	fresh := read(t, path)
	entries, copies := 0, 0
	for round := range *rounds {
		if round%startOver == 0 {
			renew(t, path, fresh)
		}
		taken := filepath.Join(t.TempDir(), "chép.sotd")
		after := time.Duration(rand.IntN(900)) * time.Millisecond
		copied := make(chan error, 1)
		time.AfterFunc(after/2, func() { copied <- copyFile(path, taken) })
		last, acked, made := killed(t, childEnv, path, after)
		if err := <-copied; err != nil {
			t.Fatal(err)
		}
		if names := inClear(t, beside, temp); len(names) > 0 {
			t.Fatalf("round %d: in the clear: %v", round, names)
		}
		wantWhole(t, path, last)
		wantWhole(t, taken, 0)
		list, err := backup.List(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			wantWhole(t, filepath.Join(backup.Folder(path), c.Name), 0)
		}
		entries, copies = entries+acked, copies+made
	}
	if entries == 0 {
		t.Error("the program never came to write anything")
	}
	t.Logf("%d rounds of kill -9 on a sealed file: every one of %d acknowledged entries there, %d copies whole, each copy of the open file whole, nothing in the clear", *rounds, entries, copies)
}

func copyFile(from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o600)
}

// wantWhole wants a file, sealed or not, to be whole up to an entry.
func wantWhole(t *testing.T, path string, last int64) {
	t.Helper()
	report, _, err := boot.Verify(t.Context(), boot.Options{Path: path, Seal: office}, "")
	if err != nil {
		t.Fatal(err)
	}
	if report.Entries < last {
		t.Fatalf("entry %d was acknowledged, %s has %d", last, filepath.Base(path), report.Entries)
	}
}

// TestKilledWhileSealing: the plug is pulled while a file is sealed, gets another
// passphrase, or is put in the clear. It is there, whole, in one form or the other, with
// all that was acknowledged; opened once more, a sealed one has nothing in the clear
// beside it.
func TestKilledWhileSealing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TEMP", temp)
	t.Setenv("TMP", temp)
	path, _ := sealedFile(t, "")
	sealed, plain, midway := 0, 0, 0
	for round := range *rounds {
		last, _, _ := killed(t, turnEnv, path, time.Duration(rand.IntN(1500))*time.Millisecond)
		left := len(inClear(t, filepath.Dir(path), temp))
		a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Seal: office})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if len(a.View().People) < 50 {
			t.Fatalf("round %d: %d people", round, len(a.View().People))
		}
		done(t, closeFile)
		if _, _, is := backup.IsVault(path); is {
			sealed++
			if left > 0 {
				midway++
			}
			if names := inClear(t, filepath.Dir(path), temp); len(names) > 0 {
				t.Fatalf("round %d: sealed, and in the clear: %v", round, names)
			}
		} else {
			plain++
		}
		wantWhole(t, path, last)
	}
	t.Logf("%d rounds of kill -9 while sealing: %d left sealed, of them %d with something in the clear that the next opening sealed or took away; %d left in the clear; nothing lost", *rounds, sealed, midway, plain)
}
