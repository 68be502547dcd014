// Package opinions is the page Ý kiến of the tab Khen thưởng: what leaders wrote about
// the year's work, here or in a package, and what was done about it.
package opinions

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Ý kiến.
type Tab struct {
	desk    *desk.Desk
	grid    *kit.Grid[row]
	content fyne.CanvasObject
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d}
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Empty, t.grid.Style, t.grid.Totals = textEmpty, row.style, totals
	t.grid.OnOpen = t.edit
	bar := container.NewHBox(
		kit.NewIconButton(wordAdd, theme.ContentAddIcon(), t.add).Primary(),
		kit.NewIconButton(wordAnswer, theme.MailReplyIcon(), func() { t.with(t.answer) }).Writes(),
		kit.NewIconButton(wordEdit, theme.DocumentCreateIcon(), func() { t.with(t.edit) }),
		kit.NewIconButton(wordRemove, theme.DeleteIcon(), func() { t.with(t.remove) }),
		kit.NewIconButton(wordShow, theme.NavigateNextIcon(), func() { t.with(t.show) }))
	t.content = container.NewBorder(container.NewVBox(bar, t.grid.Filter()), nil, nil, nil, t.grid)
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return desk.PageOpinions }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts give Ctrl+F to the filter and Ctrl+N to a new opinion.
func (t *Tab) Shortcuts() kit.Shortcuts { return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.add} }

// Goto shows the opinions about a subject.
func (t *Tab) Goto(p desk.Place) {
	for _, r := range t.grid.Rows() {
		if p.Key == r.ID || p.Key == "" && p.Subject.ID != "" && r.Subject == p.Subject {
			t.grid.SelectKey(r.key())
			return
		}
	}
}

// Refresh reads the year's opinions again.
func (t *Tab) Refresh() { t.grid.SetRows(rows(t.desk.View(), t.desk.Year())) }

// with does something with the opinion at the cursor.
func (t *Tab) with(do func(row)) {
	r, ok := t.grid.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return
	}
	do(r)
}

func (t *Tab) add() { desk.WriteOpinion(t.desk, tdkt.Opinion{}) }

func (t *Tab) edit(r row) { desk.WriteOpinion(t.desk, r.Opinion) }

func (t *Tab) answer(r row) {
	t.desk.UI.InputReason(wordAnswer, fmt.Sprintf(textAnswer, r.Words()), wordAnswer, func(said string) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.AnswerOpinion(ctx, r.Opinion, said) }, nil)
	})
}

func (t *Tab) remove(r row) {
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, r.Words()), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveOpinion(ctx, r.Opinion) }, nil)
	})
}

// show goes to the answers of whom the opinion is about.
func (t *Tab) show(r row) {
	t.desk.Open(desk.Place{Tab: desk.TabAwards, Subject: r.Subject, Title: r.Title})
}
