package app

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// ApplyChoices writes the choices of a year in one step: proposals and withdrawals for
// titles, ratings raised to the best level or lowered to the next, and the order of the
// people. The reason is that of the withdrawals.
func (a *App) ApplyChoices(ctx context.Context, year int, choices []view.Choice, reason string) error {
	v := a.View()
	if err := v.Unlocked(year); err != nil {
		return err
	}
	ratings := v.Rerated(year, choices)
	if len(ratings) > 0 {
		if err := v.Open(year, tdkt.RatingBook); err != nil {
			return err
		}
	}
	put, tried, added, dropped := ratings, v.With(ratings), 0, 0
	var old []tdkt.Record
	for _, c := range choices {
		put = append(put, v.Ranked(year, c)...)
		old = append(old, v.Unranked(year, c)...)
		if c.OnRatings() {
			continue
		}
		add, n, err := a.proposals(tried, tdkt.YearEndRound(year), c.Title, c.Add, Handling{})
		if err != nil {
			return err
		}
		noms := v.Dropped(year, c)
		if len(noms) > 0 {
			drop, _, err := a.moves(noms, tdkt.Withdrawn, reason)
			if err != nil {
				return err
			}
			put = append(put, drop...)
		}
		put = append(put, add...)
		added, dropped = added+n, dropped+len(noms)
	}
	words := fmt.Sprintf("Áp dụng chỉ tiêu năm %d: đề nghị thêm %d, rút %d, xếp loại lại %d", year, added, dropped, len(ratings))
	if reason = tdkt.Clean(reason); dropped > 0 && reason != "" {
		words += ": " + reason
	}
	return a.Change(ctx, "apply-choices", words, func(tx Tx) error {
		if err := tx.Remove(ctx, old...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}
