package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// The parts a column of a list of points by periods may hold.
const (
	partTotal   = "total"
	partCommon  = "common"
	partResult  = "result"
	partSelf    = "self"    // what somebody gave himself
	partLevel   = "level"   // the class of one month
	partAverage = "average" // of several periods: to check with
	partOther   = "other"   // points beside the total
)

// Why cells of such a list are left.
const (
	whySelf        = "điểm tự chấm, không phải điểm được xác nhận"
	whyPeriodLevel = "xếp loại của một kỳ, không phải của năm"
	whyAverage     = "trung bình, cộng của nhiều kỳ: chỉ để đối chiếu, không phải điểm của kỳ nào"
	whyAverageOff  = "trung bình trong tệp không bằng trung bình các kỳ trên dòng; hãy xem lại"
	whyNoScore     = "ô không phải là số điểm; hãy sửa rồi nhập lại"
	whyTooMany     = "điểm ngoài khoảng 0 đến 100; hãy sửa rồi nhập lại"
	whyOnePart     = "chỉ có một trong hai phần điểm, không có tổng; hãy bổ sung rồi nhập lại"
	whyUnitScore   = "điểm theo kỳ chỉ ghi cho từng người, không ghi cho tập thể"
	whyTwoTotals   = "cột điểm khác của cùng kỳ: đã lấy cột tổng"
)

// mostScore is the most that a scale of a hundred allows, in hundredths.
const mostScore = 100_00

// periodColumn is a column of a list of points by periods.
type periodColumn struct {
	number int
	period tdkt.Period
	year   int // 0: that of the table
	part   string
	text   string // of its lowest header
}

var (
	monthHead   = regexp.MustCompile(`\b(?:thang|thg|th|t)\s*\.?\s*0?(1[0-2]|[1-9])(?:\s*(?:[/.-]|nam)?\s*((?:19|20)\d\d))?\b`)
	quarterHead = regexp.MustCompile(`\bq(?:uy)?\s*\.?\s*(iv|iii|ii|i|0?[1-4])(?:\s*(?:[/.-]|nam)?\s*((?:19|20)\d\d))?\b`)
	bareMonth   = regexp.MustCompile(`^(?:0?1\s*[/.-]\s*)?0?(1[0-2]|[1-9])\s*[/.-]\s*((?:19|20)\d\d)$`)
	wholeDay    = regexp.MustCompile(`ngay\s*\S{0,4}\s*thang\s*\S{0,4}(?:\s*nam\s*\S{4})?`)
	scoreAside  = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)
)

// cutPeriod takes the one period out of a folded text.
func cutPeriod(folded string) (p tdkt.Period, year int, rest string, ok bool) {
	for _, kind := range []struct {
		re     *regexp.Regexp
		letter string
	}{{bareMonth, "T"}, {monthHead, "T"}, {quarterHead, "Q"}} {
		m := kind.re.FindStringSubmatchIndex(folded)
		if m == nil {
			continue
		}
		n := strings.TrimLeft(folded[m[2]:m[3]], "0")
		if i := slices.Index([]string{"i", "ii", "iii", "iv"}, n); i >= 0 {
			n = strconv.Itoa(i + 1)
		}
		if m[4] >= 0 {
			year, _ = strconv.Atoi(folded[m[4]:m[5]])
		}
		return tdkt.Period(kind.letter + n), year, folded[:m[0]] + " " + folded[m[1]:], true
	}
	return "", 0, folded, false
}

// scoreWords are the words for the parts of a score, folded.
var scoreWords = map[string]string{
	"": partTotal, "diem": partTotal, "so diem": partTotal, "tong": partTotal, "tong diem": partTotal, "tong cong": partTotal, "tong so": partTotal,
	"tong so diem": partTotal, "diem danh gia": partTotal, "danh gia": partTotal, "ket qua danh gia": partTotal, "diem tong": partTotal, "cong": partTotal,
	"diem so": partTotal, "diem xep loai": partTotal, "diem chinh thuc": partTotal, "diem duoc duyet": partTotal, "tong diem danh gia": partTotal, "diem tong cong": partTotal,
	"chung": partCommon, "diem chung": partCommon, "tieu chi chung": partCommon, "diem tieu chi chung": partCommon, "tcc": partCommon, "tc chung": partCommon,
	"diem tc chung": partCommon, "nhom tieu chi chung": partCommon, "diem tcc": partCommon, "diem nhom tieu chi chung": partCommon,
	"ket qua": partResult, "kq": partResult, "diem ket qua": partResult, "diem kq": partResult, "ket qua thuc hien nhiem vu": partResult, "nhiem vu": partResult,
	"diem ket qua thuc hien nhiem vu": partResult, "diem nhiem vu": partResult, "ket qua nhiem vu": partResult, "ket qua thuc hien": partResult, "kqnv": partResult,
	"diem kqnv": partResult, "kqthnv": partResult, "diem ket qua nhiem vu": partResult, "tieu chi ket qua": partResult, "diem tieu chi ket qua": partResult,
	"kq thuc hien nhiem vu": partResult, "thuc hien nhiem vu": partResult, "tieu chi ket qua thuc hien nhiem vu": partResult,
	"xep loai": partLevel, "xl": partLevel, "muc": partLevel, "muc xep loai": partLevel, "xep loai chat luong": partLevel, "ket qua xep loai": partLevel,
}

// scorePart says which part of a score a header names, "" for none.
func scorePart(text string) string {
	folded := strings.Join(strings.Fields(strings.Trim(scoreAside.ReplaceAllString(tdkt.Fold(text), " "), " .,:;/-*")), " ")
	for _, own := range []string{"tu cham", "tu danh gia", "ca nhan cham"} {
		if strings.Contains(folded, own) {
			return partSelf
		}
	}
	return scoreWords[folded]
}

// scoreAlone says whether a text is nothing but a word for a part of a score.
func scoreAlone(text string) bool {
	bare := strings.TrimSpace(scoreAside.ReplaceAllString(tdkt.Fold(text), " "))
	return bare != "" && scorePart(text) != ""
}

// averageHead says whether a header speaks of several periods at once.
func averageHead(text string) bool {
	folded := strings.TrimSpace(scoreAside.ReplaceAllString(tdkt.Fold(text), " "))
	for _, w := range []string{"trung binh", "binh quan", "ca nam", "6 thang", "9 thang", "tb "} {
		if strings.Contains(folded+" ", w) {
			return true
		}
	}
	return folded != "" && scoreWords[folded] == partTotal
}

// headPeriod reads the lines of a header that names a period.
func headPeriod(parts []string) (c periodColumn, ok bool) {
	for i := len(parts) - 1; i >= 0; i-- {
		folded := tdkt.Fold(parts[i])
		p, year, rest, found := cutPeriod(folded)
		if !found {
			p, found = periodUnder(parts[:i], folded)
			rest = ""
		}
		if !found {
			continue
		}
		c = periodColumn{period: p, year: year, part: scorePart(rest), text: parts[len(parts)-1]}
		for _, lower := range parts[i+1:] {
			c.part = scorePart(lower)
		}
		for _, upper := range parts[:i] {
			if c.year == 0 {
				c.year = YearOf(upper)
			}
			if c.part == partTotal && scorePart(upper) == partSelf {
				c.part = partSelf
			}
		}
		return c, c.part != ""
	}
	return c, false
}

// periodUnder reads "1" to "12" under Tháng, "I" to "IV" under Quý.
func periodUnder(upper []string, leaf string) (tdkt.Period, bool) {
	up, leaf := tdkt.Fold(strings.Join(upper, " ")), strings.TrimSpace(leaf)
	switch {
	case leaf == "":
	case strings.Contains(up, "quy"):
		if p, ok := tdkt.ParsePeriod("quý " + leaf); ok {
			return p, true
		}
	case strings.Contains(up, "thang") && wholeNumber(leaf):
		return tdkt.ParsePeriod("tháng " + leaf)
	}
	return "", false
}

// periodHead says whether the lines of a header name a period and nothing else.
func periodHead(parts []string) bool {
	_, ok := headPeriod(parts)
	return ok
}

// notScores are the lists with months as columns that hold no points of rating.
var notScores = []string{"phong trao", "cham cong", "ngay cong", "tien luong", "bang luong", "tien thuong"}

// periodsRead finds the columns of points of a list by periods, nil for no such list.
func (t *tableReading) periodsRead() []periodColumn {
	folded := tdkt.Fold(t.b.title + " " + t.g.Name + " " + t.g.File)
	if slices.ContainsFunc(notScores, func(other string) bool { return strings.Contains(folded, other) }) {
		return nil
	}
	out, scored, ok := t.periodColumns()
	switch {
	case !ok || !slices.ContainsFunc(out, periodColumn.holds):
		return t.onePeriod(folded)
	case !scored && !speaksOfScores(folded):
		return nil
	}
	for _, c := range t.b.columns {
		leaf := lastPart(c.text)
		if !averageHead(leaf) || slices.ContainsFunc(out, func(p periodColumn) bool { return p.number == c.number }) {
			continue
		}
		if numbers, _ := t.mostlyScores(c.number); numbers {
			out = append(out, periodColumn{number: c.number, part: partAverage, text: leaf})
		}
	}
	return withoutSums(out)
}

// speaksOfScores says whether a folded text has words for points or ratings.
func speaksOfScores(folded string) bool {
	return strings.Contains(folded, "diem") || strings.Contains(folded, "danh gia") || strings.Contains(folded, "xep loai")
}

// periodColumns are the columns whose headers name a period. Scored says that headers or
// values are those of points; ok is false where one of them holds something else.
func (t *tableReading) periodColumns() (out []periodColumn, scored, ok bool) {
	for _, c := range t.b.columns {
		p, named := headPeriod(strings.Split(c.text, " / "))
		if !named {
			continue
		}
		p.number = c.number
		numbers, high := t.mostlyScores(c.number)
		if !numbers && p.holds() {
			return nil, false, false
		}
		scored = scored || high || strings.Contains(tdkt.Fold(c.text), "diem") || p.part == partCommon || p.part == partResult
		out = append(out, p)
	}
	return out, scored, true
}

// holds says whether the column has points that are taken.
func (p periodColumn) holds() bool {
	return p.part == partTotal || p.part == partCommon || p.part == partResult
}

// withoutSums makes quarters that stand beside their own months averages.
func withoutSums(all []periodColumn) []periodColumn {
	for i, q := range all {
		if !q.period.IsQuarter() {
			continue
		}
		from, to := q.period.Months()
		if slices.ContainsFunc(all, func(m periodColumn) bool {
			first, _ := m.period.Months()
			return first != 0 && !m.period.IsQuarter() && m.year == q.year && from <= first && first <= to
		}) {
			all[i].part = partAverage
		}
	}
	return all
}

// mostlyScores says whether a column is mostly numbers, and whether most of them are higher
// than days of a month are.
func (t *tableReading) mostlyScores(col int) (numbers, high bool) {
	const days = 31_00
	n, scores, above := 0, 0, 0
	for _, row := range t.g.rows {
		c := t.b.own(row, col)
		if row <= t.b.last || row > t.b.bottom || c == nil {
			continue
		}
		v, ok := scoreValue(c.Text)
		n++
		if ok {
			scores++
		}
		if v > days {
			above++
		}
	}
	return n == 0 || scores*2 >= n, above*2 > scores
}

// scoreUnit is what stands behind points: "90 điểm", "90/100".
var scoreUnit = regexp.MustCompile(`(?i)\s*(?:điểm|đ\.?|/\s*100)\s*$`)

// scoreValue reads points in hundredths: "91,5", "90.25", "90 điểm", "0".
func scoreValue(text string) (int, bool) {
	text = scoreUnit.ReplaceAllString(strings.TrimSpace(text), "")
	f, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	const limit = 10_000
	if err != nil || f < -limit || f > limit {
		return 0, false
	}
	const hundred, half = 100, 0.5
	if f < 0 {
		return -1, true
	}
	return int(f*hundred + half), true
}

// periodWeight is how much speaks for a list of points by periods.
func (t *tableReading) periodWeight() int {
	t.periods = t.periodsRead()
	n := 0
	for _, p := range t.periods {
		if p.holds() {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	const base, each, most = 100, 40, 4
	return base + each*min(most, n)
}

// periodsYear gives the table the one year that all its columns name.
func (t *tableReading) periodsYear() {
	year := 0
	for _, p := range t.periods {
		if p.holds() && year != 0 && p.year != year {
			return
		}
		if p.holds() {
			year = p.year
		}
	}
	if t.year == 0 {
		t.year = year
	}
}

// monthDays says whether the row's days are the first days of months side by side: headers
// that Excel took for days.
func (b *block) monthDays() bool {
	n := 0
	for col := b.left; col <= b.right; col++ {
		c := b.own(b.top, col)
		if c == nil || c.Day == 0 {
			continue
		}
		if c.Day.DayOfMonth() != 1 {
			return false
		}
		n++
	}
	return n >= 3
}
