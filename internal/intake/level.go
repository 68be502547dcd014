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
var notRated = regexp.MustCompile(`^(?:(không|chưa|ko|k|miễn)\.? ?(xl|xếp loại|đánh giá|đg|xét|thuộc diện (xếp loại|đánh giá))|(đang )?nghỉ (ts|thai sản|ốm|chế độ|hưu|việc|không)|thai sản|mới (tuyển|nhận|về|chuyển)|chuyển công tác|đi học)([ (,;.:].*)?$`)

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
	case "-", "–", "", "khong xep loai", "kxl", "chua xep loai", "khong danh gia", "kdg", "khong", "0", "mien", "nghi", "ntn", "tap su", "mien xep loai", "chua danh gia", "khong xet", "chua xet":
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
				level := ratingByParts(ts)
				return Rating{Level: level}, level != ""
			}
		}
	}
	out := Rating{Level: tdkt.Level(r.level)}
	if !r.sure {
		out.Doubt = "“" + key + "” là cách xếp loại riêng; hãy xác nhận là " + out.Level.Words()
	}
	return out, true
}

// ratingRun is a rating whose short forms are written in one: "HTXSCTNV", "HTTốtNV", "XSNV".
var ratingRun = regexp.MustCompile(`^(k|ko|kh|c|ch)?(ht|h)?(xs|xsac|t|tot)?(ct)?(nv|nvu)?$`)

// ratingByParts reads a rating by its words, whatever their order: how well (xuất sắc, tốt,
// không), hoàn thành, and what: nhiệm vụ, chức trách. A word of nothing of these makes it none.
func ratingByParts(ts []token) tdkt.Level {
	const done, best, good, not, task = "done", "best", "good", "not", "task"
	is := map[string]bool{}
	for i, t := range ts {
		switch t.fold {
		case "hoan", "thanh", "ht", "hth", "hthanh":
			is[done] = true
		case "h":
			if i+1 == len(ts) || ts[i+1].fold != "thanh" && ts[i+1].fold != "t" {
				return ""
			}
		case "xuat", "sac", "xs", "xsac":
			is[best] = true
		case "tot", "t":
			is[good] = true
		case "khong", "chua", "k", "ko", "kh", "0":
			is[not] = true
		case "nhiem", "vu", "nv", "nvu", "n", "chuc", "trach", "ct", "duoc", "giao", "cong", "viec", "cac", "mot", "so", "va":
			is[task] = true
		case "nhung", "con", "han", "che", "ve", "nang", "luc", "hc", "hcnl", "hcvnl":
			is["short"] = true
		default:
			m := ratingRun.FindStringSubmatch(t.fold)
			if m == nil || len(t.fold) < 3 || m[2]+m[5] == "" {
				return ""
			}
			is[done], is[not] = is[done] || m[2] != "", is[not] || m[1] != ""
			is[best], is[good] = is[best] || strings.HasPrefix(m[3], "xs"), is[good] || strings.HasPrefix(m[3], "t")
			is[task] = is[task] || m[5] != ""
		}
	}
	switch {
	case is[best] && is[good], is[not] && !is[done], is["short"] && (!is[done] || is[best] || is[good]), !is[done] && !is[task]:
		return ""
	case is[not] && is[done] && !is[best] && !is[good]:
		return tdkt.NotDone
	case is[not]:
		return ""
	case is[best]:
		return tdkt.Excellent
	case is[good]:
		return tdkt.Good
	case is[done]:
		return tdkt.Done
	}
	return ""
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

// nothingYet are the ways to say that there is nothing of what a column is for.
var nothingYet = regexp.MustCompile(`^(chua|khong|ko|k)( (co|duoc|dat|nhan|tung|de nghi|dang ky|xet))*( (khen thuong|khen|danh hieu|danh hieu nao|gi|thanh tich|hinh thuc nao|lan nao))?$`)

// Ticked reads an x; false, false is a cell that says something else.
func Ticked(text string) (yes, known bool) {
	folded := strings.Trim(tdkt.Fold(text), ".* ")
	if nothingYet.MatchString(folded) {
		return false, true
	}
	switch folded {
	case "x", "xx", "co", "1", "v", "✓", "✔", "☑", "true", "dung", "roi", "dat", "√", "+", "yes", "y", "ü":
		return true, true
	case "", "khong", "0", "k", "ko", "-", "–", "false", "sai", "chua", "khong dat", "no", "khong co", "chua co", "khong xet", "chua xet", "khong de nghi", "khong dang ky":
		return false, true
	}
	return false, false
}
