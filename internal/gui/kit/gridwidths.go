package kit

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// widthsName is the preference under which the grid's widths are kept: the titles of its
// columns say which grid it is. Digits do not count, since titles name years.
func (g *Grid[T]) widthsName() string {
	h := fnv.New64a()
	for _, c := range g.columns {
		fmt.Fprintln(h, plainTitle(c.Title))
	}
	return fmt.Sprintf("grid-widths-%x", h.Sum64())
}

// plainTitle is a title without the year it may name.
func plainTitle(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, title)
}

// ownWidths are the widths the user gave columns of this grid, today or another day, by
// plain title.
func (g *Grid[T]) ownWidths() map[string]float32 {
	own := map[string]float32{}
	for _, line := range fyne.CurrentApp().Preferences().StringList(g.widthsName()) {
		title, text, _ := strings.Cut(line, "\t")
		if w, err := strconv.ParseFloat(text, 32); err == nil && w >= headLeast {
			own[title] = float32(w)
		}
	}
	return own
}

// keepWidths keeps the widths for another day; called when an edge is let go.
func (g *Grid[T]) keepWidths() {
	own := g.ownWidths()
	for title, w := range g.pulled {
		own[title] = w
	}
	var lines []string
	for title, w := range own {
		lines = append(lines, fmt.Sprintf("%s\t%.0f", title, w))
	}
	fyne.CurrentApp().Preferences().SetStringList(g.widthsName(), lines)
	clear(g.pulled)
}
