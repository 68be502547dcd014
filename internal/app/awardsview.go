package app

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// SetTicks records one judgement of a manual need for several subjects, in one step;
// met nil takes it back. The tick says year, title and need.
func (a *App) SetTicks(ctx context.Context, t tdkt.Tick, subjects []tdkt.Subject, met *bool) error {
	if len(subjects) == 1 {
		t.Subject = subjects[0]
		return a.SetTick(ctx, t, met)
	}
	if err := a.View().Unlocked(t.Year); err != nil {
		return err
	}
	old := map[tdkt.Subject]tdkt.ID{}
	for _, o := range a.View().Ticks {
		if o.Year == t.Year && o.Title == t.Title && o.Need == t.Need {
			old[o.Subject] = o.ID
		}
	}
	var recs []tdkt.Record
	for _, s := range subjects {
		t.ID, t.Subject = old[s], s
		if met == nil && t.ID == "" {
			continue
		}
		if t.ID == "" {
			t.ID = tdkt.NewID()
		}
		if met != nil {
			t.Met, t.By, t.Date = *met, a.User, a.Today()
		}
		recs = append(recs, t)
	}
	words := fmt.Sprintf("Đánh giá tiêu chí định tính năm %d cho %d đối tượng", t.Year, len(recs))
	return a.Change(ctx, "set-tick", words, func(tx Tx) error {
		if met == nil {
			return tx.Remove(ctx, recs...)
		}
		return tx.Put(ctx, recs...)
	})
}
