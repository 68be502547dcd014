package leader

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The widths of the columns beside the sentence.
const (
	signWide    = 18
	citeWide    = 230
	opinionWide = 330
)

func heading() fyne.CanvasObject {
	word := func(text string) fyne.CanvasObject { return kit.NewPara(text, kit.Small, kit.Quiet, true) }
	return kit.Padded(columned([]float32{signWide, 0, citeWide, opinionWide}, word(""), word(wordWhat), word(wordCite), word(wordOpinion)))
}

// line is a sentence, the article it rests on, and what the leader says of it.
func (p *Page) line(l reports.BriefLine) fyne.CanvasObject {
	sign, tone := "", kit.Plain
	if l.Bad {
		sign, tone = "!", kit.BadTone
	}
	words := kit.NewPara(l.What, kit.Body, kit.Ink, false)
	var text fyne.CanvasObject = words
	if l.Who != "" {
		text = kit.Flow(0, kit.NewPara(l.Who, kit.Body, kit.Ink, true), words)
	}
	return kit.Padded(columned([]float32{signWide, 0, citeWide, opinionWide},
		kit.NewPara(sign, kit.Body, tone.Ink(), true), text, kit.NewPara(l.Cite, kit.Small, kit.Quiet, false), p.opinion(l)))
}

// opinion is what was said of a line, or the three things to say.
func (p *Page) opinion(l reports.BriefLine) fyne.CanvasObject {
	if l.Opinion != nil {
		said := []fyne.CanvasObject{kit.NewPara(saidOf(l), kit.Body, toneOf(l.Opinion.Verdict).Ink(), false)}
		if l.Opinion.Answer != "" {
			said = append(said, kit.NewPara("→ "+l.Opinion.Answer, kit.Small, kit.Quiet, false))
		}
		if p.takes() && l.Opinion.Done == 0 {
			said = append(said, kit.Wrap(p.deeds(l)...))
		}
		return kit.Flow(0, said...)
	}
	if !p.takes() {
		return kit.NewPara("", kit.Body, kit.Quiet, false)
	}
	return kit.Wrap(p.deeds(l)...)
}

// deeds are the three things to say of a line; one that was said already is not offered
// again.
func (p *Page) deeds(l reports.BriefLine) []fyne.CanvasObject {
	said := tdkt.Verdict("")
	if l.Opinion != nil {
		said = l.Opinion.Verdict
	}
	var out []fyne.CanvasObject
	for _, x := range []struct {
		word    string
		verdict tdkt.Verdict
		do      func()
	}{
		{wordAgree, tdkt.Agreed, func() { p.write(l, tdkt.Agreed, "") }},
		{wordAgainst, tdkt.Disagreed, func() { p.say(l, wordAgainst, tdkt.Disagreed) }},
		{wordAskBack, tdkt.AsksBack, func() { p.say(l, wordAskBack, tdkt.AsksBack) }},
	} {
		if x.verdict != said {
			out = append(out, kit.NewButton(x.word, x.do))
		}
	}
	return out
}

// takes says whether opinions can be written: in a package, and in a file that is open for
// writing.
func (p *Page) takes() bool { return p.desk.App.Reading.Package || !p.desk.App.Reading.Only }

func saidOf(l reports.BriefLine) string {
	o := *l.Opinion
	text := string(o.Verdict)
	if r := []rune(text); len(r) > 0 {
		text = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	text = signOf(toneOf(o.Verdict)) + text + ", " + o.Date.String()
	if own := l.OwnWords(); own != "" {
		text += " · “" + own + "”"
	}
	return text
}

// say asks for the words that go with a verdict.
func (p *Page) say(l reports.BriefLine, title string, v tdkt.Verdict) {
	about := textAbout
	if !p.desk.App.Reading.Package {
		about = textAboutIn
	}
	p.desk.UI.InputReason(title, fmt.Sprintf(about, l.Words()), wordWrite, func(text string) { p.write(l, v, text) })
}

func (p *Page) write(l reports.BriefLine, v tdkt.Verdict, text string) {
	o := l.Said(p.brief.Year, v, text)
	done := textSaid
	if !p.desk.App.Reading.Package {
		done = textSaidHere
	}
	p.desk.Do(func(ctx context.Context) error { return p.desk.App.SaveOpinion(context.WithoutCancel(ctx), o) }, func() { p.desk.UI.Notice(done) })
}

// toneOf is the tone of a verdict.
func toneOf(v tdkt.Verdict) kit.Tone {
	switch v {
	case tdkt.Agreed:
		return kit.GoodTone
	case tdkt.Disagreed, tdkt.LookAt:
		return kit.BadTone
	case tdkt.AsksBack, tdkt.JustSaid:
	}
	return kit.WarnTone
}

// signOf is the sign of a tone, which reads without colour too.
func signOf(t kit.Tone) string {
	switch t { //nolint:exhaustive // the others are no state of a case
	case kit.GoodTone:
		return kit.SignGood + " "
	case kit.BadTone:
		return kit.SignBad + " "
	}
	return kit.SignOpen + " "
}
