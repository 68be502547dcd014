package pages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/documents"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// The page lists what the year can be written as; the button writes what is chosen as Word;
// a year without anything says what to do.
func TestDocumentsWrite(t *testing.T) {
	b := guitest.Open(t)
	tab := documents.New(b.Desk, func() {})
	b.Show(tab)
	c := b.Window.Canvas()
	list := b.List(t, "Văn bản", "Của ai")
	last := list.Len() - 1
	for i := range list.Len() {
		list.Go(i, "")
		if tab.Grid.SetRows(tab.Grid.Rows()); list.Cursor() != i {
			t.Errorf("the documents %d and %d have one key: the cursor jumps when the page is read again", i, list.Cursor())
		}
	}
	if last < 19 {
		t.Fatalf("only %d documents", last+1)
	}
	dir := t.TempDir()
	b.Files.Paths = []string{dir}
	tab.Goto(desk.Place{Subject: tab.Grid.Rows()[last].Subject})
	uitest.Tap(t, c, "Ghi văn bản đã chọn")
	if files, err := filepath.Glob(filepath.Join(dir, "*.docx")); err != nil || len(files) != 1 {
		entries, _ := os.ReadDir(dir)
		t.Errorf("written %v, %v: %v\n%s", files, err, entries, uitest.Text(c))
	}
	uitest.Keys(c, "Escape")
	b.Files.Paths = []string{dir}
	list.Go(0, "")
	uitest.More(t, c, "Ghi văn bản đã chọn thành PDF")
	if files, err := filepath.Glob(filepath.Join(dir, "*.pdf")); err != nil || len(files) != 1 || tab.Grid.Rows()[0].PDF {
		t.Errorf("as PDF %v, %v", files, err)
	}
	uitest.Keys(c, "Escape")
	b.Desk.Choose(1990, "")
	tab.Refresh()
	if text := uitest.Text(c); list.Len() == 0 && !strings.Contains(text, "1990") {
		t.Errorf("an empty year says:\n%s", text)
	}
}
