package kit

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// memo keeps what is dear to make from a text. Lists repeat the same rooms,
// ratings and names, and most texts stay between two SetRows.
type memo struct {
	folds map[string]string
	keys  map[Order]map[string]string
}

func newMemo() memo { return memo{folds: map[string]string{}, keys: map[Order]map[string]string{}} }

func (m memo) fold(s string) string {
	f, ok := m.folds[s]
	if !ok {
		f = tdkt.Fold(s)
		m.folds[s] = f
	}
	return f
}

func (m memo) key(o *tdkt.Collation, by Order, s string) string {
	keys := m.keys[by]
	if keys == nil {
		keys = map[string]string{}
		m.keys[by] = keys
	}
	k, ok := keys[s]
	if !ok {
		k = sortKey(o, by, s)
		keys[s] = k
	}
	return k
}

func sortKey(o *tdkt.Collation, by Order, s string) string {
	switch by {
	case ByName:
		return o.NameKey(s)
	case ByNumber:
		if n, err := ParseNumber(s); err == nil {
			return numberKey(n)
		}
	case ByDay:
		if d, err := ParseDay(s); err == nil {
			return d.ISO()
		}
	case ByText:
	}
	return o.TextKey(s)
}

// SetFilter shows the rows that hold every word of text, in any column and without
// regard to accents and case.
func (g *Grid[T]) SetFilter(text string) {
	if g.filter.Text != text {
		g.filter.SetText(text)
		return // SetText calls back
	}
	g.stopEdit()
	keep, current := g.keepPlaces(), g.currentKey()
	g.words = strings.Fields(tdkt.Fold(text))
	g.rebuild()
	keep()
	if g.currentKey() != current { // its row was filtered away
		g.at.row = 0
		g.from = g.at
	}
	g.changed()
	g.table.scrollTo(g.at)
}

// SortBy orders by a column; -1 goes back to the order of SetRows.
func (g *Grid[T]) SortBy(column int, descending bool) {
	g.stopEdit()
	keep := g.keepPlaces()
	g.sortBy, g.desc = column, descending
	g.rebuild()
	keep()
	if !g.touched { // nobody looks for the row the list happened to open on
		g.at, g.from = spot{0, g.at.col}, spot{0, g.at.col}
	}
	g.changed()
	g.table.scrollTo(g.at)
}

// headerTapped orders by the column, then the other way round, then not.
func (g *Grid[T]) headerTapped(column int) {
	switch {
	case g.sortBy != column:
		g.SortBy(column, false)
	case !g.desc:
		g.SortBy(column, true)
	default:
		g.SortBy(-1, false)
	}
}

// rebuild makes the view from rows, filter and order.
func (g *Grid[T]) rebuild() {
	g.view = make([]int, 0, len(g.rows))
	if len(g.words) > 0 && g.search == nil {
		g.foldRows()
	}
	for i := range g.rows {
		if g.matches(i) {
			g.view = append(g.view, i)
		}
	}
	if g.sortBy >= 0 && g.sortBy < len(g.columns) {
		g.sort()
	}
}

func (g *Grid[T]) matches(i int) bool {
	for _, word := range g.words {
		if !strings.Contains(g.search[i], word) {
			return false
		}
	}
	return true
}

// foldRows makes the search key of each row: those of its cells, parted by what no word holds.
func (g *Grid[T]) foldRows() {
	g.search = make([]string, len(g.rows))
	var b []byte
	for i, row := range g.rows {
		b = b[:0]
		for _, c := range g.columns {
			b = append(append(b, g.memo.fold(c.Text(row))...), 0)
			if c.Sub != nil {
				b = append(append(b, g.memo.fold(c.Sub(row))...), 0)
			}
		}
		g.search[i] = string(b)
	}
}

func (g *Grid[T]) sort() {
	c := g.columns[g.sortBy]
	o := tdkt.NewCollation()
	keys := make([]string, len(g.rows))
	for _, i := range g.view {
		if c.SortKey != nil {
			keys[i] = c.SortKey(o, g.rows[i])
		} else if text := c.Text(g.rows[i]); text != "" {
			keys[i] = g.memo.key(o, c.Order, text)
		}
	}
	slices.SortStableFunc(g.view, func(a, b int) int {
		if keys[a] == "" || keys[b] == "" { // empty cells last, either way
			return cmp.Compare(b2i(keys[a] == ""), b2i(keys[b] == ""))
		}
		if g.desc {
			return cmp.Compare(keys[b], keys[a])
		}
		return cmp.Compare(keys[a], keys[b])
	})
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// keepPlaces remembers cursor and range by key; the function it returns finds them
// again in the new view.
func (g *Grid[T]) keepPlaces() func() {
	keyAt := func(s spot) string {
		if s.row < 0 || s.row >= len(g.view) {
			return ""
		}
		return g.key(g.row(s.row))
	}
	at, from := keyAt(g.at), keyAt(g.from)
	picked := g.pickedKeys()
	return func() {
		places, sought := map[string]int{}, 2
		if at == from {
			sought = 1
		}
		for i := range g.view {
			if k := g.key(g.row(i)); k == at || k == from {
				if places[k] = i; len(places) == sought {
					break
				}
			}
		}
		g.at = g.found(places, at, g.at)
		g.from = g.found(places, from, g.from)
		top, _, bottom, _ := g.area()
		if _, ok := places[from]; !ok || bottom-top+1 != max(1, len(picked)) {
			g.from = g.at
			for _, k := range picked {
				g.extra[k] = true
			}
		}
		g.forgetGone()
	}
}

// pickedKeys is the rows of a range of several.
func (g *Grid[T]) pickedKeys() []string {
	top, _, bottom, _ := g.area()
	if top == bottom {
		return nil
	}
	var keys []string
	for i := top; i <= min(bottom, len(g.view)-1); i++ {
		keys = append(keys, g.key(g.row(i)))
	}
	return keys
}

func (g *Grid[T]) found(places map[string]int, key string, old spot) spot {
	if i, ok := places[key]; ok {
		old.row = i
	}
	return g.clamp(old)
}

func (g *Grid[T]) clamp(s spot) spot {
	s.row = max(0, min(s.row, len(g.view)-1))
	s.col = max(0, min(s.col, len(g.columns)-1))
	return s
}

// forgetGone drops rows from the selection that are no longer in the list.
func (g *Grid[T]) forgetGone() {
	if len(g.extra) == 0 {
		return
	}
	left := map[string]bool{}
	for _, r := range g.rows {
		if k := g.key(r); g.extra[k] {
			left[k] = true
		}
	}
	g.extra = left
}

// sameRows gives the view for rows that have the keys of the old ones, with every
// row in its old place; ok is false when rows came or went.
func (g *Grid[T]) sameRows(rows []T) (view []int, ok bool) {
	if len(rows) != len(g.rows) || len(g.view) == 0 {
		return nil, false
	}
	if g.sortBy < 0 && len(g.words) == 0 {
		return nil, false // the order of SetRows is the order shown
	}
	places := make(map[string]int, len(rows))
	for i, r := range rows {
		places[g.key(r)] = i
	}
	for _, r := range g.rows {
		if _, there := places[g.key(r)]; !there {
			return nil, false
		}
	}
	view = make([]int, len(g.view))
	for i := range g.view {
		view[i] = places[g.key(g.row(i))]
	}
	return view, true
}
