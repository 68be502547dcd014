package store

import (
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/tdkt"
)

// FuzzOpen: a data file or a package may have any bytes changed, or be cut off; it opens
// and is read whole, or is refused in a sentence, and looking at it changes nothing.
func FuzzOpen(f *testing.F) {
	path := filepath.Join(f.TempDir(), "mau.sotd")
	db, err := Open(f.Context(), path, Options{Create: true})
	if err != nil {
		f.Fatal(err)
	}
	unit := tdkt.Unit{ID: tdkt.NewID(), Code: "VP", Name: "Văn phòng"}
	if _, err := db.InTx(f.Context(), tdkt.Operation{Verb: "test", Words: "Thử", By: "a", Host: "b"}, func(tx *Tx) error { return tx.Put(f.Context(), unit) }); err != nil {
		f.Fatal(err)
	}
	if err := db.Close(); err != nil {
		f.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte("SQLite format 3"), uint32(len(sound)))
	f.Add(uint32(100), []byte{0xff, 0xff, 0xff}, uint32(len(sound)))
	f.Add(uint32(18), []byte{2, 2}, uint32(len(sound)/2))
	f.Add(uint32(len(sound)-4096), make([]byte, 4096), uint32(len(sound)))
	f.Fuzz(func(t *testing.T, at uint32, bytes []byte, length uint32) {
		text := append([]byte(nil), sound...)
		copy(text[min(int(at), len(text)):], bytes)
		text = text[:min(int(length), len(text))]
		path := filepath.Join(t.TempDir(), "a.sotd")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := Open(t.Context(), path, Options{ReadOnly: true})
		if err == nil {
			_, err = db.Load(t.Context())
			if closed := db.Close(); closed != nil {
				t.Errorf("close: %v", closed)
			}
		}
		if err != nil && tdkt.KindOf(err) == tdkt.KindOf(nil) {
			t.Errorf("not a sentence: %v", err)
		}
		if _, err := Verify(t.Context(), path); err != nil && tdkt.KindOf(err) == tdkt.KindOf(nil) {
			t.Errorf("verify: not a sentence: %v", err)
		}
	})
}
