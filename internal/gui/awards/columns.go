package awards

import (
	"cmp"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

func titleColumns() []kit.Column[titleRow] {
	number := func(title string, tone kit.Tone, n func(titleRow) int) kit.Column[titleRow] {
		return kit.Column[titleRow]{
			Title: title, Width: 36, Align: fyne.TextAlignTrailing, Order: kit.ByNumber,
			Text: func(t titleRow) string { return countText(n(t)) }, Tone: func(titleRow) kit.Tone { return tone },
		}
	}
	return []kit.Column[titleRow]{
		{Title: wordTitle, Width: 140, Grow: true, Text: func(t titleRow) string { return t.short }, Sub: titleRow.more},
		number(kit.SignGood, kit.GoodTone, func(t titleRow) int { return t.yes }),
		number(kit.SignOpen, kit.WarnTone, func(t titleRow) int { return t.unknown }),
		number(kit.SignBad, kit.BadTone, func(t titleRow) int { return t.no }),
	}
}

// more is the cap of a title and how many were proposed.
func (t titleRow) more() string {
	var parts []string
	if t.cap != "" {
		parts = append(parts, fmt.Sprintf(textCapped, t.cap))
	}
	if t.named > 0 {
		parts = append(parts, fmt.Sprintf(textNamedCount, t.named))
	}
	return strings.Join(parts, ", ")
}

// countText leaves nought out: a list of noughts hides what is there.
func countText(n int) string {
	if n == 0 {
		return ""
	}
	return kit.FormatInt(n)
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordName, Width: 150, Grow: true, Text: func(r row) string { return r.name }, Sub: func(r row) string { return r.about }, Order: kit.ByName},
		{Title: wordAnswer, Width: 120, Text: answerCell, Sub: row.more, Tone: func(r row) kit.Tone { return r.state().tone }},
	}
}

// state is an answer as a sign, a word and a tone: never green while somebody is still to
// judge something.
type state struct {
	sign, word string
	tone       kit.Tone
}

func (r row) state() state {
	word := answerText(r)
	switch {
	case r.res.Hold:
		return state{kit.SignHold, law.AnswerName(r.res.Answer) + textHeadHold, kit.WaitTone}
	case r.res.Answer == law.No:
		return state{kit.SignBad, word, kit.BadTone}
	case r.res.Answer != law.Yes:
		return state{kit.SignOpen, word, kit.WarnTone}
	case len(r.res.Findings) > 0 && r.res.Waiting() > 0:
		return state{kit.SignGood, r.res.VerdictName() + excepted(r), kit.WarnTone}
	case len(r.res.Findings) == 0 && r.res.ManualOpen > 0:
		return state{kit.SignGood, word + textTicksWait, kit.WarnTone}
	}
	return state{kit.SignGood, word, kit.GoodTone}
}

func answerCell(r row) string {
	if r.res.Hold {
		return kit.SignHold + " " + wordHeld
	}
	a := r.state()
	return a.sign + " " + answerText(r)
}

// more is what decides an answer in few words, and how far the row has come.
func (r row) more() string {
	var parts []string
	switch {
	case r.res.Hold:
		parts = append(parts, law.AnswerName(r.res.Answer))
	case r.res.Answer == law.No:
		if n := failing(r.brief()); n > 0 {
			parts = append(parts, fmt.Sprintf(textLacks, n))
		}
	case r.res.ManualOpen > 0:
		parts = append(parts, fmt.Sprintf(textTicksLeft, r.res.ManualOpen))
	}
	switch {
	case r.given:
		parts = append(parts, strings.TrimSpace(wordGiven+" "+r.award.Decision))
	case nominationText(r) != "":
		parts = append(parts, nominationText(r))
	case !r.pledged:
		parts = append(parts, wordUnpledged)
	}
	return strings.Join(parts, ", ")
}

// failing is how many needs stand against a title, in the alternative that is nearest.
func failing(res law.Result) int {
	lost, n := losing(res), 0
	for _, f := range res.Findings {
		if f.Answer == law.No && !lost[f.Way] {
			n++
		}
	}
	return n
}

// answerText is the law's answer, with a word beside it where somebody decided otherwise.
func answerText(r row) string { return law.AnswerName(r.res.Answer) + excepted(r) }

func excepted(r row) string {
	if len(r.res.Exceptions) > 0 {
		return wordExcepted
	}
	return ""
}

func nominationText(r row) string {
	if r.nomination.State == tdkt.Withdrawn {
		return ""
	}
	return cmp.Or(r.stands, string(r.nomination.State))
}
