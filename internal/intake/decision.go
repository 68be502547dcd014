package intake

import (
	"regexp"
	"strings"

	"tdkt/internal/tdkt"
)

// Decision is a decision named in a text.
type Decision struct {
	Number string
	Date   tdkt.Day
	Year   int // of the date where only that is known
}

var (
	decisionNumber = regexp.MustCompile(`(?i)(?:theo\s+)?(?:quyết\s*định|qđ|qđkt|qd)?\s*(?:khen\s*thưởng|công\s*nhận)?\s*(?:số|so)?\s*[:.]?\s*(\d+[a-zđ]?\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐa-zđ][\p{L}\d]*(?:[-–/.]\p{L}[\p{L}\d&]*|\s?[-–/]\s?(?-i:\p{Lu}[\p{Lu}\d&]*(?:[^\p{L}]|$)))*)`)
	bareDecision   = regexp.MustCompile(`(?i)(?:theo\s+)?(?:quyết\s*định|qđ)\s*(?:khen\s*thưởng|công\s*nhận)?\s*(?:số|so)\s*[:.]?\s*(\d+)\b`)
	dayInText      = regexp.MustCompile(`(?i)(?:ngày|ngay|ký|n)?\s*(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2}))(?:\D|$)|(?:ngày\s*)?(\d{1,2}\s*tháng\s*\d{1,2}\s*(?:năm|,)\s*\d{4})`)
)

// cutDecision finds a decision's number and day in a text and takes them out of it,
// leaving spaces so that places stay where they are.
func cutDecision(text string) (d Decision, rest string) {
	rest = text
	if m := firstMatch(decisionNumber, rest); m != nil {
		d.Number = cleanNumber(rest[m[2]:m[3]])
		rest = blank(rest, m[0], m[1])
	} else if m := bareDecision.FindStringSubmatchIndex(rest); m != nil {
		d.Number = rest[m[2]:m[3]]
		rest = blank(rest, m[0], m[1])
	}
	if m := dayInText.FindStringSubmatchIndex(rest); m != nil {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		if day := ReadDate(rest[from:to], firstAwardYear, lastAwardYear).Day; day != 0 {
			d.Date = day
			rest = blank(rest, m[0], to)
		}
	}
	return d, rest
}

// firstMatch is the first number that is a decision's and not a date's: behind the slash
// stands a word of capitals.
func firstMatch(re *regexp.Regexp, text string) []int {
	for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
		_, symbol, _ := strings.Cut(text[m[2]:m[3]], "/")
		if strings.ContainsAny(symbol, "QqĐ") || strings.ToUpper(symbol) == symbol {
			return m
		}
	}
	return nil
}

func cleanNumber(s string) string {
	s = tdkt.Clean(s)
	for _, mark := range []string{"/", "-", "–"} {
		s = strings.ReplaceAll(strings.ReplaceAll(s, " "+mark, mark), mark+" ", mark)
	}
	return strings.TrimRight(strings.ReplaceAll(s, "–", "-"), ".,;-/ ")
}

func blank(s string, from, to int) string {
	return s[:from] + strings.Repeat(" ", to-from) + s[to:]
}

// ReadDecision reads a cell of decisions: "QĐ số 12/QĐ-UBND ngày 3/2/2024", "12/QĐ". What is
// not understood is kept as the number, as it is written.
func ReadDecision(raw string) Decision {
	text := tdkt.Clean(raw)
	d, rest := cutDecision(text)
	if d.Number == "" && d.Date == 0 {
		return Decision{Number: text}
	}
	if d.Number == "" {
		d.Number = strings.Trim(tdkt.Clean(trimDecisionWords(rest)), " ,.;:()")
	}
	return d
}

func trimDecisionWords(s string) string {
	return decisionWords.ReplaceAllString(s, " ")
}

var decisionWords = regexp.MustCompile(`(?i)(?:^|\s)(?:số|ngày|theo|ký)(?:\s|:|$)|quyết định|^\s*qđ(?:\s|:|$)`)
