package exchange

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// documentRow is one document in the list to choose from.
type documentRow = numbered[papers.Document]

// ExportDocuments shows the documents of the year, and writes those chosen into a folder.
func ExportDocuments(d *desk.Desk) {
	round := d.Round()
	var list []papers.Document
	d.UI.Busy(wordChecking, func(ctx context.Context, _ *kit.Progress) (err error) {
		list, err = papers.Documents(ctx, d.App, round)
		return err
	}, func() { chooseDocuments(d, round, list) })
}

func chooseDocuments(d *desk.Desk, round tdkt.Round, list []papers.Document) {
	grid := kit.NewGrid(d.UI, documentRow.key,
		kit.Column[documentRow]{Title: wordDocument, Width: 260, Text: documentName},
		kit.Column[documentRow]{Title: wordAbout, Width: 480, Text: documentAbout},
		kit.Column[documentRow]{Title: wordLacks, Width: 360, Grow: true, Text: func(r documentRow) string { return strings.Join(r.row.Gaps, "; ") }},
	)
	grid.SetRows(number(list))
	again := func() {
		d.UI.Busy(wordChecking, func(ctx context.Context, _ *kit.Progress) (err error) {
			list, err = papers.Documents(ctx, d.App, round)
			return err
		}, func() { grid.SetRows(number(list)) })
	}
	texts := kit.NewButton(wordTexts, func() {
		if r, ok := grid.Current(); ok {
			EditTexts(d, round, r.row, again)
		}
	}).Writes()
	head := widget.NewLabel(fmt.Sprintf(textDocuments, papers.TemplateFolder(d.App)))
	head.Wrapping = fyne.TextWrapWord
	var box kit.Dialog
	box = d.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(titleDocuments, round.Year), Size: fyne.NewSize(1240, 600), Yes: wordWriteSelected,
		Content: kit.Border(container.NewVBox(head, grid.Filter()), nil, nil, nil, grid),
		Extra: []fyne.CanvasObject{
			texts, kit.NewButton(wordFreeReport, func() { FreeReport(d, round) }), kit.NewButton(wordTemplates, func() { WriteTemplates(d) }),
		},
		OnYes: func() bool {
			rows := grid.Selected()
			if len(rows) == 0 {
				d.UI.Notice(textPickDocument)
				return false
			}
			box.Close()
			list := make([]papers.Document, len(rows))
			for i, r := range rows {
				list[i] = r.row
			}
			WriteDocuments(d, round, list)
			return true
		},
	})
}

// documentName is the document, of a report of the work with its period.
func documentName(r documentRow) string {
	if p := r.row.Period(); p != "" {
		return r.row.Name + " " + p
	}
	return r.row.Name
}

// documentAbout says what a document is, or whom a report is about and for what.
func documentAbout(r documentRow) string {
	if r.row.Who == "" {
		return r.row.About
	}
	return r.row.Who + ": " + r.row.Title
}

// WriteDocuments asks for a folder, writes documents into it and opens what was written.
func WriteDocuments(d *desk.Desk, round tdkt.Round, list []papers.Document) {
	d.UI.PickFolder(wordDocumentFolder, func(dir string) {
		var paths []string
		d.UI.Busy(wordWriting, func(ctx context.Context, p *kit.Progress) (err error) {
			paths, err = papers.ExportDocuments(ctx, d.App, round, list, dir, told(p))
			return err
		}, func() {
			if len(paths) == 1 {
				dir = paths[0]
			}
			wrote(d, dir)
		})
	})
}

// WriteTemplates puts the templates where the office edits them.
func WriteTemplates(d *desk.Desk) {
	dir := papers.TemplateFolder(d.App)
	d.Do(func(context.Context) error {
		_, err := papers.WriteTemplates(dir)
		return err
	}, func() { wrote(d, dir) })
}
