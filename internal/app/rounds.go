package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// SaveRound adds a round or changes one. A year's own round is there by itself.
func (a *App) SaveRound(ctx context.Context, r tdkt.Round) (tdkt.Round, error) {
	v := a.View()
	r.Name = tdkt.Clean(r.Name)
	if r.Kind != tdkt.MovementRound {
		r.Movement = ""
	}
	if err := v.CheckRound(r); err != nil {
		return r, err
	}
	r.ID = cmp.Or(r.ID, tdkt.NewID())
	words := fmt.Sprintf("Ghi đợt xét %s năm %d", r.Name, r.Year)
	return r, a.Change(ctx, "save-round", words, func(tx Tx) error { return tx.Put(ctx, r) })
}

// RemoveRound takes out a round in which nothing was done.
func (a *App) RemoveRound(ctx context.Context, r tdkt.Round) error {
	v := a.View()
	if err := v.Unlocked(r.Year); err != nil {
		return err
	}
	if r.ID == "" {
		return tdkt.Errorf(tdkt.Invalid, "Đợt cuối năm có sẵn của mỗi năm nên không xóa được.")
	}
	if n := v.InRound(r.ID); n > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Đợt “%s” đã có %d đề nghị, phiên họp, quyết định hoặc giấy tờ nên không xóa được.", r.Name, n)
	}
	return a.Change(ctx, "remove-round", "Xóa đợt xét "+r.Name, func(tx Tx) error { return tx.Remove(ctx, r) })
}
