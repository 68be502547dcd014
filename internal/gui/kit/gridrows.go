package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// In a list that is short enough every row is as high as its own texts ask for, and
// nothing is cut; in a longer one all rows are alike, since Fyne's table adds up the
// heights of all rows above for each step of the scroll.

const (
	ownHeights = 400 // rows a list may have, each of a height of its own
	ownLines   = 8   // the most in a cell of such a list
	mostLines  = 3   // in a cell of a longer one
)

// rowSpan is what a row needs.
type rowSpan struct {
	lines     int // the most in one of its cells
	top, tall float32
}

// setLines gives rows the lines that their texts need.
func (g *Grid[T]) setLines(sample []T, widths []float32) {
	g.headLines = g.headNeeds(widths)
	if len(g.rows) <= ownHeights {
		g.setSpans(widths)
		return
	}
	lines := 1
	for i := range g.columns {
		room := g.textRoom(i, widths)
		for _, r := range sample {
			if lines == mostLines {
				break
			}
			main, sub := g.columns[i].linesOf(r, room, mostLines, 2)
			lines = max(lines, min(mostLines, main+sub))
		}
	}
	g.lines, g.spans = lines, nil
	g.table.setHeights(nil, g.rowHeight())
}

// setSpans measures each row.
func (g *Grid[T]) setSpans(widths []float32) {
	line, small := lineTall(theme.TextSize()), lineTall(TextSize(Small))
	g.spans, g.lines = make([]rowSpan, len(g.view)), 1
	heights, top := make([]float32, len(g.view)), float32(0)
	for at := range g.view {
		row, lines, tall := g.row(at), 1, line
		for i := range g.columns {
			main, sub := g.columns[i].linesOf(row, g.textRoom(i, widths), ownLines, ownLines)
			lines = max(lines, main+sub)
			tall = max(tall, float32(main)*line+float32(sub)*small)
		}
		heights[at] = tall + lineGain + 2*cellTall + 1
		g.spans[at] = rowSpan{lines, top, heights[at]}
		top += heights[at]
	}
	g.table.setHeights(heights, 0)
}

// textRoom is the room for text in a column.
func (g *Grid[T]) textRoom(i int, widths []float32) float32 {
	room := widths[i] - 2*cellSide
	if i == len(g.columns)-1 {
		room -= scrollRoom
	}
	return room
}

func (g *Grid[T]) headNeeds(widths []float32) int {
	for i, c := range g.columns {
		if textWideBold(c.Title, TextSize(Small)) > g.textRoom(i, widths) {
			return 2
		}
	}
	return 1
}

// linesOf is how many lines a cell has, of text and of small letters below it.
func (c *Column[T]) linesOf(r T, room float32, most, mostSub int) (main, sub int) {
	count := func(text string, size float32, most int) int {
		if !wider(text, size, room) {
			return 1
		}
		return len(breakLines(text, room, most, size, fyne.TextStyle{}))
	}
	main = 1
	if text := c.Text(r); c.wraps() {
		main = count(text, theme.TextSize(), most)
	}
	if c.Sub == nil {
		return main, 0
	}
	if text := c.Sub(r); text != "" {
		sub = count(text, TextSize(Small), mostSub)
	}
	return main, sub
}

// rowPlace is where a row of the view begins, and how high it is.
func (g *Grid[T]) rowPlace(row int) (top, tall float32) {
	if row < 0 {
		return 0, 0
	}
	if row < len(g.spans) {
		return g.spans[row].top, g.spans[row].tall
	}
	tall = g.rowHeight()
	return float32(row) * tall, tall
}

// rowBy is the row that lies so far below the top of another.
func (g *Grid[T]) rowBy(from int, by float32) int {
	if len(g.spans) == 0 {
		return from + int(math.Floor(float64(by/g.rowHeight())))
	}
	top, _ := g.rowPlace(from)
	at := 0
	for at < len(g.spans)-1 && g.spans[at+1].top <= top+by {
		at++
	}
	return at
}

// lineCount is how many lines the rows of a long list have; 1 in a short one, whose rows
// have heights of their own.
func (g *Grid[T]) lineCount() int { return max(1, g.lines) }

// linesAt is how many lines a row has.
func (g *Grid[T]) linesAt(row int) int {
	if row >= 0 && row < len(g.spans) {
		return g.spans[row].lines
	}
	return g.lineCount()
}

// rowHeight is the height of the rows of a long list.
func (g *Grid[T]) rowHeight() float32 { return rowTall(theme.TextSize(), g.lineCount()) }

// page is how many rows fit on the screen from the cursor on, less one.
func (g *Grid[T]) page(up bool) int {
	room := g.table.Size().Height - headTall(g.headLineCount())
	if len(g.spans) == 0 {
		return max(1, int(room/g.rowHeight())-1)
	}
	if up {
		room = -room
	}
	n := g.rowBy(g.at.row, room) - g.at.row
	if n < 0 {
		n = -n
	}
	return max(1, n-1)
}

// lineTall is how much lower a text of one line more stands.
func lineTall(size float32) float32 {
	return measure("Ấgy", size, fyne.TextStyle{}).Height - lineGain
}

// headTall is the height of the headers.
func headTall(lines int) float32 { return rowTall(TextSize(Small), lines) + 2 }
