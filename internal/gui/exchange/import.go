// Package exchange is the window's way in from Excel and out to it: what a file
// will change is shown before it is written, and what is written can be undone.
package exchange

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/imports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// excel is the kind of file asked for.
func excel() []kit.FileKind {
	return []kit.FileKind{{Name: wordExcel, Patterns: []string{"*.xlsx", "*.xlsm"}}}
}

// ImportWorkbook asks for an exchange workbook, shows what it changes and writes it.
func ImportWorkbook(d *desk.Desk) {
	d.UI.OpenFile(wordWorkbook, excel(), func(path string) { ReadWorkbook(d, path) })
}

// ReadWorkbook is ImportWorkbook of a file already chosen.
func ReadWorkbook(d *desk.Desk, path string) {
	w := &wizard{desk: d, path: path, title: wordWorkbook}
	w.read = func(ctx context.Context) (*imports.ImportPlan, error) {
		return imports.PreviewWorkbook(ctx, d.App, path)
	}
	w.preview()
}

// ImportStaff asks for any staff list, shows how it was understood and what it
// changes, and writes it.
func ImportStaff(d *desk.Desk) {
	d.UI.OpenFile(wordStaff, excel(), func(path string) { ReadStaff(d, path) })
}

// ReadStaff is ImportStaff of a file already chosen.
func ReadStaff(d *desk.Desk, path string) {
	w := &wizard{desk: d, path: path, title: wordStaff, opts: imports.StaffImport{NewUnits: len(d.View().Units) == 0}}
	w.read = func(ctx context.Context) (*imports.ImportPlan, error) {
		return imports.PreviewStaff(ctx, d.App, path, w.opts)
	}
	w.preview()
}

// wizard is one import under way: read, look, perhaps read again otherwise, write.
type wizard struct {
	desk  *desk.Desk
	path  string
	title string
	opts  imports.StaffImport
	skip  bool // leave refused rows of a staff list out
	read  func(context.Context) (*imports.ImportPlan, error)
	open  kit.Dialog
	known bool // the columns were chosen, now or an earlier time
}

// preview reads the file away from the screen and shows the plan, or what is wrong with
// its cells.
func (w *wizard) preview() {
	var plan *imports.ImportPlan
	var bad *tdkt.Error
	var old *tdkt.OldFont
	w.desk.UI.Busy(fmt.Sprintf(textReading, filepath.Base(w.path)), func(ctx context.Context, _ *kit.Progress) (err error) {
		plan, err = w.read(ctx)
		if errors.As(err, &bad) && len(bad.Problems) > 0 || errors.As(err, &old) {
			return nil
		}
		return err
	}, func() {
		switch {
		case old != nil:
			w.offerUnicode(old)
		case bad != nil && len(bad.Problems) > 0:
			w.showBad(bad)
		case w.remembered(plan.Staff):
			w.preview()
		default:
			w.show(plan)
		}
	})
}

// offerUnicode shows how names in an old font would be read, and reads the file again so
// when told to.
func (w *wizard) offerUnicode(old *tdkt.OldFont) {
	names := map[string]string{tdkt.TCVN3: "TCVN3 (.VnTime)", tdkt.VNI: "VNI"}
	w.desk.UI.Confirm(w.title, fmt.Sprintf(textOldFont, filepath.Base(w.path), names[old.Code], old.Before, old.After), wordConvert, func() {
		w.opts.Old = old.Code
		w.preview()
	})
}

// showBad lists the cells for which a workbook was refused as a whole.
func (w *wizard) showBad(bad *tdkt.Error) {
	head := widget.NewLabel(bad.Text)
	head.Wrapping = fyne.TextWrapWord
	w.open = w.desk.UI.Dialog(kit.DialogSpec{
		Title: w.title + ": " + filepath.Base(w.path), Size: fyne.NewSize(1000, 480),
		Content: kit.Border(head, nil, nil, nil, w.problems(bad.Problems)),
		Extra:   []fyne.CanvasObject{w.saveRefused(nil, bad.Problems)},
	})
}

// saveRefused is the button that writes the refused rows to a workbook of their own, to
// be put right and taken in again.
func (w *wizard) saveRefused(list *tdkt.StaffList, problems []tdkt.Problem) fyne.CanvasObject {
	return kit.NewButton(wordSaveRefused, func() {
		d := w.desk
		d.UI.SaveFile(wordSaveRefused, fileRefused, excel(), func(path string) {
			path = withExcel(path)
			n := 0
			d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) (err error) {
				n, err = imports.SaveRefused(ctx, d.App, w.path, path, list, problems)
				return err
			}, func() { d.UI.Noticef(textSavedRefused, n, path) })
		})
	})
}

// remembered takes the columns as they were chosen for a list with these headings once
// before; false when there is nothing to remember or it is in force already.
func (w *wizard) remembered(list *tdkt.StaffList) bool {
	if list == nil || w.known {
		return false
	}
	w.known = true
	var m map[string]string
	if err := json.Unmarshal([]byte(fyne.CurrentApp().Preferences().String(headingKey(list))), &m); err != nil {
		return false // nothing kept for such a list
	}
	w.opts.Sheet, w.opts.Map = list.Sheet, m
	return true
}

// headingKey names the preference that keeps what the columns of a list mean.
func headingKey(list *tdkt.StaffList) string {
	parts := make([]string, len(list.Columns))
	for i, c := range list.Columns {
		parts[i] = c.Letter + "=" + tdkt.Fold(c.Header)
	}
	return "staff-columns:" + strings.Join(parts, "|")
}

func (w *wizard) again() {
	w.open.Close()
	w.preview()
}

// show is the preview: how the file was understood, what is new, changed, refused.
func (w *wizard) show(plan *imports.ImportPlan) {
	tabs := container.NewAppTabs()
	if len(plan.Refused) > 0 {
		tabs.Append(container.NewTabItem(fmt.Sprintf(tabRefused, len(plan.Refused)), w.problems(plan.Refused)))
	}
	tabs.Append(container.NewTabItem(fmt.Sprintf(tabChanges, len(plan.Lines)), w.lines(plan.Lines)))
	if plan.Staff != nil {
		tabs.Append(container.NewTabItem(tabMapping, w.mapping(plan.Staff)))
	}
	if notes := notesOf(plan); len(notes) > 0 {
		tabs.Append(container.NewTabItem(fmt.Sprintf(tabNotes, len(notes)), w.problems(notes)))
	}
	head := widget.NewLabel(summary(plan))
	head.Wrapping = fyne.TextWrapWord
	top := container.NewVBox(head)
	if plan.Staff != nil {
		top.Add(w.choices(plan))
	}
	spec := kit.DialogSpec{
		Title: w.title + ": " + plan.File, Size: fyne.NewSize(1000, 560),
		Content: kit.Border(top, nil, nil, nil, tabs),
	}
	if len(plan.Refused) > 0 {
		spec.Extra = []fyne.CanvasObject{w.saveRefused(plan.Staff, plan.Refused)}
	}
	if w.writable(plan) {
		spec.Yes = wordWrite
		spec.OnYes = func() bool {
			w.write(plan)
			return false
		}
	}
	w.open = w.desk.UI.Dialog(spec)
}

// writable says whether there is something to write and nothing stands against it.
func (w *wizard) writable(plan *imports.ImportPlan) bool {
	t := plan.Totals()
	return t.New+t.Changed > 0 && (len(plan.Refused) == 0 || plan.Staff != nil && w.skip)
}

// choices are the two ticks of a staff list; each reads the file again.
func (w *wizard) choices(plan *imports.ImportPlan) fyne.CanvasObject {
	units := kit.NewCheck(wordNewUnits, nil)
	units.SetChecked(w.opts.NewUnits)
	units.OnChanged = func(on bool) {
		w.opts.NewUnits = on
		w.again()
	}
	skip := kit.NewCheck(wordSkip, nil)
	skip.SetChecked(w.skip)
	skip.OnChanged = func(on bool) {
		w.skip = on
		w.again()
	}
	if len(plan.Refused) == 0 {
		skip.Hide()
	}
	box := container.NewHBox(units, skip)
	if len(plan.Staff.OtherSheets) > 0 {
		sheets := kit.NewSelect(append([]string{plan.Staff.Sheet}, plan.Staff.OtherSheets...), nil)
		sheets.Choose(plan.Staff.Sheet)
		sheets.OnChanged = func(name string) {
			w.opts.Sheet, w.opts.Map = name, nil
			w.again()
		}
		box.Add(widget.NewLabel(wordSheet))
		box.Add(sheets)
	}
	return box
}

// write saves the plan in one step.
func (w *wizard) write(plan *imports.ImportPlan) {
	w.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
		return imports.Import(ctx, w.desk.App, plan, w.skip)
	}, func() {
		w.open.Close()
		t := plan.Totals()
		w.desk.UI.Noticef(textWritten, t.New, t.Changed)
	})
}

// mapping lists the columns of a staff list; choosing another meaning reads again.
func (w *wizard) mapping(list *tdkt.StaffList) fyne.CanvasObject {
	labels := []string{wordIgnore}
	fields := map[string]string{wordIgnore: ""}
	for _, f := range list.Fields {
		labels = append(labels, f.Label)
		fields[f.Label] = f.Field
	}
	grid := kit.NewGrid(w.desk.UI, func(c tdkt.StaffColumn) string { return c.Letter },
		kit.Column[tdkt.StaffColumn]{Title: wordColumn, Width: 60, Text: func(c tdkt.StaffColumn) string { return c.Letter }},
		kit.Column[tdkt.StaffColumn]{Title: wordHeader, Width: 340, Text: func(c tdkt.StaffColumn) string { return c.Header }},
		kit.Column[tdkt.StaffColumn]{
			Title: wordMeaning, Width: 240, Text: meaning,
			Edit: &kit.Editor[tdkt.StaffColumn]{Kind: kit.EditChoice, Choices: func(tdkt.StaffColumn) []string { return labels }},
		},
	)
	grid.OnEdit = func(c tdkt.StaffColumn, _ int, text string) error {
		w.remap(list, c.Letter, fields[text])
		return nil
	}
	grid.SetRows(list.Columns)
	return grid
}

// remap takes the column of a letter for another field and reads the file again.
func (w *wizard) remap(list *tdkt.StaffList, letter, field string) {
	m := map[string]string{}
	for _, c := range list.Columns {
		m[c.Letter] = cmp.Or(c.Field, notRead)
	}
	m[letter] = cmp.Or(field, notRead)
	w.opts.Sheet, w.opts.Map, w.known = list.Sheet, m, true
	if raw, err := json.Marshal(m); err == nil {
		fyne.CurrentApp().Preferences().SetString(headingKey(list), string(raw))
	}
	kit.OnScreen(w.again)
}

// notRead is what StaffOptions.Map calls a column to leave out.
const notRead = "-"

func meaning(c tdkt.StaffColumn) string {
	if c.Field == "" {
		return wordIgnore
	}
	return c.Label
}
