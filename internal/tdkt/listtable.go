package tdkt

// ListTable is a list as a person sees it on the screen, to be written to Excel.
type ListTable struct {
	Title   string
	Sheet   string   // name of its sheet, where a workbook holds several
	Notes   []string // the year, the unit, what it was filtered by
	Columns []ListColumn
	Rows    [][]string
	// HeaderRow is the row of the header in a file for other software, with the title in row 1;
	// 0 and 1: the first row, without a title.
	HeaderRow int
	Total     bool // a last row sums the columns of numbers
	// Official, where set, is a form of the ministry, written as its circular lays it out.
	Official *OfficialForm
	Chart    bool // Excel draws the columns of numbers by the first column of words
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
