// Package evaluations is the tab Đánh giá: the year's ratings of people and units,
// and the year's initiatives.
package evaluations

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the tab Đánh giá.
type Tab struct {
	desk    *desk.Desk
	part    *widget.RadioGroup
	grid    *kit.Grid[row]
	inits   *kit.Grid[initRow]
	state   *widget.Label
	book    *kit.Button
	rate    *kit.Button
	add     *kit.Button
	change  *kit.Button
	remove  *kit.Button
	tools   *fyne.Container
	filter  *fyne.Container
	center  *fyne.Container
	content fyne.CanvasObject
}

var _ desk.Tab = (*Tab)(nil)

// New makes the tab.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, state: widget.NewLabel("")}
	t.grid = kit.NewGrid(d.UI, row.key, columns(true, false, 0)...)
	t.grid.Empty = textEmpty
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnEdit = t.editOne
	t.grid.OnEdits = t.editMany
	t.inits = kit.NewGrid(d.UI, initRow.key, initColumns()...)
	t.inits.Empty = textNoInitiatives
	t.inits.OnOpen = func(r initRow) { t.editInitiative(r.initiative) }
	t.inits.Totals = func(shown []initRow) string { return fmt.Sprintf(textInitiatives, len(shown)) }
	t.part = widget.NewRadioGroup([]string{wordPeople, wordUnits, wordInitiatives}, func(string) { t.Refresh() })
	t.part.Horizontal, t.part.Required = true, true
	t.book = kit.NewButton(wordClose, t.toggleBook)
	t.rate = kit.NewIconButton(wordRate, theme.ListIcon(), t.rateSelected)
	t.add = kit.NewIconButton(wordAdd, theme.ContentAddIcon(), t.addInitiative)
	t.change = kit.NewIconButton(wordChange, theme.DocumentCreateIcon(), t.changeCurrent)
	t.remove = kit.NewIconButton(wordRemove, theme.DeleteIcon(), t.removeCurrent)
	t.filter = container.NewStack(t.grid.Filter(), t.inits.Filter())
	t.center = container.NewStack(t.grid, t.inits)
	t.tools = container.NewHBox(t.part, t.rate, t.add, t.change, t.remove, t.book, t.state)
	t.content = container.NewBorder(container.NewVBox(t.tools, t.filter), nil, nil, nil, t.center)
	t.part.Selected = wordPeople
	t.part.Refresh()
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts are Ctrl+F to filter and Ctrl+N to add an initiative.
func (t *Tab) Shortcuts() kit.Shortcuts {
	if t.part.Selected == wordInitiatives {
		return kit.Shortcuts{Find: t.inits.FocusFilter, New: t.addInitiative}
	}
	return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.addInitiative}
}

// Goto moves to the place's row; for an initiative that is not there yet it opens the
// form of a new one.
func (t *Tab) Goto(p desk.Place) {
	if p.Noun == tdkt.NounInitiative {
		t.gotoInitiative(p)
		return
	}
	part := wordPeople
	if p.Subject.Kind == tdkt.AUnit {
		part = wordUnits
	}
	t.part.SetSelected(part)
	t.grid.SelectKey(string(p.Subject.ID))
}

// Refresh reads the year's ratings or initiatives again.
func (t *Tab) Refresh() {
	v, year, unit := t.desk.View(), t.desk.Year(), t.desk.Unit()
	closed := v.YearOf(year).IsClosed(t.currentBook())
	t.showBook(closed)
	inits := t.part.Selected == wordInitiatives
	show(inits, t.inits, t.inits.Filter(), t.add, t.change, t.remove)
	show(!inits, t.grid, t.grid.Filter(), t.rate)
	t.tools.Refresh()
	switch t.part.Selected {
	case wordInitiatives:
		t.inits.SetRows(initRows(v, year, unit))
	case wordUnits:
		t.grid.SetColumns(columns(false, closed, year)...)
		t.grid.SetRows(unitRows(v, year, unit))
	default:
		t.grid.SetColumns(columns(true, closed, year)...)
		t.grid.SetRows(peopleRows(v, year, unit))
	}
}

func show(on bool, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

func (t *Tab) currentBook() tdkt.Book {
	if t.part.Selected == wordInitiatives {
		return tdkt.InitiativeBook
	}
	return tdkt.RatingBook
}

func (t *Tab) showBook(closed bool) {
	t.state.SetText(wordIsOpen)
	t.book.SetText(wordClose)
	if closed {
		t.state.SetText(wordIsClosed)
		t.book.SetText(wordReopen)
	}
	for _, b := range []*kit.Button{t.rate, t.add, t.change, t.remove} {
		if closed {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// toggleBook closes the book after a question, or opens it again with a reason.
func (t *Tab) toggleBook() {
	book, year := t.currentBook(), t.desk.Year()
	set := func(closed bool, reason string) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.CloseBook(ctx, year, book, closed, reason) }, nil)
	}
	if t.desk.View().YearOf(year).IsClosed(book) {
		t.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, book.Words(), year), wordReopen, func(reason string) { set(false, reason) })
		return
	}
	t.desk.UI.Confirm(wordClose, fmt.Sprintf(textClose, book.Words(), year), wordClose, func() { set(true, "") })
}

func (t *Tab) editOne(r row, column int, text string) error {
	return t.editMany([]kit.Edit[row]{{Row: r, Column: column, Text: text}})
}

func (t *Tab) editMany(edits []kit.Edit[row]) error {
	list, err := merged(t.desk.View(), t.desk.Year(), edits)
	if err != nil {
		return err
	}
	return t.desk.App.SetRatings(t.desk.Ctx, t.desk.Year(), list)
}

// rateSelected gives the selected rows one level in one step.
func (t *Tab) rateSelected() {
	rows := t.grid.Selected()
	if len(rows) == 0 {
		t.desk.UI.Notice(textPick)
		return
	}
	names := levelNames()[1:]
	t.desk.UI.Choice(wordRate, fmt.Sprintf(textRate, len(rows), t.desk.Year()), names, func(i int) {
		edits := make([]kit.Edit[row], len(rows))
		for k, r := range rows {
			edits[k] = kit.Edit[row]{Row: r, Column: colLevel, Text: names[i]}
		}
		t.desk.Do(func(context.Context) error { return t.editMany(edits) }, nil)
	})
}
