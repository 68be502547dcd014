// Package awards is the tab Khen thưởng: who may get which title and why, what is
// proposed, and the decisions that came.
package awards

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the tab Khen thưởng.
type Tab struct {
	desk     *desk.Desk
	export   func()
	opened   func(path string)
	part     *widget.RadioGroup
	titles   *kit.Grid[titleRow]
	grid     *kit.Grid[row]
	needs    *kit.Grid[need]
	group    *kit.Select
	regime   *widget.Label
	state    *widget.Label // of the book
	book     *kit.Button
	nominate *kit.Button
	move     *kit.Button
	record   *kit.Button
	judge    []*kit.Button
	head     *widget.Label
	reasons  *fyne.Container
	changes  *widget.Label // since the nomination
	findings *kit.Grid[finding]
	whole    *widget.Label // the finding at the cursor in full
	behind   *kit.Button
	enter    *kit.Button
	rounds   *desk.RoundPicker
	bar      *fyne.Container
	content  *fyne.Container

	page     *page
	at       titleRow // the title whose subjects are shown
	current  row
	has      bool                     // current is a row
	plain    string                   // the reasons as text
	segments []widget.RichTextSegment // the reasons as the box shows them
}

var _ desk.Tab = (*Tab)(nil)

// New makes the tab; export is what the button "Xuất hồ sơ trình" does, and opened
// shows a file that was printed with the system's own program.
func New(d *desk.Desk, export func(), opened func(path string)) *Tab {
	t := &Tab{desk: d, export: export, opened: opened, page: &page{}, regime: widget.NewLabel(""), state: widget.NewLabel("")}
	t.regime.Wrapping = fyne.TextWrapWord
	t.titles = kit.NewGrid(d.UI, titleRow.key, titleColumns()...)
	t.titles.OnCursor = t.titleChosen
	t.titles.Style = titleRow.style
	t.titles.OnOpen = func(titleRow) { t.grid.Focus() }
	t.titles.Totals = func([]titleRow) string { return "" }
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnCursor = t.rowChosen
	t.grid.OnSelect = t.selected
	t.grid.OnOpen = func(row) { t.showReasons() }
	t.grid.Menu = t.menu
	t.rounds = desk.NewRoundPicker(t.desk, t.Refresh)
	t.group = kit.NewSelect(groupWords(), func(string) { t.showRows() })
	t.group.Choose(wordAllRows)
	t.part = widget.NewRadioGroup([]string{wordPeople, wordUnits}, func(string) { t.showTitles() })
	t.part.Horizontal, t.part.Required = true, true
	lists := container.NewHSplit(container.NewBorder(container.NewBorder(nil, nil, t.part, nil, t.rounds.Select), nil, nil, nil, t.titles), t.right())
	lists.Offset = 0.4
	split := container.NewVSplit(lists, t.below())
	split.Offset = 0.5
	t.content = container.NewBorder(t.tools(), nil, nil, nil, split)
	t.part.Selected = wordPeople
	t.part.Refresh()
	return t
}

// tools are the buttons above the lists.
func (t *Tab) tools() fyne.CanvasObject {
	t.nominate = kit.NewIconButton(wordNominate, theme.ConfirmIcon(), t.nominateSelected).Primary()
	t.move = kit.NewIconButton(wordMove, theme.NavigateNextIcon(), t.moveSelected)
	t.record = kit.NewIconButton(wordRecord, theme.DocumentCreateIcon(), t.recordDecision)
	t.book = kit.NewButton(wordCloseBook, t.toggleBook)
	send := kit.NewIconButton(wordExport, theme.UploadIcon(), t.export)
	t.bar = container.NewHBox(t.nominate, kit.NewButton(wordNominateAll, t.nominateAll), t.move, t.record, layout.NewSpacer(), t.state, t.book, send)
	return container.NewVBox(t.bar, t.regime)
}

// right is the list of subjects with its filters.
func (t *Tab) right() fyne.CanvasObject {
	filters := container.NewBorder(nil, nil, kit.Wide(220, t.group), nil, t.grid.Filter())
	return container.NewBorder(filters, nil, nil, nil, t.grid)
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter, Ctrl+N to proposing and Ctrl+E to the export.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.nominateSelected, Export: t.export}
}

// Goto shows the reasons of a subject for a title.
func (t *Tab) Goto(p desk.Place) {
	t.desk.UI.Do(func() func() {
		return func() { t.goTo(p) }
	})
}

// goTo runs after the page was read.
func (t *Tab) goTo(p desk.Place) {
	word := wordPeople
	if p.Subject.Kind == tdkt.AUnit {
		word = wordUnits
	}
	t.part.SetSelected(word)
	if p.Title != "" {
		t.titles.SelectKey(titleRow{titleKey: titleKey{p.Subject.Kind, p.Title}}.key())
	}
	if p.Subject.ID == "" || t.grid.SelectKey(string(p.Subject.ID)) {
		return
	}
	t.group.SetSelected(wordAllRows)
	t.grid.SetFilter("")
	t.grid.SelectKey(string(p.Subject.ID))
}

// Refresh judges everybody in the year and unit again, away from the screen.
func (t *Tab) Refresh() {
	v, round, unit := t.desk.View(), t.desk.Round(), t.desk.Unit()
	t.rounds.Read()
	if len(t.titles.Rows()) == 0 {
		t.titles.Empty = textWorking
		t.titles.SetRows(nil)
	}
	t.desk.UI.Do(func() func() {
		p := read(t.desk.Ctx, v, round, unit)
		return func() { t.show(p) }
	})
}

func (t *Tab) show(p *page) {
	t.page = p
	t.titles.Empty = textEmpty
	if p.err != nil {
		t.titles.Empty = t.desk.UI.Sentence(p.err)
	}
	t.showBook()
	t.showTitles()
}

// showTitles lists the titles of people or of units.
func (t *Tab) showTitles() {
	kind := tdkt.APerson
	if t.part.Selected == wordUnits {
		kind = tdkt.AUnit
	}
	t.titles.SetRows(titlesOf(t.page.titles, kind))
	if len(t.page.titles) == 0 {
		t.titleChosen(titleRow{}, false)
	}
}

func (t *Tab) showBook() {
	p := t.page
	book := textBookOpen
	t.book.SetText(wordCloseBook)
	t.book.Enable()
	if p.closed {
		book = textBookClosed
		t.book.SetText(wordReopen)
	}
	if p.locked {
		book = textLocked
		t.book.Disable()
	}
	t.state.SetText(fmt.Sprintf(book, p.year))
	t.bar.Refresh() // the words are of other widths now
	t.showRegime()
}

// showRegime names the law of the year, and warns where it was not checked.
func (t *Tab) showRegime() {
	text := ""
	t.regime.Importance = widget.MediumImportance
	if t.page.note != "" {
		t.regime.Importance = widget.WarningImportance
		text = fmt.Sprintf(textNote, t.page.note)
	}
	if t.page.regime != "" {
		text += fmt.Sprintf(textRegime, t.page.regime)
	}
	t.regime.SetText(text)
	t.content.Layout.Layout(t.content.Objects, t.content.Size()) // the line may be higher now
}

// titleChosen lists another title's subjects from the top; after a change of the
// data the cursor stays where it was.
func (t *Tab) titleChosen(at titleRow, _ bool) {
	other := at.key() != t.at.key()
	t.at = at
	t.showRows()
	if shown := t.grid.Shown(); other && len(shown) > 0 {
		t.grid.SelectKey(shown[0].key())
	}
}

// showRows lists the subjects of the title chosen.
func (t *Tab) showRows() {
	rows := t.page.rows[t.at.titleKey]
	shown := inGroup(rows, t.group.Selected)
	switch {
	case len(rows) > 0:
		t.grid.Empty = fmt.Sprintf(textNoRows, strings.ToLower(t.group.Selected))
	case t.at.apart:
		t.grid.Empty = textNoPost
	default:
		t.grid.Empty = textEmpty
	}
	t.grid.SetRows(shown)
}

func (t *Tab) selected(rows []row) {
	m := allowed(t.page, rows)
	enable(t.nominate, m.nominate)
	enable(t.move, m.move)
	enable(t.record, m.record)
}

func enable(b *kit.Button, on bool) {
	if on == !b.Disabled() {
		return
	}
	if on {
		b.Enable()
		return
	}
	b.Disable()
}

func (t *Tab) openCard(r row) { t.desk.Open(desk.Place{Tab: tabStaff, Subject: r.res.Subject}) }
