package plantext

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// The kinds of marks that begin a section, each deeper than those it is found under.
const (
	roman  = "I."
	number = "1."
	deeper = "1.1."
	letter = "a)"
	dash   = "-"
	plus   = "+"
)

// marks tells the kind of a mark; its first group is the mark as kept, its second the rest.
func marks() []struct {
	kind    string
	pattern *regexp.Regexp
} {
	return []struct {
		kind    string
		pattern *regexp.Regexp
	}{
		{roman, romanMark}, {deeper, deeperMark}, {number, numberMark}, {letter, letterMark}, {dash, dashMark}, {plus, plusMark},
	}
}

var (
	romanMark  = regexp.MustCompile(`^([IVX]+)\. *(.+)$`)
	deeperMark = regexp.MustCompile(`^(\d+(?:\.\d+)+)\.? +(.+)$`)
	numberMark = regexp.MustCompile(`^(\d+)\. *(\D.*)$`)
	letterMark = regexp.MustCompile(`^(\p{Ll}\)) *(.+)$`)
	dashMark   = regexp.MustCompile(`^([-–]) *(.+)$`)
	plusMark   = regexp.MustCompile(`^(\+) *(.+)$`)
)

// markOf splits a line into its mark and the rest; kind is "" for a line without one.
func markOf(line string) (mark, kind, rest string) {
	for _, m := range marks() {
		if found := m.pattern.FindStringSubmatch(line); found != nil {
			mark = found[1]
			if m.kind == dash {
				mark = dash
			}
			return mark, m.kind, found[2]
		}
	}
	return "", "", line
}

// section opens a section below those whose marks are of other kinds; one of the same
// kind closes the one before it.
func (r *reader) section(mark, kind, rest string) {
	if at := slices.Index(r.kinds, kind); at >= 0 {
		r.open, r.kinds = r.open[:at], r.kinds[:at]
	}
	s := tdkt.Section{Mark: mark}
	if strings.HasSuffix(rest, ".") || strings.HasSuffix(rest, ";") || len([]rune(rest)) > longestHeading {
		s.Body = []string{rest}
	} else {
		s.Heading = rest
	}
	list := &r.plan.Sections
	if len(r.open) > 0 {
		list = &r.open[len(r.open)-1].Children
	}
	*list = append(*list, s)
	r.open = append(r.open, &(*list)[len(*list)-1])
	r.kinds = append(r.kinds, kind)
}

// longestHeading is the most letters of a line that can still be a heading.
const longestHeading = 160

// paragraph is one more paragraph of the section being read.
func (r *reader) paragraph(line string) {
	at := r.open[len(r.open)-1]
	at.Body = append(at.Body, line)
}

// Lines lays the sections out as text again, a line for each paragraph, so that Read
// gives the same tree.
func Lines(sections []tdkt.Section) []string {
	var out []string
	for _, s := range sections {
		body := s.Body
		head := s.Heading
		if head == "" && len(body) > 0 {
			head, body = body[0], body[1:]
		}
		out = append(append(out, Marked(s.Mark, head)), body...)
		out = append(out, Lines(s.Children)...)
	}
	return out
}

// Marked is a line with its mark before it, as papers write it.
func Marked(mark, text string) string {
	switch {
	case mark == "":
		return text
	case mark == dash || mark == plus || strings.HasSuffix(mark, ")"):
		return mark + " " + text
	}
	return mark + ". " + text
}

// Leaf is an innermost section: its marks from the top and its text on one line.
type Leaf struct {
	Path, Title string
}

// Leaves lists the innermost sections in order.
func Leaves(sections []tdkt.Section) []Leaf { return leaves(nil, "", sections) }

func leaves(out []Leaf, above string, sections []tdkt.Section) []Leaf {
	for _, s := range sections {
		path := Path(above, s.Mark)
		if len(s.Children) > 0 {
			out = leaves(out, path, s.Children)
			continue
		}
		title := s.Heading
		if title == "" && len(s.Body) > 0 {
			title = s.Body[0]
		}
		out = append(out, Leaf{Path: path, Title: title})
	}
	return out
}
