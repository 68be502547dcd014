package layouts

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/letters"
)

// templateRow is a Word template in the list.
type templateRow struct{ papers.TemplateState }

func (r templateRow) key() string { return string(r.Kind) }

// templates is the dialog of Word templates.
type templates struct {
	desk *desk.Desk
	open func(path string) // shows a file in its own program
	grid *kit.Grid[templateRow]
}

// Templates shows the Word templates, to be edited in Word and taken back.
func Templates(d *desk.Desk, open func(path string)) {
	t := &templates{desk: d, open: open}
	t.grid = kit.NewGrid(d.UI, templateRow.key,
		kit.Column[templateRow]{Title: wordKind, Width: 320, Grow: true, Text: func(r templateRow) string { return r.Name }},
		kit.Column[templateRow]{Title: wordInUse, Width: 180, Text: func(r templateRow) string {
			if r.Own {
				return wordOwn
			}
			return wordCarried
		}},
	)
	t.fill()
	pick := func(do func(templateRow)) func() {
		return func() { t.grid.WithCurrent(textPickKind, do) }
	}
	d.UI.Dialog(kit.DialogSpec{
		Title: wordTemplates, Size: fyne.NewSize(760, 560), Work: true,
		Content: container.NewBorder(widget.NewLabel(textTemplates), nil, nil, nil, t.grid),
		Extra: []fyne.CanvasObject{
			kit.NewButton(wordEdit, pick(t.edit)), kit.NewButton(wordReturn, pick(t.takeBack)).Writes(), kit.NewButton(wordBack, pick(t.back)).Writes(),
		},
	})
}

func (t *templates) fill() {
	var rows []templateRow
	for _, s := range papers.Templates(t.desk.App) {
		rows = append(rows, templateRow{s})
	}
	t.grid.SetRows(rows)
}

func wordFiles() []kit.FileKind {
	return []kit.FileKind{{Name: wordWord, Patterns: []string{"*.docx"}}}
}

// edit writes the template where the user says, opens it, and lists its fields; on the
// return it is checked and used.
func (t *templates) edit(r templateRow) {
	t.desk.UI.SaveFile(wordEdit, r.Name+".docx", wordFiles(), func(path string) {
		if !strings.HasSuffix(strings.ToLower(path), ".docx") {
			path += ".docx"
		}
		t.desk.UI.Try(func() error { return papers.WriteTemplate(t.desk.App, r.Info, path) }, func() {
			t.open(path)
			t.editing(r.Info, path)
		})
	})
}

// editing stays open while the template is edited.
func (t *templates) editing(info letters.Info, path string) {
	head := widget.NewLabel(fmt.Sprintf(textEditing, path))
	head.Wrapping = fyne.TextWrapWord
	fields := widget.NewLabel(fieldLines(papers.TemplateFields(t.desk.App, info)))
	fields.Wrapping = fyne.TextWrapWord
	var box kit.Dialog
	box = t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordEdit, Size: fyne.NewSize(820, 560), Yes: wordCheck,
		Content: container.NewBorder(head, nil, nil, nil, container.NewVScroll(fields)),
		OnYes: func() bool {
			t.take(info, path, func() { box.Close() })
			return false
		},
	})
}

// fieldLines is a line a field; those of the rows of a list behind it.
func fieldLines(list []letters.Field) string {
	var lines []string
	for _, f := range list {
		if len(f.Rows) > 0 {
			lines = append(lines, fmt.Sprintf(textRows, f.Name, f.Name, strings.Join(f.Rows, ", ")))
			continue
		}
		lines = append(lines, "{{"+f.Name+"}}")
	}
	return strings.Join(lines, "\n")
}

// takeBack asks for a template that was edited elsewhere.
func (t *templates) takeBack(r templateRow) {
	t.desk.UI.OpenFile(wordReturn, wordFiles(), func(path string) { t.take(r.Info, path, func() {}) })
}

// take checks a template and uses it from then on.
func (t *templates) take(info letters.Info, path string, done func()) {
	t.desk.UI.Try(func() error { return papers.TakeTemplate(t.desk.App, info, path) }, func() {
		done()
		t.fill()
		t.desk.UI.Noticef(textUsed, info.Name)
	})
}

// back goes back to the template that ships.
func (t *templates) back(r templateRow) {
	t.desk.UI.Confirm(wordBack, fmt.Sprintf(textBackToBase, r.Name), wordBack, func() {
		t.desk.UI.Try(func() error { return papers.DropTemplate(t.desk.App, r.Info) }, t.fill)
	})
}
