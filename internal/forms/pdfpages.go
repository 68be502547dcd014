package forms

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"tdkt/internal/dossier"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// A workbook as PDF is made by the same code: each sheet is counted as for Excel, and what
// would be streamed into the workbook is kept as rows of a page.

// pages makes the sheets of a workbook as a PDF.
func pages(ctx context.Context, w io.Writer, s *dossier.Submission, whole []written, parts []part) error {
	b := &book{Submission: s, whole: whole, ctx: ctx, styles: map[look]int{}, spans: map[string]span{}, ruler: newRuler(), paged: &[]paper.Sheet{}}
	for _, add := range parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := add(b); err != nil {
			return err
		}
	}
	return paper.WriteSheets(w, s.Today.Time(), fmt.Sprintf("Hồ sơ thi đua, khen thưởng năm %d", s.Year), *b.paged)
}

// pageBytes is the PDF of a written file.
func (f written) pageBytes(ctx context.Context) ([]byte, error) {
	var buf bytes.Buffer
	err := pages(ctx, &buf, f.sub, f.whole, f.sheets)
	return buf.Bytes(), err
}

// addPaged counts a sheet and keeps its rows as pages.
func (b *book) addPaged(l layout, content func(*sheet)) error {
	widths := l.fit()
	first := &sheet{book: b, layout: l, widths: widths, places: &places{}}
	content(first)
	if first.err != nil {
		return first.err
	}
	first.places.rows = first.row
	out := paper.Sheet{
		Landscape: l.landscape, Widths: widths, HeadFrom: first.places.headFrom, HeadTo: first.places.headTo,
		OnePage: first.onPages() == 1, Breaks: map[int]bool{},
	}
	if !out.OnePage {
		for _, row := range first.places.breaks(first.pageHeight()) {
			out.Breaks[row] = true
		}
	}
	second := &sheet{book: b, layout: l, widths: widths, places: first.places, page: &out}
	content(second)
	if second.err != nil {
		return second.err
	}
	for _, r := range first.places.rules {
		if r.row <= len(out.Rows) {
			out.Rows[r.row-1].Rules = append(out.Rows[r.row-1].Rules, paper.SheetRule{From: r.from, Long: r.long})
		}
	}
	*b.paged = append(*b.paged, out)
	return nil
}

// keepRow keeps a row for its page.
func (s *sheet) keepRow(height float64, cells []cell) {
	row := paper.SheetRow{Height: height}
	for _, c := range cells {
		row.Cells = append(row.Cells, paper.SheetCell{
			Text: shownWords(c), Size: c.look.size, Bold: c.look.bold, Italic: c.look.italic, Across: c.look.across, Box: c.look.box,
			Wrap: c.look.wrap, Turned: c.look.turn != 0, Fill: c.look.fill != "" && c.look.bold, Span: c.span, Down: c.down,
		})
	}
	s.page.Rows = append(s.page.Rows, row)
	if n := len(s.page.Rows); n > 1 {
		s.coverBelow(s.page.Rows[n-2].Cells, s.page.Rows[n-1].Cells)
	}
}

// coverBelow marks the cells of a row that lie under cells of the row above.
func (s *sheet) coverBelow(above, below []paper.SheetCell) {
	covered, col := map[int]bool{}, 0
	for _, c := range above {
		for k := range max(c.Span, 1) {
			covered[col+k] = c.Down > 1
		}
		col += max(c.Span, 1)
	}
	col = 0
	for i := range below {
		below[i].Covered = covered[col]
		col += max(below[i].Span, 1)
	}
}

// shownWords is a cell's value as Excel shows it in Vietnam.
func shownWords(c cell) string {
	switch x := c.value.(type) {
	case nil:
		return ""
	case string:
		return x
	case float64:
		switch c.look.format {
		case "0.0%", "0.0%;-0.0%;":
			if x == 0 && c.look.format != "0.0%" {
				return ""
			}
			return comma(fmt.Sprintf("%.1f%%", x*100))
		case "0.0":
			return comma(fmt.Sprintf("%.1f", x))
		}
		return comma(fmt.Sprintf("%g", x))
	case int:
		return wholeWords(c, int64(x))
	case int64:
		return wholeWords(c, x)
	case interface{ Format(string) string }: // a day
		return x.Format("02/01/2006")
	case tdkt.Day:
		return x.String()
	}
	return fmt.Sprint(c.value)
}

// wholeWords is a whole number, with dots where the cell has them.
func wholeWords(c cell, n int64) string {
	switch {
	case c.look.format == "#,##0":
		return dots(n)
	case (c.look.format == "0.0%;-0.0%;") && n == 0:
		return ""
	}
	return fmt.Sprint(n)
}

func comma(s string) string {
	out := []byte(s)
	for i := range out {
		if out[i] == '.' {
			out[i] = ','
		}
	}
	return string(out)
}
