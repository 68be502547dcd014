package store

import (
	"bufio"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tdkt/internal/quicktest"
	"tdkt/internal/tdkt"
)

// copyRounds is how often the file is copied while a program that will be killed writes
// to it; "go run ./cmd/dev crash" asks for many.
var copyRounds = flag.Int("rounds", 2, "how often the open file is copied before the program is killed")

// mostRounds is how long one waits for a copy that is whole: somewhat more than half of
// them are not, and of six now and then all.
const mostRounds = 40

// The file is copied at any moment while a program writes to it, which is then killed.
// A copy has everything that was acknowledged before it began, or says that it is no
// whole one; nobody is told that half a copy is sound.
func TestCopiesOfTheOpenFile(t *testing.T) {
	folder := quicktest.Disk(t)
	path := filepath.Join(folder, childFile)
	db, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	unit, _ := office()
	put(t, db, unit)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	fresh, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, half := 0, 0
	for round := 0; round < *copyRounds || whole == 0 && round < mostRounds; round++ {
		for _, tail := range []string{"-wal", "-shm"} {
			if err := removeIfThere(path + tail); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(path, fresh, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, c := range copiesWhileWriting(t, path) {
			report, err := Verify(t.Context(), c.path)
			var told *tdkt.Error
			switch {
			case err == nil && report.Entries >= c.acknowledged:
				whole++
			case err == nil:
				t.Errorf("round %d: the copy has %d entries, %d were acknowledged before it began", round, report.Entries, c.acknowledged)
			case errors.As(err, &told) && strings.Contains(told.Text, "không trọn vẹn"):
				half++
				if _, err := Open(t.Context(), c.path, Options{}); err == nil {
					t.Errorf("round %d: half a copy was opened", round)
				}
			default:
				t.Errorf("round %d: %v", round, err)
			}
			if err := removeFile(c.path); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Verify(t.Context(), path); err != nil {
			t.Errorf("round %d: the file itself: %v", round, err)
		}
	}
	t.Logf("%d whole copies, %d named as half", whole, half)
	if whole == 0 {
		t.Errorf("no whole copy in %d rounds", mostRounds)
	}
}

// takenCopy is a copy and what had been acknowledged when it began.
type takenCopy struct {
	path         string
	acknowledged int64
}

// copiesWhileWriting starts a writing program, copies its file a few times and kills it.
func copiesWhileWriting(t *testing.T, path string) []takenCopy {
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
	var last atomic.Int64
	first, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			n, err := strconv.ParseInt(lines.Text(), 10, 64)
			if err != nil {
				t.Error(err)
			}
			if last.Swap(n) == 0 {
				close(first)
			}
		}
	}()
	<-first
	var list []takenCopy
	for n := range 3 {
		time.Sleep(time.Duration(rand.IntN(30)) * time.Millisecond)
		c := takenCopy{filepath.Join(filepath.Dir(path), "chép "+strconv.Itoa(n)+".sotd"), last.Load()}
		if err := copySlowly(path, c.path, rand.IntN(3)); err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-ended
	_ = child.Wait()
	return list
}

// copySlowly copies from front to back with pauses, as a slow stick makes them.
func copySlowly(from, to string, pause int) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.Create(to)
	if err != nil {
		return err
	}
	buf := make([]byte, 64<<10)
	for {
		n, err := src.Read(buf)
		if _, werr := dst.Write(buf[:n]); werr != nil {
			return errors.Join(werr, dst.Close())
		}
		if errors.Is(err, io.EOF) {
			return dst.Close()
		}
		if err != nil {
			return errors.Join(err, dst.Close())
		}
		time.Sleep(time.Duration(pause) * time.Millisecond)
	}
}
