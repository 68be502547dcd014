package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// Characters that mean something in a URI once led SQLite to another file, in
// silence; the folder names are ones people do use.
func TestOddPathsOpenExactlyThatFile(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"Thi đua", "a b", "100%", "50%25", "a%20b", "a#b", "a?b", "a&b=c", "a;b", "a+b", "a'b", `a"b`, "[a]", "@a", "a:b", "a,b$c",
		"Số liệu – năm 2023 (bản cuối)", "e\u0302\u0301", "-a", "~a",
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.ContainsAny(name, `?":`) {
				t.Skip("Windows lets no file bear this name")
			}
			folder := filepath.Join(t.TempDir(), name)
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, name+".sotd")
			db, err := Open(t.Context(), path, Options{Create: true})
			if err != nil {
				t.Fatal(err)
			}
			unit, person := office()
			put(t, db, unit, person)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{name + ".sotd"}, namesIn(t, folder)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			again := openAt(t, path, Options{ReadOnly: true})
			if snap, err := again.Load(t.Context()); err != nil || len(snap.People) != 1 {
				t.Errorf("read again: %v, %v", snap, err)
			}
			if err := again.Backup(t.Context(), path+".bak"); err != nil {
				t.Error(err)
			}
		})
	}
}

// What the Windows program passes to SQLite can be checked anywhere.
func TestFileURI(t *testing.T) {
	for path, want := range map[string]string{
		"/a b/c#d?e%f":              "file:///a%20b/c%23d%3Fe%25f",
		"C:/Thi đua/sổ.sotd":        "file:///C:/Thi%20%C4%91ua/s%E1%BB%95.sotd",
		"//may-chu/chung/so & .db":  "file:////may-chu/chung/so%20%26%20.db",
		"/Users/a~b/c_d-e.f/g+h'i;": "file:///Users/a~b/c_d-e.f/g%2Bh%27i%3B",
	} {
		if got := fileURI(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

// On a share that cannot be written there is no place for the log's shared memory;
// a link to nowhere in its place has the same effect, on Windows a folder. The file must still be readable there,
// but not when a log beside it holds changes that would be passed over.
func TestReadingWhereNothingCanBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	if err := os.WriteFile(path, soundFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	block := func(place string) error { return os.Symlink(filepath.Join("khong", "co"), place) }
	if runtime.GOOS == "windows" {
		block = func(place string) error { return os.Mkdir(place, 0o700) }
	}
	if err := block(path + "-shm"); err != nil {
		t.Fatal(err)
	}
	db := openAt(t, path, Options{ReadOnly: true})
	if snap, err := db.Load(t.Context()); err != nil || len(snap.People) != 1 {
		t.Errorf("read %v, %v", snap, err)
	}
	if err := os.WriteFile(path+"-wal", []byte("thay đổi chưa nhập"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), path, Options{ReadOnly: true})
	wantSentence(t, err, tdkt.Environment, "Không mở được tệp")
}

// A disk that fills up while the file is made must not leave half a file, which
// would be taken for one the next time.
func TestAFileThatCannotBeFinishedIsTakenAway(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "so.sotd-wal"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "so.sotd")
	db, err := Open(t.Context(), path, Options{Create: true})
	if err == nil && runtime.GOOS == "windows" { // where SQLite goes on with the journal it began with, and the file is whole
		unit, _ := office()
		put(t, db, unit)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if report, err := Verify(t.Context(), path); err != nil || report.Entries != 1 {
			t.Errorf("the file has %d entries: %v", report.Entries, err)
		}
		return
	}
	want := "Không đọc hoặc ghi được tệp"
	if runtime.GOOS == "windows" { // which refuses to open a folder rather than to read one
		want = "Không mở được tệp"
	}
	wantSentence(t, err, tdkt.Environment, want)
	if left := namesIn(t, folder); len(left) > 0 && left[0] == "so.sotd" {
		t.Errorf("left behind: %v", left)
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

// Every file that is not ours, or not whole, must get its own sentence and must
// not be touched.
func TestFilesThatAreRefused(t *testing.T) {
	sound := soundFile(t)
	for _, tc := range []struct {
		name    string
		content []byte
		options Options
		want    string
	}{
		{"empty", nil, Options{}, "rỗng"},
		{"text", []byte("Họ và tên;Ngày sinh\n"), Options{Create: true}, "không phải là tệp dữ liệu"},
		{"long text", bytes.Repeat([]byte("một hai ba\n"), 2000), Options{Create: true}, "không phải là tệp dữ liệu"},
		{"a zip, such as a workbook", append([]byte("PK\x03\x04"), make([]byte, 5000)...), Options{Create: true}, "không phải là tệp dữ liệu"},
		{"SQLite of another program", foreignFile(t), Options{Create: true}, "không phải là tệp dữ liệu"},
		{"cut in half", sound[:len(sound)/2], Options{}, "bị hỏng"},
		{"cut inside the first page", sound[:1000], Options{}, "bị hỏng"},
		{"first page overwritten", scribble(sound, 100, 3000), Options{}, "bị hỏng"},
		{"from a newer program", newerFile(t), Options{}, "phiên bản mới hơn"},
		{"from a newer program, to read", newerFile(t), Options{ReadOnly: true}, "phiên bản mới hơn"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "so.sotd")
			if err := os.WriteFile(path, tc.content, 0o600); err != nil {
				t.Fatal(err)
			}
			db, err := Open(t.Context(), path, tc.options)
			if err == nil {
				t.Fatal("opened", db.Close())
			}
			wantSentence(t, err, tdkt.Environment, tc.want)
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, tc.content) {
				t.Errorf("the file was changed, or %v", err)
			}
			if diff := cmp.Diff([]string{"so.sotd"}, namesIn(t, filepath.Dir(path))); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

// soundFile is the content of a data file with a little in it.
func soundFile(t *testing.T) []byte {
	t.Helper()
	return fileAfter(t, "")
}

// newerFile is marked as made by a program with one migration more.
func newerFile(t *testing.T) []byte {
	t.Helper()
	return fileAfter(t, "PRAGMA user_version = 1000")
}

// foreignFile is a database of some other program.
func foreignFile(t *testing.T) []byte {
	t.Helper()
	return fileAfter(t, "PRAGMA application_id = 7")
}

// fileAfter is the content of a small data file after a statement run on it.
func fileAfter(t *testing.T, statement string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "so.sotd")
	db, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	unit, person := office()
	put(t, db, unit, person)
	meddle(t, db, statement)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// meddle changes a file behind the program's back.
func meddle(t *testing.T, db *DB, statements string) {
	t.Helper()
	err := onConn(t.Context(), db.writer, func(s *session) error { return s.script(t.Context(), statements) })
	if err != nil {
		t.Fatal(err)
	}
}

func scribble(content []byte, from, to int) []byte {
	damaged := bytes.Clone(content)
	for i := from; i < to; i++ {
		damaged[i] ^= 0x5a
	}
	return damaged
}

// Where there is no file the sentence says what to do; nothing may appear on the disk.
func TestPathsThatAreRefused(t *testing.T) {
	folder := t.TempDir()
	for _, tc := range []struct {
		name, path string
		options    Options
		want       string
	}{
		{"no such file", filepath.Join(folder, "khong-co.sotd"), Options{}, "Không có tệp dữ liệu “khong-co.sotd”"},
		{"no such file to read", filepath.Join(folder, "khong-co.sotd"), Options{ReadOnly: true, Create: true}, "Không có tệp dữ liệu"},
		{"no such folder", filepath.Join(folder, "khong-co", "so.sotd"), Options{Create: true}, "Không có thư mục"},
		{"a folder", folder, Options{Create: true}, "là một thư mục"},
		{"a folder that takes no files", "/proc/so.sotd", Options{Create: true}, "Không mở được tệp “so.sotd”"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db, err := Open(t.Context(), tc.path, tc.options)
			if err == nil {
				t.Fatal("opened", db.Close())
			}
			wantSentence(t, err, tdkt.Environment, tc.want)
			if left := namesIn(t, folder); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A program stopped while making a file leaves an empty one; making it again must work.
func TestAnEmptyFileMayBecomeADataFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	unit, person := office()
	put(t, openAt(t, path, Options{Create: true}), unit, person)
}

// Damage deeper in the file shows only when it is read; the sentence must be the same.
func TestDamageFoundWhileReadingIsASentence(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	content := soundFile(t)
	if err := os.WriteFile(path, scribble(content, 3*4096, len(content)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Verify(t.Context(), path)
	wantSentence(t, err, tdkt.Environment, "bị hỏng")
}

// A second program that writes for longer than a person waits.
func TestAFileHeldByAnotherWriterIsASentence(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "so.sotd")
	first := openAt(t, path, Options{Create: true})
	second := openAt(t, path, Options{})
	unit, person := office()
	_, err := first.InTx(t.Context(), step("Giữ tệp"), func(*Tx) error {
		_, err := second.InTx(t.Context(), step("Chờ"), func(tx *Tx) error { return tx.Put(t.Context(), unit, person) })
		return err
	})
	wantSentence(t, err, tdkt.Environment, "đang được chương trình khác ghi")
}

// SQLite's own limit stands for a full disk: it answers with the same code.
func TestAFullDiskLosesNothingAndIsASentence(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	put(t, db, unit, person)
	before := dump(t, db)
	meddle(t, db, "PRAGMA max_page_count = 1")
	_, err := db.InTx(t.Context(), step("Ghi nhiều"), func(tx *Tx) error {
		for range 500 {
			year := tdkt.Nomination{ID: tdkt.NewID(), Year: 2023, Subject: tdkt.PersonSubject(person.ID), Title: string(tdkt.NewID()), State: tdkt.Proposed}
			if err := tx.Put(t.Context(), year); err != nil {
				return err
			}
		}
		return nil
	})
	wantSentence(t, err, tdkt.Environment, "đã đầy")
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Errorf("file (-before +after):\n%s", diff)
	}
}

// The director reads while the clerk works; reading must never write.
func TestReadOnlyRefusesToWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	openAt(t, path, Options{Create: true})
	reader := openAt(t, path, Options{ReadOnly: true})
	unit, _ := office()
	_, err := reader.InTx(t.Context(), step("Ghi"), func(tx *Tx) error { return tx.Put(t.Context(), unit) })
	wantSentence(t, err, tdkt.Environment, "chỉ để đọc")
	err = onConn(t.Context(), reader.reader, func(s *session) error {
		return s.script(t.Context(), "CREATE TABLE x (y)")
	})
	if err == nil {
		t.Error("the read pool can write")
	}
}

// A misspelt pragma is ignored by SQLite in silence: every connection must show the values.
func TestEveryConnectionHasItsSettings(t *testing.T) {
	db := newDB(t)
	unit, _ := office()
	put(t, db, unit) // after the first change comes the log
	for range readers + 1 {
		if err := confirm(t.Context(), db.writer, writerSettings()); err != nil {
			t.Error(err)
		}
	}
	var hold func(n int) error
	hold = func(n int) error { // Holds n connections at one time, so that each is a new one.
		if n == 0 {
			return nil
		}
		return onConn(t.Context(), db.reader, func(s *session) error {
			for key, want := range map[string]string{"busy_timeout": "2000", "foreign_keys": "1"} {
				if got, err := s.text(t.Context(), "PRAGMA "+key); err != nil || got != want {
					t.Errorf("reader %d: %s is %q, %v", n, key, got, err)
				}
			}
			return hold(n - 1)
		})
	}
	if err := hold(readers); err != nil {
		t.Error(err)
	}
	err := confirm(t.Context(), db.writer, map[string]string{"synchronous": "1"})
	wantSentence(t, err, tdkt.Environment, "không cho phép ghi an toàn")
}

// A cancelled operation is no fault of the file: callers must recognise it.
func TestCancelledWorkIsNotAComplaint(t *testing.T) {
	db := newDB(t)
	ctx, cancel := context.WithCancel(t.Context())
	unit, _ := office()
	_, err := db.InTx(ctx, step("Ghi"), func(tx *Tx) error {
		cancel()
		return tx.Put(ctx, unit)
	})
	if ctxErr := context.Cause(ctx); err == nil || tdkt.KindOf(err) != tdkt.Internal || ctxErr == nil {
		t.Errorf("got %v", err)
	}
	put(t, db, unit)
}
