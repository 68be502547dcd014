package forms

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// The quốc hiệu and the tiêu ngữ.
const (
	nationName  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	nationMotto = "Độc lập - Tự do - Hạnh phúc"
)

// Sizes of Decree 30/2020, Annex I.
const (
	sizeBody  = 13.0
	sizeSmall = 12.0
	sizeFine  = 11.0
)

// heading is what stands above a table.
type heading struct {
	title   string
	lines   []string // under the title, bold
	notes   []string // under them, italic
	number  string   // "Số: …/BB-HĐTĐKT", "" on an annex
	annexed bool     // says which Tờ trình or Quyết định it goes with
}

// blocks finds the columns of the left block of the heading: those that come
// nearest to two fifths of the page and leave both blocks the room they need.
func (s *sheet) blocks() int {
	var total, sum float64
	for _, w := range s.widths {
		total += w
	}
	room := func(words string, bold bool) float64 {
		return (s.ruler.points(words, sizeSmall, bold) + cellPadding) / pointsPerMM
	}
	right := max(room(nationName, true), (s.ruler.points(s.dateLine(), sizeBody, false)+cellPadding)/pointsPerMM)
	left := max(room(s.Org.Superior, false), room(s.issuer(), true))
	best, off := 1, math.Inf(1)
	for i, w := range s.widths[:len(s.widths)-1] {
		sum += w
		// The name of an office may take several lines; the quốc hiệu and the date may not.
		short := max(0, left-sum) + 30*max(0, right-(total-sum))
		if away := math.Abs(sum-total*0.4) + 10*short; away < off {
			best, off = i+1, away
		}
	}
	return best
}

// dateLine is the place and the day of the heading.
func (s *sheet) dateLine() string { return cmp.Or(s.Org.Place, "…") + ", " + dayWords(s.DatedBy) }

// issuer is the department as the heading names it.
func (s *sheet) issuer() string { return cmp.Or(s.Org.Issuer, s.Org.Name) }

// head writes the two-block heading, the title and what goes under it.
func (s *sheet) head(h heading) {
	left := s.blocks()
	right := len(s.widths) - left
	small := look{size: sizeSmall, across: "center", down: "center", wrap: true}
	bold, motto := small, small
	bold.bold, motto.bold, motto.size = true, true, sizeBody
	s.put(cell{value: s.Org.Superior, look: small, span: left},
		cell{value: nationName, look: bold, span: right})
	s.put(cell{value: s.issuer(), look: bold, span: left}, cell{value: nationMotto, look: motto, span: right})
	s.skip(8)
	s.underline(0, left, s.ruler.points(s.issuer(), sizeSmall, true)*0.45)
	s.underline(left, right, s.ruler.points(nationMotto, sizeBody, true)/slack)
	date := look{size: sizeBody, italic: true, across: "center", down: "center", wrap: true}
	number := look{size: sizeBody, across: "center", down: "center"}
	s.put(cell{value: h.number, look: number, span: left},
		cell{value: s.dateLine(), look: date, span: right})
	s.skip(10)
	s.title(h)
}

// title writes the title and the lines under it.
func (s *sheet) title(h heading) {
	title := look{size: 14, bold: true, across: "center", down: "center", wrap: true}
	line, note := title, title
	line.size, note.size, note.bold, note.italic = sizeBody, sizeBody, false, true
	s.across(strings.ToUpper(h.title), title)
	for _, words := range h.lines {
		s.across(words, line)
	}
	if words := s.annexWords(); h.annexed && words != "" {
		s.across(words, note)
	}
	for _, words := range h.notes {
		s.across(words, note)
	}
	s.skip(8)
}

// annexWords says which paper of the part the sheet goes with, "" where it is no annex.
func (s *sheet) annexWords() string {
	symbol := cmp.Or(s.Org.Symbol, "…")
	switch s.Part {
	case dossier.UpPart:
		return fmt.Sprintf("(Kèm theo Tờ trình số …/TTr-%s %s của %s)", symbol, dayWords(s.DatedBy), s.office())
	case dossier.OwnPart:
		number := cmp.Or(s.Decided.Number, "…/QĐ-"+symbol)
		return fmt.Sprintf("(Kèm theo Quyết định số %s %s của %s)", number, dayWords(cmp.Or(s.Decided.Date, s.DatedBy)), s.office())
	case dossier.HousePart:
	}
	return ""
}

// dayWords is a day as papers write it, or places for one to be filled in.
func dayWords(d tdkt.Day) string {
	if d == 0 {
		return "ngày … tháng … năm …"
	}
	return d.Long()
}

// office is the department's name within its province: Sở Nội vụ.
func (s *sheet) office() string {
	name, _, _ := strings.Cut(s.Org.Name, " tỉnh ")
	return cmp.Or(name, "…")
}

// yearLine says of which year a list is, and of which round where it is not the year's own.
func (s *sheet) yearLine() string { return "Năm " + s.Submission.YearWords() }

// across writes a row over the whole width.
func (s *sheet) across(words string, lk look) {
	s.put(cell{value: words, look: lk, span: len(s.widths)})
}

// underline notes a rule of a length in points, centred under a block of columns
// in the row just written.
func (s *sheet) underline(from, span int, points float64) {
	if s.out != nil {
		return
	}
	var start, wide float64
	for i, w := range s.widths {
		switch {
		case i < from:
			start += w
		case i < from+span:
			wide += w
		}
	}
	long := min(points/pointsPerMM, wide)
	s.places.rules = append(s.places.rules, rule{row: s.row, from: start + (wide-long)/2, long: long})
}

// signers writes the block of signatures: who made the table, who signs it.
func (s *sheet) signers() {
	s.signatures("NGƯỜI LẬP BIỂU", cmp.Or(s.Org.Authority, "GIÁM ĐỐC"), "(Ký, ghi rõ họ tên)", s.Org.SignerRole, s.Org.Preparer, s.Org.Signer)
}

// signatures writes two blocks side by side, kept on one page with the row above:
// who, what stands under it, and the name after room for the signature.
func (s *sheet) signatures(left, right, leftUnder, rightUnder, leftName, rightName string) {
	n := s.half()
	bold := look{size: sizeBody, bold: true, across: "center", down: "center", wrap: true}
	under := bold
	if rightUnder == leftUnder { // a remark on both sides, not a rank
		under = look{size: sizeSmall, italic: true, across: "center", down: "center"}
	}
	note := look{size: sizeSmall, italic: true, across: "center", down: "center"}
	pair := func(a, b string, la, lb look) {
		s.stick()
		s.put(cell{value: a, look: la, span: n}, cell{value: b, look: lb, span: len(s.widths) - n})
	}
	s.stick()
	s.skip(10)
	pair(left, right, bold, bold)
	pair(leftUnder, rightUnder, note, under)
	s.stick()
	s.skip(60)
	pair(leftName, rightName, bold, bold)
}

// half is the number of columns that come nearest to half the width.
func (s *sheet) half() int {
	var total, sum float64
	for _, w := range s.widths {
		total += w
	}
	best, off := 1, total
	for i, w := range s.widths[:len(s.widths)-1] {
		sum += w
		if away := math.Abs(sum - total/2); away < off {
			best, off = i+1, away
		}
	}
	return best
}
