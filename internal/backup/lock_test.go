package backup

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tdkt/internal/tdkt"
)

const holderEnv = "TDKT_HOLD"

// TestMain lets the test program be a second program that holds a lock until it dies.
func TestMain(m *testing.M) {
	if path := os.Getenv(holderEnv); path != "" {
		os.Exit(hold(path))
	}
	os.Exit(m.Run())
}

func hold(path string) int {
	if _, err := Acquire(path, holder()); err != nil {
		return 1
	}
	if _, err := os.Stdout.WriteString("held\n"); err != nil {
		return 1
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	return 0
}

func holder() Holder {
	at := time.Date(2026, 11, 24, 17, 2, 0, 0, time.Local)
	return Holder{Person: "Trần Thị Bình", PC: "PC-02", PID: 7, Program: "tdkt", Since: at}
}

// TestTwoWriters: the second program is told who, where and since when, and has its
// turn once the first is done; nothing is left behind.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thi đua.sotd")
	first, err := Acquire(path, holder())
	if err != nil {
		t.Fatal(err)
	}
	_, err = Acquire(path, holder())
	if tdkt.KindOf(err) != tdkt.Environment || !MayRead(err) {
		t.Fatalf("second: %v", err)
	}
	for _, want := range []string{"thi đua.sotd", "Trần Thị Bình", "PC-02", "17:02 ngày 24/11/2026", "chỉ để đọc"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not said: %v", want, err)
		}
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	if err := first.Release(); err != nil {
		t.Errorf("released twice: %v", err)
	}
	second, err := Acquire(path, holder())
	if err != nil {
		t.Fatalf("after the release: %v", err)
	}
	if err := second.Release(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(path + "*"); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// TestKilledHolder: a program that is killed holds the file no longer, though its
// lock file is still there.
func TestKilledHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), holderEnv+"="+path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close() })
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "held\n" {
		t.Fatalf("the other program says %q, %v", line, err)
	}
	if _, err := Acquire(path, holder()); !MayRead(err) {
		t.Fatalf("while the other holds it: %v", err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the other program ended by itself")
	}
	if _, err := os.Stat(path + ".lock"); err != nil {
		t.Fatalf("no stale lock to take over: %v", err)
	}
	lock, err := Acquire(path, holder())
	if err != nil {
		t.Fatalf("after the kill: %v", err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
}

// TestOddLocks: a lock whose text is nobody's still holds, and a place that takes no
// lock is told as such, with the way out.
func TestOddLocks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	lock, err := Acquire(path, Holder{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Acquire(path, holder()); !errors.Is(err, errHeld) || !strings.Contains(err.Error(), "một chương trình khác") {
		t.Errorf("nameless: %v", err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	// A folder of that name stops the lock as a folder without the right to write does, and for root too.
	if err := os.Mkdir(path+".lock", 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Acquire(path, holder()); tdkt.KindOf(err) != tdkt.Environment || !MayRead(err) || errors.Is(err, errHeld) {
		t.Errorf("no lock possible: %v", err)
	}
}
