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

// ListTable is what is shown, for an export.
func (g *Grid[T]) ListTable() tdkt.ListTable {
	var t tdkt.ListTable
	for i, c := range g.columns {
		t.Columns = append(t.Columns, tdkt.ListColumn{Title: c.Title, Width: float64(g.width(i)), Kind: c.Order.kind()})
	}
	for i := range g.view {
		texts := g.texts(i, 0, len(g.columns)-1)
		for k, c := range g.columns {
			if c.Sub == nil {
				continue
			}
			if sub := c.Sub(g.row(i)); sub != "" {
				texts[k] += "; " + sub
			}
		}
		t.Rows = append(t.Rows, texts)
	}
	if g.filter.Text != "" {
		t.Notes = []string{fmt.Sprintf(textFiltered, g.filter.Text)}
	}
	return t
}

// kind is what a column of that order holds.
func (o Order) kind() tdkt.ListKind {
	switch o {
	case ByNumber:
		return tdkt.ListNumber
	case ByDay:
		return tdkt.ListDay
	case ByText, ByName:
	}
	return tdkt.ListText
}

// TSV is headers and rows as shown, as Excel pastes them.
func (g *Grid[T]) TSV() string {
	t := g.ListTable()
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	return FormatTSV(append([][]string{titles}, t.Rows...))
}

// paste puts a block of cells at the cursor: through OnPaste, else through the editors
// of the columns, after a look at what will change.
func (g *Grid[T]) paste(text string) {
	cells := ParseTSV(text)
	if len(cells) == 0 || len(g.view) == 0 {
		return
	}
	if g.ui.NoWriting != "" {
		g.ui.Warn(g.ui.NoWriting)
		return
	}
	cells = g.stretched(cells)
	top, left, _, _ := g.area()
	switch {
	case g.OnPaste != nil:
		p := Paste[T]{Cells: cells, Column: left}
		for i := top; i < min(top+len(cells), len(g.view)); i++ {
			p.Rows = append(p.Rows, g.row(i))
		}
		p.Extra = len(cells) - len(p.Rows)
		g.OnPaste(p)
	case len(cells) == 1 && len(cells[0]) == 1:
		g.apply(top, left, cells)
	default:
		g.previewPaste(g.weighed(top, left, cells))
	}
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

// apply checks a block of texts and saves what changes, passing over cells that cannot
// be edited. One bad cell and nothing is changed.
func (g *Grid[T]) apply(top, left int, cells [][]string) {
	b := g.weighed(top, left, cells)
	switch {
	case len(b.bad) == 1 && len(b.edits) == 0:
		g.ui.Warn(b.bad[0].Text)
	case len(b.bad) > 0:
		g.ui.ShowError(&tdkt.Error{Kind: tdkt.Invalid, Text: fmt.Sprintf(textPasteBad, len(b.bad)), Problems: b.bad})
	case len(b.edits) == 0 && b.skipped > 0:
		g.ui.Warn(textNoEdit)
	default:
		g.saveAll(b.edits, b.done())
	}
}

// block is what became of a block of texts.
type block[T any] struct {
	edits   []Edit[T]
	bad     []tdkt.Problem
	skipped int
	lines   []pasteLine // what a person is shown of it, unchanged cells left out
}

// done is what is said when the block was written, "" for a single cell.
func (b *block[T]) done() string {
	if len(b.edits) > 1 {
		return fmt.Sprintf(textPasted, len(b.edits))
	}
	return ""
}

func (g *Grid[T]) weighed(top, left int, cells [][]string) *block[T] {
	b := &block[T]{}
	for i, line := range cells {
		for j, text := range line {
			g.weigh(b, spot{top + i, left + j}, text)
		}
	}
	return b
}

// weigh adds one text of a block.
func (g *Grid[T]) weigh(b *block[T], s spot, text string) {
	line := pasteLine{number: len(b.lines), then: text}
	if s.row < len(g.view) {
		line.row = g.columns[0].Text(g.row(s.row))
	}
	if s.col < len(g.columns) {
		line.column = g.columns[s.col].Title
	}
	switch {
	case line.row == "" && s.row >= len(g.view), line.column == "":
		b.skipped++
		line.why = textOutside
	case !g.canEdit(s):
		b.skipped++
		line.now, line.why = g.columns[s.col].Text(g.row(s.row)), textNoEdit
	default:
		row := g.row(s.row)
		line.now = g.columns[s.col].Text(row)
		clean, err := g.clean(s.col, row, text)
		switch {
		case err != nil:
			line.why = g.ui.Sentence(err)
			b.bad = append(b.bad, tdkt.Problem{Cell: g.place(s), Text: line.why})
		case g.unchanged(row, s.col, clean):
			return
		default:
			line.then = clean
			b.edits = append(b.edits, Edit[T]{Row: row, Column: s.col, Text: clean})
		}
	}
	b.lines = append(b.lines, line)
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
	g.apply(top+1, left, cells)
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
	g.apply(top, left, cells)
}
