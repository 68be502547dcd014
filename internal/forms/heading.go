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
	word := (max(s.ruler.longestWord(s.Org.Superior, sizeSmall, false), s.ruler.longestWord(s.issuer(), sizeSmall, true)) + cellPadding) / pointsPerMM
	best, off := 1, math.Inf(1)
	for i, w := range s.widths[:len(s.widths)-1] {
		sum += w
		// The name of an office may take several lines; the quốc hiệu and the date may not.
		short := max(0, left-sum) + 30*max(0, right-(total-sum)) + 60*max(0, word-sum)
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
	left := s.headBlocks()
	right := len(s.widths) - left
	date := look{size: sizeBody, italic: true, across: "center", down: "center"}
	number := look{size: sizeBody, across: "center", down: "center"}
	s.put(cell{value: h.number, look: number, span: left}, cell{value: s.dateLine(), look: date, span: right})
	s.skip(10)
	s.title(h)
}

// headBlocks writes the two blocks at the top with the rules under them, and returns how many
// columns the left one has. Each line has a row of its own, so that a name of several lines
// at the left does not pull the quốc hiệu and its rule apart at the right.
func (s *sheet) headBlocks() int {
	left := s.blocks()
	right := len(s.widths) - left
	small := look{size: sizeSmall, across: "center", down: "center"}
	bold, motto := small, small
	bold.bold, motto.bold, motto.size = true, true, sizeBody
	room := s.width(0, left)
	type headLine struct {
		words string
		look
	}
	var lines []headLine
	for _, words := range s.ruler.broken(s.Org.Superior, room, sizeSmall, false) {
		lines = append(lines, headLine{words, small})
	}
	last := 0.0
	for _, words := range s.ruler.broken(s.issuer(), room, sizeSmall, true) {
		lines = append(lines, headLine{words, bold})
		last = s.ruler.points(words, sizeSmall, true)
	}
	nation := []headLine{{nationName, bold}, {nationMotto, motto}}
	for i := range max(len(lines), len(nation)) {
		l, r := cell{look: small, span: left}, cell{look: small, span: right}
		if i < len(lines) {
			l.value, l.look = lines[i].words, lines[i].look
		}
		if i < len(nation) {
			r.value, r.look = nation[i].words, nation[i].look
		}
		s.putHigh(headLineHigh, l, r)
		if i == len(nation)-1 {
			s.underlineBelow(left, right, s.ruler.points(nationMotto, sizeBody, true)/slack)
		}
	}
	s.skip(8)
	s.underline(0, left, last*0.45)
	return left
}

// headLineHigh is the height of a line of the blocks at the top, in points.
const headLineHigh = 17.0

// title writes the title and the lines under it.
func (s *sheet) title(h heading) {
	title := look{size: 14, bold: true, across: "center", down: "center", wrap: true}
	line, note := title, title
	line.size, note.size, note.bold, note.italic = sizeBody, sizeBody, false, true
	words := s.annexWords()
	if h.annexed && words != "" {
		s.across(s.annexNumber(), title)
	}
	s.across(strings.ToUpper(h.title), title)
	for _, words := range h.lines {
		s.across(words, line)
	}
	if h.annexed && words != "" {
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
	s.putFitted([]cell{{value: words, look: lk, span: len(s.widths)}})
}

// underline notes a rule of a length in points, centred under a block of columns
// in the row just written.
func (s *sheet) underline(from, span int, points float64) { s.ruleAt(s.row, from, span, points) }

// underlineBelow is the same in the row after the one just written.
func (s *sheet) underlineBelow(from, span int, points float64) {
	s.ruleAt(s.row+1, from, span, points)
}

func (s *sheet) ruleAt(row, from, span int, points float64) {
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
	s.places.rules = append(s.places.rules, rule{row: row, from: start + (wide-long)/2, long: long})
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
		s.putFitted([]cell{{value: a, look: la, span: n}, {value: b, look: lb, span: len(s.widths) - n}})
	}
	s.stickLoosely()
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
