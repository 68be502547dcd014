package kit

import (
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// ParseDay reads a day as clerks type it: 1/2/26, 01-02-2026, 1.2.2026, 010226 or
// 01022026. Two digits of a year up to 49 are 20xx, the others 19xx. "" is no day.
func ParseDay(text string) (tdkt.Day, error) {
	text = tdkt.Clean(text)
	if text == "" {
		return 0, nil
	}
	bad := tdkt.Errorf(tdkt.Invalid, textNotDay, text)
	parts, ok := dayParts(text)
	if !ok {
		return 0, bad
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil {
			return 0, bad
		}
		n[i] = v
	}
	if len(strings.TrimSpace(parts[2])) <= 2 {
		n[2] += 1900
		if n[2] < 1950 {
			n[2] += 100
		}
	}
	d, err := tdkt.MakeDay(n[2], n[1], n[0])
	if err != nil {
		return 0, bad
	}
	return d, nil
}

func dayParts(text string) ([]string, bool) {
	text = strings.NewReplacer("-", "/", ".", "/", " ", "/").Replace(text)
	for strings.Contains(text, "//") {
		text = strings.ReplaceAll(text, "//", "/")
	}
	if parts := strings.Split(text, "/"); len(parts) == 3 {
		return parts, true
	}
	if strings.Contains(text, "/") || (len(text) != 6 && len(text) != 8) {
		return nil, false
	}
	return []string{text[:2], text[2:4], text[4:]}, true
}

// ParseNumber reads a number as it is written here: 1.500 is fifteen hundred, 9,5
// is nine and a half. "9.5" can only mean nine and a half too.
func ParseNumber(text string) (float64, error) {
	text = strings.ReplaceAll(tdkt.Clean(text), " ", "")
	plain := strings.ReplaceAll(text, ",", ".")
	if strings.Contains(text, ",") || thousands(text) {
		plain = strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
	}
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil || !digitsOnly(plain) {
		return 0, tdkt.Errorf(tdkt.Invalid, textNotNumber, text)
	}
	return n, nil
}

// thousands says whether every dot stands before exactly three digits.
func thousands(text string) bool {
	parts := strings.Split(strings.TrimPrefix(text, "-"), ".")
	if len(parts) < 2 || parts[0] == "" || len(parts[0]) > 3 || parts[0] == "0" {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return true
}

// digitsOnly keeps out what ParseFloat knows and clerks do not: 1e5, Inf, 0x10.
func digitsOnly(s string) bool { return s != "" && strings.Trim(s, "-.0123456789") == "" }

// cleanNumber is the text a number cell keeps.
func cleanNumber(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	n, err := ParseNumber(text)
	if err != nil {
		return "", err
	}
	return FormatNumber(n), nil
}

// FormatNumber writes a number with a comma before the fraction, without dots, as
// a cell that may be edited shows it.
func FormatNumber(n float64) string {
	return strings.ReplaceAll(strconv.FormatFloat(n, 'f', -1, 64), ".", ",")
}

// FormatInt writes a whole number with dots between thousands.
func FormatInt(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return sign + s
}

// numberKey is a text that orders as the number does.
func numberKey(n float64) string { return fmt.Sprintf("%030.6f", n+1e15) }

// Tick is the text of a tick box: "x", or nothing.
func Tick(on bool) string {
	if on {
		return "x"
	}
	return ""
}
