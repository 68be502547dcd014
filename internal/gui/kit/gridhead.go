package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// headLook is how a header is to be drawn.
type headLook struct {
	text  string
	align fyne.TextAlign
	arrow string // "▲", "▼" or ""
}

const (
	headGrip  = 6 // the right edge that resizes the column
	headOver  = 4 // the left edge that resizes the one before
	headLeast = 30
)

// gridHead is the header of a column: a click sorts, dragging its edge resizes.
type gridHead struct {
	widget.BaseWidget
	table  *gridTable
	column int
	look   headLook
	grip   int // the column whose edge the mouse is on, -1 for none
	text   *canvas.Text
	arrow  *canvas.Text
}

var (
	_ fyne.Tappable      = (*gridHead)(nil)
	_ desktop.Mouseable  = (*gridHead)(nil)
	_ desktop.Hoverable  = (*gridHead)(nil)
	_ desktop.Cursorable = (*gridHead)(nil)
)

func newGridHead(t *gridTable) *gridHead {
	h := &gridHead{table: t, column: -1, grip: -1, text: canvas.NewText("", color.Black), arrow: canvas.NewText("", color.Black)}
	h.text.TextStyle.Bold = true
	h.ExtendBaseWidget(h)
	return h
}

func (h *gridHead) set(column int) {
	h.column = column
	h.look = h.table.owner.head(column)
	h.Refresh()
}

// CreateRenderer is for Fyne.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer { return &gridHeadRenderer{h} }

// Tapped sorts.
func (h *gridHead) Tapped(ev *fyne.PointEvent) {
	if h.edge(ev.Position.X) < 0 {
		h.table.owner.headerTapped(h.column)
	}
}

// MouseIn is for Fyne.
func (h *gridHead) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved notes whether the mouse is on the edge.
func (h *gridHead) MouseMoved(ev *desktop.MouseEvent) {
	h.grip = h.edge(ev.Position.X)
	h.table.MouseMoved(ev)
}

// edge is the column whose right edge is at x, -1 for none.
func (h *gridHead) edge(x float32) int {
	switch {
	case h.Size().Width-x <= headGrip:
		return h.column
	case x <= headOver:
		return h.column - 1
	}
	return -1
}

// MouseOut is for Fyne.
func (h *gridHead) MouseOut() { h.grip = -1 }

// Cursor shows that the edge can be dragged.
func (h *gridHead) Cursor() desktop.Cursor {
	if h.grip >= 0 || h.table.pulled >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// MouseDown on an edge begins to resize. (The table draws a layer over its headers
// that takes drags away from them, so the table follows the mouse instead.)
func (h *gridHead) MouseDown(ev *desktop.MouseEvent) {
	if column := h.edge(ev.Position.X); column >= 0 {
		h.table.pulled, h.table.pullFrom = column, ev.AbsolutePosition.X-h.table.widths[column]
	}
}

// MouseUp is for Fyne.
func (h *gridHead) MouseUp(*desktop.MouseEvent) { h.table.letGo() }

type gridHeadRenderer struct{ h *gridHead }

func (r *gridHeadRenderer) Destroy() {}

func (r *gridHeadRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.h.text, r.h.arrow}
}

func (r *gridHeadRenderer) MinSize() fyne.Size {
	line := fyne.MeasureText("Ấgy", r.h.Theme().Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
	return fyne.NewSize(24, line.Height+2*cellTall)
}

func (r *gridHeadRenderer) Layout(size fyne.Size) {
	h := r.h
	tall := h.text.MinSize().Height
	room := size.Width - 2*cellSide
	if h.look.arrow != "" {
		wide := h.arrow.MinSize().Width
		h.arrow.Move(fyne.NewPos(size.Width-cellSide-wide, (size.Height-h.arrow.MinSize().Height)/2))
		h.arrow.Resize(h.arrow.MinSize())
		room -= wide + 2
	}
	h.text.Text = fit(h.look.text, room, h.text)
	h.text.Move(fyne.NewPos(cellSide, (size.Height-tall)/2))
	h.text.Resize(fyne.NewSize(room, tall))
}

func (r *gridHeadRenderer) Refresh() {
	h := r.h
	size := h.Theme().Size(theme.SizeNameText)
	h.text.TextSize, h.text.Color, h.text.Alignment = size, colorInk, h.look.align
	h.arrow.TextSize, h.arrow.Color, h.arrow.Text = size*0.8, colorInk, h.look.arrow
	r.Layout(h.Size())
	h.text.Refresh()
	h.arrow.Refresh()
}
