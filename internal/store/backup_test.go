package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// A backup must hold everything and open as a data file; nothing else may lie beside it.
func TestBackupIsWhole(t *testing.T) {
	db := fullDB(t)
	folder := filepath.Join(t.TempDir(), "Sao lưu #1 100%")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "so.sotd")
	if err := db.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"so.sotd"}, namesIn(t, folder)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if _, err := Verify(t.Context(), path); err != nil {
		t.Error(err)
	}
	copied := openAt(t, path, Options{})
	if diff := cmp.Diff(dump(t, db), dump(t, copied)); diff != "" {
		t.Errorf("(-original +copy):\n%s", diff)
	}
	unit, _ := office()
	put(t, copied, unit) // The copy can be worked on.
	put(t, db, unit)     // And so can the original.
}

// A backup never takes the place of another file, nor trips over a stopped one.
func TestBackupKeepsWhatIsThere(t *testing.T) {
	db := newDB(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "so.sotd")
	if err := os.WriteFile(path, []byte("quan trọng"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantSentence(t, db.Backup(t.Context(), path), tdkt.Environment, "Đã có tệp “so.sotd”")
	wantSentence(t, db.Backup(t.Context(), db.Path()), tdkt.Environment, "Đã có tệp")
	if content, err := os.ReadFile(path); err != nil || string(content) != "quan trọng" {
		t.Errorf("the other file is now %q, %v", content, err)
	}
	if err := os.WriteFile(filepath.Join(folder, "moi.sotd.tmp"), []byte("dở dang"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := db.Backup(t.Context(), filepath.Join(folder, "moi.sotd")); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]string{"moi.sotd", "so.sotd"}, namesIn(t, folder)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// A damaged or meddled file must not become the newest backup.
func TestBackupOfAFileThatIsNotSoundIsRefused(t *testing.T) {
	db := fullDB(t)
	meddle(t, db, unlock+`UPDATE history SET words = 'Khác'`)
	folder := t.TempDir()
	if err := db.Backup(t.Context(), filepath.Join(folder, "so.sotd")); err == nil {
		t.Error("want an error")
	}
	if left := namesIn(t, folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBackupThatCannotBeWrittenIsASentence(t *testing.T) {
	db := newDB(t)
	err := db.Backup(t.Context(), filepath.Join(t.TempDir(), "khong-co", "so.sotd"))
	wantSentence(t, err, tdkt.Environment, "Không mở được")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	folder := t.TempDir()
	if err := db.Backup(ctx, filepath.Join(folder, "so.sotd")); err == nil || len(namesIn(t, folder)) > 0 {
		t.Errorf("stopped: %v, left %v", err, namesIn(t, folder))
	}
}

// The director's program may back up too, while it only reads.
func TestBackupOfAFileOpenedForReading(t *testing.T) {
	db := fullDB(t)
	reader := openAt(t, db.Path(), Options{ReadOnly: true})
	path := filepath.Join(t.TempDir(), "so.sotd")
	if err := reader.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, db), dump(t, openAt(t, path, Options{}))); diff != "" {
		t.Errorf("(-original +copy):\n%s", diff)
	}
}
