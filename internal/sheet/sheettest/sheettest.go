// Package sheettest makes real workbooks for tests from plain text, so that a test
// can be read without opening Excel.
package sheettest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Write makes the workbook at path from text: a line "[Tên sheet]" begins a sheet,
// every other line is a row with cells parted by "|". Cells are text; a cell "=123"
// is the number 123. Blank lines are skipped.
func Write(tb testing.TB, path, text string) {
	tb.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	w := &writer{f: f}
	for _, line := range strings.Split(text, "\n") {
		if err := w.line(strings.TrimRight(line, " \r")); err != nil {
			tb.Fatal(err)
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		tb.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		tb.Fatal(err)
	}
}

// Change puts texts into cells of a workbook, as a person who fills it in would.
func Change(tb testing.TB, path, sheet string, cells map[string]string) {
	tb.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for cell, text := range cells {
		if err := f.SetCellValue(sheet, cell, text); err != nil {
			tb.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		tb.Fatal(err)
	}
}

type writer struct {
	f     *excelize.File
	sheet string
	row   int
}

func (w *writer) line(line string) error {
	if line == "" {
		return nil
	}
	if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(line, "]") {
		w.sheet, w.row = strings.TrimSuffix(name, "]"), 0
		_, err := w.f.NewSheet(w.sheet)
		return err
	}
	w.row++
	for i, cell := range strings.Split(line, "|") {
		at, err := excelize.CoordinatesToCellName(i+1, w.row)
		if err != nil {
			return err
		}
		if err := w.f.SetCellValue(w.sheet, at, value(strings.TrimSpace(cell))); err != nil {
			return err
		}
	}
	return nil
}

func value(cell string) any {
	digits, ok := strings.CutPrefix(cell, "=")
	if !ok {
		return cell
	}
	var n float64
	if _, err := fmt.Sscan(digits, &n); err != nil {
		return cell
	}
	return n
}

// Read is the text of a workbook in the form that Write takes.
func Read(tb testing.TB, path string) string {
	tb.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			tb.Fatal(err)
		}
		fmt.Fprintf(&b, "[%s]\n", name)
		for _, row := range rows {
			b.WriteString(strings.Join(row, "|") + "\n")
		}
	}
	return b.String()
}

// CountRows reads every row of a workbook with the bare library, for what is measured
// beside it, and says how many there are.
func CountRows(path string) (int, error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return 0, fmt.Errorf("sheettest: open: %w", err)
	}
	defer f.Close()
	n := 0
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			return n, fmt.Errorf("sheettest: rows of %s: %w", name, err)
		}
		n += len(rows)
	}
	return n, nil
}
