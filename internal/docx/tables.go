package docx

import (
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Content is a Word file as what stands between its tables and in them.
type Content struct {
	Lines  []string
	Tables []Table
}

// Table is one table: its cells by place, spans kept.
type Table struct{ Cells []TableCell }

// TableCell is one cell. Row and Column count from 1; Rows and Columns are how many it covers.
type TableCell struct {
	Row, Column, Rows, Columns int
	Text                       string // its paragraphs, one a line
}

// The most that is read of one file's tables.
const (
	maxTableCells = 300_000
	maxSpan       = 200
)

// Read reads a Word file as lines and tables. name is what the office calls the file, for
// the sentence of a refusal.
func Read(name string, file []byte) (*Content, error) {
	main, number, err := openText(file)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
			"Không đọc được “%s” (%s). Hãy mở tệp trong Word, lưu lại dạng .docx rồi chọn lại, hoặc chép nội dung và dán vào chương trình.",
			name, textReason(file, err))}
	}
	r := &contentReader{text: &textReader{number: number}, out: &Content{}}
	r.read(main)
	r.out.Lines = r.text.lines
	if r.cells > maxTableCells {
		return nil, tdkt.Errorf(tdkt.Invalid, "Các bảng trong “%s” có hơn 300.000 ô, nhiều hơn mức chương trình nhận. Hãy chia thành nhiều tệp nhỏ hơn.", name)
	}
	return r.out, nil
}

type contentReader struct {
	text  *textReader
	out   *Content
	cells int
}

func (r *contentReader) read(n *node) {
	n.walk(func(x *node) bool {
		switch x.name {
		case "mc:Fallback", "w:del", "w:moveFrom":
			return false
		case "w:tbl":
			r.table(x)
			return false
		case "w:p":
			r.text.paragraph(x)
			return false
		}
		return true
	})
}

// table reads the rows of a table. A cell merged down is one cell over several rows. A table
// within a cell that holds a list of its own is a table behind it; a smaller one is words of
// its cell.
func (r *contentReader) table(tbl *node) {
	var t Table
	var within []*node
	above := map[int]int{} // column → place in t.Cells of the cell that may go on below
	row := 0
	tbl.walk(func(x *node) bool {
		if x != tbl && x.name == "w:tbl" {
			return false
		}
		if x.name != "w:tr" {
			return true
		}
		row++
		column := 1
		x.walk(func(c *node) bool {
			if c.name != "w:tc" {
				return c.name != "w:tbl"
			}
			span, merged, begins := cellSpans(c)
			if at, ok := above[column]; ok && merged && !begins {
				t.Cells[at].Rows = row - t.Cells[at].Row + 1
			} else if r.cells++; r.cells <= maxTableCells {
				t.Cells = append(t.Cells, TableCell{Row: row, Column: column, Rows: 1, Columns: span, Text: r.cellText(c, &within)})
				above[column] = len(t.Cells) - 1
			}
			column += span
			return false
		})
		return false
	})
	if len(t.Cells) > 0 {
		r.out.Tables = append(r.out.Tables, t)
	}
	for _, inner := range within {
		r.table(inner)
	}
}

// The least a table within a cell has to be a list.
const (
	innerRows    = 2
	innerColumns = 3
)

// isList says whether a table within a cell is a list of its own.
func isList(tbl *node) bool {
	rows, most := 0, 0
	tbl.walk(func(x *node) bool {
		if x != tbl && x.name == "w:tbl" {
			return false
		}
		if x.name != "w:tr" {
			return true
		}
		rows++
		cells := 0
		for _, k := range x.kids {
			if k.name == "w:tc" {
				cells++
			}
		}
		most = max(most, cells)
		return false
	})
	return rows >= innerRows && most >= innerColumns
}

// cellSpans says how many columns a cell covers, and whether it is merged with cells above
// or below it.
func cellSpans(c *node) (span int, merged, begins bool) {
	span = 1
	c.walk(func(x *node) bool {
		switch x.name {
		case "w:gridSpan":
			if n, err := strconv.Atoi(x.get("w:val")); err == nil && n > 0 {
				span = min(n, maxSpan)
			}
		case "w:vMerge":
			merged, begins = true, x.get("w:val") == "restart"
		case "w:p", "w:tbl":
			return false
		}
		return true
	})
	return span, merged, begins
}

// cellText is what a cell says; lists within it are handed out instead.
func (r *contentReader) cellText(c *node, within *[]*node) string {
	t := &textReader{number: r.text.number}
	for _, k := range c.kids {
		k.walk(func(x *node) bool {
			switch {
			case x.name == "mc:Fallback":
				return false
			case x.name == "w:tbl" && isList(x):
				*within = append(*within, x)
				return false
			case x.name == "w:p":
				t.paragraph(x)
				return false
			}
			return true
		})
	}
	return strings.Join(t.lines, "\n")
}
