package boot_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/anchor"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// forge writes a file anew by whoever knows all of its format: the same entries at the same
// times by the same people on the same PCs, but one rating of the first load another, every
// row, hash and signature made to fit, signed with a key of his own.
func forge(t *testing.T, path string) {
	t.Helper()
	ctx := t.Context()
	honest, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := honest.Since(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	key, err := anchor.Home(t.TempDir()).Key()
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "giả.sotd")
	forged, err := store.Open(ctx, to, store.Options{Create: true, Key: key})
	if err != nil {
		t.Fatal(err)
	}
	changed := false
	for _, e := range entries {
		if e.Verb == store.VerbKey {
			continue // his own key has its own
		}
		_, err := forged.InTx(ctx, e.Operation, func(tx *store.Tx) error {
			for _, r := range e.Rows {
				text := r.After
				if r.Noun == tdkt.NounRating && !changed && bytes.Contains(text, []byte(`"HTT"`)) {
					text, changed = bytes.ReplaceAll(text, []byte(`"HTT"`), []byte(`"HTXS"`)), true
				}
				if text == nil {
					rec, err := honest.Decode(r.Noun, r.Before)
					if err != nil {
						return err
					}
					if err := tx.Remove(ctx, rec); err != nil {
						return err
					}
					continue
				}
				rec, err := honest.Decode(r.Noun, text)
				if err != nil {
					return err
				}
				if err := tx.Put(ctx, rec); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := honest.Close(); err != nil || !changed {
		t.Fatal(changed, err)
	}
	if err := forged.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(to, path); err != nil {
		t.Fatal(err)
	}
}

// TestForgedWithFullKnowledge: a file in which rows, history, hashes and signatures were all
// rewritten and fit each other is whole by itself, and still found out: by the PC that wrote
// it, on opening and on verifying; on any PC against the figures on any paper printed since;
// by the copies beside it. Its copy lies apart, the honest ones stay.
func TestForgedWithFullKnowledge(t *testing.T) {
	path, home := watched(t)
	var papers []string
	for _, name := range []string{"Sở Hai", "Sở Ba", "Sở Bốn"} {
		a, closeFile := open(t, boot.Options{Path: path, Home: home})
		rename(t, a, name)
		done(t, closeFile)
		papers = append(papers, headOf(t, path).Words())
	}
	honest := folder(t, path)
	before := map[string][]byte{}
	for _, name := range honest {
		before[name] = read(t, filepath.Join(backup.Folder(path), name))
	}
	forge(t, path)
	alone := filepath.Join(t.TempDir(), "một mình.sotd")
	renew(t, alone, read(t, path))
	if err := verified(t, alone, "", ""); err != nil {
		t.Fatalf("the forgery does not fit itself, so it proves nothing: %v", err)
	}
	if err := verified(t, path, home, ""); tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "như chính máy này đã ghi") {
		t.Errorf("this PC: %v", err)
	}
	for _, paper := range papers {
		if err := verified(t, alone, "", paper); tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "mã nhật ký trên giấy") {
			t.Errorf("the paper %s, on any PC: %v", paper, err)
		}
	}
	if err := verified(t, path, "", ""); err == nil || !strings.Contains(err.Error(), "không khớp với tệp") {
		t.Errorf("the copies beside it: %v", err)
	}
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Home: home, Keep: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if words := boot.Notice(t.Context(), a); !strings.Contains(words, "CẢNH BÁO") {
		t.Errorf("on opening: %s", words)
	}
	if err := closeFile(); err == nil || !strings.Contains(err.Error(), "để riêng") {
		t.Errorf("on closing: %v", err)
	}
	for name, text := range before {
		if now, err := os.ReadFile(filepath.Join(backup.Folder(path), name)); err != nil || !bytes.Equal(now, text) {
			t.Errorf("the honest copy %s: %v", name, err)
		}
	}
}
