// Package finds is the page Tra cứu of the tab Báo cáo: all that the file holds under some
// words, as a list that can be opened and written to Excel.
package finds

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// most is how many finds are listed.
const most = 500

// row is one find with its place in the list.
type row struct {
	view.Found
	at int
}

func (r row) key() string { return fmt.Sprint(r.at) }

func (r row) year() string {
	if r.Year == 0 {
		return ""
	}
	return fmt.Sprint(r.Year)
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordName, Width: 300, Text: func(r row) string { return r.Name }, Order: kit.ByName},
		{Title: wordKind, Width: 150, Text: func(r row) string { return r.Kind.Words() }},
		{Title: wordYear, Width: 60, Text: row.year, Order: kit.ByNumber},
		{Title: wordMore, Width: 300, Grow: true, Text: func(r row) string { return r.More }},
	}
}

func totals(shown []row) string {
	if len(shown) == most {
		return fmt.Sprintf(textMost, most)
	}
	return fmt.Sprintf(textTotals, len(shown))
}

// Tab is the page Tra cứu.
type Tab struct {
	desk    *desk.Desk
	open    func(view.Found)
	grid    *kit.Grid[row]
	words   *kit.Entry
	content fyne.CanvasObject
	asked   int // how often was asked, so that a late answer is dropped
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; open shows a find where it stands.
func New(d *desk.Desk, open func(view.Found)) *Tab {
	t := &Tab{desk: d, open: open, words: kit.NewEntry()}
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Totals = totals
	t.grid.OnOpen = func(r row) { open(r.Found) }
	t.words.SetPlaceHolder(textHint)
	t.words.OnChanged = func(string) { t.Refresh() }
	t.words.OnKey = func(key fyne.KeyName) bool {
		if key != fyne.KeyReturn && key != fyne.KeyEnter && key != fyne.KeyDown {
			return false
		}
		t.grid.Focus()
		return true
	}
	head := d.UI.NewHead(kit.HeadSpec{
		Title: desk.PageFind, Filter: t.words,
		Main: kit.NewButton(wordOpen, func() { t.grid.WithCurrent(textStart, func(r row) { open(r.Found) }) }).Primary(),
	})
	t.content = kit.NewPage(head.Object(), kit.Padded(t.grid))
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return desk.PageFind }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the words looked for.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: func() { t.desk.UI.Focus(t.words) }}
}

// Goto has nothing to show of one subject.
func (t *Tab) Goto(desk.Place) {}

// Refresh looks again, away from the screen.
func (t *Tab) Refresh() {
	t.asked++
	v, text, asked := t.desk.View(), strings.TrimSpace(t.words.Text), t.asked
	if text == "" {
		t.grid.Empty = textStart
		t.grid.SetRows(nil)
		return
	}
	t.desk.UI.Run(func() func() {
		list := v.Find(text, most)
		return func() {
			if asked == t.asked {
				t.show(text, list)
			}
		}
	})
}

func (t *Tab) show(text string, list []view.Found) {
	rows := make([]row, len(list))
	for i, f := range list {
		rows[i] = row{f, i}
	}
	t.grid.Empty = fmt.Sprintf(textNone, text)
	t.grid.SetRows(rows)
}
