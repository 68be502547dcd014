package boot_test

import (
	"compress/gzip"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/imports"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/store"
)

// releasedFile unpacks a file that a released program of an older schema made:
// testdata/released holds "so8", "so8-may2" of the same beginning, and so on.
func releasedFile(t *testing.T, name, to string) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "released", name+".gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// long asks for the files of every released schema; "go run ./cmd/dev test -long" does.
var long = flag.Bool("long", false, "open files of every released schema, not of the first and of 13 alone")

// releasedSchemas are those whose files lie in testdata: the first, from which every step
// of the migration is taken, and 13, which offices have; with -long the others too.
func releasedSchemas() []string {
	if *long {
		return []string{"8", "12", "13", "20", "21"}
	}
	return []string{"8", "13"}
}

// TestReleasedSchemas: a file, a copy and a package of any released program is read as
// it lies: verified, opened for reading, restored from, merged, looked at by the keeper
// of copies; and not a byte of it changes.
func TestReleasedSchemas(t *testing.T) {
	for _, n := range releasedSchemas() {
		t.Run(n, func(t *testing.T) {
			folder := t.TempDir()
			old := releasedFile(t, "so"+n+".sotd", filepath.Join(folder, "cũ.sotd"))
			before := read(t, old)
			if _, err := store.Verify(t.Context(), old); err != nil {
				t.Errorf("verify: %v", err)
			}
			a, closeOld, err := boot.Open(t.Context(), boot.Options{Path: old, Read: true, Now: clock})
			if err != nil {
				t.Fatal(err)
			}
			if got := len(a.View().People); got != 3 {
				t.Errorf("read: %d people", got)
			}
			done(t, closeOld)
			path := filled(t, "Sở Khác")
			if lines, err := boot.Compare(t.Context(), boot.Options{Path: path}, old); err != nil || len(lines) == 0 {
				t.Errorf("compare: %v %v", lines, err)
			}
			if _, err := boot.Restore(t.Context(), boot.Options{Path: path, Now: clock}, old); err != nil {
				t.Errorf("restore: %v", err)
			}
			wantPeople(t, path, 3)
			mergeReleased(t, n, path)
			taken := filepath.Join(folder, "lấy.sotd")
			if err := (boot.Copies{}).Take(t.Context(), old, taken); err != nil {
				t.Errorf("take: %v", err)
			}
			if string(before) != string(read(t, old)) {
				t.Error("the old file changed")
			}
			if found, err := filepath.Glob(filepath.Join(folder, "*.*d")); err != nil || len(found) != 2 {
				t.Errorf("beside it: %v %v", found, err)
			}
		})
	}
}

func wantPeople(t *testing.T, path string, want int) {
	t.Helper()
	a, closeFile := open(t, boot.Options{Path: path, Read: true})
	if got := len(a.View().People); got != want {
		t.Errorf("%s: %d people, want %d", path, got, want)
	}
	done(t, closeFile)
}

// mergeReleased merges another PC's file of an older program into the restored one, and
// takes it back.
func mergeReleased(t *testing.T, n, path string) {
	t.Helper()
	other := releasedFile(t, "so"+n+"-may2.sotd", filepath.Join(t.TempDir(), "máy hai.sotd"))
	a, closeFile := open(t, boot.Options{Path: path})
	defer done(t, closeFile)
	plan, err := imports.PreviewMerge(t.Context(), a, other)
	if err != nil {
		t.Errorf("merge: %v", err)
		return
	}
	if plan.Apart || plan.Count(imports.MergeConflict) != 1 || plan.Count(imports.MergeNew) != 1 {
		t.Errorf("merge: apart %v, %d conflicts, %d new", plan.Apart, plan.Count(imports.MergeConflict), plan.Count(imports.MergeNew))
	}
	if err := imports.Merge(t.Context(), a, plan); err != nil {
		t.Errorf("merge: %v", err)
	}
	if words, err := a.UndoLast(t.Context()); err != nil || !strings.Contains(words, "máy hai.sotd") {
		t.Errorf("undo: %q %v", words, err)
	}
}

// TestReleasedUpgrade: opening an older file for writing keeps a copy from before, which
// is sound; undo goes on across; the folder's old copies stay usable and count.
func TestReleasedUpgrade(t *testing.T) {
	for _, n := range releasedSchemas() {
		path := releasedFile(t, "so"+n+".sotd", filepath.Join(t.TempDir(), "thi đua.sotd"))
		if err := os.MkdirAll(backup.Folder(path), 0o700); err != nil {
			t.Fatal(err)
		}
		releasedFile(t, "so"+n+".sotd", filepath.Join(backup.Folder(path), "thi đua 2026-11-20 0900.sotd"))
		a, closeFile := open(t, boot.Options{Path: path})
		if words := boot.Notice(t.Context(), a); !strings.Contains(words, "20/11/2026") {
			t.Errorf("schema %s: %s", n, words)
		}
		if _, err := a.UndoLast(t.Context()); err != nil {
			t.Errorf("schema %s: undo: %v", n, err)
		}
		done(t, closeFile)
		if report, copies, err := boot.Verify(t.Context(), boot.Options{Path: path}, ""); err != nil || copies != 2 {
			t.Errorf("schema %s: %d copies, %v, %v", n, copies, report.Version, err)
		}
		kept, err := filepath.Glob(path + ".v*.bak")
		if err != nil {
			t.Fatal(err)
		}
		for _, bak := range kept {
			if _, err := store.Verify(t.Context(), bak); err != nil {
				t.Errorf("schema %s: %s: %v", n, bak, err)
			}
		}
	}
}

// TestReleasedPackages: the director opens a package an older program made.
func TestReleasedPackages(t *testing.T) {
	for _, n := range []string{"12", "13", "20", "21"} {
		path := releasedFile(t, "so"+n+".sotd-goi", filepath.Join(t.TempDir(), "gói.sotd-goi"))
		wantPeople(t, path, 3)
	}
}
