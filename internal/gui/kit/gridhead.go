package kit

import (
	"image/color"
	"strings"

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
	last  bool   // the last column
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
	texts  [2]*canvas.Text
	arrow  *canvas.Text
	under  *canvas.Rectangle
	flat   bool // asks for no height
}

var (
	_ fyne.Tappable      = (*gridHead)(nil)
	_ desktop.Mouseable  = (*gridHead)(nil)
	_ desktop.Hoverable  = (*gridHead)(nil)
	_ desktop.Cursorable = (*gridHead)(nil)
)

func newGridHead(t *gridTable) *gridHead {
	h := &gridHead{table: t, column: -1, grip: -1, arrow: canvas.NewText("", color.Black), under: canvas.NewRectangle(color.Black)}
	for i := range h.texts {
		h.texts[i] = canvas.NewText("", color.Black)
		h.texts[i].TextStyle.Bold = true
	}
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
	return []fyne.CanvasObject{r.h.under, r.h.texts[0], r.h.texts[1], r.h.arrow}
}

func (r *gridHeadRenderer) MinSize() fyne.Size {
	if r.h.flat {
		return fyne.NewSize(24, 1)
	}
	return fyne.NewSize(24, headTall(r.h.table.owner.headLineCount()))
}

func (r *gridHeadRenderer) Layout(size fyne.Size) {
	h := r.h
	h.under.Move(fyne.NewPos(0, size.Height-1))
	h.under.Resize(fyne.NewSize(size.Width, 1))
	room := size.Width - 2*cellSide
	if h.look.last {
		room -= scrollRoom
	}
	if h.look.arrow != "" {
		wide := h.arrow.MinSize().Width
		h.arrow.Move(fyne.NewPos(cellSide+room-wide+cellSide/2, (size.Height-h.arrow.MinSize().Height)/2))
		h.arrow.Resize(h.arrow.MinSize())
		if h.look.align == fyne.TextAlignTrailing {
			room -= wide
		}
	}
	small := h.Theme().Size(theme.SizeNameCaptionText)
	lines := breakLines(h.look.text, room, h.table.owner.headLineCount(), small, fyne.TextStyle{Bold: true})
	tall := measure("Ấgy", small, fyne.TextStyle{Bold: true}).Height
	y := size.Height - 1 - cellTall - tall*float32(len(lines))
	for i, t := range h.texts {
		t.Text = ""
		if i < len(lines) {
			t.Text = lines[i]
		}
		t.Move(fyne.NewPos(cellSide, y))
		t.Resize(fyne.NewSize(room, tall))
		y += tall
	}
}

// ScreenText is what the header shows.
func (h *gridHead) ScreenText() string {
	return strings.TrimSpace(h.texts[0].Text + " " + h.texts[1].Text)
}

// Reads says that a header is read as one text.
func (h *gridHead) Reads() bool { return true }

// Cut says whether letters of the header are missing.
func (h *gridHead) Cut() bool {
	return h.ScreenText() != strings.Join(strings.Fields(h.look.text), " ")
}

func (r *gridHeadRenderer) Refresh() {
	h := r.h
	size := h.Theme().Size(theme.SizeNameCaptionText)
	h.under.FillColor = Paint(Line)
	for _, t := range h.texts {
		t.TextSize, t.Color, t.Alignment = size, Paint(Quiet), h.look.align
	}
	h.arrow.TextSize, h.arrow.Color, h.arrow.Text = size*0.8, Paint(Accent), h.look.arrow
	r.Layout(h.Size())
	h.texts[0].Refresh()
	h.texts[1].Refresh()
	h.arrow.Refresh()
}
