package app

import (
	"context"
	"strings"

	"tdkt/internal/tdkt"
)

// verbRedo marks an operation that took back an undo: it is not undone by undoing it,
// but by undoing again what it brought back.
const verbRedo = "redo"

// RedoLast does the last undone operation again, as a new operation; what was done
// since the undo leaves nothing to do again. It returns the words of the operation.
func (a *App) RedoLast(ctx context.Context) (string, error) {
	undo, err := a.redoable(ctx)
	if err != nil {
		return "", err
	}
	what := strings.TrimPrefix(undo.Words, undoWords)
	words := "Làm lại: " + what
	entry, err := a.Store.Undo(ctx, a.operation(verbRedo, words), undo.Seq)
	if err != nil {
		return "", err
	}
	return what, a.published(ctx, words, entry)
}

// redoable is the newest undo that nothing but undos and redos came after and that was
// not taken back yet.
func (a *App) redoable(ctx context.Context) (tdkt.Entry, error) {
	for limit := 4; ; limit *= 8 {
		steps, err := a.Steps(ctx, limit)
		if err != nil {
			return tdkt.Entry{}, err
		}
		for _, s := range steps {
			switch {
			case s.UndoneBy != 0 || s.Verb == verbRedo: // counts for nothing any more
			case s.Undoes != 0:
				return s.Entry, nil
			default:
				return tdkt.Entry{}, nothingToRedo()
			}
		}
		if len(steps) < limit {
			return tdkt.Entry{}, nothingToRedo()
		}
	}
}

func nothingToRedo() error {
	return tdkt.Errorf(tdkt.Invalid, "Không có thao tác nào vừa hoàn tác để làm lại. Chỉ làm lại được khi chưa sửa gì sau lần hoàn tác.")
}
