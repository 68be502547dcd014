// Package golden compares what a test got with a text file that a person has read.
// Run the tests with -update to rewrite the files, then read the difference before
// committing it.
package golden

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update is the flag -update of every test binary that imports this package.
var update = flag.Bool("update", false, "rewrite the golden files with what the tests got")

// Compare fails the test when got differs from the file at path, and shows how. Line
// ends are compared as LF. With -update it writes the file instead.
func Compare(tb testing.TB, path, got string) {
	tb.Helper()
	got = lf(got)
	if *update {
		write(tb, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		tb.Errorf("golden file %s is missing; make it with -update and read it", path)
		return
	}
	if err != nil {
		tb.Errorf("read golden file: %v", err)
		return
	}
	if diff := cmp.Diff(lf(string(want)), got); diff != "" {
		tb.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// write replaces a golden file, making its folder when it is the first one there.
func write(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		tb.Fatalf("make the folder of a golden file: %v", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatalf("write golden file: %v", err)
	}
}

// lf gives a text Unix line ends, as Git keeps it.
func lf(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }
