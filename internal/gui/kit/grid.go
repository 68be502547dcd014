package kit

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Grid is the list of every tab. Set the callbacks, then call SetRows.
type Grid[T any] struct {
	widget.BaseWidget

	// OnEdit saves one cell, away from the screen; an error leaves the old value and
	// is shown in the bottom line.
	OnEdit func(row T, column int, text string) error
	// OnEdits saves many cells as one operation (paste, fill down, delete), away from
	// the screen. Without it, OnEdit is called cell by cell up to the first error.
	OnEdits func(edits []Edit[T]) error
	// OnPaste, if set, takes what is pasted instead of the column editors.
	OnPaste func(Paste[T])
	// OnOpen is Enter or double click on a cell that cannot be edited.
	OnOpen func(row T)
	// OnCursor is told the row under the cursor whenever it changes and after
	// SetRows; ok is false when there is none.
	OnCursor func(row T, ok bool)
	// OnSelect is told when the selected rows change, for buttons that need some.
	OnSelect func(rows []T)
	// Style colours rows.
	Style func(row T) RowStyle
	// Totals is the line under the table, told the rows shown.
	Totals func(shown []T) string
	// Menu gives the entries of the menu of the right button on the selected rows.
	Menu func(rows []T) []*fyne.MenuItem
	// Empty is what stands in an empty list: what to do first; EmptyWord is the button
	// below it that does it, with OnEmpty.
	Empty, EmptyWord string
	OnEmpty          func()

	// Bare leaves out the line below, in a small list beside others.
	Bare bool

	ui      *UI
	key     func(T) string
	columns []Column[T]
	rows    []T
	view    []int // places in rows, filtered and in order
	memo    memo
	search  []string // the search key of each row, once it was asked for
	sortBy  int      // column, -1 for the order of SetRows
	desc    bool
	words   []string // folded words of the filter

	at     spot // cursor
	from   spot // other corner of the range
	extra  map[string]bool
	edit   *cellEditor
	root   fyne.CanvasObject
	table  *gridTable
	filter *Entry
	empty  *widget.Label
	first  *Button         // below empty
	blank  *fyne.Container // empty and first
	foot   *widget.Label
	told   string             // key of the row last told to OnCursor
	pulled map[string]float32 // widths the user is giving, by plain title
	totals string

	fitted    fitted    // what the widths were worked out for
	lines     int       // of the rows of a long list
	spans     []rowSpan // of a short list, row by row
	headLines int       // of the headers
	touched   bool      // the user has put the cursor somewhere
	passing   bool      // Tab came to the list, and nothing was done in it yet
	refused   map[string]refusal
	note      *cellNote
}

// spot is a place in what is shown: row of the view, column.
type spot struct{ row, col int }

// NewGrid makes a grid. key names a row for good: the id from the data file.
func NewGrid[T any](ui *UI, key func(T) string, columns ...Column[T]) *Grid[T] {
	g := &Grid[T]{ui: ui, key: key, columns: columns, sortBy: -1, extra: map[string]bool{}, memo: newMemo(), pulled: map[string]float32{}, refused: map[string]refusal{}}
	g.table = newGridTable(g)
	g.filter = NewEntry()
	g.filter.SetPlaceHolder(wordFilter)
	g.filter.OnChanged = g.SetFilter
	g.filter.OnKey = g.filterKey
	g.empty = widget.NewLabel("")
	g.empty.Alignment = fyne.TextAlignCenter
	g.first = NewButton("", func() { g.OnEmpty() })
	g.first.Hide()
	g.foot = widget.NewLabel("")
	g.foot.Truncation = fyne.TextTruncateEllipsis
	g.foot.SizeName = theme.SizeNameCaptionText
	g.table.takeTheme()
	frame := NewSurface()
	inside := container.New(layout.NewCustomPaddedLayout(1, 1, 1, 1), g.table)
	g.note = newCellNote()
	g.blank = container.NewCenter(container.NewVBox(g.empty, container.NewCenter(g.first)))
	g.root = container.NewStack(
		container.NewBorder(nil, g.foot, nil, nil, container.NewStack(frame, inside, g.blank)), g.note.layer)
	g.ExtendBaseWidget(g)
	return g
}

// Resize gives the columns their widths for another size.
func (g *Grid[T]) Resize(size fyne.Size) {
	g.BaseWidget.Resize(size)
	if g.fitted.width != size.Width {
		g.fit()
		g.table.Refresh()
	}
}

// Refresh measures anew where the letters are of another size, or the look is another.
func (g *Grid[T]) Refresh() {
	if g.fitted.text != theme.TextSize() {
		g.fit()
	}
	g.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (g *Grid[T]) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.root) }

// Filter is the field that filters the grid; a tab puts it into its own tool bar.
// Enter and the down arrow in it go to the grid, Esc empties it.
func (g *Grid[T]) Filter() fyne.CanvasObject { return g.filter }

// FocusFilter puts the keyboard into the filter: Ctrl+F.
func (g *Grid[T]) FocusFilter() {
	g.ui.Focus(g.filter)
	g.filter.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Focus puts the keyboard into the grid.
func (g *Grid[T]) Focus() {
	g.ui.Focus(g.table)
	g.passing = false
}

func (g *Grid[T]) takeKeys() {
	g.commitEdit()
	g.Focus()
}

// gotKeys notes the list last worked in, which is the one to export.
func (g *Grid[T]) gotKeys() { g.ui.list, g.passing = g, true }

// SetRows shows other rows. Rows that are still there, by key, stay selected, the
// cursor stays on its row, and the scroll stays where it was. When it is the same
// rows with other contents, they also keep their places until the next filter or
// sort, so that a row does not run away from the hand that edits it.
func (g *Grid[T]) SetRows(rows []T) {
	if order, ok := g.sameRows(rows); ok {
		g.rows, g.view = rows, order
		g.changed()
		return
	}
	keep := g.keepPlaces()
	g.rows, g.search = rows, nil
	g.rebuild()
	keep()
	g.changed()
}

// Rows is what SetRows gave.
func (g *Grid[T]) Rows() []T { return g.rows }

// Shown is the rows left by the filter, in the order shown.
func (g *Grid[T]) Shown() []T {
	out := make([]T, len(g.view))
	for i, at := range g.view {
		out[i] = g.rows[at]
	}
	return out
}

// SetColumns changes the columns, for a year that has others. A column that is still
// there, by its title, keeps the width the user gave it and the order by it.
func (g *Grid[T]) SetColumns(columns ...Column[T]) {
	keep, sorted := g.keepPlaces(), ""
	if g.sortBy >= 0 {
		sorted = g.columns[g.sortBy].Title
	}
	g.stopEdit()
	g.columns, g.search = columns, nil
	g.sortBy = slices.IndexFunc(columns, func(c Column[T]) bool { return c.Title == sorted })
	g.rebuild()
	keep()
	g.changed()
}

// row is the row at a place of the view.
func (g *Grid[T]) row(i int) T { return g.rows[g.view[i]] }

// changed shows anew everything that depends on rows, order or filter.
func (g *Grid[T]) changed() {
	g.showEmpty()
	g.fit()
	g.totals = ""
	if g.Totals != nil {
		shown := g.rows // the order is all the same to a sum
		if len(g.view) < len(g.rows) {
			shown = g.Shown()
		}
		g.totals = g.Totals(shown)
	}
	g.showFoot()
	g.table.Refresh()
	g.tellCursor(true)
	g.tellSelection()
}

func (g *Grid[T]) showEmpty() {
	g.first.Hidden = len(g.rows) > 0 || g.EmptyWord == "" || g.OnEmpty == nil
	switch {
	case len(g.view) > 0:
		g.empty.Hide()
		return
	case len(g.rows) > 0:
		g.empty.SetText(fmt.Sprintf(textNoMatch, g.filter.Text))
	case g.Empty != "":
		g.empty.SetText(g.Empty)
	default:
		g.empty.SetText(wordNoRows)
	}
	g.first.SetText(g.EmptyWord)
	g.empty.Show()
	g.blank.Refresh() // the words are of other widths now
}

func (g *Grid[T]) showFoot() {
	text := fmt.Sprintf(textRows, FormatInt(len(g.view)))
	if len(g.view) != len(g.rows) {
		text = fmt.Sprintf(textRowsOf, FormatInt(len(g.view)), FormatInt(len(g.rows)))
	}
	if n := g.selectedCount(); n > 1 {
		text += "; " + fmt.Sprintf(textSelected, FormatInt(n)) + g.sumWords()
	}
	if g.totals != "" {
		text += "   " + g.totals
	}
	g.foot.SetText(text)
	g.foot.Hidden = g.Bare
}

const scrollRoom = 14 // for the bar at the right

// width is how wide a column is on the screen.
func (g *Grid[T]) width(column int) float32 { return g.table.widths[column] }
