package dossier

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// digitWords are the names of the digits.
func digitWords() [10]string {
	return [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}
}

// Words spells a number as it is read aloud: 125 is "một trăm hai mươi lăm",
// 1,005 is "một nghìn không trăm lẻ năm".
func Words(n int64) string {
	switch {
	case n < 0:
		return "âm " + Words(-n)
	case n == 0:
		return "không"
	}
	return strings.Join(spell(n, false), " ")
}

// spell gives the words of n > 0. full asks for the hundreds of the first group
// even when they are zero, as after a higher group.
func spell(n int64, full bool) []string {
	const billion = 1_000_000_000
	if n >= billion {
		words := append(spell(n/billion, full), "tỷ")
		if rest := n % billion; rest > 0 {
			words = append(words, spell(rest, true)...)
		}
		return words
	}
	var words []string
	for _, g := range []struct {
		size int64
		name string
	}{{1_000_000, "triệu"}, {1_000, "nghìn"}, {1, ""}} {
		part := n / g.size % 1000
		if part == 0 {
			continue
		}
		words = append(words, spellGroup(int(part), full || len(words) > 0)...)
		if g.name != "" {
			words = append(words, g.name)
		}
	}
	return words
}

// spellGroup gives the words of 1 to 999.
func spellGroup(n int, full bool) []string {
	digit := digitWords()
	hundreds, tens, ones := n/100, n/10%10, n%10
	var words []string
	if hundreds > 0 || full {
		words = append(words, digit[hundreds], "trăm")
	}
	switch {
	case tens == 1:
		words = append(words, "mười")
	case tens > 1:
		words = append(words, digit[tens], "mươi")
	case ones > 0 && len(words) > 0:
		words = append(words, "lẻ")
	}
	switch {
	case ones == 0:
	case ones == 1 && tens > 1:
		words = append(words, "mốt")
	case ones == 4 && tens > 1:
		words = append(words, "tư")
	case ones == 5 && tens > 0:
		words = append(words, "lăm")
	default:
		words = append(words, digit[ones])
	}
	return words
}

// ReadWords is the number a text of Words says; false when it says none. The
// self-check reads every total back with it.
func ReadWords(text string) (int64, bool) {
	values := map[string]int64{"mốt": 1, "tư": 4, "lăm": 5}
	for i, w := range digitWords() {
		values[w] = int64(i)
	}
	scales := map[string]int64{"nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
	var total, group, digit int64
	for _, w := range strings.Fields(strings.ToLower(text)) {
		v, isDigit := values[w]
		scale, isScale := scales[w]
		switch {
		case isDigit:
			digit = v
		case w == "lẻ":
		case w == "mười":
			group, digit = group+10, 0
		case w == "mươi":
			group, digit = group+digit*10, 0
		case w == "trăm":
			group, digit = group+digit*100, 0
		case isScale && scale == scales["tỷ"]:
			total, group, digit = (total+group+digit)*scale, 0, 0
		case isScale:
			total, group, digit = total+(group+digit)*scale, 0, 0
		default:
			return 0, false
		}
	}
	return total + group + digit, true
}

// Sentence makes the first letter a capital.
func Sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Roman is a number under forty in Roman figures, as groups are marked.
func Roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
