package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"tdkt/internal/tdkt"
)

// newDB gives a test an empty data file in a folder of its own: a copy of one made once.
func newDB(t *testing.T) *DB {
	t.Helper()
	return newDBIn(t, t.TempDir())
}

func newDBIn(t *testing.T, folder string) *DB {
	t.Helper()
	text, err := emptyFile()
	if err != nil {
		t.Fatal(err)
	}
	return openCopy(t, folder, text)
}

// openCopy puts a file down and opens it.
func openCopy(t *testing.T, folder string, text []byte) *DB {
	t.Helper()
	path := filepath.Join(folder, "so.sotd")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return openAt(t, path, Options{Program: "test"})
}

// emptyFile is what a new data file holds.
var emptyFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "tdkt-store-")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "so.sotd")
	db, err := Open(context.Background(), path, Options{Create: true, Program: "test"})
	if err == nil {
		err = db.Close()
	}
	text, readErr := os.ReadFile(path)
	return text, errors.Join(err, readErr, os.RemoveAll(dir))
})

func openAt(t *testing.T, path string, o Options) *DB {
	t.Helper()
	db, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// fullDB gives a test a data file with a record of every noun: a copy of one made once.
func fullDB(t *testing.T) *DB {
	t.Helper()
	return openCopy(t, t.TempDir(), fullFile(t))
}

// full is what the file of fullDB holds, once it was made.
var full struct {
	sync.Mutex
	text []byte
}

func fullFile(t *testing.T) []byte {
	t.Helper()
	full.Lock()
	defer full.Unlock()
	if full.text != nil {
		return full.text
	}
	db := newDB(t)
	put(t, db, everyRecord(t)...)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(db.Path())
	if err != nil {
		t.Fatal(err)
	}
	full.text = text
	return text
}

// step is an operation of the test, with the fixed clock all tests use.
func step(words string) tdkt.Operation {
	return tdkt.Operation{Verb: "test", Words: words, By: "Lê Thị Thử", Host: "may-01", At: "2024-01-05T08:00:00+07:00"}
}

// put writes records as one operation.
func put(t *testing.T, db *DB, recs ...tdkt.Record) tdkt.Entry {
	t.Helper()
	entry, err := db.InTx(t.Context(), step("Ghi"), func(tx *Tx) error { return tx.Put(t.Context(), recs...) })
	if err != nil {
		t.Fatal(err)
	}
	return entry
}

// remove takes records out as one operation.
func remove(t *testing.T, db *DB, recs ...tdkt.Record) (tdkt.Entry, error) {
	t.Helper()
	return db.InTx(t.Context(), step("Xóa"), func(tx *Tx) error { return tx.Remove(t.Context(), recs...) })
}

// office is one unit with one person, invented.
func office() (tdkt.Unit, tdkt.Person) {
	unit := tdkt.Unit{ID: "u-1", Code: "VP", Name: "Văn phòng", Kind: "phòng"}
	return unit, tdkt.Person{ID: "p-1", Code: "CB001", Name: "Trần Thị Mẫu", Unit: unit.ID, Sex: tdkt.Female}
}

// dump is every row of every table as text, to compare whole files.
func dump(t *testing.T, db *DB) string {
	t.Helper()
	var b strings.Builder
	err := db.read(t.Context(), func(s *session) error {
		count, _, err := s.census(t.Context())
		if err != nil {
			return err
		}
		for _, table := range count.Tables {
			fmt.Fprintf(&b, "%s\n", table.Name)
			err := s.query(t.Context(), `SELECT * FROM "`+table.Name+`"`, nil, func(r *row) error {
				fmt.Fprintf(&b, "  %q\n", r.values)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// stateOf is a checksum of all pages of the file: less to make than dump, and stricter.
func stateOf(t *testing.T, db *DB) string {
	t.Helper()
	h := sha256.New()
	if err := db.read(t.Context(), func(s *session) error { return s.pages(t.Context(), h) }); err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// wantSentence checks that an error is a sentence of a kind that holds some words.
func wantSentence(t *testing.T, err error, kind tdkt.Kind, words string) {
	t.Helper()
	var told *tdkt.Error
	if !errors.As(err, &told) {
		t.Fatalf("got %v, want a sentence with %q", err, words)
	}
	if told.Kind != kind || !strings.Contains(told.Text, words) {
		t.Errorf("got kind %d %q, want kind %d with %q", told.Kind, told.Text, kind, words)
	}
	if strings.Contains(told.Text, "%!") || !strings.HasSuffix(told.Text, ".") {
		t.Errorf("%q is no whole sentence", told.Text)
	}
}

// filled is a record of T with every field set, lists and nested records included.
func filled[T tdkt.Record](t *testing.T) T {
	t.Helper()
	var rec T
	fill := filler{n: 1}
	fill.value(t, reflect.ValueOf(&rec).Elem(), 0)
	return rec
}

// filler sets fields to values that differ from each other.
type filler struct{ n int }

func (f *filler) value(t *testing.T, v reflect.Value, depth int) {
	t.Helper()
	f.n++
	switch x := v.Addr().Interface().(type) {
	case *tdkt.Day:
		*x = tdkt.Date(2000+f.n%20, 1+f.n%12, 1+f.n%28)
		return
	case *tdkt.Subject:
		*x = tdkt.PersonSubject("p-1")
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("chữ %d đủ “dấu” <&>", f.n))
	case reflect.Array:
		for i := range v.Len() {
			f.value(t, v.Index(i), depth+1)
		}
	case reflect.Int, reflect.Int64, reflect.Int16:
		v.SetInt(int64(f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			f.value(t, v.Field(i), depth)
		}
	case reflect.Slice:
		if depth > 2 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.value(t, v.Index(i), depth+1)
		}
	default:
		t.Fatalf("no filling for a %s", v.Kind())
	}
}
