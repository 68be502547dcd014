package pages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// The four files are in the folder chosen, and what has no code is told.
func TestExchangeExportSoftware(t *testing.T) {
	b := guitest.Open(t)
	dir := t.TempDir()
	b.Files.Paths = []string{dir}
	b.Window.Resize(fyne.NewSize(1280, 720))
	exchange.ExportSoftware(b.Desk)
	for _, name := range []string{"CANHAN", "TAPTHE", "DETAI", "MauTDKT"} {
		if _, err := os.Stat(filepath.Join(dir, name+".xlsx")); err != nil {
			t.Error(err)
		}
	}
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Đã ghi 4 tệp") || !strings.Contains(text, "mã của") {
		t.Errorf("told:\n%s", text)
	}
}
