// Package tasks is the page Nhiệm vụ of the tab Kế hoạch: what the plan asks for, who
// does it by when, and how far it has come.
package tasks

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Nhiệm vụ.
type Tab struct {
	desk    *desk.Desk
	opened  func(path string)
	grid    *kit.Grid[row]
	board   *kit.Grid[owner]
	part    *kit.Views
	late    *kit.Check
	add     *kit.Button
	head    *kit.Head
	month   fyne.CanvasObject // the board under its hint
	content fyne.CanvasObject
	page    *page
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, page: &page{}}
	t.grid = kit.NewGrid(d.UI, row.key, columns(t.page)...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnEdits = t.edited
	t.grid.Menu = t.menu
	t.board = kit.NewGrid(d.UI, owner.key, boardColumns()...)
	t.board.Style = owner.style
	t.board.Empty = textNoBoard
	t.board.OnOpen = t.listOf
	t.late = kit.NewCheck(wordLate, func(bool) { t.showRows() })
	t.add = kit.NewButton(wordAdd, t.addTask).Writes().Primary()
	t.month = kit.Border(kit.Padded(kit.NewPara(textBoardHint, kit.Small, kit.Quiet, false)), nil, nil, nil, t.board)
	t.part = kit.NewViews([]string{wordList, wordBoard}, t.turn)
	t.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Views: container.NewHBox(t.part.Segments, t.late), Filter: t.grid.Filter(), More: t.more, Main: t.add,
	})
	t.content = kit.Border(t.head.Object(), nil, nil, nil, kit.Padded(container.NewStack(t.grid, t.month)))
	t.turn()
	return t
}

// more is the menu of all that is not done every day.
func (t *Tab) more() []*fyne.MenuItem {
	from, remove := kit.NewDeed(wordFrom, t.takeFromPlan), kit.NewDeed(wordRemove, t.removeSelected)
	from.Disabled, remove.Disabled = t.page.locked, t.page.locked
	return []*fyne.MenuItem{from, fyne.NewMenuItem(wordReport, t.report), fyne.NewMenuItemSeparator(), remove}
}

// turn shows the list or the board.
func (t *Tab) turn() {
	if t.part.Selected == wordBoard {
		t.grid.Hide()
		t.month.Show()
		return
	}
	t.month.Hide()
	t.grid.Show()
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter, Ctrl+N to a new task and Ctrl+E to the report.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.addTask, Export: t.report}
}

// Goto shows the tasks of a person or room, or with the cursor on the first of those that
// are late.
func (t *Tab) Goto(p desk.Place) {
	t.part.SetSelected(wordList)
	t.late.SetChecked(p.Missing)
	if late := t.grid.Shown(); p.Missing && len(late) > 0 {
		t.grid.GoCell(late[0].key(), colState)
	}
	if p.Subject.ID != "" {
		t.grid.SetFilter(t.desk.View().Facts.NameOf(p.Subject))
	}
}

// Refresh reads the tasks of the year and unit again.
func (t *Tab) Refresh() {
	t.page = read(t.desk.View(), t.desk.Year(), t.desk.Unit(), t.desk.App.Today())
	t.showHead()
	t.grid.SetColumns(columns(t.page)...)
	t.showRows()
	t.board.SetRows(board(t.page.rows))
}

// showHead says beside the title how many are late, and whether the year is locked.
func (t *Tab) showHead() {
	var chips []*kit.Chip
	if n := len(late(t.page.rows)); n > 0 {
		chips = append(chips, kit.NewChip(fmt.Sprintf(textLateCount, n), kit.BadTone, func() { t.late.SetChecked(!t.late.Checked) }))
	}
	reason := ""
	if t.page.locked {
		reason = fmt.Sprintf(textLocked, t.page.year)
		chips = append(chips, kit.NewChip(reason, kit.WaitTone, nil))
	}
	t.head.SetChips(chips...)
	t.add.Why(reason)
}

func (t *Tab) showRows() {
	t.grid.Empty = fmt.Sprintf(textEmpty, t.page.year)
	t.grid.EmptyWord, t.grid.OnEmpty = wordFrom, t.takeFromPlan
	if t.page.locked {
		t.grid.EmptyWord = ""
	}
	rows := t.page.rows
	if t.late.Checked && len(rows) > 0 {
		rows = late(rows)
		t.grid.Empty, t.grid.EmptyWord = textNoLate, ""
	}
	t.grid.SetRows(rows)
}

func (t *Tab) edited(edits []kit.Edit[row]) error {
	tasks, err := edited(t.page, edits)
	if err != nil {
		return err
	}
	return t.desk.App.SaveTasks(t.desk.Ctx, tasks...)
}

func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if t.page.locked {
		return nil
	}
	var out []*fyne.MenuItem
	for _, s := range tdkt.TaskStates() {
		out = append(out, kit.NewDeed(string(s), func() { t.setState(rows, s) }))
	}
	return append(out, fyne.NewMenuItemSeparator(), kit.NewDeed(wordRemove, t.removeSelected))
}

func (t *Tab) setState(rows []row, s tdkt.TaskState) {
	tasks := tasksOf(rows)
	for i := range tasks {
		tasks[i].State = s
	}
	t.desk.Do(func(ctx context.Context) error { return t.desk.App.SaveTasks(ctx, tasks...) }, nil)
}

func tasksOf(rows []row) []tdkt.Task {
	out := make([]tdkt.Task, len(rows))
	for i, r := range rows {
		out[i] = r.task
	}
	return out
}

// listOf shows the tasks of one owner of the board.
func (t *Tab) listOf(o owner) {
	t.part.SetSelected(wordList)
	if o.name != wordNobody {
		t.grid.SetFilter(o.name)
	}
	t.grid.Focus()
}

func (t *Tab) removeSelected() {
	rows := t.grid.Selected()
	if len(rows) == 0 {
		t.desk.UI.Notice(textPick)
		return
	}
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, len(rows)), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveTasks(ctx, tasksOf(rows)) }, nil)
	})
}

// addTask opens the form of a new task of the year.
func (t *Tab) addTask() {
	if t.page.locked {
		return
	}
	plans := t.desk.View().PlansOf(t.page.year)
	plan := kit.NewSelect([]string{wordNoPlan}, nil)
	for _, p := range plans {
		plan.Options = append(plan.Options, app.PlanName(p))
	}
	plan.Choose(plan.Options[min(1, len(plans))])
	title, section := kit.NewAreaField("", 3), kit.NewTextField("")
	unit, who := kit.NewPicker(t.page.units.Labels, nil), kit.NewPicker(t.page.people.Labels, nil)
	deadline := kit.NewDateField(0)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordAdd,
		Form: kit.NewForm(
			kit.FormItem{Label: wordTitle, Field: title, Must: true},
			kit.FormItem{Label: wordPlan, Field: plan},
			kit.FormItem{Label: wordSection, Field: section},
			kit.FormItem{Label: wordUnit, Field: unit},
			kit.FormItem{Label: wordPerson, Field: who},
			kit.FormItem{Label: wordDeadline, Field: deadline},
		),
		Save: func() func() error {
			task := tdkt.Task{
				Year: t.page.year, Title: title.Value(), Section: section.Value(), Deadline: deadline.Day(),
				Unit: t.page.units.ID(unit.Selected), Person: t.page.people.ID(who.Selected), Place: len(t.page.rows) + 1,
			}
			if i := plan.SelectedIndex(); i > 0 {
				task.Plan = plans[i-1].ID
			}
			return func() error { return t.desk.App.SaveTasks(context.WithoutCancel(t.desk.Ctx), task) }
		},
	})
}

// suggestion is a section of the plan that may become a task.
type suggestion struct {
	task tdkt.Task
	take bool
}

func (s suggestion) key() string { return s.task.Section + s.task.Title }

// takeFromPlan lists the sections of the year's plan without a task and makes tasks of
// those ticked.
func (t *Tab) takeFromPlan() {
	v := t.desk.View()
	plans := v.PlansOf(t.page.year)
	if len(plans) == 0 {
		t.desk.UI.Notice(fmt.Sprintf(textNoPlan, t.page.year))
		return
	}
	var list []suggestion
	for _, p := range plans {
		for _, s := range v.SuggestTasks(p) {
			list = append(list, suggestion{task: s, take: true})
		}
	}
	if len(list) == 0 {
		t.desk.UI.Notice(textAllTaken)
		return
	}
	at := map[string]int{}
	for i, s := range list {
		at[s.key()] = i
	}
	grid := kit.NewGrid(t.desk.UI, suggestion.key,
		kit.Column[suggestion]{Title: wordTake, Width: 80, Text: func(s suggestion) string { return kit.Tick(s.take) }, Edit: &kit.Editor[suggestion]{Kind: kit.EditTick}},
		kit.Column[suggestion]{Title: wordSection, Width: 60, Text: func(s suggestion) string { return s.task.Section }},
		kit.Column[suggestion]{Title: wordTitle, Width: 500, Grow: true, Text: func(s suggestion) string { return s.task.Title }},
	)
	grid.OnEdits = func(edits []kit.Edit[suggestion]) error {
		for _, e := range edits {
			list[at[e.Row.key()]].take = e.Text != ""
		}
		t.desk.UI.Do(func() func() { return func() { grid.SetRows(list) } })
		return nil
	}
	grid.SetRows(list)
	head := kit.Padded(kit.NewPara(textTake, kit.Body, kit.Quiet, false))
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordFrom, Yes: wordFrom, Size: fyne.NewSize(900, 480), Content: kit.Border(head, nil, nil, nil, grid),
		OnYes: func() bool {
			t.take(list)
			return true
		},
	})
	grid.Focus()
}

func (t *Tab) take(list []suggestion) {
	var tasks []tdkt.Task
	for _, s := range list {
		if s.take {
			tasks = append(tasks, s.task)
		}
	}
	t.desk.Do(func(ctx context.Context) error { return t.desk.App.SaveTasks(ctx, tasks...) },
		func() { t.desk.UI.Noticef(textTaken, len(tasks)) })
}
