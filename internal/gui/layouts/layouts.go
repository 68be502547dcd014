// Package layouts is where the office lays out its lists and tables, the files for other
// software, and its Word templates.
package layouts

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/columns"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one column of the table being laid out.
type row struct {
	at           int
	field, title string
	width        float64
}

func (r row) key() string { return strconv.Itoa(r.at) }

// sample is one real row of the preview.
type sample struct {
	at    int
	cells []string
}

func (s sample) key() string { return strconv.Itoa(s.at) }

// editor is the dialog of layouts.
type editor struct {
	desk     *desk.Desk
	lists    columns.Lists
	software columns.Software
	choice   *kit.Select
	grid     *kit.Grid[row]
	preview  *kit.Grid[sample]
	letters  *widget.Label
	strip    *strip
	codes    *kit.Button
	dropSet  *kit.Button
}

// Open shows the layouts of the lists, to be changed and kept.
func Open(d *desk.Desk) {
	e := &editor{desk: d, letters: newLabel()}
	if err := e.load(); err != nil {
		d.UI.ShowError(err)
		return
	}
	e.build()
}

func (e *editor) load() (err error) {
	if e.lists, err = papers.Lists(e.desk.App); err != nil {
		return err
	}
	e.software, err = papers.Software(e.desk.App)
	return err
}

func (e *editor) build() {
	ui := e.desk.UI
	e.grid = kit.NewGrid(ui, row.key, e.editColumns(false)...)
	e.grid.Bare = true
	e.grid.OnEdit = e.edit
	e.preview = kit.NewGrid(ui, sample.key, kit.Column[sample]{Title: wordTitle, Text: func(sample) string { return "" }})
	e.preview.Bare = true
	e.choice = kit.NewSelect(nil, func(string) { e.show() })
	e.codes = kit.NewButton(wordCodes, e.pasteCodes).Writes()
	e.dropSet = kit.NewButton(wordDropSet, e.removeSet).Writes()
	keys := container.NewHBox(
		kit.NewButton(wordUp, func() { e.shift(-1) }), kit.NewButton(wordDown, func() { e.shift(1) }),
		kit.NewButton(wordAdd, e.add), kit.NewButton(wordDrop, e.remove),
		e.codes, kit.NewButton(wordNewSet, e.newSet).Writes(), e.dropSet,
	)
	top := container.NewVBox(kit.Wide(420, e.choice), widget.NewLabel(textLayouts), keys)
	e.strip = newStrip(e.drag, e.widen, func(at int) { e.grid.SelectKey(row{at: at}.key()) })
	e.fillChoice(columns.TableName(columns.KeyPeople))
	below := container.NewBorder(container.NewVBox(e.strip, e.letters), nil, nil, nil, e.preview)
	split := container.NewVSplit(container.NewBorder(top, nil, nil, nil, e.grid), below)
	split.Offset = 0.62
	var box kit.Dialog
	box = ui.Dialog(kit.DialogSpec{
		Title: wordLayouts, Size: fyne.NewSize(1180, 660), Work: true, Content: split, Yes: wordSave,
		Keys: map[fyne.KeyName]func(){fyne.KeyF7: func() { e.shift(-1) }, fyne.KeyF8: func() { e.shift(1) }},
		Extra: []fyne.CanvasObject{
			kit.NewButton(wordShare, e.share), kit.NewButton(wordTake, func() { e.take() }).Writes(), kit.NewButton(wordReset, e.reset).Writes(),
		},
		OnYes: func() bool {
			e.save(func() { box.Close() })
			return false
		},
	})
}

// fillChoice lists the tables and the files for other software, and turns to one.
func (e *editor) fillChoice(to string) {
	e.choice.Options = nil
	for _, t := range columns.Tables() {
		e.choice.Options = append(e.choice.Options, t.Name)
	}
	for _, s := range e.software.Set {
		e.choice.Options = append(e.choice.Options, wordOther+s.Name)
	}
	if !slices.Contains(e.choice.Options, to) {
		to = e.choice.Options[0]
	}
	e.choice.Choose(to)
	e.show()
}

// table is the table chosen; ok is false for a file for other software.
func (e *editor) table() (t columns.Table, ok bool) {
	at := slices.Index(e.choice.Options, e.choice.Selected)
	if at < 0 || at >= len(columns.Tables()) {
		return columns.Table{}, false
	}
	return columns.Tables()[at], true
}

// set is the place of the file for other software chosen, -1 for none.
func (e *editor) set() int {
	at := slices.Index(e.choice.Options, e.choice.Selected) - len(columns.Tables())
	return max(at, -1)
}

// rows are the columns of what is chosen.
func (e *editor) rows() []row {
	var out []row
	if t, ok := e.table(); ok {
		for i, c := range e.lists.Of(t.Key) {
			out = append(out, row{i, string(c.Field), c.Title, c.Width})
		}
		return out
	}
	if at := e.set(); at >= 0 {
		for i, c := range e.software.Set[at].Columns {
			out = append(out, row{i, c.Field, c.Title, 0})
		}
	}
	return out
}

// put takes changed columns for what is chosen.
func (e *editor) put(rows []row) {
	if t, ok := e.table(); ok {
		list := make([]columns.Column, len(rows))
		for i, r := range rows {
			list[i] = columns.Column{Field: columns.Field(r.field), Title: r.title, Width: r.width}
		}
		e.lists = e.lists.With(t.Key, list)
		return
	}
	if at := e.set(); at >= 0 {
		list := make([]columns.SoftwareColumn, len(rows))
		for i, r := range rows {
			list[i] = columns.SoftwareColumn{Field: r.field, Title: r.title}
		}
		e.software.Set = slices.Clone(e.software.Set)
		e.software.Set[at].Columns = list
	}
}

// words says what a field of what is chosen holds.
func (e *editor) words(field string) string {
	if _, ok := e.table(); ok {
		return columns.Field(field).Words()
	}
	return columns.SoftwareWords(field)
}

// fields are what a column of what is chosen may hold.
func (e *editor) fields() []string {
	if t, ok := e.table(); ok {
		var out []string
		for _, f := range t.Fields {
			out = append(out, string(f))
		}
		return out
	}
	return columns.SoftwareFields()
}

// The places of the columns of the editor's grid.
const (
	atField = iota + 1
	atTitle
	atWidth
)

func (e *editor) editColumns(software bool) []kit.Column[row] {
	list := []kit.Column[row]{
		{Title: wordNumber, Width: 60, Order: kit.ByNumber, Text: func(r row) string { return strconv.Itoa(r.at + 1) }},
		{Title: wordField, Width: 260, Text: func(r row) string { return e.words(r.field) }, Edit: &kit.Editor[row]{
			Kind: kit.EditChoice, Choices: func(row) []string { return e.fieldWords() },
			Locked: func(r row) bool { return r.at == 0 && !software },
		}},
		{Title: wordTitle, Width: 320, Grow: true, Text: func(r row) string { return r.title }, Edit: &kit.Editor[row]{Kind: kit.EditText}},
	}
	if !software {
		list = append(list, kit.Column[row]{
			Title: wordWide, Width: 110, Order: kit.ByNumber, Align: fyne.TextAlignTrailing,
			Text: func(r row) string { return kit.FormatNumber(r.width) }, Edit: &kit.Editor[row]{Kind: kit.EditNumber},
		})
	}
	return list
}

func (e *editor) fieldWords() []string {
	var out []string
	for _, f := range e.fields() {
		out = append(out, e.words(f))
	}
	return out
}

// edit changes one cell, away from the screen.
func (e *editor) edit(r row, column int, text string) error {
	rows := e.rows()
	if r.at >= len(rows) {
		return nil
	}
	switch column {
	case atField:
		if i := slices.Index(e.fieldWords(), text); i >= 0 {
			if rows[r.at].title == "" || rows[r.at].title == e.words(rows[r.at].field) {
				rows[r.at].title = text
			}
			rows[r.at].field = e.fields()[i]
		}
	case atTitle:
		if text == "" {
			return tdkt.Errorf(tdkt.Invalid, "Cột cần có tiêu đề. Hãy ghi tiêu đề.")
		}
		rows[r.at].title = text
	case atWidth:
		n, err := kit.ParseNumber(text)
		if err != nil || n < 5 || n > 200 {
			return tdkt.Errorf(tdkt.Invalid, "Bề rộng cần từ 5 đến 200 mm. Hãy ghi lại.")
		}
		rows[r.at].width = n
	}
	e.put(rows)
	e.desk.UI.Do(func() func() { return e.show })
	return nil
}

// show fills the grid and asks for the preview.
func (e *editor) show() {
	if e.grid == nil || e.strip == nil {
		return
	}
	_, lists := e.table()
	e.grid.SetColumns(e.editColumns(!lists)...)
	e.grid.SetRows(e.rows())
	e.strip.set(e.rows(), lists)
	e.codes.SetEnabled(!lists)
	e.dropSet.SetEnabled(!lists)
	e.look()
}

// look works out the preview away from the screen.
func (e *editor) look() {
	table, lists := e.table()
	round, set, at := e.desk.Round(), e.software, e.set()
	list := e.lists.Of(table.Key)
	e.desk.UI.Do(func() func() {
		var t tdkt.ListTable
		var letters float64
		var err error
		if lists {
			t, letters, err = papers.PreviewTable(e.desk.Ctx, e.desk.App, round, table.Key, list)
		} else {
			t, err = papers.PreviewSet(e.desk.Ctx, e.desk.App, round, set, at)
		}
		return func() { e.showPreview(t, letters, err) }
	})
}

// Letters that print smaller are hard to read; pixels of a millimetre in the preview.
const (
	smallLetters = 9.0
	perMM        = 3.4
)

func (e *editor) showPreview(t tdkt.ListTable, letters float64, err error) {
	switch {
	case err != nil:
		e.letters.SetText(e.desk.UI.Sentence(err))
		return
	case letters == 0:
		e.letters.SetText("")
	case letters < smallLetters:
		e.letters.SetText(fmt.Sprintf(textSmall, kit.FormatNumber(letters)))
	default:
		e.letters.SetText(fmt.Sprintf(textLetters, kit.FormatNumber(letters)))
	}
	list := make([]kit.Column[sample], len(t.Columns))
	for i, c := range t.Columns {
		list[i] = kit.Column[sample]{Title: c.Title, Width: float32(max(c.Width*perMM, 60)), Text: func(s sample) string { return s.cells[i] }}
	}
	rows := make([]sample, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = sample{i, r}
	}
	e.preview.SetRows(nil) // the rows of other columns are shorter
	e.preview.SetColumns(list...)
	e.preview.SetRows(rows)
}

// newLabel is a line that may go on in a second one.
func newLabel() *widget.Label {
	l := widget.NewLabel("")
	l.Wrapping = fyne.TextWrapWord
	return l
}
