package boot_test

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/boot"
)

// TestDiagnose: what an office sends says how the file and the program are, and names
// nobody: no person, no code, no CCCD, no office.
func TestDiagnose(t *testing.T) {
	path := sampleFile(t)
	a, closeFile := open(t, boot.Options{Path: path})
	log := filepath.Join(t.TempDir(), "loi.log")
	w := boot.Log(log)
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := io.WriteString(w, "fault 1\n"); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "goi.zip")
	if err := boot.Diagnose(t.Context(), a, log, to); err != nil {
		t.Fatal(err)
	}
	text := unzipped(t, to)
	for _, want := range []string{"nguyên vẹn", "person: 62", "load-records", "fault 1", boot.Version} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told:\n%s", want, text)
		}
	}
	v := a.View()
	for _, p := range v.People {
		for _, secret := range []string{p.Name, p.CCCD, p.Code} {
			if secret != "" && strings.Contains(text, secret) {
				t.Errorf("%q is told", secret)
			}
		}
	}
	if strings.Contains(text, v.Org.Name) || strings.Contains(text, a.User) && a.User != "root" {
		t.Error("the office or the user is told")
	}
	done(t, closeFile)
	if err := boot.Diagnose(t.Context(), a, log, filepath.Join(to, "x.zip")); err == nil {
		t.Error("written into a file as if it were a folder")
	}
}

func unzipped(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(f.Name + "\n" + string(text) + "\n")
	}
	if _, err := os.Stat(path + ".tmp"); err == nil {
		t.Error("half a package was left")
	}
	return b.String()
}
