package forms

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Excel and LibreOffice do not fit the heights of streamed rows to their text, so
// the program must know how many lines a text takes. The widths are those of
// Times New Roman, upright and bold, in thousandths of the font size; a letter with
// Vietnamese marks is as wide as its base letter, but for ơ and ư.

const (
	plainWidths = "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 " +
		"500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 " +
		"921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 " +
		"556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 " +
		"333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 " +
		"500 500 333 389 278 500 500 722 500 500 444 480 200 480 541"
	boldWidths = "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 " +
		"500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 " +
		"930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 " +
		"611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 " +
		"333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 " +
		"556 556 444 389 333 556 500 722 500 500 444 394 220 394 520"
	otherWidth = 600  // anything not in the tables
	slack      = 1.03 // printers and screens round widths up
)

// ruler measures text. Get it with newRuler.
type ruler struct{ plain, bold [0x2100]float64 }

// newRuler is the one ruler of the program.
var newRuler = sync.OnceValue(func() *ruler {
	r := &ruler{}
	fillWidths(&r.plain, plainWidths, map[rune]float64{'ơ': 529, 'Ơ': 722, 'ư': 542, 'Ư': 776, 'đ': 500, 'Đ': 722, '“': 444, '”': 444})
	fillWidths(&r.bold, boldWidths, map[rune]float64{'ơ': 554, 'Ơ': 778, 'ư': 600, 'Ư': 796, 'đ': 556, 'Đ': 722, '“': 500, '”': 500})
	return r
})

func fillWidths(to *[0x2100]float64, ascii string, own map[rune]float64) {
	for i := range to {
		to[i] = otherWidth
	}
	for i, field := range strings.Fields(ascii) {
		n := 0
		for _, c := range field {
			n = n*10 + int(c-'0')
		}
		to[0x20+i] = float64(n)
	}
	for c, w := range map[rune]float64{'–': 500, '—': 1000, '…': 1000, '·': 333, '’': 333, '‘': 333, '•': 350, '\u00a0': 250} {
		to[c] = w
	}
	for c, w := range own {
		to[c] = w
	}
	for c := rune(0xA1); int(c) < len(to); c++ {
		if unicode.Is(unicode.Mn, c) {
			to[c] = 0
			continue
		}
		// The letter without its tone, then without its hook or circumflex.
		for base := c; ; {
			parts := []rune(norm.NFD.String(string(base)))
			if len(parts) < 2 {
				break
			}
			base = []rune(norm.NFC.String(string(parts[:len(parts)-1])))[0]
			if w, ok := own[base]; ok {
				to[c] = w
				break
			}
			if base >= 0x20 && base < 0x7F {
				to[c] = to[base]
				break
			}
		}
	}
	for c, w := range own {
		to[c] = w
	}
}

// points is the width of a text on one line at a font size.
func (r *ruler) points(text string, size float64, bold bool) float64 {
	table := &r.plain
	if bold {
		table = &r.bold
	}
	var sum float64
	for _, c := range text {
		if int(c) < len(table) {
			sum += table[c]
		} else {
			sum += otherWidth
		}
	}
	return sum * size * slack / 1000
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

// longestWord is the width of the widest word of a text, which a column cannot break.
func (r *ruler) longestWord(text string, size float64, bold bool) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, r.points(word, size, bold))
	}
	return widest
}

// broken is a text on as many lines as a width asks for, the lines as even as they can be:
// “ỦY BAN NHÂN DÂN / TỈNH BÀ RỊA – VŨNG TÀU”, not one word alone on the last.
func (r *ruler) broken(text string, width, size float64, bold bool) []string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return []string{""}
	}
	n := r.lines(text, width, size, bold)
	for narrow := width; ; narrow -= 3 {
		if narrow > 20 && r.lines(text, narrow-3, size, bold) == n && r.longestWord(text, size, bold) <= narrow-3 {
			continue
		}
		return r.fill(words, narrow, size, bold)
	}
}

// fill puts words on lines no wider than a width.
func (r *ruler) fill(words []string, width, size float64, bold bool) []string {
	var out []string
	for _, w := range words {
		last := len(out) - 1
		if last >= 0 && r.points(out[last]+" "+w, size, bold) <= width {
			out[last] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}
