package forms

// Excel and LibreOffice break pages where a row no longer fits. That leaves
// headings at the foot of a page and signatures alone on the next, so the program
// counts the heights itself and breaks before what must stay together.

// pagedRows is how long a sheet may be to have its pages counted; a longer one is
// read on the screen and breaks where it will.
const pagedRows = 4000

// Heights in points of what a page holds between its margins, a little less than
// the paper so that rounding never pushes a row over.
const (
	portraitHigh  = 257 * pointsPerMM * 0.97
	landscapeHigh = 170 * pointsPerMM * 0.97
)

// stick keeps the row just put on one page with the next.
func (s *sheet) stick() {
	if s.out == nil && s.row > 0 && s.row <= len(s.places.keep) {
		s.places.keep[s.row-1] = true
	}
}

// stickLoosely keeps the row just put on one page with the next, unless most of the page
// would stay empty for it.
func (s *sheet) stickLoosely() {
	if s.out == nil && s.row > 0 && s.row <= len(s.places.keep) {
		if s.places.loosely == nil {
			s.places.loosely = map[int]bool{}
		}
		s.places.loosely[s.row] = true
	}
}

// pageHeight is what a page of the sheet holds, in the sheet's own points: a
// sheet wider than the paper is printed smaller and holds more.
func (s *sheet) pageHeight() float64 {
	high, wide := portraitHigh, 0.0
	if s.landscape {
		high = landscapeHigh
	}
	for _, w := range s.widths {
		wide += w
	}
	return high * max(1, wide/s.paper())
}

// nearly is how much higher than a page a sheet may be to be printed a little smaller on one.
const nearly = 1.12

// onPages is how many pages the sheet is printed on at most, 0 as many as it takes: what
// is hardly more than a page does not end with a signature alone on the next.
func (s *sheet) onPages() int {
	p := s.places
	if s.pages > 0 || s.working || len(p.heights) < p.rows || len(p.charts) > 0 {
		return s.pages
	}
	all := 0.0
	for _, h := range p.heights[:p.rows] {
		all += h
	}
	if page := s.pageHeight(); all > page && all <= page*nearly {
		return 1
	}
	return 0
}

// filled is the part of a page that must be filled before what belongs together may leave
// the rest of it empty.
const filled = 0.6

// together is the last row that stays with a row, and how high they are.
func (p *places) together(from int, loosely bool) (to int, high float64) {
	to, high = from, p.heights[from]
	for to+1 < p.rows && (p.keep[to] || loosely && p.loosely[to+1]) {
		to++
		high += p.heights[to]
	}
	return to, high
}

// breaks says before which rows (from 1) a page must end. Rows that keep with the
// next move together, unless they are more than a page.
func (p *places) breaks(page float64) []int {
	if len(p.heights) < p.rows {
		return nil
	}
	repeated := 0.0
	for row := p.headFrom; row > 0 && row <= p.headTo; row++ {
		repeated += p.heights[row-1]
	}
	var out []int
	used := 0.0
	for from := 0; from < p.rows; {
		to, high := p.together(from, true)
		again := 0.0 // the header repeated on a new page
		if from >= p.headTo {
			again = repeated
		}
		if used+high > page && used < page*filled {
			to, high = p.together(from, false)
		}
		if used > again && used+high > page && high <= page-again {
			out = append(out, from+1)
			used = again
		}
		for ; from <= to; from++ {
			if used+p.heights[from] > page {
				used = again
			}
			used += p.heights[from]
		}
	}
	return out
}
