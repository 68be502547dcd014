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
}

var (
	paperNumber = regexp.MustCompile(`(?i)^số\s*:\s*(\d+\s*/\s*[\p{L}][\p{L}\d-]*)`)
	paperDay    = regexp.MustCompile(`(?i)ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})`)
	personLine  = regexp.MustCompile(`(?i)^(?:[-+•*]|\d{1,3}\s*[.)/-])?\s*((?:ông|bà|đ/c|đồng chí|đ\.c)\s*:?\s*.+)$`)
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

func readPaper(lines []string) paper {
	p := paper{word: true}
	isDecision := false
	for _, text := range lines {
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
		if p.year == 0 && !strings.HasPrefix(folded, "can cu") && (strings.Contains(folded, "tang") || strings.Contains(folded, "danh hieu") || strings.Contains(folded, "khen") || strings.Contains(folded, "xep loai") || strings.Contains(folded, "cong nhan")) {
			p.year = YearOf(text)
		}
		if strings.HasPrefix(folded, "dieu 1") || strings.HasPrefix(folded, "ve viec") || strings.HasPrefix(folded, "v/v") {
			p.giving(text)
		}
		p.proposal = p.proposal || strings.HasPrefix(folded, "to trinh") || strings.HasPrefix(folded, "v/v de nghi")
	}
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

// prose reads a decision's text: the people it names line by line under the title it gives.
func (s *sheetReading) prose() {
	var title Award
	var titleAt place
	has, started := false, false
	for _, row := range s.g.rows {
		text := s.g.text(row, 1)
		folded := tdkt.Fold(text)
		if strings.HasPrefix(folded, "can cu") || strings.HasPrefix(folded, "xet de nghi") || strings.HasPrefix(folded, "theo de nghi") {
			continue
		}
		if strings.HasPrefix(folded, "dieu 2") || strings.HasPrefix(folded, "noi nhan") {
			has = false
		}
		m := personLine.FindStringSubmatch(text)
		if m == nil {
			if list, ok := ReadAwards(text); ok && (strings.HasPrefix(folded, "dieu 1") || has || strings.Contains(folded, "tang") || strings.Contains(folded, "cong nhan") || strings.Contains(folded, "danh hieu")) {
				title, titleAt, has = list[0], place{row, 1}, true
				title.Doubt = withoutYearDoubt(title.Doubt)
			}
			continue
		}
		if !has || s.paper.decision.Number == "" {
			continue
		}
		if !started {
			s.out.Tables = append(s.out.Tables, Table{File: s.g.File, Sheet: s.g.Name, Kind: Decisions, Confidence: 80, Year: s.paper.year, Range: "A" + itoa(row)})
			started = true
		}
		s.proseLine(m[1], row, title, titleAt)
	}
}

// proseLine reads one person of a decision's text.
func (s *sheetReading) proseLine(text string, row int, title Award, titleAt place) {
	at := place{row, 1}
	name, tail, _ := strings.Cut(strings.TrimRight(text, ";. "), ",")
	n := ReadName(name)
	f := Fact{Kind: FactPerson, Name: n.Name, Sex: n.Sex, Person: -1, Source: text}
	post, unit, _ := SplitPost(tail)
	p := ReadPost(post)
	f.Position, f.Unit, f.Leader, f.LeaderSaid = p.Text, unit, p.Leader, p.Sure && p.Text != ""
	if !looksLikeName(n.Name) {
		if v, ok := s.doubt(&f, Doubt{Field: "name", Text: text, Proposal: n.Name, Why: "không rõ tên người trong câu này", Holds: true}, at); ok {
			f.Name = v
		}
	}
	i := s.add(f, at)
	a := Fact{Kind: FactAward, Name: f.Name, Unit: f.Unit, Person: i, Source: text, Title: title.Code, Known: title.Code != "", TitleLevel: title.Level}
	if !a.Known {
		a.Title = title.Title
	}
	a.From, a.To = title.From, title.To
	if a.From == 0 {
		a.From, a.To = s.paper.year, s.paper.year
	}
	a.Year, a.Decision, a.Date = a.To, s.paper.decision.Number, s.paper.decision.Date
	if title.Doubt != "" {
		v, ok := s.doubt(&a, Doubt{Field: "title", Text: s.g.text(titleAt.row, 1), Proposal: a.Title, Why: title.Doubt, Holds: true}, titleAt)
		if list, named := ReadAwards(v); ok && named {
			a.Title, a.Known = list[0].Code, list[0].Code != ""
		}
	}
	if a.From == 0 {
		if v, ok := s.doubt(&a, Doubt{Field: "year", Text: s.g.File, Why: "không ghi năm", Holds: true}, at); ok {
			if y := YearsOf(v); len(y) > 0 {
				a.From, a.To, a.Year = y[0].From, y[0].To, y[0].To
			}
		}
	}
	s.add(a, at, titleAt)
	last := &s.out.Tables[len(s.out.Tables)-1]
	last.Facts += 2
	last.Range = strings.Split(last.Range, ":")[0] + ":A" + itoa(row)
}
