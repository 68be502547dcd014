package kit

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// areaTSV is the selection as Excel pastes it: the range, or the whole rows added
// by Ctrl.
func (g *Grid[T]) areaTSV() string {
	if len(g.view) == 0 {
		return ""
	}
	top, left, bottom, right := g.area()
	var rows [][]string
	for i := range g.view {
		switch {
		case len(g.extra) > 0 && g.rowSelected(i):
			rows = append(rows, g.texts(i, 0, len(g.columns)-1))
		case len(g.extra) == 0 && i >= top && i <= bottom:
			rows = append(rows, g.texts(i, left, right))
		}
	}
	return FormatTSV(rows)
}

func (g *Grid[T]) texts(i, left, right int) []string {
	out := make([]string, 0, right-left+1)
	for c := left; c <= right; c++ {
		out = append(out, g.columns[c].Text(g.row(i)))
	}
	return out
}

// Titles is the headers, for an export.
func (g *Grid[T]) Titles() []string {
	out := make([]string, len(g.columns))
	for i, c := range g.columns {
		out[i] = c.Title
	}
	return out
}

// Texts is what is shown, row by row, for an export.
func (g *Grid[T]) Texts() [][]string {
	out := make([][]string, len(g.view))
	for i := range g.view {
		out[i] = g.texts(i, 0, len(g.columns)-1)
	}
	return out
}

// TSV is headers and rows as shown, as Excel pastes them.
func (g *Grid[T]) TSV() string { return FormatTSV(append([][]string{g.Titles()}, g.Texts()...)) }

// paste puts a block of cells at the cursor: through OnPaste, else through the
// editors of the columns. One bad cell and nothing is changed.
func (g *Grid[T]) paste(text string) {
	cells := ParseTSV(text)
	if len(cells) == 0 || len(g.view) == 0 {
		return
	}
	cells = g.stretched(cells)
	top, left, _, _ := g.area()
	if g.OnPaste != nil {
		p := Paste[T]{Cells: cells, Column: left}
		for i := top; i < min(top+len(cells), len(g.view)); i++ {
			p.Rows = append(p.Rows, g.row(i))
		}
		p.Extra = len(cells) - len(p.Rows)
		g.OnPaste(p)
		return
	}
	g.apply(top, left, cells, true)
}

// stretched repeats a single copied cell over the whole range.
func (g *Grid[T]) stretched(cells [][]string) [][]string {
	if len(cells) != 1 || len(cells[0]) != 1 {
		return cells
	}
	top, left, bottom, right := g.area()
	out := make([][]string, bottom-top+1)
	for i := range out {
		out[i] = make([]string, right-left+1)
		for j := range out[i] {
			out[i][j] = cells[0][0]
		}
	}
	return out
}

// apply checks a block of texts and saves what changes. A paste says what it left
// out; filling and emptying pass over cells that cannot be edited.
func (g *Grid[T]) apply(top, left int, cells [][]string, paste bool) {
	var b block[T]
	for i, line := range cells {
		for j, text := range line {
			g.weigh(&b, spot{top + i, left + j}, text)
		}
	}
	switch {
	case len(b.bad) == 1 && len(b.edits) == 0:
		g.ui.Warn(b.bad[0].Text)
	case len(b.bad) > 0:
		g.ui.ShowError(&tdkt.Error{Kind: tdkt.Invalid, Text: fmt.Sprintf(textPasteBad, len(b.bad)), Problems: b.bad})
	case len(b.edits) == 0 && b.skipped > 0:
		g.ui.Warn(textNoEdit)
	case b.skipped > 0 && paste:
		g.saveAll(b.edits, fmt.Sprintf(textPasteOutside, b.skipped))
	case len(b.edits) > 1:
		g.saveAll(b.edits, fmt.Sprintf(textPasted, len(b.edits)))
	default:
		g.saveAll(b.edits, "")
	}
}

// block is what became of a block of texts.
type block[T any] struct {
	edits   []Edit[T]
	bad     []tdkt.Problem
	skipped int
}

// weigh adds one text of a block.
func (g *Grid[T]) weigh(b *block[T], s spot, text string) {
	if s.row >= len(g.view) || s.col >= len(g.columns) || !g.canEdit(s) {
		b.skipped++
		return
	}
	row := g.row(s.row)
	clean, err := g.clean(s.col, row, text)
	switch {
	case err != nil:
		b.bad = append(b.bad, tdkt.Problem{Cell: g.place(s), Text: g.ui.sentence(err)})
	case !g.unchanged(row, s.col, clean):
		b.edits = append(b.edits, Edit[T]{Row: row, Column: s.col, Text: clean})
	}
}

// place names a cell to a person: its row by the first column, and its header.
func (g *Grid[T]) place(s spot) string {
	return fmt.Sprintf("%s, %s", g.columns[0].Text(g.row(s.row)), g.columns[s.col].Title)
}

// fillDown copies the top row of the range into the rows below it.
func (g *Grid[T]) fillDown() {
	top, left, bottom, right := g.area()
	if len(g.view) == 0 {
		return
	}
	if top == bottom { // one row: copy from the row above, as Excel does
		if top == 0 {
			return
		}
		top--
	}
	first := g.texts(top, left, right)
	var cells [][]string
	for range bottom - top {
		cells = append(cells, first)
	}
	g.apply(top+1, left, cells, false)
}

// deleteArea empties the cells of the range that can be changed.
func (g *Grid[T]) deleteArea() {
	if len(g.view) == 0 {
		return
	}
	top, left, bottom, right := g.area()
	cells := make([][]string, bottom-top+1)
	for i := range cells {
		cells[i] = make([]string, right-left+1)
	}
	g.apply(top, left, cells, false)
}
