package intake

import (
	"tdkt/internal/tdkt"
)

// The shape of a table without a header.
const (
	fewestRows  = 2
	mostColumns = 40
	sampleRows  = 30
)

// guessBlock finds a table without a header by what its columns hold: names in one of
// them, and dates, rooms or posts beside. It is asked for before anything is written.
func guessBlock(g *grid) *block {
	if len(g.rows) < fewestRows || g.Prose {
		return nil
	}
	b := &block{grid: g, guessed: true, left: 1, right: min(g.cols, mostColumns), bottom: g.rows[len(g.rows)-1]}
	named := 0
	for col := 1; col <= b.right; col++ {
		field := g.guessColumn(col)
		if field == "name" {
			if named != 0 {
				field = ""
			}
			named = col
		}
		b.columns = append(b.columns, column{number: col, text: "cột " + letters(col), field: field})
	}
	if named == 0 {
		return nil
	}
	for _, row := range g.rows {
		if c := g.own(row, named); c != nil && looksLikeName(ReadName(c.Text).Name) {
			b.top, b.last = row, row-1
			break
		}
	}
	onlyOnce(b.columns)
	if !b.has("birth") && !b.has("unit") && !b.has("position") && !b.has("award") && !b.has("rating") {
		return nil
	}
	return b
}

// guessColumn is the field most of a column's cells speak for.
func (g *grid) guessColumn(col int) string {
	votes, n := map[string]int{}, 0
	for _, row := range g.rows {
		c := g.own(row, col)
		if c == nil {
			continue
		}
		if n++; n > sampleRows {
			break
		}
		votes[guessCell(c)]++
	}
	const most = 3 // of five
	for field, v := range votes {
		if field != "" && v*5 >= n*most && v >= fewestRows {
			return field
		}
	}
	return ""
}

func guessCell(c *Cell) string {
	text := tdkt.Clean(c.Text)
	w := vocabulary()
	ts := tokens(text)
	switch {
	case c.Day != 0:
		return "birth"
	case wholeNumber(text) && len(text) <= 3:
		return "number"
	case looksLikeName(ReadName(text).Name):
		return "name"
	case isUnit(w, ts):
		return "unit"
	case isPost(w, ts):
		return "position"
	}
	if d := ReadBirth(*c, 0); d.Known() && d.Missing == "" {
		return "birth"
	}
	if r, ok := ReadRating(text); ok && r.Level != "" && r.Doubt == "" {
		return "rating"
	}
	if _, ok := ReadAwards(text); ok {
		return "award"
	}
	return ""
}
