package pledges

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// bulk is the dialog that registers titles for many at once.
type bulk struct {
	tab     *Tab
	rows    map[string][]row // by the words of the choice
	scope   *widget.RadioGroup
	titles  []title
	checks  []*kit.Check
	preview *widget.Label
	warning *widget.Label // of titles that cannot come true
	why     *kit.Button
	barred  []view.Barred
	asked   int // how often foresee was called
}

// registerAll opens the dialog; the lowest title is ticked, all rows shown are meant.
func (t *Tab) registerAll() {
	if t.page.shut() {
		t.desk.UI.Warn(fmt.Sprintf(textClosedFirst, t.page.year))
		return
	}
	shown, picked := t.grid.Shown(), t.grid.Selected()
	if len(shown) == 0 {
		t.desk.UI.Notice(strings.ReplaceAll(t.grid.Empty, "\n", " "))
		return
	}
	b := &bulk{tab: t, titles: slices.Concat(t.page.titles, t.page.others), preview: widget.NewLabel(""), warning: widget.NewLabel("")}
	b.warning.Wrapping = fyne.TextWrapWord
	b.warning.Importance = widget.WarningImportance
	b.why = kit.NewButton(wordWhy, func() { t.showBarred(b.barred, nil) })
	b.why.Disable()
	b.preview.Wrapping = fyne.TextWrapWord
	b.preview.TextStyle.Bold = true
	everyone, some := fmt.Sprintf(textAllShown, len(shown)), fmt.Sprintf(textAllPicked, len(picked))
	b.rows = map[string][]row{everyone: shown, some: picked}
	b.scope = widget.NewRadioGroup([]string{everyone, some}, func(string) { b.count() })
	b.scope.Required = true
	b.scope.Selected = everyone
	if len(picked) > 1 {
		b.scope.Selected = some
	}
	boxes := container.NewGridWithColumns(2)
	for i, one := range b.titles {
		c := kit.NewCheck(one.name, func(bool) { b.count() })
		c.Checked = i == 0
		b.checks = append(b.checks, c)
		boxes.Add(c)
	}
	b.count()
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordAllTitle, Yes: wordApply, OnYes: b.apply, Size: fyne.NewSize(640, 0),
		Content: container.NewVBox(widget.NewLabel(textAllFor), b.scope, widget.NewLabel(textAllTitles), boxes, b.preview, b.warning),
		Extra:   []fyne.CanvasObject{b.why},
	})
}

func (b *bulk) chosen() []string {
	var out []string
	for i, c := range b.checks {
		if c.Checked {
			out = append(out, b.titles[i].code)
		}
	}
	return out
}

// count shows what would be written.
func (b *bulk) count() {
	rows, codes := b.rows[b.scope.Selected], b.chosen()
	add, have := added(rows, codes)
	b.foresee(rows, codes)
	b.preview.Importance = widget.MediumImportance
	switch {
	case len(codes) == 0:
		b.preview.Importance = widget.DangerImportance
		b.preview.SetText(textNoTitle)
	case add == 0:
		b.preview.SetText(textNothing)
	default:
		b.preview.SetText(fmt.Sprintf(textPreview, add, b.tab.page.year, len(rows), have))
	}
}

func (b *bulk) apply() bool {
	rows, codes := b.rows[b.scope.Selected], b.chosen()
	if len(codes) == 0 {
		return false
	}
	t, year := b.tab, b.tab.page.year
	n := 0
	t.desk.Do(func(ctx context.Context) (err error) {
		n, err = t.desk.App.PledgeTitles(ctx, year, codes, subjectsOf(rows))
		return err
	}, func() { t.desk.UI.Noticef(textAdded, n, year) })
	return true
}

// showRooms lists how far each unit is; Enter shows who is missing there.
func (t *Tab) showRooms() {
	desk.ShowRooms(t.desk.UI, fmt.Sprintf(wordRoomsTitle, t.page.year), wordDone, t.page.rooms, t.showMissing)
}

// showMissing filters the list down to who has not registered in a room.
func (t *Tab) showMissing(r desk.Room) {
	t.missing.SetChecked(true)
	t.grid.SetFilter(r.Name)
	t.grid.Focus()
}

// addColumn gives a further title a column of ticks.
func (t *Tab) addColumn() {
	others := t.page.others
	if len(others) == 0 {
		t.desk.UI.Notice(textNoMore)
		return
	}
	names := make([]string, len(others))
	for i, o := range others {
		names[i] = o.name
	}
	kind := t.page.kind
	t.desk.UI.Choice(wordMore, textMore, names, func(i int) {
		t.extra[kind] = append(slices.Clone(t.extra[kind]), others[i].code)
		t.Refresh()
	})
}

// menu is the menu of the right button: registering and taking back for the rows
// selected, and where to read more.
func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	if !t.page.shut() {
		for _, one := range t.page.titles {
			if slices.ContainsFunc(rows, func(r row) bool { return !r.has(one.code) }) {
				out = append(out, kit.NewDeed(fmt.Sprintf(textMenuAdd, one.short), func() { t.tickAll(rows, one, "x") }))
				continue
			}
			out = append(out, kit.NewDeed(fmt.Sprintf(textMenuDrop, one.short), func() { t.tickAll(rows, one, "") }))
		}
	}
	if len(rows) == 1 {
		out = append(out,
			fyne.NewMenuItem(wordCard, func() { t.openCard(rows[0]) }),
			fyne.NewMenuItem(wordReasons, func() { t.openReasons(rows[0]) }))
	}
	return out
}

func (t *Tab) tickAll(rows []row, one title, text string) {
	column := firstTick + slices.IndexFunc(t.page.titles, func(o title) bool { return o.code == one.code })
	edits := make([]kit.Edit[row], len(rows))
	for i, r := range rows {
		edits[i] = kit.Edit[row]{Row: r, Column: column, Text: text}
	}
	t.desk.Do(func(context.Context) error { return t.edited(edits) }, nil)
}

// openReasons shows the highest title the row registered, with its reasons.
func (t *Tab) openReasons(r row) {
	place := desk.Place{Tab: tabAwards, Subject: r.subject}
	for _, one := range t.page.titles {
		if r.has(one.code) {
			place.Title = one.code
		}
	}
	t.desk.Open(place)
}
