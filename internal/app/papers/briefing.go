package papers

import (
	"context"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
)

// ExportBriefing writes a year's briefing as one sheet.
func ExportBriefing(ctx context.Context, a *app.App, year int, path string) error {
	b, err := reports.BriefingOf(ctx, a, year)
	if err != nil {
		return err
	}
	return printReport(ctx, a, path, b.Report(a.View().Org))
}
