package tdkt

// ListTable is a list as a person sees it on the screen, to be written to Excel.
type ListTable struct {
	Title   string
	Notes   []string // the year, the unit, what it was filtered by
	Columns []ListColumn
	Rows    [][]string
}

// ListColumn is a column of a ListTable.
type ListColumn struct {
	Title string
	Kind  ListKind
	Width float64 // share of the sheet's width, in any measure
}

// ListKind says what the texts of a column are.
type ListKind int

// The kinds of column: words, whole numbers or fractions, days as dd/mm/yyyy.
const (
	ListText ListKind = iota
	ListNumber
	ListDay
)
