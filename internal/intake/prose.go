package intake

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

func itoa(n int) string { return strconv.Itoa(n) }

// paper is what the text of a Word file says of the tables in it.
type paper struct {
	decision Decision
	year     int
	proposal bool
	title    Award // the one title it gives; no code where it gives several
	many     bool
	word     bool // the file is a Word file
	giver    string
	unit     string // the room of its letterhead
	gives    bool   // it is a decision, whether or not its number stands in it
}

var (
	paperNumber = regexp.MustCompile(`(?i)^số\s*:?\s*(\d+\s*/\s*[\p{L}][\p{L}\d-]*)`)
	paperDay    = regexp.MustCompile(`(?i)ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})`)
	personLine  = regexp.MustCompile(`(?i)^(?:[-+•*]|\(?\d{1,3}\s*[.)/-])?\s*((?:ông|bà|đ/c|đồng chí|đ\.c)\s*:?\s*.+)$`)
	listedLine  = regexp.MustCompile(`^(?:[-+•*]|\(?\d{1,3}\s*[.)/-])\s*(.+)$`)
	// givenTo is who a sentence gives a title to; whyGiven is where its reasons begin.
	givenTo  = regexp.MustCompile(`(?i)(?:^|\s)(?:cho|đối với)\s+(.+)$`)
	whyGiven = regexp.MustCompile(`(?i),?\s*(?:đã có|có thành tích|vì |đã hoàn thành|do có|do đã|trong (?:năm|công tác|phong trào|thực hiện|giai đoạn)|nhân dịp|giai đoạn|năm \d{4}|\().*$`)
	andThen  = regexp.MustCompile(`(?i)\s*;\s*|\s+và\s+(?:tập thể\s+)?`)
)

// papers reads the number, day and year of the decisions the files are.
func (r *reader) papers() {
	byFile := map[string]paper{}
	for _, s := range r.sheets {
		if s.g.Prose {
			byFile[s.g.File] = readPaper(r.linesOf(s.g.File))
		}
	}
	for _, s := range r.sheets {
		s.paper = byFile[s.g.File]
	}
}

// linesOf is the text of a file outside its tables of records: the letterhead, which is a
// table to Word, first.
func (r *reader) linesOf(file string) []string {
	var heads, lines []string
	for _, s := range r.sheets {
		if s.g.File != file || len(s.blocks) > 0 {
			continue
		}
		for _, row := range s.g.rows {
			for _, c := range s.g.byRow[row] {
				for _, line := range strings.Split(c.Text, "\n") {
					if line = tdkt.Clean(line); s.g.Prose {
						lines = append(lines, line)
					} else {
						heads = append(heads, line)
					}
				}
			}
		}
	}
	return append(heads, lines...)
}

// deciderLine is the line of a decision that says alone who decides.
var deciderLine = regexp.MustCompile(`^(?:GIÁM ĐỐC|CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|CHI CỤC TRƯỞNG)( [\p{Lu}\s,.-]+)$`)

// headLines are the lines a letterhead may stand in.
const headLines = 8

func readPaper(lines []string) paper {
	p := paper{word: true}
	isDecision := false
	for i, text := range lines {
		folded := tdkt.Fold(text)
		if m := paperNumber.FindStringSubmatch(text); m != nil && p.decision.Number == "" {
			p.decision.Number = cleanNumber(m[1])
		}
		if m := paperDay.FindStringSubmatch(text); m != nil && p.decision.Date == 0 && !strings.HasPrefix(folded, "can cu") {
			d, _ := strconv.Atoi(m[1])
			mo, _ := strconv.Atoi(m[2])
			y, _ := strconv.Atoi(m[3])
			p.decision.Date, _ = tdkt.MakeDay(y, mo, d)
		}
		if folded == "quyet dinh" || strings.HasPrefix(folded, "quyet dinh") && len(folded) < 16 || strings.HasPrefix(folded, "dieu 1") {
			isDecision = true
		}
		if p.year == 0 && !strings.HasPrefix(folded, "can cu") && (strings.Contains(folded, "tang") || strings.Contains(folded, "danh hieu") || strings.Contains(folded, "khen") || strings.Contains(folded, "xep loai") || strings.Contains(folded, "cong nhan") || strings.Contains(folded, "dang ky") || strings.Contains(folded, "danh sach")) {
			p.year = YearOf(text)
		}
		if ts := tokens(text); p.unit == "" && i < headLines && len(ts) > 1 && len(ts) <= 12 && ownRoom(ts[0].fold) && isUnit(vocabulary(), ts) && strings.ToUpper(text) == text {
			p.unit = unitCase(text)
		}
		if strings.HasPrefix(folded, "dieu 1") || strings.HasPrefix(folded, "ve viec") || strings.HasPrefix(folded, "v/v") {
			p.giving(text)
		}
		p.proposal = p.proposal || strings.HasPrefix(folded, "to trinh") || strings.HasPrefix(folded, "v/v de nghi")
	}
	for _, text := range lines {
		if m := deciderLine.FindString(text); m != "" && p.giver == "" {
			p.giver = text
		}
	}
	p.gives = isDecision && !p.proposal
	if !isDecision || !strings.Contains(strings.ToUpper(tdkt.Fold(p.decision.Number)), "QD") {
		p.decision = Decision{}
	}
	return p
}

// giving notes the title a sentence of the paper gives.
func (p *paper) giving(text string) {
	list, ok := ReadAwards(text)
	if !ok || p.many {
		return
	}
	for _, a := range list {
		if a.Code == "" || p.title.Code != "" && p.title.Code != a.Code {
			p.title, p.many = Award{}, true
			return
		}
		a.Decision = Decision{}
		p.title = a
	}
}

// proseReading is a decision's text being read: the people and units it names line by line
// under the title it gives.
type proseReading struct {
	*sheetReading
	title   Award
	titleAt place
	has     bool // a title holds for the lines that follow
	listing bool // the line before was one of a list, or announced one
	started bool
}

func (s *sheetReading) prose() {
	if !s.paper.gives {
		return
	}
	p := &proseReading{sheetReading: s}
	for _, row := range s.g.rows {
		text := s.g.text(row, 1)
		folded := tdkt.Fold(text)
		switch {
		case strings.HasPrefix(folded, "can cu"), strings.HasPrefix(folded, "xet "), strings.HasPrefix(folded, "theo de nghi"):
			continue
		case strings.HasPrefix(folded, "noi nhan"):
			return
		}
		p.line(text, folded, row)
	}
}

func (p *proseReading) line(text, folded string, row int) {
	if strings.HasPrefix(folded, "dieu ") {
		p.has, p.listing = false, false
	}
	if item := p.item(text); p.has && item != "" {
		p.begin(row)
		p.who(item, row)
		p.listing = true
		return
	}
	list, ok := ReadAwards(text)
	gives := strings.HasPrefix(folded, "dieu 1") || p.has || strings.Contains(folded, "tang") || strings.Contains(folded, "cong nhan") || strings.Contains(folded, "danh hieu")
	if !ok || !gives {
		p.listing = strings.HasSuffix(text, ":")
		return
	}
	p.title, p.titleAt, p.has = list[0], place{row, 1}, true
	p.title.Doubt = withoutYearDoubt(p.title.Doubt)
	p.listing = strings.HasSuffix(text, ":")
	p.inline(text, row)
}

// item is who a line of a list names, "" for a line that is none.
func (p *proseReading) item(text string) string {
	if m := personLine.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	m := listedLine.FindStringSubmatch(text)
	switch {
	case m != nil:
		text = m[1]
	case !p.listing:
		return ""
	}
	w := vocabulary()
	name, _ := splitName(w, strings.TrimRight(text, ";. "))
	bare := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(text, "Tập thể "), "tập thể "))
	if looksLikeName(ReadName(name).Name) || isUnit(w, tokens(bare)) && !strings.HasPrefix(tdkt.Fold(bare), "truong") {
		return text
	}
	return ""
}

// inline reads whom the sentence itself gives the title: "Tặng Giấy khen cho Phòng Tổ chức
// đã có thành tích xuất sắc".
func (p *proseReading) inline(text string, row int) {
	m := givenTo.FindStringSubmatch(text)
	if m == nil {
		return
	}
	whom := whyGiven.ReplaceAllString(m[1], "")
	w := vocabulary()
	for _, part := range andThen.Split(whom, -1) {
		part = strings.Trim(part, " ,;.:")
		bare := strings.TrimSpace(strings.TrimPrefix(part, "tập thể "))
		named := personLine.MatchString(part) && looksLikeName(ReadName(firstPart(part)).Name)
		if named || isUnit(w, tokens(bare)) && !genericUnit(tokens(bare)) {
			p.begin(row)
			p.who(part, row)
		}
	}
}

func firstPart(text string) string {
	name, _ := splitName(vocabulary(), text)
	return name
}

// begin notes the table that the lines of a decision are.
func (p *proseReading) begin(row int) {
	if p.started {
		return
	}
	p.started = true
	p.out.Tables = append(p.out.Tables, Table{File: p.g.File, Sheet: p.g.Name, Kind: Decisions, Confidence: 80, Year: p.paper.year, Range: "A" + itoa(row)})
}

// who reads one person or unit of a decision's text.
func (p *proseReading) who(text string, row int) {
	at := place{row, 1}
	w := vocabulary()
	text = strings.TrimRight(text, ";. ")
	bare := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(text, "Tập thể "), "tập thể "))
	var f Fact
	if isUnit(w, tokens(bare)) && !personLine.MatchString(text) {
		name, _, _ := strings.Cut(bare, ":")
		f = Fact{Kind: FactUnit, Name: unitCase(strings.Trim(name, " ,;.")), OfUnit: true, Person: -1, Source: text}
	} else {
		f = p.proseperson(text, at)
	}
	own, titleAt := p.title, p.titleAt
	if list, ok := ReadAwards(text); ok && !f.OfUnit {
		own, titleAt = list[0], at // "- Ông …: Chiến sĩ thi đua cơ sở"
		own.Doubt = withoutYearDoubt(own.Doubt)
	}
	i := p.add(f, at)
	f.Unit = p.out.Facts[i].Unit
	p.given(f, i, own, titleAt, at)
	last := &p.out.Tables[len(p.out.Tables)-1]
	last.Facts += 2
	last.Range = strings.Split(last.Range, ":")[0] + ":A" + itoa(row)
}

func (p *proseReading) proseperson(text string, at place) Fact {
	name, tail := splitName(vocabulary(), text)
	n := ReadName(name)
	f := Fact{Kind: FactPerson, Name: n.Name, Sex: n.Sex, Person: -1, Source: text}
	post, unit, _ := SplitPost(tail)
	if post == "" && unit == "" && n.Post != "" {
		post, unit, _ = SplitPost(n.Post)
	}
	r := ReadPost(post)
	f.Position, f.Unit, f.Leader, f.LeaderSaid = r.Text, unitCase(unit), r.Leader, r.Sure && r.Text != ""
	if f.Unit == "" {
		f.Unit = roomOfPost(f.Position)
	}
	if !looksLikeName(n.Name) {
		if v, ok := p.doubt(&f, Doubt{Field: "name", Text: text, Proposal: n.Name, Why: "không rõ tên người trong câu này", Holds: true}, at); ok {
			f.Name = v
		}
	}
	return f
}

// given adds what the paper gives to whom.
func (p *proseReading) given(f Fact, i int, title Award, titleAt, at place) {
	a := Fact{Kind: FactAward, Name: f.Name, Unit: f.Unit, OfUnit: f.OfUnit, Person: i, Source: f.Source, Title: title.Code, Known: title.Code != "", TitleLevel: title.Level}
	if !a.Known {
		a.Title = title.Title
	}
	a.From, a.To = title.From, title.To
	if a.From == 0 {
		a.From, a.To = p.paper.year, p.paper.year
	}
	a.Year, a.Decision, a.Date = a.To, p.paper.decision.Number, p.paper.decision.Date
	if a.Decision == "" {
		a.Notes = append(a.Notes, "quyết định không ghi số")
	}
	if title.Doubt != "" {
		v, ok := p.doubt(&a, Doubt{Field: "title", Text: p.g.text(titleAt.row, 1), Proposal: a.Title, Why: title.Doubt, Holds: true}, titleAt)
		if list, named := ReadAwards(v); ok && named {
			a.Title, a.Known = list[0].Code, list[0].Code != ""
		}
	}
	if a.From == 0 {
		if v, ok := p.doubt(&a, Doubt{Field: "year", Text: p.g.File, Why: "không ghi năm", Holds: true}, at); ok {
			if y := YearsOf(v); len(y) > 0 {
				a.From, a.To, a.Year = y[0].From, y[0].To, y[0].To
			}
		}
	}
	p.add(a, at, titleAt)
}
