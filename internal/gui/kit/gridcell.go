package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// cellLook is how a cell is to be drawn.
type cellLook struct {
	text   string
	align  fyne.TextAlign
	style  RowStyle
	odd    bool
	row    bool // the row is selected
	picked bool // the cell is in the range
	cursor bool
	tick   bool // text is a tick box
}

const (
	cellSide = 5 // room left and right of the text
	cellTall = 4 // room above and below
)

// gridCell is one cell: a background, a text, the frame of the cursor, and the
// editor while it is being changed.
type gridCell struct {
	widget.BaseWidget
	table    *gridTable
	at       spot
	look     cellLook
	drawn    bool // look is on the screen
	hadKeys  bool // the table had the keyboard then
	pressed  bool
	dragging bool
	start    spot // where the drag began
	editor   fyne.CanvasObject
	back     *canvas.Rectangle
	text     *canvas.Text
	box      *canvas.Image
	border   [4]*canvas.Rectangle // top, right, bottom, left
}

var (
	_ desktop.Mouseable      = (*gridCell)(nil)
	_ fyne.DoubleTappable    = (*gridCell)(nil)
	_ fyne.SecondaryTappable = (*gridCell)(nil)
	_ fyne.Draggable         = (*gridCell)(nil)
)

func newGridCell(t *gridTable) *gridCell {
	c := &gridCell{
		table: t, at: spot{-1, -1}, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black),
		box: canvas.NewImageFromResource(nil),
	}
	for i := range c.border {
		c.border[i] = canvas.NewRectangle(color.Transparent)
	}
	c.box.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *gridCell) CreateRenderer() fyne.WidgetRenderer { return &gridCellRenderer{c} }

// set shows the cell at a place of the view.
func (c *gridCell) set(s spot) {
	if c.table.cells[c.at] == c {
		delete(c.table.cells, c.at)
	}
	c.at = s
	c.table.cells[s] = c
	look := c.table.owner.look(s)
	editor := c.table.owner.editorAt(s)
	if c.drawn && look == c.look && editor == c.editor && c.table.has == c.hadKeys {
		return
	}
	c.look, c.editor, c.drawn, c.hadKeys = look, editor, true, c.table.has
	c.Refresh()
}

// MouseDown selects at once, without waiting for a second click.
func (c *gridCell) MouseDown(ev *desktop.MouseEvent) {
	if c.editor != nil || ev.Button != desktop.MouseButtonPrimary {
		return
	}
	c.pressed = true
	c.table.owner.clicked(c.at, ev.Modifier)
}

// MouseUp on a tick box changes it, unless the button came up after a drag or with
// a key that selects.
func (c *gridCell) MouseUp(ev *desktop.MouseEvent) {
	box := c.box.Position()
	if c.pressed && c.look.tick && ev.Modifier == 0 && c.editor == nil &&
		ev.Position.X >= box.X-cellTall && ev.Position.X <= box.X+c.box.Size().Width+cellTall {
		c.table.owner.tickClicked(c.at)
	}
}

// Tapped selects where no button was seen going down.
func (c *gridCell) Tapped(*fyne.PointEvent) {
	if c.pressed {
		c.pressed = false
		return
	}
	if c.editor == nil {
		c.table.owner.clicked(c.at, 0)
	}
}

// DoubleTapped edits or opens.
func (c *gridCell) DoubleTapped(*fyne.PointEvent) {
	c.pressed = false
	if c.editor == nil && !c.look.tick { // each click has changed the box already
		c.table.owner.doubleClicked(c.at)
	}
}

// Dragged extends the range while the button is down.
func (c *gridCell) Dragged(ev *fyne.DragEvent) {
	if c.editor != nil {
		return
	}
	if !c.dragging {
		c.dragging, c.start = true, c.at
	}
	c.table.owner.dragged(c.start, ev.Position)
}

// DragEnd is for Fyne.
func (c *gridCell) DragEnd() { c.dragging, c.pressed = false, false }

// TappedSecondary opens the menu of the row.
func (c *gridCell) TappedSecondary(ev *fyne.PointEvent) {
	c.table.owner.menuAt(c.at, ev.AbsolutePosition)
}

type gridCellRenderer struct{ c *gridCell }

func (r *gridCellRenderer) Destroy() {}

func (r *gridCellRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	if c.editor != nil {
		return []fyne.CanvasObject{c.back, c.editor}
	}
	if !c.look.cursor {
		return []fyne.CanvasObject{c.back, c.box, c.text}
	}
	b := c.border
	return []fyne.CanvasObject{c.back, c.box, c.text, b[0], b[1], b[2], b[3]}
}

func (r *gridCellRenderer) MinSize() fyne.Size {
	th := r.c.Theme()
	line := fyne.MeasureText("Ấgy", th.Size(theme.SizeNameText), fyne.TextStyle{})
	return fyne.NewSize(24, line.Height+2*cellTall)
}

func (r *gridCellRenderer) Layout(size fyne.Size) {
	c := r.c
	c.back.Resize(size)
	r.frame(size)
	if c.editor != nil {
		c.editor.Resize(size)
	}
	side := c.text.MinSize().Height
	c.box.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	c.box.Resize(fyne.NewSquareSize(side))
	c.text.Text = fit(c.look.text, size.Width-2*cellSide, c.text)
	if c.look.tick {
		c.text.Text = ""
	}
	c.text.Move(fyne.NewPos(cellSide, (size.Height-side)/2))
	c.text.Resize(fyne.NewSize(size.Width-2*cellSide, side))
}

func (r *gridCellRenderer) Refresh() {
	c := r.c
	th := c.Theme()
	c.text.TextSize = th.Size(theme.SizeNameText)
	c.text.Alignment = c.look.align
	c.text.Color = c.look.ink()
	c.text.TextStyle.Italic = c.look.style == Muted
	c.text.TextStyle.Bold = c.look.style == Bad
	c.back.FillColor = c.look.paper()
	c.box.Hidden = !c.look.tick
	if c.look.tick {
		c.box.Resource = tickIcon(th, c.look.text != "")
		c.box.Refresh()
	}
	r.Layout(c.Size())
	c.back.Refresh()
	c.text.Refresh()
	if c.editor != nil {
		c.editor.Refresh()
	}
}

// frame draws the border of the cursor as four bars: a stroked rectangle at the
// edge of a scroller is drawn askew in pictures.
func (r *gridCellRenderer) frame(size fyne.Size) {
	const thick = 2
	paint := colorCursorFar
	if r.c.table.has {
		paint = colorCursor
	}
	for i, b := range r.c.border {
		b.FillColor = paint
		if i%2 == 0 {
			b.Resize(fyne.NewSize(size.Width, thick))
		} else {
			b.Resize(fyne.NewSize(thick, size.Height))
		}
	}
	r.c.border[1].Move(fyne.NewPos(size.Width-thick, 0))
	r.c.border[2].Move(fyne.NewPos(0, size.Height-thick))
}

func tickIcon(th fyne.Theme, on bool) fyne.Resource {
	if on {
		return th.Icon(theme.IconNameCheckButtonChecked)
	}
	return th.Icon(theme.IconNameCheckButton)
}

// ink is the colour of the text.
func (l cellLook) ink() color.Color {
	switch {
	case l.style == Bad:
		return colorBadInk
	case l.style == Muted:
		return colorMutedInk
	}
	return colorInk
}

// paper is the colour behind the text.
func (l cellLook) paper() color.Color {
	switch {
	case l.cursor && !l.row:
		return colorPaper
	case l.picked:
		return colorPicked
	case l.row:
		return colorRow
	case l.style == Bad:
		return colorBadPaper
	case l.style == Warning:
		return colorWarnPaper
	case l.style == Good:
		return colorGoodPaper
	case l.odd:
		return colorOdd
	}
	return colorPaper
}

// fit cuts a text that is too long and ends it with an ellipsis.
func fit(text string, width float32, as *canvas.Text) string {
	wide := func(s string) float32 { return fyne.MeasureText(s, as.TextSize, as.TextStyle).Width }
	if text == "" || wide(text) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if wide(string(runes[:mid])+"…") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}
