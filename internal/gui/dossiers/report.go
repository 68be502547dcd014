package dossiers

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
)

// report is the row of the report of merits of the dossier at the cursor.
func (t *Tab) report() (row, bool) {
	at, ok := t.grid.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return row{}, false
	}
	for _, r := range t.grid.Rows() {
		if r.Nomination == at.Nomination && r.Report != nil && r.Report.Form != nil {
			return r, true
		}
	}
	t.desk.UI.Notice(textNoReport)
	return row{}, false
}

// part is one part of a report being typed.
type part struct {
	view.PassageDraft
	field *kit.TextField
}

// write shows the parts of a report, each beside what the year before said.
func (t *Tab) write() {
	r, ok := t.report()
	if !ok {
		return
	}
	year := t.year
	var parts []part
	var rows []fyne.CanvasObject
	for _, d := range t.desk.View().PassageDrafts(r.Report, year, r.Subject) {
		p := part{d, kit.NewAreaField(d.Text, shownLines)}
		if d.Carried != "" {
			p.field.SetPlaceHolder(fmt.Sprintf(textCarried, d.LastOf))
		}
		parts = append(parts, p)
		rows = append(rows, heading(d.Heading), t.beside(p))
	}
	head := wrapped(reportHead(r) + "\n" + fmt.Sprintf(textStands, r.Report.Words()))
	var box kit.Dialog
	box = t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textWriting, r.Name, year), Size: fyne.NewSize(960, 640), Work: true, Yes: wordSave, Focus: parts[0].field,
		Content: kit.Border(head, nil, nil, nil, container.NewVScroll(container.NewVBox(rows...))),
		OnYes: func() bool { // what was typed stays on the screen until it is kept
			texts := map[string]string{}
			for _, p := range parts {
				texts[p.Key] = p.field.Value()
			}
			t.desk.Do(func(ctx context.Context) error { return t.desk.App.SavePassages(ctx, year, r.Subject, texts) },
				func() { box.Close(); t.desk.UI.Notice(textSaved) })
			return false
		},
	})
}

// wrapped is text of any length.
func wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// heading is the name of a part.
func heading(text string) *widget.Label {
	l := wrapped(text)
	l.TextStyle.Bold = true
	return l
}

// shownLines is how many lines of a part are seen at once.
const shownLines = 5

// beside is the field of a part with last year's text at its right.
func (t *Tab) beside(p part) fyne.CanvasObject {
	if p.Last == "" {
		return container.New(layout.NewGridLayout(2), p.field, wrapped(textNoLast))
	}
	last := wrapped(p.Last)
	take := kit.NewButton(fmt.Sprintf(wordTake, p.LastOf), func() {
		p.field.SetText(strings.TrimSpace(p.field.Text + "\n" + p.Last))
	}).Writes()
	return container.New(layout.NewGridLayout(2), p.field,
		kit.Border(nil, container.NewHBox(take), nil, nil, container.NewVScroll(last)))
}

// reportHead says which form the report has, and what the office must hold it against.
func reportHead(r row) string {
	form := r.Report.Form
	lines := []string{form.Heading}
	if s := form.Source(); s != "" {
		lines[0] += " (" + s + ")"
	}
	if form.Note != "" {
		lines = append(lines, form.Note)
	}
	return strings.Join(lines, "\n")
}

// export writes the report at the cursor as Word.
func (t *Tab) export() {
	r, ok := t.report()
	if !ok {
		return
	}
	year := t.year
	d, err := papers.ReportDocument(t.desk.Ctx, t.desk.App, year, r.PaperRow)
	if err != nil {
		t.desk.UI.ShowError(err)
		return
	}
	t.desk.UI.SaveFile(wordExport, d.FileName(year), []kit.FileKind{{Name: "Word", Patterns: []string{"*.docx"}}}, func(path string) {
		t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return papers.ExportDocument(ctx, t.desk.App, year, d, path)
		}, func() { t.open(path) })
	})
}

// roomForms writes a sheet for each room, to be filled with what its reports and papers say.
func (t *Tab) roomForms() {
	round := t.desk.Round()
	t.desk.UI.PickFolder(wordRoomForms, func(dir string) {
		var paths []string
		t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) (err error) {
			paths, err = imports.WriteTextSheets(ctx, t.desk.App, round, dir)
			return err
		}, func() { t.desk.UI.Noticef(textRoomForms, len(paths), dir) })
	})
}

// takeReports reads the reports of a folder that were filled in or edited in Word, shows what
// they change and keeps it.
func (t *Tab) takeReports() {
	t.desk.UI.PickFolder(wordTakeReports, func(dir string) {
		var list []*view.ReportReturn
		t.desk.UI.Busy(wordReading, func(ctx context.Context, _ *kit.Progress) (err error) {
			var files []string
			for _, kind := range []string{"*.docx", "*.xlsx"} {
				some, err := filepath.Glob(filepath.Join(dir, kind))
				if err != nil {
					return fmt.Errorf("dossiers: look through the folder: %w", err)
				}
				files = append(files, some...)
			}
			files = slices.DeleteFunc(files, func(path string) bool { return strings.HasPrefix(filepath.Base(path), "~$") })
			list, err = imports.PreviewReports(ctx, t.desk.App, files)
			return err
		}, func() { t.confirmReports(list) })
	})
}

func (t *Tab) confirmReports(list []*view.ReportReturn) {
	text, changed := reportsText(t.desk.UI, list)
	spec := kit.DialogSpec{
		Title: wordTakeReports, Size: fyne.NewSize(760, 460),
		Content: container.NewVScroll(wrapped(text)),
	}
	if changed > 0 {
		spec.Yes = wordKeepReports
		spec.OnYes = func() bool {
			n := 0
			t.desk.Do(func(ctx context.Context) (err error) {
				n, err = t.desk.App.TakeReports(ctx, list)
				return err
			}, func() { t.desk.UI.Noticef(textTaken, n) })
			return true
		}
	}
	t.desk.UI.Dialog(spec)
}

// reportsText tells what reports that came back change, and how many parts do.
func reportsText(ui *kit.UI, list []*view.ReportReturn) (string, int) {
	var lines []string
	changed := 0
	for _, r := range list {
		name := filepath.Base(r.Path)
		if r.Problem != nil {
			lines = append(lines, name+": "+ui.Sentence(r.Problem))
			continue
		}
		changed += len(r.Changed)
		lines = append(lines, fmt.Sprintf(textReturned, name, r.Name, r.Year, len(r.Changed), r.Same))
		for _, c := range r.Changed {
			lines = append(lines, fmt.Sprintf("    "+textPartChange, c.Heading, app.ShortText(c.Before), app.ShortText(c.After)))
		}
		for _, n := range r.Notes {
			lines = append(lines, "    "+n)
		}
	}
	if len(list) == 0 {
		return textNoReports, 0
	}
	return strings.Join(lines, "\n"), changed
}
