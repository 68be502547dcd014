package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// TestExportList: Ctrl+Shift+E writes the list as it is filtered.
func TestExportList(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	p.ui.Files = &kit.FakeFiles{Paths: []string{path}}
	uitest.Keys(c, "Ctrl+2", "Ctrl+F")
	uitest.Type(t, c, "thanh tra")
	uitest.Keys(c, "Ctrl+Shift+E")
	if text := uitest.Text(c); !strings.Contains(text, "ds.xlsx") {
		t.Fatalf("where it was written is not said:\n%s", text)
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("no workbook: %v", err)
	}
	list, _ := p.ui.List(p.shell.current().Content())
	if len(list.Rows) == 0 || len(list.Rows) > 10 || list.Notes[0] != "Lọc theo: thanh tra" {
		t.Errorf("%d rows, notes %v", len(list.Rows), list.Notes)
	}
}

// TestUndoRedoKeys: Ctrl+Z and Ctrl+Y take back an edit and do it again.
func TestUndoRedoKeys(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	name := func() string { return p.shell.desk.View().Org.Name }
	old := name()
	org := p.shell.desk.View().Org
	org.Name = "Sở Khác"
	if err := p.shell.desk.App.SaveOrg(t.Context(), org); err != nil {
		t.Fatal(err)
	}
	uitest.Keys(c, "Ctrl+Z")
	if name() != old {
		t.Errorf("after Ctrl+Z: %s", name())
	}
	uitest.Keys(c, "Ctrl+Y")
	if name() != "Sở Khác" || !strings.HasPrefix(p.ui.NoticeText(), wordRedone) {
		t.Errorf("after Ctrl+Y: %s, said %q", name(), p.ui.NoticeText())
	}
}
