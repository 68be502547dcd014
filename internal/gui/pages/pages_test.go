package pages

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// looks holds the screen against what a person has read.
func looks(t *testing.T, b *guitest.Bench, name string) {
	t.Helper()
	golden.Compare(t, filepath.Join("testdata", filepath.FromSlash(name)+".txt"), uitest.Text(b.Window.Canvas()))
}

// says looks for words on the screen, however its lines are broken.
func says(t *testing.T, b *guitest.Bench, words ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " ")
	for _, w := range words {
		if !strings.Contains(flat, w) {
			t.Errorf("%q is not on the screen:\n%s", w, uitest.Text(b.Window.Canvas()))
		}
	}
}
