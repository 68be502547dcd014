package intake

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Rating is what a cell says about how somebody was rated.
type Rating struct {
	Level  tdkt.Level
	Points int    // hundredths, 0 for none
	None   bool   // the cell says that there is no rating
	Doubt  string // why a person should look
}

// notRated are the ways to say that somebody was not rated, with the reason behind.
var notRated = regexp.MustCompile(`^(không|chưa|ko|k|miễn)\.? ?(xl|xếp loại|đánh giá|đg|xét|thuộc diện (xếp loại|đánh giá))\b.*$`)

// ReadRating reads a rating: "HTXSNV", "Hoàn thành tốt nhiệm vụ", "XS (95)", "A".
func ReadRating(raw string) (Rating, bool) {
	r := ratingsRead.get(raw, func() ratingRead {
		r, ok := readRating(raw)
		return ratingRead{r, ok}
	})
	return r.rating, r.ok
}

func readRating(raw string) (Rating, bool) {
	text := tdkt.Clean(raw)
	if notRated.MatchString(strings.ToLower(text)) {
		return Rating{None: true}, true
	}
	switch strings.Trim(tdkt.Fold(text), ". ") {
	case "-", "–", "", "khong xep loai", "kxl", "chua xep loai", "khong danh gia", "kdg", "khong", "0", "mien", "nghi", "ntn", "tap su":
		return Rating{None: true}, true
	}
	for _, prefix := range []string{"xếp loại", "loại:", "mức"} {
		if strings.HasPrefix(strings.ToLower(text), prefix) && len(text) > len(prefix)+2 {
			text = strings.TrimSpace(text[len(prefix):])
		}
	}
	w := vocabulary()
	ts := tokens(text)
	if r, ok := ratingOf(w, ts); ok {
		if r.Doubt != "" {
			r.Doubt = "“" + text + "” là cách xếp loại riêng; hãy xác nhận là " + r.Level.Words()
		}
		return r, true
	}
	// Words and points in one cell: "HTXS (95,5)", "95 - HTXS".
	words, points := apartPoints(text)
	if points > 0 && words == "" {
		return Rating{Points: points}, true
	}
	if points > 0 {
		if r, ok := ratingOf(w, tokens(words)); ok {
			r.Points = points
			return r, true
		}
	}
	return Rating{}, false
}

func ratingOf(w *words, ts []token) (Rating, bool) {
	key, fold := keyOf(ts)
	r, ok := w.rating[key]
	if !ok {
		if r, ok = w.ratingFold[fold]; !ok {
			if r, ok = w.ratingFold[strings.ReplaceAll(fold, " ", "")]; !ok {
				return Rating{}, false
			}
		}
	}
	out := Rating{Level: tdkt.Level(r.level)}
	if !r.sure {
		out.Doubt = "“" + key + "” là cách xếp loại riêng; hãy xác nhận là " + out.Level.Words()
	}
	return out, true
}

// apartPoints takes a mark out of a text.
func apartPoints(text string) (words string, points int) {
	var rest []string
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ()/:;–", r) }) {
		f = strings.Trim(f, "-.")
		if p, ok := Points(strings.TrimSuffix(f, "đ")); ok && points == 0 {
			points = p
			continue
		}
		if f != "" && tdkt.Fold(f) != "diem" {
			rest = append(rest, f)
		}
	}
	return strings.Join(rest, " "), points
}

// Points reads a mark as hundredths.
func Points(text string) (int, bool) {
	f, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	if err != nil || f <= 0 || f > 200 {
		return 0, false
	}
	return int(f*100 + 0.5), true
}

// Ticked reads an x; false, false is a cell that says something else.
func Ticked(text string) (yes, known bool) {
	switch strings.Trim(tdkt.Fold(text), ".* ") {
	case "x", "xx", "co", "1", "v", "✓", "✔", "☑", "true", "dung", "roi", "dat", "√", "+", "yes", "y", "ü":
		return true, true
	case "", "khong", "0", "k", "ko", "-", "–", "false", "sai", "chua", "khong dat", "no", "khong co", "chua co", "khong xet", "chua xet", "khong de nghi", "khong dang ky":
		return false, true
	}
	return false, false
}
