package boot_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// wantTold wants an error of the environment that says these words.
func wantTold(t *testing.T, err error, words ...string) {
	t.Helper()
	var told *tdkt.Error
	if !errors.As(err, &told) || told.Kind != tdkt.Environment {
		t.Fatalf("no sentence about the environment: %v", err)
	}
	for _, w := range words {
		if !strings.Contains(told.Text, w) {
			t.Errorf("%q is not said: %s", w, told.Text)
		}
	}
}

// sampleFile is a closed file with the sample department and one copy of it.
func sampleFile(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "so.sotd")
	if prepared != nil { // made once: a copy of it is as good
		if err := os.CopyFS(dir, prepared); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	if err := boot.LoadSample(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	prepared = inMemory(t, dir)
	return path
}

// inMemory is what a folder holds.
func inMemory(t *testing.T, dir string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := filepath.WalkDir(dir, func(at string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(at)
		files[filepath.ToSlash(strings.TrimPrefix(at, dir+string(filepath.Separator)))] = &fstest.MapFile{Data: text, Mode: 0o600}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// prepared is the folder of sampleFile with the copy of the day, once it was made.
var prepared fs.FS

// sampled opens a file with the sample department.
func sampled(t *testing.T) *app.App {
	t.Helper()
	a, closeFile := open(t, boot.Options{Path: sampleFile(t)})
	t.Cleanup(func() { done(t, closeFile) })
	return a
}

// spoil flips one bit behind words that stand in the file.
func spoil(t *testing.T, path, words string) {
	t.Helper()
	text := read(t, path)
	at := bytes.LastIndex(text, []byte(words))
	if at < 0 {
		t.Fatalf("no %q in %s", words, path)
	}
	text[at+len(words)-1] ^= 1
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// ruined overwrites the beginning of every second page and returns what the file is now.
func ruined(t *testing.T, path string) []byte {
	t.Helper()
	text := read(t, path)
	for i := 4096; i < len(text)-4096; i += 4096 * 2 {
		copy(text[i:], bytes.Repeat([]byte{0xFF}, 512))
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return text
}

// TestVerifySaysWhich: one changed byte, in a row of a table, in the history, in a page's
// head or in a copy: the sentence says where, the file is not touched, and the copy that
// is whole is named.
func TestVerifySaysWhich(t *testing.T) {
	for _, tc := range []struct {
		name  string
		spoil func(t *testing.T, path string)
		want  []string
	}{
		{"a row of a table", func(t *testing.T, path string) { t.Helper(); spoil(t, path, "CB001Đặng Quốc") }, []string{
			"Dữ liệu cán bộ trong tệp không khớp với nhật ký, dòng “Đặng Quốc Thịnh”", "Bản tốt gần nhất", "so 2026-11-24 1702.sotd",
		}},
		{"a row of the history", func(t *testing.T, path string) { t.Helper(); spoil(t, path, `"decision":"198/QĐ-SNV`) }, []string{"Nhật ký có mục số 1 đã bị sửa", "Bản tốt gần nhất"}},
		{"one byte of one page", func(t *testing.T, path string) {
			t.Helper()
			text := read(t, path)
			const page, cellCount = 60, 4
			text[4096*page+cellCount] ^= 0x7f // how many cells it has: the upper byte
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
		}, []string{"bị hỏng ở trang số 61", "dữ liệu", "Bản tốt gần nhất"}},
		{"the heads of many pages", func(t *testing.T, path string) {
			t.Helper()
			text := read(t, path)
			for page := 4096 * 8; page < len(text); page += 4096 * 16 {
				copy(text[page:], []byte("hỏng hỏng"))
			}
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
		}, []string{"bị hỏng", "Bản tốt gần nhất"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := sampleFile(t)
			tc.spoil(t, path)
			before := read(t, path)
			_, _, err := boot.Verify(t.Context(), boot.Options{Path: path}, "")
			wantTold(t, err, tc.want...)
			if !bytes.Equal(before, read(t, path)) {
				t.Error("the file was changed")
			}
		})
	}
	t.Run("a copy", func(t *testing.T) {
		path := sampleFile(t)
		copied := filepath.Join(backup.Folder(path), "so 2026-11-24 1702.sotd")
		spoil(t, copied, `"decision":"198/QĐ-SNV`)
		_, _, err := boot.Verify(t.Context(), boot.Options{Path: path}, "")
		wantTold(t, err, "so.sotd” nguyên vẹn", "1 bản sao lưu không dùng được")
		var told *tdkt.Error
		if errors.As(err, &told) && !strings.Contains(told.Problems[0].Text, copied) {
			t.Errorf("which copy: %v", told.Problems)
		}
	})
}

// TestDamagedFileOffersACopy: opening tells the damage, repairs nothing, and names the
// copy that helps; without one it says so.
func TestDamagedFileOffersACopy(t *testing.T) {
	path := sampleFile(t)
	text := ruined(t, path)
	_, _, err := boot.Open(t.Context(), boot.Options{Path: path})
	wantTold(t, err, "bị hỏng", "Bản tốt gần nhất", "so 2026-11-24 1702.sotd")
	if !bytes.Equal(text, read(t, path)) {
		t.Error("the file was changed")
	}
	if err := os.RemoveAll(backup.Folder(path)); err != nil {
		t.Fatal(err)
	}
	_, _, err = boot.Open(t.Context(), boot.Options{Path: path})
	wantTold(t, err, "bị hỏng", "không có bản nào dùng được")
}

// TestFileTakenAway: a file removed or replaced under the program takes no more writes,
// which nobody would find again; closing still copies what it held.
func TestFileTakenAway(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody remove an open file")
	}
	path := filled(t, "Sở Một")
	a, closeFile := open(t, boot.Options{Path: path})
	rename(t, a, "Sở Hai")
	if err := os.Rename(path, path+".cũ"); err != nil {
		t.Fatal(err)
	}
	err := a.SaveOrg(t.Context(), tdkt.Org{ID: a.View().Org.ID, Name: "Sở Ba"})
	wantTold(t, err, "đã bị xóa, đổi tên", "chưa ghi gì")
	if err := os.Rename(path+".cũ", path); err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Ba")
	done(t, closeFile)
	reader, closeReader := open(t, boot.Options{Path: path, Read: true})
	if got := reader.View().Org.Name; got != "Sở Ba" {
		t.Errorf("in the file: %s", got)
	}
	done(t, closeReader)
}

// TestTornLog: a write-ahead log whose end is torn, as a power cut leaves it, costs
// nothing that was acknowledged before it.
func TestTornLog(t *testing.T) {
	path := filled(t, "Sở Một")
	a, closeFile := open(t, boot.Options{Path: path})
	rename(t, a, "Sở Tạm") // the log begins after the first change
	rename(t, a, "Sở Hai")
	torn := filepath.Join(t.TempDir(), "so.sotd")
	for _, tail := range []string{"", "-wal"} { // as the disk holds them now; closing would empty the log
		text := read(t, path+tail)
		if tail != "" {
			text = append(text, text[:2000]...) // half a frame that never was committed
		}
		if err := os.WriteFile(torn+tail, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	done(t, closeFile)
	b, closeTorn := open(t, boot.Options{Path: torn})
	if got := b.View().Org.Name; got != "Sở Hai" {
		t.Errorf("after the cut: %s", got)
	}
	done(t, closeTorn)
	if _, err := store.Verify(t.Context(), torn); err != nil {
		t.Error(err)
	}
}

// TestClockSetBack: entries keep their order by number whatever the clock says, and the
// newest copy by the file's state is never thinned out for one of a later name.
func TestClockSetBack(t *testing.T) {
	path := filled(t, "Sở Một")
	back := func() time.Time { return clock().AddDate(-3, 0, 0) }
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Keep: true, Now: back})
	if err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Hai")
	done(t, closeFile)
	if _, err := store.Verify(t.Context(), path); err != nil {
		t.Error(err)
	}
	copied, closeCopy := open(t, boot.Options{Path: filepath.Join(backup.Folder(path), "thi đua 2023-11-24 1702.sotd"), Read: true})
	if got := copied.View().Org.Name; got != "Sở Hai" {
		t.Errorf("the copy made with the clock set back: %s", got)
	}
	done(t, closeCopy)
}

// fillUp writes until the disk refuses, and returns that error and what was acknowledged.
func fillUp(ctx context.Context, a *app.App) (last string, err error) {
	for n := 0; n < 1000; n++ {
		text := strings.Repeat("Đầy ổ đĩa ", 2000) + time.Duration(n).String()
		org := a.View().Org
		org.Place = text
		if err := a.SaveOrg(ctx, org); err != nil {
			return last, err
		}
		last = text
	}
	return last, nil
}
