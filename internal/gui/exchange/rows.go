package exchange

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/imports"
	"tdkt/internal/dossier"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// summary is what the file will do, in one or two sentences.
func summary(plan *imports.ImportPlan) string {
	t := plan.Totals()
	text := fmt.Sprintf(textSummary, t.New, t.Changed, t.Same)
	switch {
	case len(plan.Refused) > 0:
		text += " " + fmt.Sprintf(textRefused, len(plan.Refused))
	case t.New+t.Changed == 0:
		text += " " + textNothing
	}
	return text
}

// notesOf gathers the warnings and the notes of a staff list.
func notesOf(plan *imports.ImportPlan) []tdkt.Problem {
	out := append([]tdkt.Problem(nil), plan.Warnings...)
	if plan.Staff != nil {
		for _, n := range plan.Staff.Notes {
			out = append(out, tdkt.Problem{Text: n})
		}
	}
	return out
}

// numbered is a row of a list that has no key of its own.
type numbered[T any] struct {
	n   int
	row T
}

func number[T any](rows []T) []numbered[T] {
	out := make([]numbered[T], len(rows))
	for i, r := range rows {
		out[i] = numbered[T]{i, r}
	}
	return out
}

func (n numbered[T]) key() string { return fmt.Sprint(n.n) }

type (
	problemRow = numbered[tdkt.Problem]
	lineRow    = numbered[imports.ImportLine]
	checkRow   = numbered[dossier.Check]
)

// problems is a list of refused cells or notes that can be copied.
func (w *wizard) problems(list []tdkt.Problem) fyne.CanvasObject {
	grid := kit.NewGrid(w.desk.UI, problemRow.key,
		kit.Column[problemRow]{Title: wordSheet, Width: 140, Text: func(r problemRow) string { return r.row.Sheet }},
		kit.Column[problemRow]{Title: wordCell, Width: 80, Text: func(r problemRow) string { return r.row.Cell }},
		kit.Column[problemRow]{Title: wordReason, Width: 700, Text: func(r problemRow) string { return r.row.Text }},
	)
	grid.SetRows(number(list))
	return copyable(w.desk.UI, grid)
}

// lines is the list of new and changed rows.
func (w *wizard) lines(list []imports.ImportLine) fyne.CanvasObject {
	grid := kit.NewGrid(w.desk.UI, lineRow.key,
		kit.Column[lineRow]{Title: wordSheet, Width: 120, Text: func(r lineRow) string { return r.row.Sheet }},
		kit.Column[lineRow]{Title: wordLine, Width: 60, Text: lineText, Order: kit.ByNumber},
		kit.Column[lineRow]{Title: wordFate, Width: 60, Text: fateText},
		kit.Column[lineRow]{Title: wordContent, Width: 380, Text: func(r lineRow) string { return r.row.What }},
		kit.Column[lineRow]{Title: wordDiff, Width: 320, Text: func(r lineRow) string { return r.row.Diff }},
	)
	grid.Empty = textNothing
	grid.SetRows(number(list))
	return copyable(w.desk.UI, grid)
}

func lineText(r lineRow) string {
	if r.row.Line == 0 {
		return ""
	}
	return fmt.Sprint(r.row.Line)
}

func fateText(r lineRow) string {
	if r.row.Fate == imports.RowNew {
		return wordNew
	}
	return wordChanged
}

// copyable puts the filter and a copy button above a grid.
func copyable[T any](ui *kit.UI, grid *kit.Grid[T]) fyne.CanvasObject {
	button := kit.NewButton(wordCopy, func() {
		ui.Copy(grid.TSV())
		ui.Notice(textCopied)
	})
	return kit.Border(kit.Border(nil, nil, nil, button, grid.Filter()), nil, nil, nil, grid)
}
