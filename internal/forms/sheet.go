package forms

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/paper"
)

// layout is what a sheet is before it has rows.
type layout struct {
	name      string
	landscape bool
	pages     int  // printed on so many pages at most, 0: as many as it takes
	working   bool // for reading on the screen: frozen header and filter buttons
	columns   []width
}

// width is what a column asks for and the least it can do with, in mm on paper.
type width struct{ want, least float64 }

// sheet is one worksheet being written. Its content runs twice: the first time
// (out is nil) it only counts rows and notes places, because excelize wants the
// dimension, drawings and print titles before the first row is streamed.
// After a failure every call does nothing and err keeps the first cause.
type sheet struct {
	*book
	layout
	widths []float64 // of the columns, in mm
	out    *excelize.StreamWriter
	page   *paper.Sheet // where its rows are kept as pages
	row    int          // the last row written
	err    error
	places *places
	whole  bool // rows put now stay on one page
	buffer []any
}

// places is what the first run learned.
type places struct {
	rows             int
	headFrom, headTo int // header rows repeated on each page, 0 none
	listTo           int // last row of the working list
	rules            []rule
	charts           []chartAt
	heights          []float64          // of the rows, while there are not too many
	keep             []bool             // the row stays on one page with the next
	loosely          map[int]bool       // rows that do unless much of the page would be empty
	sizes            map[cellAt]float64 // of cells whose letters are smaller than their column's
}

// cellAt is a cell by its row and its place among the row's cells.
type cellAt struct{ row, cell int }

// cell is one cell to write; span over 1 merges it with the cells to its right,
// down merges it with the cells below.
type cell struct {
	value   any
	formula string
	look    look
	id      int // the look's style number when already known
	span    int
	down    int
	lines   int // lines the text takes when the caller knows better, 0: measured
}

const (
	mmPerUnit   = 1.852 // one unit of column width on paper
	pointsPerMM = 72 / 25.4
	cellPadding = 5 // points of a cell's width that hold no text
	portrait    = 164.0
	landscape   = 250.5
)

// add writes one sheet.
func (b *book) add(l layout, content func(*sheet)) error {
	if b.paged != nil {
		return b.addPaged(l, content)
	}
	widths := l.fit()
	first := &sheet{book: b, layout: l, widths: widths, places: &places{}}
	content(first)
	if first.err != nil {
		return first.err
	}
	first.places.rows = first.row
	if err := b.setUp(first); err != nil {
		return fmt.Errorf("forms: sheet %s: %w", l.name, err)
	}
	out, err := b.file.NewStreamWriter(l.name)
	if err != nil {
		return fmt.Errorf("forms: sheet %s: %w", l.name, err)
	}
	second := &sheet{book: b, layout: l, widths: widths, out: out, places: first.places}
	content(second)
	if second.err == nil && second.row != first.row {
		second.err = fmt.Errorf("forms: sheet %s: %d rows counted, %d written", l.name, first.row, second.row)
	}
	if second.err != nil {
		return second.err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("forms: sheet %s: %w", l.name, err)
	}
	return nil
}

// fit makes the columns fill the page: they share what is left over, and give up
// what is missing as far as they can. A sheet that needs more is printed smaller.
func (l layout) fit() []float64 {
	paper, want, spare := l.paper(), 0.0, 0.0
	for _, c := range l.columns {
		want += c.want
		spare += c.want - c.least
	}
	give := 0.0
	if want > paper && spare > 0 {
		give = min(1, (want-paper)/spare)
	}
	widths := make([]float64, len(l.columns))
	for i, c := range l.columns {
		widths[i] = (c.want - give*(c.want-c.least)) * max(1, paper/want)
	}
	return widths
}

// paper is the width between the margins in mm.
func (l layout) paper() float64 {
	if l.landscape {
		return landscape
	}
	return portrait
}

// width is the text width in points of the columns from (0-based) over a span.
func (s *sheet) width(from, span int) float64 {
	var mm float64
	for i := from; i < from+max(span, 1) && i < len(s.widths); i++ {
		mm += s.widths[i]
	}
	return mm*pointsPerMM - cellPadding
}

// put writes the next row; its height is what its texts need, at least one line.
func (s *sheet) put(cells ...cell) { s.putHigh(0, cells...) }

// putHigh writes the next row with a height in points, 0 for what its texts need.
func (s *sheet) putHigh(height float64, cells ...cell) {
	if s.err != nil {
		return
	}
	s.row++
	if s.page != nil {
		if s.row <= len(s.places.heights) {
			height = s.places.heights[s.row-1]
		} else {
			height = s.tallest(height, cells)
		}
		s.keepRow(height, cells)
		return
	}
	switch {
	case s.out != nil && s.row <= len(s.places.heights):
		height = s.places.heights[s.row-1]
	case s.out != nil || s.row <= pagedRows:
		height = s.tallest(height, cells)
	}
	if s.out == nil {
		if s.row <= pagedRows {
			s.places.heights, s.places.keep = append(s.places.heights, height), append(s.places.keep, s.whole)
		}
		return
	}
	if s.row%1024 == 0 && s.ctx.Err() != nil {
		s.err = s.ctx.Err()
		return
	}
	s.buffer = s.buffer[:0]
	for _, c := range cells {
		s.write(c)
	}
	if s.err == nil {
		s.err = s.out.SetRow(at(0, s.row), s.buffer, excelize.RowOpts{Height: height})
	}
}

// tallest is the height in points of a row: what its texts need, and at least low.
func (s *sheet) tallest(low float64, cells []cell) float64 {
	col := 0
	for _, c := range cells {
		low = max(low, s.need(c, col))
		col += max(c.span, 1)
	}
	return min(low, excelize.MaxRowHeight)
}

// write puts a cell and the empty rest of its span into the row's buffer.
func (s *sheet) write(c cell) {
	id := c.id
	if id == 0 {
		var err error
		if id, err = s.style(c.look); err != nil {
			s.err = err
			return
		}
	}
	col := len(s.buffer)
	s.buffer = append(s.buffer, excelize.Cell{StyleID: id, Value: c.value, Formula: c.formula})
	for range c.span - 1 {
		s.buffer = append(s.buffer, excelize.Cell{StyleID: id})
	}
	if c.span > 1 || c.down > 1 {
		s.err = s.out.MergeCell(at(col, s.row), at(col+max(c.span, 1)-1, s.row+max(c.down, 1)-1))
	}
}

// need is the height in points that a cell's text needs.
func (s *sheet) need(c cell, col int) float64 {
	const air = 3
	if c.look.turn != 0 {
		return s.turnedNeed(c, col)
	}
	lines := c.lines
	if text, ok := c.value.(string); ok && lines == 0 && c.down <= 1 {
		lines = 1
		if c.look.wrap {
			lines = s.ruler.lines(text, s.width(col, c.span), c.look.size, c.look.bold)
		}
	}
	return float64(max(lines, 1))*c.look.size*lineHeight + air
}

// lineHeight is the height of a line beside the size of its letters.
const lineHeight = 1.28

// turnedNeed is the height that a text turned upright needs in its column.
func (s *sheet) turnedNeed(c cell, col int) float64 {
	words, _ := c.value.(string)
	if words == "" || c.down > 1 {
		return 0
	}
	fit := max(int((s.width(col, c.span)+cellPadding/2)/(c.look.size*lineHeight)), 1)
	high := s.ruler.longestWord(words, c.look.size, c.look.bold)
	for s.ruler.lines(words, high, c.look.size, c.look.bold) > fit {
		high += 2
	}
	return high + 2*cellPadding
}

// skip writes an empty row of a height in points.
func (s *sheet) skip(height float64) { s.putHigh(height, cell{look: look{size: 1}}) }

// at names a cell: at(0, 1) is A1.
func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		return "A1"
	}
	return name
}

// area names a range of one column's rows.
func area(col, from, to int) string { return at(col, from) + ":" + at(col, to) }
