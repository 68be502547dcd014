package awards

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/law"
)

// reason is one finding as it is read: numbered, so that the list of needs left to
// judgement can point at it.
type reason struct {
	number int
	way    string // heading before it, "" for none
	law.Finding
}

// reasons numbers the findings and sets a heading where an alternative begins. In
// each alternative what stands against the title comes first.
func reasons(res law.Result) []reason {
	findings := slices.Clone(res.Findings)
	ways := []string{}
	for _, f := range findings {
		if !slices.Contains(ways, f.Way) {
			ways = append(ways, f.Way)
		}
	}
	slices.SortStableFunc(findings, func(a, b law.Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(ways, a.Way), slices.Index(ways, b.Way)),
			cmp.Compare(weight(a.Answer), weight(b.Answer)))
	})
	out := make([]reason, len(findings))
	way := ""
	for i, f := range findings {
		out[i] = reason{number: i + 1, Finding: f}
		if f.Way != way {
			way = f.Way
			out[i].way = way
		}
	}
	return out
}

// weight orders findings by how much they want reading.
func weight(a law.Answer) int {
	return slices.Index([]law.Answer{law.No, law.Unknown, law.Manual, law.Yes}, a)
}

func (r reason) head() string {
	return fmt.Sprintf("%d. %s", r.number, capital(law.AnswerName(r.Answer)))
}

func (r reason) evidence() string {
	seen := r.Seen
	if seen == "" {
		seen = textNotSeen
	}
	return textSeen + capital(seen) + ". "
}

func (r reason) source() string { return textCite + r.Cite + law.MarkName(r.Mark) + "." }

// capital begins a sentence.
func capital(s string) string {
	runes := []rune(s)
	if len(runes) == 0 {
		return s
	}
	return strings.ToUpper(string(runes[0])) + string(runes[1:])
}

// headline is the answer of the row in words.
func headline(r row, title string) string {
	r.res = r.brief()
	who := r.name
	if r.unit != "" {
		who += ", " + r.unit
	}
	answer := capital(r.res.VerdictName())
	if r.res.Hold {
		answer += textHeadHold
	}
	open := r.res.ManualOpen
	if r.res.Answer == law.Yes {
		open = r.res.Waiting() // the other alternatives wait for nothing any more
	}
	if open > 0 {
		answer += fmt.Sprintf(textHeadOpen, open)
	}
	return strings.Join(append([]string{fmt.Sprintf(textHead, answer, who, title)}, r.res.ExceptionWords()...), "\n")
}

// plain is the reasons as text, for the clipboard.
func plain(head string, list []reason) string {
	lines := []string{head}
	for _, r := range list {
		if r.way != "" {
			lines = append(lines, r.way)
		}
		lines = append(lines, r.head()+": "+r.Why, "   "+r.evidence()+r.source())
	}
	return strings.Join(lines, "\n")
}

// segments is the reasons as the screen shows them.
func segments(list []reason) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	for _, r := range list {
		if r.way != "" {
			out = append(out, &widget.TextSegment{Text: r.way, Style: widget.RichTextStyle{TextStyle: fyne.TextStyle{Bold: true, Italic: true}}})
		}
		bold := widget.RichTextStyle{Inline: true, ColorName: answerColor(r.Answer), TextStyle: fyne.TextStyle{Bold: true}}
		small := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameCaptionText}
		faint := small
		faint.Inline, faint.ColorName = false, theme.ColorNamePlaceHolder
		out = append(out,
			&widget.TextSegment{Text: r.head() + ": ", Style: bold},
			&widget.TextSegment{Text: r.Why, Style: widget.RichTextStyleParagraph},
			&widget.TextSegment{Text: r.evidence(), Style: small},
			&widget.TextSegment{Text: r.source(), Style: faint})
	}
	return out
}

func answerColor(a law.Answer) fyne.ThemeColorName {
	switch a {
	case law.Yes:
		return theme.ColorNameSuccess
	case law.No:
		return theme.ColorNameError
	case law.Unknown, law.Manual:
	}
	return theme.ColorNameWarning
}

// need is a need left to judgement, under the title it is kept with.
type need struct {
	title, id string
	reason
}

func (n need) key() string { return n.title + " " + n.id }

func (n need) judged() string {
	switch n.Answer {
	case law.Yes:
		return wordTickMet
	case law.No:
		return wordTickUnmet
	case law.Manual, law.Unknown:
	}
	return law.AnswerName(law.Manual)
}

// manualNeeds is the needs of a result left to judgement. One that stands in several
// alternatives is one judgement and is listed once.
func manualNeeds(g *law.Regime, res law.Result) []need {
	var out []need
	have := map[string]bool{}
	for _, r := range reasons(res) {
		title, id, manual, ok := g.NeedFor(res.Kind, res.Title, r.Need)
		n := need{title: title, id: id, reason: r}
		if ok && manual && !have[n.key()] {
			have[n.key()] = true
			out = append(out, n)
		}
	}
	return out
}
