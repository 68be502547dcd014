package awards

import (
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

func TestShot(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func() {})
	b.Show(tab)
	b.Window.Resize(fyne.NewSize(1200, 610))
	tab.titles.SelectKey("person CSTDCS")
	uitest.Shot(t, b.Window.Canvas(), "/tmp/aw1.png")
	b.Desk.Choose(2024, "")
	tab.Refresh()
	b.Window.Resize(fyne.NewSize(1366, 690))
	uitest.Shot(t, b.Window.Canvas(), "/tmp/aw2.png")
	tab.recordDecision()
	uitest.Shot(t, b.Window.Canvas(), "/tmp/aw3.png")
}
