package imports

import (
	"context"
	"fmt"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// TakePeriodSheets writes what the sheets change, in one step. It returns how many people
// changed.
func TakePeriodSheets(ctx context.Context, a *app.App, list []*PeriodReturn) (int, error) {
	var put, drop []tdkt.Record
	files, changed := 0, 0
	for _, r := range list {
		if r.Problem == nil {
			put, drop = append(put, r.put...), append(drop, r.drop...)
			changed += len(r.Changed)
			files++
		}
	}
	words := fmt.Sprintf("Nhận %d phiếu điểm theo kỳ: %d người thay đổi", files, changed)
	return changed, a.Change(ctx, "take-period-sheets", words, func(tx app.Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}
