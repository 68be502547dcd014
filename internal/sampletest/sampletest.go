// Package sampletest gives tests data files that were made once: copying a file and opening
// it takes a quarter of making it.
package sampletest

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/demo"
	_ "tdkt/internal/quicktest" // for all who use this
	"tdkt/internal/tdkt"
)

// File says which file is wanted: whose, and whether the sample department is in it.
type File struct {
	User, Host string // "" for whoever runs the tests
	Sample     bool
	// Every keeps one in so many people of the sample, with all rows that speak of none of the
	// others: what has to be done often with every noun. 0 keeps all.
	Every int
}

var made struct {
	sync.Mutex
	files map[File][]byte
}

// Open makes an App on a copy of its own at a path, by a clock, closed when the test ends.
func Open(tb testing.TB, path string, now func() time.Time, f File) *app.App {
	tb.Helper()
	Put(tb, path, now, f)
	a, closeFile := open(tb, boot.Options{Path: path, Now: now}, f)
	tb.Cleanup(func() {
		if err := closeFile(); err != nil {
			tb.Error(err)
		}
	})
	return a
}

// Put places a copy at a path, by a clock.
func Put(tb testing.TB, path string, now func() time.Time, f File) {
	tb.Helper()
	if err := os.WriteFile(path, content(tb, now, f), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// content is the bytes of the file, made when first asked for.
func content(tb testing.TB, now func() time.Time, f File) []byte {
	tb.Helper()
	made.Lock()
	defer made.Unlock()
	if text, ok := made.files[f]; ok {
		return text
	}
	path := filepath.Join(tb.TempDir(), "mẫu.sotd")
	a, closeFile := open(tb, boot.Options{Path: path, Create: true, Now: now}, f)
	if f.Sample {
		if err := load(tb.Context(), a, f.Every); err != nil {
			tb.Fatal(err)
		}
	}
	if err := closeFile(); err != nil {
		tb.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if made.files == nil {
		made.files = map[File][]byte{}
	}
	made.files[f] = text
	return text
}

func load(ctx context.Context, a *app.App, every int) error {
	if every == 0 {
		return boot.LoadSample(ctx, a)
	}
	return a.LoadRecords(ctx, "Nạp một phần dữ liệu mẫu", some(demo.Build().Records(), every))
}

// some keeps one in so many people, and of the rest what names none of the people dropped, nor
// a row that was dropped for them. Rows refer backwards.
func some(records []tdkt.Record, every int) []tdkt.Record {
	var out []tdkt.Record
	dropped, people := map[tdkt.ID]bool{}, 0
	for _, r := range records {
		_, person := r.(tdkt.Person)
		if person {
			people++
		}
		if person && people%every != 1 || names(reflect.ValueOf(r), dropped) {
			dropped[r.RecordID()] = true
			continue
		}
		out = append(out, r)
	}
	return out
}

// names says whether a value holds one of the keys.
func names(v reflect.Value, keys map[tdkt.ID]bool) bool {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if names(v.Field(i), keys) {
				return true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if names(v.Index(i), keys) {
				return true
			}
		}
	case reflect.String:
		return v.Type() == reflect.TypeFor[tdkt.ID]() && keys[tdkt.ID(v.String())]
	default: // holds no key
	}
	return false
}

func open(tb testing.TB, o boot.Options, f File) (*app.App, func() error) {
	tb.Helper()
	a, closeFile, err := boot.Open(tb.Context(), o)
	if err != nil {
		tb.Fatal(err)
	}
	if f.User != "" {
		a.User, a.Host = f.User, f.Host
	}
	return a, closeFile
}
