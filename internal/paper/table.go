package paper

import "tdkt/internal/law"

// column is one column of the table of needs.
type column struct {
	head  string
	width float64
	align string
	style func(Row) string
	text  func(Row) string
}

func plain(Row) string { return "" }

// strong prints what stands against the title in bold.
func strong(r Row) string {
	if r.Kind == law.Yes {
		return ""
	}
	return "B"
}

func columns() []column {
	return []column{
		{"Số", 9, "C", plain, func(r Row) string { return r.Number }},
		{"Yêu cầu", 44, "L", plain, func(r Row) string { return r.Why }},
		{"Dữ liệu đã thấy", 52, "L", plain, func(r Row) string { return r.Seen }},
		{"Kết luận", 18, "C", strong, func(r Row) string { return r.Answer }},
		{"Căn cứ", 30, "L", plain, func(r Row) string { return r.Cite }},
		{"Kiểm chứng", 20, "C", unproved, func(r Row) string { return r.Mark }},
	}
}

// unproved sets apart what was not compared with the statute.
func unproved(r Row) string {
	if r.Mark == markWords("V") {
		return ""
	}
	return "I"
}

const (
	pad       = 1.0
	tableLine = sizeTable * 0.3528 * 1.22
)

// table draws the needs, group by group; the heading is repeated on each sheet.
func (d *drawing) table(p *Page) {
	if len(p.Groups) == 0 {
		return
	}
	d.pdf.SetDrawColor(110, 110, 110)
	d.room(30)
	d.tableHead()
	for _, g := range p.Groups {
		d.groupHead(g)
		for _, r := range g.Rows {
			d.row(r)
		}
	}
}

func (d *drawing) tableHead() {
	d.letters("B", sizeTable)
	d.pdf.SetFillColor(232, 232, 232)
	d.pdf.SetX(left)
	for _, c := range columns() {
		d.pdf.CellFormat(c.width, tableLine+2*pad, c.head, "1", 0, "C", true, 0, "")
	}
	d.pdf.SetXY(left, d.pdf.GetY()+tableLine+2*pad)
}

func (d *drawing) groupHead(g Group) {
	if g.Head == "" {
		return
	}
	d.letters("B", sizeTable)
	lines := d.pdf.SplitText(g.Head, width-2*pad)
	height := float64(len(lines))*tableLine + 2*pad
	if d.room(height + 4*tableLine) {
		d.tableHead()
		d.letters("B", sizeTable)
	}
	y := d.pdf.GetY()
	d.pdf.SetFillColor(244, 244, 244)
	d.pdf.Rect(left, y, width, height, "FD")
	d.lines(cell{left, y, width, "L"}, lines)
	d.pdf.SetXY(left, y+height)
}

// cell is where lines are written.
type cell struct {
	x, y, width float64
	align       string
}

func (d *drawing) lines(c cell, lines []string) {
	for i, line := range lines {
		d.pdf.SetXY(c.x+pad, c.y+pad+float64(i)*tableLine)
		d.pdf.CellFormat(c.width-2*pad, tableLine, line, "", 0, c.align, false, 0, "")
	}
}

// row draws one need. One that does not fit goes to the next sheet whole; only one
// higher than a third of a sheet is cut.
func (d *drawing) row(r Row) {
	cols := columns()
	text, most := make([][]string, len(cols)), 0
	for i, c := range cols {
		d.letters(c.style(r), sizeTable)
		text[i] = d.pdf.SplitText(c.text(r), c.width-2*pad)
		most = max(most, len(text[i]))
	}
	for from := 0; from < most; {
		fits := int((paperHeight - bottom - d.pdf.GetY() - 2*pad) / tableLine)
		whole := float64(most-from) * tableLine
		if fits < 1 || fits < most-from && whole < paperHeight/3 {
			d.sheet()
			d.tableHead()
			continue
		}
		n := min(fits, most-from)
		d.part(r, text, span{from, from + n})
		from += n
	}
}

// span is some of the lines of a row.
type span struct{ from, to int }

func (d *drawing) part(r Row, text [][]string, s span) {
	x, y := left, d.pdf.GetY()
	height := float64(s.to-s.from)*tableLine + 2*pad
	for i, c := range columns() {
		d.letters(c.style(r), sizeTable)
		d.pdf.Rect(x, y, c.width, height, "D")
		a, z := min(s.from, len(text[i])), min(s.to, len(text[i]))
		d.lines(cell{x, y, c.width, c.align}, text[i][a:z])
		x += c.width
	}
	d.pdf.SetXY(left, y+height)
}
