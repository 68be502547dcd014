package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// size, look, head and the rest of this file are the Grid as its table sees it.
func (g *Grid[T]) size() (rows, columns int) { return len(g.view), len(g.columns) }

func (g *Grid[T]) look(s spot) cellLook {
	if s.row < 0 || s.row >= len(g.view) || s.col < 0 || s.col >= len(g.columns) {
		return cellLook{}
	}
	c, row := g.columns[s.col], g.row(s.row)
	top, left, bottom, right := g.area()
	l := cellLook{
		text: c.Text(row), align: c.Align, last: s.col == len(g.columns)-1, lined: g.tabMoves(),
		size: theme.TextSize(), lines: g.linesAt(s.row), ground: Paint(Ground),
	}
	l.tick = c.Edit != nil && c.Edit.Kind == EditTick
	g.dress(&l, &c, row)
	l.row = g.rowSelected(s.row)
	l.cursor = s == g.at
	l.picked = s.row >= top && s.row <= bottom && s.col >= left && s.col <= right && g.at != g.from
	if g.Style != nil {
		l.style = g.Style(row)
	}
	if s.col == 0 {
		l.strip = stripOf(l.style)
	}
	if r, ok := g.refused[g.cellKey(s)]; ok {
		l.text, l.sub, l.refused = r.text, "", true
	}
	return l
}

// dress adds what the column says of how its cells look.
func (g *Grid[T]) dress(l *cellLook, c *Column[T], row T) {
	if c.Sub != nil {
		l.sub = c.Sub(row)
	}
	if c.Tone != nil {
		l.tone = c.Tone(row)
	}
	if c.Back != nil {
		l.back = c.Back(row)
	}
}

// stripOf is the bar at the left of a row of a style.
func stripOf(s RowStyle) Tone {
	switch s {
	case Good:
		return GoodTone
	case Warning:
		return WarnTone
	case Bad:
		return BadTone
	case Normal, Muted:
	}
	return Plain
}

// headLineCount is how many lines the headers have.
func (g *Grid[T]) headLineCount() int { return max(1, g.headLines) }

func (g *Grid[T]) head(column int) headLook {
	if column < 0 || column >= len(g.columns) {
		return headLook{}
	}
	c := g.columns[column]
	l := headLook{text: c.Title, align: c.Align, last: column == len(g.columns)-1}
	if g.sortBy == column {
		l.arrow = "▲"
		if g.desc {
			l.arrow = "▼"
		}
	}
	return l
}

func (g *Grid[T]) resized(column int, width float32) {
	if column < 0 || column >= len(g.columns) {
		return
	}
	g.pulled[plainTitle(g.columns[column].Title)] = width * TextNormal / theme.TextSize()
	g.fit()
	g.table.Refresh()
}

func (g *Grid[T]) doubleClicked(s spot) {
	g.moveTo(s, false)
	if g.canEdit(s) {
		g.openEditor()
		return
	}
	g.openRow()
}

// dragged extends the range to the cell at a distance from the one where the
// button went down.
func (g *Grid[T]) dragged(start spot, by fyne.Position) {
	to := start
	to.row = g.rowBy(start.row, by.Y)
	for x := by.X; x < 0 && to.col > 0; {
		to.col--
		x += g.width(to.col)
	}
	for x := by.X; to.col < len(g.columns)-1 && x > g.width(to.col); {
		x -= g.width(to.col)
		to.col++
	}
	if to = g.clamp(to); to != g.at {
		g.at = to
		g.selectionChanged()
	}
}

func (g *Grid[T]) menuAt(s spot, pos fyne.Position) {
	s = g.clamp(s)
	if s.row >= len(g.view) {
		return
	}
	if !g.rowSelected(s.row) {
		g.clicked(s, 0)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", g.menuItems()...), g.ui.Window.Canvas(), pos)
}

// menuItems is the page's own entries and then what can be done in every list.
func (g *Grid[T]) menuItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if g.Menu != nil {
		items = g.ui.Barred(g.Menu(g.Selected()))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	add := func(on bool, word string, do func()) {
		if on {
			items = append(items, fyne.NewMenuItem(word, do))
		}
	}
	row, _ := g.Current()
	text := g.columns[g.at.col].Text(row)
	can := g.canEdit(g.at)
	add(g.OnOpen != nil && g.Menu == nil, wordOpen, g.openRow)
	add(can, wordEditCell, g.openEditor)
	add(true, wordCopyCells, func() { g.ui.Copy(g.areaTSV()) })
	add(can || g.OnPaste != nil && g.ui.NoWriting == "", wordPasteCells, func() { g.paste(fyne.CurrentApp().Clipboard().Content()) })
	add(can && g.at.row != g.from.row, wordFillDown, g.fillDown)
	add(can, wordClearCells, g.deleteArea)
	add(text != "" && g.filter.Visible(), fmt.Sprintf(textFilterBy, shortText(text)), func() { g.SetFilter(text) })
	add(g.filter.Text != "", wordShowAll, func() { g.SetFilter("") })
	add(true, wordSelectAll, g.SelectAll)
	return items
}

// shortText is the beginning of a text, for a menu.
func shortText(text string) string {
	const most = 28
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// tabMoves says whether Tab goes from cell to cell.
func (g *Grid[T]) tabMoves() bool {
	for _, c := range g.columns {
		if c.Edit != nil {
			return true
		}
	}
	return false
}

// key1 is a key without Ctrl; it says whether the grid used it.
func (g *Grid[T]) key1(name fyne.KeyName, shift bool) bool {
	if to, ok := g.target(name); ok {
		g.moveTo(to, shift)
		return true
	}
	switch name {
	case fyne.KeyTab:
		g.nextCell(shift)
	case fyne.KeyReturn, fyne.KeyEnter:
		if shift {
			g.moveTo(spot{g.at.row - 1, g.at.col}, false)
			return true
		}
		g.enter()
	case fyne.KeyF2:
		g.openEditor()
	case fyne.KeyDelete:
		g.deleteArea()
	case fyne.KeyBackspace:
		g.erase()
	case fyne.KeyEscape:
		return g.escape()
	case fyne.KeySpace:
		g.space(shift)
	default:
		return false
	}
	return true
}

// target is the cell a moving key goes to.
func (g *Grid[T]) target(name fyne.KeyName) (spot, bool) {
	s := g.at
	switch name {
	case fyne.KeyUp:
		s.row--
	case fyne.KeyDown:
		s.row++
	case fyne.KeyLeft:
		s.col--
	case fyne.KeyRight:
		s.col++
	case fyne.KeyPageUp:
		s.row -= g.page(true)
	case fyne.KeyPageDown:
		s.row += g.page(false)
	case fyne.KeyHome:
		s.col = 0
	case fyne.KeyEnd:
		s.col = len(g.columns) - 1
	default:
		return s, false
	}
	return s, true
}

// nextCell goes right, and from the last column to the next row. In a dialog Tab goes
// to the next cell of the row that can be typed in, and then out of the list, so that
// the form goes on; out of the last cell of a page's list it goes on as well. In a list
// that Tab came to, and in which nothing was done yet, Tab goes on at once, and after Esc.
func (g *Grid[T]) nextCell(back bool) {
	if g.passing && !g.inDialog() {
		g.leave(back)
		return
	}
	step := 1
	if back {
		step = -1
	}
	s := g.at
	s.col += step
	if g.inDialog() {
		if s = g.editable(s, step); s.col < 0 || s.col >= len(g.columns) {
			g.leave(back)
			return
		}
	}
	switch {
	case s.col >= len(g.columns) && s.row < len(g.view)-1:
		s = spot{s.row + 1, 0}
	case s.col < 0 && s.row > 0:
		s = spot{s.row - 1, len(g.columns) - 1}
	case s.col < 0 || s.col >= len(g.columns):
		g.leave(back)
		return
	}
	g.moveTo(s, false)
}

// enter goes down from a cell that can be edited, as in Excel, and opens the row
// from one that cannot.
func (g *Grid[T]) enter() {
	if len(g.rows) == 0 && !g.first.Hidden { // the button in an empty list
		g.OnEmpty()
		return
	}
	if g.canEdit(g.at) || g.OnOpen == nil {
		g.moveTo(spot{g.at.row + 1, g.at.col}, false)
		return
	}
	g.openRow()
}

func (g *Grid[T]) openRow() {
	if row, ok := g.Current(); ok && g.OnOpen != nil {
		g.OnOpen(row)
	}
}

// escape gives up the selection, then the filter; it says whether there was one.
func (g *Grid[T]) escape() bool {
	switch {
	case g.at != g.from || len(g.extra) > 0:
		g.moveTo(g.at, false)
	case g.filter.Text != "":
		g.SetFilter("")
	default:
		g.passing = true
		return false
	}
	return true
}

// combination is a key with Ctrl or Alt; it says whether the grid used it.
func (g *Grid[T]) combination(s fyne.Shortcut) bool {
	switch name := keyOf(s); name {
	case "Ctrl+A":
		g.SelectAll()
	case "Ctrl+C", "Ctrl+Insert":
		g.ui.Copy(g.areaTSV())
	case "Ctrl+X":
		g.ui.Copy(g.areaTSV())
		g.deleteArea()
	case "Ctrl+V":
		g.paste(pasted(s))
	case "Ctrl+D":
		g.fillDown()
	default:
		return g.jump(name)
	}
	return true
}

// jump is Ctrl with a moving key.
func (g *Grid[T]) jump(name fyne.KeyName) bool {
	last := spot{len(g.view) - 1, len(g.columns) - 1}
	switch name {
	case "Ctrl+Home":
		g.moveTo(spot{}, false)
	case "Ctrl+End":
		g.moveTo(last, false)
	case "Ctrl+Shift+Home":
		g.moveTo(spot{}, true)
	case "Ctrl+Shift+End":
		g.moveTo(last, true)
	case "Ctrl+Up":
		g.moveTo(spot{0, g.at.col}, false)
	case "Ctrl+Down":
		g.moveTo(spot{last.row, g.at.col}, false)
	case "Ctrl+Left":
		g.moveTo(spot{g.at.row, 0}, false)
	case "Ctrl+Right":
		g.moveTo(spot{g.at.row, last.col}, false)
	case "Ctrl+Shift+Up":
		g.moveTo(spot{0, g.at.col}, true)
	case "Ctrl+Shift+Down":
		g.moveTo(spot{last.row, g.at.col}, true)
	default:
		return false
	}
	return true
}

// space ticks a tick box; with Shift it selects the row.
func (g *Grid[T]) space(shift bool) {
	if shift {
		g.from.col, g.at.col = 0, len(g.columns)-1
		g.selectionChanged()
		return
	}
	if g.canEdit(g.at) && g.columns[g.at.col].Edit.Kind == EditTick {
		g.toggleTick()
	}
}

// filterKey lets the filter field hand over to the grid.
func (g *Grid[T]) filterKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		if g.filter.Text == "" {
			return false
		}
		g.SetFilter("")
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		g.Focus()
	default:
		return false
	}
	return true
}

func pasted(s fyne.Shortcut) string {
	if p, ok := s.(*fyne.ShortcutPaste); ok && p.Clipboard != nil {
		return p.Clipboard.Content()
	}
	return fyne.CurrentApp().Clipboard().Content()
}
