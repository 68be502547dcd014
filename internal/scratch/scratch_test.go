package scratch

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// TestMain is a program that lives until its input ends, when it is called as one.
func TestMain(m *testing.M) {
	if os.Getenv("SCRATCH_LIVES") != "" {
		_, _ = io.Copy(io.Discard, os.Stdin)
		return
	}
	os.Exit(m.Run())
}

// living starts a program that lives until the test ends.
func living(t *testing.T) int {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), "SCRATCH_LIVES=1")
	hold, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = hold.Close()
		_ = child.Wait()
	})
	return child.Process.Pid
}

// What a program that died left is gone; what a living one works on, and what is not ours, stays.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	dead := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	make := func(name string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("001099000001"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	gone := make(prefix + strconv.Itoa(dead.Process.Pid) + "-17.xlsx")
	aged := make(".ghi-do-1.xlsx")
	if err := os.Chtimes(aged, time.Time{}, time.Now().Add(-48*time.Hour)); err != nil {
		t.Fatal(err)
	}
	stay := []string{make(prefix + strconv.Itoa(living(t)) + "-18"), make("Danh sách.xlsx"), make(".ghi-do-2.xlsx")}
	own, err := File(folder, ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if err := own.Close(); err != nil {
		t.Fatal(err)
	}
	dir, err := Temp()
	if err != nil {
		t.Fatal(err)
	}
	Sweep(folder)
	for _, path := range []string{gone, aged} {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range append(stay, own.Name(), dir) {
		if _, err := os.Lstat(path); err != nil {
			t.Errorf("%s is gone", path)
		}
	}
}
