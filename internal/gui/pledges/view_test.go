package pledges

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

func TestShot(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	b.Window.Resize(fyne.NewSize(1200, 620))
	uitest.Shot(t, b.Window.Canvas(), "/tmp/pl1.png")
	b.Desk.Choose(2025, "")
	tab.Refresh()
	uitest.Shot(t, b.Window.Canvas(), "/tmp/pl2.png")
	tab.registerAll()
	uitest.Shot(t, b.Window.Canvas(), "/tmp/pl3.png")
	os.WriteFile("/tmp/pl.txt", []byte(uitest.Text(b.Window.Canvas())), 0o644)
	uitest.Keys(b.Window.Canvas(), "Escape")
	b.Desk.Choose(2024, "")
	tab.part.SetSelected(wordUnits)
	uitest.Shot(t, b.Window.Canvas(), "/tmp/pl4.png")
	tab.showRooms()
	uitest.Shot(t, b.Window.Canvas(), "/tmp/pl5.png")
}
