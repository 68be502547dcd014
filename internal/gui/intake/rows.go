package intake

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/imports"
	"tdkt/internal/gui/kit"
	records "tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// found is one table as listed.
type found struct {
	records.Table
	place int
}

func (f found) key() string { return fmt.Sprint(f.place) }

func (f found) where() string { return f.File + " · " + f.Sheet + "!" + f.Range }

func (f found) what() string {
	s := fmt.Sprintf(textConfidence, f.Confidence)
	if f.Year != 0 {
		s += fmt.Sprintf(textYear, f.Year)
	}
	return s
}

// line is one question, one fact or one range left, as reviewed.
type line struct {
	id                   string
	source, alike        string
	becomes, ask, answer string
	fate                 string
	tone                 kit.Tone
	question             *imports.OldQuestion
	given                *records.Answer // it was answered so
}

func (l line) key() string { return l.id }

// lines are what a view of the plan lists.
func lines(p *imports.OldPlan, view string, table int) []line {
	switch view {
	case wordLook:
		return questionLines(p, table)
	case wordGiven:
		return givenLines(p)
	case wordRefused:
		return leftLines(p, table, true)
	case wordLeft:
		return leftLines(p, table, false)
	case wordCertain:
		return slices.DeleteFunc(factLines(p, table), func(l line) bool { return l.fate != wordSure })
	}
	return factLines(p, table)
}

// viewWords are the views in the order shown.
func viewWords() []string {
	return []string{wordAll, wordCertain, wordLook, wordGiven, wordRefused, wordLeft}
}

// questionLines lists each question once, with how many cells it is asked for.
func questionLines(p *imports.OldPlan, table int) []line {
	var out []line
	for _, q := range p.Questions() {
		f := &p.Facts[q.Fact]
		if table >= 0 && f.Table != table {
			continue
		}
		cell := f.Cell
		if q.Cell != "" {
			cell = q.Cell
		}
		l := line{
			id: q.Field + "|" + q.Text + "|" + q.Why, source: fmt.Sprintf("%s “%s”", cell, f.Source), becomes: p.Say(f), ask: sentence(q.Why),
			answer: q.Proposal, fate: wordHeld, tone: kit.WarnTone, question: &q,
		}
		if q.Text != "" && q.Text != f.Source {
			l.source = q.Text
			if !strings.Contains(q.Text, "!") && !strings.Contains(q.Text, f.Source) {
				l.source = fmt.Sprintf("%s “%s”", cell, q.Text)
			}
		}
		l.source = strings.ReplaceAll(l.source, "→", "sang")
		if q.Count > 1 {
			l.alike = fmt.Sprintf(textAlike, q.Count-1)
		}
		if p.Files > 1 && f.File != "" && !strings.Contains(l.source, f.File) {
			l.alike = strings.TrimPrefix(l.alike+" · "+f.File, " · ")
		}
		out = append(out, l)
	}
	return out
}

// givenLines lists what was answered: each can be answered another way before Ghi.
func givenLines(p *imports.OldPlan) []line {
	var out []line
	for _, g := range p.Given {
		q := imports.GivenQuestion(g)
		l := line{
			id: q.Field + "|" + g.Answer.Text + "|" + g.Answer.Why + g.Answer.Cell, source: q.Text, becomes: sentence(q.Why), ask: wordGiven,
			answer: g.Answer.Value, fate: wordSure, tone: kit.GoodTone, question: &q, given: &g.Answer,
		}
		if tdkt.Fold(l.answer) == tdkt.Fold(records.Right) && q.Proposal != "" && !q.Many {
			l.answer = q.Proposal
		}
		out = append(out, l)
	}
	return out
}

// factLines lists every fact beside its cell.
func factLines(p *imports.OldPlan, table int) []line {
	var out []line
	for i := range p.Facts {
		f := &p.Facts[i]
		if table >= 0 && f.Table != table {
			continue
		}
		l := line{id: fmt.Sprint(i), source: fmt.Sprintf("%s “%s”", f.Cell, f.Source), becomes: p.Say(f), fate: wordSure, tone: kit.GoodTone, ask: p.Fates[i].Words()}
		if !f.Sure() {
			d := f.Doubts[0]
			l.ask, l.answer, l.fate, l.tone = sentence(f.Why()), d.Proposal, wordHeld, kit.WarnTone
			l.question = &imports.OldQuestion{Doubt: d, Fact: i, Count: 1}
		}
		if p.Fates[i] == imports.OldRefused {
			l.fate, l.tone = wordBad, kit.BadTone
		}
		if p.Fates[i] == imports.OldSkipped {
			l.ask, l.fate, l.tone, l.question = p.Fates[i].Words(), wordSkip, kit.QuietTone, nil
		}
		out = append(out, l)
	}
	return out
}

// leftLines lists what was refused, and every other range that was left, with the reasons.
func leftLines(p *imports.OldPlan, table int, refused bool) []line {
	var out []line
	of := func(file, sheet string) bool {
		return table < 0 || p.Tables[table].File == file && p.Tables[table].Sheet == sheet
	}
	for i := range p.Facts {
		if f := &p.Facts[i]; refused && p.Fates[i] == imports.OldRefused && (table < 0 || f.Table == table) {
			out = append(out, line{id: fmt.Sprint("f", i), source: fmt.Sprintf("%s “%s”", f.Cell, f.Source), becomes: p.Say(f), alike: f.File, ask: sentence(f.Why()), fate: wordBad, tone: kit.BadTone})
		}
	}
	for i, l := range p.Left {
		if l.Refused != refused || !of(l.File, l.Sheet) {
			continue
		}
		tone := kit.QuietTone
		if refused {
			tone = kit.BadTone
		}
		where := strings.TrimLeft(l.Sheet+"!"+l.Range, "!")
		out = append(out, line{id: fmt.Sprint("l", i), source: fmt.Sprintf("%s “%s”", where, l.Text), alike: l.File, ask: sentence(l.Why), fate: wordBad, tone: tone})
	}
	return out
}

func lineColumns() []kit.Column[line] {
	return []kit.Column[line]{
		{Title: wordSource, Width: 220, Text: func(l line) string { return l.source }, Sub: func(l line) string { return l.alike }},
		{Title: wordBecomes, Width: 260, Grow: true, Text: func(l line) string { return l.becomes }},
		{Title: wordAsk, Width: 240, Text: func(l line) string { return l.ask }, Tone: func(l line) kit.Tone { return l.tone }},
		{
			Title: wordAnswer, Width: 150, Text: func(l line) string { return l.answer },
			Edit: &kit.Editor[line]{Kind: kit.EditText, Locked: func(l line) bool { return l.question == nil }},
		},
	}
}

func tableColumns() []kit.Column[found] {
	kinds := []string{}
	for _, k := range append(records.Kinds(), records.Unknown) {
		kinds = append(kinds, string(k))
	}
	return []kit.Column[found]{
		{Title: wordTable, Width: 220, Grow: true, Text: found.where, Sub: found.what},
		{
			Title: wordKind, Width: 96, Text: func(f found) string { return string(f.Kind) },
			Edit: &kit.Editor[found]{Kind: kit.EditChoice, Choices: func(found) []string { return slices.Clone(kinds) }},
		},
		{Title: wordFacts, Width: 56, Text: func(f found) string { return kit.FormatInt(f.Facts) }, Order: kit.ByNumber},
	}
}

const wordKind = "Là"
