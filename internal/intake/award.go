package intake

import (
	"regexp"
	"strings"

	"tdkt/internal/tdkt"
)

// Award is one title or form that a text says was given.
type Award struct {
	Code     string // of the law's list, "" for a title of another giver
	Title    string // as it is written, for those without a code
	Level    string // at which a title without a code is kept
	From, To int    // achievement years, 0 for not said
	Decision Decision
	Doubt    string // why a person should look; "" for surely read
	Rated    tdkt.Level
	Part     string // the part of the text it stands in, where that alone is doubted
}

// mention is where a text names a title.
type mention struct {
	from, to int // tokens
	code     string
	form     *formWords
	yearly   bool
	level    tdkt.Level // it is a rating that stands among titles: "Năm 2019: HTTNV, LĐTT"
}

// ReadAwards reads what a text says was given: "CSTĐCS năm 2021, 2022; BK UBND tỉnh 2023 (QĐ
// số 12/QĐ-UBND ngày 3/2/2024)". ok is false for a text that names no title.
func ReadAwards(raw string) (out []Award, ok bool) {
	for _, a := range readMerits(raw) {
		if a.Rated == "" {
			out = append(out, a)
		}
	}
	return out, len(out) > 0
}

// readMerits is ReadAwards with the ratings that stand among the titles.
func readMerits(raw string) []Award {
	return meritsRead.get(raw, func() []Award { return meritsOf(raw) })
}

func meritsOf(raw string) []Award {
	text := withRanks(tdkt.Clean(strings.NewReplacer("\n", "; ", "\r", " ").Replace(raw)))
	w := vocabulary()
	ts := tokens(text)
	found := mentioned(w, ts, true)
	if len(found) == 0 {
		return nil
	}
	before := yearsFirst(text, ts, found)
	groups := make([][]Award, 0, len(found))
	unread := unreadClauses(text[:ts[found[0].from].start], false, true)
	for i, m := range found {
		start, end := ts[m.from].start, len(text)
		if i+1 < len(found) {
			end = ts[found[i+1].from].start
		}
		segment, ahead := text[ts[m.to-1].end:end], text[:start]
		if i > 0 {
			ahead = text[ts[found[i-1].to-1].end:start]
			_, ahead = cutDecision(ahead) // of the title before
			ahead = afterMark(ahead)
		}
		aside := unreadClauses(segment, !before, i+1 < len(found))
		for _, c := range aside {
			segment = strings.Replace(segment, c.text, strings.Repeat(" ", len(c.text)), 1)
		}
		unread = append(unread, aside...)
		years := segment
		if before && !ownYear(ahead, segment, i+1 < len(found)) {
			years = ahead
		}
		groups = append(groups, m.read(w, text[start:ts[m.to-1].end], segment, ahead, years))
	}
	var out []Award
	if before {
		out = takeYears(groups)
	} else {
		out = shareYears(text, groups)
	}
	return append(out, unreadAwards(unread)...)
}

// ownYear says whether a title of a text in which years stand first has its own year behind
// it all the same: "2020: CSTĐCS; BK UBND tỉnh 2021".
func ownYear(ahead, behind string, followed bool) bool {
	part := ahead[strings.LastIndexAny(ahead, ";")+1:]
	if len(YearsOf(stripDays(part))) > 0 {
		return false
	}
	end := strings.IndexByte(behind, ';')
	switch {
	case end >= 0:
		behind = behind[:end]
	case followed:
		return false
	}
	return len(YearsOf(stripDays(behind))) > 0 && !yearAndColon.MatchString(behind)
}

var yearAndColon = regexp.MustCompile(`(?:19|20)\d\d\s*[:–-]`)

// afterMark is a text behind its last mark; what stands before that and is nothing but years
// belongs to it: "2017; 2018; 2019: LĐTT".
func afterMark(text string) string {
	for at := len(text); ; {
		i := strings.LastIndexAny(text[:at], ";|")
		if i < 0 {
			return text
		}
		before := text[strings.LastIndexAny(text[:i], ";|")+1 : i]
		if len(YearsOf(before)) == 0 || strings.Trim(before, "0123456789 ,-–") != "" {
			return text[i+1:]
		}
		at = i
	}
}

// lastYears keeps, of a text before a title, the years that stand right before it: "2019:
// HTXSNV; 2020: LĐTT" is LĐTT of 2020 alone.
func lastYears(text string) string {
	text = afterMark(text)
	ts := tokens(text)
	for i := len(ts) - 1; i >= 0; i-- {
		switch ts[i].fold {
		case "nam", "cac", "tu", "den", "va", "giai", "doan", "hoc", "dat", "duoc", "tang", "danh", "hieu":
		default:
			if !ts[i].number {
				return text[ts[i].end:]
			}
		}
	}
	return text
}

// takeYears gives titles that follow one another under one year that year: "Năm 2019: LĐTT,
// CSTĐCS".
func takeYears(groups [][]Award) []Award {
	var out, dated []Award
	for _, group := range groups {
		if len(group) != 1 || group[0].From != 0 || group[0].Doubt != whyNoYear || len(dated) == 0 {
			if group[0].From != 0 {
				dated = group
			}
			out = append(out, group...)
			continue
		}
		for _, s := range dated {
			b := group[0]
			b.From, b.To, b.Doubt = s.From, s.To, ""
			out = append(out, b)
		}
	}
	return out
}

// mentions finds the titles a text names, the longest phrase at each place.
func mentions(w *words, ts []token) []mention { return mentioned(w, ts, false) }

// mentioned is mentions, with ratings where these are asked for.
func mentioned(w *words, ts []token, ratings bool) []mention {
	var out []mention
	for i := 0; i < len(ts); {
		best := mention{}
		for _, t := range w.titles {
			if n := longest(t.phrases, ts, i); n > best.to {
				best = mention{from: i, to: n, code: t.code, yearly: t.yearly}
			}
		}
		for k := range w.forms {
			if n := longest(w.forms[k].phrases, ts, i); n > best.to {
				best = mention{from: i, to: n, form: &w.forms[k]}
			}
		}
		for _, r := range w.rated {
			if n := longest(r.phrases, ts, i); ratings && n > best.to {
				best = mention{from: i, to: n, yearly: true, level: tdkt.Level(r.level)}
			}
		}
		if best.to == 0 {
			i++
			continue
		}
		best.to += i
		out = append(out, best)
		i = best.to
	}
	return out
}

// yearsFirst says whether years stand before the titles they belong to.
func yearsFirst(text string, ts []token, found []mention) bool {
	head := text[:ts[found[0].from].start]
	return len(YearsOf(stripDays(head[strings.LastIndexAny(head, ";")+1:]))) > 0
}

// read reads one mention: words is how the title is written, behind the text up to the
// next title, ahead that from the title before, years the one of them its years stand in.
func (m mention) read(w *words, words, behind, ahead, years string) []Award {
	a := Award{Code: m.code, Rated: m.level}
	d, rest := cutDecision(behind)
	a.Decision = d
	if d.Number == "" && d.Date == 0 {
		a.Decision, _ = cutDecision(ahead)
	}
	if m.form != nil {
		m.giver(w, &a, words, rest)
		if a.Code == "" && a.Level == "" {
			m.giverBefore(w, &a, words, ahead)
		}
	}
	a.Doubt = joinText(a.Doubt, notGiven(ahead, behind))
	if years != behind {
		_, before := cutDecision(years)
		if rest = lastYears(before); len(YearsOf(rest)) == 0 && givenBy.MatchString(before) {
			rest = before // Năm 2020 được Chủ tịch UBND tỉnh tặng Bằng khen
		}
	}
	spans, why := m.yearsIn(rest)
	a.Doubt = joinText(a.Doubt, why)
	if len(spans) == 0 {
		return []Award{a}
	}
	out := make([]Award, 0, len(spans))
	for _, s := range spans {
		b := a
		b.From, b.To = s.From, s.To
		out = append(out, b)
	}
	return out
}

// whyNoYear is the doubt about a title whose text says no year.
const whyNoYear = "không ghi năm"

// yearsIn are the years a text gives a title, and why they should be looked at.
func (m mention) yearsIn(text string) (spans []Span, why string) {
	if run := untilNow.FindString(text); run != "" {
		return nil, "“" + strings.Trim(run, " ,;(") + "” không nói rõ năm nào"
	}
	spans = YearsOf(text)
	if len(spans) == 1 && schoolYear.MatchString(text) {
		spans[0].From = spans[0].To
		why = "năm học trải hai năm: tính cho năm nào"
	}
	if len(spans) == 0 {
		if s := shortYear.FindStringSubmatch(text); s != nil {
			spans, why = []Span{twoDigits(s[1])}, "năm chỉ ghi hai chữ số"
		}
	}
	if m.yearly || len(spans) > 1 && single(spans) {
		spans = eachYear(spans)
	}
	if len(spans) > 0 {
		return spans, why
	}
	if run := running.FindString(text); run != "" {
		return nil, "“" + strings.TrimSpace(run) + "” không nói rõ năm nào"
	}
	return nil, whyNoYear
}

var (
	givenBy    = regexp.MustCompile(`(?i)(?:^|\s)(?:tặng|khen|trao|tặng thưởng|trao tặng|công nhận)\s*(?:danh hiệu|thưởng)?\s*["“]?\s*$`)
	schoolYear = regexp.MustCompile(`(?i)năm\s+học\s+(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d`)
	givenFirst = regexp.MustCompile(`(?i)(?:^|[;,.]|\s)(?:được|do)\s+(.+?)\s+(?:tặng thưởng|trao tặng|tặng|khen|trao)\s*["“]?\s*$`)
	giverFirst = regexp.MustCompile(`(?i)^[\s\d:–-]*(.+?)\s+(?:tặng thưởng|trao tặng|tặng|trao)\s*["“]?\s*$`)
)

// giverBefore reads who gave a form from the words before it: "được Chủ tịch UBND tỉnh tặng
// Bằng khen".
func (m mention) giverBefore(w *words, a *Award, written, before string) {
	if i := strings.LastIndexAny(before, ";"); i >= 0 {
		before = before[i+1:]
	}
	g := givenFirst.FindStringSubmatch(before)
	if g == nil {
		g = giverFirst.FindStringSubmatch(before)
	}
	if g == nil {
		return
	}
	b := Award{Decision: a.Decision, Rated: a.Rated}
	if m.giver(w, &b, written, g[1]); b.Code != "" || b.Level != "" {
		*a = b
	}
}

func single(spans []Span) bool {
	for _, s := range spans {
		if s.From != s.To {
			return false
		}
	}
	return true
}

func twoDigits(s string) Span {
	y := int(s[0]-'0')*10 + int(s[1]-'0')
	if y > 60 {
		y += 1900
	} else {
		y += 2000
	}
	return Span{y, y}
}

var giverEnd = regexp.MustCompile(`(?i)[;,(\n]|\bnăm\s*:?\s*'?\d|\b(?:19|20)\d\d\b|\bngày\b|\btheo\b|\bcác năm\b|[:]`)

// giver says which title a form is by who gave it.
func (m mention) giver(w *words, a *Award, written, behind string) {
	phraseText, ts := behindForm(behind)
	if len(ts) == 0 {
		m.alone(a, written)
		return
	}
	code, best := "", 0
	for _, g := range m.form.givers {
		if n := longest(g.phrases, ts, 0); n > best {
			best, code = n, g.code
		}
	}
	level, other := w.levelOf(ts, 0, 0)
	for i := 1; i < len(ts) && code == "" && level == ""; i++ { // Huy hiệu 30 năm tuổi Đảng
		level, other = w.levelOf(ts, i, 1)
	}
	switch {
	case code != "" && best >= other && !foreign(ts[best:]):
		a.Code = code
	case level != "":
		a.Title, a.Level = tdkt.Clean(written+" "+phraseText), level
	default:
		a.Title = tdkt.Clean(written + " " + phraseText)
		a.Doubt = joinText(a.Doubt, "không rõ cấp của “"+a.Title+"”")
	}
}

// behindForm is the text behind a form up to where the giver ends, and its words without the
// small ones before the giver.
func behindForm(behind string) (string, []token) {
	text := behind
	if i := giverEnd.FindStringIndex(wholeNames(behind)); i != nil {
		text = behind[:i[0]]
	}
	text = strings.Trim(text, " .-–:;,")
	ts := tokens(text)
	for len(ts) > 0 && (ts[0].fold == "cua" || ts[0].fold == "do" || ts[0].fold == "cap" && len(ts) > 1 && ts[1].fold != "tinh") {
		ts = ts[1:]
	}
	return text, ts
}

// levelOf is the level of the giver named at a place in more words than least, and in how many.
func (w *words) levelOf(ts []token, at, least int) (level string, n int) {
	for _, g := range w.givers {
		if k := longest(g.phrases, ts, at); k > max(n, least) {
			n, level = k, g.level
		}
	}
	return level, n
}

// foreign says whether what follows the giver makes it another one: "Giám đốc Sở Y tế" is
// not the own director, "Chủ tịch UBND huyện" is told by its own phrase.
func foreign(rest []token) bool {
	if len(rest) == 0 {
		return false
	}
	switch rest[0].fold {
	case "cong", "trung", "huyen", "xa", "benh", "chi", "kho":
		return true
	}
	return false
}

func (m mention) alone(a *Award, written string) {
	switch {
	case m.form.alone != "":
		a.Code = m.form.alone
	case m.form.ask != "":
		a.Title = m.form.name
		a.Doubt = joinText(a.Doubt, m.form.ask)
	default:
		a.Title = tdkt.Clean(written)
		if a.Level = levelNamed(a.Title); a.Level == "" {
			a.Doubt = joinText(a.Doubt, "không rõ ai tặng")
		}
	}
}

// levelNamed is the level that a title itself names: "Đảng viên hoàn thành xuất sắc nhiệm
// vụ", "Đoàn viên công đoàn xuất sắc"; "" for none.
func levelNamed(title string) string {
	ts := tokens(title)
	for i := range ts {
		for _, g := range vocabulary().givers {
			if longest(g.phrases, ts, i) > 1 {
				return g.level
			}
		}
	}
	return ""
}

// shareYears lets titles that stand side by side share the years behind the last of them:
// "LĐTT, CSTĐCS năm 2021". They are to be looked at.
func shareYears(text string, groups [][]Award) []Award {
	if !strings.ContainsAny(text, ";") {
		for i := len(groups) - 2; i >= 0; i-- {
			own, next := groups[i][0], groups[i+1]
			if own.From != 0 || next[0].From == 0 || own.Doubt != whyNoYear {
				continue
			}
			groups[i] = nil
			for _, n := range next {
				own.From, own.To, own.Decision = n.From, n.To, n.Decision
				own.Doubt = "năm lấy theo danh hiệu đứng sau"
				groups[i] = append(groups[i], own)
			}
		}
	}
	var out []Award
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}
