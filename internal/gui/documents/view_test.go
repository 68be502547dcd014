package documents

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// The page lists what the year can be written as; the button writes what is chosen as Word;
// a year without anything says what to do.
func TestWrite(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func() {})
	b.Show(tab)
	c := b.Window.Canvas()
	seen := map[string]bool{}
	for _, r := range tab.Grid.Rows() {
		if seen[r.key()] {
			t.Errorf("two documents have the key %q", r.key())
		}
		seen[r.key()] = true
	}
	if len(seen) < 20 {
		t.Fatalf("only %d documents", len(seen))
	}
	dir := t.TempDir()
	b.Files.Paths = []string{dir}
	tab.Goto(desk.Place{Subject: tab.Grid.Rows()[len(seen)-1].Subject})
	uitest.Tap(t, c, wordWrite)
	if files, err := filepath.Glob(filepath.Join(dir, "*.docx")); err != nil || len(files) != 1 {
		entries, _ := os.ReadDir(dir)
		t.Errorf("written %v, %v: %v\n%s", files, err, entries, uitest.Text(c))
	}
	uitest.Keys(c, "Escape")
	b.Files.Paths = []string{dir}
	tab.writePDF(tab.Grid.Rows()[:1])
	if files, err := filepath.Glob(filepath.Join(dir, "*.pdf")); err != nil || len(files) != 1 || tab.Grid.Rows()[0].PDF {
		t.Errorf("as PDF %v, %v", files, err)
	}
	uitest.Keys(c, "Escape")
	b.Desk.Choose(1990, "")
	tab.Refresh()
	if text := uitest.Text(c); len(tab.Grid.Rows()) == 0 && !strings.Contains(text, "1990") {
		t.Errorf("an empty year says:\n%s", text)
	}
}
