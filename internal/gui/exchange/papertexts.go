package exchange

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// textLines is how many lines of a text are seen at once.
const textLines = 3

// EditTexts shows what the office writes into a document, each text beside what an earlier
// year said, and keeps what was typed.
func EditTexts(d *desk.Desk, round tdkt.Round, doc papers.Document, done func()) {
	var fields []papers.PaperField
	d.UI.Busy(wordChecking, func(ctx context.Context, _ *kit.Progress) (err error) {
		fields, err = papers.PaperFields(ctx, d.App, doc, round.Year)
		return err
	}, func() {
		if len(fields) == 0 {
			d.UI.Notice(textNoFields)
			return
		}
		showTexts(d, round, doc, fields, done)
	})
}

func showTexts(d *desk.Desk, round tdkt.Round, doc papers.Document, fields []papers.PaperField, done func()) {
	inputs := make([]*kit.TextField, len(fields))
	var rows []fyne.CanvasObject
	for i, f := range fields {
		inputs[i] = textField(f)
		rows = append(rows, heading(fieldName(f)), besideLast(f, inputs[i]))
	}
	title := fmt.Sprintf(titleTexts, doc.Name, round.Year)
	if doc.Who != "" {
		title = fmt.Sprintf(titleTexts, doc.Name+" – "+doc.Who, round.Year)
	}
	var box kit.Dialog
	box = d.UI.Dialog(kit.DialogSpec{
		Title: title, Size: fyne.NewSize(960, 640), Work: true, Yes: wordKeepTexts, Focus: inputs[0],
		Content: container.NewVScroll(container.NewVBox(rows...)),
		OnYes: func() bool { // what was typed stays on the screen until it is kept
			for i := range fields {
				fields[i].Text = inputs[i].Value()
			}
			d.Do(func(ctx context.Context) error { return papers.SavePaper(ctx, d.App, doc, round.Year, fields) },
				func() { box.Close(); d.UI.Notice(textTextsKept); done() })
			return false
		},
	})
}

// fieldName is the heading of a text, with whose it is.
func fieldName(f papers.PaperField) string {
	if f.Case != "" {
		return f.Case + ": " + strings.ToLower(f.Heading)
	}
	return f.Heading
}

// textField is the field of a text: one line for a day or a number.
func textField(f papers.PaperField) *kit.TextField {
	field := kit.NewAreaField(f.Text, textLines)
	if f.Form == law.DayPart || f.Form == law.DaysPart || f.Form == law.NumberPart || f.Form == law.VotesPart && !strings.Contains(f.Text, "\n") {
		field = kit.NewTextField(f.Text)
	}
	switch {
	case f.Carried != "":
		field.SetPlaceHolder(fmt.Sprintf(textCarried, f.LastOf))
	case f.Form == law.DayPart:
		field.SetPlaceHolder(textDayHint)
	default:
		field.SetPlaceHolder(f.Hint)
	}
	return field
}

// besideLast is a field with what an earlier year said at its right.
func besideLast(f papers.PaperField, field *kit.TextField) fyne.CanvasObject {
	if f.Last == "" {
		return field
	}
	last := widget.NewLabel(fmt.Sprintf(textLastYear, f.LastOf, f.Last))
	last.Wrapping = fyne.TextWrapWord
	return container.New(layout.NewGridLayout(2), field, last)
}

// heading is the name of a text.
func heading(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	l.TextStyle.Bold = true
	return l
}

// FreeReport asks for the days of a report of the work and writes it.
func FreeReport(d *desk.Desk, round tdkt.Round) {
	from, to := kit.NewDateField(tdkt.FirstDay(round.Year)), kit.NewDateField(min(d.App.Today(), tdkt.LastDay(round.Year)))
	var doc papers.Document
	d.UI.ShowForm(kit.FormSpec{
		Title: wordFreeReport, Size: fyne.NewSize(520, 240), Yes: wordGoOn,
		Form: kit.NewForm(
			kit.FormItem{Label: labelFrom, Field: from, Must: true},
			kit.FormItem{Label: labelTo, Field: to, Must: true, Hint: hintPeriod},
		),
		Save: func() func() error {
			a, b := from.Day(), to.Day()
			return func() (err error) {
				doc, err = papers.WorkReport(round, a, b)
				return err
			}
		},
		Done: func() { WriteDocuments(d, round, []papers.Document{doc}) },
	})
}
