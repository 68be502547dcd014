package intake

import (
	"regexp"
	"strconv"
	"strings"
)

// The years an award may lie in.
const (
	firstAwardYear = 1945
	lastAwardYear  = 2100
)

// Span is a year, or a run of years.
type Span struct{ From, To int }

var (
	yearRange = regexp.MustCompile(`(?i)\b((?:19|20)\d\d)\s*(?:-|–|—|→|->|đến(?:\s+hết)?(?:\s+năm)?|tới(?:\s+năm)?|÷|~)\s*((?:19|20)\d\d|\d\d)\b`)
	oneYear   = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	shortYear = regexp.MustCompile(`(?i)năm\s+'?(\d\d)\b`)
	running   = regexp.MustCompile(`(?i)\b\d{1,2}\s*năm\s*(?:liền|liên\s*tục|liên\s*tiếp|trở\s*lên)?`)
)

// YearsOf reads the years of a text in order: "2019-2023", "các năm 2020, 2021".
func YearsOf(text string) []Span {
	var out []Span
	for {
		r, o := yearRange.FindStringSubmatchIndex(text), oneYear.FindStringIndex(text)
		switch {
		case r != nil && r[0] <= o[0]:
			from, _ := strconv.Atoi(text[r[2]:r[3]])
			to, _ := strconv.Atoi(text[r[4]:r[5]])
			if to < 100 {
				to += from / 100 * 100
			}
			if to >= from && to-from < 60 {
				out = append(out, Span{from, to})
			} else {
				out = append(out, Span{from, from})
			}
			text = text[r[1]:]
		case o != nil:
			y, _ := strconv.Atoi(text[o[0]:o[1]])
			out = append(out, Span{y, y})
			text = text[o[1]:]
		default:
			return out
		}
	}
}

// eachYear writes runs of years as single years.
func eachYear(spans []Span) []Span {
	var out []Span
	for _, s := range spans {
		for y := s.From; y <= s.To; y++ {
			out = append(out, Span{y, y})
		}
	}
	return out
}

// YearOf is the one year a heading speaks of: "NĂM 2023"; 0 for none or several.
func YearOf(text string) int {
	found := 0
	for _, s := range YearsOf(stripDays(text)) {
		if s.From != s.To || found != 0 && found != s.From {
			return 0
		}
		found = s.From
	}
	return found
}

// stripDays takes days and decisions out of a heading: their years are no achievement's.
func stripDays(text string) string {
	for range 4 {
		_, rest := cutDecision(text)
		if rest == text {
			return text
		}
		text = rest
	}
	return text
}

// bareYear is the year a cell holds alone: "2021", "Năm 2021", "năm học 2021-2022" is none.
func bareYear(text string) int {
	t := strings.TrimSpace(strings.ToLower(text))
	for _, p := range []string{"năm học", "năm", "nam", "xếp loại năm", "xl"} {
		t = strings.TrimSpace(strings.TrimPrefix(t, p))
	}
	y, err := strconv.Atoi(strings.Trim(t, "*.: "))
	if err != nil || y < firstAwardYear || y > lastAwardYear {
		return 0
	}
	return y
}
