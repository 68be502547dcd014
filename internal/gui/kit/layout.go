package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Wide gives an object a width of its own, for fields in a tool bar.
func Wide(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(wideLayout(width), o)
}

// Bar is a tool bar: objects from the left, and after the nil one from the right.
func Bar(objects ...fyne.CanvasObject) fyne.CanvasObject {
	box := container.NewHBox()
	for _, o := range objects {
		if o == nil {
			o = layout.NewSpacer()
		}
		box.Add(o)
	}
	return box
}

type wideLayout float32

// Layout is for Fyne.
func (w wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is for Fyne.
func (w wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(w), 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}
