package backup

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/tdkt"
)

// FuzzUnseal: a sealed file may be anything; it is opened or refused in a sentence, and
// nothing half written is left.
func FuzzUnseal(f *testing.F) {
	dir := f.TempDir()
	plain, sealed := filepath.Join(dir, "so.sotd"), filepath.Join(dir, "so.sotd-khoa")
	if err := os.WriteFile(plain, bytes.Repeat([]byte("sổ thi đua "), 500), 0o600); err != nil {
		f.Fatal(err)
	}
	if err := Seal(plain, sealed, "mật khẩu dài"); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(sealed)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{whole, whole[:len(whole)/2], whole[:40], nil, []byte("age-encryption.org/v1\n-> scrypt AAAA 30\nAAAA\n--- AAAA\n")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		dir := t.TempDir()
		from, to := filepath.Join(dir, "a.sotd-khoa"), filepath.Join(dir, "a.sotd")
		if err := os.WriteFile(from, text, 0o600); err != nil {
			t.Fatal(err)
		}
		err := Unseal(from, to, "mật khẩu dài")
		_, there := os.Stat(to)
		if (err == nil) != (there == nil) {
			t.Errorf("error %v, the file: %v", err, there)
		}
		if k := tdkt.KindOf(err); err != nil && k != tdkt.Invalid && k != tdkt.Usage && k != tdkt.Environment {
			t.Errorf("not a sentence: %v", err)
		}
	})
}
