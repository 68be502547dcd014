package scratch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

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
	stay := []string{make(prefix + strconv.Itoa(os.Getppid()) + "-18"), make("Danh sách.xlsx"), make(".ghi-do-2.xlsx")}
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
