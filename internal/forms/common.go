package forms

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/dossier"
)

// sourceName is the sheet that holds the rows behind a workbook's figures.
const sourceName = "Nguồn số liệu"

// fullName is a subject's name, with what tells it from a namesake.
func fullName(w dossier.Who) string {
	if w.Apart == "" {
		return w.Name
	}
	return w.Name + "\n(" + w.Apart + ")"
}

// unitWords is the heading over a unit's people.
func unitWords(unit string) string { return cmp.Or(unit, "Chưa có đơn vị") }

// counting is a number in figures and in words: "12 (mười hai)". Numbers under
// ten get their leading zero, as in official papers.
func counting(n int) string {
	return fmt.Sprintf("%02d (%s)", n, dossier.Words(int64(n)))
}

// gap puts a little room that keeps the rows above and below it together.
func (s *sheet) gap(points float64) {
	s.stickLoosely()
	s.skip(points)
	s.stick()
}

// sentence puts a closing sentence under a table.
func (s *sheet) sentence(format string, args ...any) {
	s.gap(4)
	s.across(fmt.Sprintf(format, args...), look{size: sizeBody, across: "left", down: "center", wrap: true})
}

// remark puts a note in italics under a table.
func (s *sheet) remark(words string) {
	s.stickLoosely()
	s.across(words, look{size: sizeSmall, italic: true, across: "left", down: "center", wrap: true})
}

// sourceTitle puts the one title line of a working sheet.
func (s *sheet) sourceTitle(words string) {
	s.across(fmt.Sprintf("%s – năm %d", words, s.Year), look{size: sizeBody, bold: true, across: "left", down: "center"})
}

// section puts a heading between two tables of one sheet.
func (s *sheet) section(words string) {
	s.skip(8)
	s.stick()
	s.across(words, look{size: sizeBody, bold: true, across: "left", down: "center", wrap: true})
	s.stick()
}

func upper(s string) string { return strings.ToUpper(s) }
