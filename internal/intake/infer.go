package intake

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// The bounds of telling a column by what it holds.
const (
	inferRows  = 40
	inferCells = 2
	inferMost  = 4 // of five
)

// DoubtColumn is the field of doubts about what a whole column holds.
const DoubtColumn = "column"

// fieldName is a field a column may be told to be, as it is asked for.
func fieldName(field string) string {
	switch field {
	case "name":
		return "Họ và tên"
	case "sex":
		return "Giới tính"
	case "birth":
		return "Ngày sinh"
	case "rating":
		return "Xếp loại"
	case "unit":
		return "Đơn vị"
	case "position":
		return "Chức vụ"
	case "cccd":
		return "Số CCCD"
	}
	return "Đối tượng"
}

// byContent tells the columns whose header says nothing by what they hold. Each is asked
// for. A table that names its people under an unknown header is a table still.
func (b *block) byContent(cs []column) {
	says := func(fields ...string) bool {
		return slices.ContainsFunc(cs, func(c column) bool { return slices.Contains(fields, c.field) })
	}
	known := 0
	for _, c := range cs {
		if c.field != "" && c.field != "note" {
			known++
		}
	}
	if known < 2 || known == 2 && says("number") && says("note") {
		return
	}
	lacks := map[string]bool{
		"name": !says("name", "family", "given", "subject", "unitname", "task"), "sex": !says("sex", "sexmale", "sexfemale"),
		"birth": !says("birth", "birthday", "birthmonth", "birthyear", "birthmale", "birthfemale", "age"), "cccd": !says("cccd"),
		"unit": !says("unit", "postunit", "unitname", "subject"), "position": !says("position", "postunit"), "rating": !says("rating", "ofyear", "levelx"),
	}
	names := 0
	for i := range cs {
		b.tell(&cs[i], lacks, names)
		if cs[i].field == "name" {
			names++
		}
	}
}

// tell tells one column by what it holds; lacks are the fields no column has yet.
func (b *block) tell(c *column, lacks map[string]bool, names int) {
	switch c.field {
	case "employment": // Công chức, viên chức heads names where nothing else does
		if lacks["name"] && b.holds(c.number) == "name" {
			c.field, lacks["name"] = "name", false
		}
	case "name":
		if names > 0 && b.holds(c.number) == "employment" {
			c.field = "employment"
		}
	case "initiativekind": // Loại
		if lacks["rating"] && b.holds(c.number) == "rating" {
			c.field, lacks["rating"] = "rating", false
		}
	case "":
		if f := b.holds(c.number); lacks[f] {
			c.field, c.asked, lacks[f] = f, true, false
		}
	}
}

// holds is what most cells of a column are, "" where they are of no one kind.
func (b *block) holds(col int) string {
	votes, n := map[string]int{}, 0
	for _, row := range b.rows {
		c := b.own(row, col)
		if row <= b.last || c == nil {
			continue
		}
		if n++; n > inferRows {
			break
		}
		votes[contentOf(c)]++
	}
	for field, v := range votes {
		if field != "" && v*5 >= n*inferMost && v >= inferCells {
			return field
		}
	}
	return ""
}

// contentOf is the field a cell speaks for by itself, "" for none.
func contentOf(c *Cell) string {
	text := tdkt.Clean(c.Text)
	switch tdkt.Fold(text) {
	case "nam", "nu":
		return "sex"
	}
	if e, ok := ReadEmployment(text); ok && e != "" {
		return "employment"
	}
	if digits, why := ReadCCCD(*c); why == "" && len(digits) == 12 && strings.HasPrefix(digits, "0") {
		return "cccd"
	}
	f := guessCell(c)
	if f == "birth" {
		if d := ReadBirth(*c, 0); !d.Known() || d.Guessed != "" || c.Number && c.Day == 0 {
			return ""
		}
	}
	return f
}

// askColumns asks for each column that was told by what it holds.
func (t *tableReading) askColumns() {
	for i := range t.b.columns {
		c := &t.b.columns[i]
		if !c.asked {
			continue
		}
		cell := Ref(c.number, t.b.top)
		d := Doubt{
			Field: DoubtColumn, Text: c.text, Proposal: fieldName(c.field), Holds: true, Cell: cell,
			Why: "không rõ cột “" + c.text + "” là gì; các ô trong cột giống " + fieldName(c.field) + ": có đúng không?",
		}
		v, answered := t.settle(d, cell)
		switch {
		case !answered:
			t.columnDoubts = append(t.columnDoubts, d)
		case isSkip(v):
			c.field = ""
		default:
			c.field = headerField(v)
		}
	}
}
