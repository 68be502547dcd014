package boot_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/boot"
)

// TestFolder: an installed program offers the person's own folder, one that is carried
// about the folder beside itself.
func TestFolder(t *testing.T) {
	home, own := t.TempDir(), t.TempDir()
	t.Setenv("HOME", own)
	t.Setenv("USERPROFILE", own)
	if got := boot.Folder(home); got != filepath.Join(own, "Sổ Thi đua") || boot.Portable(home) {
		t.Errorf("installed: %s", got)
	}
	if err := os.WriteFile(filepath.Join(home, "mang-theo.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := boot.Folder(home); got != filepath.Join(home, "Dữ liệu") || !boot.Portable(home) {
		t.Errorf("carried about: %s", got)
	}
}

// TestVersion: what packagers read is what the program says.
func TestVersion(t *testing.T) {
	text, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if want := `Version = "` + boot.Version + `"`; !strings.Contains(string(text), want) {
		t.Errorf("FyneApp.toml does not say %s", want)
	}
}
