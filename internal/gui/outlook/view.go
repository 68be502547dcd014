// Package outlook is the page Năm sau of the tab Báo cáo: for every person and room what it holds, how its
// streaks stand, which higher title the next year opens and what is missing for it.
package outlook

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tab is the page.
type Tab struct {
	*kit.ListPage[row]
	desk   *desk.Desk
	part   *kit.Views
	only   *kit.Check
	grid   *kit.Grid[row]
	titles *kit.Grid[titleRow]

	page     *page
	forecast law.Forecast // of the row at the cursor
	has      bool         // forecast is one
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, page: &page{}}
	t.grid = kit.NewGrid(d.UI, row.key, columns(0)...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnCursor = t.chosen
	t.grid.OnOpen = func(row) { t.details() }
	t.titles = kit.NewGrid(d.UI, titleRow.key, titleColumns(0)...)
	t.titles.Style = titleRow.style
	t.titles.Totals = func([]titleRow) string { return "" }
	t.titles.OnOpen = func(titleRow) { t.details() }
	t.titles.Empty = textNoRow
	t.part = kit.NewViews([]string{wordPeople, wordUnits}, func() { t.Refresh() })
	t.only = kit.NewCheck(wordOnly, func(bool) { t.Refresh() })
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Views: container.NewHBox(t.part.Segments, t.only), Main: kit.NewButton(wordDetails, t.details).Primary(),
		Rows: t.menu, Share: peopleShare, Below: t.titles,
	})
	return t
}

// peopleShare is how much of the height the people have, above the titles of one of them.
const peopleShare = 0.56

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows a person or unit.
func (t *Tab) Goto(p desk.Place) {
	t.only.Checked = false
	t.only.Refresh()
	part := wordPeople
	if p.Subject.Kind == tdkt.AUnit {
		part = wordUnits
	}
	t.part.SetSelected(part)
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
	tone := kit.Plain
	if p.note != "" {
		tone = kit.WarnTone
		text = fmt.Sprintf(textNote, p.note)
	}
	if p.regime != "" {
		text += fmt.Sprintf(textRegime, p.year+1, p.regime)
	}
	t.Note.Set(text, tone)
	t.Content().Refresh() // the line may be higher now
	t.Head.SetTitle(fmt.Sprintf(wordTitled, p.year+1))
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
