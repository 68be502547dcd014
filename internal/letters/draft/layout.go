package draft

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Widths in millimetres: A4 with the margins of Decree 30/2020, 30 at the left, 15 at the
// right, 20 above and below.
const (
	textWidth = 165
	leftBlock = 67
)

// twips are the units of a Word page, 1/1440 of an inch.
func twips(mm int) int { return mm * 14400 / 254 }

// articleHead is the beginning of an article of a decision.
var articleHead = regexp.MustCompile(`^Điều \d+\. `)

func escape(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a strings.Builder does not fail
	return b.String()
}

// paragraph is a paragraph of a style; more is markup for its properties.
func paragraph(style, more, words string) string {
	var b strings.Builder
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + more + `</w:pPr>`)
	if article := articleHead.FindString(words); article != "" { // Điều 1. stands bold before its words
		b.WriteString(`<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + escape(article) + "</w:t></w:r>")
		words = words[len(article):]
	}
	for i, line := range strings.Split(words, " // ") {
		b.WriteString("<w:r>")
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		b.WriteString(`<w:t xml:space="preserve">` + escape(line) + "</w:t></w:r>")
	}
	return b.String() + "</w:p>"
}

// rule is a line of a length, centred in a width: the lower border of an empty paragraph.
func rule(width, long int) string {
	in := strconv.Itoa(twips((width - long) / 2))
	return `<w:p><w:pPr><w:pStyle w:val="Ke"/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>` +
		`<w:ind w:left="` + in + `" w:right="` + in + `" w:firstLine="0"/></w:pPr></w:p>`
}

// rule adds a line under a trích yếu, and room below it.
func (d *document) rule(width, long int) {
	d.body.WriteString(rule(width, long) + paragraph("Nho", `<w:spacing w:after="100"/>`, ""))
}

// column is a column of a table.
type column struct {
	width  int
	centre bool
	kept   bool // its rows stay on the page of what follows
}

// begin starts a table with its column widths.
func (d *document) begin(widths string) error {
	widths, kept := strings.CutSuffix(widths, " kept")
	for _, w := range strings.Fields(widths) {
		digits, centre := strings.CutSuffix(w, "^")
		mm, err := strconv.Atoi(digits)
		if err != nil {
			return fmt.Errorf("width %q: %w", w, err)
		}
		d.table = append(d.table, column{mm, centre, kept})
	}
	d.body.WriteString(tableStart(d.table, true))
	return nil
}

func tableStart(columns []column, ruled bool) string {
	total := 0
	var grid strings.Builder
	for _, c := range columns {
		total += c.width
		fmt.Fprintf(&grid, `<w:gridCol w:w="%d"/>`, twips(c.width))
	}
	borders := ""
	if ruled {
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			borders += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
		}
		borders = "<w:tblBorders>" + borders + "</w:tblBorders>"
	}
	return fmt.Sprintf(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/>%s<w:tblLayout w:type="fixed"/>`+
		`<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>%s</w:tblGrid>`,
		twips(total), borders, grid.String())
}

// row adds a row of the table under way. A row of fewer cells than columns lets its last
// cell span the rest.
func (d *document) row(word, words string) error {
	if strings.HasPrefix(words, "| ") {
		words = " " + words // the first cell is empty
	}
	cells := strings.Split(words, " | ")
	if len(d.table) < len(cells) {
		return fmt.Errorf("row %q has more cells than the table columns", words)
	}
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if word == ".top" {
		d.body.WriteString(`<w:tblHeader/>`)
	}
	d.body.WriteString(`</w:trPr>`)
	for i, words := range cells {
		width, span, style := d.table[i].width, 1, "O"
		if i == len(cells)-1 {
			for _, c := range d.table[i+1:] {
				width, span = width+c.width, span+1
			}
		}
		switch {
		case word == ".top", word == ".group" && d.isForm && d.table[i].centre && span == 1:
			style = "Odau"
		case word == ".group":
			style = "Odam"
		case d.table[i].centre:
			style = "Ogiua"
		}
		d.body.WriteString(cell(width, span, paragraph(style, keep(d.table[i]), strings.TrimSpace(words))))
	}
	d.body.WriteString("</w:tr>")
	return nil
}

// keep is the markup that keeps a row on the page of what follows.
func keep(c column) string {
	if c.kept {
		return "<w:keepNext/>"
	}
	return ""
}

func cell(width, span int, content string) string {
	more := ""
	if span > 1 {
		more = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, span)
	}
	return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>`, twips(width), more, content)
}

// endTable closes the table under way.
func (d *document) endTable() {
	if d.table == nil {
		return
	}
	kept := keep(d.table[0])
	d.table = nil
	d.body.WriteString("</w:tbl>")
	d.body.WriteString(paragraph("Nho", kept, ""))
}

// beside puts blocks beside one another in a table without lines.
func (d *document) beside(widths []int, blocks ...string) { d.rows(widths, blocks) }

// rows puts rows of blocks into one such table.
func (d *document) rows(widths []int, rows ...[]string) {
	var columns []column
	for _, w := range widths {
		columns = append(columns, column{width: w})
	}
	d.body.WriteString(tableStart(columns, false))
	for _, blocks := range rows {
		d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, b := range blocks {
			d.body.WriteString(cell(widths[i], 1, b))
		}
		d.body.WriteString("</w:tr>")
	}
	d.body.WriteString("</w:tbl>")
}

// head adds the two blocks above every document: who issues it and its number; the quốc
// hiệu, the place and the day.
func (d *document) head(number, above, issuer string) {
	right := textWidth - leftBlock
	d.rows([]int{leftBlock, right},
		[]string{
			paragraph("Captren", "", above) + paragraph("Coquan", "", issuer) + rule(leftBlock-3, 24),
			paragraph("Quochieu", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Tieungu", "", "Độc lập - Tự do - Hạnh phúc") + rule(right-3, 53),
		},
		// In a row of their own: on one line however many lines the names above them take.
		[]string{paragraph("So", "", number), paragraph("Ngaythang", "", "{{địa danh}}, {{ngày tháng}}")})
	d.body.WriteString(paragraph("Nho", "", ""))
}

// form adds the two blocks at the top of a form that has neither number nor day.
func (d *document) form() {
	right := textWidth - leftBlock
	d.beside([]int{leftBlock, right},
		paragraph("Captren", "", "{{cấp trên}}")+paragraph("Coquan", "", "{{cơ quan}}")+rule(leftBlock-3, 24),
		paragraph("Quochieu", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")+paragraph("Tieungu", "", "Độc lập - Tự do - Hạnh phúc")+rule(right-3, 53))
	d.body.WriteString(paragraph("Nho", "", ""))
}

// signed is a block of a signature: lines of who signs, room, the name.
func signed(lines []string, name string) string {
	b := ""
	for _, l := range lines {
		style := "Ky"
		if strings.HasPrefix(l, "(") || strings.HasPrefix(l, "……") { // how to sign, and the day
			style = "Kyghi"
		}
		b += paragraph(style, "", l)
	}
	if name == "-" { // signed by hand
		name = ""
	}
	return b + paragraph("Ky", `<w:spacing w:before="1300"/>`, name)
}

// keptGap is room above a signature, on the page of what it signs.
const keptGap = `<w:p><w:pPr><w:pStyle w:val="Nho"/><w:keepNext/></w:pPr></w:p>`

// sign adds the receivers at the left and the signature at the right.
func (d *document) sign(receivers, signer string) {
	left := paragraph("Noinhan", "", "Nơi nhận:")
	for _, l := range strings.Split(receivers, " // ") {
		left += paragraph("Dsnhan", "", l)
	}
	lines := strings.Split(signer, " // ")
	d.body.WriteString(keptGap)
	d.beside([]int{82, textWidth - 82}, left, signed(lines[:len(lines)-1], lines[len(lines)-1]))
}

// signs adds signatures side by side; the last line of each is the name.
func (d *document) signs(blocks []string) {
	var widths []int
	var cells []string
	for _, b := range blocks {
		lines := strings.Split(b, " // ")
		widths = append(widths, textWidth/len(blocks))
		cells = append(cells, signed(lines[:len(lines)-1], lines[len(lines)-1]))
	}
	d.body.WriteString(keptGap)
	d.beside(widths, cells...)
}

// section is the page setup of what stands before it.
func section(kind string) string {
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:type w:val="%s"/>`+
		`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`+
		`<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`,
		kind, twips(210), twips(297), twips(20), twips(15), twips(20), twips(30), twips(10), twips(10))
}
