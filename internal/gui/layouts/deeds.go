package layouts

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/columns"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// current is the place of the column under the cursor, -1 for none.
func (e *editor) current() int {
	r, ok := e.grid.Current()
	if !ok {
		e.desk.UI.Notice(textPick)
		return -1
	}
	return r.at
}

// shift moves the column under the cursor up or down; the first of a list stays.
func (e *editor) shift(by int) {
	at, rows := e.current(), e.rows()
	to := at + by
	if at < 0 || to < 0 || to >= len(rows) {
		return
	}
	if _, lists := e.table(); lists && (at == 0 || to == 0) {
		e.desk.UI.Notice(textFirst)
		return
	}
	rows[at], rows[to] = rows[to], rows[at]
	e.put(rows)
	e.show()
	e.grid.SelectKey(row{at: to}.key())
}

// drag takes a column to another place; the first of a list stays the first.
func (e *editor) drag(from, to int) {
	rows := e.rows()
	if _, lists := e.table(); lists && (from == 0 || to == 0) {
		e.desk.UI.Notice(textFirst)
		e.show()
		return
	}
	moved := rows[from]
	rows = slices.Insert(slices.Delete(rows, from, from+1), to, moved)
	e.put(rows)
	e.show()
	e.grid.SelectKey(row{at: to}.key())
}

// widen gives a column the width its edge was dragged to.
func (e *editor) widen(at int, width float64) {
	rows := e.rows()
	rows[at].width = width
	e.put(rows)
	e.show()
	e.grid.SelectKey(row{at: at}.key())
}

// add puts a column behind the one under the cursor, of the first data not yet there.
func (e *editor) add() {
	rows := e.rows()
	at := len(rows)
	if r, ok := e.grid.Current(); ok {
		at = r.at + 1
	}
	field := e.fields()[len(e.fields())-1]
	for _, f := range e.fields() {
		if !slices.ContainsFunc(rows, func(r row) bool { return r.field == f }) {
			field = f
			break
		}
	}
	const usual = 25 // mm
	e.put(slices.Insert(rows, at, row{field: field, title: e.words(field), width: usual}))
	e.show()
	e.grid.SelectKey(row{at: at}.key())
}

// remove takes the column under the cursor away.
func (e *editor) remove() {
	at, rows := e.current(), e.rows()
	_, lists := e.table()
	switch {
	case at < 0:
		return
	case lists && at == 0:
		e.desk.UI.Notice(textFirst)
		return
	case lists && len(rows) <= 3 || len(rows) <= 1:
		e.desk.UI.Notice(textLeast)
		return
	}
	e.put(slices.Delete(rows, at, at+1))
	e.show()
}

// kind is which of the two layouts what is chosen belongs to.
func (e *editor) kind() string {
	if _, lists := e.table(); lists {
		return tdkt.LayoutLists
	}
	return tdkt.LayoutSoftware
}

// save keeps both layouts in the data file.
func (e *editor) save(done func()) {
	lists, software := e.lists, e.software
	e.desk.Do(func(ctx context.Context) error { return e.keep(ctx, lists, software) }, func() {
		e.desk.UI.Notice(textSaved)
		done()
	})
}

// keep writes what differs from what is in force.
func (e *editor) keep(ctx context.Context, lists columns.Lists, software columns.Software) error {
	was, err := papers.Lists(e.desk.App)
	if err != nil || string(was.Text()) != string(lists.Text()) {
		if err := papers.SaveLists(ctx, e.desk.App, lists); err != nil {
			return err
		}
	}
	before, err := papers.Software(e.desk.App)
	if err != nil || string(before.Text()) != string(software.Text()) {
		return papers.SaveSoftware(ctx, e.desk.App, software)
	}
	return nil
}

func layoutFiles() []kit.FileKind {
	return []kit.FileKind{{Name: wordLayoutOf, Patterns: []string{"*.toml"}}}
}

// share keeps the layout and writes it as a file for another office.
func (e *editor) share() {
	kind, name := e.kind(), fileLists
	if kind == tdkt.LayoutSoftware {
		name = fileSoftware
	}
	e.desk.UI.SaveFile(wordShare, name, layoutFiles(), func(path string) {
		if !strings.HasSuffix(strings.ToLower(path), ".toml") {
			path += ".toml"
		}
		lists, software := e.lists, e.software
		e.desk.UI.Try(func() error {
			if kind == tdkt.LayoutSoftware {
				return papers.ShareText(e.desk.App, path, software.Text())
			}
			return papers.ShareText(e.desk.App, path, lists.Text())
		}, func() { e.desk.UI.Noticef(textShared, path) })
	})
}

// take reads a layout that another office shared, and keeps it.
func (e *editor) take() {
	e.desk.UI.OpenFile(wordTake, layoutFiles(), func(path string) {
		e.desk.Do(func(ctx context.Context) error {
			_, err := papers.TakeLayout(ctx, e.desk.App, path)
			return err
		}, func() {
			e.again()
			e.desk.UI.Noticef(textTaken, path)
		})
	})
}

// again shows what is in force.
func (e *editor) again() {
	if err := e.load(); err != nil {
		e.desk.UI.ShowError(err)
		return
	}
	e.fillChoice(e.choice.Selected)
}

// reset goes back to what ships.
func (e *editor) reset() {
	kind := e.kind()
	e.desk.UI.Confirm(wordReset, textReset, wordReset, func() {
		e.desk.Do(func(ctx context.Context) error { return papers.ResetLayout(ctx, e.desk.App, kind) }, e.again)
	})
}

// newSet adds a file for the software of another province.
// setKinds are what the rows of a file may be, with the columns it begins with.
func setKinds() (words, of []string, fields map[string][]string) {
	words = []string{wordOfBoth, wordOfPeople, wordOfUnits, wordOfInitiatives}
	of = []string{columns.OfBoth, columns.OfPeople, columns.OfUnits, columns.OfInitiatives}
	titled := []string{"stt", "ten", "danh-hieu-hinh-thuc"}
	return words, of, map[string][]string{
		columns.OfBoth: titled, columns.OfPeople: titled, columns.OfUnits: titled, columns.OfInitiatives: {"stt", "ten-de-tai", "tac-gia"},
	}
}

// newSet asks what a new file for other software is: its name, its rows, where its header stands.
func (e *editor) newSet() {
	words, of, fields := setKinds()
	name, title, rows, header := kit.NewTextField(""), kit.NewTextField(""), kit.NewSelect(words, nil), kit.NewNumberField()
	rows.Choose(words[0])
	header.Whole, header.Least, header.Most = true, 1, 20
	header.SetNumber(1)
	e.desk.UI.ShowForm(kit.FormSpec{
		Title: wordNewSet, Yes: wordAddSet, Size: fyne.NewSize(560, 320),
		Form: kit.NewForm(
			kit.FormItem{Label: wordSetName, Field: name, Must: true, Hint: hintSetName},
			kit.FormItem{Label: wordSetRows, Field: rows, Must: true},
			kit.FormItem{Label: wordSetHeader, Field: header, Must: true, Hint: hintSetHeader},
			kit.FormItem{Label: wordSetTitle, Field: title, Hint: hintSetTitle},
		),
		Save: func() func() error {
			at := max(slices.Index(words, rows.Selected), 0)
			n, _ := header.Number()
			set := columns.SoftwareSet{Name: name.Value(), Of: of[at], Title: title.Value(), HeaderRow: int(n)}
			for _, f := range fields[set.Of] {
				set.Columns = append(set.Columns, columns.SoftwareColumn{Field: f, Title: columns.SoftwareWords(f)})
			}
			return func() error { return e.addSet(set) }
		},
		Done: func() { e.fillChoice(wordOther + name.Value()) },
	})
}

// addSet takes a new file; one of the same name, or that could not be read back, is refused.
func (e *editor) addSet(set columns.SoftwareSet) error {
	if set.Title != "" && set.HeaderRow < 2 {
		return tdkt.Errorf(tdkt.Invalid, textTitleRow)
	}
	next := e.software
	next.Set = append(slices.Clone(e.software.Set), set)
	if _, err := columns.ReadSoftware("", next.Text()); err != nil || slices.ContainsFunc(e.software.Set, func(s columns.SoftwareSet) bool { return strings.EqualFold(s.Name, set.Name) }) {
		return tdkt.Errorf(tdkt.Invalid, textBadSet)
	}
	e.software = next
	return nil
}

func (e *editor) removeSet() {
	if at := e.set(); at >= 0 {
		e.software.Set = slices.Delete(slices.Clone(e.software.Set), at, at+1)
		e.fillChoice("")
	}
}

// codeRow is a line of the table of codes.
type codeRow struct{ papers.CodeRow }

func (r codeRow) key() string { return fmt.Sprint(r.Kind, r.Key) }

// codeTable is the table of codes being filled in.
type codeTable struct {
	*editor
	grid *kit.Grid[codeRow]
	told *widget.Label
	set  columns.Software
}

// pasteCodes shows the table of codes, to be typed or pasted from the other software's list.
func (e *editor) pasteCodes() {
	c := &codeTable{editor: e, told: widget.NewLabel(textCodes), set: e.software}
	c.told.Wrapping = fyne.TextWrapWord
	c.grid = kit.NewGrid(e.desk.UI, codeRow.key,
		kit.Column[codeRow]{Title: wordWhat, Width: 170, Text: func(r codeRow) string {
			if r.Kind {
				return wordKindOf
			}
			return wordTitleOf
		}},
		kit.Column[codeRow]{Title: wordCodeOf, Width: 380, Grow: true, Text: func(r codeRow) string { return r.Words }},
		kit.Column[codeRow]{Title: wordCodeHere, Width: 130, Text: func(r codeRow) string { return r.Key }},
		kit.Column[codeRow]{Title: wordCodeTheir, Width: 160, Text: func(r codeRow) string { return r.Code }, Edit: &kit.Editor[codeRow]{Kind: kit.EditText}},
	)
	c.grid.OnEdit = func(r codeRow, _ int, text string) error {
		c.set = papers.SetCode(c.set, r.CodeRow, text)
		e.desk.UI.Do(func() func() { return c.fill })
		return nil
	}
	c.grid.OnPaste = func(p kit.Paste[codeRow]) { c.paste(p.Cells) }
	c.fill()
	e.desk.UI.Dialog(kit.DialogSpec{
		Title: wordCodes, Size: fyne.NewSize(960, 560), Work: true, Yes: wordCodesDone,
		Content: container.NewBorder(c.told, nil, nil, nil, c.grid),
		OnYes: func() bool {
			e.software = c.set
			e.show()
			return true
		},
	})
}

func (c *codeTable) fill() {
	var rows []codeRow
	for _, r := range papers.CodeRows(c.desk.App, c.set) {
		rows = append(rows, codeRow{r})
	}
	c.grid.SetRows(rows)
}

// paste places the lines of the other software's list, and says what found no place.
func (c *codeTable) paste(cells [][]string) {
	placed, left := papers.PasteCodes(c.desk.App, &c.set, cells)
	c.fill()
	if len(left) == 0 {
		c.told.SetText(fmt.Sprintf(textPlaced, placed))
		return
	}
	c.told.SetText(fmt.Sprintf(textUnplaced, placed, len(left), left[0]))
}
