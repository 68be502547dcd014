package dossiers

import (
	"fmt"

	"tdkt/internal/dossier"
	"tdkt/internal/gui/kit"
)

// row is one paper of one dossier.
type row struct{ dossier.PaperRow }

// caseRow is one case with its papers.
type caseRow struct{ papers []row }

// who is the case itself, as each of its papers names it.
func (c caseRow) who() row { return c.papers[0] }

func (c caseRow) key() string { return string(c.who().Nomination) }

// count is how many of the papers that must be there are there.
func (c caseRow) count() (there, of int) {
	for _, p := range c.papers {
		switch p.State() {
		case dossier.PaperThere:
			there++
			of++
		case dossier.PaperMissing:
			of++
		case dossier.PaperOptional:
		}
	}
	return there, of
}

func (c caseRow) whole() bool {
	there, of := c.count()
	return there == of
}

// missing is the place of the first paper that is not there, -1 for none.
func (c caseRow) missing() int {
	for i, p := range c.papers {
		if p.State() == dossier.PaperMissing {
			return i
		}
	}
	return -1
}

func (c caseRow) countText() string {
	there, of := c.count()
	if there == of {
		return fmt.Sprintf(textPapersWhole, there, of)
	}
	return fmt.Sprintf(textPapers, there, of)
}

func (c caseRow) tone() kit.Tone {
	if c.whole() {
		return kit.GoodTone
	}
	return kit.WarnTone
}

func (c caseRow) style() kit.RowStyle {
	if c.whole() {
		return kit.Good
	}
	return kit.Normal
}

// casesOf gathers the papers of each case, in the order of the list.
func casesOf(list []row) []caseRow {
	var out []caseRow
	at := map[string]int{}
	for _, r := range list {
		key := string(r.Nomination)
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, caseRow{})
		}
		out[i].papers = append(out[i].papers, r)
	}
	return out
}

func wholeOnes(cases []caseRow) int {
	n := 0
	for _, c := range cases {
		if c.whole() {
			n++
		}
	}
	return n
}

func caseColumns() []kit.Column[caseRow] {
	return []kit.Column[caseRow]{
		{Title: wordWho, Width: 190, Text: func(c caseRow) string { return c.who().Name }, Sub: caseRow.unit, Order: kit.ByName},
		{Title: wordTitle, Width: 120, Text: func(c caseRow) string { return c.who().Title.Short }},
		{Title: wordPapers, Width: 100, Text: caseRow.countText, Tone: caseRow.tone, OneLine: true},
	}
}

func (c caseRow) unit() string { return c.who().Who.Unit }

func caseTotals(shown []caseRow) string {
	return fmt.Sprintf(textCases, len(shown), wholeOnes(shown))
}

// casesShare is how much of the width the cases have, beside the papers of one.
const casesShare = 0.42
