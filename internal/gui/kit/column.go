package kit

import (
	"fyne.io/fyne/v2"

	"tdkt/internal/tdkt"
)

// Order says how a click on a column's header sorts. Empty cells always come last.
type Order int

const (
	// ByText sorts as a Vietnamese dictionary does.
	ByText Order = iota
	// ByName sorts full names by given name, then family name, then the middle.
	ByName
	// ByNumber reads the text as a number ("1.500", "9,5").
	ByNumber
	// ByDay reads the text as dd/mm/yyyy.
	ByDay
)

// Column describes a column once, for the table, the order, the filter, the
// clipboard and the export.
type Column[T any] struct {
	Title   string
	Width   float32 // while there are no rows to measure, in letters of 13
	Grow    bool    // first to get the width that nobody asks for
	Text    func(T) string
	Sub     func(T) string // in small letters below the text
	Tone    func(T) Tone   // of the text
	Back    func(T) Tone   // of the cell behind it
	OneLine bool           // never goes on in a second line: codes
	Align   fyne.TextAlign
	Order   Order
	// SortKey, if set, takes the place of Order; keys compare with <.
	SortKey func(o *tdkt.Collation, row T) string
	// Edit, if set, lets people change the cell.
	Edit *Editor[T]
}

// EditorKind is the way a cell is changed.
type EditorKind int

const (
	// EditText is one line of text.
	EditText EditorKind = iota
	// EditNumber takes digits, with a comma before the fraction.
	EditNumber
	// EditDate takes 1/2/26, 010226 or 01/02/2026 and gives dd/mm/yyyy.
	EditDate
	// EditChoice takes one of a list, found by its first letters.
	EditChoice
	// EditTick is "x" or nothing, changed by Space or a click.
	EditTick
)

// Editor says how the cells of a column are changed. What people typed reaches
// OnEdit cleaned: composed letters, dd/mm/yyyy, the choice as it is written in the
// list, "x" or "".
type Editor[T any] struct {
	Kind EditorKind
	// Choices is the list for EditChoice; an empty text is allowed only if listed.
	Choices func(row T) []string
	// Alias, if set, gives the choice that another way of writing it means ("HTT"),
	// "" when it means none.
	Alias func(text string) string
	// Locked, if set, says which rows cannot be changed in this column.
	Locked func(row T) bool
}

// RowStyle is the state of a row: a thin bar at its left edge, and for bad and muted
// ones the colour of the text. A column must say in words what it means.
type RowStyle int

const (
	// Normal rows are black on white.
	Normal RowStyle = iota
	// Good rows are done.
	Good
	// Warning rows want a look.
	Warning
	// Bad rows are refused or late.
	Bad
	// Muted rows are closed or no longer count.
	Muted
)

// Edit is one cell to change to Text.
type Edit[T any] struct {
	Row    T
	Column int
	Text   string
}

// Paste is what came from the clipboard, and where.
type Paste[T any] struct {
	Cells  [][]string
	Rows   []T // the rows from the cursor down, as many as there are of Cells
	Column int // the column of the first cell of each line
	Extra  int // lines of Cells below the last row of the grid
}
