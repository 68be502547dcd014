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
var notRated = regexp.MustCompile(`^(?:(không|chưa|ko|k|miễn)\.? ?(xl|xếp loại|đánh giá|đg|xét|thuộc diện (xếp loại|đánh giá))|(đang )?nghỉ (ts|thai sản|ốm|chế độ|hưu|việc|không)|thai sản|mới (tuyển|nhận|về|chuyển)|chuyển (công tác|ct|đi)|đi học|không đánh giá)([ (,;.:].*)?$`)

// shareBeside is a share of the staff beside a rating, and no mark: "HTXSNV (20%)".
var shareBeside = regexp.MustCompile(`\(\s*(?:tỷ lệ\s*)?\d{1,3}(?:[.,]\d+)?\s*%\s*\)`)

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
	text = tdkt.Clean(shareBeside.ReplaceAllString(text, " "))
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

// The parts of a rating.
const (
	partDone  = "done"  // hoàn thành
	partBest  = "best"  // xuất sắc
	partGood  = "good"  // tốt
	partNot   = "not"   // không
	partTask  = "task"  // nhiệm vụ
	partShort = "short" // còn hạn chế về năng lực
)

// ratingParts are the words that ratings are made of.
var ratingParts = func() map[string]string {
	out := map[string]string{}
	for part, words := range map[string]string{
		partDone: "hoan thanh ht hth hthanh h", partBest: "xuat sac xs xsac", partGood: "tot t", partNot: "khong chua k ko kh",
		partTask:  "nhiem vu nv nvu n chuc trach ct duoc giao cong viec cac va",
		partShort: "nhung con han che ve nang luc hc hcnl hcvnl",
	} {
		for _, w := range strings.Fields(words) {
			out[w] = part
		}
	}
	return out
}()

// ratingByParts reads a rating by its words, whatever their order: how well (xuất sắc, tốt,
// không), hoàn thành, and what: nhiệm vụ, chức trách. A word of nothing of these makes it none.
func ratingByParts(ts []token) tdkt.Level {
	is := map[string]bool{}
	for _, t := range ts {
		if part := ratingParts[t.fold]; part != "" {
			is[part] = true
			continue
		}
		m := ratingRun.FindStringSubmatch(t.fold)
		if m == nil || len(t.fold) < 3 || m[2]+m[5] == "" {
			return ""
		}
		for part, has := range map[string]bool{
			partNot: m[1] != "", partDone: m[2] != "", partBest: strings.HasPrefix(m[3], "xs"), partGood: strings.HasPrefix(m[3], "t"), partTask: m[5] != "",
		} {
			is[part] = is[part] || has
		}
	}
	return levelOfParts(is)
}

// levelOfParts is the level that parts say together, "" for none or for two.
func levelOfParts(is map[string]bool) tdkt.Level {
	best, good, not := is[partBest], is[partGood], is[partNot]
	how := 0
	for _, b := range []bool{best, good, not, is[partShort]} {
		if b {
			how++
		}
	}
	switch {
	case how > 1, !is[partDone] && (!is[partTask] || not || is[partShort]):
		return ""
	case best:
		return tdkt.Excellent
	case good:
		return tdkt.Good
	case not:
		return tdkt.NotDone
	case is[partDone]:
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
