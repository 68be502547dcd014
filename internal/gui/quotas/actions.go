package quotas

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
)

// try changes what is tried and shows what comes of it.
func (t *Tab) try(change func(trial)) {
	next := t.trial.clone()
	change(next)
	t.trial = next
	t.Refresh()
}

// ticked runs away from the screen, as all edits of a grid do.
func (t *Tab) ticked(edits []kit.Edit[personRow]) error {
	t.desk.UI.Do(func() func() {
		return func() {
			c, ok := t.caps.Current()
			if !ok {
				return
			}
			t.try(func(n trial) {
				for _, e := range edits {
					n.set(c.Cap, e.Row.Subject, e.Text != "")
				}
			})
		}
	})
	return nil
}

// figured tries the cap at the cursor with other figures.
func (t *Tab) figured(w law.WhatIf) {
	c, ok := t.caps.Current()
	if !ok {
		return
	}
	t.try(func(n trial) {
		if delete(n.figures, c.Key); w != c.rule {
			n.figures[c.Key] = w
		}
	})
}

// move puts the person at the cursor one place up or down.
func (t *Tab) move(step int) {
	c, ok := t.caps.Current()
	r, has := t.people.Current()
	if !ok || !has {
		t.desk.UI.Notice(textPick)
		return
	}
	if c.Units {
		t.desk.UI.Notice(textNoOrder)
		return
	}
	t.try(func(n trial) { n.move(c.Cap, r.at, step) })
}

// fill chooses the first in the order up to the cap, and nobody else.
func (t *Tab) fill() {
	c, ok := t.caps.Current()
	if !ok || !c.Known {
		t.desk.UI.Notice(t.about.Text())
		return
	}
	t.try(func(n trial) {
		left := c.QuotaLine.Cap
		for _, p := range c.People {
			chosen := left > 0 && p.May() && !p.Hold
			if chosen {
				left--
			}
			n.set(c.Cap, p.Subject, chosen)
		}
	})
}

// forgetTrial goes back to what is written.
func (t *Tab) forgetTrial() {
	t.trial = newTrial()
	t.Refresh()
}

// applyTrial writes what is tried in one step, after a question; withdrawals ask for a
// reason.
func (t *Tab) applyTrial() {
	p := t.page
	switch {
	case p.locked:
		t.desk.UI.Warn(fmt.Sprintf(textLocked, p.year))
		return
	case len(p.choices) == 0 && p.figures:
		t.desk.UI.Inform(wordApplyYes, textOnlyNums)
		return
	case len(p.choices) == 0:
		t.desk.UI.Notice(textNothing)
		return
	}
	write := func(reason string) {
		t.desk.Do(func(ctx context.Context) error {
			return t.desk.App.ApplyChoices(ctx, p.year, p.choices, reason)
		}, func() {
			t.forgetTrial()
			t.desk.UI.Notice(textApplied)
		})
	}
	question := fmt.Sprintf(textApply, p.year, t.told(p.choices), p.stillOver())
	if withdraws(p.choices) {
		t.desk.UI.InputReason(wordApplyYes, question+textReason, wordApplyYes, write)
		return
	}
	t.desk.UI.Confirm(wordApplyYes, question, wordApplyYes, func() { write("") })
}

// withdraws says whether a nomination would be taken back.
func withdraws(choices []view.Choice) bool {
	for _, c := range choices {
		if len(c.Drop) > 0 && !c.OnRatings() {
			return true
		}
	}
	return false
}

// told says in words what would be written.
func (t *Tab) told(choices []view.Choice) string {
	var out []string
	for _, c := range choices {
		name := t.desk.View().TitleName(c.Title)
		if c.OnRatings() {
			name = strings.ToLower(wordLevel)
		}
		switch {
		case len(c.Add)+len(c.Drop) == 0:
		case c.OnRatings():
			out = append(out, fmt.Sprintf(textRatings, len(c.Add), len(c.Drop)))
		default:
			out = append(out, fmt.Sprintf(textProposals, name, len(c.Add), len(c.Drop)))
		}
		if c.Order != nil {
			out = append(out, fmt.Sprintf(textOrderOf, name))
		}
	}
	return strings.Join(out, "; ")
}

// stillOver names the caps that would be exceeded.
func (p *page) stillOver() string {
	out := ""
	for _, r := range p.rows {
		if r.Known && r.over() > 0 {
			out += fmt.Sprintf(textStillOver, r.Name, r.over())
		}
	}
	return out
}

// openLocals goes to the values the office sets for the cap at the cursor.
func (t *Tab) openLocals() {
	c, _ := t.caps.Current()
	t.desk.Open(desk.Place{Tab: desk.TabPlans, Page: desk.PageLocals, Title: c.Title})
}

// openReasons goes to what stands behind a person: the title's reasons, or the rating.
func (t *Tab) openReasons(r personRow) {
	c, _ := t.caps.Current()
	if c.OnRatings() {
		t.desk.Open(desk.Place{Tab: desk.TabEvaluations, Subject: r.Subject})
		return
	}
	t.desk.Open(desk.Place{Tab: desk.TabAwards, Subject: r.Subject, Title: c.Title})
}

func (t *Tab) menu(rows []personRow) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	return []*fyne.MenuItem{
		kit.NewDeed(wordUp, func() { t.move(-1) }),
		kit.NewDeed(wordDown, func() { t.move(1) }),
		fyne.NewMenuItem(wordReasons, func() { t.openReasons(rows[0]) }),
	}
}
