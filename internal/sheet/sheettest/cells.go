package sheettest

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// Sheet is one sheet of a workbook as it was written.
type Sheet struct {
	Rows     [][]string        // as shown, empty rows included
	Formulas map[string]string // by cell
	Merged   int               // merged cells
}

// Sheets reads every sheet of a workbook.
func Sheets(tb testing.TB, path string) map[string]Sheet {
	tb.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	out := map[string]Sheet{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			tb.Fatal(err)
		}
		merged, err := f.GetMergeCells(name)
		if err != nil {
			tb.Fatal(err)
		}
		s := Sheet{Rows: rows, Formulas: map[string]string{}, Merged: len(merged)}
		for r, row := range rows {
			for c := range row {
				if formula, err := f.GetCellFormula(name, cellName(c+1, r+1)); err == nil && formula != "" {
					s.Formulas[cellName(c+1, r+1)] = formula
				}
			}
		}
		out[name] = s
	}
	return out
}

// Cell is a cell by its column and row from 1, "" outside what was written.
func (s Sheet) Cell(column, row int) string {
	if row < 1 || row > len(s.Rows) || column < 1 || column > len(s.Rows[row-1]) {
		return ""
	}
	return s.Rows[row-1][column-1]
}
