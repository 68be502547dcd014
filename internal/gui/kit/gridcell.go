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

// cellLook is how a cell is to be drawn.
type cellLook struct {
	text    string
	sub     string // in small letters below
	align   fyne.TextAlign
	style   RowStyle
	tone    Tone // of the text
	back    Tone // behind it
	strip   Tone // a thin bar at the left edge of a row, Plain for none
	row     bool // the row is selected
	picked  bool // the cell is in the range
	cursor  bool
	tick    bool // text is a tick box
	last    bool // the last column, whose right edge is under the scroll bar
	lined   bool // a line at the right, in lists that are typed in
	refused bool // text was typed and is not taken
	size    float32
	lines   int
	ground  color.NRGBA // of the look of the program
}

const (
	cellSide   = 8 // room left and right of the text
	cellTall   = 4 // room above and below
	lineGain   = 1 // how much nearer the lines of one cell are
	stripWidth = 3
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
	under    *canvas.Rectangle // the line below
	aside    *canvas.Rectangle // the line at the right
	strip    *canvas.Rectangle
	texts    []*canvas.Text
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
		table: t, at: spot{-1, -1}, back: canvas.NewRectangle(color.Transparent), under: canvas.NewRectangle(color.Transparent),
		aside: canvas.NewRectangle(color.Transparent), strip: canvas.NewRectangle(color.Transparent), box: canvas.NewImageFromResource(nil),
	}
	for i := range c.border {
		c.border[i] = canvas.NewRectangle(color.Transparent)
	}
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
	out := []fyne.CanvasObject{c.back, c.under}
	if c.look.strip != Plain {
		out = append(out, c.strip)
	}
	if c.look.lined {
		out = append(out, c.aside)
	}
	if c.look.tick {
		out = append(out, c.box)
	}
	for _, t := range c.texts {
		if t.Text != "" {
			out = append(out, t)
		}
	}
	if c.look.cursor {
		out = append(out, c.border[0], c.border[1], c.border[2], c.border[3])
	}
	return out
}

func (r *gridCellRenderer) MinSize() fyne.Size {
	return fyne.NewSize(24, rowTall(r.c.Theme().Size(theme.SizeNameText), r.c.table.owner.lineCount()))
}

// rowTall is the height of a row of so many lines.
func rowTall(size float32, lines int) float32 {
	line := measure("Ấgy", size, fyne.TextStyle{}).Height
	return line*float32(lines) - float32(lines-1)*lineGain + 2*cellTall + 1
}

func (r *gridCellRenderer) Layout(size fyne.Size) {
	c := r.c
	c.back.Resize(size)
	c.under.Move(fyne.NewPos(0, size.Height-1))
	c.under.Resize(fyne.NewSize(size.Width, 1))
	c.aside.Move(fyne.NewPos(size.Width-1, 0))
	c.aside.Resize(fyne.NewSize(1, size.Height))
	c.strip.Resize(fyne.NewSize(stripWidth, size.Height-1))
	r.frame(size)
	if c.editor != nil {
		c.editor.Resize(size)
	}
	r.lines(size)
}

// lines puts the text into the lines there are, from the top.
func (r *gridCellRenderer) lines(size fyne.Size) {
	c := r.c
	room := size.Width - 2*cellSide
	if c.look.last {
		room -= scrollRoom
	}
	th := c.Theme()
	body := th.Size(theme.SizeNameText)
	line := measure("Ấgy", body, fyne.TextStyle{}).Height
	c.box.Resize(fyne.NewSquareSize(line))
	c.box.Move(fyne.NewPos(cellSide+(room-line)/2, cellTall))
	for _, t := range c.texts {
		t.Text = ""
	}
	if c.look.tick {
		return
	}
	most := max(1, c.look.lines)
	subs := 0
	if c.look.sub != "" {
		subs = 1
	}
	main := breakLines(c.look.text, room, most-subs, body, fyne.TextStyle{})
	y := float32(cellTall)
	put := func(i int, text string, size float32, ink Token) {
		t := c.text(i)
		t.Text, t.TextSize, t.Color, t.Alignment = text, size, Paint(ink), c.look.align
		tall := measure(text, size, fyne.TextStyle{}).Height
		t.Move(fyne.NewPos(cellSide, y))
		t.Resize(fyne.NewSize(room, tall))
		y += tall - lineGain
	}
	for i, text := range main {
		put(i, text, body, c.look.ink())
	}
	if subs > 0 {
		small := th.Size(theme.SizeNameCaptionText)
		for i, text := range breakLines(c.look.sub, room, most-len(main), small, fyne.TextStyle{}) {
			put(len(main)+i, text, small, Quiet)
		}
	}
}

// text is the i-th line, made when it is first needed.
func (c *gridCell) text(i int) *canvas.Text {
	for len(c.texts) <= i {
		c.texts = append(c.texts, canvas.NewText("", color.Black))
	}
	return c.texts[i]
}

// ScreenText is what the cell shows, cut as it is cut.
func (c *gridCell) ScreenText() string {
	switch {
	case c.editor != nil:
		return ""
	case c.look.tick && c.look.text != "":
		return "[x]"
	case c.look.tick:
		return "[ ]"
	}
	var parts []string
	for _, t := range c.texts {
		if t.Text != "" {
			parts = append(parts, t.Text)
		}
	}
	return strings.Join(parts, " ")
}

// Reads says that the cell is read as one text, empty or not; an open field is not.
func (c *gridCell) Reads() bool { return c.editor == nil }

// Cut says whether letters are missing.
func (c *gridCell) Cut() bool {
	for _, t := range c.texts {
		if strings.HasSuffix(t.Text, "…") && !strings.HasSuffix(c.look.text, "…") && !strings.HasSuffix(c.look.sub, "…") {
			return true
		}
	}
	return false
}

// Column is the number of the column, from nought.
func (c *gridCell) Column() int { return c.at.col }

func (r *gridCellRenderer) Refresh() {
	c := r.c
	c.back.FillColor = c.look.paper()
	c.under.FillColor, c.aside.FillColor = Paint(Line), Paint(Line)
	c.strip.FillColor = Paint(c.look.strip.Ink())
	if c.look.tick {
		c.box.Resource = tickIcon(c.Theme(), c.look.text != "")
		c.box.Refresh()
	}
	r.Layout(c.Size())
	c.back.Refresh()
	for _, t := range c.texts {
		t.Refresh()
	}
	if c.editor != nil {
		c.editor.Refresh()
	}
}

// frame draws the border of the cursor as four bars: a stroked rectangle at the
// edge of a scroller is drawn askew in pictures.
func (r *gridCellRenderer) frame(size fyne.Size) {
	const thick = 2
	paint := Paint(Edge)
	if r.c.table.has {
		paint = Paint(Accent)
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

// ink is the colour of the text.
func (l cellLook) ink() Token {
	switch {
	case l.refused:
		return BadInk
	case l.tone != Plain:
		return l.tone.Ink()
	case l.style == Bad:
		return BadInk
	case l.style == Muted:
		return Quiet
	}
	return Ink
}

// paper is the colour behind the text.
func (l cellLook) paper() color.Color {
	switch {
	case l.refused:
		return Paint(BadPaper)
	case l.cursor && !l.row:
		return Paint(Paper)
	case l.picked:
		return Paint(Picked)
	case l.row:
		return Paint(AccentPaper)
	case l.back != Plain:
		return Paint(l.back.Paper())
	}
	return Paint(Paper)
}
