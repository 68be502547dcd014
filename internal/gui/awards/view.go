// Package awards is the tab Khen thưởng: who may get which title and why, what is
// proposed, and the decisions that came.
package awards

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tab is the page Xét điều kiện.
type Tab struct {
	desk     *desk.Desk
	export   func()
	opened   func(path string)
	part     *parts
	titles   *kit.Grid[titleRow]
	grid     *kit.Grid[row]
	needs    *needList
	group    *kit.Select
	top      *kit.Head
	note     *widget.Label // of the regime, where it was not checked
	eligible *kit.Button   // proposes all who may get the title
	nominate *kit.Button
	move     *kit.Button
	record   *kit.Button
	verdict  *kit.Verdict
	head     string // the answer in words
	reasons  *fyne.Container
	changes  *widget.Label // since the nomination
	findings *reasonList
	rounds   *desk.RoundPicker
	content  *fyne.Container

	page     *page
	at       titleRow // the title whose subjects are shown
	current  row
	has      bool                     // current is a row
	plain    string                   // the reasons as text
	segments []widget.RichTextSegment // the reasons as the box shows them
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; export is what "Xuất hồ sơ trình" does, and opened shows a file that
// was printed with the system's own program.
func New(d *desk.Desk, export func(), opened func(path string)) *Tab {
	t := &Tab{desk: d, export: export, opened: opened, page: &page{}, note: widget.NewLabel("")}
	t.note.Wrapping, t.note.Importance = fyne.TextWrapWord, widget.WarningImportance
	t.note.Hide()
	t.titles = kit.NewGrid(d.UI, titleRow.key, titleColumns()...)
	t.titles.OnCursor = t.titleChosen
	t.titles.Style = titleRow.style
	t.titles.OnOpen = func(titleRow) { t.grid.Focus() }
	t.titles.Totals = func([]titleRow) string { return "" }
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Totals = totals
	t.grid.OnCursor = t.rowChosen
	t.grid.OnSelect = t.selected
	t.grid.OnOpen = func(row) { t.showReasons() }
	t.grid.Menu = t.menu
	t.rounds = desk.NewRoundPicker(t.desk, t.Refresh)
	t.group = kit.NewSelect(groupWords(), func(string) { t.showRows() })
	t.group.Choose(wordAllRows)
	t.part = newParts(t.showTitles)
	t.eligible = kit.NewButton(wordNominate, t.nominateEligible).Writes().Primary()
	t.top = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Views: container.NewHBox(kit.Wide(roundWidth, t.rounds.Select), t.part.segments), More: t.more, Main: t.eligible,
		Fields: kit.Wide(groupWidth, t.group), Filter: t.grid.Filter(),
	})
	t.content = kit.Border(container.NewVBox(t.top.Object(), t.note), nil, nil, nil,
		kit.Padded(kit.Beside([]float32{titlesWidth, namesWidth}, t.titles, t.grid, t.right())))
	return t
}

// Widths at the usual size of text.
const (
	roundWidth  = 140
	groupWidth  = 168
	titlesWidth = 272
	namesWidth  = 330
)

// parts is the choice between people and units.
type parts struct {
	segments *kit.Segments
	Selected string
	changed  func()
}

func newParts(changed func()) *parts {
	p := &parts{Selected: wordPeople, changed: changed}
	p.segments = kit.NewSegments([]string{wordPeople, wordUnits}, func(i int) { p.SetSelected([]string{wordPeople, wordUnits}[i]) })
	return p
}

// SetSelected turns to people or units.
func (p *parts) SetSelected(word string) {
	if word == p.Selected {
		return
	}
	p.Selected = word
	at := 0
	if word == wordUnits {
		at = 1
	}
	p.segments.Set(at)
	p.changed()
}

// more is the menu of all that is not done every day.
func (t *Tab) more() []*fyne.MenuItem {
	book := kit.NewDeed(wordCloseBook, t.toggleBook)
	if t.page.closed {
		book.Label = wordReopen
	}
	book.Disabled = t.page.locked
	all := kit.NewDeed(wordNominateAll, t.nominateAll)
	all.Disabled = t.page.locked
	return []*fyne.MenuItem{
		all, book,
		fyne.NewMenuItem(fmt.Sprintf(wordPrintAll, t.page.year), t.printAll),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(wordCard, func() {
			if t.has {
				t.openCard(t.current)
			}
		}),
		fyne.NewMenuItem(wordCopy, t.copyReasons),
	}
}

// nominateEligible proposes all in the list who meet the title and were not proposed.
func (t *Tab) nominateEligible() {
	if len(t.eligibleRows()) == 0 {
		t.desk.UI.Notice(textNoneEligible)
		return
	}
	t.grid.SelectRows(eligible)
	t.nominateSelected()
}

func (t *Tab) eligibleRows() []row {
	return slices.DeleteFunc(t.grid.Shown(), func(r row) bool { return !eligible(r) })
}

// eligible says whether a row may be proposed without a question.
func eligible(r row) bool { return r.res.Answer == law.Yes && !r.res.Hold && !r.named }

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
		p := read(t.desk.Ctx, t.desk.App, v, round, unit)
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

// showBook shows the state of the year beside the title, and warns where the law of the
// year was not checked.
func (t *Tab) showBook() {
	p := t.page
	book := kit.NewChip(wordBookOpen, kit.WaitTone, t.toggleBook)
	switch {
	case p.locked:
		book = kit.NewChip(fmt.Sprintf(textLocked, p.year), kit.WaitTone, nil)
	case p.closed:
		book = kit.NewChip(wordBookClosed, kit.GoodTone, t.toggleBook)
	}
	t.top.SetChips(book)
	t.note.SetText(strings.TrimSpace(fmt.Sprintf(textNote, p.note)) + " " + fmt.Sprintf(textRegime, p.regime))
	t.note.Hidden = p.note == ""
	t.content.Layout.Layout(t.content.Objects, t.content.Size()) // the line comes and goes
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
	n := len(t.eligibleRows())
	word := fmt.Sprintf(wordNominateYes, n)
	if t.part.Selected == wordUnits {
		word = fmt.Sprintf(wordNominateRooms, n)
	}
	t.eligible.SetText(word)
	t.eligible.Why(t.greyReason(n > 0, textNoneEligible))
	t.top.SetTitle(wordPage)
}

func (t *Tab) selected(rows []row) {
	m := allowed(t.page, rows)
	t.nominate.Why(t.greyReason(m.nominate, textNamedAlready))
	t.move.Why(t.greyReason(m.move, textNothingNamed))
	closed := textNothingPicked
	if t.page.closed {
		closed = fmt.Sprintf(textClosedFirst, t.page.year)
	}
	t.record.Why(t.greyReason(m.record, closed))
}

// greyReason is why a button is grey: the year is locked, else what the page says; "" where
// it may be pressed.
func (t *Tab) greyReason(on bool, why string) string {
	switch {
	case t.page.locked:
		return fmt.Sprintf(textLockedYear, t.page.year)
	case on:
		return ""
	}
	return why
}

func (t *Tab) openCard(r row) { t.desk.Open(desk.Place{Tab: tabStaff, Subject: r.res.Subject}) }
