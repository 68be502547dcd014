package view

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// CiteOf is the article that the first need which settles an answer rests on.
func CiteOf(r law.Result) string {
	for _, f := range r.Findings {
		if f.Cite != "" && (f.Answer == r.Answer || r.Answer == law.Yes) {
			return f.Cite
		}
	}
	return ""
}

// Until is " đến" and the day, "" without one.
func Until(d tdkt.Day) string {
	if d == 0 {
		return ""
	}
	return " đến " + d.String()
}

// Capital begins a text with a large letter.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// CountIf is 1 for true.
func CountIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// CodeKey is how codes are compared: in any case of letters, spaces cleaned.
func CodeKey(code string) string { return strings.ToUpper(tdkt.Clean(code)) }

// ZeroWords is hundredths of a point as people write them, "0" for none.
func ZeroWords(hundredths int) string { return cmp.Or(PointsWords(hundredths), "0") }

// SubjectKey is a subject as a part of a key.
func SubjectKey(s tdkt.Subject) string { return string(s.Kind) + string(s.ID) }

// KeyOf is the parts of a key as one.
func KeyOf(parts ...any) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		switch p := p.(type) {
		case string:
			out[i] = p
		case int:
			out[i] = strconv.Itoa(p)
		case tdkt.ID:
			out[i] = string(p)
		default:
			out[i] = fmt.Sprint(p)
		}
	}
	return strings.Join(out, "|")
}

// BirthWords is the day somebody was born, or the year alone where no more is known.
func BirthWords(p tdkt.Person) string {
	if p.Born == 0 && p.BornYear > 0 {
		return fmt.Sprint(p.BornYear)
	}
	return p.Born.String()
}

// Joined joins what is not empty; "không ghi gì thêm" for nothing.
func Joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return "không ghi gì thêm"
	}
	return strings.Join(out, ", ")
}

// Prefixed is a label and a text, "" without text.
func Prefixed(label, text string) string {
	if text == "" {
		return ""
	}
	return label + " " + text
}

// PointsWords is hundredths of a point as people write them, "" for none.
func PointsWords(hundredths int) string {
	if hundredths == 0 {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64), ".", ",", 1)
}

// votesLine is a line of votes: 11/12, or Lao động tiên tiến: 11/12.
var votesLine = regexp.MustCompile(`^(?:(.+?)\s*:\s*)?(\d{1,4})\s*/\s*(\d{1,4})$`)

// PartText is a text as it is kept, or why it cannot be.
func PartText(part law.ReportPart, text string) (string, error) {
	text = CleanText(text)
	if n := len([]rune(text)); n > maxPassage {
		return "", tdkt.Errorf(tdkt.Invalid, "Nội dung dài %d chữ, quá %d chữ. Hãy rút gọn rồi ghi lại.", n, maxPassage)
	}
	if text == "" {
		return "", nil
	}
	switch part.Form {
	case law.DayPart:
		day, err := tdkt.ParseVN(text)
		if err != nil {
			return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/12/2023.", text)
		}
		return day.String(), nil
	case law.DaysPart:
		return daysText(text)
	case law.NumberPart:
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là số. Hãy ghi một số nguyên từ 0.", text)
		}
		return strconv.Itoa(n), nil
	case law.VotesPart:
		for line := range strings.SplitSeq(text, "\n") {
			m := votesLine.FindStringSubmatch(line)
			if m == nil {
				return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là số phiếu. Hãy ghi số đồng ý trên tổng số, ví dụ 11/12; nhiều danh hiệu thì mỗi dòng một danh hiệu, ví dụ “Lao động tiên tiến: 11/12”.", line)
			}
			if f, all := digits(m[2]), digits(m[3]); f > all {
				return "", tdkt.Errorf(tdkt.Invalid, "“%s”: số phiếu đồng ý nhiều hơn tổng số phiếu. Hãy sửa lại.", line)
			}
		}
	}
	return text, nil
}

// daysText are several days as they are kept, in their order.
func daysText(text string) (string, error) {
	var days []tdkt.Day
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(";,\n ", r) }) {
		day, err := tdkt.ParseVN(word)
		if err != nil {
			return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là ngày. Hãy ghi các ngày cách nhau bằng dấu chấm phẩy, ví dụ 30/04/2024; 01/05/2024.", word)
		}
		days = append(days, day)
	}
	slices.Sort(days)
	words := make([]string, 0, len(days))
	for _, d := range slices.Compact(days) {
		words = append(words, d.String())
	}
	return strings.Join(words, "; "), nil
}

// digits is the number that digits alone say.
func digits(word string) int {
	n, _ := strconv.Atoi(word)
	return n
}

// CleanText is a text of several lines as it is kept: each line cleaned, no empty line at
// the ends.
func CleanText(s string) string {
	var lines []string
	for line := range strings.SplitSeq(norm.NFC.String(strings.ReplaceAll(s, "\r", "\n")), "\n") {
		lines = append(lines, tdkt.Clean(line))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// maxPassage is how long a text of a report may be, in letters: about ten pages.
const maxPassage = 20_000

// List joins words with commas; "không có" for none.
func List(words []string) string {
	if len(words) == 0 {
		return "không có"
	}
	return strings.Join(words, ", ")
}

// Bare is a sentence without its full stop.
func Bare(sentence string) string { return strings.TrimRight(sentence, ".") }
