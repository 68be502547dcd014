package kit

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
)

// Current is the row under the cursor.
func (g *Grid[T]) Current() (row T, ok bool) {
	if g.at.row < 0 || g.at.row >= len(g.view) {
		return row, false
	}
	return g.row(g.at.row), true
}

// currentKey is the key of the row under the cursor, "" when there is none.
func (g *Grid[T]) currentKey() string {
	row, ok := g.Current()
	if !ok {
		return ""
	}
	return g.key(row)
}

// Selected is the selected rows in the order shown: the range from Shift and those
// added by Ctrl, at least the row under the cursor.
func (g *Grid[T]) Selected() []T {
	var out []T
	for i := range g.view {
		if g.rowSelected(i) {
			out = append(out, g.row(i))
		}
	}
	return out
}

// SelectKey puts the cursor on a row and shows it; false when the filter hides it
// or it is not in the list.
func (g *Grid[T]) SelectKey(key string) bool {
	for i := range g.view {
		if g.key(g.row(i)) == key {
			g.moveTo(spot{i, g.at.col}, false)
			return true
		}
	}
	return false
}

// Column is the column under the cursor.
func (g *Grid[T]) Column() int { return g.at.col }

// GoCell puts cursor and keyboard on a cell, and takes away a filter that hides its row;
// false where the row is not in the list.
func (g *Grid[T]) GoCell(key string, column int) bool {
	g.at.col = column
	if !g.SelectKey(key) {
		if len(g.words) == 0 {
			return false
		}
		g.SetFilter("")
		if !g.SelectKey(key) {
			return false
		}
	}
	g.Focus()
	return true
}

// SelectRows selects the rows that want accepts, with the cursor on the first.
func (g *Grid[T]) SelectRows(want func(T) bool) {
	clear(g.extra)
	first := -1
	for i := range g.view {
		if want(g.row(i)) {
			g.extra[g.key(g.row(i))] = true
			if first < 0 {
				first = i
			}
		}
	}
	if first >= 0 {
		g.at = spot{first, g.at.col}
		g.from = g.at
	}
	g.table.scrollTo(g.at)
	g.selectionChanged()
}

// SelectAll selects every cell shown.
func (g *Grid[T]) SelectAll() {
	g.from = spot{0, 0}
	g.at = g.clamp(spot{len(g.view) - 1, len(g.columns) - 1})
	g.selectionChanged()
}

// area is the range: the cells between the cursor and its other corner.
func (g *Grid[T]) area() (top, left, bottom, right int) {
	return min(g.at.row, g.from.row), min(g.at.col, g.from.col), max(g.at.row, g.from.row), max(g.at.col, g.from.col)
}

func (g *Grid[T]) rowSelected(i int) bool {
	top, _, bottom, _ := g.area()
	return i >= top && i <= bottom || len(g.extra) > 0 && g.extra[g.key(g.row(i))]
}

func (g *Grid[T]) selectedCount() int {
	if len(g.view) == 0 {
		return 0
	}
	top, _, bottom, _ := g.area()
	n := bottom - top + 1
	if len(g.extra) == 0 {
		return n
	}
	for i := range g.view {
		if (i < top || i > bottom) && g.extra[g.key(g.row(i))] {
			n++
		}
	}
	return n
}

// mostSummed is how many cells are added up: a click on a list of many thousands is not to
// wait for it.
const mostSummed = 5000

// sumWords tells the sum and the mean of the numbers in the range, as a spreadsheet does;
// nothing where there are fewer than two, or where a column holds no numbers to be ordered by.
func (g *Grid[T]) sumWords() string {
	top, left, bottom, right := g.area()
	if (bottom-top+1)*(right-left+1) > mostSummed || bottom >= len(g.view) {
		return ""
	}
	sum, n := 0.0, 0
	for c := left; c <= right; c++ {
		if g.columns[c].Order != ByNumber {
			continue
		}
		for i := top; i <= bottom; i++ {
			if x, err := ParseNumber(g.columns[c].Text(g.row(i))); err == nil {
				sum += x
				n++
			}
		}
	}
	if n < 2 {
		return ""
	}
	const hundredths = 100
	round := func(x float64) float64 { return math.Round(x*hundredths) / hundredths }
	return fmt.Sprintf(textSum, FormatNumber(round(sum)), FormatNumber(round(sum/float64(n))))
}

// moveTo puts the cursor on a cell; extend keeps the other corner of the range.
func (g *Grid[T]) moveTo(s spot, extend bool) {
	g.at, g.touched, g.passing = g.clamp(s), true, false
	if !extend {
		g.from = g.at
		clear(g.extra)
	}
	g.table.scrollTo(g.at)
	g.selectionChanged()
}

func (g *Grid[T]) selectionChanged() {
	g.showFoot()
	g.table.Refresh()
	if len(g.refused) > 0 {
		g.showNote()
	}
	g.tellCursor(false)
	g.tellSelection()
}

// clicked is the left button on a cell.
func (g *Grid[T]) clicked(s spot, mod fyne.KeyModifier) {
	g.commitEdit()
	g.touched = true
	g.Focus()
	switch {
	case mod&fyne.KeyModifierShift != 0:
		g.at = g.clamp(s)
	case mod&fyne.KeyModifierControl != 0:
		g.toggleRow(s)
	default:
		clear(g.extra)
		g.at = g.clamp(s)
		g.from = g.at
	}
	g.selectionChanged()
}

// toggleRow adds a row to the selection or takes it out.
func (g *Grid[T]) toggleRow(s spot) {
	s = g.clamp(s)
	if s.row >= len(g.view) {
		return
	}
	top, _, bottom, _ := g.area()
	for i := top; i <= bottom; i++ {
		g.extra[g.key(g.row(i))] = true
	}
	k := g.key(g.row(s.row))
	if g.extra[k] {
		delete(g.extra, k)
		g.at, g.from = g.lastExtra(s), g.lastExtra(s)
		return
	}
	g.extra[k] = true
	g.at, g.from = s, s
}

// lastExtra is a row that is still selected, or s when none is.
func (g *Grid[T]) lastExtra(s spot) spot {
	for i := range g.view {
		if g.extra[g.key(g.row(i))] {
			return spot{i, s.col}
		}
	}
	return s
}

// tellCursor calls OnCursor when another row is under the cursor, or always.
func (g *Grid[T]) tellCursor(always bool) {
	row, ok := g.Current()
	k := g.currentKey()
	if g.OnCursor == nil || (!always && k == g.told) {
		return
	}
	g.told = k
	g.OnCursor(row, ok)
}

func (g *Grid[T]) tellSelection() {
	if g.OnSelect != nil {
		g.OnSelect(g.Selected())
	}
}

// WithCurrent hands the row under the cursor to do; where there is none, the notice
// line says what to pick first.
func (g *Grid[T]) WithCurrent(pickFirst string, do func(row T)) {
	if r, ok := g.Current(); ok {
		do(r)
		return
	}
	g.ui.Notice(pickFirst)
}

// editable is the next cell of a row that can be typed in, outside of it where there is none.
func (g *Grid[T]) editable(s spot, step int) spot {
	for s.col >= 0 && s.col < len(g.columns) && !g.canEdit(s) {
		s.col += step
	}
	return s
}

// inDialog says whether the list stands in a dialog.
func (g *Grid[T]) inDialog() bool {
	n := len(g.ui.dialogs)
	return n > 0 && holds(g.ui.dialogs[n-1].popup.Content, g)
}

// leave gives the keyboard to the next field, or the one before.
func (g *Grid[T]) leave(back bool) {
	c := g.ui.Window.Canvas()
	if back {
		c.FocusPrevious()
		return
	}
	c.FocusNext()
}

// At is where the cursor is in what is shown, -1 for no row at all.
func (g *Grid[T]) At() (row, column int) {
	if len(g.view) == 0 {
		return -1, -1
	}
	return g.at.row, g.at.col
}
