// Package past is the history of the data file: each whole operation in words, who did
// it, when and on which PC, what it changed, and taking it back.
package past

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

const (
	mostSteps = 300 // listed: older ones are for tdktctl and for copies
	mostLines = 500 // of one operation: an import may have changed a million rows
)

// Show reads the history and opens it over the window.
func Show(d *desk.Desk) {
	var steps []app.Step
	d.UI.Busy(wordReading, func(ctx context.Context, _ *kit.Progress) (err error) {
		steps, err = d.App.Steps(ctx, mostSteps)
		return err
	}, func() { open(d, steps) })
}

// box is the open history.
type box struct {
	desk   *desk.Desk
	dialog kit.Dialog
	steps  *kit.Grid[step]
	lines  *kit.Grid[line]
	may    *widget.Label // whether the operation at the cursor can be taken back
	undo   *kit.Button
	undoTo *kit.Button
	at     step
}

func open(d *desk.Desk, steps []app.Step) {
	b := &box{desk: d, may: widget.NewLabel("")}
	b.may.Wrapping = fyne.TextWrapWord
	b.undo = kit.NewButton(wordUndo, b.undoThis).Writes()
	b.undoTo = kit.NewButton(wordUndoTo, b.undoDownTo).Writes()
	b.lines = kit.NewGrid(d.UI, line.key, lineColumns()...)
	b.lines.OnOpen = func(l line) { d.UI.Inform(l.What, fmt.Sprintf(textWhole, l.Before, l.After)) }
	b.steps = kit.NewGrid(d.UI, step.key, stepColumns()...)
	b.steps.Empty = textEmpty
	b.steps.Style = step.style
	b.steps.OnCursor = b.chosen
	b.steps.Totals = func([]step) string {
		if len(steps) == mostSteps {
			return fmt.Sprintf(textLast, mostSteps)
		}
		return ""
	}
	split := container.NewVSplit(
		kit.Border(b.steps.Filter(), nil, nil, nil, b.steps),
		kit.Border(b.may, nil, nil, nil, b.lines))
	split.Offset = 0.55
	b.dialog = d.UI.Dialog(kit.DialogSpec{
		Title: wordTitle, Content: split, Size: fyne.NewSize(1180, 640),
		Extra: []fyne.CanvasObject{b.undo, b.undoTo},
	})
	b.steps.SetRows(rowsOf(steps))
	b.steps.Focus()
}

func rowsOf(steps []app.Step) []step {
	rows := make([]step, len(steps))
	for i, s := range steps {
		rows[i] = step{s}
	}
	return rows
}

// chosen reads what an operation did and whether it can be taken back now.
func (b *box) chosen(s step, ok bool) {
	b.at = s
	b.undo.SetEnabled(false)
	b.undoTo.SetEnabled(ok && s.UndoneBy == 0)
	b.may.SetText("")
	if !ok {
		return
	}
	b.desk.UI.Do(func() func() {
		list, total, err := imports.EntryLines(b.desk.Ctx, b.desk.App, s.Seq, mostLines)
		refusal := b.desk.App.MayUndo(b.desk.Ctx, s.Seq)
		return func() {
			if b.at.Seq != s.Seq { // the cursor has moved on
				return
			}
			if err != nil {
				b.desk.UI.ShowError(err)
				return
			}
			b.show(list, total, refusal)
		}
	})
}

func (b *box) show(list []imports.EntryLine, total int, refusal error) {
	rows := make([]line, len(list))
	for i, l := range list {
		rows[i] = line{l, i}
	}
	b.lines.SetRows(rows)
	counted := fmt.Sprintf(textRows, kit.FormatInt(total))
	if total > len(list) {
		counted = fmt.Sprintf(textMore, len(list), kit.FormatInt(total))
	}
	may := textMay
	if refusal != nil {
		may = b.desk.UI.Sentence(refusal)
	}
	b.may.SetText(counted + " " + may)
	b.undo.SetEnabled(refusal == nil)
}

// undoThis takes back the operation at the cursor alone.
func (b *box) undoThis() {
	seq := b.at.Seq
	var what string
	b.desk.UI.Busy(wordUndo, func(ctx context.Context, _ *kit.Progress) (err error) {
		what, err = b.desk.App.UndoEntry(ctx, seq)
		return err
	}, func() { b.done(fmt.Sprintf(textDid, what)) })
}

// undoDownTo takes back everything from the newest down to the operation at the cursor.
func (b *box) undoDownTo() {
	seq, words := b.at.Seq, b.at.Words
	b.desk.UI.Confirm(wordUndoTo, fmt.Sprintf(textToAsk, words), wordUndoToOK, func() {
		var n int
		var refusal error
		b.desk.UI.Busy(wordUndoTo, func(ctx context.Context, _ *kit.Progress) error {
			n, refusal = b.desk.App.UndoTo(ctx, seq)
			if n == 0 {
				return refusal
			}
			return nil
		}, func() {
			if refusal != nil {
				b.done(fmt.Sprintf(textTookSome, n, b.desk.UI.Sentence(refusal)))
				return
			}
			b.done(fmt.Sprintf(textTook, n))
		})
	})
}

// done closes the history and says what was done.
func (b *box) done(said string) {
	b.dialog.Close()
	b.desk.UI.Notice(said)
}
