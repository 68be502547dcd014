package pledges

import (
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

func TestZZ(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Window.SetContent(b.UI.Frame(tab.Content()))
	b.Window.Resize(fyne.NewSize(1200, 620))
	b.Desk.Choose(2025, "")
	tab.Refresh()
	uitest.Shot(t, b.Window.Canvas(), "/tmp/pl6.png")
}
