package forms

import (
	"fmt"
	"math"

	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// previewRows is how many rows of a table are shown before it is kept.
const previewRows = 12

// Preview is how a table with some columns would look: its first real rows as text, the
// widths on paper, and the size of the printed letters.
func Preview(s *dossier.Submission, key string, list []columns.Column) (t tdkt.ListTable, letters float64) {
	b := &book{Submission: s, ruler: newRuler()}
	switch key {
	case columns.KeyBonus:
		return previewOf(b, true, bonusColumns(b, list), s.Bonuses)
	case columns.KeyBallots, columns.KeyVoting:
		return previewOf(b, false, ballotColumns(b, list, func() string { return "" }), s.Nominees)
	case columns.KeyUnits:
		return previewOf(b, true, nomineeColumns(b, list), s.ListOf(tdkt.AUnit))
	default:
		return previewOf(b, true, nomineeColumns(b, list), s.ListOf(tdkt.APerson))
	}
}

func previewOf[T any](b *book, wide bool, cols []column[T], rows []T) (t tdkt.ListTable, letters float64) {
	l := layout{landscape: wide, columns: asked(b, wide, cols, sizeSmall, rows)}
	sum := 0.0
	for i, w := range l.fit() {
		t.Columns = append(t.Columns, tdkt.ListColumn{Title: cols[i].title, Width: w})
		sum += w
	}
	for n, r := range rows {
		if n == previewRows {
			break
		}
		line := make([]string, len(cols))
		for i, c := range cols {
			line[i] = previewWords(c.kind, c.value(n+1, r))
		}
		t.Rows = append(t.Rows, line)
	}
	return t, math.Round(sizeSmall*min(1, l.paper()/sum)*10) / 10
}

// previewWords is a value as the sheet will show it.
func previewWords(k kind, v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case string:
		return x
	case tdkt.Day:
		return x.String()
	case int:
		return dots(int64(x))
	case int64:
		return dots(x)
	case float64:
		if k == vote || k == share {
			return fmt.Sprintf("%.1f%%", x*100)
		}
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprint(v)
}
