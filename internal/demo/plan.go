package demo

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// plan reads the department's own plan of 2023, word for word and with its slips.
func (b *builder) plan() {
	p := readPlan(text("plan-2023.txt"))
	p.ID = b.id(tdkt.NounPlan)
	p.Superior, p.Issuer = b.data.Org.Superior, b.data.Org.Issuer
	b.data.Plans = append(b.data.Plans, p)
}

// Where a line of a plan belongs is told by how it begins.
var (
	numberLine  = regexp.MustCompile(`^Số: *([^/]*)/(.+)$`)
	dateLine    = regexp.MustCompile(`^(.+), ngày *(.*tháng \d+ năm (\d+))$`)
	topMark     = regexp.MustCompile(`^([IVX]+)\. (.+)$`)
	pointMark   = regexp.MustCompile(`^(\d+)\. (.+)$`)
	secondBasis = regexp.MustCompile(`; (\p{Lu})`)
)

// planReader takes a plan's lines one after another.
type planReader struct {
	plan  tdkt.Plan
	place func(line string) // where a line without a mark of its own goes
}

// readPlan reads a plan from its plain text. Asterisks mark slanted or bold words
// and are no part of the text.
func readPlan(s string) tdkt.Plan {
	r := &planReader{plan: tdkt.Plan{Kind: "năm"}}
	r.place = func(string) {}
	for line := range strings.Lines(strings.ReplaceAll(s, "*", "")) {
		if line = strings.TrimSpace(line); line != "" {
			r.line(line)
		}
	}
	return r.plan
}

func (r *planReader) line(line string) {
	p := &r.plan
	if m := topMark.FindStringSubmatch(line); m != nil {
		p.Sections = append(p.Sections, tdkt.Section{Mark: m[1], Heading: m[2]})
		return
	}
	if len(p.Sections) == 0 {
		r.before(line)
		return
	}
	r.within(line)
}

// before takes the lines that stand before the first section.
func (r *planReader) before(line string) {
	p := &r.plan
	if m := numberLine.FindStringSubmatch(line); m != nil {
		p.Number, p.Symbol = m[1], m[2]
		return
	}
	if m := dateLine.FindStringSubmatch(line); m != nil {
		p.Place, p.DateText = m[1], m[2]
		p.Year, _ = strconv.Atoi(m[3]) // the pattern lets digits alone through
		return
	}
	switch {
	case line == "KẾ HOẠCH":
		r.place = func(s string) { p.Title = s }
	case strings.HasPrefix(line, "Thực hiện "):
		p.Bases = append(p.Bases, strings.Split(secondBasis.ReplaceAllString(line, ";\n$1"), "\n")...)
		r.place = func(s string) { p.Preamble = append(p.Preamble, s) }
	default:
		r.place(line)
	}
}

// within takes the lines from the first section to the signature.
func (r *planReader) within(line string) {
	p := &r.plan
	switch {
	case strings.HasPrefix(line, "Trên đây "):
		p.Closing = line
	case line == "Nơi nhận:":
		r.place = func(s string) { p.Recipients = append(p.Recipients, s) }
	case strings.HasPrefix(line, "KT."):
		p.Authority = line
		r.place = func(s string) { p.SignerRole = s }
	case p.Closing == "":
		r.point(line)
	default:
		r.place(strings.TrimPrefix(line, "- "))
	}
}

// point takes a numbered point, a dash, or one more paragraph of the point before.
func (r *planReader) point(line string) {
	top := &r.plan.Sections[len(r.plan.Sections)-1]
	mark, rest := "", line
	if m := pointMark.FindStringSubmatch(line); m != nil {
		mark, rest = m[1], m[2]
	} else if after, ok := strings.CutPrefix(line, "- "); ok {
		mark, rest = "-", after
	}
	switch {
	case mark == "" && len(top.Children) == 0:
		top.Body = append(top.Body, rest)
	case mark == "":
		last := &top.Children[len(top.Children)-1]
		last.Body = append(last.Body, rest)
	case strings.HasSuffix(rest, "."):
		top.Children = append(top.Children, tdkt.Section{Mark: mark, Body: []string{rest}})
	default:
		top.Children = append(top.Children, tdkt.Section{Mark: mark, Heading: rest})
	}
}
