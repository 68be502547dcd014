package sheet_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet"
	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
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

// BenchmarkReadExchange reads 100,000 ratings whole: guard, values and checks.
func BenchmarkReadExchange(b *testing.B) {
	ex := &tdkt.Exchange{}
	for i := range 100_000 {
		ex.Ratings = append(ex.Ratings, tdkt.RatingRow{
			Year: 1990 + i%30, Code: fmt.Sprintf("CB%05d", i/30), Level: tdkt.Good, Points: 8000 + i%1000, Decision: fmt.Sprintf("%d/QĐ-SNV", i),
		})
	}
	path := filepath.Join(b.TempDir(), "so.xlsx")
	if err := sheet.WriteExchange(b.Context(), path, ex); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if got, err := sheet.ReadExchange(b.Context(), path, nil); err != nil || len(got.Ratings) != len(ex.Ratings) {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadStaff reads a staff list of 100,000 people, far beyond any office.
func BenchmarkReadStaff(b *testing.B) {
	f := excelize.NewFile()
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	rows := 100_000
	for r := 0; r <= rows; r++ {
		row := []any{r, fmt.Sprintf("Nguyễn Văn An %c", 'A'+r%26), "05/03/1980", "Nam", fmt.Sprintf("072%09d", r), "Phòng Tổ chức", "Chuyên viên", "Công chức", "01/07/2003"}
		if r == 0 {
			row = []any{"STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Đơn vị", "Chức vụ", "Đối tượng", "Ngày vào làm"}
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", r+1), row); err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "ds.xlsx")
	if err := errors.Join(sw.Flush(), f.SaveAs(path)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if got, err := sheet.ReadStaff(b.Context(), path, tdkt.StaffOptions{}); err != nil || len(got.Rows) != rows {
			b.Fatal(err, got.Refused)
		}
	}
}
