package native

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEnough: what counts is what OpenGL can do, not what it is called; numbers are
// numbers, 10 is more than 2.
func TestEnough(t *testing.T) {
	tests := []struct {
		version, renderer string
		want              bool
	}{
		{"4.6.0 - Build 31.0.101.2111", "Intel(R) UHD Graphics 630", true},
		{"2.1 Mesa 22.3.6", "softpipe", true},
		{"3.3 (Compatibility Profile) Mesa 22.3.6", "softpipe", true},
		{"10.0", "of a time to come", true},
		{"2.0.0", "Mobile Intel(R) 945GM", false},
		{"1.1.0", "GDI Generic", false},
		{"4.0", "GDI Generic", false},
		{"", "", false},
	}
	for _, test := range tests {
		if got := (Graphics{test.version, test.renderer}).Enough(); got != test.want {
			t.Errorf("%q by %q: enough = %v", test.version, test.renderer, got)
		}
	}
}

// TestTell: what is told is read back; what a crashed driver leaves is no OpenGL.
func TestTell(t *testing.T) {
	var out strings.Builder
	if err := Tell(&out); err != nil {
		t.Fatal(err)
	}
	if got := told(out.String()); got != probe() {
		t.Errorf("told %+v, asked %+v", got, probe())
	}
	if got := told(`"4.6 (Core) "Mesa"`); got != (Graphics{}) {
		t.Errorf("read %+v from half an answer", got)
	}
}

// TestHome: the copy that draws in software belongs to the folder above its own.
func TestHome(t *testing.T) {
	top := filepath.Join("c", "Sổ Thi đua")
	for _, exe := range []string{filepath.Join(top, "SoThiDua.exe"), filepath.Join(top, "swgl", "SoThiDua.exe"), filepath.Join(top, "SWGL", "sothidua.exe")} {
		if got := homeOf(exe); got != top {
			t.Errorf("home of %s is %s", exe, got)
		}
	}
}

// TestSoftwareTwin: the program appears in the folder of software drawing, a newer one
// takes the place of the one before, and without Mesa there is nothing to start.
func TestSoftwareTwin(t *testing.T) {
	exe := filepath.Join(t.TempDir(), "SoThiDua.exe")
	write(t, exe, "one")
	if twin, err := softwareTwin(exe); err == nil {
		t.Errorf("a twin without Mesa: %s", twin)
	}
	dir := filepath.Join(filepath.Dir(exe), softwareDir)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "opengl32.dll"), "mesa")
	wantTwin(t, exe, "one")
	wantTwin(t, exe, "one")
	if err := os.Remove(exe); err != nil { // as an installer that writes a new file
		t.Fatal(err)
	}
	write(t, exe, "newer")
	wantTwin(t, exe, "newer")
}

func wantTwin(t *testing.T, exe, want string) {
	t.Helper()
	twin, err := softwareTwin(exe)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(twin); err != nil || string(text) != want {
		t.Errorf("the twin holds %q, %v, want %q", text, err, want)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestHandOver: a later start finds the first and gives it its path, Vietnamese and
// with spaces; when the first is closing or has gone, nobody takes it.
func TestHandOver(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	key := Key(t.TempDir())
	if HandOver(key, "x") {
		t.Fatal("handed over to nobody")
	}
	got := make(chan string, 3)
	const unwanted = "z.sotd"
	stop, err := Listen(key, func(path string) bool { got <- path; return path != unwanted })
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{`C:\Sổ Thi đua\sổ "mới".sotd`, ""} {
		if !HandOver(key, path) {
			t.Fatalf("nobody took %q", path)
		}
		if taken := <-got; taken != path {
			t.Errorf("taken %q, want %q", taken, path)
		}
	}
	if HandOver(key, unwanted) {
		t.Error("handed over to a program that is closing")
	}
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if HandOver(key, "y") {
		t.Error("handed over to a program that has gone")
	}
}
