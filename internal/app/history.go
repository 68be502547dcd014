package app

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// Head is the end of the history as it is now. Its Words stand on papers: who has one in
// his hands can tell later whether the file is still the one it was printed from.
func (a *App) Head(ctx context.Context) (tdkt.Head, error) { return a.Store.HeadOf(ctx) }

// UndoLast takes back the newest operation that is not itself an undo and was not
// taken back yet, as a new operation; a refusal says what stands on it. It returns
// the words of what was undone.
func (a *App) UndoLast(ctx context.Context) (string, error) {
	e, err := a.undoable(ctx)
	if err != nil {
		return "", err
	}
	return e.Words, a.undo(ctx, e)
}

// NextUndo is the operation that UndoLast would take back.
func (a *App) NextUndo(ctx context.Context) (tdkt.Entry, error) { return a.undoable(ctx) }

// UndoEntry takes back the operation of a number, as a new operation; a refusal says
// what stands on it. It returns the words of what was undone.
func (a *App) UndoEntry(ctx context.Context, seq int64) (string, error) {
	e, err := a.Store.Entry(ctx, seq)
	if err != nil {
		return "", err
	}
	if len(e.Rows) == 0 {
		return "", notUndone(e)
	}
	return e.Words, a.undo(ctx, e)
}

func (a *App) undo(ctx context.Context, e tdkt.Entry) error {
	if err := a.mayUndo(e); err != nil {
		return err
	}
	verb, words := "undo", undoWords+strings.TrimPrefix(e.Words, redoWords)
	if e.Undoes != 0 && e.Verb != verbRedo { // to take back an undo is to do again
		verb, words = verbRedo, redoWords+strings.TrimPrefix(e.Words, undoWords)
	}
	return a.write(ctx, words, func() (tdkt.Entry, error) {
		return a.Store.Undo(ctx, a.operation(verb, words), e.Seq)
	})
}

// verbKey marks the entry by which a PC begins to sign the history. Nobody did it, and it
// is not taken back.
const verbKey = "key"

// notUndone refuses an entry that changed no row: a restore.
func notUndone(e tdkt.Entry) error {
	return tdkt.Errorf(tdkt.Invalid, "Thao tác gần nhất là “%s”, không hoàn tác được như các thao tác khác. Muốn trở lại dữ liệu trước đó, hãy khôi phục bản sao đã giữ trong thư mục “Sao lưu”.", e.Words)
}

// Step is an operation of the history as the window lists it.
type Step struct {
	tdkt.Entry
	UndoneBy int64 // the later entry that took it back, 0 for none
}

// Steps lists the newest operations first; limit 0 lists all. Whether one can be
// taken back now is MayUndo's to say: it costs about what the undo itself does.
func (a *App) Steps(ctx context.Context, limit int) ([]Step, error) {
	list, err := a.Store.History(ctx, limit)
	if err != nil {
		return nil, err
	}
	steps := make([]Step, len(list))
	undone := map[int64]int64{}
	for i, e := range list {
		steps[i] = Step{Entry: e, UndoneBy: undone[e.Seq]}
		if e.Undoes != 0 && undone[e.Seq] == 0 {
			undone[e.Undoes] = e.Seq
		}
	}
	return steps, nil
}

// MayUndo is nil where UndoEntry of that number would go through now; its error is
// the sentence that UndoEntry would refuse with.
func (a *App) MayUndo(ctx context.Context, seq int64) error {
	e, err := a.Store.Entry(ctx, seq)
	if err != nil {
		return err
	}
	if len(e.Rows) == 0 {
		return notUndone(e)
	}
	return a.Store.TryUndo(ctx, seq)
}

// What stands before the words of an operation that was taken back, or done again.
const (
	undoWords = "Hoàn tác: "
	redoWords = "Làm lại: "
)

// undoable looks back through the history, at the newest alone first: entries of large
// imports are long.
func (a *App) undoable(ctx context.Context) (tdkt.Entry, error) {
	for limit := 1; ; limit *= 8 {
		steps, err := a.Steps(ctx, limit)
		if err != nil {
			return tdkt.Entry{}, err
		}
		for _, s := range steps {
			switch {
			case s.Undoes != 0 || s.UndoneBy != 0 || s.Verb == verbKey || s.Verb == verbAccount: // see mayUndo
			case len(s.Rows) == 0:
				return tdkt.Entry{}, notUndone(s.Entry)
			default:
				return s.Entry, nil
			}
		}
		if len(steps) < limit {
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
