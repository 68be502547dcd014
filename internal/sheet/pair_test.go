package sheet_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/benchpair"
	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// BenchmarkPairGuardedRead100kRows is the guarded read of 100,000 rows of 20 cells
// beside excelize's bare raw read of the same file.
func BenchmarkPairGuardedRead100kRows(b *testing.B) {
	path := wideFile(b, 100_000)
	benchpair.Run(b,
		func() error { guardedCells(b, path); return nil },
		func() error { bareCells(b, path); return nil })
}

// BenchmarkPairImport100kRows is the whole way in, guard, values and checks, of
// 100,000 ratings beside the bare raw read of the same file.
func BenchmarkPairImport100kRows(b *testing.B) {
	ex := &tdkt.Exchange{}
	for i := range 100_000 {
		ex.Ratings = append(ex.Ratings, tdkt.RatingRow{
			Year: 2015 + i%10, Code: fmt.Sprintf("CB%06d", i/10), Level: tdkt.Good, Points: 8500, Decision: fmt.Sprintf("%d/QĐ-SNV", i%10),
		})
	}
	path := filepath.Join(b.TempDir(), "ratings.xlsx")
	if err := sheet.WriteExchange(b.Context(), path, ex); err != nil {
		b.Fatal(err)
	}
	benchpair.Run(b,
		func() error {
			got, err := sheet.ReadExchange(b.Context(), path, nil)
			if err == nil && len(got.Ratings) != len(ex.Ratings) {
				b.Fatalf("%d ratings", len(got.Ratings))
			}
			return err
		},
		func() error { return bareSheet(b, path, tdkt.SheetRatings) })
}

// bareSheet reads every cell of one sheet with excelize and nothing else.
func bareSheet(tb testing.TB, path, name string) error {
	tb.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	rows, err := f.Rows(name)
	if err != nil {
		return err
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			return err
		}
	}
	return rows.Error()
}
