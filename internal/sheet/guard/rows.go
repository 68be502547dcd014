package guard

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

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
	if depth > 5 {
		if in.part == 'i' {
			in.rich.see(x, atOpen, 5)
		}
		return nil
	}
	switch name := string(x.name); {
	case depth == 1 && name != "worksheet":
		return in.bad("", "phần này không phải trang tính")
	case depth == 2:
		return in.openSection(name)
	case depth == 3 && in.section == "mergeCells" && name == "mergeCell":
		return in.addMerge(x)
	case in.section != "sheetData":
		return nil
	case depth == 3 && name == "row":
		return in.openRow(x)
	case depth == 4 && name == "c":
		return in.openCell(x)
	case depth == 5:
		in.openPart(name)
	}
	return nil
}

func (in *sheetReader) openSection(name string) error {
	in.section = name
	if name == "sheetData" && in.data {
		return in.bad("", "có hai vùng dữ liệu")
	}
	in.data = in.data || name == "sheetData"
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
	if err := in.settle(c); err != nil {
		return err
	}
	if err := in.count(c); err != nil {
		return err
	}
	switch {
	case c.Text != "":
	case c.Formula && (in.kind != "str" || !in.valued):
		in.sheet.Formulas++
	default:
		return nil
	}
	in.row.Cells = append(in.row.Cells, *c)
	return nil
}

// settle gives the cell its text and kind.
func (in *sheetReader) settle(c *Cell) error {
	switch in.kind {
	case "s":
		return in.share(c)
	case "str":
		c.Text = unescape(string(in.value))
		return nil
	case "inlineStr":
		c.Text = in.rich.take()
		return nil
	case "n":
		c.Kind = Number
	case "b":
		c.Kind = Bool
	case "e":
		c.Kind = ErrorValue
	case "d":
		c.Kind = ISODate
	default:
		ref := Ref(c.Column, in.row.Number)
		return in.bad(ref, fmt.Sprintf("ô %s có kiểu dữ liệu lạ", ref))
	}
	c.Text = strings.TrimSpace(string(in.value))
	return nil
}

// share finds the text a cell refers to by number.
func (in *sheetReader) share(c *Cell) error {
	if len(in.value) == 0 {
		return nil
	}
	n, ok := parseIndex(in.value)
	if !ok || n >= len(in.b.strings) {
		ref := Ref(c.Column, in.row.Number)
		return in.bad(ref, fmt.Sprintf("ô %s trỏ tới chữ không có trong tệp", ref))
	}
	c.Text = in.b.strings[n]
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
