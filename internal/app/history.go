package app

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// UndoLast takes back the newest operation that is not itself an undo and was not
// taken back yet, as a new operation; a refusal says what stands on it. It returns
// the words of what was undone.
func (a *App) UndoLast(ctx context.Context) (string, error) {
	e, err := a.undoable(ctx)
	if err != nil {
		return "", err
	}
	words := "Hoàn tác: " + e.Words
	entry, err := a.Store.Undo(ctx, a.operation("undo", words), e.Seq)
	if err != nil {
		return "", err
	}
	return e.Words, a.published(ctx, words, entry)
}

// undoable looks back through the history, a little at first: entries of large
// imports are long.
func (a *App) undoable(ctx context.Context) (tdkt.Entry, error) {
	for limit := 4; ; limit *= 8 {
		list, err := a.Store.History(ctx, limit)
		if err != nil {
			return tdkt.Entry{}, err
		}
		undone := map[int64]bool{}
		for _, e := range list {
			switch {
			case e.Undoes != 0:
				undone[e.Undoes] = true
			case !undone[e.Seq] && len(e.Rows) == 0:
				return tdkt.Entry{}, tdkt.Errorf(tdkt.Invalid, "Thao tác gần nhất là “%s”, không hoàn tác được như các thao tác khác. Muốn trở lại dữ liệu trước đó, hãy khôi phục bản sao đã giữ trong thư mục “Sao lưu”.", e.Words)
			case !undone[e.Seq]:
				return e, nil
			}
		}
		if len(list) < limit {
			return tdkt.Entry{}, tdkt.Errorf(tdkt.Invalid, "Không còn thao tác nào để hoàn tác.")
		}
	}
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
