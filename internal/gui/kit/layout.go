package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Wide gives an object a width of its own at the usual size of text, for fields in a tool
// bar; it grows with the text.
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
	size := fyne.NewSize(scaled(float32(w)), 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Padded leaves room around an object, by the space of the program.
func Padded(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(Space1, Space1, Space2, Space2), o)
}

// Shrink lets an object be as low as there is room: for lists below what must be seen whole.
func Shrink(o fyne.CanvasObject) fyne.CanvasObject { return container.New(shrinkLayout{}, o) }

type shrinkLayout struct{}

// Layout is for Fyne.
func (shrinkLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is for Fyne.
func (shrinkLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, scaled(60))
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

// Beside puts objects side by side: all but the last in widths of their own, given for
// letters of the usual size, never more than a share of the whole; the last takes the rest.
func Beside(widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(besideLayout(widths), objects...)
}

type besideLayout []float32

const besideMost = 0.3

// Layout is for Fyne.
func (b besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, part := float32(0), b.part(objects, size.Width)
	for i, o := range objects {
		wide := size.Width - x
		if i < len(b) {
			wide = max(part*min(scaled(b[i]), size.Width*besideMost), o.MinSize().Width)
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(max(0, wide), size.Height))
		x += wide + Space3
	}
}

// part is how much of their widths the first objects get, so that the last has the room it
// needs.
func (b besideLayout) part(objects []fyne.CanvasObject, width float32) float32 {
	if len(objects) <= len(b) {
		return 1
	}
	asked := float32(0)
	for i := range b {
		asked += min(scaled(b[i]), width*besideMost)
	}
	left := width - float32(len(objects)-1)*Space3 - objects[len(objects)-1].MinSize().Width
	return max(0, min(1, left/max(asked, 1)))
}

// MinSize is for Fyne.
func (b besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(len(objects)-1)*Space3, 0)
	for _, o := range objects {
		size.Width += o.MinSize().Width
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Rows puts one object above another; the upper one has a share of the height.
func Rows(share float32, upper, lower fyne.CanvasObject) *fyne.Container {
	return container.New(rowsLayout(share), upper, lower)
}

type rowsLayout float32

// Layout is for Fyne.
func (r rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	upper, lower := objects[0], objects[1]
	if !lower.Visible() {
		upper.Move(fyne.NewPos(0, 0))
		upper.Resize(size)
		return
	}
	room := size.Height - Space2
	tall := max(room*float32(r), upper.MinSize().Height)
	if least := lower.MinSize().Height; room-tall < least {
		tall = max(room-least, upper.MinSize().Height)
	}
	upper.Move(fyne.NewPos(0, 0))
	upper.Resize(fyne.NewSize(size.Width, tall))
	lower.Move(fyne.NewPos(0, tall+Space2))
	lower.Resize(fyne.NewSize(size.Width, max(0, room-tall)))
}

// MinSize is for Fyne.
func (r rowsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, Space2)
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
		size.Height += o.MinSize().Height
	}
	return size
}

// Border puts an object in the middle and others around it, each of which may be nil, in
// the order in which they are read, which is that of the key Tab.
func Border(top, bottom, left, right fyne.CanvasObject, middle ...fyne.CanvasObject) *fyne.Container {
	var all []fyne.CanvasObject
	add := func(o fyne.CanvasObject) {
		if o != nil {
			all = append(all, o)
		}
	}
	add(top)
	add(left)
	for _, o := range middle {
		add(o)
	}
	add(right)
	add(bottom)
	return container.New(layout.NewBorderLayout(top, bottom, left, right), all...)
}

// Columns puts one object beside another; the left one has a share of the width.
func Columns(share float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(columnsLayout(share), left, right)
}

type columnsLayout float32

// Layout is for Fyne.
func (c columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - Space3
	wide := max(room*float32(c), objects[0].MinSize().Width)
	if least := objects[1].MinSize().Width; room-wide < least {
		wide = max(room-least, objects[0].MinSize().Width)
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(wide, size.Height))
	objects[1].Move(fyne.NewPos(wide+Space3, 0))
	objects[1].Resize(fyne.NewSize(max(0, room-wide), size.Height))
}

// MinSize is for Fyne.
func (c columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(Space3, 0)
	for _, o := range objects {
		size.Width += o.MinSize().Width
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}
