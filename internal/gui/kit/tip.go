package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// windowFrame is the content of the window: the page, the bottom line, and above both the
// few words that tell why a button is grey. They take no clicks.
type windowFrame struct {
	widget.BaseWidget
	ui      *UI
	content fyne.CanvasObject
	page    *fyne.Container
	tip     *tip
	object  fyne.CanvasObject
}

func newWindowFrame(u *UI, content fyne.CanvasObject) *windowFrame {
	f := &windowFrame{ui: u, content: content, tip: newTip()}
	f.page = container.NewBorder(nil, u.notices.object, nil, nil, content)
	f.object = container.NewStack(f.page, f.tip.layer)
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is for Fyne.
func (f *windowFrame) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.object) }

// Below is what it holds.
func (f *windowFrame) Below() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// tip is a line of words near the mouse.
type tip struct {
	layer  *fyne.Container
	ground *Surface
	words  *Words
}

func newTip() *tip {
	t := &tip{ground: NewSurface(), words: NewWords("", Small, Ink, false)}
	t.ground.SetFill(WarnPaper)
	t.layer = container.NewWithoutLayout(t.ground, t.words)
	t.hide()
	return t
}

func (t *tip) hide() {
	t.ground.Hide()
	t.words.Hide()
}

// show puts the words below a place, inside the window.
func (t *tip) show(text string, below fyne.Position, room fyne.Size) {
	t.words.Set(text, Ink)
	size := t.words.MinSize()
	box := size.AddWidthHeight(2*Space2, 2*Space1)
	at := fyne.NewPos(max(0, min(below.X, room.Width-box.Width)), below.Y+Space1)
	if at.Y+box.Height > room.Height {
		at.Y = room.Height - box.Height
	}
	t.ground.Move(at)
	t.ground.Resize(box)
	t.words.Move(at.AddXY(Space2, Space1))
	t.words.Resize(size)
	t.ground.Show()
	t.words.Show()
	t.layer.Refresh()
}

// Why greys a button for a reason, which stands beside the mouse over it and in the bottom
// line; "" lets the button be pressed.
func (b *Button) Why(reason string) {
	if b.barred {
		return
	}
	b.why = reason
	b.SetEnabled(reason == "")
}

// Reason is why the button is grey, "" where it is not.
func (b *Button) Reason() string { return b.why }

// MouseIn says why the button is grey.
func (b *Button) MouseIn(ev *desktop.MouseEvent) {
	b.Button.MouseIn(ev)
	if f := b.frame(); f != nil && b.Disabled() && b.why != "" {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.self)
		f.tip.show(b.why, at.AddXY(0, b.Size().Height), f.Size())
		f.ui.Notice(b.why)
	}
}

// MouseOut takes the words away.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	if f := b.frame(); f != nil {
		f.tip.hide()
	}
}

// Tapped says once more why the button is grey; else it presses it.
func (b *Button) Tapped(ev *fyne.PointEvent) {
	if f := b.frame(); f != nil && b.Disabled() && b.why != "" {
		f.ui.Notice(b.why)
		return
	}
	b.Button.Tapped(ev)
}

func (b *Button) frame() *windowFrame {
	c := fyne.CurrentApp().Driver().CanvasForObject(b.self)
	if c == nil {
		return nil
	}
	f, _ := c.Content().(*windowFrame)
	return f
}
