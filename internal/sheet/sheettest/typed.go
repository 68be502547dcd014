package sheettest

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// TypeInto types values into cells of a workbook's first sheet, as a person would.
func TypeInto(tb testing.TB, path string, cells map[string]any) {
	tb.Helper()
	TypeOn(tb, path, 0, cells)
}

// TypeOn types values into cells of a workbook's sheet by its place.
func TypeOn(tb testing.TB, path string, place int, cells map[string]any) {
	tb.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	sheet := f.GetSheetName(place)
	for ref, v := range cells {
		if err := f.SetCellValue(sheet, ref, v); err != nil {
			tb.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		tb.Fatal(err)
	}
}
