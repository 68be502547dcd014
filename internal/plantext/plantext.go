// Package plantext reads the plain text of a yearly plan, pasted or taken out of a
// document, into a tdkt.Plan: head, bases, sections as a tree, recipients, signer. It
// follows the layout of Decree 30 and loses no word of what stands from the number on.
package plantext

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Read reads a plan from its text, a line for each paragraph. Asterisks, which mark
// slanted or bold words in plain text, are no part of it. What the text does not say
// stays empty; Year is 0 when no line names it.
func Read(text string) tdkt.Plan {
	r := &reader{plan: tdkt.Plan{Kind: Yearly}}
	r.place = r.letterhead
	for line := range strings.Lines(strings.ReplaceAll(text, "*", "")) {
		if line = tdkt.Clean(line); line != "" {
			r.line(line)
		}
	}
	if r.plan.Year == 0 {
		r.plan.Year = yearIn(r.plan.Title)
	}
	return r.plan
}

// Yearly is Plan.Kind of the plan of a year; Themed of one with a theme of its own.
const (
	Yearly = "năm"
	Themed = "chuyên đề"
)

// Where a line of a plan belongs is told by how it begins.
var (
	numberLine = regexp.MustCompile(`^Số: *([^/]*)/(.+)$`)
	dateLine   = regexp.MustCompile(`^(.+), ngày *(.*tháng *\S* năm (\d+))$`)
	fullDate   = regexp.MustCompile(`^(\d+) tháng (\d+) năm (\d+)$`)
	secondBase = regexp.MustCompile(`; (\p{Lu})`)
	baseLine   = regexp.MustCompile(`^(Thực hiện|Căn cứ|Theo|Triển khai thực hiện) `)
	authority  = regexp.MustCompile(`^(KT|TM|TL|Q|TUQ)\. ?\p{Lu}`)
	someYear   = regexp.MustCompile(`năm (\d{4})`)
)

// blanks are what papers leave for a number or a day to be written in by hand.
const blanks = " ….·_"

// reader takes a plan's lines one after another.
type reader struct {
	plan  tdkt.Plan
	place func(line string) // where a line without a mark of its own goes
	open  []*tdkt.Section   // the section being read and those it stands in, outermost first
	kinds []string          // the kind of mark of each
	foot  bool              // the recipients and the signature
}

func (r *reader) line(line string) {
	switch {
	case r.foot:
		r.after(line)
	case line == "Nơi nhận:":
		r.foot = true
		r.place = r.recipient
	case strings.HasPrefix(line, "Trên đây "):
		r.plan.Closing = line
		r.place = r.closing
	case r.plan.Closing != "":
		r.place(line)
	default:
		r.body(line)
	}
}

// body takes what stands before and in the sections.
func (r *reader) body(line string) {
	mark, kind, rest := markOf(line)
	if len(r.plan.Sections) == 0 && kind != roman {
		r.before(line)
		return
	}
	if kind == "" {
		r.paragraph(line)
		return
	}
	r.section(mark, kind, rest)
}

// before takes the lines that stand before the first section.
func (r *reader) before(line string) {
	p := &r.plan
	if m := numberLine.FindStringSubmatch(line); m != nil {
		p.Number, p.Symbol = strings.Trim(m[1], blanks), m[2]
		return
	}
	if m := dateLine.FindStringSubmatch(line); m != nil && p.Title == "" {
		r.date(m)
		return
	}
	switch {
	case line == "KẾ HOẠCH":
		r.place = r.title
	case p.Title != "" && (baseLine.MatchString(line) || r.goesOn(line)):
		for text := range strings.SplitSeq(secondBase.ReplaceAllString(line, ";\n$1"), "\n") {
			p.Bases = append(p.Bases, tdkt.Basis{Text: text})
		}
		r.place = r.preamble
	default:
		r.place(line)
	}
}

// goesOn says whether a line names one more document of the bases, without their first
// words: both it and the base before it end with a semicolon.
func (r *reader) goesOn(line string) bool {
	p := &r.plan
	return len(p.Bases) > 0 && len(p.Preamble) == 0 && strings.HasSuffix(p.Bases[len(p.Bases)-1].Text, ";") && strings.HasSuffix(line, ";")
}

func (r *reader) date(m []string) {
	p := &r.plan
	p.Place, p.DateText = m[1], strings.TrimLeft(m[2], blanks)
	p.Year, _ = strconv.Atoi(m[3]) // the pattern lets digits alone through
	if d := fullDate.FindStringSubmatch(m[2]); d != nil {
		var n [3]int
		for i := range n {
			n[i], _ = strconv.Atoi(d[i+1])
		}
		if day, err := tdkt.MakeDay(n[2], n[1], n[0]); err == nil {
			p.Date = day
		}
	}
}

// letterhead keeps the two names above the number; the country's name and motto are
// the same on every paper.
func (r *reader) letterhead(line string) {
	p := &r.plan
	switch {
	case strings.HasPrefix(line, "CỘNG HÒA") || strings.HasPrefix(line, "CỘNG HOÀ") || strings.HasPrefix(line, "Độc lập"):
	case p.Superior == "":
		p.Superior = line
	case p.Issuer == "":
		p.Issuer = line
	}
}

func (r *reader) title(line string) {
	if r.plan.Title == "" {
		r.plan.Title = line
		return
	}
	r.preamble(line)
}

func (r *reader) preamble(line string) { r.plan.Preamble = append(r.plan.Preamble, line) }
func (r *reader) closing(line string)  { r.plan.Closing += "\n" + line }

func (r *reader) recipient(line string) {
	r.plan.Recipients = append(r.plan.Recipients, strings.TrimPrefix(line, "- "))
}

// after takes the recipients, then who signs: in whose stead, as what, by name.
func (r *reader) after(line string) {
	p := &r.plan
	switch {
	case authority.MatchString(line):
		p.Authority = line
	case strings.HasPrefix(line, "-") || line != strings.ToUpper(line) && p.Authority == "" && p.SignerRole == "":
		r.recipient(line)
	case p.SignerRole == "":
		p.SignerRole = line
	default:
		p.Signer = strings.TrimSpace(p.Signer + " " + line)
	}
}

func yearIn(text string) int {
	m := someYear.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

// DateText is a day as a plan's head writes it; a day not yet known leaves its month
// open, too, in the plan's year. Days below 10 and the first two months have a zero
// before them.
func DateText(d tdkt.Day, year int) string {
	if d == 0 {
		return fmt.Sprintf("tháng … năm %d", year)
	}
	return strings.TrimPrefix(d.Long(), "ngày ")
}
