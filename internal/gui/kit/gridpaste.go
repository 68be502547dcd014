package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// pasteLine is one cell of a paste as the preview shows it.
type pasteLine struct {
	number      int
	row, column string // where it would go
	now, then   string
	why         string // why it is not taken, "" when it is
}

func (l pasteLine) style() RowStyle {
	if l.why != "" {
		return Bad
	}
	return Normal
}

// previewPaste shows what a paste would change and what of it is refused, the refused
// first, and writes the rest on request.
func (g *Grid[T]) previewPaste(b *block[T]) {
	if len(b.lines) == 0 {
		g.ui.Notice(textPasteSame)
		return
	}
	list := NewGrid(g.ui, func(l pasteLine) string { return fmt.Sprint(l.number) },
		Column[pasteLine]{Title: g.columns[0].Title, Width: 180, Text: func(l pasteLine) string { return l.row }},
		Column[pasteLine]{Title: wordColumn, Width: 130, Text: func(l pasteLine) string { return l.column }},
		Column[pasteLine]{Title: wordNow, Width: 150, Text: func(l pasteLine) string { return l.now }},
		Column[pasteLine]{Title: wordThen, Width: 150, Text: func(l pasteLine) string { return l.then }},
		Column[pasteLine]{Title: wordWhyNot, Width: 200, Text: func(l pasteLine) string { return l.why }},
	)
	list.Style = pasteLine.style
	list.Totals = func([]pasteLine) string { return "" }
	whole := sentenceLabel("") // of the reason at the cursor: the column may be too narrow
	list.OnCursor = func(l pasteLine, _ bool) { whole.SetText(l.why) }
	list.SetRows(refusedFirst(b.lines))
	said := fmt.Sprintf(textPasteWill, len(b.edits))
	if n := len(b.bad) + b.skipped; n > 0 {
		said += " " + fmt.Sprintf(textPasteNot, n)
	}
	spec := DialogSpec{
		Title: wordPaste, Size: fyne.NewSize(860, 400),
		Content: container.NewBorder(sentenceLabel(said), whole, nil, nil, list),
	}
	if len(b.edits) > 0 {
		spec.Yes = fmt.Sprintf(wordWrite, len(b.edits))
		spec.OnYes = func() bool {
			g.saveAll(b.edits, fmt.Sprintf(textPasted, len(b.edits)))
			return true
		}
	}
	g.ui.Dialog(spec)
}

// refusedFirst puts what is refused on top, where it is seen.
func refusedFirst(lines []pasteLine) []pasteLine {
	var bad, good []pasteLine
	for _, l := range lines {
		if l.why != "" {
			bad = append(bad, l)
		} else {
			good = append(good, l)
		}
	}
	return append(bad, good...)
}
