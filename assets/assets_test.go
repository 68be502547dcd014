package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// TestFyneVietnamese keeps our words complete when Fyne is raised: a key we miss is a
// button in English in the middle of a Vietnamese dialog.
func TestFyneVietnamese(t *testing.T) {
	dir, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatalf("ask where Fyne's source is: %v", err)
	}
	english, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(keys(t, english), keys(t, FyneVietnamese)); diff != "" {
		t.Errorf("keys of translations/vi.json (-Fyne +ours):\n%s", diff)
	}
	if !norm.NFC.IsNormal(FyneVietnamese) {
		t.Error("translations/vi.json is not in NFC: its words would not be found by typing")
	}
}

// keys lists the keys of a translation file; it fails on a word left empty.
func keys(t *testing.T, file []byte) []string {
	t.Helper()
	var words map[string]any
	if err := json.Unmarshal(file, &words); err != nil {
		t.Fatal(err)
	}
	for key, word := range words {
		if word == "" {
			t.Errorf("the word for %q is empty", key)
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// TestIcon holds the icon to the size that the installer and the window ask for.
func TestIcon(t *testing.T) {
	picture, err := png.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if picture.Width != 512 || picture.Height != 512 {
		t.Errorf("icon is %d by %d pixels, want 512 by 512", picture.Width, picture.Height)
	}
}

// TestChangelog makes sure that "Có gì mới" has something to show.
func TestChangelog(t *testing.T) {
	if !strings.HasPrefix(Changelog, "# Có gì mới\n") {
		t.Errorf("changelog begins with %.40q", Changelog)
	}
}
