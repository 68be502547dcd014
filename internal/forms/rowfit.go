package forms

// lowestShare is the part of a page that no row of a list is higher than: one long name does
// not take a page of its own, its letters get smaller.
const lowestShare = 0.4

// smaller are the sizes that a text too long for its cell is tried in.
func smaller() []float64 { return []float64{11, 10, 9} }

// hair is what a text may be made smaller by so that it does not need one more line for a
// letter or two: nobody sees it, but a row of two lines for one line of words.
const hair = 0.5

// putFitted writes a row of a list. The first run finds the letters of each cell, the second
// takes them.
func (s *sheet) putFitted(cells []cell) {
	row := s.row + 1
	if s.out == nil && row <= pagedRows && s.err == nil {
		s.fitRow(row, cells)
	}
	if len(s.places.sizes) > 0 {
		for i := range cells {
			if size, ok := s.places.sizes[cellAt{row, i}]; ok {
				cells[i].look.size, cells[i].id = size, 0
			}
		}
	}
	s.put(cells...)
}

// fitRow notes the cells of a row that need smaller letters.
func (s *sheet) fitRow(row int, cells []cell) {
	limit := s.pageHeight() * lowestShare
	col, high := 0, 0.0
	for _, c := range cells {
		high = max(high, s.need(c, col))
		col += max(c.span, 1)
	}
	if high < 2*cells[0].look.size { // one line
		return
	}
	col = 0
	for i, c := range cells {
		words, ok := c.value.(string)
		if ok && c.look.wrap && s.need(c, col) > high-1 {
			if size := s.sizeFor(c, words, col, limit); size != c.look.size {
				if s.places.sizes == nil {
					s.places.sizes = map[cellAt]float64{}
				}
				s.places.sizes[cellAt{row, i}] = size
			}
		}
		col += max(c.span, 1)
	}
}

// sizeFor is the size of letters that a cell's words are best written in.
func (s *sheet) sizeFor(c cell, words string, col int, limit float64) float64 {
	was := c.look.size
	for _, size := range smaller() {
		if s.need(c, col) <= limit {
			break
		}
		c.look.size = min(size, was)
	}
	if c.look.size != was {
		return c.look.size
	}
	room := s.width(col, c.span)
	safe := s.ruler.lines(words, room, was, c.look.bold)
	bare := s.ruler.lines(words, room+cellPadding/2, was/slack, c.look.bold)
	if bare < safe {
		for size := was - hair; size >= was-2*hair; size -= hair {
			if s.ruler.lines(words, room, size, c.look.bold) == bare {
				return size
			}
		}
	}
	return was
}
