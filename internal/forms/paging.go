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
		to, high := from, p.heights[from]
		for p.keep[to] && to+1 < p.rows {
			to++
			high += p.heights[to]
		}
		again := 0.0 // the header repeated on a new page
		if from >= p.headTo {
			again = repeated
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
