// Package quotas is the page Chỉ tiêu: every cap of the year, who is chosen under it and
// who would be next, with what-if that writes nothing until it is applied.
package quotas

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// Tab is the page.
type Tab struct {
	desk    *desk.Desk
	caps    *kit.Grid[capRow]
	people  *kit.Grid[personRow]
	figures *figures
	state   *widget.Label // what is tried
	about   *widget.Label // the cap in words
	order   *widget.Label
	apply   *kit.Button
	forget  *kit.Button
	above   *fyne.Container // the caps and the one chosen in words
	content fyne.CanvasObject

	page  *page
	trial trial
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, page: &page{}, trial: newTrial(), state: widget.NewLabel(""), about: widget.NewLabel(""), order: widget.NewLabel("")}
	t.about.Wrapping = fyne.TextWrapWord
	t.state.Truncation, t.order.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
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
	t.above = container.NewBorder(nil, t.about, nil, nil, t.caps)
	split := container.NewVSplit(t.above, t.below())
	split.Offset = 0.46
	t.content = container.NewBorder(t.tools(), nil, nil, nil, split)
	return t
}

func (t *Tab) tools() fyne.CanvasObject {
	t.apply = kit.NewIconButton(wordApply, theme.ConfirmIcon(), t.applyTrial).Writes().Primary()
	t.forget = kit.NewIconButton(wordForget, theme.CancelIcon(), t.forgetTrial)
	fill := kit.NewIconButton(wordFill, theme.ListIcon(), t.fill).Writes()
	up := kit.NewIconButton(wordUp, theme.MoveUpIcon(), func() { t.move(-1) }).Writes()
	down := kit.NewIconButton(wordDown, theme.MoveDownIcon(), func() { t.move(1) }).Writes()
	locals := kit.NewIconButton(wordLocals, theme.SettingsIcon(), t.openLocals)
	return container.NewBorder(nil, nil, kit.Bar(t.apply, t.forget, fill, up, down), locals, t.state)
}

// below is the people of the cap chosen, and the figures to try.
func (t *Tab) below() fyne.CanvasObject {
	head := container.NewBorder(nil, nil, nil, kit.Wide(220, t.people.Filter()), t.order)
	split := container.NewHSplit(container.NewBorder(head, nil, nil, nil, t.people), container.NewVScroll(t.figures.content))
	split.Offset = 0.78
	return split
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
	t.forget.Why(nothing)
	if t.page.locked {
		nothing = fmt.Sprintf(textYearLocked, t.page.year)
	}
	t.apply.Why(nothing)
	text := textSaved
	t.state.Importance = widget.MediumImportance
	if t.page.locked {
		text = fmt.Sprintf(textLocked, t.page.year)
	}
	if tried != "" {
		t.state.Importance = widget.WarningImportance
		text = fmt.Sprintf(textTrying, tried)
	}
	t.state.SetText(text)
}

// showCap shows the people and figures of the cap at the cursor.
func (t *Tab) showCap() {
	c, ok := t.caps.Current()
	t.figures.show(c, ok)
	if !ok {
		t.about.SetText("")
		t.order.SetText("")
		t.people.SetRows(nil)
		return
	}
	t.about.SetText(c.sentence())
	t.above.Layout.Layout(t.above.Objects, t.above.Size()) // the sentence may need more lines now
	t.order.SetText(textOrder)
	if c.Units {
		t.order.SetText(textUnitOrder)
	}
	for _, p := range c.People {
		if p.Place > 0 {
			t.order.SetText(textOwnOrder)
		}
	}
	t.people.SetRows(people(c))
}
