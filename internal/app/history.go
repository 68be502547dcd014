package app

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// UndoLast takes back the newest operation that is not itself an undo, as a new
// operation; a refusal says what stands on it. It returns the words of what was undone.
func (a *App) UndoLast(ctx context.Context) (string, error) {
	list, err := a.Store.History(ctx, 200)
	if err != nil {
		return "", err
	}
	skip := 0
	for _, e := range list {
		if e.Verb == "undo" {
			skip++
			continue
		}
		if skip > 0 {
			skip--
			continue
		}
		words := "Hoàn tác: " + e.Words
		entry, err := a.Store.Undo(ctx, a.operation("undo", words), e.Seq)
		if err != nil {
			return "", err
		}
		return e.Words, a.published(ctx, words, entry)
	}
	return "", tdkt.Errorf(tdkt.Invalid, "Không còn thao tác nào để hoàn tác.")
}

// LoadRecords writes rows made elsewhere (the sample) in one step.
func (a *App) LoadRecords(ctx context.Context, words string, recs []tdkt.Record) error {
	return a.Change(ctx, "load-records", words, func(tx Tx) error {
		if err := tx.Put(ctx, recs...); err != nil {
			return fmt.Errorf("app: load records: %w", err)
		}
		return nil
	})
}
