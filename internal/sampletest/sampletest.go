// Package sampletest gives tests data files that were made once: copying a file and opening
// it takes a quarter of making it.
package sampletest

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"testing"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/boot"
)

// File says which file is wanted: whose, and whether the sample department is in it.
type File struct {
	User, Host string // "" for whoever runs the tests
	Sample     bool
}

// Tests make much and drop it at once: collecting it as often as a program that runs for
// days would is a quarter of their time.
var _ = debug.SetGCPercent(400)

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
		if err := boot.LoadSample(tb.Context(), a); err != nil {
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
