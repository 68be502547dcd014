// Package dossiers is the page Hồ sơ: the papers that each dossier of the year must hold,
// and the files kept for them.
package dossiers

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/dossier"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// Tab is the page.
type Tab struct {
	desk    *desk.Desk
	open    func(path string) // shows a file with the system's own program
	grid    *kit.Grid[row]
	about   *widget.Label
	content fyne.CanvasObject
	year    int
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; open shows a file with the system's own program.
func New(d *desk.Desk, open func(path string)) *Tab {
	t := &Tab{desk: d, open: open, about: widget.NewLabel(textIntro)}
	t.about.Wrapping = fyne.TextWrapWord
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Style = row.style
	t.grid.Totals = totals
	t.grid.OnOpen = t.opened
	t.grid.OnCursor = t.chosen
	tools := container.NewVBox(kit.Bar(
		kit.NewIconButton(wordAttach, theme.MailAttachmentIcon(), t.attach).Writes().Primary(),
		kit.NewIconButton(wordFolder, theme.FolderOpenIcon(), t.takeFolder).Writes(),
		kit.NewIconButton(wordWrite, theme.DocumentCreateIcon(), t.write).Writes(),
		kit.NewIconButton(wordExport, theme.DocumentSaveIcon(), t.export),
		kit.NewIconButton(wordTakeReports, theme.DownloadIcon(), t.takeReports).Writes(),
		kit.NewIconButton(wordView, theme.VisibilityIcon(), t.view),
		kit.NewIconButton(wordRemove, theme.DeleteIcon(), t.remove).Writes(),
	), t.about, t.grid.Filter())
	t.content = container.NewBorder(tools, nil, nil, nil, t.grid)
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter and Ctrl+N to attaching a file.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.attach}
}

// Goto shows the papers of a subject.
func (t *Tab) Goto(p desk.Place) {
	t.desk.UI.Do(func() func() {
		return func() {
			for _, r := range t.grid.Rows() {
				mine := r.Subject == p.Subject && (p.Title == "" || r.Title.Code == p.Title)
				if mine && (!p.Missing || r.State() == dossier.PaperMissing) {
					t.grid.GoCell(r.key(), colFile)
					break
				}
			}
			t.grid.Focus()
		}
	})
}

// Refresh reads the papers of the year again, away from the screen.
func (t *Tab) Refresh() {
	year, unit := t.desk.Year(), t.desk.Unit()
	t.desk.UI.Do(func() func() {
		list, err := t.desk.App.Papers(t.desk.Ctx, year)
		rows := rowsOf(t.desk.View(), list, unit)
		return func() {
			t.year = year
			t.grid.Empty = fmt.Sprintf(textEmpty, year)
			if err != nil {
				t.grid.Empty = t.desk.UI.Sentence(err)
			}
			t.grid.SetRows(rows)
		}
	})
}

// chosen tells the article behind the row, and what became of the file it came from.
func (t *Tab) chosen(r row, ok bool) {
	if !ok {
		t.about.SetText(textIntro)
		return
	}
	text := fmt.Sprintf(textAsked, r.Paper.Name, r.Paper.Cite, law.MarkName(r.Paper.Mark))
	if r.Report != nil && r.Report.Form != nil {
		text += "\n" + reportHead(r)
	}
	for _, f := range r.Files {
		if words := app.OriginWords(f); words != "" {
			text += "\n" + words
		}
	}
	t.about.SetText(text)
}

// opened shows the file of a row, or asks for it.
func (t *Tab) opened(r row) {
	if len(r.Files) > 0 {
		t.view()
		return
	}
	t.attach()
}

// attach asks for a file and keeps it for the rows selected.
func (t *Tab) attach() {
	r, ok := t.grid.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return
	}
	year := t.year
	t.desk.UI.OpenFile(fmt.Sprintf(textAttach, r.Paper.Name), papers(), func(path string) {
		n := 0
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = t.desk.App.AttachTo(ctx, year, r.PaperRow, path)
			return err
		}, func() { t.desk.UI.Noticef(textAttached, n) })
	})
}

// takeFolder recognises the files of a folder by their names, shows what it found and
// keeps it.
func (t *Tab) takeFolder() {
	year := t.year
	t.desk.UI.PickFolder(wordFolder, func(dir string) {
		var found *app.FolderPapers
		t.desk.UI.Busy(wordReading, func(ctx context.Context, _ *kit.Progress) (err error) {
			found, err = t.desk.App.LookThrough(ctx, year, dir)
			return err
		}, func() { t.confirmFolder(year, found) })
	})
}

func (t *Tab) confirmFolder(year int, found *app.FolderPapers) {
	text := widget.NewLabel(folderText(found))
	text.Wrapping = fyne.TextWrapWord
	spec := kit.DialogSpec{Title: wordFolder, Content: container.NewVScroll(text), Size: fyne.NewSize(760, 420)}
	if len(found.Found) > 0 {
		spec.Yes = wordKeep
		spec.OnYes = func() bool {
			n := 0
			t.desk.Do(func(ctx context.Context) (err error) {
				n, err = t.desk.App.AttachFolder(ctx, year, found)
				return err
			}, func() { t.desk.UI.Noticef(textAttached, n) })
			return true
		}
	}
	t.desk.UI.Dialog(spec)
}

// view opens a copy of the file of the row at the cursor.
func (t *Tab) view() {
	r, ok := t.grid.Current()
	if !ok || len(r.Files) == 0 {
		t.desk.UI.Notice(textNoFile)
		return
	}
	path := ""
	t.desk.Do(func(ctx context.Context) error {
		dir, err := scratch.Temp()
		if err != nil {
			return fmt.Errorf("dossiers: a place for the copy: %w", err)
		}
		path, err = t.desk.App.CopyPaper(ctx, r.Files[len(r.Files)-1], dir)
		return err
	}, func() { t.open(path) })
}

// remove takes the files of the rows selected out, after a question.
func (t *Tab) remove() {
	var list []tdkt.Attachment
	seen := map[tdkt.ID]bool{}
	for _, r := range t.grid.Selected() {
		for _, f := range r.Files {
			if !seen[f.ID] {
				list = append(list, f)
			}
			seen[f.ID] = true
		}
	}
	if len(list) == 0 {
		t.desk.UI.Notice(textNoFile)
		return
	}
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemoveAsk, len(list)), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemovePapers(ctx, list) },
			func() { t.desk.UI.Noticef(textRemoved, len(list)) })
	})
}

// row is one paper of one dossier.
type row struct{ dossier.PaperRow }
