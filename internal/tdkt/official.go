package tdkt

// OfficialForm is a statistical form of the ministry, filled: what stands in its head, its
// columns and rows.
type OfficialForm struct {
	Code     string // 0601
	Circular string
	Received string
	Title    string
	Unit     string // of count, "" where each row has its own
	Year     int
	Day      Day  // of the year, on which officials and organisations are counted
	Counts   bool // has the column đơn vị tính
	Columns  []OfficialColumn
	Rows     []OfficialLine
	Notes    []string // for the office on the screen, never on the paper
}

// OfficialColumn is a column of numbers: its key in the data, its number, the lines of its
// head, and the columns it adds up.
type OfficialColumn struct {
	Key, N, Group, Head, Sub string
	Sum                      []int // places among the columns
}

// OfficialLine is a row of numbers, or a heading where Code is "".
type OfficialLine struct {
	Code, Text, Unit string
	Sum              []int // places among the rows
	Cells            []OfficialCell
}

// OfficialCell is one number.
type OfficialCell struct {
	Has   bool // the form has a number here
	Value int
	Typed bool // by the office, instead of what the book counts
	From  int  // year of a typed number, of an earlier year where it carries
	Sum   bool // added up from other cells
	Empty bool // nobody knows the number: nothing stands in the cell
	Apart bool // a sum that is counted by itself, as what it adds up is not all known
}
