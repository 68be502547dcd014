package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// drawing is a small picture that is drawn anew for each size and look, and that a click,
// Enter or Space may open.
type drawing struct {
	widget.BaseWidget
	least func() fyne.Size
	draw  func(p *pen, size fyne.Size)
	says  func() string // what it reads as one text
	do    func()        // nil: nothing to open

	focused, hovered bool
}

var (
	_ fyne.Tappable      = (*drawing)(nil)
	_ fyne.Focusable     = (*drawing)(nil)
	_ fyne.Disableable   = (*drawing)(nil)
	_ desktop.Hoverable  = (*drawing)(nil)
	_ desktop.Cursorable = (*drawing)(nil)
)

// init makes the drawing ready; w is the widget built on it.
func (d *drawing) init(w fyne.Widget, least func() fyne.Size, draw func(*pen, fyne.Size), says func() string) {
	d.least, d.draw, d.says = least, draw, says
	d.ExtendBaseWidget(w)
}

// Tapped opens.
func (d *drawing) Tapped(*fyne.PointEvent) {
	if d.do != nil {
		d.do()
	}
}

// FocusGained is for Fyne.
func (d *drawing) FocusGained() { d.focused = true; d.Refresh() }

// FocusLost is for Fyne.
func (d *drawing) FocusLost() { d.focused = false; d.Refresh() }

// TypedRune opens on Space.
func (d *drawing) TypedRune(r rune) {
	if r == ' ' {
		d.Tapped(nil)
	}
}

// TypedKey opens on Enter and passes the rest on.
func (d *drawing) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		d.Tapped(nil)
		return
	}
	bubble(d, ev.Name)
}

// MouseIn is for Fyne.
func (d *drawing) MouseIn(*desktop.MouseEvent) { d.hover(true) }

// MouseMoved is for Fyne.
func (d *drawing) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (d *drawing) MouseOut() { d.hover(false) }

func (d *drawing) hover(on bool) {
	if d.do != nil {
		d.hovered = on
		d.Refresh()
	}
}

// Cursor is a hand over what can be opened.
func (d *drawing) Cursor() desktop.Cursor {
	if d.do != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Enable is for Fyne, which leaves out of the way of Tab what is disabled.
func (d *drawing) Enable() {}

// Disable is for Fyne.
func (d *drawing) Disable() {}

// Disabled says whether there is nothing to open.
func (d *drawing) Disabled() bool { return d.do == nil }

// ScreenText is what it reads.
func (d *drawing) ScreenText() string {
	if d.says == nil {
		return ""
	}
	return d.says()
}

// Reads says that it is read as one text.
func (d *drawing) Reads() bool { return d.says != nil }

// CreateRenderer is for Fyne.
func (d *drawing) CreateRenderer() fyne.WidgetRenderer { return &drawingRenderer{d: d} }

type drawingRenderer struct {
	d *drawing
	p pen
}

// Layout draws for the size.
func (r *drawingRenderer) Layout(size fyne.Size) {
	r.p = pen{}
	r.d.draw(&r.p, size)
	if r.d.focused {
		ring := r.p.box(fyne.NewPos(0, 0), size, color.Transparent, 3)
		ring.StrokeColor, ring.StrokeWidth = Paint(Accent), 2
	}
}

// MinSize is for Fyne.
func (r *drawingRenderer) MinSize() fyne.Size { return r.d.least() }

// Refresh draws again, in the look of now.
func (r *drawingRenderer) Refresh() {
	r.Layout(r.d.Size())
	canvas.Refresh(r.d)
}

// Objects is for Fyne.
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return r.p.objects }

// Destroy is for Fyne.
func (r *drawingRenderer) Destroy() {}

// pen puts shapes and texts onto a drawing.
type pen struct{ objects []fyne.CanvasObject }

func (p *pen) box(at fyne.Position, size fyne.Size, fill color.Color, round float32) *canvas.Rectangle {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = round
	r.Move(at)
	r.Resize(size)
	p.objects = append(p.objects, r)
	return r
}

// dot is a circle around a place.
func (p *pen) dot(middle fyne.Position, fill, edge color.Color, thick float32) {
	c := canvas.NewCircle(fill)
	c.StrokeColor, c.StrokeWidth = edge, thick
	c.Move(middle.SubtractXY(railDot, railDot))
	c.Resize(fyne.NewSquareSize(2 * railDot))
	p.objects = append(p.objects, c)
}

// line is a straight line.
func (p *pen) line(from, to fyne.Position, ink color.Color, thick float32) {
	l := canvas.NewLine(ink)
	l.StrokeWidth = thick
	l.Position1, l.Position2 = from, to
	p.objects = append(p.objects, l)
}

// write puts a text with its upper left corner at a place, cut where it is wider than
// the room; 0 is any width.
func (p *pen) write(text string, at fyne.Position, of Type, ink Token, bold bool, room float32) {
	t := canvas.NewText(text, Paint(ink))
	t.TextSize, t.TextStyle.Bold = TextSize(of), bold
	if room > 0 {
		t.Text = fitText(text, room, t.TextSize, t.TextStyle)
	}
	size := measure(t.Text, t.TextSize, t.TextStyle)
	t.Move(at)
	t.Resize(size)
	p.objects = append(p.objects, t)
}

// textTall is the height of a line.
func textTall(of Type) float32 {
	return measure("Ấgy", TextSize(of), fyne.TextStyle{}).Height
}

// textSized is the width of a text.
func textSized(text string, of Type, bold bool) float32 {
	return measure(text, TextSize(of), fyne.TextStyle{Bold: bold}).Width
}

// scaled is a measure at the usual size of text, at the size of now.
func scaled(n float32) float32 { return n * theme.TextSize() / TextNormal }
