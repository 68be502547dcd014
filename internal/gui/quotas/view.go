// Package quotas is the page Chỉ tiêu: every cap of the year, who is chosen under it and
// who would be next, with what-if that writes nothing until it is applied.
package quotas

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// Tab is the page.
type Tab struct {
	desk    *desk.Desk
	caps    *kit.Grid[capRow]
	people  *kit.Grid[personRow]
	figures *figures
	head    *kit.Head
	bars    *fyne.Container // the caps as bars
	state   *kit.Note       // what is tried
	about   *kit.Note       // the cap in words
	order   *kit.Words
	apply   *kit.Button
	content *fyne.Container

	page  *page
	trial trial
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{
		desk: d, page: &page{}, trial: newTrial(), bars: kit.Flow(kit.Space1),
		state: kit.NewNote(), about: kit.NewNote(), order: kit.NewWords("", kit.Small, kit.Quiet, false).Cuttable(),
	}
	t.caps = kit.NewGrid(d.UI, capRow.key, capColumns()...)
	t.caps.Style = capRow.style
	t.caps.Totals = func([]capRow) string { return textElsewhere }
	t.caps.OnCursor = func(capRow, bool) { t.showCap() }
	t.caps.OnOpen = func(capRow) { t.people.Focus() }
	t.people = kit.NewGrid(d.UI, personRow.key, personColumns()...)
	t.people.Style = personRow.style
	t.people.Totals = totals
	t.people.OnEdits = t.ticked
	t.people.OnOpen = t.openReasons
	t.people.Menu = t.menu
	t.people.Empty = textNobody
	t.figures = newFigures(t.figured)
	t.apply = kit.NewButton(wordApply, t.applyTrial).Writes().Primary()
	t.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Filter: t.people.Filter(), Extra: kit.NewButton(wordFill, t.fill).Writes(), More: t.more, Main: t.apply,
	})
	above := kit.Columns(barsShare, kit.Card(container.NewVScroll(t.bars)), t.caps)
	t.content = kit.NewPage(t.head.Object(), t.state.Object(), t.about.Object(), kit.Padded(kit.Rows(capsShare, above, t.below())))
	return t
}

const (
	barsShare   = 0.36
	peopleWidth = 250  // of the figures to try
	capsShare   = 0.47 // of the height
)

// more is the menu of all that is not done every day.
func (t *Tab) more() []*fyne.MenuItem {
	forget := fyne.NewMenuItem(wordForget, t.forgetTrial)
	forget.Disabled = t.page.summary() == ""
	return append(t.orderDeeds(), fyne.NewMenuItemSeparator(), forget, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(wordLocals, t.openLocals))
}

// orderDeeds move the person at the cursor.
func (t *Tab) orderDeeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.NewDeed(wordUp, func() { t.move(-1) }), kit.NewDeed(wordDown, func() { t.move(1) })}
}

// below is the people of the cap chosen, and the figures to try.
func (t *Tab) below() fyne.CanvasObject {
	list := kit.Border(kit.Padded(t.order), nil, nil, nil, t.people)
	tried := kit.Wide(peopleWidth, kit.Card(container.NewVScroll(t.figures.content)))
	if t.desk.UI.Reading { // nothing is tried where nothing can be written
		tried.Hide()
	}
	return kit.Border(nil, nil, nil, tried, list)
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter of the people and Ctrl+S to applying.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.people.FocusFilter, Save: t.applyTrial}
}

// Goto shows a cap by the title it is on, and a person under it.
func (t *Tab) Goto(p desk.Place) {
	t.desk.UI.Do(func() func() {
		return func() {
			for _, r := range t.page.rows {
				if r.Title == p.Title {
					t.caps.SelectKey(r.key())
					break
				}
			}
			t.people.SelectKey(string(p.Subject.ID))
		}
	})
}

// Refresh reads the caps of the year again, away from the screen. What is tried stays,
// but for another year.
func (t *Tab) Refresh() {
	v, year := t.desk.View(), t.desk.Year()
	if year != t.page.year {
		t.trial = newTrial()
	}
	tried := t.trial
	t.desk.UI.Do(func() func() {
		p := read(t.desk.Ctx, v, year, tried)
		return func() { t.show(p) }
	})
}

func (t *Tab) show(p *page) {
	t.page = p
	t.caps.Empty = fmt.Sprintf(textEmpty, p.year)
	if p.err != nil {
		t.caps.Empty = t.desk.UI.Sentence(p.err)
	}
	t.showState()
	t.caps.SetRows(p.rows)
	if len(p.rows) == 0 {
		t.showCap()
	}
}

// showState says whether something is tried.
func (t *Tab) showState() {
	tried := t.page.summary()
	nothing := ""
	if tried == "" {
		nothing = textNotTried
	}
	if t.page.locked {
		nothing = fmt.Sprintf(textYearLocked, t.page.year)
	}
	t.apply.Why(nothing)
	over := 0
	for _, r := range t.page.rows {
		if r.Known && r.over() > 0 {
			over++
		}
	}
	var chips []*kit.Chip
	if over > 0 {
		chips = append(chips, kit.NewChip(fmt.Sprintf(textOverCount, over), kit.BadTone, nil))
	}
	if tried != "" {
		chips = append(chips, kit.NewChip(wordTrying, kit.WarnTone, nil))
	}
	t.head.SetChips(chips...)
	switch {
	case tried != "":
		t.state.Set(fmt.Sprintf(textTrying, tried), kit.WarnTone)
	case t.page.locked:
		t.state.Set(fmt.Sprintf(textLocked, t.page.year), kit.Plain)
	default:
		t.state.Set("", kit.Plain)
	}
	t.showBars()
}

// showCap shows the people and figures of the cap at the cursor.
func (t *Tab) showCap() {
	c, ok := t.caps.Current()
	t.figures.show(c, ok)
	if !ok {
		t.about.Set("", kit.Plain)
		t.order.Set("", kit.Quiet)
		t.people.SetRows(nil)
		return
	}
	t.about.Set(c.sentence(), kit.Plain)
	t.content.Refresh() // the sentence may need more lines now
	order := textOrder
	if c.Units {
		order = textUnitOrder
	}
	for _, p := range c.People {
		if p.Place > 0 {
			order = textOwnOrder
		}
	}
	t.order.Set(order, kit.Quiet)
	t.people.SetRows(people(c))
}
