package quotas

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// page is everything the page shows, read from one view and what is tried on it.
type page struct {
	year    int
	rows    []capRow
	choices []view.Choice // what applying would write
	figures bool          // some cap is shown with other figures
	locked  bool
	err     error // no law for the year
}

// capRow is one cap as it would be.
type capRow struct {
	view.Cap
	written map[tdkt.Subject]bool // who is chosen in the data file
	rule    law.WhatIf            // the figures in force
	tried   bool                  // something differs from the data file
}

func (r capRow) key() string { return r.Key }

// over is how many are chosen above the cap; below nought there is room.
func (r capRow) over() int { return r.Chosen - r.QuotaLine.Cap }

func (r capRow) left() string {
	switch n := r.over(); {
	case !r.Known:
		return ""
	case n > 0:
		return fmt.Sprintf(textOver, n)
	case n < 0:
		return fmt.Sprintf(textLeft, -n)
	}
	return textFull
}

func (r capRow) style() kit.RowStyle {
	switch {
	case r.Known && r.over() > 0:
		return kit.Bad
	case !r.Known || r.tried:
		return kit.Warning
	}
	return kit.Good
}

func (r capRow) state() string {
	if r.tried {
		return wordTried
	}
	return wordWritten
}

// sentence is the cap told in whole words, with who comes next and the article.
func (r capRow) sentence() string {
	out := fmt.Sprintf(textUnknown, r.Name, r.Chosen)
	switch {
	case r.Few != nil:
		out = fmt.Sprintf(textFew, r.Name, r.Few.Under, r.QuotaLine.Cap, r.Chosen, r.left())
	case r.Known:
		out = fmt.Sprintf(textLine, r.Name, r.Percent, r.BaseCount, r.Base, r.Rounding, r.QuotaLine.Cap, r.Chosen, r.left())
	}
	if r.Other != nil && r.Few == nil {
		out += fmt.Sprintf(textReading, r.Other.Base, r.Other.Cap)
	}
	if next, ok := r.Next(); ok {
		out += fmt.Sprintf(textNext, next.Name)
	}
	return out + fmt.Sprintf(textCite, r.Cite, law.MarkName(r.Mark))
}

// read makes the page; it runs away from the screen.
func read(ctx context.Context, v *view.View, year int, t trial) *page {
	p := &page{year: year, locked: v.YearOf(year).Locked}
	written, err := v.Caps(ctx, year)
	if err != nil {
		p.err = err
		return p
	}
	p.choices = t.choices(written)
	caps := written
	if len(p.choices) > 0 {
		if caps, err = v.Try(year, p.choices).Caps(ctx, year); err != nil {
			p.err = err
			return p
		}
	}
	was := map[string]view.Cap{}
	for _, c := range written {
		was[c.Key] = c
	}
	for _, c := range caps {
		p.rows = append(p.rows, p.row(c, was[c.Key], t))
	}
	return p
}

// row lays the figures tried over a cap.
func (p *page) row(c, was view.Cap, t trial) capRow {
	r := capRow{Cap: c, written: map[tdkt.Subject]bool{}, rule: c.WhatIf()}
	for _, one := range was.People {
		r.written[one.Subject] = one.Chosen
	}
	for _, one := range c.People {
		r.tried = r.tried || one.Chosen != r.written[one.Subject]
	}
	r.tried = r.tried || t.order[c.Title] != nil
	if w, ok := t.figures[c.Key]; ok && w != r.rule {
		r.QuotaLine = c.With(w, c.Chosen)
		r.tried, p.figures = true, true
	}
	return r
}

// summary says what is tried, "" when nothing is.
func (p *page) summary() string {
	adds, drops, moves := 0, 0, false
	for _, c := range p.choices {
		adds, drops, moves = adds+len(c.Add), drops+len(c.Drop), moves || c.Order != nil
	}
	var out []string
	for _, part := range []struct {
		on   bool
		text string
	}{
		{adds > 0, fmt.Sprintf(textAdds, adds)},
		{drops > 0, fmt.Sprintf(textDrops, drops)},
		{moves, textMoves},
		{p.figures, textOtherNums},
	} {
		if part.on {
			out = append(out, part.text)
		}
	}
	return strings.Join(out, ", ")
}

func capColumns() []kit.Column[capRow] {
	number := func(title string, width float32, text func(capRow) string) kit.Column[capRow] {
		return kit.Column[capRow]{Title: title, Width: width, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: text}
	}
	return []kit.Column[capRow]{
		{Title: wordCap, Width: 240, Grow: true, Text: func(r capRow) string { return r.Name }},
		number(wordPercent, 110, capRow.percent),
		{Title: wordRounding, Width: 82, Text: capRow.rounding},
		number(wordMost, 62, capRow.most),
		number(wordChosen, 72, func(r capRow) string { return kit.FormatInt(r.Chosen) }),
		{Title: wordLeft, Width: 84, Text: capRow.left},
		number(wordOther, 138, capRow.other),
		{Title: wordState, Width: 104, Text: capRow.state},
	}
}

func (r capRow) percent() string {
	switch {
	case !r.Known:
		return wordNotKnown
	case r.Few != nil:
		return ""
	}
	return fmt.Sprintf(textPercent, r.Percent, r.BaseCount)
}

func (r capRow) rounding() string {
	if r.Few != nil {
		return ""
	}
	return r.Rounding
}

func (r capRow) most() string {
	if !r.Known {
		return ""
	}
	return kit.FormatInt(r.QuotaLine.Cap)
}

func (r capRow) other() string {
	if r.Other == nil || r.Few != nil {
		return ""
	}
	return kit.FormatInt(r.Other.Cap)
}

// personRow is one who may be chosen under the cap shown.
type personRow struct {
	view.Candidate
	at      int // from 0
	written bool
	next    bool
}

func (r personRow) key() string { return string(r.Subject.ID) }

// people lists who may be chosen under a cap, the next one marked.
func people(c capRow) []personRow {
	next, _ := c.Next()
	out := make([]personRow, len(c.People))
	for i, p := range c.People {
		out[i] = personRow{Candidate: p, at: i, written: c.written[p.Subject], next: p.Subject == next.Subject}
	}
	return out
}

func (r personRow) tick() string {
	if r.Chosen {
		return "x"
	}
	return ""
}

func (r personRow) note() string {
	switch {
	case r.Chosen && !r.written:
		return wordAdded
	case !r.Chosen && r.written:
		return wordDropped
	case r.Hold:
		return wordHeld
	case r.Excepted:
		return wordExcepted
	case r.next:
		return wordNext
	}
	return ""
}

func (r personRow) style() kit.RowStyle {
	switch {
	case r.Chosen != r.written || r.Hold || r.Excepted:
		return kit.Warning
	case !r.May():
		return kit.Bad
	case r.Chosen:
		return kit.Good
	}
	return kit.Normal
}

func (r personRow) points() string {
	if r.Points == 0 {
		return ""
	}
	return kit.FormatNumber(float64(r.Points) / 100)
}

// colTick is the place of the column that is edited.
const colTick = 1

func personColumns() []kit.Column[personRow] {
	return []kit.Column[personRow]{
		{Title: wordPlace, Width: 36, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r personRow) string { return kit.FormatInt(r.at + 1) }},
		colTick: {Title: wordTick, Width: 50, Text: personRow.tick, Edit: &kit.Editor[personRow]{
			Kind: kit.EditTick, Locked: func(r personRow) bool { return !r.May() && !r.Chosen },
		}},
		{Title: wordName, Width: 150, Grow: true, Text: func(r personRow) string { return r.Name }, Order: kit.ByName},
		{Title: wordUnit, Width: 120, Grow: true, Text: func(r personRow) string { return r.Unit }},
		{Title: wordLevel, Width: 206, Text: func(r personRow) string { return reports.LevelName(r.Level) }},
		{Title: wordPoints, Width: 52, Align: fyne.TextAlignTrailing, Text: personRow.points, Order: kit.ByNumber},
		{Title: wordAnswer, Width: 90, Text: func(r personRow) string { return law.AnswerName(r.Answer) }},
		{Title: wordNote, Width: 88, Text: personRow.note},
	}
}

func totals(shown []personRow) string {
	chosen, more := 0, 0
	for _, r := range shown {
		switch {
		case r.Chosen:
			chosen++
		case r.May() && !r.Hold:
			more++
		}
	}
	return fmt.Sprintf(textTotals, chosen, more)
}
