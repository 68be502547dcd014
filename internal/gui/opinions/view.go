// Package opinions is the page Ý kiến of the tab Báo cáo: what leaders wrote about
// the year's work, here or in a package, and what was done about it.
package opinions

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Ý kiến.
type Tab struct {
	*kit.ListPage[row]
	desk *desk.Desk
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d}
	grid := kit.NewGrid(d.UI, row.key, columns()...)
	grid.Empty, grid.Style, grid.Totals = textEmpty, row.style, totals
	grid.OnOpen, grid.EmptyWord, grid.OnEmpty = t.edit, wordAdd, t.add
	t.ListPage = grid.NewListPage(kit.ListSpec[row]{
		Title: desk.PageOpinions, Main: kit.NewButton(wordAdd, t.add).Primary(), Rows: t.deeds, Keys: kit.Shortcuts{New: t.add},
	})
	return t
}

// deeds are what can be done with the opinion selected.
func (t *Tab) deeds(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	r := rows[0]
	return []*fyne.MenuItem{
		kit.NewDeed(wordAnswer, func() { t.answer(r) }), fyne.NewMenuItem(wordEdit, func() { t.edit(r) }),
		fyne.NewMenuItem(wordShow, func() { t.show(r) }), fyne.NewMenuItem(wordRemove, func() { t.remove(r) }),
	}
}

// Name is the word of the page.
func (t *Tab) Name() string { return desk.PageOpinions }

// Goto shows the opinions about a subject.
func (t *Tab) Goto(p desk.Place) {
	for _, r := range t.Grid.Rows() {
		if p.Key == r.ID || p.Key == "" && p.Subject.ID != "" && r.Subject == p.Subject {
			t.Grid.SelectKey(r.key())
			return
		}
	}
}

// Refresh reads the year's opinions again.
func (t *Tab) Refresh() {
	list := rows(t.desk.View(), t.desk.Year())
	waits := 0
	for _, r := range list {
		if r.Open() {
			waits++
		}
	}
	t.Head.SetChips()
	if waits > 0 {
		t.Head.SetChips(kit.NewChip(fmt.Sprintf(textWaiting, waits), kit.WarnTone, nil))
	}
	t.Grid.SetRows(list)
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
