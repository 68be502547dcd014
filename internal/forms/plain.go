package forms

import (
	"context"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/tdkt"
)

// WritePlain writes tables that other software reads: a sheet each, the header in row 1, or
// where the other software's own file has it below a title, one row for each of the table's, no merged cells, texts as texts and days as days.
func WritePlain(ctx context.Context, path string, tables []tdkt.ListTable) error {
	return replace(path, func(built string) (err error) {
		f := excelize.NewFile()
		defer func() { err = errors.Join(err, f.Close()) }()
		looks, err := plainLooks(f)
		if err != nil {
			return err
		}
		for i, t := range tables {
			if err := ctx.Err(); err != nil {
				return err
			}
			if i == 0 {
				err = f.SetSheetName(f.GetSheetName(0), t.Sheet)
			} else {
				_, err = f.NewSheet(t.Sheet)
			}
			if err = errors.Join(err, plainSheet(f, t, looks)); err != nil {
				return fmt.Errorf("forms: sheet %s: %w", t.Sheet, err)
			}
		}
		return f.SaveAs(built)
	})
}

// plainLook are the styles of a plain sheet.
type plainLook struct{ title, head, text, day int }

func plainLooks(f *excelize.File) (plainLook, error) {
	font := &excelize.Font{Family: fontName, Size: sizeSmall}
	bold := &excelize.Font{Family: fontName, Size: sizeSmall, Bold: true}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	form := "dd/mm/yyyy"
	head, err1 := f.NewStyle(&excelize.Style{Font: bold, Alignment: wrap})
	text, err2 := f.NewStyle(&excelize.Style{Font: font, Alignment: wrap})
	day, err3 := f.NewStyle(&excelize.Style{Font: font, Alignment: wrap, CustomNumFmt: &form})
	title, err4 := f.NewStyle(&excelize.Style{Font: bold})
	return plainLook{title, head, text, day}, errors.Join(err1, err2, err3, err4)
}

// plainSheet writes one table.
func plainSheet(f *excelize.File, t tdkt.ListTable, looks plainLook) error {
	var err error
	head := max(t.HeaderRow, 1)
	last := len(t.Rows) + head
	if head > 1 {
		err = errors.Join(f.SetCellValue(t.Sheet, "A1", t.Title), f.SetCellStyle(t.Sheet, "A1", "A1", looks.title))
	}
	for i, c := range t.Columns {
		name, bad := excelize.ColumnNumberToName(i + 1)
		look := looks.text
		if c.Kind == tdkt.ListDay {
			look = looks.day
		}
		longest := len([]rune(c.Title))
		err = errors.Join(err, bad, f.SetCellValue(t.Sheet, at(i, head), c.Title))
		for k, row := range t.Rows {
			longest = max(longest, len([]rune(row[i])))
			err = errors.Join(err, f.SetCellValue(t.Sheet, at(i, k+head+1), plainValue(c.Kind, row[i])))
		}
		err = errors.Join(err, f.SetColWidth(t.Sheet, name, name, float64(min(max(longest+3, 8), 50))))
		if last > head {
			err = errors.Join(err, f.SetCellStyle(t.Sheet, at(i, head+1), at(i, last), look))
		}
	}
	return errors.Join(err,
		f.SetCellStyle(t.Sheet, at(0, head), at(len(t.Columns)-1, head), looks.head),
		f.SetPanes(t.Sheet, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: at(0, head+1), ActivePane: "bottomLeft"}),
		f.AutoFilter(t.Sheet, at(0, head)+":"+at(len(t.Columns)-1, last), nil),
	)
}

// plainValue is a cell: a real day or number where the column holds such and the text is one;
// nothing for an empty text.
func plainValue(kind tdkt.ListKind, words string) any {
	if words == "" {
		return nil
	}
	switch kind {
	case tdkt.ListDay:
		if d, ok := dayOrText(words).(tdkt.Day); ok {
			return d.Time()
		}
	case tdkt.ListNumber:
		return wholeOrText(words)
	case tdkt.ListText:
	}
	return words
}
