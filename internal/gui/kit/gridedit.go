package kit

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/tdkt"
)

// cellEditor is the field open in a cell.
type cellEditor struct {
	key    string // of the row being edited
	column int
	entry  *Entry
	was    string // in the cell before
	object fyne.CanvasObject
	closed bool
}

// canEdit says whether the cell can be changed.
func (g *Grid[T]) canEdit(s spot) bool {
	if g.ui.NoWriting != "" || s.row < 0 || s.row >= len(g.view) || (g.OnEdit == nil && g.OnEdits == nil) {
		return false
	}
	e := g.columns[s.col].Edit
	return e != nil && (e.Locked == nil || !e.Locked(g.row(s.row)))
}

// tickClicked is a click on a tick box.
func (g *Grid[T]) tickClicked(s spot) {
	if s == g.at && g.canEdit(s) && g.columns[s.col].Edit.Kind == EditTick {
		g.toggleTick()
	}
}

// typed begins an edit with the letter, which takes the place of the old text.
func (g *Grid[T]) typed(r rune) {
	if r == ' ' {
		return
	}
	if !g.canEdit(g.at) {
		g.sayNoEdit() // nobody types a column of figures into nothing
		return
	}
	if g.columns[g.at.col].Edit.Kind == EditTick {
		if r == 'x' || r == 'X' {
			g.commit(g.at, "x")
		}
		return
	}
	g.open(string(r), false)
}

// sayNoEdit says that the cell cannot be changed, in a list where others can.
func (g *Grid[T]) sayNoEdit() {
	switch _, ok := g.Current(); {
	case g.ui.Reading:
	case g.ui.NoWriting != "" && (g.OnEdit != nil || g.OnEdits != nil):
		g.ui.Warn(g.ui.NoWriting)
	case ok && g.tabMoves():
		g.ui.Warn(textNoEdit)
	}
}

// openEditor begins an edit with the old text, or the one that was refused; the caret
// stands at its end, as in Excel.
func (g *Grid[T]) openEditor() {
	if !g.canEdit(g.at) {
		g.sayNoEdit()
		return
	}
	if g.columns[g.at.col].Edit.Kind == EditTick {
		g.toggleTick()
		return
	}
	row, _ := g.Current()
	text := g.columns[g.at.col].Text(row)
	if r, ok := g.refused[g.cellKey(g.at)]; ok {
		text = r.text
	}
	g.open(text, true)
}

// open begins an edit with a text; whole says that it is the old one.
func (g *Grid[T]) open(text string, whole bool) {
	row, ok := g.Current()
	if !ok {
		return
	}
	clear(g.extra)
	g.from = g.at
	g.table.scrollTo(g.at)
	column := g.columns[g.at.col]
	if column.Edit.Kind == EditChoice {
		g.openChoice(row, text, whole)
		return
	}
	e := NewEntry()
	e.CatchTab = true
	e.SetText(text)
	ed := &cellEditor{key: g.key(row), column: g.at.col, entry: e, was: g.columns[g.at.col].Text(row)}
	ed.object = container.NewThemeOverride(e, gridTheme{})
	e.OnKey = func(name fyne.KeyName) bool { return g.editorKey(ed, name) }
	e.OnBlur = func() { g.blurred(ed) }
	g.edit = ed
	g.table.Refresh()
	g.ui.Focus(e)
	e.CursorColumn = len([]rune(text))
	e.Refresh()
}

// GiveUp leaves what is being typed unsaved, and what was not taken.
func (g *Grid[T]) GiveUp() {
	clear(g.refused)
	if g.edit != nil {
		g.stopEdit()
	}
}

// editorAt is the field to draw in the cell, nil for none.
func (g *Grid[T]) editorAt(s spot) fyne.CanvasObject {
	if g.edit == nil || s.col != g.edit.column || s.row >= len(g.view) || g.key(g.row(s.row)) != g.edit.key {
		return nil
	}
	return g.edit.object
}

// editorKey is a key in the open field.
func (g *Grid[T]) editorKey(ed *cellEditor, name fyne.KeyName) bool {
	step := spot{}
	switch name {
	case fyne.KeyEscape:
		g.stopEdit()
		g.accept(ed.key, ed.column)
		g.Focus()
		return true
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		step.row = 1
	case fyne.KeyUp:
		step.row = -1
	case fyne.KeyTab:
		step.col = 1
	default:
		return false
	}
	if !g.finish(ed) {
		return true
	}
	g.Focus()
	_, back := g.refused[g.refusalKey(ed.key, ed.column)]
	switch {
	case back: // the cursor is on it again
	case step.col != 0:
		g.nextCell(shiftHeld(ed.entry.shift))
	default:
		g.moveTo(spot{g.at.row + step.row, g.at.col}, false)
	}
	return true
}

// blurred commits when the keyboard goes elsewhere, as Excel does; what is wrong stays
// in the cell, marked, with the reason.
func (g *Grid[T]) blurred(ed *cellEditor) {
	if ed.closed || g.edit != ed || g.finish(ed) {
		return
	}
	why, text := g.ui.NoticeText(), ed.entry.Text
	g.stopEdit()
	g.refuse(ed.key, ed.column, text, why)
}

// Typing says whether a text is half typed in a cell, or was typed and not taken.
func (g *Grid[T]) Typing() bool {
	return len(g.refused) > 0 || g.edit != nil && g.edit.entry.Text != g.edit.was
}

// commitEdit commits an open edit, if any.
func (g *Grid[T]) commitEdit() {
	if g.edit != nil {
		g.blurred(g.edit)
	}
}

// stopEdit closes the field without saving.
func (g *Grid[T]) stopEdit() {
	if g.edit == nil {
		return
	}
	g.edit.closed = true
	g.edit = nil
	g.ui.unwarn()
	g.table.Refresh()
}

// finish checks what was typed and saves it; false keeps the field open.
func (g *Grid[T]) finish(ed *cellEditor) bool {
	row, ok := g.byKey(ed.key)
	if !ok {
		g.stopEdit()
		return true
	}
	text, err := g.clean(ed.column, row, ed.entry.Text)
	if err != nil {
		g.refuse(ed.key, ed.column, ed.entry.Text, g.ui.Sentence(err))
		return false
	}
	g.accept(ed.key, ed.column)
	g.stopEdit()
	g.save(row, ed.column, text)
	return true
}

func (g *Grid[T]) byKey(key string) (row T, ok bool) {
	for _, r := range g.rows {
		if g.key(r) == key {
			return r, true
		}
	}
	return row, false
}

// commit saves a text for a cell without a field.
func (g *Grid[T]) commit(s spot, text string) { g.save(g.row(s.row), s.col, text) }

// save hands one changed cell to OnEdit; what did not change is not saved.
func (g *Grid[T]) save(row T, column int, text string) {
	if g.unchanged(row, column, text) {
		return
	}
	g.saveAll([]Edit[T]{{Row: row, Column: column, Text: text}}, "")
}

// unchanged says whether the cell holds the text already, though written another
// way: 1.000 and 1000.
func (g *Grid[T]) unchanged(row T, column int, text string) bool {
	old := g.columns[column].Text(row)
	if old == text {
		return true
	}
	clean, err := g.clean(column, row, old)
	return err == nil && clean == text
}

// saveAll saves edits away from the screen and shows the error, or done.
func (g *Grid[T]) saveAll(edits []Edit[T], done string) {
	if len(edits) == 0 {
		return
	}
	g.ui.Do(func() func() {
		err := g.saved(edits)
		return func() {
			switch {
			case err != nil && len(edits) == 1:
				g.sendBack(edits[0], err)
			case err != nil:
				g.ui.ShowError(err)
			case done != "":
				g.ui.Notice(done)
			default:
				g.ui.unwarn()
			}
			g.table.Refresh()
		}
	})
}

// sendBack keeps what could not be saved in its cell and brings the cursor back to it,
// unless the next cell is being typed in already.
func (g *Grid[T]) sendBack(e Edit[T], err error) {
	key := g.key(e.Row)
	g.refuse(key, e.Column, e.Text, g.ui.Sentence(err))
	if g.edit != nil {
		return
	}
	for i := range g.view {
		if g.key(g.row(i)) == key {
			g.moveTo(spot{i, e.Column}, false)
		}
	}
}

func (g *Grid[T]) saved(edits []Edit[T]) error {
	if g.OnEdits != nil && (len(edits) > 1 || g.OnEdit == nil) {
		return g.OnEdits(edits)
	}
	for _, e := range edits {
		if err := g.OnEdit(e.Row, e.Column, e.Text); err != nil {
			return err
		}
	}
	return nil
}

// erase is Backspace: it opens the cell empty, as Excel does.
func (g *Grid[T]) erase() {
	if !g.canEdit(g.at) {
		return
	}
	if g.columns[g.at.col].Edit.Kind == EditTick {
		g.commit(g.at, "")
		return
	}
	g.open("", false)
}

// toggleTick changes the tick box under the cursor.
func (g *Grid[T]) toggleTick() {
	row, _ := g.Current()
	if g.columns[g.at.col].Text(row) != "" {
		g.commit(g.at, "")
		return
	}
	g.commit(g.at, "x")
}

// clean makes typed or pasted text what the column holds, or says why it cannot.
func (g *Grid[T]) clean(column int, row T, text string) (string, error) {
	e := g.columns[column].Edit
	text = tdkt.Clean(text)
	switch e.Kind {
	case EditNumber:
		return cleanNumber(text)
	case EditDate:
		d, err := ParseDay(text)
		return d.String(), err
	case EditTick:
		return cleanTick(text)
	case EditChoice:
		if e.Alias != nil && e.Alias(text) != "" {
			text = e.Alias(text)
		}
		return pickChoice(e.choices(row), text)
	default:
		return text, nil
	}
}

func (e *Editor[T]) choices(row T) []string {
	if e.Choices == nil {
		return nil
	}
	return e.Choices(row)
}

func cleanTick(text string) (string, error) {
	switch tdkt.Fold(text) {
	case "", "0", "khong":
		return "", nil
	case "x", "1", "co", "v", "✓":
		return "x", nil
	}
	return "", tdkt.Errorf(tdkt.Invalid, textNotTick, text)
}

// pickChoice finds a choice by its text, or by a beginning that only one has.
func pickChoice(choices []string, text string) (string, error) {
	want := tdkt.Fold(text)
	var begins []string
	for _, c := range choices {
		f := tdkt.Fold(c)
		if f == want {
			return c, nil
		}
		if want != "" && strings.HasPrefix(f, want) {
			begins = append(begins, c)
		}
	}
	if len(begins) == 1 {
		return begins[0], nil
	}
	list := slices.DeleteFunc(slices.Clone(choices), func(s string) bool { return s == "" })
	return "", tdkt.Errorf(tdkt.Invalid, textNotChoice, text, strings.Join(list, ", "))
}

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }
