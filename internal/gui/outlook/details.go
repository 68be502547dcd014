package outlook

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
)

// line is one line of the details: a heading or a sentence below one.
type line struct {
	text string
	head bool
}

// detailLines tells a whole forecast: what is held, the streaks, then every title of the
// next year with each need, its article and what was seen.
func detailLines(x law.Forecast) []line {
	var out []line
	if text := held(x); text != "" {
		out = append(out, line{text: fmt.Sprintf(textHeldLine, text)})
	}
	for _, s := range x.Streaks {
		out = append(out, line{text: s.String() + "."})
	}
	for _, s := range x.Since {
		out = append(out, line{text: fmt.Sprintf(textSince, s.Short, s.Last, s.Years) + "."})
	}
	if x.Note != "" {
		out = append(out, line{text: x.Note})
	}
	for _, t := range titlesOf(x) {
		head := t.Name + " – " + law.ChanceName(t.Chance)
		if t.Latest != 0 {
			head += fmt.Sprintf(textBy, t.Latest)
		}
		out = append(out, line{text: head, head: true})
		for _, p := range t.Paths {
			if p.Name != "" {
				out = append(out, line{text: fmt.Sprintf(textWhom, p.Name, law.ChanceName(p.Chance))})
			}
			for _, s := range p.Steps {
				out = append(out, line{text: fmt.Sprintf(textStep, law.ChanceName(s.Chance), said(s.Finding), s.Cite, law.MarkName(s.Mark))})
			}
		}
	}
	return out
}

// details opens the whole forecast of the row at the cursor in a large box.
func (t *Tab) details() {
	if !t.has {
		t.desk.UI.Notice(textNoRow)
		return
	}
	x := t.forecast
	title := fmt.Sprintf(textHead, x.Name, x.Year+1)
	lines := detailLines(x)
	text := widget.NewRichText(segments(lines)...)
	text.Wrapping = fyne.TextWrapWord
	var d kit.Dialog
	card := kit.NewIconButton(wordCard, theme.AccountIcon(), func() {
		d.Close()
		t.openCard(x.Subject)
	})
	copyAll := kit.NewIconButton(wordCopy, theme.ContentCopyIcon(), func() {
		t.desk.UI.Copy(title + "\n" + plain(lines))
		t.desk.UI.Notice(textCopied)
	})
	d = t.desk.UI.Dialog(kit.DialogSpec{
		Title: title, Content: container.NewVScroll(text), Size: fyne.NewSize(980, 560),
		Extra: []fyne.CanvasObject{copyAll, card},
	})
}

func segments(lines []line) []widget.RichTextSegment {
	out := make([]widget.RichTextSegment, len(lines))
	for i, l := range lines {
		style := widget.RichTextStyleParagraph
		style.TextStyle.Bold = l.head
		out[i] = &widget.TextSegment{Text: l.text, Style: style}
	}
	return out
}

// plain is the details for the clipboard.
func plain(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		if !l.head {
			b.WriteString("   ")
		}
		b.WriteString(l.text + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}
