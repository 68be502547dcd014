package app

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// RecordException writes down what a competent person decided beside the law. The
// law's answer stays; a second exception for the same need takes the place of the first.
func (a *App) RecordException(ctx context.Context, e tdkt.Exception) error {
	v := a.View()
	e = view.CleanException(e)
	if err := v.Allows(e); err != nil {
		return err
	}
	e.ID = tdkt.NewID()
	for _, o := range v.Exceptions {
		if o.Year == e.Year && o.Subject == e.Subject && o.Title == e.Title && o.Need == e.Need {
			e.ID = o.ID
		}
	}
	words := fmt.Sprintf("Ghi ngoại lệ %s năm %d cho %s: %s", v.TitleName(e.Title), e.Year, v.Facts.NameOf(e.Subject), e.Reason)
	return a.Change(ctx, "record-exception", words, func(tx Tx) error { return tx.Put(ctx, e) })
}

// RemoveException takes an exception back.
func (a *App) RemoveException(ctx context.Context, e tdkt.Exception) error {
	v := a.View()
	if err := v.Unlocked(e.Year); err != nil {
		return err
	}
	words := fmt.Sprintf("Bỏ ngoại lệ %s năm %d của %s", v.TitleName(e.Title), e.Year, v.Facts.NameOf(e.Subject))
	return a.Change(ctx, "remove-exception", words, func(tx Tx) error { return tx.Remove(ctx, e) })
}
