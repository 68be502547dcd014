package papers

import (
	"context"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/columns"
)

// ExportStatistics writes the tables of a year with Excel's charts, the statistical
// forms, the score sheet of the group of offices, and the rows behind the figures.
func ExportStatistics(ctx context.Context, a *app.App, year int, path string) error {
	if err := MayWrite(a, path, ".xlsx"); err != nil {
		return err
	}
	set, err := ownOr(a, statisticsFile, columns.StandardStatistics, columns.ReadStatistics)
	if err != nil {
		return err
	}
	v := a.View()
	return a.Forms.Tables(ctx, path, v.Org, a.Today(), reports.StatisticTables(v, year, set))
}
