// Package outlook is the page Năm sau: for every person and room what it holds, how its
// streaks stand, which higher title the next year opens and what is missing for it.
package outlook

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tab is the page.
type Tab struct {
	desk    *desk.Desk
	part    *widget.RadioGroup
	only    *kit.Check
	grid    *kit.Grid[row]
	titles  *kit.Grid[titleRow]
	regime  *widget.Label
	content *fyne.Container

	page     *page
	forecast law.Forecast // of the row at the cursor
	has      bool         // forecast is one
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, page: &page{}, regime: widget.NewLabel("")}
	t.regime.Wrapping = fyne.TextWrapWord
	t.grid = kit.NewGrid(d.UI, row.key, columns(0)...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnCursor = t.chosen
	t.grid.OnOpen = func(row) { t.details() }
	t.grid.Menu = t.menu
	t.titles = kit.NewGrid(d.UI, titleRow.key, titleColumns(0)...)
	t.titles.Style = titleRow.style
	t.titles.Totals = func([]titleRow) string { return "" }
	t.titles.OnOpen = func(titleRow) { t.details() }
	t.titles.Empty = textNoRow
	t.part = widget.NewRadioGroup([]string{wordPeople, wordUnits}, func(string) { t.Refresh() })
	t.part.Horizontal, t.part.Required = true, true
	t.only = kit.NewCheck(wordOnly, func(bool) { t.Refresh() })
	details := kit.NewIconButton(wordDetails, theme.InfoIcon(), t.details)
	tools := container.NewVBox(kit.Bar(t.part, t.only, nil, details), t.regime, t.grid.Filter())
	split := container.NewVSplit(t.grid, t.titles)
	split.Offset = 0.58
	t.content = container.NewBorder(tools, nil, nil, nil, split)
	t.part.Selected = wordPeople
	t.part.Refresh()
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter.
func (t *Tab) Shortcuts() kit.Shortcuts { return kit.Shortcuts{Find: t.grid.FocusFilter} }

// Goto shows a person or unit.
func (t *Tab) Goto(p desk.Place) {
	t.only.Checked = false
	t.only.Refresh()
	t.part.Selected = wordPeople
	if p.Subject.Kind == tdkt.AUnit {
		t.part.Selected = wordUnits
	}
	t.part.Refresh()
	t.Refresh()
	t.desk.UI.Do(func() func() {
		return func() {
			t.grid.SetFilter("")
			t.grid.SelectKey(string(p.Subject.ID))
			t.titles.SelectKey(p.Title)
		}
	})
}

// Refresh looks at the next year again, away from the screen.
func (t *Tab) Refresh() {
	v := t.desk.View()
	q := query{year: t.desk.Year(), unit: t.desk.Unit(), kind: tdkt.APerson, only: t.only.Checked}
	if t.part.Selected == wordUnits {
		q.kind = tdkt.AUnit
	}
	if len(t.grid.Rows()) == 0 {
		t.grid.Empty = textWorking
		t.grid.SetRows(nil)
	}
	t.desk.UI.Do(func() func() {
		p := read(t.desk.Ctx, v, q)
		return func() { t.show(p) }
	})
}

func (t *Tab) show(p *page) {
	if p.year != t.page.year {
		t.grid.SetColumns(columns(p.year)...)
		t.titles.SetColumns(titleColumns(p.year)...)
	}
	t.page = p
	t.grid.Empty = emptyText(p)
	t.showRegime()
	t.grid.SetRows(p.rows)
}

func emptyText(p *page) string {
	switch {
	case p.err != nil:
		return tdkt.Sentence(p.err, nil)
	case p.subject > 0:
		return fmt.Sprintf(textNone, p.year+1)
	}
	return textEmpty
}

// showRegime names the law of the next year, and warns where it was not checked.
func (t *Tab) showRegime() {
	p, text := t.page, ""
	t.regime.Importance = widget.MediumImportance
	if p.note != "" {
		t.regime.Importance = widget.WarningImportance
		text = fmt.Sprintf(textNote, p.note)
	}
	if p.regime != "" {
		text += fmt.Sprintf(textRegime, p.year+1, p.regime)
	}
	t.regime.SetText(text)
	t.content.Layout.Layout(t.content.Objects, t.content.Size()) // the line may be higher now
}

// chosen shows the titles of the row at the cursor, with everything that was seen.
func (t *Tab) chosen(r row, ok bool) {
	t.has = false
	if !ok {
		t.titles.SetRows(nil)
		return
	}
	x, err := t.page.view.Rules.Forecast(t.page.view.Facts, t.page.year, r.subject)
	if err != nil {
		t.titles.SetRows(nil)
		return
	}
	t.forecast, t.has = x, true
	t.titles.SetRows(titlesOf(x))
}

func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordDetails, t.details),
		fyne.NewMenuItem(wordCard, func() { t.openCard(rows[0].subject) }),
	}
}

func (t *Tab) openCard(s tdkt.Subject) { t.desk.Open(desk.Place{Tab: desk.TabStaff, Subject: s}) }
