package intake

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// ownLine is what a cell says of the one of several people of a row that is being read: its
// line, where the cell has one for each of them.
func (t *tableReading) ownLine(c *Cell) *Cell {
	if t.lines < 2 || c == nil || c.Col == t.b.col("name") {
		return c
	}
	lines := slices.DeleteFunc(strings.FieldsFunc(c.Text, func(r rune) bool { return r == '\n' || r == ';' }), func(s string) bool { return tdkt.Clean(s) == "" })
	if len(lines) != t.lines {
		return c
	}
	own := *c
	own.Text = tdkt.Clean(lines[t.line])
	return &own
}
