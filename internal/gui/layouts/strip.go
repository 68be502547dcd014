package layouts

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
)

// The strip of columns: how high it is, how near the right edge of a box the mouse widens it,
// the width of a column that has none, and the least and most there are.
const (
	stripHeight  = 40
	edge         = 10
	usualWidth   = 25.0 // mm
	least, most  = 5.0, 200.0
	leastOnStrip = 34 // pixels, so that each can be gripped
)

// strip is the columns side by side, each as wide as it is printed: dragged with the mouse to
// another place, or wider and narrower at the right edge.
type strip struct {
	widget.BaseWidget
	rows  []row
	wide  bool // the columns have widths
	boxes *fyne.Container
	move  func(from, to int)
	widen func(at int, width float64)
	pick  func(at int)
}

func newStrip(move func(from, to int), widen func(at int, width float64), pick func(at int)) *strip {
	s := &strip{move: move, widen: widen, pick: pick}
	s.boxes = container.New(stripLayout{s})
	s.ExtendBaseWidget(s)
	return s
}

// set shows columns.
func (s *strip) set(rows []row, wide bool) {
	s.rows, s.wide = rows, wide
	s.boxes.RemoveAll()
	for i, r := range rows {
		s.boxes.Add(newStripBox(s, i, r.title))
	}
	s.boxes.Refresh()
}

// CreateRenderer is for Fyne.
func (s *strip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.boxes) }

// MinSize is for Fyne.
func (s *strip) MinSize() fyne.Size { return fyne.NewSize(stripHeight, stripHeight) }

// perMM is how many pixels a millimetre has on the strip.
func (s *strip) perMM() float32 {
	sum := 0.0
	for _, r := range s.rows {
		sum += widthOf(r)
	}
	return s.boxes.Size().Width / float32(max(sum, 1))
}

func widthOf(r row) float64 {
	if r.width == 0 {
		return usualWidth
	}
	return r.width
}

// place is where a dragged box would stand: behind the boxes whose middle it has passed.
func (s *strip) place(at int, middle float32) int {
	to := 0
	for i, o := range s.boxes.Objects {
		if i != at && o.Position().X+o.Size().Width/2 < middle {
			to++
		}
	}
	return to
}

// stripLayout sets the boxes beside each other.
type stripLayout struct{ s *strip }

// MinSize is for Fyne.
func (l stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.s.MinSize() }

// Layout is for Fyne.
func (l stripLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	spare := size.Width
	for range objects {
		spare -= leastOnStrip
	}
	sum := 0.0
	for _, r := range l.s.rows {
		sum += widthOf(r)
	}
	for i, o := range objects {
		w := leastOnStrip + max(0, spare)*float32(widthOf(l.s.rows[i])/max(sum, 1))
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

// stripBox is one column on the strip.
type stripBox struct {
	widget.BaseWidget
	of       *strip
	at       int
	content  fyne.CanvasObject
	dragging bool
	widening bool
	by       float32 // dragged so far
}

var (
	_ fyne.Draggable     = (*stripBox)(nil)
	_ fyne.Tappable      = (*stripBox)(nil)
	_ desktop.Cursorable = (*stripBox)(nil)
)

func newStripBox(s *strip, at int, title string) *stripBox {
	b := &stripBox{of: s, at: at, content: kit.Card(kit.NewWords(title, kit.Small, kit.Ink, true).Cuttable())}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is for Fyne.
func (b *stripBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }

// MinSize is for Fyne.
func (b *stripBox) MinSize() fyne.Size { return fyne.NewSize(leastOnStrip, stripHeight) }

// Cursor is for Fyne.
func (b *stripBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped goes to the column.
func (b *stripBox) Tapped(*fyne.PointEvent) { b.of.pick(b.at) }

// Dragged moves the box with the mouse, or its right edge.
func (b *stripBox) Dragged(ev *fyne.DragEvent) {
	if !b.dragging {
		b.dragging, b.by = true, 0
		b.widening = b.of.wide && ev.Position.X-ev.Dragged.DX > b.Size().Width-edge
	}
	b.by += ev.Dragged.DX
	if b.widening {
		b.Resize(fyne.NewSize(max(leastOnStrip, b.Size().Width+ev.Dragged.DX), b.Size().Height))
		return
	}
	b.Move(b.Position().AddXY(ev.Dragged.DX, 0))
}

// DragEnd takes the new place or width.
func (b *stripBox) DragEnd() {
	if !b.dragging {
		return
	}
	b.dragging = false
	if b.widening {
		width := math.Round(widthOf(b.of.rows[b.at]) + float64(b.by/b.of.perMM()))
		b.of.widen(b.at, min(max(width, least), most))
		return
	}
	if to := b.of.place(b.at, b.Position().X+b.Size().Width/2); to != b.at {
		b.of.move(b.at, to)
		return
	}
	b.of.boxes.Refresh() // back to where it was
	b.of.boxes.Layout.Layout(b.of.boxes.Objects, b.of.boxes.Size())
}
