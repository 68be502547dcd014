package paper

import (
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tdkt/assets"
	"tdkt/internal/docx"
)

// WriteWord draws a Word paper as pages: its own sizes, indents, tables and page numbers, in
// letters as wide as Word's.
func WriteWord(w io.Writer, at time.Time, title string, pages *docx.Pages) error {
	d := newWordPages(at, title)
	d.stamp = pages.Stamp
	for i := range pages.Sections {
		d.section(&pages.Sections[i])
	}
	return (&drawing{pdf: d.pdf}).output(w)
}

func newWordPages(at time.Time, title string) *wordPages {
	pdf := fpdf.New("P", "pt", "A4", "")
	for style, file := range map[string][]byte{"": assets.FontRegular, "B": assets.FontBold, "I": assets.FontItalic} {
		pdf.AddUTF8FontFromBytes(font, style, file)
	}
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCellMargin(0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(at)
	pdf.SetModificationDate(at)
	pdf.SetTitle(title, true)
	return &wordPages{pdf: pdf}
}

// wordPages draws the pages of one Word paper.
type wordPages struct {
	pdf    *fpdf.Fpdf
	stamp  string
	s      *docx.PageSection
	y      float64 // of the line reached
	low    float64 // where the text of a page ends
	number int     // of the page under way
	first  bool    // the page is the first of its section
	fresh  bool    // nothing stands on the page yet
}

func (d *wordPages) section(s *docx.PageSection) {
	d.s, d.low = s, s.Height-s.Bottom
	if s.First > 0 {
		d.number = s.First - 1
	}
	d.first = true
	d.page()
	d.flow(s.Blocks, s.Left, s.Width-s.Left-s.Right)
}

// page begins a page: its stamp, its header with the number.
func (d *wordPages) page() {
	d.pdf.AddPageFormat("P", fpdf.SizeType{Wd: d.s.Width, Ht: d.s.Height})
	d.number++
	if d.stamp != "" {
		d.marked()
	}
	if !d.first || !d.s.Bare {
		d.y = d.s.HeadTop
		for _, b := range d.s.Header {
			if b.Para == nil {
				continue
			}
			for _, l := range d.lines(b.Para, d.s.Width-d.s.Left-d.s.Right) {
				d.line(l, d.s.Left)
			}
		}
	}
	d.y, d.first, d.fresh = d.s.Top, false, true
}

// marked draws the stamp across the page, in grey, behind what follows.
func (d *wordPages) marked() {
	const size, grey, slant = 105, 225, 45
	d.pdf.SetFont(font, "", size)
	d.pdf.SetTextColor(grey, grey, grey)
	x, y := d.s.Width/2, d.s.Height/2
	d.pdf.TransformBegin()
	d.pdf.TransformRotate(slant, x, y)
	d.pdf.Text(x-d.pdf.GetStringWidth(d.stamp)/2, y+size/3, d.stamp)
	d.pdf.TransformEnd()
	d.pdf.SetTextColor(0, 0, 0)
}

// flow draws paragraphs and tables from the place reached on.
func (d *wordPages) flow(blocks []docx.PageBlock, x, wide float64) {
	for i, b := range blocks {
		if b.Table != nil {
			d.table(b.Table, x, wide, d.after(blocks, i, wide))
			continue
		}
		d.para(b.Para, x, wide, d.after(blocks, i, wide))
	}
}

// after is the room that must follow the end of a block on its page: the beginning of the next
// where the block keeps with it.
func (d *wordPages) after(blocks []docx.PageBlock, i int, wide float64) float64 {
	if !keeps(blocks[i]) || i+1 >= len(blocks) {
		return 0
	}
	b := blocks[i+1]
	if b.Table != nil {
		need, at := 0.0, 0
		for at < len(b.Table.Rows) {
			row := &b.Table.Rows[at]
			need += d.rowHeight(b.Table, row)
			if at++; !row.Head && !rowKeeps(row) {
				break
			}
		}
		if at == len(b.Table.Rows) {
			need += d.after(blocks, i+1, wide)
		}
		return min(need, d.room())
	}
	lines := d.lines(b.Para, wide)
	need := beginning(lines)
	if len(lines) <= whole {
		need += d.after(blocks, i+1, wide)
	}
	return min(need, d.room())
}

// room is the height of a page's text.
func (d *wordPages) room() float64 { return d.low - d.s.Top }

// keeps says whether a block stays with the one after it.
func keeps(b docx.PageBlock) bool {
	if b.Para != nil {
		return b.Para.KeepNext
	}
	rows := b.Table.Rows
	return len(rows) > 0 && rowKeeps(&rows[len(rows)-1])
}

// rowKeeps says whether a row stays with what follows: the first paragraphs of its cells do.
func rowKeeps(r *docx.PageTableRow) bool {
	any := false
	for _, c := range r.Cells {
		for _, b := range c.Blocks {
			if b.Para != nil && len(b.Para.Runs) > 0 {
				if !b.Para.KeepNext {
					return false
				}
				any = true
			}
		}
	}
	return any
}

// whole is how many lines are never parted: a line alone does not stand on a page.
const whole = 3

// beginning is the height of what must stand together at the beginning of a paragraph.
func beginning(lines []wordLine) float64 {
	n := len(lines)
	if n > whole {
		n = 2
	}
	return high(lines[:n])
}

func high(lines []wordLine) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.before + l.height + l.after
	}
	return h
}

// para draws a paragraph; next is the room that must follow it on the page.
func (d *wordPages) para(p *docx.PagePara, x, wide, next float64) {
	lines := d.lines(p, wide)
	if p.BreakBefore && !d.fresh {
		d.page()
	}
	for i, l := range lines {
		const tiny = 0.1
		need := together(p, lines, i, next)
		full := d.y+need > d.low+tiny && (need <= d.room() || d.y+l.before+l.height > d.low)
		if !d.fresh && (full || l.page) {
			d.page()
		}
		d.line(l, x)
	}
}

// together is the height of what must stand on one page from a line of a paragraph on: few
// lines as a whole, the first two, the last two with the room that follows.
func together(p *docx.PagePara, lines []wordLine, i int, next float64) float64 {
	n := len(lines)
	small := n <= whole || p.KeepLines
	switch {
	case i == 0 && small || i == n-2 && !small:
		need := high(lines[i:]) + next
		if next == 0 {
			need -= lines[n-1].after // at the end of a page it needs no room
		}
		return need
	case i == 0:
		return beginning(lines)
	}
	return lines[i].before + lines[i].height
}
