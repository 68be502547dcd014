package papers

import (
	"context"
	"path/filepath"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// ExportPlanReport writes how the plan of a year was carried out, as Word or as Excel by
// the end of the path.
func ExportPlanReport(ctx context.Context, a *app.App, year int, firstHalf bool, path string) error {
	plan, g := reports.PlanProgress(a.View(), year, firstHalf, a.Today())
	if g.Counts.All == 0 {
		return tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có nhiệm vụ nào. Hãy lấy nhiệm vụ từ kế hoạch ở trang Nhiệm vụ trước.", year)
	}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		if err := MayWrite(a, path, ".xlsx"); err != nil {
			return err
		}
		return a.Forms.Tables(ctx, path, a.View().Org, a.Today(), []tdkt.ListTable{reports.PlanTable(plan, g)})
	}
	info, _ := letters.InfoOf(string(letters.PlanReport))
	return ExportDocument(ctx, a, year, Document{Info: info, Half: firstHalf}, path)
}
