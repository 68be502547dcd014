package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tdkt/internal/tdkt"
)

// clause is a part of a text of awards that names no title this program knows.
type clause struct {
	text     string
	years    []Span
	from, to int
	nothing  bool // it says that nothing was given: "năm 2021: không"
}

var (
	clauseMark = regexp.MustCompile(`[;,.]\s|[;\n]`)
	// meritWord are words by which a clause speaks of something that was given.
	meritWord = regexp.MustCompile(`(?i)(?:^|[\s"“(])(?:giải (?:nhất|nhì|ba|khuyến khích|thưởng|đặc biệt|[abc])|đạt giải|khen|biểu dương|tuyên dương|danh hiệu|chứng nhận|gia đình văn hóa|huân chương|huy chương|hạng (?:nhất|nhì|ba)|cấp (?:tỉnh|bộ|cơ sở|toàn quốc))(?:[\s"”).,;:]|$)`)
	// ofYears are the words that years are written with, and none that says what was given.
	ofYears    = regexp.MustCompile(`(?i)^(?:các|năm|nam|từ|đến|tới|hết|và|giai|đoạn|học|liền|liên|tục|tiếp|lần|trong|thứ|niên|độ|n|đạt|được|qđ|quyết|định|số|ngày|theo|của|tháng|cũng|đều)$`)
	untilNow   = regexp.MustCompile(`(?i)(?:từ\s+(?:năm\s+)?)?(?:(?:19|20)\d\d)?\s*[-–]?\s*(?:đến|tới)\s+(?:nay|hiện nay|bây giờ)|(?:từ\s+(?:năm\s+)?)?(?:19|20)\d\d\s+(?:trở đi|trở lại đây)`)
	nothingIn  = regexp.MustCompile(`(?i)^(?:năm\s+)?(?:19|20)\d\d\s*[:–-]?\s*(?:không|chưa)(?:\s+(?:có|xét|đạt|được|xếp loại|khen thưởng|gì))*$`)
	notBefore  = regexp.MustCompile(`(?i)(?:^|[\s(,;.])((?:không|chưa|trượt|rớt|bị hủy|thu hồi)(?:\s+(?:đạt|được|công nhận|tặng|xét|đề nghị|danh hiệu|bầu|đủ điều kiện))*)\s*[:"“]?\s*$`)
	notBehind  = regexp.MustCompile(`(?i)^[^;,.]*?[(:–-]\s*((?:không|chưa)\s*(?:đạt|được|công nhận|xét|duyệt|trình)?|bị (?:hủy|thu hồi)[^;,.)]*|thu hồi[^;,.)]*|trượt|rớt)(?:\s*[);,.]|$)`)
	rankAlone  = regexp.MustCompile(`(?i)([;,]|\s+và)\s*(hạng\s+(?:nhất|nhì|ba|i{1,3}|[123])(?:[^\p{L}\d]|$))`)
	laborOrder = regexp.MustCompile(`(?i)(?:huân chương lao động|hclđ|hc lao động|hc lđ)\s`)
	otherOrder = regexp.MustCompile(`(?i)huân chương (?:độc lập|kháng chiến|chiến công|quân công|bảo vệ|sao vàng|hồ chí minh|đại đoàn kết)|hcđl|hckc`)
	quoted     = regexp.MustCompile(`["“][^"“”]*["”]`)
	// andName is how the second half of a name with a comma goes on: "Văn hóa, Thể thao và Du
	// lịch".
	andName = regexp.MustCompile(`,(\s*\p{Lu}\p{Ll}+(?: \p{Ll}+)* và \p{Lu}\p{Ll}+)`)
)

// unreadClauses are the clauses of the text behind a title that speak of something else:
// they name what may have been given, or have years of their own beside those of the title.
// The last clause belongs to the title that follows, where one does.
func unreadClauses(segment string, dated, followed bool) []clause {
	masked := segment
	for range 4 {
		_, masked = cutDecision(masked)
	}
	masked = inBracketsMasked(wholeNames(masked))
	cuts := clauseMark.FindAllStringIndex(masked, -1)
	if len(cuts) == 0 {
		return nil
	}
	r := clauseReading{segment: segment, masked: masked, dated: dated, first: len(YearsOf(masked[:cuts[0][0]])) > 0}
	for i, cut := range cuts {
		to := len(segment)
		if i+1 < len(cuts) {
			to = cuts[i+1][0]
		} else if followed {
			break
		}
		r.clause(cut[0], cut[1], to)
	}
	return r.out
}

// clauseReading is the text behind a title being read clause by clause.
type clauseReading struct {
	segment, masked string // masked without decisions, and the commas of names
	dated           bool   // the title's years stand behind it
	first           bool   // years of the title were seen
	out             []clause
}

// clause reads one clause, from behind its mark.
func (r *clauseReading) clause(mark, from, to int) {
	text := strings.Trim(r.segment[from:to], " -–+•.,;:")
	years := YearsOf(r.masked[from:to])
	more := saysMore(r.masked[from:to])
	last := len(r.out) - 1
	switch {
	case last >= 0 && len(years) > 0 && !more && r.out[last].to == mark: // "03 sáng kiến năm 2019, 2020"
		before := r.out[last]
		r.out[last] = clause{r.segment[before.from:to], append(before.years, years...), before.from, to, false}
		return
	case nothingIn.MatchString(text) && len(years) > 0:
		r.out = append(r.out, clause{r.segment[from:to], years, from, to, true})
		return
	case text != "" && more && (meritWord.MatchString(text) || r.dated && r.first && len(years) > 0):
		r.out = append(r.out, clause{r.segment[from:to], years, from, to, false})
	}
	r.first = r.first || len(years) > 0
}

// saysMore says whether a clause holds two words or more beside those of years.
func saysMore(text string) bool {
	n := 0
	for _, t := range tokens(text) {
		if !t.number && !ofYears.MatchString(text[t.start:t.end]) {
			n++
		}
	}
	return n > 1
}

// inBracketsMasked blanks what stands in brackets: its commas part no clauses.
func inBracketsMasked(text string) string {
	return bracketed.ReplaceAllStringFunc(text, func(s string) string {
		return strings.NewReplacer(";", " ", ",", " ", ".", " ").Replace(s)
	})
}

// unreadAwards are clauses kept as awards to be confirmed.
func unreadAwards(all []clause) []Award {
	var out []Award
	for _, c := range all {
		if c.nothing {
			continue
		}
		c.text = strings.Trim(c.text, " -–+•.,;:")
		a := Award{Title: c.text, Part: c.text, Doubt: "không nhận ra danh hiệu, hình thức nào trong “" + c.text + "”"}
		if n := len(c.years); n > 0 {
			a.From, a.To = c.years[0].From, c.years[n-1].To
		} else {
			a.Doubt = joinText(a.Doubt, whyNoYear)
		}
		out = append(out, a)
	}
	return out
}

// notGiven is why a title that a text names may not have been given: "không đạt CSTĐCS".
func notGiven(ahead, behind string) string {
	m := notBefore.FindStringSubmatch(ahead)
	if m == nil {
		m = notBehind.FindStringSubmatch(behind)
	}
	if m == nil {
		return ""
	}
	return "có chữ “" + strings.TrimSpace(m[1]) + "” đi cùng: có được tặng không?"
}

// withRanks writes out an order whose name stands once before two ranks: "HCLĐ hạng Nhì năm
// 2020, hạng Ba năm 2014".
func withRanks(text string) string {
	if !laborOrder.MatchString(text) || otherOrder.MatchString(text) {
		return text
	}
	return rankAlone.ReplaceAllString(text, "$1 Huân chương Lao động $2")
}

// wholeNames hides, in as many bytes, the commas that part no names: those in quotation
// marks, and those of "Bộ Văn hóa, Thể thao và Du lịch".
func wholeNames(text string) string {
	hide := func(s string) string { return strings.NewReplacer(",", " ", ";", " ", ".", " ").Replace(s) }
	return andName.ReplaceAllStringFunc(quoted.ReplaceAllStringFunc(text, hide), hide)
}

// isYearDoubt says whether a doubt about an award is about its years; what it quotes aside.
func isYearDoubt(why string) bool {
	bare := quotedWhy.ReplaceAllString(why, "")
	return strings.Contains(bare, "năm") && utf8.ValidString(bare)
}

var quotedWhy = regexp.MustCompile(`“[^”]*”`)

// stillAsked are the ways to begin a text of what is only asked for.
var stillAsked = regexp.MustCompile(`(?i)(?:^|[;,.(]\s*)(?:đang\s+|sẽ\s+)?(?:đề nghị|đăng ký|dự kiến|phấn đấu|đang trình|chờ (?:quyết định|kết quả))`)

// onlyAsked adds a doubt to awards of a text that says they are only asked for.
func onlyAsked(text string, list []Award) []Award {
	m := stillAsked.FindString(tdkt.Clean(text))
	if m == "" {
		return list
	}
	out := make([]Award, 0, len(list))
	for _, a := range list {
		a.Doubt = joinText(a.Doubt, "có chữ “"+strings.Trim(m, " ;,.(")+"”: đã được tặng chưa?")
		out = append(out, a)
	}
	return out
}
