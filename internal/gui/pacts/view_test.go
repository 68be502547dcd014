package pacts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/uitest"
)

// fresh is a year of the sample in which nobody has pledged.
const fresh = 2025

// TestSheetsOutAndBack: the sheets go out to a folder and come back; a line with a
// mistake is named, the others are taken, the room is no longer missing.
func TestSheetsOutAndBack(t *testing.T) {
	b := guitest.Open(t)
	b.Desk.Choose(fresh, "")
	opened := ""
	tab := New(b.Desk, func(path string) { opened = path })
	b.Show(tab)
	c := b.Window.Canvas()
	dir := t.TempDir()
	b.Files.Paths = []string{dir, dir}
	uitest.Tap(t, c, wordWrite)
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 9 || opened != dir {
		t.Fatalf("%d sheets were written, %q opened: %v", len(names), opened, err)
	}
	for _, n := range names[2:] {
		if err := os.Remove(filepath.Join(dir, n.Name())); err != nil {
			t.Fatal(err)
		}
	}
	sheettest.Change(t, filepath.Join(dir, names[0].Name()), "Cá nhân", map[string]string{"F6": "x", "F7": "đang nghĩ"})
	uitest.Tap(t, c, wordTake)
	golden.Compare(t, filepath.Join("testdata", "came.txt"), strings.ReplaceAll(uitest.Text(c), dir, "THƯ-MỤC"))
	uitest.Tap(t, c, wordTakeYes)
	golden.Compare(t, filepath.Join("testdata", "list.txt"), uitest.Text(c))
	tab.missing.SetChecked(true)
	if n := len(tab.grid.Rows()); n != 7 {
		t.Errorf("%d rooms have not sent, want 7", n)
	}
	uitest.Keys(c, "Shift+Down")
	uitest.More(t, c, wordSign)
	if got := totals(tab.grid.Rows()); !strings.Contains(got, "đã ký giao ước") {
		t.Errorf("totals: %s", got)
	}
}

// TestNoSheets: a folder without Excel files is told in a sentence.
func TestNoSheets(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	b.Files.Paths = []string{t.TempDir()}
	uitest.Tap(t, b.Window.Canvas(), wordTake)
	text := uitest.Text(b.Window.Canvas())
	if words := strings.Join(strings.Fields(text), " "); !strings.Contains(words, "Hãy chọn thư mục chứa các phiếu gửi về.") {
		t.Errorf("an empty folder:\n%s", text)
	}
}
