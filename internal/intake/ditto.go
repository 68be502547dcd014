package intake

import (
	"strings"

	"tdkt/internal/tdkt"
)

// ditto says whether a cell says "as above": nt, như trên, a mark of repetition.
func ditto(text string) bool {
	switch strings.Trim(tdkt.Fold(text), ". -–") {
	case "nt", "nhu tren", "\"", "''", "″", "“", "”", "〃", "//", ",,", "``":
		return true
	}
	return false
}

// meant is the cell, or for one that says "as above" a copy with what the nearest cell above
// it in the table says.
func (t *tableReading) meant(c *Cell) *Cell {
	if c == nil || !ditto(tdkt.Clean(c.Text)) {
		return c
	}
	for row := c.Row - 1; row > t.b.last; row-- {
		above := t.g.own(row, c.Col)
		if above == nil || ditto(tdkt.Clean(above.Text)) {
			continue
		}
		own := *above
		own.Row, own.Col = c.Row, c.Col
		return &own
	}
	return c
}
