package plans

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// part is one line of the outline and the text it opens.
type part struct {
	depth int
	title string
	lines []line
}

type line struct {
	text    string
	heading bool
}

// planOf finds the year's own plan; a thematic one stands in only when there is no other.
func planOf(plans []tdkt.Plan, year int) (tdkt.Plan, bool) {
	var found tdkt.Plan
	ok := false
	for _, p := range plans {
		if p.Year == year && (!ok || p.Kind == yearly) {
			found, ok = p, true
		}
	}
	return found, ok
}

// yearly is Plan.Kind of the plan of a year.
const yearly = "năm"

// emptyText says what to do where the year has no plan.
func emptyText(plans []tdkt.Plan, year int) string {
	var years []int
	for _, p := range plans {
		if !slices.Contains(years, p.Year) {
			years = append(years, p.Year)
		}
	}
	if len(years) == 0 {
		return fmt.Sprintf(textNone, year)
	}
	slices.SortFunc(years, func(a, b int) int { return cmp.Compare(b, a) })
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = fmt.Sprint(y)
	}
	return fmt.Sprintf(textOthers, year, strings.Join(words, ", "))
}

// partsOf lays a plan out as the outline shows it: the opening, each section with
// all that stands under it, and the close.
func partsOf(p tdkt.Plan) []part {
	opening := part{title: wordOpening, lines: []line{{wordPlan, true}, {p.Title, true}}}
	for _, b := range p.Bases {
		opening.lines = append(opening.lines, line{text: b.Text})
	}
	for _, text := range p.Preamble {
		opening.lines = append(opening.lines, line{text: text})
	}
	out := []part{opening}
	for _, s := range p.Sections {
		out = sectionParts(out, s, 0)
	}
	end := part{title: wordClosing}
	if p.Closing != "" {
		end.lines = append(end.lines, line{text: p.Closing})
	}
	end.lines = append(end.lines, line{wordRecipients, true})
	for _, r := range p.Recipients {
		end.lines = append(end.lines, line{text: "- " + r})
	}
	for _, signed := range []string{p.Authority, p.SignerRole, p.Signer} {
		if signed != "" {
			end.lines = append(end.lines, line{signed, true})
		}
	}
	return append(out, end)
}

func sectionParts(out []part, s tdkt.Section, depth int) []part {
	out = append(out, part{depth: depth, title: sectionTitle(s), lines: sectionLines(nil, s)})
	for _, c := range s.Children {
		out = sectionParts(out, c, depth+1)
	}
	return out
}

// sectionTitle is the mark and heading; a section without a heading goes by its first words.
func sectionTitle(s tdkt.Section) string {
	title := s.Heading
	if title == "" && len(s.Body) > 0 {
		title = s.Body[0]
	}
	switch {
	case s.Mark == "":
		return title
	case s.Mark == "-":
		return "- " + title
	}
	return s.Mark + ". " + title
}

// sectionLines is the section's text with everything under it.
func sectionLines(out []line, s tdkt.Section) []line {
	body := s.Body
	if s.Heading != "" {
		out = append(out, line{sectionTitle(s), true})
	} else if len(body) > 0 {
		out = append(out, line{text: sectionTitle(s)})
		body = body[1:]
	}
	for _, b := range body {
		out = append(out, line{text: b})
	}
	for _, c := range s.Children {
		out = sectionLines(out, c)
	}
	return out
}

func indent(depth int) string { return strings.Repeat("      ", depth) }
