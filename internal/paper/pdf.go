package paper

import (
	"fmt"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tdkt/assets"
	"tdkt/internal/law"
)

// Millimetres of an A4 page that stands upright.
const (
	left, right, top, bottom = 22.0, 15.0, 15.0, 20.0
	paperWidth, paperHeight  = 210.0, 297.0
	width                    = paperWidth - left - right
	font                     = "serif"
	labelWidth               = 26.0
)

// Sizes of letters in points.
const (
	sizeHead, sizeTitle, sizeText, sizeTable, sizeSmall, sizeFigure = 12.0, 14.0, 12.0, 10.0, 9.0, 18.0
)

// lineOf is the height of a line of letters of a size.
func lineOf(size float64) float64 { return size * 0.44 }

// Write draws the pages one after the other, each beginning a new sheet.
func Write(w io.Writer, at time.Time, pages []Page) error {
	d := newDrawing(at, "Giải trình điều kiện")
	for i := range pages {
		d.page(&pages[i])
	}
	return d.output(w)
}

// scales are the sizes of letters tried until what is to stand on one sheet does.
var scales = []float64{1, 0.92, 0.84, 0.76, 0.7, 0.64}

// fitted draws in the largest letters in which all stands on one sheet, the smallest where
// it does not in any.
func fitted(at time.Time, title string, draw func(*drawing)) (d *drawing, one bool) {
	for _, scale := range scales {
		d = newDrawing(at, title)
		d.scale = scale
		draw(d)
		if d.pdf.PageNo() == 1 {
			return d, true
		}
	}
	return d, false
}

// WriteSheet draws one page on one sheet: in smaller letters if need be, and without the
// statute's own wording where there is no room for it.
func WriteSheet(w io.Writer, at time.Time, p Page) error {
	const title = "Giải trình điều kiện"
	d, one := fitted(at, title, func(d *drawing) { d.page(&p) })
	if !one {
		p.Statute = nil
		d, _ = fitted(at, title, func(d *drawing) { d.page(&p) })
	}
	return d.output(w)
}

// WriteReport draws one report on one sheet, in smaller letters if need be.
func WriteReport(w io.Writer, at time.Time, r Report) error {
	d, _ := fitted(at, r.About, func(d *drawing) { d.report(r) })
	return d.output(w)
}

func (d *drawing) output(w io.Writer) error {
	if err := d.pdf.Output(w); err != nil {
		return fmt.Errorf("paper: write the pages: %w", err)
	}
	return nil
}

// drawing is a document under way.
type drawing struct {
	pdf   *fpdf.Fpdf
	foot  *foot   // of the page under way, nil before the first
	scale float64 // of the letters
}

// foot is what stands at the foot of each sheet of a page.
type foot struct{ about, asOf string }

// letterhead is what stands above a page: whose paper it is and what it is.
type letterhead struct{ superior, issuer, heading, about string }

func newDrawing(at time.Time, title string) *drawing {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes(font, "", assets.FontRegular)
	pdf.AddUTF8FontFromBytes(font, "B", assets.FontBold)
	pdf.AddUTF8FontFromBytes(font, "I", assets.FontItalic)
	pdf.SetMargins(left, top, right)
	pdf.SetAutoPageBreak(false, bottom)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(at)
	pdf.SetModificationDate(at)
	pdf.SetTitle(title, true)
	pdf.AliasNbPages("{nb}")
	d := &drawing{pdf: pdf, scale: 1}
	pdf.SetFooterFunc(d.footer)
	return d
}

// footer is drawn when a sheet ends: by then d.foot is still the page it belongs to.
func (d *drawing) footer() {
	if d.foot == nil {
		return
	}
	d.letters("", sizeSmall)
	d.pdf.SetDrawColor(150, 150, 150)
	d.pdf.Line(left, paperHeight-bottom+4, paperWidth-right, paperHeight-bottom+4)
	d.pdf.SetXY(left, paperHeight-bottom+5)
	d.pdf.CellFormat(width-20, 4, d.within(d.foot.about, width-24), "", 0, "L", false, 0, "")
	d.pdf.CellFormat(20, 4, fmt.Sprintf("Trang %d/{nb}", d.pdf.PageNo()), "", 2, "L", false, 0, "")
	d.pdf.SetX(left)
	d.pdf.CellFormat(width, 4, d.foot.asOf, "", 0, "L", false, 0, "")
}

// within is a text that is cut to so many millimetres, in the letters at hand.
func (d *drawing) within(text string, room float64) string {
	cut := []rune(text)
	for len(cut) > 0 && d.pdf.GetStringWidth(text) > room {
		cut = cut[:len(cut)-1]
		text = strings.TrimRight(string(cut), " ,–") + "…"
	}
	return text
}

func (d *drawing) letters(style string, size float64) { d.pdf.SetFont(font, style, size*d.scale) }

// sheet begins a new sheet.
func (d *drawing) sheet() {
	d.pdf.AddPage()
	d.pdf.SetXY(left, top)
}

// room makes sure that so many millimetres are left, on a new sheet if need be, and
// says whether it began one.
func (d *drawing) room(height float64) bool {
	if d.pdf.GetY()+height <= paperHeight-bottom {
		return false
	}
	d.sheet()
	return true
}

func (d *drawing) gap(height float64) { d.pdf.SetY(d.pdf.GetY() + height*d.scale) }

// text writes a paragraph across a width that begins at x.
func (d *drawing) text(x, w float64, words, align string) {
	_, size := d.pdf.GetFontSize()
	h := size * 1.25
	for _, line := range d.pdf.SplitText(words, w) {
		d.room(h)
		d.pdf.SetX(x)
		d.pdf.CellFormat(w, h, line, "", 2, align, false, 0, "")
	}
}

// height is how high text would write a paragraph.
func (d *drawing) height(words string, w float64) float64 {
	_, size := d.pdf.GetFontSize()
	return float64(len(d.pdf.SplitText(words, w))) * size * 1.25
}

func (d *drawing) page(p *Page) {
	d.begin(letterhead{p.Superior, p.Issuer, p.Heading, p.About}, foot{p.Footer, p.AsOf})
	d.facts(p.Facts)
	if p.Warning != "" {
		d.letters("I", sizeText)
		d.text(left, width, "Lưu ý về bộ quy tắc: "+p.Warning, "L")
	}
	d.gap(3)
	d.answer(p)
	d.needs(p)
	d.list("Cần nhập gì để kết luận", p.Settle)
	d.list("Thay đổi so với khi đề nghị", p.Since)
	d.statute(p)
}

// begin starts a page on a sheet of its own.
func (d *drawing) begin(h letterhead, f foot) {
	d.sheet() // ends the sheet before with the foot of its own page
	d.foot = &f
	half := width / 2
	d.letters("", sizeHead)
	d.text(left, half, h.superior, "C")
	d.letters("B", sizeHead)
	d.text(left, half, h.issuer, "C")
	y := d.pdf.GetY() + 0.8
	d.pdf.SetDrawColor(0, 0, 0)
	d.pdf.Line(left+half/2-12, y, left+half/2+12, y)
	d.gap(7)
	d.letters("B", sizeTitle+1)
	d.text(left, width, h.heading, "C")
	d.letters("B", sizeTitle)
	d.text(left, width, h.about, "C")
	d.gap(4)
}

// facts writes words with what stands beside them, the first in bold.
func (d *drawing) facts(list []Pair) {
	for i, f := range list {
		d.letters("", sizeText)
		d.room(lineOf(sizeText) * d.scale * 1.3)
		y := d.pdf.GetY()
		d.text(left, labelWidth, f.Name+":", "L")
		low := d.pdf.GetY()
		d.pdf.SetY(y)
		if i == 0 {
			d.letters("B", sizeText)
		}
		d.text(left+labelWidth, width-labelWidth, f.Value, "L")
		d.pdf.SetY(max(low, d.pdf.GetY()))
		d.gap(0.6)
	}
}

// answer is the frame with the answer, large, and what stands beside it.
func (d *drawing) answer(p *Page) {
	const inside = width - 8
	d.letters("", sizeText)
	lines := 0
	for _, n := range p.Notes {
		lines += len(d.pdf.SplitText(n, inside))
	}
	height := 13 + float64(lines)*sizeText*d.scale*0.3528*1.25 + 2
	d.room(height)
	y := d.pdf.GetY()
	r, g, b := shade(p.Kind)
	d.pdf.SetFillColor(r, g, b)
	d.pdf.SetDrawColor(60, 60, 60)
	d.pdf.Rect(left, y, width, height, "FD")
	d.pdf.SetXY(left, y+3)
	d.letters("B", sizeTitle+2)
	d.pdf.CellFormat(width, 8, "KẾT LUẬN: "+p.Answer, "", 2, "C", false, 0, "")
	d.letters("", sizeText)
	d.gap(1)
	for _, n := range p.Notes {
		d.text(left+4, inside, n, "L")
	}
	d.pdf.SetY(y + height + 4)
}

// shade is a light colour for an answer; the words beside it say the same in black
// and white.
func shade(a law.Answer) (r, g, b int) {
	switch a {
	case law.Yes:
		return 226, 242, 226
	case law.No:
		return 250, 226, 224
	case law.Unknown, law.Manual:
	}
	return 253, 243, 214
}

// list is a heading and numbered sentences; nothing when there are none.
func (d *drawing) list(head string, items []string) {
	if len(items) == 0 {
		return
	}
	d.section(head)
	d.letters("", sizeText)
	for i, item := range items {
		d.room(min(d.height(item, width-8), paperHeight/3)) // an item stays whole
		y := d.pdf.GetY()
		d.text(left, 8, fmt.Sprintf("%d.", i+1), "L")
		d.pdf.SetY(y)
		d.text(left+8, width-8, item, "L")
		d.gap(0.8)
	}
}

func (d *drawing) section(head string) {
	d.gap(4)
	d.room(20)
	d.letters("B", sizeText)
	d.text(left, width, head, "L")
	d.gap(1)
}

func (d *drawing) statute(p *Page) {
	if len(p.Statute) == 0 {
		return
	}
	d.section("Nguyên văn quy định")
	for _, line := range p.Statute {
		d.letters("I", sizeTable+0.5)
		d.text(left, width, line, "L")
		d.gap(0.8)
	}
}
