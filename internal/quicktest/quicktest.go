// Package quicktest makes the tests of whoever imports it quicker.
//
// Tests make much and drop it at once: collecting it as often as a program that runs for
// days would is a quarter of their time. And a test of what is written to a file waits for
// the disk without proving anything by it, as no test takes the current away: where the
// machine has a file system in memory with room, the folders of tests lie there. Measuring,
// and TDKT_TEST_DISK=1, keep to the disk.
package quicktest

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// collectAt is how much more than what is in use may lie about before it is collected.
const collectAt = 400

// inMemory is where Linux has a file system in memory; enough is what must be free there.
const (
	inMemory = "/dev/shm"
	enough   = 2 << 30
)

// OnDisk names the variable that keeps the folders of tests on the disk.
const OnDisk = "TDKT_TEST_DISK"

// disk is where folders lay before.
var disk = os.TempDir()

var _ = func() bool {
	debug.SetGCPercent(collectAt)
	return foldersInMemory()
}()

// Disk is a folder for one test that lies on the disk all the same: where many do something
// at one time, they meet while one of them waits for it.
func Disk(tb testing.TB) string {
	tb.Helper()
	folder, err := os.MkdirTemp(disk, "so-thi-dua-") //nolint:usetesting // the tests' own may be in memory
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			tb.Error(err)
		}
	})
	return folder
}

func foldersInMemory() bool {
	measuring := func(arg string) bool { return strings.HasPrefix(arg, "-test.bench") || arg == "-bench" }
	if os.Getenv(OnDisk) != "" || os.Getenv("TMPDIR") != "" || slices.ContainsFunc(os.Args, measuring) || free(inMemory) < enough {
		return false
	}
	folder := filepath.Join(inMemory, "so-thi-dua-test")
	if os.MkdirAll(folder, 0o700) != nil {
		return false
	}
	return os.Setenv("TMPDIR", folder) == nil
}
