package plans

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/gui/kit"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// part is one line of the outline and the text it opens.
type part struct {
	at    plantext.Place // of a section, nil for the opening and the close
	depth int
	title string
	lines []line
	n     int // its place in the outline
}

// key tells the sections apart; the opening and the close have no place among them.
func (p part) key() string {
	if len(p.at) == 0 {
		return p.title
	}
	return fmt.Sprint(p.at)
}

// line is the part in the outline, the deeper the further in; of a long one, which is read
// whole beside it, the first words.
func (p part) line() string {
	words := []rune(p.title)
	if len(words) <= outlineLetters {
		return indent(p.depth) + p.title
	}
	short := string(words[:outlineLetters])
	if at := strings.LastIndex(short, " "); at > 0 {
		short = short[:at]
	}
	return indent(p.depth) + short + "…"
}

const outlineLetters = 90

// tone is quiet below the first level.
func (p part) tone() kit.Tone {
	if p.depth > 0 {
		return kit.QuietTone
	}
	return kit.Plain
}

type line struct {
	text    string
	heading bool
}

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
		opening.lines = append(opening.lines, line{text: basisText(b)})
	}
	for _, text := range p.Preamble {
		opening.lines = append(opening.lines, line{text: text})
	}
	out := []part{opening}
	for i, s := range p.Sections {
		out = sectionParts(out, s, plantext.Place{i})
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
	out = append(out, end)
	for i := range out {
		out[i].n = i
	}
	return out
}

// basisText is a base with what became of the document.
func basisText(b tdkt.Basis) string {
	switch {
	case b.Ended == 0:
		return b.Text
	case b.Note == "":
		return b.Text + fmt.Sprintf(textEnded, b.Ended)
	}
	return b.Text + fmt.Sprintf(textReplaced, b.Ended, b.Note)
}

func sectionParts(out []part, s tdkt.Section, at plantext.Place) []part {
	out = append(out, part{at: at, depth: len(at) - 1, title: sectionTitle(s), lines: sectionLines(nil, s)})
	for i, c := range s.Children {
		out = sectionParts(out, c, append(slices.Clone(at), i))
	}
	return out
}

// sectionTitle is the mark and heading; a section without a heading goes by its first words.
func sectionTitle(s tdkt.Section) string {
	title := s.Heading
	if title == "" && len(s.Body) > 0 {
		title = s.Body[0]
	}
	return plantext.Marked(s.Mark, title)
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

func indent(depth int) string { return strings.Repeat("   ", depth) }
