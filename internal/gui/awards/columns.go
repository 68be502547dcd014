package awards

import (
	"cmp"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

func titleColumns() []kit.Column[titleRow] {
	number := func(title string, width float32, n func(titleRow) int) kit.Column[titleRow] {
		return kit.Column[titleRow]{
			Title: title, Width: width, Align: fyne.TextAlignTrailing, Order: kit.ByNumber,
			Text: func(t titleRow) string { return countText(n(t)) },
		}
	}
	return []kit.Column[titleRow]{
		{Title: wordTitle, Width: 160, Grow: true, Text: func(t titleRow) string { return t.short }},
		number(wordYes, 36, func(t titleRow) int { return t.yes }),
		number(wordUnknown, 50, func(t titleRow) int { return t.unknown }),
		number(wordNo, 76, func(t titleRow) int { return t.no }),
		number(wordHold, 72, func(t titleRow) int { return t.hold }),
		number(wordNominated, 64, func(t titleRow) int { return t.named }),
		{Title: wordCap, Width: 56, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(t titleRow) string { return t.cap }},
	}
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
		{Title: wordName, Width: 142, Grow: true, Text: func(r row) string { return r.name }, Order: kit.ByName},
		{Title: wordUnit, Width: 98, Grow: true, Text: func(r row) string { return r.unit }},
		{Title: wordAnswer, Width: 92, Text: answerText},
		{Title: wordHold, Width: 72, Text: holdText},
		{Title: wordOpen, Width: 68, Align: fyne.TextAlignTrailing, Text: func(r row) string { return countText(r.res.ManualOpen) }, Order: kit.ByNumber},
		{Title: wordPledge, Width: 64, Text: pledgeText},
		{Title: wordNominated, Width: 64, Text: nominationText},
		{Title: wordGiven, Width: 92, Text: givenText},
	}
}

// answerText is the law's answer, with a word beside it where somebody decided otherwise.
func answerText(r row) string {
	if len(r.res.Exceptions) > 0 {
		return law.AnswerName(r.res.Answer) + wordExcepted
	}
	return law.AnswerName(r.res.Answer)
}

func holdText(r row) string {
	if r.res.Hold {
		return wordHeld
	}
	return ""
}

func pledgeText(r row) string {
	if r.pledged {
		return wordPledged
	}
	return wordNotPledged
}

func nominationText(r row) string {
	if r.nomination.State == tdkt.Withdrawn {
		return ""
	}
	return string(r.nomination.State)
}

// givenText is the decision's number, where it was entered.
func givenText(r row) string {
	if r.given {
		return cmp.Or(r.award.Decision, wordGave)
	}
	return ""
}

func needColumns() []kit.Column[need] {
	return []kit.Column[need]{
		{Title: wordNeed, Width: 200, Grow: true, Text: need.label},
		{Title: wordJudged, Width: 90, Text: need.judged},
	}
}
