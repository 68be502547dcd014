package sheettest

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// Edit opens a workbook as a person would, lets change say what cells of a row say, by their
// letters, and saves it. Rows are counted from 1.
func Edit(tb testing.TB, path, sheet string, change func(row int, cells []string) map[string]string) {
	tb.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		tb.Fatal(err)
	}
	for i, r := range rows {
		for column, text := range change(i+1, r) {
			cell, err := excelize.JoinCellName(column, i+1)
			if err != nil {
				tb.Fatal(err)
			}
			if err := f.SetCellStr(sheet, cell, text); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		tb.Fatal(err)
	}
}
