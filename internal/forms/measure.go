package forms

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Excel and LibreOffice do not fit the heights of streamed rows to their text, so
// the program must know how many lines a text takes. The widths are those of
// Times New Roman in thousandths of the font size. Letters with Vietnamese marks
// are as wide there as their base letters, but a machine without that font draws
// them from another, wider one; they are measured for the wider, because a little
// air in a row is nothing and a line cut off a list is a disgrace.

const (
	asciiWidths = "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 " +
		"500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 " +
		"921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 " +
		"556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 " +
		"333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 " +
		"500 500 333 389 278 500 500 722 500 500 444 480 200 480 541"
	otherWidth = 600  // anything not in the table
	boldFactor = 1.06 // bold letters are up to this much wider
	borrowed   = 1.27 // the wider font's letters beside Times New Roman's
	slack      = 1.03 // printers and screens round widths up
)

// ruler measures text. Make one with newRuler and share it within a workbook.
type ruler struct{ width [0x2100]float64 }

func newRuler() *ruler {
	r := &ruler{}
	for i := range r.width {
		r.width[i] = otherWidth
	}
	for i, field := range strings.Fields(asciiWidths) {
		n := 0
		for _, c := range field {
			n = n*10 + int(c-'0')
		}
		r.width[0x20+i] = float64(n)
	}
	for c := rune(0xA0); int(c) < len(r.width); c++ {
		if unicode.Is(unicode.Mn, c) {
			r.width[c] = 0
			continue
		}
		base := rune(norm.NFD.String(string(c))[0])
		if base < 0x7F && base >= 0x20 {
			r.width[c] = r.width[base]
		}
		if c >= 0x1EA0 && c <= 0x1EF9 {
			r.width[c] *= borrowed
		}
	}
	for c, w := range map[rune]float64{'đ': 500, 'Đ': 722, 'ơ': 630, 'Ơ': 880, 'ư': 680, 'Ư': 900, '–': 500, '…': 1000, '“': 444, '”': 444, '·': 250} {
		r.width[c] = w
	}
	return r
}

// points is the width of a text on one line at a font size.
func (r *ruler) points(text string, size float64, bold bool) float64 {
	var sum float64
	for _, c := range text {
		sum += r.rune(c)
	}
	sum *= size * slack / 1000
	if bold {
		sum *= boldFactor
	}
	return sum
}

func (r *ruler) rune(c rune) float64 {
	if int(c) < len(r.width) {
		return r.width[c]
	}
	return otherWidth
}

// lines counts the lines a text takes in a column of a width in points, broken
// between words as Excel does, within a word where it does not fit.
func (r *ruler) lines(text string, width, size float64, bold bool) int {
	count := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		count += r.paragraph(paragraph, width, size, bold)
	}
	return count
}

func (r *ruler) paragraph(text string, width, size float64, bold bool) int {
	if len(text) < 8 && r.points(text, size, bold) <= width {
		return 1
	}
	space := r.points(" ", size, bold)
	count, used := 1, 0.0
	for word := range strings.FieldsSeq(text) {
		w := r.points(word, size, bold)
		switch {
		case used == 0:
			used = w
		case used+space+w <= width:
			used += space + w
		default:
			count++
			used = w
		}
		for used > width && width > 0 {
			count++
			used -= width
		}
	}
	return count
}
