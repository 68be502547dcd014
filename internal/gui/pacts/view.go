// Package pacts is the page Phiếu và giao ước of the tab Đăng ký: pledge sheets that go
// out to the rooms and come back filled, who has not sent, and who signed its pact.
package pacts

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Phiếu và giao ước.
type Tab struct {
	*kit.ListPage[row]
	desk    *desk.Desk
	open    func(path string)
	grid    *kit.Grid[row]
	missing *kit.Check
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; open shows a folder with the system's own program.
func New(d *desk.Desk, open func(path string)) *Tab {
	t := &Tab{desk: d, open: open}
	t.grid = kit.NewGrid(d.UI, row.key, columns(func() bool { return t.desk.View().YearOf(t.desk.Year()).Locked })...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnEdits = func(edits []kit.Edit[row]) error { return t.desk.App.SavePacts(t.desk.Ctx, edited(edits)...) }
	t.missing = kit.NewCheck(wordMissing, func(bool) { t.Refresh() })
	t.ListPage = t.grid.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Views: t.missing, Extra: kit.NewButton(wordWrite, t.write), Main: kit.NewButton(wordTake, t.take).Writes().Primary(),
		Rows: t.deeds, Keys: kit.Shortcuts{New: t.take},
	})
	return t
}

// deeds are what can be done with the rooms selected.
func (t *Tab) deeds(rows []row) []*fyne.MenuItem {
	if len(rows) == 0 {
		return nil
	}
	return []*fyne.MenuItem{kit.NewDeed(wordSign, t.sign)}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto moves to the room of the place.
func (t *Tab) Goto(p desk.Place) { t.grid.SelectKey(string(p.Subject.ID)) }

// Refresh reads the rooms of the year again.
func (t *Tab) Refresh() {
	t.grid.Empty = fmt.Sprintf(textEmpty, t.desk.Year())
	if t.missing.Checked {
		t.grid.Empty = textAllSent
	}
	t.grid.SetRows(read(t.desk.View(), t.desk.Year(), t.missing.Checked))
	t.Head.SetChips()
	if n := len(read(t.desk.View(), t.desk.Year(), true)); n > 0 {
		t.Head.SetChips(kit.NewChip(fmt.Sprintf(textNotSent, n), kit.WarnTone, func() { t.missing.SetChecked(!t.missing.Checked) }))
	}
}

// write asks for a folder and writes a sheet for each room selected, or for all.
func (t *Tab) write() {
	rooms, year := t.rooms(), t.desk.Year()
	t.desk.UI.PickFolder(wordWrite, func(dir string) {
		n := 0
		t.desk.UI.Busy(wordWrite, func(ctx context.Context, _ *kit.Progress) error {
			paths, err := papers.WritePledgeSheets(ctx, t.desk.App, year, rooms, dir)
			n = len(paths)
			return err
		}, func() {
			t.desk.UI.Noticef(textWritten, n, dir)
			t.open(dir)
		})
	})
}

// rooms are the rooms selected where there are several, else all of the list.
func (t *Tab) rooms() []tdkt.Unit {
	rows := t.grid.Selected()
	if len(rows) < 2 {
		rows = t.grid.Rows()
	}
	var out []tdkt.Unit
	for _, r := range rows {
		out = append(out, r.unit)
	}
	return out
}

// sign notes that the rooms selected signed their pact today.
func (t *Tab) sign() {
	var list []tdkt.Pact
	for _, r := range t.grid.Selected() {
		r.pact.Signed = t.desk.App.Today()
		list = append(list, r.pact)
	}
	if len(list) == 0 {
		t.desk.UI.Notice(textPick)
		return
	}
	t.desk.Do(func(ctx context.Context) error { return t.desk.App.SavePacts(ctx, list...) }, nil)
}

// take asks for the folder with the sheets that came back and shows what they would do.
func (t *Tab) take() {
	t.desk.UI.PickFolder(wordTake, func(dir string) {
		paths, err := workbooks(dir)
		if err != nil {
			t.desk.UI.ShowError(err)
			return
		}
		var list []*papers.SheetReturn
		t.desk.UI.Busy(wordTake, func(ctx context.Context, _ *kit.Progress) error {
			list = papers.PreviewPledgeSheets(ctx, t.desk.App, paths)
			return ctx.Err()
		}, func() { t.show(list) })
	})
}

// workbooks are the Excel files of a folder, by name; those Excel keeps while one is
// open are left out.
func workbooks(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(textNoFolder, dir)}
	}
	var out []string
	for _, e := range entries {
		if strings.EqualFold(filepath.Ext(e.Name()), ".xlsx") && !strings.HasPrefix(e.Name(), "~$") {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	if len(out) == 0 {
		return nil, tdkt.Errorf(tdkt.NotFound, textNoFile, dir)
	}
	return out, nil
}

// show is the preview of sheets that came back.
func (t *Tab) show(list []*papers.SheetReturn) {
	rows, n := cameRows(list, t.desk.UI.Sentence)
	grid := kit.NewGrid(t.desk.UI, came.key, cameColumns()...)
	grid.Style = came.style
	grid.SetRows(rows)
	head := widget.NewLabel(fmt.Sprintf(textCount, len(list), n.changed, n.same, n.refused, n.unread))
	head.Wrapping = fyne.TextWrapWord
	wrong := kit.NewButton(wordSaveWrong, func() { t.saveWrong(list) })
	if n.refused == 0 {
		wrong.Why(textNoneWrong)
	}
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordTakeTitle, Yes: wordTakeYes, Size: fyne.NewSize(1000, 520), Extra: []fyne.CanvasObject{wrong},
		Content: kit.Border(head, nil, nil, nil, grid),
		OnYes: func() bool {
			changed := 0
			t.desk.Do(func(ctx context.Context) (err error) {
				changed, err = papers.TakePledgeSheets(ctx, t.desk.App, list)
				return err
			}, func() { t.desk.UI.Noticef(textTaken, changed) })
			return true
		},
	})
	grid.Focus()
}

// saveWrong asks for a folder and writes the lines to put right into it, a sheet for
// each room.
func (t *Tab) saveWrong(list []*papers.SheetReturn) {
	n := 0
	t.desk.UI.PickFolder(wordSaveWrong, func(to string) {
		t.desk.Do(func(ctx context.Context) error {
			for _, r := range list {
				if len(r.Refused) == 0 {
					continue
				}
				name := fmt.Sprintf(textFixName, strings.TrimSuffix(filepath.Base(r.Path), ".xlsx"))
				if err := papers.WriteRefused(ctx, t.desk.App, r, filepath.Join(to, name)); err != nil {
					return err
				}
				n++
			}
			return nil
		}, func() { t.desk.UI.Noticef(textSavedBad, n, to) })
	})
}
