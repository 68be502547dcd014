package app

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// RatingEdit sets one subject's rating; an empty Level takes the rating away.
type RatingEdit struct {
	Subject  tdkt.Subject
	Level    tdkt.Level
	Points   int // hundredths
	Decision string
	Why      string // why it is not the level the rules propose
}

// SetRatings writes the ratings given, in one step.
func (a *App) SetRatings(ctx context.Context, year int, edits []RatingEdit) error {
	v := a.View()
	if err := v.Open(year, tdkt.RatingBook); err != nil {
		return err
	}
	var put, drop []tdkt.Record
	for _, e := range edits {
		old, had := v.RatingOf(year, e.Subject)
		switch {
		case e.Level == "" && had:
			drop = append(drop, old)
		case e.Level == "":
		case !e.Level.AtLeast(tdkt.NotDone):
			return tdkt.Errorf(tdkt.Invalid, "“%s” không phải là một mức xếp loại. Hãy chọn HTXS, HTT, HT hoặc KHT.", e.Level)
		default:
			if !had {
				old = tdkt.Rating{ID: tdkt.NewID(), Year: year, Subject: e.Subject}
			}
			old.Level, old.Points, old.Decision, old.Why = e.Level, e.Points, tdkt.Clean(e.Decision), tdkt.Clean(e.Why)
			if err := v.Decidable(old); err != nil {
				return err
			}
			put = append(put, old)
		}
	}
	words := fmt.Sprintf("Xếp loại năm %d: %d đối tượng", year, len(edits))
	if len(edits) == 1 {
		words = fmt.Sprintf("Xếp loại năm %d của %s", year, v.Facts.NameOf(edits[0].Subject))
	}
	return a.Change(ctx, "set-ratings", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}
