package boot_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/boot"
	"tdkt/internal/store"
)

// TestDamagedFileIsLetGo: a file that cannot be opened is not held open, neither by the
// look at what it is; on Windows nothing could be put in its place.
func TestDamagedFileIsLetGo(t *testing.T) {
	path := sampleFile(t)
	ruined(t, path)
	if _, _, err := boot.Open(t.Context(), boot.Options{Path: path}); err == nil {
		t.Fatal("a damaged file was opened")
	}
	store.Began(t.Context(), path)
	if held := heldOpen(t, filepath.Dir(path)); len(held) > 0 {
		t.Errorf("still open: %q", held)
	}
}

// heldOpen lists the files below a folder that this process has open.
func heldOpen(t *testing.T, dir string) []string {
	t.Helper()
	const own = "/proc/self/fd"
	entries, err := os.ReadDir(own)
	if err != nil {
		t.Fatal(err)
	}
	var held []string
	for _, e := range entries {
		if to, err := os.Readlink(filepath.Join(own, e.Name())); err == nil && strings.HasPrefix(to, dir) {
			held = append(held, to)
		}
	}
	return held
}
