package intake

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// rowKind is what a row below a header is.
type rowKind int

const (
	rowRecord  rowKind = iota
	rowBlank           // nothing in the table's columns
	rowHeader          // the header again
	rowNumbers         // 1, 2, 3, … under the header
	rowTotal           // Tổng cộng
	rowGroup           // a heading of the rows that follow
	rowNote            // Ghi chú: …
	rowSign            // place and date, who signs
)

var (
	totalRow   = regexp.MustCompile(`^(tổng cộng|tổng số|cộng|tổng|tong cong|tong so|cộng:|tổng:)( (phòng|văn phòng|ban|chi cục|trung tâm|thanh tra|nhóm|mục|i|ii|iii|iv|v|trang|theo|của|đơn vị|khối) ?.*| (người|cán bộ|cbcc|ccvc|danh sách|cộng|số|toàn sở|cả sở|nam|nữ).*| *[:.=\d(].*|)$`)
	sumWord    = regexp.MustCompile(`^(tổng|cộng|tỷ lệ|tỉ lệ)[ :]`)
	romanMark  = regexp.MustCompile(`^([ivxl]+|[a-h])[.)/:-]?$`)
	signRow    = regexp.MustCompile(`^(người lập( biểu| bảng| danh sách|)|lập biểu|lập bảng|người ghi|thủ trưởng.*|kt\. ?\S+.*|tm\. ?\S+.*|tl\. ?\S+.*|nơi nhận.*|xác nhận của.*|\( ?ký.*|ký( tên|,| ghi| và| họ).*|.*, ?ngày .{0,10}tháng .{0,10}năm.*|ngày .{1,6} tháng .{1,6} năm.*|.*\(ký, ?(ghi|đóng).*|\(đã ký\).*|đã ký)$`)
	listEnd    = regexp.MustCompile(`^(danh sách (này |trên )?(gồm|có) .*|\(?ấn định.*|tổng số( có)? \d+.*|.*\./\.)$`)
	noteRow    = regexp.MustCompile(`^[(*) -]*(ghi chú|chú thích|lưu ý|chú ý)( ?:.*|$)`)
	numberMark = regexp.MustCompile(`^[([]?(\d{1,2}|[a-z])[)\]]?$`)
	headCount  = regexp.MustCompile(`(?i)(?:\s*[:(–-]\s*|\s+)\(?(?:gồm |có |tổng số:? ?)?\d+\s*(?:người|cán bộ|đồng chí|đ/c|cbcc|ccvc|cc, ?vc|biên chế|cá nhân|tập thể|nlđ|nữ|nam)[^()]*\)?[.;]?\s*$|\s*[:(–-]\s*\(?\d+\)?\s*$`)
	firstMark  = regexp.MustCompile(`^([IVXLivxl]+|[A-Ha-h]|\d+(\.\d+)*)\s*[.)/:-]\s*`)
)

// record is one row of a table with the texts of its cells.
type record struct {
	row      int
	cols     []int // of the cells of the table that hold something
	texts    map[int]string
	numbered bool
}

func (b *block) record(row int) *record {
	r := &record{row: row, texts: map[int]string{}}
	for _, c := range b.byRow[row] {
		if c.Col < b.left || c.Col > b.right {
			continue
		}
		r.cols = append(r.cols, c.Col)
		r.texts[c.Col] = tdkt.Clean(c.Text)
	}
	if n := b.col("number"); n != 0 {
		r.numbered = wholeNumber(strings.TrimRight(r.texts[n], ". )"))
	}
	return r
}

func wholeNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// kindOf says what a row is.
func (b *block) kindOf(r *record, signed bool) rowKind {
	if len(r.cols) == 0 {
		return rowBlank
	}
	first := strings.ToLower(r.texts[r.cols[0]])
	switch {
	case b.headerAgain(r), b.headAgain(r):
		return rowHeader
	case isNumbers(r):
		return rowNumbers
	case b.isTotal(r, first):
		return rowTotal
	case noteRow.MatchString(first) && len(r.cols) <= 2:
		return rowNote
	case b.isSign(r) && !b.real(r):
		return rowSign
	case b.endsList(r, first):
		return rowNote
	case b.isGroup(r):
		if signed {
			return rowSign
		}
		return rowGroup
	case signed && !b.real(r):
		return rowSign
	}
	return rowRecord
}

// isTotal says whether a row that begins with a text sums others up.
func (b *block) isTotal(r *record, first string) bool {
	return totalRow.MatchString(first) || r.texts[b.col("number")] == "" && b.nameTotal(r) ||
		b.nameText(r) == "" && sumWord.MatchString(first)
}

// endsList says whether a row that begins with a text closes the list: "Danh sách này có…".
func (b *block) endsList(r *record, first string) bool {
	return listEnd.MatchString(first) && len(r.cols) <= 2 && !b.real(r)
}

func (b *block) nameTotal(r *record) bool {
	name := strings.ToLower(r.texts[b.col("name")])
	return name != "" && (strings.HasPrefix(name, "tổng cộng") || strings.HasPrefix(name, "tổng số"))
}

func (b *block) headerAgain(r *record) bool {
	same := 0
	for _, col := range r.cols {
		for _, c := range b.columns {
			if c.number == col && slices.ContainsFunc(strings.Split(c.text, " / "), func(p string) bool { return strings.EqualFold(p, r.texts[col]) }) {
				same++
			}
		}
	}
	return same >= 2 && same*2 > len(r.cols)
}

// headAgain says whether a row repeats the text above the table, as the next printed page
// does, or counts the pages.
func (b *block) headAgain(r *record) bool {
	for _, text := range r.texts {
		if pageNumber.MatchString(strings.ToLower(text)) && len(r.cols) == 1 {
			return true
		}
		if !slices.ContainsFunc(b.lines, func(p place) bool { return strings.EqualFold(b.text(p.row, p.col), text) }) {
			return false
		}
	}
	return true
}

var pageNumber = regexp.MustCompile(`^[-–( ]*(trang|page|tờ)( số)?[ :]*\d{1,3}( ?[/–-] ?\d{1,3}| (trên|của) \d{1,3})?[-–) ]*$`)

func isNumbers(r *record) bool {
	if len(r.cols) < 3 {
		return false
	}
	for _, text := range r.texts {
		if len(text) > 4 || !numberMark.MatchString(strings.ToLower(text)) {
			return false
		}
	}
	return true
}

func (b *block) isSign(r *record) bool {
	if len(r.cols) > 4 {
		return false
	}
	for _, text := range r.texts {
		low := strings.ToLower(text)
		if signRow.MatchString(low) || low == "giám đốc" && len(r.cols) == 1 && b.col("number") != 0 && !r.numbered {
			return true
		}
	}
	return false
}

// real says whether a row below a signature is a record after all.
func (b *block) real(r *record) bool {
	name := b.nameText(r)
	if name == "" {
		return false
	}
	if r.numbered {
		return true
	}
	if len(r.cols) < 2 || !looksLikeName(ReadName(name).Name) {
		return false
	}
	if b.col("number") == 0 {
		return len(r.cols) >= min(3, len(b.columns))
	}
	for _, f := range []string{"birth", "code", "cccd", "start"} {
		if c := b.col(f); c != 0 && r.texts[c] != "" {
			return true
		}
	}
	return false
}

// nameText is the text of who the row is about.
func (b *block) nameText(r *record) string {
	if c := b.col("family"); c != 0 {
		return tdkt.Clean(r.texts[c] + " " + r.texts[max(b.col("middle"), 0)] + " " + r.texts[b.col("given")])
	}
	for _, f := range []string{"name", "subject", "unitname"} {
		if c := b.col(f); c != 0 {
			return r.texts[c]
		}
	}
	return ""
}

// isGroup: the row says one thing alone, beside a numeral.
func (b *block) isGroup(r *record) bool {
	text, numeral := b.loneText(r)
	if text == "" || b.goesOn(r) {
		return false
	}
	bare := strings.TrimSpace(firstMark.ReplaceAllString(text, ""))
	if b.groupsByOther(bare) {
		return true
	}
	w, ts := vocabulary(), tokens(bare)
	switch {
	case r.numbered && !isUnit(w, ts):
		return false
	case r.numbered && (b.has("unitname") || b.has("subject")):
		return false
	case isUnit(w, ts):
		return true
	case (b.col("number") == 0 && !numeral || len(b.columns) <= 2) && looksLikeName(ReadName(bare).Name):
		return false
	}
	return !honorific(w, ts)
}

// groupsByOther says whether a text is a title, a year or a kind of subject: what rows are
// grouped by beside units.
func (b *block) groupsByOther(text string) bool {
	return b.titleGroup(text) || bareYear(text) != 0 || subjectGroup(text) != ""
}

// goesOn says whether cells merged down from above go on in a row.
func (b *block) goesOn(r *record) bool {
	for col := b.left; col <= b.right; col++ {
		if from, merged := b.shown[place{r.row, col}]; merged && from.row > b.last && from.row < r.row {
			return true
		}
	}
	return false
}

// loneText is the one text of a row that says nothing of a person beside it, and whether a
// numeral stands before it; "" where the row says more.
func (b *block) loneText(r *record) (text string, numeral bool) {
	for _, col := range r.cols {
		t := r.texts[col]
		if f := b.fieldAt(col); personal(f) || goesDown(f) && col != b.firstText() && !b.spans(r.row, col) {
			return "", false
		}
		switch {
		case text == "" && (isNumeral(t) || strings.Trim(t, "*-+•– ") == ""):
			numeral = true
		case text == "":
			text = t
		case isNumeral(t) || headCount.MatchString(" "+t):
		default:
			return "", false
		}
	}
	return text, numeral
}

// goesDown: a column whose cells go on in rows without a name.
func goesDown(field string) bool {
	switch field {
	case "award", "proposal", "pledge", "initiative", "decision", "decisiondate", "penalty", "absence", "scope", "year":
		return true
	}
	return false
}

// firstText is the column that headings between the rows stand in: the first but the number's.
func (b *block) firstText() int {
	for _, c := range b.columns {
		if c.field != "number" {
			return c.number
		}
	}
	return 0
}

// spans says whether a cell is merged over other columns, as headings are.
func (b *block) spans(row, col int) bool {
	from, merged := b.shown[place{row, col + 1}]
	return merged && from == place{row, col}
}

// personal: a column of what only people and units have; a heading says none of it.
func personal(field string) bool {
	switch field {
	case "birth", "birthday", "birthmonth", "birthyear", "birthmale", "birthfemale", "cccd", "code", "start", "end", "title", "levelx", "rating", "points", "month", "sex", "sexmale", "sexfemale":
		return true
	}
	return false
}

func honorific(w *words, ts []token) bool {
	return longest(w.male, ts, 0)+longest(w.female, ts, 0)+longest(w.other, ts, 0) > 0 && !isUnit(w, ts)
}

func (b *block) fieldAt(col int) string {
	for _, c := range b.columns {
		if c.number == col {
			return c.field
		}
	}
	return ""
}

func isNumeral(text string) bool {
	return strings.Trim(text, "0123456789. )(") == "" || romanMark.MatchString(strings.ToLower(text))
}

// titleGroup: a heading that names the title of the rows below.
func (b *block) titleGroup(text string) bool {
	w := vocabulary()
	ts := tokens(text)
	found := mentions(w, ts)
	return len(found) == 1 && !isUnit(w, ts)
}

// subjectGroup: "Cá nhân", "Tập thể".
func subjectGroup(text string) string {
	_, fold := keyOf(tokens(headCount.ReplaceAllString(text, "")))
	for _, p := range []string{"danh sach ", "doi voi ", "khen thuong ", "cac ", "ve ", "danh hieu "} {
		fold = strings.TrimPrefix(fold, p)
	}
	switch fold {
	case "ca nhan", "cac ca nhan", "ca nhan duoc khen thuong":
		return "person"
	case "tap the", "cac tap the", "tap the duoc khen thuong":
		return "unit"
	}
	return ""
}

// withoutCount takes the head count off the name of a unit: "Văn phòng (05 biên chế)".
func withoutCount(text string) string {
	if bare := headsInUnit.ReplaceAllString(text, ""); bare != "" {
		return bare
	}
	return text
}

var headsInUnit = regexp.MustCompile(`(?i)\s*[(:–-]\s*\(?(?:gồm |có |tổng số:? ?)?\d+\s*(?:người|cán bộ|đồng chí|đ/c|cbcc|ccvc|biên chế|cá nhân|nlđ)[^()]*\)?[.;]?\s*$`)

// groupText is what a group row says, without its numeral and its head count.
func groupText(r *record) (text string, col int) {
	for _, c := range r.cols {
		if t := r.texts[c]; !isNumeral(t) && strings.Trim(t, "*-+•– ") != "" {
			text, col = t, c
			break
		}
	}
	text = strings.TrimLeft(firstMark.ReplaceAllString(text, ""), "*-+• ")
	for range 3 { // "Văn phòng: 03 (02 nữ)"
		text = strings.TrimRight(tdkt.Clean(headCount.ReplaceAllString(text, "")), ":.;, ")
	}
	return text, col
}
