package pages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/pacts"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/uitest"
)

// The sheets go out to a folder and come back; a line with a mistake is named, the others
// are taken, the room is no longer missing.
func TestPactsSheetsOutAndBack(t *testing.T) {
	b := guitest.Open(t)
	b.Desk.Choose(2025, "") // nobody has pledged yet
	opened := ""
	b.Show(pacts.New(b.Desk, func(path string) { opened = path }))
	c := b.Window.Canvas()
	dir := t.TempDir()
	b.Files.Paths = []string{dir, dir}
	uitest.Tap(t, c, "Xuất phiếu…")
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
	uitest.Tap(t, c, "Nhận phiếu đã điền…")
	golden.Compare(t, filepath.Join("testdata", "pacts", "came.txt"), strings.ReplaceAll(uitest.Text(c), dir, "THƯ-MỤC"))
	uitest.Tap(t, c, "Ghi vào sổ")
	looks(t, b, "pacts/list")
	uitest.Tap(t, c, "Chưa gửi")
	list := b.List(t, "Nhận phiếu", "Ký giao ước")
	if n := list.Len(); n != 7 {
		t.Errorf("%d rooms have not sent, want 7", n)
	}
	list.Go(0, "")
	uitest.Keys(c, "Shift+Down")
	uitest.More(t, c, "Đã ký giao ước hôm nay")
	if list.Cell(0, "Ký giao ước") != "18/12/2023" || list.Cell(1, "Ký giao ước") != "18/12/2023" || list.Cell(2, "Ký giao ước") != "" {
		t.Errorf("signed: %q", list.Texts("Ký giao ước"))
	}
	says(t, b, "đã ký giao ước 2/7")
}

// A folder without Excel files is told in a sentence.
func TestPactsNoSheets(t *testing.T) {
	b := guitest.Open(t)
	b.Show(pacts.New(b.Desk, func(string) {}))
	b.Files.Paths = []string{t.TempDir()}
	uitest.Tap(t, b.Window.Canvas(), "Nhận phiếu đã điền…")
	says(t, b, "Hãy chọn thư mục chứa các phiếu gửi về.")
}
