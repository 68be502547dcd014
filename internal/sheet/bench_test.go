package sheet_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
)

// wideFile is a list of 20 columns like those offices keep: 4 numbers, 2 days and
// 14 texts, the texts shared or written in place.
func wideFile(tb testing.TB, rows int) string {
	tb.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		tb.Fatal(err)
	}
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for r := 1; r <= rows; r++ {
		cells := make([]any, 20)
		for c := range cells {
			switch {
			case c < 4:
				cells[c] = r*10 + c
			case c < 6:
				cells[c] = excelize.Cell{StyleID: style, Value: 29000 + r%9000}
			default:
				cells[c] = fmt.Sprintf("Nguyễn Văn %d", (r*c)%5000)
			}
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", r), cells); err != nil {
			tb.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "wide.xlsx")
	if err := f.SaveAs(path); err != nil {
		tb.Fatal(err)
	}
	return path
}

// BenchmarkRead compares the guarded read with excelize's bare raw read of the
// same 100,000 × 20 cells: the guard must not cost what makes people wait.
func BenchmarkRead(b *testing.B) {
	path := wideFile(b, 100_000)
	b.Run("guarded", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if n := guardedCells(b, path); n != 2_000_000 {
				b.Fatal(n)
			}
		}
	})
	b.Run("bare-excelize-raw", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if n := bareCells(b, path); n != 2_000_000 {
				b.Fatal(n)
			}
		}
	})
}

func guardedCells(tb testing.TB, path string) int {
	tb.Helper()
	book, err := guard.Open(tb.Context(), path)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	n := 0
	if err := book.Rows(tb.Context(), 0, func(r *guard.Row) error { n += len(r.Cells); return nil }); err != nil {
		tb.Fatal(err)
	}
	return n
}

func bareCells(tb testing.TB, path string) int {
	tb.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	n := 0
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			tb.Fatal(err)
		}
		n += len(cells)
	}
	return n
}
