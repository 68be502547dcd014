package backup

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"tdkt/internal/tdkt"
)

// TestSealAsksMuch: whoever guesses a passphrase has to do what 2^18 asks, for each guess.
func TestSealAsksMuch(t *testing.T) {
	sealed := filepath.Join(t.TempDir(), "so.sotd-khoa")
	if err := Seal(sealed, "mật khẩu dài", func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(sealed)
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^age-encryption.org/v1\n-> scrypt \S+ 18\n`).Match(text) {
		t.Errorf("the file begins with %q", text[:80])
	}
}

// FuzzUnseal: a sealed file may be anything; it is opened or refused in a sentence.
func FuzzUnseal(f *testing.F) {
	QuickSeals()
	f.Cleanup(func() { sealWork = workFactor })
	dir := f.TempDir()
	sealed := filepath.Join(dir, "so.sotd-khoa")
	err := Seal(sealed, "mật khẩu dài", func(w io.Writer) error {
		_, err := w.Write(bytes.Repeat([]byte("sổ thi đua "), 500))
		return err
	})
	if err != nil {
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
		from := filepath.Join(t.TempDir(), "a.sotd-khoa")
		if err := os.WriteFile(from, text, 0o600); err != nil {
			t.Fatal(err)
		}
		err := Unseal(from, "mật khẩu dài", io.Discard)
		if k := tdkt.KindOf(err); err != nil && k != tdkt.Invalid && k != tdkt.Usage && k != tdkt.Environment {
			t.Errorf("not a sentence: %v", err)
		}
	})
}
