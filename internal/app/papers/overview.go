package papers

import (
	"context"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// ExportOverview writes the page as PDF.
func ExportOverview(ctx context.Context, a *app.App, year int, unit tdkt.ID, idle int, path string) error {
	r, err := reports.OverviewReport(ctx, a, year, unit, idle)
	if err != nil {
		return err
	}
	return printReport(ctx, a, path, r)
}
