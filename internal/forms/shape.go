package forms

import (
	"fmt"
	"math"
	"slices"

	"tdkt/internal/tdkt"
)

// turnedWidth is the width in mm of a column whose title stands upright.
const turnedWidth = 9.0

// widths are the columns' widths for the layout. A column never gets narrower
// than the longest word of its title, nor much narrower than it asks.
func widths[T any](b *book, columns []column[T], size float64) []width {
	w := make([]width, len(columns))
	for i, c := range columns {
		word := b.titleWidth(c.title, size)
		if c.turned {
			w[i] = width{want: turnedWidth, least: turnedWidth}
			continue
		}
		w[i] = width{want: max(c.width, word), least: max(c.width*0.75, word)}
	}
	return w
}

// titleWidth is the width in mm that the longest word of a column's title needs.
func (b *book) titleWidth(title string, size float64) float64 {
	return (b.ruler.longestWord(title, size, true) + cellPadding) / pointsPerMM
}

// shape gives the columns the widths that make the list shortest, for what its rows hold:
// numbers and days stand on one line, and the room of short texts goes to long ones. Where
// the titles of counted columns alone would make the print too small, they are turned.
func shape[T any](b *book, landscape bool, columns []column[T], size float64, list []T) []width {
	s := newShaper(b, landscape, columns, size, list)
	if s.sum(s.least) > s.paper {
		for i, c := range columns {
			columns[i].turned = c.kind == mark || c.kind == number && len(c.title) > 12
		}
		s = newShaper(b, landscape, columns, size, list)
	}
	if size == sizeFine && s.sum(s.least) > s.paper*0.85 {
		s.paper *= wider
	}
	s.start(widths(b, columns, size))
	s.climb()
	if size > sizeFine { // smaller ones stand on sheets without a heading
		s.halve()
	}
	out := make([]width, len(columns))
	for i, w := range s.now {
		out[i] = width{want: w, least: w}
	}
	return out
}

// asked gives the columns the widths that the office asks for, as far as numbers, days and
// the longest words let it.
func asked[T any](b *book, landscape bool, columns []column[T], size float64, list []T) []width {
	s := newShaper(b, landscape, columns, size, list)
	s.start(widths(b, columns, size))
	out := make([]width, len(columns))
	for i, w := range s.now {
		out[i] = width{want: w, least: w}
	}
	return out
}

// shaper looks for the widths.
type shaper struct {
	b     *book
	size  float64
	paper float64
	least []float64  // mm a column cannot do without
	loose []bool     // the column's texts may be broken, and its width changed
	words [][]string // the texts of the loose columns, by column and row
	lines [][][]int  // how many lines they take, by column, width in steps, row
	now   []float64
}

// shaped is how many rows of a list are looked at.
const shaped = 40

// wider is how much more than the paper a list of many columns may be: it is printed smaller.
const wider = 1.15

// roomy is the width in mm that a column of longer texts has at least.
const roomy = 32.0

// longWord is the width in mm from which a word may be broken.
const longWord = 40.0

// step is how much width moves from a column to another at once, in mm; more is tried too,
// since a text of several paragraphs gets shorter by leaps.
const step = 4.0

func steps() []float64 { return []float64{step, 3 * step, 6 * step} }

func newShaper[T any](b *book, wide bool, columns []column[T], size float64, list []T) *shaper {
	n := len(columns)
	s := &shaper{
		b: b, size: size, paper: layout{landscape: wide}.paper(),
		least: make([]float64, n), loose: make([]bool, n), words: make([][]string, n), lines: make([][][]int, n),
	}
	seen := sampled(columns, list)
	for i, c := range columns {
		s.least[i] = turnedWidth
		if !c.turned {
			s.least[i] = b.titleWidth(c.title, size)
		}
		var sum int64
		s.loose[i] = c.kind == text
		for k := range list {
			if i == 0 {
				continue // numbers of rows
			}
			v := c.value(k+1, list[k])
			sum += counted(c.kind, v)
			words, fixed := shownAs(v)
			need := b.ruler.points(words, size, false)
			if c.kind == money || c.kind == rate {
				need += cellPadding // its indent
			}
			if s.loose[i] || !fixed && need > 30*pointsPerMM {
				need = min(b.ruler.longestWord(words, size, false), longWord*pointsPerMM)
			}
			if s.loose[i] && b.ruler.points(words, size, false) > roomy*pointsPerMM {
				s.least[i] = max(s.least[i], min(roomy, c.width*0.75))
			}
			s.least[i] = max(s.least[i], (need+cellPadding+1)/pointsPerMM)
			if s.loose[i] && seen(k) {
				s.words[i] = append(s.words[i], words)
			}
		}
		if sum != 0 {
			s.least[i] = max(s.least[i], (b.ruler.points(dots(sum), size, true)+2*cellPadding)/pointsPerMM)
		}
	}
	return s
}

// shownAs is a value as its cell shows it, and whether it cannot be broken into lines.
func shownAs(v any) (words string, fixed bool) {
	switch x := v.(type) {
	case nil:
		return "", true
	case string:
		return x, false
	case tdkt.Day:
		return x.String(), true
	case int:
		return dots(int64(x)) + " ", true
	case int64:
		return dots(x) + " ", true
	case float64:
		return "100,0%", true
	}
	return fmt.Sprint(v), true
}

// sampled says which rows are looked at: some of all, and the longest of each column.
func sampled[T any](columns []column[T], list []T) func(int) bool {
	every := max(len(list)/shaped, 1)
	longest := map[int]bool{}
	for _, c := range columns {
		at, most := -1, 40
		if c.kind != text {
			continue
		}
		for i, r := range list {
			if words, ok := c.value(i+1, r).(string); ok && len(words) > most {
				at, most = i, len(words)
			}
		}
		longest[at] = true
	}
	return func(i int) bool { return i%every == 0 || longest[i] }
}

func (s *shaper) sum(list []float64) float64 {
	total := 0.0
	for _, w := range list {
		total += w
	}
	return total
}

// start begins with the widths asked for, as the paper lets them be.
func (s *shaper) start(asked []width) {
	s.now = layout{columns: asked, landscape: s.paper >= landscape}.fit()
	over := 0.0
	for i, w := range s.now {
		if w < s.least[i] {
			s.now[i] = s.least[i]
		}
		over += s.now[i]
	}
	over -= s.paper
	spare := s.sum(s.now) - s.sum(s.least)
	if over <= 0 || spare <= 0 {
		return
	}
	part := min(1, over/spare)
	for i := range s.now { // what the others can spare
		s.now[i] -= part * (s.now[i] - s.least[i])
	}
}

// climb moves width between columns as long as the list gets shorter by it.
func (s *shaper) climb() {
	if slices.Index(s.loose, true) < 0 {
		return
	}
	best := s.cost(s.now)
	for range 80 {
		m, cost := s.bestMove(best * 0.995)
		if m.by == 0 {
			return
		}
		s.now[m.from], s.now[m.to], best = s.now[m.from]-m.by, s.now[m.to]+m.by, cost
	}
}

// move gives width of a column to another.
type move struct {
	from, to int
	by       float64
}

// bestMove is the move that makes the list shortest, none where no move makes it shorter
// than a cost.
func (s *shaper) bestMove(least float64) (move, float64) {
	var best move
	for from := range s.now {
		for to := range s.now {
			if from == to || !s.loose[from] || !s.loose[to] {
				continue
			}
			for _, by := range steps() {
				if s.now[from]-by < s.least[from] {
					break
				}
				s.now[from], s.now[to] = s.now[from]-by, s.now[to]+by
				if c := s.cost(s.now); c < least {
					best, least = move{from, to, by}, c
				}
				s.now[from], s.now[to] = s.now[from]+by, s.now[to]-by
			}
		}
	}
	return best, least
}

// Widths in mm of the left block of a heading, upright and landscape: the name of an office
// has room, and so has the quốc hiệu beside it.
const (
	leftLeast, leftMost         = 66.0, 73.0
	leftLeastWide, leftMostWide = 85.0, 150.0
)

// halve moves width between columns so that one of them ends between the two blocks of the
// heading, which can only be cells of whole columns.
func (s *shaper) halve() {
	low, high := leftLeast, leftMost
	if s.paper >= landscape {
		low, high = leftLeastWide, leftMostWide
	}
	best, by, rest := -1, 0.0, math.Inf(1)
	sum := 0.0
	for i, w := range s.now[:len(s.now)-1] {
		sum += w
		off := sum - max(low, min(sum, high)) // what the columns up to this one give to the others
		can := s.canMove(i, off)
		if left := math.Abs(off-can)*10 + math.Abs(can); left < rest {
			best, by, rest = i, can, left
		}
	}
	if best < 0 || by == 0 {
		return
	}
	s.now[s.widest(0, best+1)] -= by
	s.now[s.widest(best+1, len(s.now))] += by
}

// canMove is how much of an amount the columns up to one can give to those behind it.
func (s *shaper) canMove(end int, off float64) float64 {
	left, right := s.widest(0, end+1), s.widest(end+1, len(s.now))
	if left < 0 || right < 0 {
		return 0
	}
	return max(min(off, s.now[left]-s.least[left]), s.least[right]-s.now[right])
}

// widest is the loose column that can spare most of those from one to another, -1 without one.
func (s *shaper) widest(from, to int) int {
	best := -1
	for i := from; i < to; i++ {
		if s.loose[i] && (best < 0 || s.now[i]-s.least[i] > s.now[best]-s.least[best]) {
			best = i
		}
	}
	return best
}

// cost is the height of the rows looked at, in lines.
func (s *shaper) cost(w []float64) float64 {
	rows := 0
	for _, list := range s.words {
		rows = max(rows, len(list))
	}
	total := 0.0
	for r := range rows {
		high := 1
		for i := range w {
			if s.loose[i] && r < len(s.words[i]) {
				high = max(high, s.linesOf(i, w[i], r))
			}
		}
		total += float64(high)
		if high > 8 { // a row that is a good part of a page
			total += float64((high - 8) * (high - 8))
		}
	}
	return total
}

// linesOf is how many lines a text takes in a width, remembered.
func (s *shaper) linesOf(col int, w float64, row int) int {
	at := int(w / step * 2)
	for len(s.lines[col]) <= at {
		s.lines[col] = append(s.lines[col], nil)
	}
	if s.lines[col][at] == nil {
		s.lines[col][at] = make([]int, len(s.words[col]))
	}
	if s.lines[col][at][row] == 0 {
		s.lines[col][at][row] = s.b.ruler.lines(s.words[col][row], w*pointsPerMM-cellPadding, s.size, false)
	}
	return s.lines[col][at][row]
}
