package intake

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Date is a day as far as a text says it.
type Date struct {
	Day     tdkt.Day
	Year    int    // set alone when no whole day stood there
	Month   int    // beside Year, when it stood there
	Guessed string // what was guessed, "" for nothing: the century, day and month turned round
	Missing string // what is wanting in a text that is no whole date: a sentence's end
}

// Known says whether anything was read.
func (d Date) Known() bool { return d.Day != 0 || d.Year != 0 }

var (
	dateParts  = regexp.MustCompile(`\d+|[\p{L}]+`)
	eightPlain = regexp.MustCompile(`^\d{8}$`)
	clock      = regexp.MustCompile(`(?i)[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?( ?(?:AM|PM|SA|CH))?$`)
	lettersO   = regexp.MustCompile(`(\d)[oO]|[oO](\d)`)
)

// months are the English months Excel writes.
func monthWord(s string) int {
	const all = "jan feb mar apr may jun jul aug sep oct nov dec"
	if len(s) < 3 {
		return 0
	}
	i := strings.Index(all, strings.ToLower(s[:3]))
	if i < 0 || i%4 != 0 {
		return 0
	}
	return i/4 + 1
}

// ReadDate reads a day in the ways people write it. A year of two digits becomes the one
// between first and last that fits, and is told as guessed.
func ReadDate(raw string, first, last int) Date {
	text := clock.ReplaceAllString(tdkt.Clean(raw), "")
	text = lettersO.ReplaceAllStringFunc(text, func(s string) string { return strings.NewReplacer("o", "0", "O", "0").Replace(s) })
	if eightPlain.MatchString(text) {
		return plainDate(text, first, last)
	}
	var n []int
	var width []int
	monthAt := -1
	for _, p := range dateParts.FindAllString(text, -1) {
		if v, err := strconv.Atoi(p); err == nil {
			n, width = append(n, v), append(width, len(p))
			continue
		}
		if m := monthWord(p); m > 0 && len(p) >= 3 && isASCII(p) {
			n, width, monthAt = append(n, m), append(width, 2), len(n)
			continue
		}
		switch tdkt.Fold(p) {
		case "ngay", "thang", "nam", "sinh", "d", "m", "y", "am", "lich", "duong", "khoang", "th", "t", "ns", "al", "dl", "vao", "ky", "x", "sn", "s", "mung", "mong", "ng":
		default:
			return Date{Missing: "“" + tdkt.Clean(raw) + "” không phải là ngày"}
		}
	}
	return fromParts(n, width, monthAt, text, first, last)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// plainDate reads 20111975 and 19751120.
func plainDate(text string, first, last int) Date {
	num := func(s string) int { v, _ := strconv.Atoi(s); return v }
	a := Date{}
	if d, err := tdkt.MakeDay(num(text[4:]), num(text[2:4]), num(text[:2])); err == nil && d.Year() >= first-60 && d.Year() <= last+60 {
		a.Day = d
		return a
	}
	if d, err := tdkt.MakeDay(num(text[:4]), num(text[4:6]), num(text[6:])); err == nil {
		a.Day = d
		return a
	}
	return Date{Missing: "“" + text + "” không phải là ngày"}
}

func fromParts(n, width []int, monthAt int, text string, first, last int) Date {
	switch len(n) {
	case 1:
		y, guessed, ok := fullYear(n[0], width[0], first, last)
		if !ok {
			return Date{Missing: "“" + text + "” thiếu tháng và năm"}
		}
		return Date{Year: y, Guessed: guessed}
	case 2:
		m, yi := n[0], 1
		if width[0] == 4 {
			m, yi = n[1], 0
		}
		y, guessed, ok := fullYear(n[yi], width[yi], first, last)
		if !ok || m > 12 || width[yi] != 4 {
			return Date{Missing: "“" + text + "” thiếu năm"}
		}
		return Date{Year: y, Month: m, Guessed: guessed}
	case 3:
		return threeParts(n, width, monthAt, text, first, last)
	}
	return Date{Missing: "“" + text + "” không phải là ngày"}
}

func threeParts(n, width []int, monthAt int, text string, first, last int) Date {
	d, m, y, wy := n[0], n[1], n[2], width[2]
	if width[0] == 4 {
		d, y, wy = n[2], n[0], width[0]
	}
	if monthAt == 0 {
		d, m = n[1], n[0]
	}
	year, guessed, ok := fullYear(y, wy, first, last)
	if !ok {
		return Date{Missing: "“" + text + "” không có năm đọc được"}
	}
	if d == 0 || m == 0 {
		return Date{Year: year, Month: m, Guessed: guessed}
	}
	if m > 12 && d <= 12 {
		d, m = m, d
		guessed = joinText(guessed, "đổi chỗ ngày và tháng")
	}
	day, err := tdkt.MakeDay(year, m, d)
	if err != nil {
		return Date{Missing: "“" + text + "” không phải là một ngày có thật"}
	}
	return Date{Day: day, Guessed: guessed}
}

// fullYear makes four digits of two: the year between first and last, or the nearest.
func fullYear(y, width, first, last int) (year int, guessed string, ok bool) {
	if width == 4 && y >= 1900 && y <= 2100 {
		return y, "", true
	}
	if width > 2 || width == 1 && y != 0 {
		return 0, "", false
	}
	for _, century := range []int{2000, 1900} {
		if c := century + y; c >= first && c <= last {
			return c, "đoán thế kỷ", true
		}
	}
	return 1900 + y, "đoán thế kỷ", y > 0
}

// The ages at which people serve.
const (
	youngest = 16
	oldest   = 100
	youthful = 18
	retired  = 70
)

// ReadBirth reads a birth date; today is the caller's day, 0 where there is no clock.
func ReadBirth(c Cell, today tdkt.Day) Date {
	now := today.Year()
	if now == 0 {
		now = defaultYear
	}
	var d Date
	switch serial := serialDay(c); {
	case c.Day != 0:
		d = Date{Day: c.Day}
	case serial != 0:
		d = Date{Day: serial, Guessed: "ô là số thường, đọc thành ngày như Excel đếm"}
	default:
		text := tdkt.Clean(c.Text)
		if i := strings.IndexAny(text, "(["); i > 0 {
			text = text[:i]
		}
		d = ReadDate(strings.Trim(text, "'’`. "), now-retired, now-youngest)
	}
	return plausible(d, now)
}

// serialDay is the day that a plain number of five digits counts to, as Excel counts days; 0
// for no such number.
func serialDay(c Cell) tdkt.Day {
	text, _, _ := strings.Cut(tdkt.Clean(c.Text), ".")
	if len(text) != 5 || !wholeNumber(text) || !c.Number && (text < "10000" || text > "47000") {
		return 0
	}
	n, _ := strconv.Atoi(text)
	day, _ := tdkt.MakeDay(1900, 1, 1)
	const first = 2 // 1/1/1900 is 1, and the day 60, 29/2/1900, never was
	return tdkt.DayOf(day.Time().AddDate(0, 0, n-first))
}

// defaultYear is the year of this program's making, where no clock is handed in.
const defaultYear = 2026

// plausible puts a birth that cannot be into the century before, as guessed, or takes it
// away where no century fits.
func plausible(d Date, now int) Date {
	year := max(d.Year, d.Day.Year())
	if year == 0 || year >= now-oldest && year <= now-youngest {
		return d
	}
	if back := year - 100; year > now-youngest && back >= now-retired-10 && back <= now-youngest {
		d.Guessed = joinText(d.Guessed, "đoán thế kỷ")
		if d.Day != 0 {
			day, err := tdkt.MakeDay(back, d.Day.Month(), d.Day.DayOfMonth())
			if err != nil {
				return Date{Missing: "năm sinh " + strconv.Itoa(year) + " không hợp với người đang làm việc"}
			}
			d.Day = day
			return d
		}
		d.Year = back
		return d
	}
	return Date{Missing: "năm sinh " + strconv.Itoa(year) + " không hợp với người đang làm việc"}
}
