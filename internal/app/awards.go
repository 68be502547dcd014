package app

import (
	"context"

	"tdkt/internal/tdkt"
)

// SetTick records a person's judgement of a manual need; met nil takes it back.
func (a *App) SetTick(ctx context.Context, t tdkt.Tick, met *bool) error {
	v := a.View()
	if err := v.Unlocked(t.Year); err != nil {
		return err
	}
	t.ID = ""
	for _, o := range v.Ticks {
		if o.Year == t.Year && o.Subject == t.Subject && o.Title == t.Title && o.Need == t.Need {
			t.ID = o.ID
		}
	}
	if met == nil && t.ID == "" {
		return nil
	}
	who := v.Facts.NameOf(t.Subject)
	if met == nil {
		return a.Change(ctx, "set-tick", "Bỏ đánh giá tiêu chí định tính của "+who, func(tx Tx) error { return tx.Remove(ctx, t) })
	}
	if t.ID == "" {
		t.ID = tdkt.NewID()
	}
	t.Met = *met
	if t.By == "" {
		t.By = a.User
	}
	if t.Date == 0 {
		t.Date = a.Today()
	}
	return a.Change(ctx, "set-tick", "Đánh giá tiêu chí định tính của "+who, func(tx Tx) error { return tx.Put(ctx, t) })
}
