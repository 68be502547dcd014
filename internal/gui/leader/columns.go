package leader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/kit"
)

// columned puts objects side by side in widths given for letters of the usual size; the one
// of width 0 takes the rest. It is as high as the highest of them, each breaking its lines.
func columned(widths []float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(columns(widths), objects...)
}

type columns []float32

const (
	usualText = 13
	leastRest = 200
)

// wide is the width of a column in letters of now.
func (c columns) wide(i int) float32 { return c[i] * kit.TextSize(kit.Body) / usualText }

// Layout is for Fyne.
func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - float32(len(objects)-1)*kit.Space3
	for i := range objects {
		rest -= c.wide(i)
	}
	x := float32(0)
	for i, o := range objects {
		wide := c.wide(i)
		if c[i] == 0 {
			wide = max(leastRest, rest)
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(wide, size.Height))
		x += wide + kit.Space3
	}
}

// MinSize is for Fyne.
func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(leastRest+float32(len(objects)-1)*kit.Space3, 0)
	for i, o := range objects {
		size.Width += c.wide(i)
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}
