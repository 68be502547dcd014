package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// gridOwner is the Grid as its table and cells see it, without its type of row.
type gridOwner interface {
	size() (rows, columns int)
	lineCount() int
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

// scrollTo brings a cell into sight. Fyne counts the height of the header in, though the
// header lies above what scrolls, and so leaves the row it scrolls up to behind the
// header; asked for the row before, it ends in the right place.
func (t *gridTable) scrollTo(s spot) {
	if s.row == 0 {
		t.ScrollToTop()
	}
	before := widget.TableCellID{Row: s.row - 1, Col: s.col} // of row -1 only the column counts
	t.ScrollTo(before)
	t.ScrollTo(before) // after more rows came, the first one only learns how far it can scroll
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
