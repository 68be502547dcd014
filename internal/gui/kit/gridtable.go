package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// gridOwner is the Grid as its table and cells see it, without its type of row.
type gridOwner interface {
	size() (rows, columns int)
	lineCount() int
	rowPlace(row int) (top, tall float32)
	headLineCount() int
	look(s spot) cellLook
	head(column int) headLook
	headerTapped(column int)
	resized(column int, width float32)
	keepWidths()
	clicked(s spot, mod fyne.KeyModifier)
	doubleClicked(s spot)
	tickClicked(s spot)
	dragged(start spot, by fyne.Position)
	takeKeys()
	gotKeys()
	menuAt(s spot, pos fyne.Position)
	editorAt(s spot) fyne.CanvasObject
	key1(name fyne.KeyName, shift bool) bool
	typed(r rune)
	combination(s fyne.Shortcut) bool
	tabMoves() bool
}

// gridTable is Fyne's table with our keys, cells and selection.
type gridTable struct {
	widget.Table
	owner    gridOwner
	shift    bool
	has      bool // has the keyboard
	widths   map[int]float32
	pulled   int                // the column being resized, -1 for none
	pullFrom float32            // where on the screen that column begins
	cells    map[spot]*gridCell // the cells last drawn at each place

	measuring bool // a cell was made and not yet shown

	scroll  *container.Scroll // what holds the cells
	heights []float32         // given to rows, of which the table draws all others alike
	quiet   bool              // widths and heights are being given: it is drawn once, afterwards

	themed *container.ThemeOverride // gave it its theme
	drawn  fyne.WidgetRenderer      // what draws it, under its theme; nil while there is none
	bare   bool                     // it shows Fyne nothing of what is in it
}

var (
	_ desktop.Keyable   = (*gridTable)(nil)
	_ fyne.Shortcutable = (*gridTable)(nil)
	_ fyne.Tabbable     = (*gridTable)(nil)
)

func newGridTable(owner gridOwner) *gridTable {
	t := &gridTable{owner: owner, cells: map[spot]*gridCell{}, widths: map[int]float32{}, pulled: -1}
	t.Length = owner.size
	t.CreateCell = func() fyne.CanvasObject {
		t.measuring = true
		return newGridCell(t)
	}
	t.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) {
		t.measuring = false
		o.(*gridCell).set(spot{id.Row, id.Col})
	}
	t.ShowHeaderRow, t.HideSeparators = true, true
	t.CreateHeader = t.newHead
	t.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { o.(*gridHead).set(id.Col) }
	t.ExtendBaseWidget(t)
	return t
}

// newHead makes a header. Fyne gives rows the height of the higher one of a cell and a
// header, which it makes one after the other to measure them: such a header is flat, so
// that headers of two lines do not make rows of two lines.
func (t *gridTable) newHead() fyne.CanvasObject {
	h := newGridHead(t)
	h.flat, t.measuring = t.measuring, false
	return h
}

// Tapped overrides the table's own selection: cells answer clicks themselves.
func (t *gridTable) Tapped(*fyne.PointEvent) { t.owner.takeKeys() }

// MouseIn and the five after it override the table's own hover and resizing.
func (t *gridTable) MouseIn(*desktop.MouseEvent) {}

// MouseMoved resizes the column whose edge was taken, until the button is let go.
func (t *gridTable) MouseMoved(ev *desktop.MouseEvent) {
	switch {
	case t.pulled < 0:
	case ev.Button != desktop.MouseButtonPrimary:
		t.letGo()
	default:
		t.owner.resized(t.pulled, max(headLeast, ev.AbsolutePosition.X-t.pullFrom))
	}
}

// letGo ends the resizing of a column.
func (t *gridTable) letGo() {
	if t.pulled >= 0 {
		t.pulled = -1
		t.owner.keepWidths()
	}
}

// MouseOut does nothing.
func (t *gridTable) MouseOut() {}

// MouseDown does nothing.
func (t *gridTable) MouseDown(*desktop.MouseEvent) {}

// Dragged does nothing.
func (t *gridTable) Dragged(*fyne.DragEvent) {}

// Cursor is always the arrow; headers have their own.
func (t *gridTable) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// FocusGained overrides the table's own highlight.
func (t *gridTable) FocusGained() {
	t.has = true
	t.owner.gotKeys()
	t.Refresh()
}

// FocusLost overrides the table's own highlight.
func (t *gridTable) FocusLost() {
	t.has, t.shift = false, false
	t.Refresh()
}

// AcceptsTab keeps Tab inside grids that are edited.
func (t *gridTable) AcceptsTab() bool { return t.owner.tabMoves() }

// KeyDown notes Shift, which makes the arrows extend the range.
func (t *gridTable) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = true
	}
}

// KeyUp notes that Shift was let go.
func (t *gridTable) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = false
	}
}

// TypedKey gives the key to the grid, or passes it on.
func (t *gridTable) TypedKey(ev *fyne.KeyEvent) {
	if !t.owner.key1(ev.Name, shiftHeld(t.shift)) {
		bubble(t, ev.Name)
	}
}

// TypedRune begins an edit with the letter.
func (t *gridTable) TypedRune(r rune) { t.owner.typed(r) }

// TypedShortcut gives the combination to the grid, or passes it on.
func (t *gridTable) TypedShortcut(s fyne.Shortcut) {
	if !t.owner.combination(s) {
		bubble(t, keyOf(s))
	}
}

// CreateRenderer is Fyne's, which is not drawn while it is quiet. Fyne drops it, and the theme
// with it, where the list was not seen for a while.
func (t *gridTable) CreateRenderer() fyne.WidgetRenderer {
	if t.themed != nil && !t.bare {
		t.takeTheme()
		return t.drawn // made on the way
	}
	r := t.Table.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			t.scroll = s
		}
	}
	t.drawn = &gridTableRenderer{WidgetRenderer: r, of: t}
	return t.drawn
}

type gridTableRenderer struct {
	fyne.WidgetRenderer
	of *gridTable
}

// Objects are what is in the table.
func (r *gridTableRenderer) Objects() []fyne.CanvasObject {
	if r.of.bare {
		return nil
	}
	return r.WidgetRenderer.Objects()
}

// Refresh draws the table, and the bars of its scroll where it has another size now.
func (r *gridTableRenderer) Refresh() {
	if r.of.quiet {
		return
	}
	r.WidgetRenderer.Refresh()
	r.of.fitScroll()
}

// fitScroll tells the scroll how large the cells are by now.
func (t *gridTable) fitScroll() {
	if t.scroll == nil {
		return
	}
	if cells := t.scroll.Content; cells.Size() != cells.MinSize().Max(t.scroll.Size()) {
		t.scroll.Refresh()
	}
}

// quietly gives widths and heights, each of which would draw the table anew.
func (t *gridTable) quietly(give func()) {
	t.quiet = true
	defer func() { t.quiet = false }()
	give()
}

// setHeights gives each row its height; rows that once had one and are not named have
// the height of all.
func (t *gridTable) setHeights(heights []float32, all float32) {
	for i, tall := range heights {
		t.setHeight(i, tall)
	}
	if all > 0 {
		for i := range t.heights {
			t.setHeight(i, all)
		}
	}
}

func (t *gridTable) setHeight(row int, tall float32) {
	if row < len(t.heights) && t.heights[row] == tall {
		return
	}
	if row >= len(t.heights) {
		t.heights = append(t.heights, tall)
	}
	t.heights[row] = tall
	t.SetRowHeight(row, tall)
}

// scrollTo brings a cell into sight, whole where it fits.
func (t *gridTable) scrollTo(s spot) {
	if t.scroll == nil {
		return
	}
	t.fitScroll()
	left := float32(0)
	for i := range s.col {
		left += t.widths[i]
	}
	top, tall := t.owner.rowPlace(s.row)
	room, to := t.scroll.Size(), t.scroll.Offset
	to.X = into(to.X, left, t.widths[s.col], room.Width)
	to.Y = into(to.Y, top, tall, room.Height)
	if to != t.scroll.Offset {
		t.ScrollToOffset(to)
	}
}

// into is how far one must scroll so that something is in sight.
func into(now, begin, size, room float32) float32 {
	if begin+size > now+room {
		now = begin + size - room
	}
	return max(0, min(now, begin))
}

// cellPlace is where a cell stands in the window, and its size.
func (t *gridTable) cellPlace(s spot) (fyne.Position, fyne.Size) {
	c := t.cells[s]
	if c == nil {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(t), fyne.NewSize(160, 0)
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(c), c.Size()
}

// SetColumnWidth also notes the width, which the table does not tell.
func (t *gridTable) SetColumnWidth(column int, width float32) {
	t.widths[column] = width
	t.Table.SetColumnWidth(column, width)
}

// shiftHeld says whether Shift is down: by the driver where it knows, since a Shift
// let go inside a pop-up or another field is never told to this widget; else as noted.
func shiftHeld(noted bool) bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return noted
}
