package guard

import (
	"slices"
	"strconv"
)

// Kind is what a cell holds.
type Kind int

const (
	// Text is a string; Cell.Text holds it.
	Text Kind = iota
	// Number is a number or a day as a number; Cell.Text holds its digits as stored.
	Number
	// Bool is "0" or "1".
	Bool
	// ErrorValue is "#N/A" and the like.
	ErrorValue
	// ISODate is a day written as 2023-12-31, with or without a time.
	ISODate
)

// Cell is one cell that holds something.
type Cell struct {
	Column  int // 1-based
	Kind    Kind
	Text    string
	Formula bool // the cell is computed; Text is the stored result
	style   int
}

// Row is one row that holds something. It is good until the callback returns.
type Row struct {
	Number int // 1-based
	Hidden bool
	Cells  []Cell // by column
}

// Ref is the name of a cell: "B7".
func Ref(column, row int) string { return Letters(column) + strconv.Itoa(row) }

// Letters is the name of a column: "A", "AB".
func Letters(column int) string {
	var b []byte
	for ; column > 0; column = (column - 1) / 26 {
		b = append(b, byte('A'+(column-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}

// Area is a rectangle of merged cells.
type Area struct{ Left, Top, Right, Bottom int }

// parseRef reads "B7"; false when it is no cell of a sheet.
func parseRef(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		if column = column*26 + int(ref[i]-'A') + 1; column > maxColumn {
			return 0, 0, false
		}
	}
	if i == 0 || i == len(ref) {
		return 0, 0, false
	}
	row, ok = parseIndex(ref[i:])
	return column, row, ok && row >= 1 && row <= maxRow
}

// parseIndex reads a non-negative whole number of at most nine digits.
func parseIndex(b []byte) (int, bool) {
	n := 0
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
