package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tdkt/internal/tdkt"
)

// Cell is one cell that holds something.
type Cell struct {
	Row, Col   int    // 1-based
	Text       string // as a person would read it; lines kept apart by \n
	Day        tdkt.Day
	Number     bool // the cell holds a number, not text
	Scientific bool // digits were lost: Excel keeps 15
	Broken     bool // an Excel error, or a formula without a result
}

// Area is a rectangle of cells.
type Area struct{ Left, Top, Right, Bottom int }

// Sheet is one sheet of a file: a worksheet, a table of a Word file, its paragraphs, a CSV.
type Sheet struct {
	File, Name string
	Cells      []Cell // by row, then column
	Merges     []Area
	Prose      bool // paragraphs of a document, one a row
	Hidden     bool
	Font       string // the old encoding it was put into Unicode from, "" for none
}

// Ref is the name of a cell: "B7".
func Ref(col, row int) string { return fmt.Sprintf("%s%d", letters(col), row) }

func letters(col int) string {
	var b []byte
	for ; col > 0; col = (col - 1) / 26 {
		b = append(b, byte('A'+(col-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}

// place is a cell by row and column.
type place struct{ row, col int }

// Range writes cells as Excel does: "B7", "B7:D7", "B7,D7:D9".
func rangeOf(cells []place) string {
	cells = slices.Clone(cells)
	slices.SortFunc(cells, func(a, b place) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	cells = slices.Compact(cells)
	type run struct{ row, from, to, bottom int }
	var runs []run
	for _, c := range cells {
		if n := len(runs); n > 0 && runs[n-1].row == c.row && runs[n-1].to == c.col-1 {
			runs[n-1].to = c.col
			continue
		}
		runs = append(runs, run{c.row, c.col, c.col, c.row})
	}
	var joined []run
	for _, r := range runs {
		i := slices.IndexFunc(joined, func(o run) bool { return o.from == r.from && o.to == r.to && o.bottom == r.row-1 })
		if i >= 0 {
			joined[i].bottom = r.row
			continue
		}
		joined = append(joined, r)
	}
	var out []string
	for _, r := range joined {
		first, last := Ref(r.from, r.row), Ref(r.to, r.bottom)
		if first == last {
			out = append(out, first)
			continue
		}
		out = append(out, first+":"+last)
	}
	return strings.Join(out, ",")
}

// grid is a sheet ready to be looked at by place, merged areas taken into account.
type grid struct {
	*Sheet
	at     map[place]*Cell
	shown  map[place]place // cells of merged areas → the cell they show
	rows   []int           // rows that hold something, in order
	cols   int             // last column that holds something
	byRow  map[int][]*Cell
	fields map[string]string // text → what it would mean as a header
}

// maxMergedCells bounds how many cells merged areas may cover.
const maxMergedCells = 200_000

func newGrid(s *Sheet) *grid {
	g := &grid{Sheet: s, at: make(map[place]*Cell, len(s.Cells)), shown: map[place]place{}, byRow: map[int][]*Cell{}, fields: map[string]string{}}
	for i := range s.Cells {
		c := &s.Cells[i]
		if strings.TrimSpace(tdkt.Clean(c.Text)) == "" {
			continue
		}
		g.at[place{c.Row, c.Col}] = c
		if len(g.byRow[c.Row]) == 0 {
			g.rows = append(g.rows, c.Row)
		}
		g.byRow[c.Row] = append(g.byRow[c.Row], c)
		g.cols = max(g.cols, c.Col)
	}
	slices.Sort(g.rows)
	room := maxMergedCells
	for _, a := range s.Merges {
		from := place{a.Top, a.Left}
		if g.at[from] == nil {
			continue
		}
		for r := a.Top; r <= a.Bottom && room > 0; r++ {
			for c := a.Left; c <= a.Right && room > 0; c++ {
				room--
				if p := (place{r, c}); g.at[p] == nil {
					g.shown[p] = from
				}
			}
		}
	}
	return g
}

// text is what a place shows.
func (g *grid) text(row, col int) string {
	c := g.cell(row, col)
	if c == nil {
		return ""
	}
	return tdkt.Clean(c.Text)
}

// cell is the cell a place shows, nil for none.
func (g *grid) cell(row, col int) *Cell {
	p := place{row, col}
	if c := g.at[p]; c != nil {
		return c
	}
	if from, ok := g.shown[p]; ok {
		return g.at[from]
	}
	return nil
}

// field is headerField, with what was looked up kept.
func (g *grid) field(text string) string {
	if !strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsAny(text, "0123456789") || text == "" {
		return ""
	}
	f, ok := g.fields[text]
	if !ok {
		f = headerField(text)
		g.fields[text] = f
	}
	return f
}

// own is the cell at a place itself, nil where it only shows another.
func (g *grid) own(row, col int) *Cell { return g.at[place{row, col}] }
