package kit

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestFilesRemember: a dialog begins in the folder last used for its purpose, a new purpose in
// the one last used at all; a name given in the place of the one offered is offered the next
// time; a folder that is gone, and a dialog that was cancelled, count for nothing.
func TestFilesRemember(t *testing.T) {
	app := test.NewTempApp(t)
	lists, sheets := t.TempDir(), t.TempDir()
	files := &FakeFiles{}
	u := NewUI(app.NewWindow(""), Inline, files, nil)
	offer := func(want, path string, ask func(done func(string))) {
		t.Helper()
		files.Paths = []string{path}
		got := ""
		ask(func(p string) { got = p })
		same(t, "offered", want, files.Offered[len(files.Offered)-1])
		same(t, "taken", path, got)
	}
	save := func(title, name string) func(func(string)) {
		return func(done func(string)) { u.SaveFile(title, name, nil, done) }
	}
	open := func(title string) func(func(string)) {
		return func(done func(string)) { u.OpenFile(title, nil, done) }
	}
	folder := func(title string) func(func(string)) {
		return func(done func(string)) { u.PickFolder(title, done) }
	}
	offer("ds 2026.xlsx", "", save("Xuất danh sách", "ds 2026.xlsx")) // cancelled
	offer("ds 2026.xlsx", filepath.Join(lists, "ds 2026.xlsx"), save("Xuất danh sách", "ds 2026.xlsx"))
	offer(lists, filepath.Join(sheets, "phiếu.xlsx"), open("Nhập phiếu năm 2026"))
	offer(filepath.Join(lists, "ds 2026.xlsx"), filepath.Join(lists, "của phòng.xlsx"), save("Xuất danh sách", "ds 2026.xlsx"))
	offer(filepath.Join(lists, "của phòng.xlsx"), filepath.Join(lists, "ds 2026.xlsx"), save("Xuất danh sách", "ds 2026.xlsx"))
	offer(filepath.Join(lists, "ds 2026.xlsx"), "", save("Xuất danh sách", "ds 2026.xlsx"))
	offer(filepath.Join(lists, "ds 2027.xlsx"), "", save("Xuất danh sách", "ds 2027.xlsx"))
	offer(sheets, "", open("Nhập phiếu năm 2027"))
	offer(lists, sheets, folder("Chọn thư mục"))
	offer(sheets, "", folder("Chọn thư mục"))
	whole := filepath.Join(lists, "so.sotd")
	offer(whole, "", save("Xuất danh sách", whole))
	if err := os.RemoveAll(sheets); err != nil {
		t.Fatal(err)
	}
	offer("", "", open("Nhập phiếu năm 2026"))
}
