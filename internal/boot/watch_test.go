package boot_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/anchor"
	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// watched makes a data file that a PC with a memory closed, with one honest copy.
func watched(t *testing.T) (path string, home anchor.Home) {
	t.Helper()
	path, home = filepath.Join(t.TempDir(), "thi đua.sotd"), anchor.Home(t.TempDir())
	a, closeFile := open(t, boot.Options{Path: path, Create: true, Home: home})
	loadOffice(t, a)
	rename(t, a, "Sở Một")
	done(t, closeFile)
	return path, home
}

// oneRow changes the name of a person in its row alone, as a tool outside the program
// does; the history says it with a quote before it.
func oneRow(t *testing.T, path string) {
	t.Helper()
	name := ""
	a, closeFile := open(t, boot.Options{Path: path, Read: true})
	name = a.View().People[0].Name
	done(t, closeFile)
	raw := read(t, path)
	changed := 0
	for at := 0; ; at++ {
		next := bytes.Index(raw[at:], []byte(name))
		if next < 0 {
			break
		}
		if at += next; raw[at-1] != '"' {
			raw[at]++
			changed++
		}
	}
	if changed == 0 {
		t.Fatal("the row was not found")
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

func verified(t *testing.T, path string, home anchor.Home, head string) error {
	t.Helper()
	_, _, err := boot.Verify(t.Context(), boot.Options{Path: path, Home: home, Now: clock}, head)
	return err
}

// TestOneRowBySQL: one row changed with a tool is told when the file is next opened and
// when it is next copied; its copy lies apart, and the honest one is still there.
func TestOneRowBySQL(t *testing.T) {
	path, home := watched(t)
	honest := folder(t, path)
	oneRow(t, path)
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Home: home, Keep: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if words := boot.Notice(t.Context(), a); !strings.Contains(words, "CẢNH BÁO") || !strings.Contains(words, "ngoài chương trình") {
		t.Errorf("on opening: %s", words)
	}
	if err := closeFile(); err == nil || !strings.Contains(err.Error(), "để riêng") {
		t.Errorf("on closing: %v", err)
	}
	got := folder(t, path)
	if len(got) != 2 || got[1] != honest[0] || !strings.Contains(got[0], "nghi bị sửa") {
		t.Errorf("copies: %v", got)
	}
	if _, err := store.Verify(t.Context(), filepath.Join(backup.Folder(path), honest[0])); err != nil {
		t.Errorf("the honest copy: %v", err)
	}
}

// TestForgedHistory: a whole history written anew, by whoever knows the format and has a
// key of his own, is not the one this PC left, nor that of the paper.
func TestForgedHistory(t *testing.T) {
	path, home := watched(t)
	paper := headOf(t, path).Words()
	if err := verified(t, path, home, paper); err != nil {
		t.Fatal(err)
	}
	forged := filepath.Join(t.TempDir(), "giả.sotd")
	b, closeForged := open(t, boot.Options{Path: forged, Create: true, Home: anchor.Home(t.TempDir())})
	loadOffice(t, b)
	rename(t, b, "Sở Một")
	done(t, closeForged)
	if err := os.Rename(forged, path); err != nil {
		t.Fatal(err)
	}
	for what, err := range map[string]error{"this PC": verified(t, path, home, ""), "the paper, on any PC": verified(t, path, "", paper)} {
		if tdkt.KindOf(err) != tdkt.Environment {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := verified(t, path, "", ""); err == nil || !strings.Contains(err.Error(), "không khớp với tệp") {
		t.Errorf("the copies beside it: %v", err)
	}
}

// TestRewrittenTail: the last entry, its row and every hash are written anew.
func TestRewrittenTail(t *testing.T) {
	path, home := watched(t)
	paper := headOf(t, path).Words()
	older := filepath.Join(backup.Folder(path), folder(t, path)[0])
	a, closeFile := open(t, boot.Options{Path: path, Home: home})
	rename(t, a, "Sở Hai")
	done(t, closeFile)
	if err := os.WriteFile(path, read(t, older), 0o600); err != nil { // an older copy put in its place
		t.Fatal(err)
	}
	if err := verified(t, path, home, ""); err == nil || !strings.Contains(err.Error(), "cũ hơn") {
		t.Errorf("an older file: %v", err)
	}
	if err := verified(t, path, "", paper); err != nil && !strings.Contains(err.Error(), "bản sao lưu") {
		t.Errorf("the paper is of what both have: %v", err)
	}
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Home: home, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if alarm := boot.Alarm(a); !strings.Contains(alarm, "cũ hơn") {
		t.Errorf("on opening: %q", alarm)
	}
	done(t, closeFile)
}

// TestRestoreIsRemembered: going back by the program itself is no alarm, and closing
// after it makes copies as ever.
func TestRestoreIsRemembered(t *testing.T) {
	path, home := watched(t)
	older := filepath.Join(backup.Folder(path), folder(t, path)[0])
	kept := filepath.Join(t.TempDir(), "bản.sotd")
	if err := os.WriteFile(kept, read(t, older), 0o600); err != nil {
		t.Fatal(err)
	}
	a, closeFile := open(t, boot.Options{Path: path, Home: home})
	rename(t, a, "Sở Hai")
	rename(t, a, "Sở Ba")
	done(t, closeFile)
	if _, err := boot.Restore(t.Context(), boot.Options{Path: path, Home: home, Now: clock}, kept); err != nil {
		t.Fatal(err)
	}
	if err := verified(t, path, home, ""); err != nil {
		t.Errorf("after the restore: %v", err)
	}
	a, closeFile = open(t, boot.Options{Path: path, Home: home})
	if alarm := boot.Alarm(a); alarm != "" {
		t.Errorf("alarm: %s", alarm)
	}
	rename(t, a, "Sở Bốn")
	done(t, closeFile)
	if err := verified(t, path, home, ""); err != nil {
		t.Errorf("after going on: %v", err)
	}
}

// TestKeysAfterMerge: what another PC signed can be checked after a merge: its key came
// with the rows, and the first entry of each key says so.
func TestKeysAfterMerge(t *testing.T) {
	path, home := watched(t)
	other := filepath.Join(t.TempDir(), "máy hai.sotd")
	if err := os.WriteFile(other, read(t, path), 0o600); err != nil {
		t.Fatal(err)
	}
	b, closeOther := open(t, boot.Options{Path: other, Home: anchor.Home(t.TempDir())})
	rename(t, b, "Sở Hai")
	done(t, closeOther)
	a, closeFile := open(t, boot.Options{Path: path, Home: home})
	plan, err := imports.PreviewMerge(t.Context(), a, other)
	if err != nil {
		t.Fatal(err)
	}
	if err := imports.Merge(t.Context(), a, plan); err != nil {
		t.Fatal(err)
	}
	wantKeys(t, a, 2)
	if words, err := a.UndoLast(t.Context()); err != nil || !strings.Contains(words, "máy hai") {
		t.Errorf("undo: %q %v", words, err)
	}
	if words, err := a.UndoLast(t.Context()); err != nil || !strings.Contains(words, "cơ quan") {
		t.Errorf("undo: %q %v", words, err)
	}
	done(t, closeFile)
	if err := verified(t, path, home, ""); err != nil {
		t.Error(err)
	}
}

func wantKeys(t *testing.T, a *app.App, want int) {
	t.Helper()
	s, ok := a.Store.(interface {
		Signers(context.Context) ([]tdkt.Signer, error)
	})
	if !ok {
		t.Fatal("the file has no keys")
	}
	keys, err := s.Signers(t.Context())
	if err != nil || len(keys) != want {
		t.Errorf("%d keys, %v", len(keys), err)
	}
}

func headOf(t *testing.T, path string) tdkt.Head {
	t.Helper()
	head, err := store.Peek(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return head
}
