// Package documents is the page Văn bản of the tab Báo cáo: every letter, report and form
// that the year's data can be written as, to be written into a folder as Word.
package documents

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one document with its place in the list.
type row struct {
	papers.Document
	at int
}

func (r row) key() string {
	return string(r.Kind) + " " + string(r.Subject.ID) + " " + r.Code + " " + r.Decision + " " + string(r.Plan) + fmt.Sprint(r.Half) + r.name()
}

// name is the document, of a report of the work with its period.
func (r row) name() string {
	if p := r.Period(); p != "" {
		return r.Name + " " + p
	}
	return r.Name
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordName, Width: 300, Text: row.name},
		{Title: wordWho, Width: 220, Text: func(r row) string { return r.Who }, Order: kit.ByName},
		{Title: wordAbout, Width: 300, Text: func(r row) string { return cmp.Or(r.Title, r.About) }},
		{Title: wordLacks, Width: 260, Grow: true, Text: func(r row) string { return strings.Join(r.Gaps, "; ") }},
	}
}

func totals(shown []row) string {
	reports := 0
	for _, r := range shown {
		if r.Who != "" {
			reports++
		}
	}
	return fmt.Sprintf(textTotals, len(shown), reports)
}

// Tab is the page Văn bản.
type Tab struct {
	*kit.ListPage[row]
	desk   *desk.Desk
	rounds *desk.RoundPicker
	export func()
}

var _ desk.Tab = (*Tab)(nil)

const roundWidth = 150

// New makes the page; export is what "Xuất hồ sơ trình" does.
func New(d *desk.Desk, export func()) *Tab {
	t := &Tab{desk: d, export: export}
	grid := kit.NewGrid(d.UI, row.key, columns()...)
	grid.Totals = totals
	grid.OnOpen = func(r row) { t.write([]row{r}) }
	t.rounds = desk.NewRoundPicker(d, t.Refresh)
	t.ListPage = grid.NewListPage(kit.ListSpec[row]{
		Title: desk.PageDocuments, Views: kit.Wide(roundWidth, t.rounds.Select), Rows: t.deeds, Page: t.more,
		Main: kit.NewButton(wordWrite, func() { t.write(grid.Selected()) }).Primary(),
		Keys: kit.Shortcuts{Export: export},
	})
	t.Note.Set(textHow, kit.Plain)
	return t
}

// deeds are what can be done with the document selected.
func (t *Tab) deeds(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordWriteOne, func() { t.write(rows) }),
		fyne.NewMenuItem(wordWriteOnePDF, func() { t.writePDF(rows) }),
		kit.NewDeed(wordTexts, func() { exchange.EditTexts(t.desk, t.desk.Round(), rows[0].Document, t.Refresh) }),
	}
}

// more are what can be done with the whole page.
func (t *Tab) more() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordFreeReport, func() { exchange.FreeReport(t.desk, t.desk.Round()) }),
		fyne.NewMenuItem(wordWriteAll, func() { t.write(t.Grid.Shown()) }),
		fyne.NewMenuItem(wordWritePDF, func() { t.writePDF(t.Grid.Selected()) }),
		fyne.NewMenuItem(wordTemplates, func() { exchange.WriteTemplates(t.desk) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(wordSoftware, func() { exchange.ExportSoftware(t.desk) }),
	}
}

// writePDF writes documents as pages, for e-files.
func (t *Tab) writePDF(rows []row) {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].PDF = true
	}
	t.write(rows)
}

// write writes documents into a folder the user says.
func (t *Tab) write(rows []row) {
	list := make([]papers.Document, len(rows))
	for i, r := range rows {
		list[i] = r.Document
	}
	if len(list) > 0 {
		exchange.WriteDocuments(t.desk, t.desk.Round(), list)
	}
}

// Name is the word of the page.
func (t *Tab) Name() string { return desk.PageDocuments }

// Goto shows what can be written about a subject.
func (t *Tab) Goto(p desk.Place) {
	for _, r := range t.Grid.Rows() {
		if p.Subject.ID != "" && r.Subject == p.Subject {
			t.Grid.SelectKey(r.key())
			return
		}
	}
}

// Refresh asks again what can be written, away from the screen.
func (t *Tab) Refresh() {
	t.rounds.Read()
	round := t.desk.Round()
	t.desk.UI.Do(func() func() {
		list, err := papers.Documents(t.desk.Ctx, t.desk.App, round)
		return func() { t.show(round, list, err) }
	})
}

func (t *Tab) show(round tdkt.Round, list []papers.Document, err error) {
	t.Grid.Empty = fmt.Sprintf(textEmpty, round.Year)
	if err != nil {
		t.Grid.Empty = t.desk.UI.Sentence(err)
	}
	rows := make([]row, len(list))
	for i, d := range list {
		rows[i] = row{d, i}
	}
	t.Grid.SetRows(rows)
}
