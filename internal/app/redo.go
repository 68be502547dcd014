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
	return strings.TrimPrefix(undo.Words, undoWords), a.undo(ctx, undo)
}

// redoable is the newest undo that nothing but undos and redos came after and that was
// not taken back yet.
func (a *App) redoable(ctx context.Context) (tdkt.Entry, error) {
	for limit := 1; ; limit *= 8 {
		steps, err := a.Steps(ctx, limit)
		if err != nil {
			return tdkt.Entry{}, err
		}
		for _, s := range steps {
			switch {
			case s.UndoneBy != 0 || s.Verb == verbRedo || s.Verb == verbKey: // counts for nothing any more
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

// UndoTo takes back every operation from the newest down to the one of a number, each
// as an operation of its own, and says how many it took back. It is refused as a whole
// where one of them cannot be taken back like the others; one that is refused on the
// way stops it, and those taken back before stay so.
func (a *App) UndoTo(ctx context.Context, seq int64) (int, error) {
	steps, err := a.Steps(ctx, 0)
	if err != nil {
		return 0, err
	}
	var open []tdkt.Entry
	for _, s := range steps {
		if s.Seq < seq {
			break
		}
		if s.Undoes != 0 || s.UndoneBy != 0 || s.Verb == verbKey {
			continue
		}
		if len(s.Rows) == 0 {
			return 0, notUndone(s.Entry)
		}
		open = append(open, s.Entry)
	}
	for n, e := range open {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		if err := a.undo(ctx, e); err != nil {
			return n, err
		}
	}
	return len(open), nil
}
