package papers

import (
	"context"
	"fmt"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// AttachScan keeps the scan of a decision, in the place of an earlier one. The same bytes
// again change nothing.
func AttachScan(ctx context.Context, a *app.App, d tdkt.Decision, path string) error {
	rec, content, err := readPaper(foundFile{path, PaperPlace{Year: d.Date.Year(), Paper: tdkt.DecisionScan}})
	if err != nil {
		return err
	}
	rec.Decision = d.ID
	old, known := a.View().ScanOf(d.ID)
	if known && old.SHA256 == rec.SHA256 {
		return nil
	}
	words := fmt.Sprintf("Đính kèm bản chụp quyết định %s ngày %s", d.Number, d.Date)
	return a.Change(ctx, "attach-scan", words, func(tx app.Tx) error {
		if known {
			if err := tx.Remove(ctx, old); err != nil {
				return err
			}
		}
		if _, err := tx.Keep(ctx, content); err != nil {
			return err
		}
		return tx.Put(ctx, rec)
	})
}
