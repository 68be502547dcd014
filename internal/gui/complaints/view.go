// Package complaints is the page Khiếu nại of the tab Báo cáo: complaints with their
// deadline and outcome. An open one holds its subject.
package complaints

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Khiếu nại.
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
	grid.OnOpen, grid.EmptyWord, grid.OnEmpty = t.change, wordAdd, t.add
	t.ListPage = grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Main: kit.NewButton(wordAdd, t.add).Writes().Primary(), Rows: t.menu, Keys: kit.Shortcuts{New: t.add},
	})
	return t
}

// menu is what can be done with the complaint at the cursor.
func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	done := kit.NewDeed(wordClose, func() { t.WithRow(t.close) })
	again := kit.NewDeed(wordReopen, func() { t.WithRow(t.reopen) })
	edit := kit.NewDeed(wordEdit, func() { t.WithRow(t.change) })
	one := len(rows) == 1
	done.Disabled, again.Disabled, edit.Disabled = !one || !rows[0].Open(), !one || rows[0].Open(), !one || !rows[0].Open()
	return []*fyne.MenuItem{done, edit, again}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows the complaints about a subject.
func (t *Tab) Goto(p desk.Place) {
	for _, r := range t.Grid.Rows() {
		if r.Subject == p.Subject {
			t.Grid.SelectKey(r.key())
		}
	}
}

// Refresh reads the year's complaints again.
func (t *Tab) Refresh() {
	list := rows(t.desk.View(), t.desk.Year(), t.desk.App.Today())
	open, late := count(list)
	var chips []*kit.Chip
	if open > 0 {
		chips = append(chips, kit.NewChip(fmt.Sprintf(textOpenCount, open), kit.WarnTone, nil))
	}
	if late > 0 {
		chips = append(chips, kit.NewChip(fmt.Sprintf(textLateCount, late), kit.BadTone, nil))
	}
	t.Head.SetChips(chips...)
	t.Grid.SetRows(list)
}

func (t *Tab) add() {
	t.edit(tdkt.Complaint{Kind: tdkt.Appeal, Received: t.desk.App.Today()})
}

func (t *Tab) change(r row) {
	if !r.Open() {
		t.desk.UI.Notice(textIsDone)
		return
	}
	t.edit(r.Complaint)
}

// edit opens the form of a complaint; one without an ID is new.
func (t *Tab) edit(c tdkt.Complaint) {
	v := t.desk.View()
	labels, subjects := desk.Subjects(v, t.desk.Year())
	cases := newCases(v)
	about := kit.NewPicker(labels, func(label string) { cases.offer(subjects[label]) })
	for label, s := range subjects {
		if s == c.Subject {
			about.Choose(label)
			cases.offer(s)
		}
	}
	cases.choose(c)
	received, deadline := kit.NewDateField(c.Received), kit.NewDateField(c.Deadline)
	sender, summary := kit.NewTextField(c.Sender), kit.NewTextField(c.Summary)
	kind := kit.NewSelect(nil, nil)
	for _, k := range tdkt.ComplaintKinds() {
		kind.Options = append(kind.Options, string(k))
	}
	kind.Choose(string(c.Kind))
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordForm,
		Form: kit.NewForm(
			kit.FormItem{Label: wordReceived, Field: received, Must: true},
			kit.FormItem{Label: wordSender, Field: sender},
			kit.FormItem{Label: wordKind, Field: kind, Must: true},
			kit.FormItem{Label: wordAbout, Field: about, Must: true},
			kit.FormItem{Label: wordCase, Field: cases.field},
			kit.FormItem{Label: wordSummary, Field: summary, Must: true},
			kit.FormItem{Label: wordDeadline, Field: deadline},
		),
		Save: func() func() error {
			c.Received, c.Deadline, c.Sender, c.Summary = received.Day(), deadline.Day(), sender.Value(), summary.Value()
			c.Kind, c.Subject = tdkt.ComplaintKind(kind.Selected), subjects[about.Selected]
			c.Award, c.Nomination = cases.chosen()
			return func() error { return t.desk.App.SaveComplaint(context.WithoutCancel(t.desk.Ctx), c) }
		},
		Done: func() {
			if year := c.Received.Year(); year != t.desk.Year() { // else it would seem lost
				t.desk.UI.Noticef(textElsewhere, c.Received, year)
			}
		},
	})
}

// close opens the form of the outcome.
func (t *Tab) close(r row) {
	if !r.Open() {
		t.desk.UI.Notice(textIsDone)
		return
	}
	on, outcome, upheld := kit.NewDateField(t.desk.App.Today()), kit.NewTextField(""), kit.NewSelect(tdkt.Outcomes(), nil)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordClose,
		Form: kit.NewForm(
			kit.FormItem{Label: wordAbout, Field: kit.NewStatic(r.about)},
			kit.FormItem{Label: wordClosed, Field: on, Must: true},
			kit.FormItem{Label: wordUpheld, Field: upheld, Must: true},
			kit.FormItem{Label: wordOutcome, Field: outcome, Must: true},
		),
		Save: func() func() error {
			day, word, text := on.Day(), upheld.Selected, outcome.Value()
			return func() error {
				return t.desk.App.CloseComplaint(context.WithoutCancel(t.desk.Ctx), r.Complaint, day, word, text)
			}
		},
	})
}

func (t *Tab) reopen(r row) {
	if r.Open() {
		t.desk.UI.Notice(textIsOpen)
		return
	}
	t.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, r.about), wordReopen, func(reason string) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.ReopenComplaint(ctx, r.Complaint, reason) }, nil)
	})
}

// cases is the field that ties a complaint to an award or a nomination of its subject.
type cases struct {
	view   *view.View
	field  *kit.Select
	awards map[string]tdkt.ID
	noms   map[string]tdkt.ID
}

func newCases(v *view.View) *cases {
	c := &cases{view: v, field: kit.NewSelect([]string{wordNone}, nil)}
	c.offer(tdkt.Subject{})
	return c
}

// offer lists what a subject was given or proposed for.
func (c *cases) offer(s tdkt.Subject) {
	c.awards, c.noms = map[string]tdkt.ID{}, map[string]tdkt.ID{}
	c.field.Options = []string{wordNone}
	for _, n := range c.view.Nominations {
		if s.ID != "" && n.Subject == s {
			label := fmt.Sprintf(textNamed, c.view.TitleName(n.Title), n.Year)
			c.field.Options, c.noms[label] = append(c.field.Options, label), n.ID
		}
	}
	for _, w := range c.view.Awards {
		if s.ID != "" && w.Subject == s {
			label := fmt.Sprintf(textGiven, c.view.TitleName(w.Code), w.To, w.Decision)
			c.field.Options, c.awards[label] = append(c.field.Options, label), w.ID
		}
	}
	c.field.Choose(wordNone)
}

// choose shows what a complaint is tied to.
func (c *cases) choose(of tdkt.Complaint) {
	for _, list := range []struct {
		ids map[string]tdkt.ID
		id  tdkt.ID
	}{{c.awards, of.Award}, {c.noms, of.Nomination}} {
		for label, id := range list.ids {
			if list.id != "" && id == list.id {
				c.field.Choose(label)
			}
		}
	}
}

func (c *cases) chosen() (award, nomination tdkt.ID) {
	return c.awards[c.field.Selected], c.noms[c.field.Selected]
}
