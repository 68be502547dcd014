package boot_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

func clock() time.Time { return time.Date(2026, 11, 24, 17, 2, 0, 0, time.Local) }

// open opens a file as the window does.
func open(t *testing.T, o boot.Options) (*app.App, func() error) {
	t.Helper()
	o.Now, o.Keep = clock, !o.Read
	a, closeFile, err := boot.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return a, closeFile
}

// filled is a closed data file with one organisation, and its copy.
func filled(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "thi đua.sotd")
	if made, ok := filledBefore[name]; ok { // made once: a copy of it is as good
		if err := os.CopyFS(dir, made); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	rename(t, a, name)
	done(t, closeFile)
	filledBefore[name] = inMemory(t, dir)
	return path
}

// filledBefore are the folders of filled, once they were made.
var filledBefore = map[string]fs.FS{}

func rename(t *testing.T, a *app.App, name string) {
	t.Helper()
	if err := a.SaveOrg(t.Context(), tdkt.Org{Name: name}); err != nil {
		t.Fatal(err)
	}
}

func done(t *testing.T, closeFile func() error) {
	t.Helper()
	if err := closeFile(); err != nil {
		t.Fatal(err)
	}
}

func folder(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(backup.Folder(path), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range found {
		found[i] = filepath.Base(found[i])
	}
	return found
}

// TestCopyOnClosing: closing leaves one verified copy of what changed and nothing
// beside the file; closing again without a change makes none.
func TestCopyOnClosing(t *testing.T) {
	path := filled(t, "Sở Một")
	want := []string{"thi đua 2026-11-24 1702.sotd"}
	if d := cmp.Diff(want, folder(t, path)); d != "" {
		t.Errorf("copies (-want +got)\n%s", d)
	}
	if _, err := store.Verify(t.Context(), filepath.Join(backup.Folder(path), want[0])); err != nil {
		t.Error(err)
	}
	a, closeFile := open(t, boot.Options{Path: path})
	if got := boot.Notice(t.Context(), a); got != "Bản sao lưu gần nhất: 24/11/2026 17:02, đã kiểm tra." {
		t.Errorf("notice: %s", got)
	}
	done(t, closeFile)
	if d := cmp.Diff(want, folder(t, path)); d != "" {
		t.Errorf("copies without a change (-want +got)\n%s", d)
	}
	left, err := filepath.Glob(path + "*")
	if d := cmp.Diff([]string{path}, left); err != nil || d != "" {
		t.Errorf("beside the file (-want +got)\n%s %v", d, err)
	}
}

// TestCopyOfTheDay: a file that stays open is copied once a day, and only where it changed.
func TestCopyOfTheDay(t *testing.T) {
	path := filled(t, "Sở Một")
	var later atomic.Int64
	tick := make(chan time.Time)
	o := boot.Options{Path: path, Keep: true, Tick: tick, Now: func() time.Time { return clock().Add(time.Duration(later.Load())) }}
	a, closeFile, err := boot.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	look := func() {
		tick <- clock() // the second is taken once the first is done with
		tick <- clock()
	}
	rename(t, a, "Sở Hai")
	look()
	if got := folder(t, path); len(got) != 1 {
		t.Errorf("copies on the same day: %v", got)
	}
	later.Add(int64(25 * time.Hour))
	look()
	want := []string{"thi đua 2026-11-24 1702.sotd", "thi đua 2026-11-25 1802.sotd"}
	if d := cmp.Diff(want, folder(t, path)); d != "" {
		t.Errorf("copies on the next day (-want +got)\n%s", d)
	}
	later.Add(int64(25 * time.Hour))
	look()
	done(t, closeFile)
	if d := cmp.Diff(want, folder(t, path)); d != "" {
		t.Errorf("copies without a change (-want +got)\n%s", d)
	}
}

// TestSecondFolder: closing copies to the chosen folder too; a stick that is not there
// is told on closing and on opening, and keeps nothing from the first folder.
func TestSecondFolder(t *testing.T) {
	path := filled(t, "Sở Một")
	stick := t.TempDir()
	if err := backup.SetSecond(path, filepath.Dir(path)); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("the folder of the file itself: %v", err)
	}
	if err := backup.SetSecond(path, filepath.Join(stick, "không có")); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a folder that is not there: %v", err)
	}
	if err := backup.SetSecond(path, stick); err != nil {
		t.Fatal(err)
	}
	a, closeFile := open(t, boot.Options{Path: path})
	if got := boot.Notice(t.Context(), a); !strings.Contains(got, "chưa có bản nào") {
		t.Errorf("notice: %s", got)
	}
	done(t, closeFile)
	copied := filepath.Join(stick, "thi đua 2026-11-24 1702.sotd")
	if _, err := store.Verify(t.Context(), copied); err != nil {
		t.Error(err)
	}
	a, closeFile = open(t, boot.Options{Path: path})
	if got := boot.Notice(t.Context(), a); !strings.Contains(got, "Nơi thứ hai: 24/11/2026 17:02") {
		t.Errorf("notice: %s", got)
	}
	rename(t, a, "Sở Hai")
	if err := os.RemoveAll(stick); err != nil {
		t.Fatal(err)
	}
	if err := closeFile(); tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "cắm ổ đĩa") {
		t.Errorf("closing without the stick: %v", err)
	}
	if n := len(folder(t, path)); n != 3 { // two copies and the file that names the second folder
		t.Errorf("%d files beside the first copy", n)
	}
	a, closeFile = open(t, boot.Options{Path: path, Read: true})
	if got := boot.Notice(t.Context(), a); !strings.Contains(got, "đang vắng mặt") {
		t.Errorf("notice: %s", got)
	}
	done(t, closeFile)
	if err := backup.SetSecond(path, ""); err != nil {
		t.Error(err)
	}
}

// TestCopyFails: where no copy can be made the file still closes with all that was
// written, and the error is a sentence for the next start.
func TestCopyFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	if err := os.WriteFile(backup.Folder(path), []byte("not a folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	rename(t, a, "Sở Một")
	if err := closeFile(); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("closing: %v", err)
	}
	a, closeFile = open(t, boot.Options{Path: path, Read: true})
	if got := a.View().Org.Name; got != "Sở Một" {
		t.Errorf("what was written is %q", got)
	}
	done(t, closeFile)
}

// TestWriterAndReader: one program writes, others read what is committed; a reader
// changes nothing and is told so.
func TestWriterAndReader(t *testing.T) {
	path := filled(t, "Sở Một")
	writer, closeWriter := open(t, boot.Options{Path: path})
	if _, _, err := boot.Open(t.Context(), boot.Options{Path: path}); !backup.MayRead(err) {
		t.Errorf("a second writer: %v", err)
	}
	rename(t, writer, "Sở Hai")
	reader, closeReader := open(t, boot.Options{Path: path, Read: true})
	if got := reader.View().Org.Name; got != "Sở Hai" {
		t.Errorf("the reader sees %q", got)
	}
	if err := reader.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Ba"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("the reader writes: %v", err)
	}
	done(t, closeReader)
	done(t, closeWriter)
}

// TestRestoreAndBack: a restore brings the old data with an entry of its own, and the
// copy it kept brings the later data back.
func TestRestoreAndBack(t *testing.T) {
	path := filled(t, "Sở Cũ")
	old := filepath.Join(t.TempDir(), "cũ.sotd")
	a, closeFile := open(t, boot.Options{Path: path})
	if err := a.Store.Backup(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Mới")
	if _, err := boot.Restore(t.Context(), boot.Options{Path: path, Now: clock}, old); !backup.MayRead(err) {
		t.Errorf("restored under a writer: %v", err)
	}
	done(t, closeFile)
	kept := restored(t, path, old, "Sở Cũ")
	if !strings.Contains(kept, "trước khi khôi phục") {
		t.Errorf("kept as %s", kept)
	}
	restored(t, path, kept, "Sở Mới")
}

// restored restores from a copy and wants this organisation in a whole file.
func restored(t *testing.T, path, from, want string) (kept string) {
	t.Helper()
	kept, err := boot.Restore(t.Context(), boot.Options{Path: path, Now: clock}, from)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Verify(t.Context(), path); err != nil {
		t.Error(err)
	}
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Read: true})
	if err != nil {
		t.Fatal(err)
	}
	defer done(t, closeFile)
	if got := a.View().Org.Name; got != want {
		t.Errorf("after the restore of %s: %q", filepath.Base(from), got)
	}
	list, err := a.Store.History(t.Context(), 1)
	if err != nil || len(list) != 1 || list[0].Verb != "restore" {
		t.Errorf("the last entry: %v %v", list, err)
	}
	return kept
}

// TestRestoreNothingHalf: a copy that is not whole, and a place that keeps no copy of
// the present file, leave that file as it was, to the byte.
func TestRestoreNothingHalf(t *testing.T) {
	path := filled(t, "Sở Một")
	good := filepath.Join(t.TempDir(), "tốt.sotd")
	bad := filepath.Join(t.TempDir(), "hỏng.sotd")
	before := read(t, path)
	for name, text := range map[string][]byte{good: before, bad: before[:len(before)/2]} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(backup.Folder(path)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(backup.Folder(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{bad, good} {
		if _, err := boot.Restore(t.Context(), boot.Options{Path: path, Now: clock}, from); tdkt.KindOf(err) != tdkt.Environment {
			t.Errorf("%s: %v", filepath.Base(from), err)
		}
		if !bytes.Equal(before, read(t, path)) {
			t.Errorf("%s changed the file", filepath.Base(from))
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
