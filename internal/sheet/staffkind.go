package sheet

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// rowKind is what a row below the header is.
type rowKind int

const (
	rowPerson    rowKind = iota
	rowHeader            // the header again, on a new printed page
	rowNumbers           // 1, 2, 3, … under the header
	rowTotal             // Tổng cộng
	rowGroup             // the name of a unit, the people of which follow
	rowSignature         // place and date, who signs
)

// patterns are the shapes of rows that hold no person.
type patterns struct {
	total, roman, sign, number, tail *regexp.Regexp
}

func newPatterns() patterns {
	return patterns{
		// Whole words with their accents: Tống and Công are family and given names.
		total:  regexp.MustCompile(`^(tổng cộng|tổng số|cộng|tổng|tong cong|tong so)( (người|cán bộ|cbcc|ccvc|danh sách|cộng|số|toàn sở|cả sở|nam|nữ).*| *[:.=\d(].*|)$`),
		roman:  regexp.MustCompile(`^([ivxl]+|[a-h])[.)/:-]?$`),
		sign:   regexp.MustCompile(`^(người lập( biểu| bảng| danh sách|)|lập biểu|lập bảng|người ghi|thủ trưởng.*|kt\. ?\S+.*|tm\. ?\S+.*|tl\. ?\S+.*|nơi nhận.*|xác nhận của.*|\( ?ký.*|ký( tên|,| ghi| và| họ).*|.*, ?ngày .{0,10}tháng .{0,10}năm.*|ngày .{1,6} tháng .{1,6} năm.*|danh sách (này )?(gồm|có) .*|ghi chú *:.*)$`),
		number: regexp.MustCompile(`^[([]?(\d{1,2}|[a-z])[)\]]?$`),
		tail:   regexp.MustCompile(`\s*([:(–-]\s*)?\(?\d+\s*(người|cán bộ|đồng chí|đ/c|cbcc|ccvc|biên chế)?\)?\s*$`),
	}
}

// kindOf decides what a row is from the texts of its cells, in order.
func (l *listing) kindOf(r *staffRow) rowKind {
	switch {
	case l.isHeader(r):
		return rowHeader
	case l.isNumbers(r):
		return rowNumbers
	case l.isTotal(r):
		return rowTotal
	case l.isSignature(r) && !l.looksReal(r):
		return rowSignature
	case l.isGroup(r):
		return rowGroup
	}
	return rowPerson
}

// isHeader: at least two cells, and most of all, say what the header says above them.
func (l *listing) isHeader(r *staffRow) bool {
	same, filled := 0, 0
	for _, c := range l.columns {
		text := r.texts[c.number]
		if text == "" {
			continue
		}
		filled++
		for _, part := range strings.Split(c.text, " / ") {
			if strings.EqualFold(part, text) {
				same++
				break
			}
		}
	}
	return same >= 2 && same*2 > filled || same == 1 && filled == 1 && r.texts[l.columns[0].number] == ""
}

// isNumbers: at least three cells, each a column's number or letter.
func (l *listing) isNumbers(r *staffRow) bool {
	if len(r.texts) < 3 {
		return false
	}
	for _, text := range r.texts {
		if len(text) > 4 || !l.patterns.number.MatchString(strings.ToLower(text)) {
			return false
		}
	}
	return true
}

// isTotal: the leftmost text says so. Further right the same word may be a name.
func (l *listing) isTotal(r *staffRow) bool {
	first := slices.Min(slices.Collect(maps.Keys(r.texts)))
	return l.patterns.total.MatchString(strings.ToLower(r.texts[first]))
}

func (l *listing) isSignature(r *staffRow) bool {
	if len(r.texts) > 4 {
		return false
	}
	for _, text := range r.texts {
		if l.patterns.sign.MatchString(strings.ToLower(text)) {
			return true
		}
	}
	return false
}

// isGroup: the row says one thing alone, beside a numeral: the name of a unit.
// Beside a running number it must begin as units do: it might be a person.
func (l *listing) isGroup(r *staffRow) bool {
	if r.numbered {
		return len(r.texts) == 2 && len(l.at) > 2 && isUnitWord(l.name(r))
	}
	if l.full(r) {
		return false
	}
	text, numeral := "", false
	for _, column := range slices.Sorted(maps.Keys(r.texts)) {
		switch t := r.texts[column]; {
		case l.personal(column):
			return false
		case text == "" && l.isNumeral(t):
			numeral = true
		case text == "":
			text = t
		case !l.isNumeral(t):
			return false
		}
	}
	return text != "" && (numeral || l.wide[r.line] || isUnitWord(text) || startsWithNumeral(text))
}

// full: the row says too much for a heading, which stands alone and names nobody's unit.
func (l *listing) full(r *staffRow) bool {
	return len(r.texts) > 3 || len(r.texts) > 1 && r.texts[l.at[fieldUnit]] != ""
}

// personal: the column holds what only people have.
func (l *listing) personal(column int) bool {
	for _, f := range []string{fieldBorn, fieldBornMale, fieldBornFemale, fieldCCCD, fieldCode, fieldStart, fieldEnd} {
		if l.column(f) == column {
			return true
		}
	}
	return false
}

// isNumeral: I, a), 2.1.
func (l *listing) isNumeral(text string) bool {
	return strings.Trim(text, "0123456789. ") == "" || l.patterns.roman.MatchString(strings.ToLower(text))
}

// startsWithNumeral: "I. Văn phòng", "2) Thanh tra".
func startsWithNumeral(text string) bool {
	head, rest, ok := strings.Cut(text, " ")
	mark := strings.TrimRight(head, ".)/-:")
	return ok && rest != "" && mark != head && strings.Trim(strings.ToUpper(mark), "IVXLABCDEFGH0123456789.") == ""
}

// isUnitWord: the text begins as the names of units do. With their accents, for
// Trương, Tô and Ban are family names.
func isUnitWord(text string) bool {
	s := strings.ToLower(text) + " "
	for _, w := range []string{
		"phòng ", "ban ", "văn phòng ", "chi cục ", "trung tâm ", "thanh tra ", "sở ", "lãnh đạo ", "tổ ", "đội ",
		"bộ phận ", "khoa ", "trường ", "uỷ ban ", "ủy ban ", "ubnd ", "đơn vị ", "khối ", "quỹ ", "viện ", "bệnh viện ",
	} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// unitOf is the unit a group row names, without its numeral and its head count.
func (l *listing) unitOf(r *staffRow) string {
	unit := ""
	for _, column := range slices.Backward(slices.Sorted(maps.Keys(r.texts))) {
		if t := r.texts[column]; !l.isNumeral(t) {
			unit = t
		}
	}
	if startsWithNumeral(unit) {
		_, unit, _ = strings.Cut(unit, " ")
	}
	unit = strings.TrimLeft(unit, "*-+• ")
	return strings.TrimRight(tdkt.Clean(l.patterns.tail.ReplaceAllString(unit, "")), ":.;, ")
}
