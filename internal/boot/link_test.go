package boot_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tdkt/internal/app/imports"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// TestRestoreThroughLink: a restore through a link replaces the file, not the link: there
// is one truth, and its copies lie beside it.
func TestRestoreThroughLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right on Windows that few have")
	}
	path := filled(t, "Sở Một")
	copied := filepath.Join(backup.Folder(path), folder(t, path)[0])
	link := filepath.Join(t.TempDir(), "lối tắt.sotd")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	a, closeFile := open(t, boot.Options{Path: link})
	rename(t, a, "Sở Hai")
	done(t, closeFile)
	if _, err := boot.Restore(t.Context(), boot.Options{Path: link, Now: clock}, copied); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is no link any more: %v", err)
	}
	b, closeAgain := open(t, boot.Options{Path: path, Read: true})
	if got := b.View().Org.Name; got != "Sở Một" {
		t.Errorf("the file itself: %s", got)
	}
	done(t, closeAgain)
}

// TestPipe: what has no end is refused before it is read.
func TestPipe(t *testing.T) {
	path := filled(t, "Sở Một")
	a, closeFile := open(t, boot.Options{Path: path})
	defer done(t, closeFile)
	huge := filepath.Join(t.TempDir(), "to.sotd")
	if err := os.WriteFile(huge, read(t, path), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 5<<30); err != nil {
		t.Logf("no large files here: %v", err)
	}
	for _, endless := range []string{"/dev/zero", "/dev/stdin", huge} {
		if _, err := os.Stat(endless); err != nil {
			continue
		}
		if _, err := imports.PreviewMerge(t.Context(), a, endless); tdkt.KindOf(err) != tdkt.Environment {
			t.Errorf("%s: %v", endless, err)
		}
	}
}

// TestEntryFromTheFuture: a clock that ran far ahead is told when the file is opened.
func TestEntryFromTheFuture(t *testing.T) {
	path := filled(t, "Sở Một")
	ahead := func() time.Time { return clock().AddDate(3, 0, 0) }
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Now: ahead})
	if err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Hai")
	done(t, closeFile)
	b, closeAgain := open(t, boot.Options{Path: path})
	if words := boot.Notice(t.Context(), b); !strings.Contains(words, "đồng hồ") {
		t.Error(words)
	}
	done(t, closeAgain)
}
