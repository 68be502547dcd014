package sheet

import (
	"context"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// WriteRest writes what was not taken of old records, each with its reason beside the
// source.
func WriteRest(ctx context.Context, to string, rows []tdkt.RestRow) error {
	f := excelize.NewFile()
	defer f.Close()
	const name = "Còn lại"
	errs := []error{f.SetSheetName("Sheet1", name)}
	all := append([]tdkt.RestRow{{File: "Tệp", Sheet: "Trang", Cell: "Ô", Source: "Nội dung trong tệp", Read: "Đọc thành", Why: "Lý do"}}, rows...)
	for i, r := range all {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("sheet: write what was left: %w", err)
		}
		for j, text := range []string{r.File, r.Sheet, r.Cell, r.Source, r.Read, r.Why} {
			errs = append(errs, f.SetCellStr(name, guard.Ref(j+1, i+1), text))
		}
	}
	for column, width := range map[string]float64{"A": 28, "B": 16, "C": 12, "D": 44, "E": 44, "F": 60} {
		errs = append(errs, f.SetColWidth(name, column, column, width))
	}
	if err := errors.Join(errs...); err != nil {
		return wrapped(err)
	}
	return save(f, to)
}
