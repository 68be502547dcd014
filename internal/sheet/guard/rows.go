package guard

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
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
		b = append(b, byte('A'+(column-1)%26)) //nolint:gosec // 26 letters.
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

// sheetReader turns the tokens of a worksheet into rows.
type sheetReader struct {
	b       *Book
	sheet   *Sheet
	give    func(*Row) error
	section string
	data    bool // sheetData was seen
	row     Row
	lastRow int
	column  int // of the cell before
	cell    Cell
	kind    string // the t attribute as written
	part    byte   // which child of the cell is open: v, f, i or 0
	value   []byte
	valued  bool // a <v> or <is> was seen
	rich    richText
}

// Rows reads the i-th sheet to its end and calls give for each row that holds
// something. Only when Rows returns nil were they the whole sheet: on an error the
// caller must throw away what it was given.
func (b *Book) Rows(ctx context.Context, i int, give func(*Row) error) error {
	s := b.Sheets[i]
	r, err := b.open(ctx, s.part)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // Only read from.
	s.Formulas, s.HiddenRows, s.Merges = 0, 0, nil
	x, in := newScanner(r), &sheetReader{b: b, sheet: s, give: give}
	for {
		t, err := x.next()
		if err != nil {
			return b.damaged(ctx, s.part.Name, err)
		}
		if t == atEnd {
			s.read = true
			return nil
		}
		if err := in.see(x, t); err != nil {
			return err
		}
	}
}

// bad refuses the file because of a place in this sheet.
func (in *sheetReader) bad(cell, what string) error {
	return &Refusal{
		Sheet: in.sheet.Name, Cell: cell,
		Text: fmt.Sprintf("Tệp “%s” bị hỏng ở trang “%s”: %s. Hãy mở bằng Excel, lưu thành một tệp .xlsx mới rồi nhập lại.", in.b.Name, in.sheet.Name, what),
		Err:  errXML,
	}
}

func (in *sheetReader) see(x *scanner, t token) error {
	depth := x.depth()
	switch t {
	case atOpen:
		return in.open(x, depth)
	case atClose:
		return in.close(x, depth)
	case atText:
		switch in.part {
		case 'v':
			in.value = append(in.value, x.text...)
		case 'i':
			in.rich.see(x, t, 5)
		}
	case atEnd:
	}
	return nil
}

func (in *sheetReader) open(x *scanner, depth int) error {
	name := string(x.name)
	switch {
	case depth == 1 && name != "worksheet":
		return in.bad("", "phần này không phải trang tính")
	case depth == 2:
		if in.section = name; name == "sheetData" {
			if in.data {
				return in.bad("", "có hai vùng dữ liệu")
			}
			in.data = true
		}
	case depth == 3 && in.section == "sheetData" && name == "row":
		return in.openRow(x)
	case depth == 3 && in.section == "mergeCells" && name == "mergeCell":
		return in.addMerge(x)
	case depth == 4 && in.section == "sheetData" && name == "c":
		return in.openCell(x)
	case depth == 5 && in.section == "sheetData":
		in.openPart(name)
	case depth > 5 && in.part == 'i':
		in.rich.see(x, atOpen, 5)
	}
	return nil
}

func (in *sheetReader) openRow(x *scanner) error {
	n := in.lastRow + 1
	if ref := x.raw("r"); ref != nil {
		var ok bool
		if n, ok = parseIndex(ref); !ok || n <= in.lastRow {
			return in.bad("", fmt.Sprintf("số thứ tự dòng sau dòng %d bị sai", in.lastRow))
		}
	}
	if n > maxRow {
		return in.bad("", "có quá nhiều dòng")
	}
	in.row = Row{Number: n, Hidden: x.flag("hidden"), Cells: in.row.Cells[:0]}
	in.lastRow, in.column = n, 0
	return nil
}

func (in *sheetReader) openCell(x *scanner) error {
	if !in.sheet.read {
		if in.b.cells++; in.b.cells > maxCells {
			return in.b.tooMuch("quá nhiều ô")
		}
	}
	column := in.column + 1
	if ref := x.raw("r"); ref != nil {
		c, row, ok := parseRef(ref)
		if !ok || row != in.row.Number {
			return in.bad("", fmt.Sprintf("dòng %d có ô ghi sai tên", in.row.Number))
		}
		column = c
	}
	if column > maxColumn {
		return in.bad("", fmt.Sprintf("dòng %d có quá nhiều cột", in.row.Number))
	}
	in.column = column
	in.cell = Cell{Column: column}
	if st := x.raw("s"); st != nil {
		n, ok := parseIndex(st)
		if !ok {
			return in.bad(Ref(column, in.row.Number), "một ô ghi sai kiểu định dạng")
		}
		in.cell.style = n
	}
	in.kind, in.valued = kindName(x.raw("t")), false
	in.value, in.part = in.value[:0], 0
	in.rich.buf = in.rich.buf[:0]
	return nil
}

// kindName keeps the known cell types without making a new string for each cell.
func kindName(t []byte) string {
	switch string(t) {
	case "", "n":
		return "n"
	case "s":
		return "s"
	case "str":
		return "str"
	case "inlineStr":
		return "inlineStr"
	case "b":
		return "b"
	case "e":
		return "e"
	case "d":
		return "d"
	}
	return "?"
}

func (in *sheetReader) openPart(name string) {
	switch name {
	case "v":
		in.part, in.valued = 'v', true
	case "is":
		in.part, in.valued = 'i', true
	case "f":
		in.part, in.cell.Formula = 'f', true
	}
}

func (in *sheetReader) close(x *scanner, depth int) error {
	if in.section != "sheetData" {
		return nil
	}
	switch {
	case depth > 4 && in.part == 'i':
		in.rich.see(x, atClose, 5)
	case depth == 4:
		in.part = 0
	case depth == 3 && string(x.name) == "c":
		return in.closeCell()
	case depth == 2 && string(x.name) == "row":
		return in.closeRow()
	}
	return nil
}

// closeCell keeps the cell when it holds something.
func (in *sheetReader) closeCell() error {
	c := &in.cell
	switch in.kind {
	case "s":
		if len(in.value) == 0 {
			return nil
		}
		n, ok := parseIndex(in.value)
		if !ok || n >= len(in.b.strings) {
			return in.bad(Ref(c.Column, in.row.Number), fmt.Sprintf("ô %s trỏ tới chữ không có trong tệp", Ref(c.Column, in.row.Number)))
		}
		c.Text = in.b.strings[n]
	case "str":
		c.Text = unescape(string(in.value))
	case "inlineStr":
		c.Text = in.rich.take()
	case "n":
		c.Kind, c.Text = Number, strings.TrimSpace(string(in.value))
	case "b":
		c.Kind, c.Text = Bool, strings.TrimSpace(string(in.value))
	case "e":
		c.Kind, c.Text = ErrorValue, strings.TrimSpace(string(in.value))
	case "d":
		c.Kind, c.Text = ISODate, strings.TrimSpace(string(in.value))
	default:
		return in.bad(Ref(c.Column, in.row.Number), fmt.Sprintf("ô %s có kiểu dữ liệu lạ", Ref(c.Column, in.row.Number)))
	}
	if err := in.count(c); err != nil {
		return err
	}
	if c.Formula && c.Text == "" && (in.kind != "str" || !in.valued) {
		in.sheet.Formulas++
	} else if c.Text == "" {
		return nil
	}
	in.row.Cells = append(in.row.Cells, *c)
	return nil
}

// count keeps the text of cells within bounds: Excel has 32,767 characters a cell.
func (in *sheetReader) count(c *Cell) error {
	if len(c.Text) > maxCell {
		ref := Ref(c.Column, in.row.Number)
		return &Refusal{Sheet: in.sheet.Name, Cell: ref, Text: fmt.Sprintf(
			"Ô %s của trang “%s”, tệp “%s” chứa quá nhiều chữ (Excel cho tối đa 32.767 ký tự). Hãy rút ngắn ô này rồi nhập lại.", ref, in.sheet.Name, in.b.Name)}
	}
	if in.sheet.read {
		return nil
	}
	if in.b.letters += len(c.Text); in.b.letters > maxLetters {
		return in.b.tooMuch("quá nhiều chữ")
	}
	return nil
}

// closeRow hands the row out, its cells in order.
func (in *sheetReader) closeRow() error {
	cells := in.row.Cells
	if len(cells) == 0 {
		return nil
	}
	byColumn := func(a, b Cell) int { return a.Column - b.Column }
	if !slices.IsSortedFunc(cells, byColumn) {
		slices.SortStableFunc(cells, byColumn)
	}
	for i := 1; i < len(cells); i++ {
		if cells[i].Column == cells[i-1].Column {
			ref := Ref(cells[i].Column, in.row.Number)
			return in.bad(ref, fmt.Sprintf("ô %s được ghi hai lần", ref))
		}
	}
	if in.row.Hidden {
		in.sheet.HiddenRows++
	}
	return in.give(&in.row)
}

func (in *sheetReader) addMerge(x *scanner) error {
	if len(in.sheet.Merges) >= maxMerges {
		return in.b.tooMuch("quá nhiều ô gộp")
	}
	from, to, ok := strings.Cut(x.attr("ref"), ":")
	if !ok {
		return nil
	}
	left, top, ok1 := parseRef([]byte(from))
	right, bottom, ok2 := parseRef([]byte(to))
	if !ok1 || !ok2 || left > right || top > bottom {
		return in.bad("", "có vùng gộp ô ghi sai")
	}
	in.sheet.Merges = append(in.sheet.Merges, Area{left, top, right, bottom})
	return nil
}
