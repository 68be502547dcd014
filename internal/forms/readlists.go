package forms

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/columns"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// said is one line of a list as a reader takes it from a file: who is on it for what, and
// what stands beside the name. A count is -1 where the file says none.
type said struct {
	who, title   string
	short, code  string // of the title, where a list says it beside the name
	votes, money int64
	against      int64
}

// is says whether a line read is the one wanted; a list without headings says the title
// beside the name.
func (x said) is(want said) bool {
	return x.who == want.who && (x.title == want.title || x.title == "" && slices.Contains([]string{want.short, want.title, want.code}, x.short))
}

// caseOf is a nominee as a list should say it; name and title are compared without regard
// to case, since headings are capitals.
func caseOf(s *dossier.Submission, n nominee) said {
	out := said{who: key(fullName(n.Who)), title: key(n.Title.Name), short: key(n.Title.Short), code: key(n.Title.Code), votes: -1, against: -1, money: -1}
	if b := s.BallotOf(n); b.Members != 0 {
		out.votes, out.against = int64(b.For), int64(b.Against)
	}
	for _, b := range s.Bonuses {
		if b.Subject == n.Subject && b.Title == n.Title {
			out.money = b.Paid
		}
	}
	return out
}

// key is a name as lists compare it.
func key(words string) string {
	return strings.ToLower(tdkt.Clean(strings.NewReplacer("\n", " ", "(", " ", ")", " ").Replace(words)))
}

// groupHead reads the heading of a title in a list: its number, the title, how many.
var groupHead = regexp.MustCompile(`^[IVXL]+\. (.+) \((\d+) (?:cá nhân|tập thể)`)

// reader takes the lines of one list out of rows of cells.
type reader struct {
	own     map[string]string // what columns with titles of the office's own hold
	columns map[string]int
	title   string
	groups  []headed
	rows    []said
}

// headed is one heading of a list: how many it says stand under it, and how many do.
type headed struct {
	title    string
	says, is int
}

// columns of a list by what is read from them.
const (
	readVotes, readAgainst, readMoney = "votes", "against", "money"
	readName, readTitle               = "name", "title"
)

// header notes the columns of a list's header row; false when the row is none.
func (r *reader) header(cells []string) bool {
	if cellOf(cells, 0) != "STT" {
		return false
	}
	r.columns = map[string]int{}
	for i, c := range cells {
		switch words := strings.ToLower(tdkt.Clean(c)); {
		case r.own[words] != "":
			r.columns[r.own[words]] = i
		case strings.HasPrefix(words, "họ tên"), strings.HasPrefix(words, "họ và tên"), strings.HasPrefix(words, "tên tập thể"), words == "tập thể, cá nhân":
			r.columns[readName] = i
		case words == "danh hiệu, hình thức":
			r.columns[readTitle] = i
		case words == "phiếu đồng ý":
			r.columns[readVotes] = i
		case words == "phiếu không đồng ý":
			r.columns[readAgainst] = i
		case strings.HasPrefix(words, "số tiền"), strings.HasPrefix(words, "tiền thưởng"):
			r.columns[readMoney] = i
		}
	}
	return true
}

// ownColumns says what the columns of the office's lists hold, by their titles.
func ownColumns(s *dossier.Submission) map[string]string {
	own := map[string]string{}
	lists := listsOf(s)
	for _, t := range columns.Tables() {
		for _, c := range lists.Of(t.Key) {
			words := strings.ToLower(tdkt.Clean(c.Title))
			switch c.Field {
			case columns.Name:
				own[words] = readName
			case columns.Title, columns.TitleShort, columns.TitleCode:
				own[words] = readTitle
			case columns.VotesFor:
				own[words] = readVotes
			case columns.VotesAgainst:
				own[words] = readAgainst
			case columns.Amount:
				own[words] = readMoney
			default:
			}
		}
	}
	return own
}

// line reads one row below the header.
func (r *reader) line(cells []string) {
	first := cellOf(cells, 0)
	if m := groupHead.FindStringSubmatch(first); m != nil {
		n, _ := strconv.Atoi(m[2]) // digits, by the pattern
		r.begin(m[1], n)
		return
	}
	if _, err := strconv.Atoi(first); err != nil || r.columns == nil {
		return
	}
	if last := len(r.groups) - 1; last >= 0 {
		r.groups[last].is++
	}
	r.rows = append(r.rows, said{
		who: key(cellOf(cells, r.column(readName))), title: r.title, short: key(cellOf(cells, r.column(readTitle))),
		votes: r.number(cells, readVotes), against: r.number(cells, readAgainst), money: r.number(cells, readMoney),
	})
}

// begin begins the rows under a heading.
func (r *reader) begin(title string, says int) {
	r.title = key(title)
	r.groups = append(r.groups, headed{title: r.title, says: says})
}

func (r *reader) column(name string) int {
	if i, ok := r.columns[name]; ok {
		return i
	}
	return -1
}

// number is a count in a cell, -1 where the list has no such column or the cell no number.
func (r *reader) number(cells []string, name string) int64 {
	n, err := strconv.ParseInt(strings.ReplaceAll(cellOf(cells, r.column(name)), ".", ""), 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// lists says whether a file leaves the house with lists that a reader would take something
// from: all that do but the papers of one case.
func (f written) lists() bool {
	return (f.sub.Part == dossier.OwnPart || f.sub.Part == dossier.UpPart) && (f.paper == nil || f.paper.Folder == "")
}

// readLists holds the lists of a workbook that leaves the house against the cases of its
// part.
func (f written) readLists(book *excelize.File) ([]Difference, error) {
	if !f.lists() {
		return nil, nil
	}
	var out []Difference
	var lists []said
	byTitle := false
	own := ownColumns(f.sub)
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("forms: read %s of %s: %w", sheet, f.path, err)
		}
		r := &reader{own: own}
		for _, cells := range rows {
			if !r.header(cells) {
				r.line(cells)
			}
			out = append(out, f.totals(strings.Join(cells, " "))...)
		}
		byTitle = byTitle || slices.ContainsFunc(r.rows, func(x said) bool { return x.title+x.short != "" })
		out = append(out, r.counted(f.path)...)
		lists = append(lists, r.rows...)
	}
	if byTitle {
		out = append(out, f.missing(lists)...)
	}
	return out, nil
}

// counted compares the number in each heading with the rows under it.
func (r *reader) counted(name string) []Difference {
	var out []Difference
	for _, g := range r.groups {
		if g.says >= 0 && g.says != g.is {
			out = append(out, Difference{File: name, Place: "số dòng của " + g.title, Got: fmt.Sprint(g.says), Want: fmt.Sprint(g.is)})
		}
	}
	return out
}

// missing compares the lines read with the cases of the part: each must stand there once,
// with its votes and money where the file says them.
func (f written) missing(read []said) []Difference {
	var out []Difference
	kinds := f.kinds()
	for _, n := range f.sub.Nominees {
		if !n.OnList() || !slices.Contains(kinds, n.Subject.Kind) {
			continue
		}
		want := caseOf(f.sub, n)
		i := slices.IndexFunc(read, func(x said) bool { return x.is(want) })
		if i < 0 {
			out = append(out, Difference{File: f.path, Place: "không có dòng của " + n.Name + ", " + n.Title.Name})
			continue
		}
		out = append(out, f.beside(n, read[i], want)...)
		read = slices.Delete(slices.Clone(read), i, i+1)
	}
	for _, x := range read {
		out = append(out, Difference{File: f.path, Place: "thừa dòng của " + x.who + ", " + x.title + x.short})
	}
	return out
}

// kinds are the kinds of subjects that a file lists.
func (f written) kinds() []tdkt.SubjectKind {
	switch name := strings.ToLower(f.path); {
	case strings.Contains(name, "đề nghị tập thể"):
		return []tdkt.SubjectKind{tdkt.AUnit}
	case strings.Contains(name, "đề nghị cá nhân"):
		return []tdkt.SubjectKind{tdkt.APerson}
	}
	return []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson}
}

// beside compares what stands beside a name.
func (f written) beside(n nominee, got, want said) []Difference {
	var out []Difference
	for _, c := range []struct {
		what      string
		got, want int64
	}{{"phiếu đồng ý", got.votes, want.votes}, {"phiếu không đồng ý", got.against, want.against}, {"tiền thưởng", got.money, want.money}} {
		if c.got >= 0 && c.got != c.want {
			out = append(out, Difference{File: f.path, Place: c.what + " của " + n.Name, Got: fmt.Sprint(c.got), Want: fmt.Sprint(c.want)})
		}
	}
	return out
}

// The totals that papers say in sentences: counts and money, in figures and in words.
var (
	saidCounts = regexp.MustCompile(`(\d+) (tập thể|cá nhân|lượt) \((\D+?)\)`)
	listCounts = regexp.MustCompile(`(\d+) \((\D+?)\) (lượt, |)`)
	saidMoney  = regexp.MustCompile(`([\d.]+) đồng \((?:bằng chữ: )?(\D+?) đồng\)`)
)

// totals reads the totals of a line: figures and words must agree, and money must be the
// part's.
func (f written) totals(words string) []Difference {
	var out []Difference
	agree := func(figures, spelt string) {
		n, err := strconv.ParseInt(strings.ReplaceAll(figures, ".", ""), 10, 64)
		back, ok := dossier.ReadWords(spelt)
		if err == nil && ok && back != n {
			out = append(out, Difference{File: f.path, Place: "tổng số bằng chữ", Got: figures, Want: spelt})
		}
	}
	for _, m := range saidCounts.FindAllStringSubmatch(words, -1) {
		agree(m[1], m[3])
	}
	for _, m := range listCounts.FindAllStringSubmatch(words, -1) {
		agree(m[1], m[2])
	}
	for _, m := range saidMoney.FindAllStringSubmatch(words, -1) {
		agree(m[1], m[2])
		if want := dots(f.sub.BonusTotal()); m[1] != want {
			out = append(out, Difference{File: f.path, Place: "tổng số tiền", Got: m[1], Want: want})
		}
	}
	return out
}

// wordGroup reads the heading of a title in a document's table: how many stand under it.
var wordGroup = regexp.MustCompile(`^(.+?)(?: \((\d+) (?:cá nhân|tập thể)\))?$`)

// wordNumber is the Roman number before it.
var wordNumber = regexp.MustCompile(`^[IVXL]+$`)

// readWord holds the lists of a document that leaves the house against the cases of its
// part.
func (f written) readWord(lines []docx.Line) []Difference {
	if !f.lists() {
		return nil
	}
	var out []Difference
	r := &reader{}
	listed := false
	for _, l := range lines {
		out = append(out, f.totals(strings.Join(l.Cells, " "))...)
		switch {
		case !l.Row || r.header(l.Cells):
		case wordNumber.MatchString(cellOf(l.Cells, 0)) && len(l.Cells) > 1:
			m := wordGroup.FindStringSubmatch(l.Cells[1])
			n, err := strconv.Atoi(m[2])
			if err != nil {
				n = -1
			}
			r.begin(m[1], n)
			listed = true
		case r.title != "":
			r.line(l.Cells)
		}
	}
	out = append(out, r.counted(f.path)...)
	if listed {
		out = append(out, f.missing(r.rows)...)
	}
	return out
}
