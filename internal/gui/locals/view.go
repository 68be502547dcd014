// Package locals is the page Quy định riêng: the values that the statute leaves to the
// province or the office, beside the article that does so, with their documents.
package locals

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tab is the page.
type Tab struct {
	*kit.ListPage[row]
	desk  *desk.Desk
	grid  *kit.Grid[row]
	about *widget.Label
	edit  *kit.Button

	page *page
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, page: &page{}, about: widget.NewLabel(textPick)}
	t.about.Wrapping = fyne.TextWrapWord
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnOpen = func(row) { t.change() }
	t.grid.OnCursor = t.chosen
	t.edit = kit.NewButton(wordEdit, t.change).Writes().Primary()
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Extra: kit.NewButton(wordProvince, t.province).Writes(), Main: t.edit, Rows: t.menu, Page: t.deeds,
		Keys: kit.Shortcuts{New: t.change}, Share: listShare, Below: kit.Card(container.NewVScroll(t.about)),
	})
	return t
}

// listShare is how much of the height the list has, above what is told of its row.
const listShare = 0.68

// deeds are what can be done with the whole page.
func (t *Tab) deeds() []*fyne.MenuItem {
	again := kit.NewDeed(wordCopy, t.copyYear)
	again.Disabled = t.page.locked || t.page.err != nil
	return []*fyne.MenuItem{again}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows a value by its record, its key, or the title that reads it.
func (t *Tab) Goto(p desk.Place) {
	t.desk.UI.Do(func() func() {
		return func() {
			if p.Noun == tdkt.NounRegulation && p.Key == "" { // to write one down
				t.province()
				return
			}
			for _, r := range t.page.rows {
				if r.meant(p) {
					t.grid.SetFilter("")
					t.grid.SelectKey(r.key())
					break
				}
			}
			t.grid.Focus()
		}
	})
}

// Refresh reads the values of the year again, away from the screen.
func (t *Tab) Refresh() {
	v, year := t.desk.View(), t.desk.Year()
	t.desk.UI.Do(func() func() {
		p := read(t.desk.Ctx, t.desk.App, v, year)
		return func() { t.show(p) }
	})
}

func (t *Tab) show(p *page) {
	t.page = p
	t.Note.Set(textIntro, kit.Plain)
	if p.locked {
		t.Note.Set(fmt.Sprintf(textLocked, p.year), kit.WarnTone)
	}
	t.Content().Refresh()
	typed := 0
	for _, r := range p.rows {
		if r.Set() {
			typed++
		}
	}
	t.Head.SetChips(kit.NewChip(fmt.Sprintf(textTypedOf, typed, len(p.rows)), kit.WaitTone, nil))
	t.grid.Empty = fmt.Sprintf(textEmpty, p.year)
	if p.err != nil {
		t.grid.Empty = t.desk.UI.Sentence(p.err)
	}
	t.grid.SetRows(p.rows)
}

// greyReason is why a button is grey; "" where it may be pressed.
func (t *Tab) greyReason(on bool, why string) string {
	switch {
	case t.page.locked:
		return fmt.Sprintf(textYearLocked, t.page.year)
	case on:
		return ""
	}
	return why
}

func (t *Tab) chosen(r row, ok bool) {
	t.edit.Why(t.greyReason(ok && len(r.Uses) > 0, textNoUse))
	if !ok {
		t.about.SetText(textPick)
		return
	}
	t.about.SetText(r.about(t.page.year))
}

func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	out := []*fyne.MenuItem{fyne.NewMenuItem(wordCopyAbout, func() { t.desk.UI.Copy(rows[0].about(t.page.year)) })}
	if t.page.locked {
		return out
	}
	if len(rows[0].Uses) > 0 {
		out = append(out, kit.NewDeed(wordEdit, t.change))
	}
	if rows[0].Set() {
		out = append(out, kit.NewDeed(wordDrop, t.remove))
	}
	return out
}

// change opens the form of the value at the cursor.
func (t *Tab) change() {
	r, ok := t.grid.Current()
	if !ok || t.edit.Disabled() {
		t.refuse()
		return
	}
	year := t.page.year
	field, text := valueField(r)
	document, day, about := kit.NewTextField(r.Row.Document), kit.NewDateField(r.Row.Date), kit.NewTextField(r.Row.About)
	hint := ""
	if r.Kind == law.LocalNumber {
		hint = textPercent
	}
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: fmt.Sprintf(textTitle, year),
		Form: kit.NewForm(
			kit.FormItem{Label: wordName, Field: kit.NewStatic(r.Name)},
			kit.FormItem{Label: wordCite, Field: kit.NewStatic(r.Cite)},
			kit.FormItem{Label: wordValue, Field: field, Must: true, Hint: hint},
			kit.FormItem{Label: wordDocument, Field: document},
			kit.FormItem{Label: wordDay, Field: day},
			kit.FormItem{Label: wordPaperAbout, Field: about, Hint: textPaperAbout},
		),
		Save: func() func() error {
			l := tdkt.Local{Year: year, Key: r.Key, Value: text(), Document: document.Value(), Date: day.Day(), About: about.Value()}
			return func() error { return t.desk.App.SetLocal(context.WithoutCancel(t.desk.Ctx), l) }
		},
		Done: t.grid.Focus,
	})
}

// refuse says why nothing can be entered.
func (t *Tab) refuse() {
	if t.page.locked {
		t.desk.UI.Warn(fmt.Sprintf(textLocked, t.page.year))
		return
	}
	t.desk.UI.Notice(textPick)
}

// valueField is the field for a value of a kind, and how its text is read.
func valueField(r row) (field kit.Field, text func() string) {
	choices := r.Choices()
	switch {
	case r.Kind == law.LocalShare:
		f := kit.NewTextField(r.Row.Value)
		return f, f.Value
	case choices == nil:
		f := kit.NewNumberField()
		f.Whole, f.Least, f.Most = true, 0, 100
		f.SetText(r.Row.Value)
		return f, func() string { return tdkt.Clean(f.Text) }
	}
	f := kit.NewSelect(choices, nil)
	at := slices.IndexFunc(choices, func(c string) bool { return tdkt.Fold(c) == tdkt.Fold(r.Row.Value) })
	if at >= 0 {
		f.Choose(choices[at])
	}
	return f, func() string { return f.Selected }
}

// remove takes the value at the cursor away, after a question.
func (t *Tab) remove() {
	r, ok := t.grid.Current()
	if !ok || t.page.locked || !r.Set() {
		t.refuse()
		return
	}
	year := t.page.year
	t.desk.UI.ConfirmDanger(wordDrop, fmt.Sprintf(textDropAsk, r.Row.Value, r.Name, year), wordDrop, func() {
		t.desk.Do(func(ctx context.Context) error {
			return t.desk.App.SetLocal(ctx, tdkt.Local{Year: year, Key: r.Key})
		}, nil)
	})
}

// copyYear shows what copying the last values would write, and copies them.
func (t *Tab) copyYear() {
	year := t.page.year
	from, list, err := t.desk.View().LocalsToCopy(year)
	switch {
	case err != nil:
		t.desk.UI.ShowError(err)
		return
	case from == 0:
		t.desk.UI.Notice(fmt.Sprintf(textNoOld, year))
		return
	}
	rows := make([]copyRow, len(list))
	for i, c := range list {
		rows[i] = copyRow{c}
	}
	n := toCopy(rows)
	if n == 0 {
		t.desk.UI.Notice(fmt.Sprintf(textAllKept, year, from))
		return
	}
	grid := kit.NewGrid(t.desk.UI, copyRow.key, copyColumns(from, year)...)
	grid.Style = copyRow.style
	grid.SetRows(rows)
	sentence := widget.NewLabel(fmt.Sprintf(textCopy, n, from, year))
	sentence.Wrapping = fyne.TextWrapWord
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(wordCopyAll, from, year), Content: kit.Border(sentence, nil, nil, nil, grid),
		Size: fyne.NewSize(840, 400), Yes: wordCopyYes,
		OnYes: func() bool {
			t.desk.Do(func(ctx context.Context) (err error) {
				n, err = t.desk.App.CopyLocals(ctx, year)
				return err
			}, func() { t.desk.UI.Noticef(textCopied, n, from) })
			return true
		},
	})
}
