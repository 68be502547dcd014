package paper

import (
	"io"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tdkt/assets"
)

// Sheet is a sheet of a workbook as pages: the same rows, widths, heights and page ends.
type Sheet struct {
	Landscape        bool
	Widths           []float64 // mm
	Rows             []SheetRow
	HeadFrom, HeadTo int          // rows from 1 repeated on each page, 0 none
	Breaks           map[int]bool // a page begins before these rows, from 1
	OnePage          bool         // made smaller to stand on one
}

// SheetRow is a row of a height in points.
type SheetRow struct {
	Height float64
	Cells  []SheetCell
	Rules  []SheetRule // drawn at its top
}

// SheetCell is a cell over Span columns and Down rows.
type SheetCell struct {
	Text         string
	Size         float64
	Bold, Italic bool
	Across       string // left, center, right
	Box, Wrap    bool
	Turned       bool
	Fill         bool
	Span, Down   int
	Covered      bool // lies under a cell of the row above
}

// SheetRule is a line in mm from the left edge of the sheet.
type SheetRule struct{ From, Long float64 }

// Margins in mm of Decree 30/2020, and what a page holds in points as the workbook counts.
const (
	sheetLeft, sheetRight, sheetTop = 30.0, 15.0, 20.0
	pointMM                         = 25.4 / 72
	sheetPad                        = 0.9 // mm of a cell beside its text
)

// WriteSheets draws sheets one after the other; the pages of each are numbered from 1, the
// number above from the second on.
func WriteSheets(w io.Writer, at time.Time, title string, sheets []Sheet) error {
	pdf := fpdf.New("P", "mm", "A4", "")
	for style, file := range map[string][]byte{"": assets.FontRegular, "B": assets.FontBold, "I": assets.FontItalic} {
		pdf.AddUTF8FontFromBytes(font, style, file)
	}
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCellMargin(0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(at)
	pdf.SetModificationDate(at)
	pdf.SetTitle(title, true)
	for i := range sheets {
		p := &sheetPages{pdf: pdf, s: &sheets[i]}
		p.draw()
	}
	return (&drawing{pdf: pdf}).output(w)
}

// sheetPages draws the pages of one sheet.
type sheetPages struct {
	pdf   *fpdf.Fpdf
	s     *Sheet
	scale float64
	left  float64
	y     float64
	page  int
}

func (p *sheetPages) draw() {
	wide, high := paperWidth, paperHeight
	if p.s.Landscape {
		wide, high = high, wide
	}
	sum := 0.0
	for _, w := range p.s.Widths {
		sum += w
	}
	room, tall := wide-sheetLeft-sheetRight, high-2*sheetTop
	p.scale = min(1, room/sum)
	if p.s.OnePage {
		all := 0.0
		for _, r := range p.s.Rows {
			all += r.Height * pointMM
		}
		p.scale = min(p.scale, tall/all)
	}
	p.left = sheetLeft + (room-sum*p.scale)/2
	p.newPage()
	for i := range p.s.Rows {
		row := i + 1
		h := p.s.Rows[i].Height * pointMM * p.scale
		if (p.s.Breaks[row] || p.y+h > sheetTop+tall+0.5) && p.y > sheetTop {
			p.newPage()
			if p.s.HeadFrom > 0 && row > p.s.HeadTo {
				for k := p.s.HeadFrom; k <= p.s.HeadTo; k++ {
					p.row(k - 1)
				}
			}
		}
		p.row(i)
	}
}

func (p *sheetPages) newPage() {
	orientation := "P"
	if p.s.Landscape {
		orientation = "L"
	}
	p.pdf.AddPageFormat(orientation, fpdf.SizeType{Wd: paperWidth, Ht: paperHeight})
	p.page++
	p.y = sheetTop
	if p.page == 1 {
		return
	}
	wide := paperWidth
	if p.s.Landscape {
		wide = paperHeight
	}
	const size = 13
	p.pdf.SetFont(font, "", size)
	p.pdf.SetXY(sheetLeft, sheetTop/2)
	p.pdf.CellFormat(wide-sheetLeft-sheetRight, 6, strconv.Itoa(p.page), "", 0, "C", false, 0, "")
}

// row draws a row at the place reached.
func (p *sheetPages) row(i int) {
	r := p.s.Rows[i]
	x, col := p.left, 0
	for _, c := range r.Cells {
		w := 0.0
		for k := col; k < col+max(c.Span, 1) && k < len(p.s.Widths); k++ {
			w += p.s.Widths[k] * p.scale
		}
		h := r.Height
		for k := i + 1; k < i+c.Down && k < len(p.s.Rows); k++ {
			h += p.s.Rows[k].Height
		}
		if !c.Covered {
			p.cell(c, x, w, h*pointMM*p.scale)
		}
		x, col = x+w, col+max(c.Span, 1)
	}
	for _, rule := range r.Rules {
		p.pdf.SetLineWidth(0.25)
		at := p.left + rule.From*p.scale
		p.pdf.Line(at, p.y+0.6, at+rule.Long*p.scale, p.y+0.6)
	}
	p.y += r.Height * pointMM * p.scale
}

// cell draws a cell and its text, in the middle of its height.
func (p *sheetPages) cell(c SheetCell, x, w, h float64) {
	if c.Box || c.Fill {
		style := "D"
		if c.Fill {
			p.pdf.SetFillColor(240, 240, 240)
			style = "FD"
		}
		p.pdf.SetLineWidth(0.2)
		p.pdf.Rect(x, p.y, w, h, style)
	}
	if c.Text == "" {
		return
	}
	style := ""
	switch {
	case c.Bold:
		style = "B"
	case c.Italic:
		style = "I"
	}
	size := c.Size * p.scale
	p.pdf.SetFont(font, style, size)
	line := size * pointMM * 1.15
	if c.Turned {
		p.turned(c, x, w, h, line)
		return
	}
	lines := strings.Split(c.Text, "\n")
	if c.Wrap {
		lines = lines[:0]
		for part := range strings.SplitSeq(c.Text, "\n") {
			lines = append(lines, p.pdf.SplitText(part, w-2*sheetPad)...)
		}
	}
	y := p.y + (h-line*float64(len(lines)))/2
	for _, words := range lines {
		p.pdf.SetXY(x+sheetPad, y)
		p.pdf.CellFormat(w-2*sheetPad, line, words, "", 0, map[string]string{"center": "C", "right": "R"}[c.Across]+"M", false, 0, "")
		y += line
	}
}

// turned draws a text that stands upright.
func (p *sheetPages) turned(c SheetCell, x, w, h, line float64) {
	lines := p.pdf.SplitText(c.Text, h-2*sheetPad)
	p.pdf.TransformBegin()
	p.pdf.TransformRotate(90, x+w/2, p.y+h/2)
	y := p.y + h/2 - line*float64(len(lines))/2
	for _, words := range lines {
		p.pdf.SetXY(x+w/2-h/2, y)
		p.pdf.CellFormat(h, line, words, "", 0, "CM", false, 0, "")
		y += line
	}
	p.pdf.TransformEnd()
}
