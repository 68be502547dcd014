package forms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// dump writes a workbook as text a person can read and compare: one line a cell,
// its formula after the value.
func dump(tb testing.TB, path string) string {
	tb.Helper()
	f := open(tb, path)
	var b strings.Builder
	for _, name := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s %s\n", name, must(f.GetSheetDimension(name)))
		for _, n := range f.GetDefinedName() {
			if n.Scope == name {
				fmt.Fprintf(&b, "   %s = %s\n", n.Name, n.RefersTo)
			}
		}
		eachCell(tb, f, name, func(cell, value string) {
			formula := must(f.GetCellFormula(name, cell))
			if formula != "" {
				formula = " | =" + formula
			}
			if value != "" || formula != "" {
				fmt.Fprintf(&b, "%s | %s%s\n", cell, strings.ReplaceAll(value, "\n", "⏎"), formula)
			}
		})
	}
	return b.String()
}

// eachCell visits the cells of a sheet's rows as they are shown.
func eachCell(tb testing.TB, f *excelize.File, sheet string, do func(cell, value string)) {
	tb.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		tb.Fatalf("read sheet %s: %v", sheet, err)
	}
	for r, row := range rows {
		for c, value := range row {
			do(at(c, r+1), value)
		}
	}
}

// must gives a value or stops the test with its panic: for calls on a workbook
// that was just opened.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
