package forms

import (
	"context"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// WriteTables writes several tables as one workbook, a sheet each, with Excel's own
// charts where a table asks for one. The target is the old file or the whole new one.
func WriteTables(ctx context.Context, path string, org tdkt.Org, today tdkt.Day, tables []tdkt.ListTable) error {
	return replace(path, func(built string) error {
		s := &dossier.Submission{Org: org, Today: today, Year: today.Year()}
		parts := make([]part, len(tables))
		for i, t := range tables {
			parts[i] = func(b *book) error { return tableSheet(b, t) }
		}
		return writeBook(ctx, built, s, parts)
	})
}

func tableSheet(b *book, t tdkt.ListTable) error {
	if t.Official != nil {
		return officialSheet(b, t.Sheet, *t.Official)
	}
	columns := listColumns(t)
	for i, c := range t.Columns {
		if c.Kind == tdkt.ListNumber {
			columns[i].kind = number
			columns[i].value = func(_ int, row []string) any { return wholeOrText(row[i]) }
		}
	}
	return b.add(layout{name: t.Sheet, landscape: true, columns: shape(b, true, columns, sizeFine, t.Rows)}, func(s *sheet) {
		s.title(heading{title: t.Title, lines: t.Notes})
		l := startList(s, columns, sizeFine)
		l.write(rows(t.Rows))
		l.none("Không có dòng nào.")
		if t.Total {
			l.total("Tổng cộng", leadingWords(t))
		}
		if t.Chart && l.first > 0 {
			s.skip(rowHeight)
			s.chart(tableChart(t, span{s.name, l.first, l.last}))
		}
	})
}

// leadingWords is how many columns stand before the first number.
func leadingWords(t tdkt.ListTable) int {
	for i, c := range t.Columns {
		if c.Kind == tdkt.ListNumber {
			return i
		}
	}
	return len(t.Columns)
}

// wholeOrText is an int where the text is a whole number, so that it is summed.
func wholeOrText(s string) any {
	if n, ok := numberOrText(s).(float64); ok && n == float64(int(n)) {
		return int(n)
	}
	return s
}

// tableChart draws every column of numbers of a table, by the column of words before
// the first.
func tableChart(t tdkt.ListTable, p span) *excelize.Chart {
	c := newChart(excelize.Col, t.Title)
	colours := []string{"B0BEC5", "90A4AE", "64B5F6", "1E88E5", "0D47A1"}
	first := leadingWords(t)
	for i := first; i < len(t.Columns); i++ {
		if t.Columns[i].Kind != tdkt.ListNumber {
			continue
		}
		c.Series = append(c.Series, excelize.ChartSeries{
			Name: p.cell(i, 1), Categories: p.ref(first - 1), Values: p.ref(i),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[(i-first)%len(colours)]}},
		})
	}
	return c
}
