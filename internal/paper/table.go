package paper

import "tdkt/internal/law"

// column is one column of a table.
type column struct {
	head  string
	width float64
	align string
}

// needColumns are those of the table of needs.
func needColumns() []column {
	return []column{
		{"Số", 9, "C"}, {"Yêu cầu", 44, "L"}, {"Dữ liệu đã thấy", 52, "L"}, {"Kết luận", 18, "C"}, {"Căn cứ", 30, "L"}, {"Kiểm chứng", 20, "C"},
	}
}

// needCells is a need as a line: what stands against the title is bold, what was not
// compared with the statute is set apart.
func needCells(r Row) []cellText {
	answer, mark := "B", "I"
	if r.Kind == law.Yes {
		answer = ""
	}
	if r.Mark == markWords("V") {
		mark = ""
	}
	return []cellText{{text: r.Number}, {text: r.Why}, {text: r.Seen}, {r.Answer, answer}, {text: r.Cite}, {r.Mark, mark}}
}

// cellText is what one cell holds and in which letters.
type cellText struct{ text, style string }

// pad is the room around the text of a cell.
func (d *drawing) pad() float64 { return d.scale }

// tableLine is the height of a line of a table.
func (d *drawing) tableLine() float64 { return sizeTable * d.scale * 0.3528 * 1.22 }

// needs draws the needs, group by group.
func (d *drawing) needs(p *Page) {
	if len(p.Groups) == 0 {
		return
	}
	t := d.table(needColumns())
	for _, g := range p.Groups {
		t.group(g.Head)
		for _, r := range g.Rows {
			t.row(needCells(r))
		}
	}
}

// table is a table under way; its heading is repeated on each sheet.
type table struct {
	*drawing
	columns []column
}

func (d *drawing) table(columns []column) *table {
	t := &table{d, columns}
	d.pdf.SetDrawColor(110, 110, 110)
	d.room(30)
	t.head()
	return t
}

func (t *table) head() {
	t.letters("B", sizeTable)
	t.pdf.SetFillColor(232, 232, 232)
	t.pdf.SetX(left)
	for _, c := range t.columns {
		t.pdf.CellFormat(c.width, t.tableLine()+2*t.pad(), c.head, "1", 0, "C", true, 0, "")
	}
	t.pdf.SetXY(left, t.pdf.GetY()+t.tableLine()+2*t.pad())
}

// group writes a line across the table above the rows that belong together; nothing
// without words.
func (t *table) group(head string) {
	if head == "" {
		return
	}
	t.letters("B", sizeTable)
	lines := t.pdf.SplitText(head, width-2*t.pad())
	height := float64(len(lines))*t.tableLine() + 2*t.pad()
	if t.room(height + 4*t.tableLine()) {
		t.head()
		t.letters("B", sizeTable)
	}
	y := t.pdf.GetY()
	t.pdf.SetFillColor(244, 244, 244)
	t.pdf.Rect(left, y, width, height, "FD")
	t.lines(cell{left, y, width, "L"}, lines)
	t.pdf.SetXY(left, y+height)
}

// cell is where lines are written.
type cell struct {
	x, y, width float64
	align       string
}

func (t *table) lines(c cell, lines []string) {
	for i, line := range lines {
		t.pdf.SetXY(c.x+t.pad(), c.y+t.pad()+float64(i)*t.tableLine())
		t.pdf.CellFormat(c.width-2*t.pad(), t.tableLine(), line, "", 0, c.align, false, 0, "")
	}
}

// row draws one line. One that does not fit goes to the next sheet whole; only one
// higher than a third of a sheet is cut.
func (t *table) row(cells []cellText) {
	text, most := make([][]string, len(cells)), 0
	for i, c := range cells {
		t.letters(c.style, sizeTable)
		text[i] = t.pdf.SplitText(c.text, t.columns[i].width-2*t.pad())
		most = max(most, len(text[i]))
	}
	for from := 0; from < most; {
		fits := int((paperHeight - bottom - t.pdf.GetY() - 2*t.pad()) / t.tableLine())
		whole := float64(most-from) * t.tableLine()
		if fits < 1 || fits < most-from && whole < paperHeight/3 {
			t.sheet()
			t.head()
			continue
		}
		n := min(fits, most-from)
		t.part(cells, text, span{from, from + n})
		from += n
	}
}

// span is some of the lines of a row.
type span struct{ from, to int }

func (t *table) part(cells []cellText, text [][]string, s span) {
	x, y := left, t.pdf.GetY()
	height := float64(s.to-s.from)*t.tableLine() + 2*t.pad()
	for i, c := range t.columns {
		t.letters(cells[i].style, sizeTable)
		t.pdf.Rect(x, y, c.width, height, "D")
		a, z := min(s.from, len(text[i])), min(s.to, len(text[i]))
		t.lines(cell{x, y, c.width, c.align}, text[i][a:z])
		x += c.width
	}
	t.pdf.SetXY(left, y+height)
}
