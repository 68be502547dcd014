package forms

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"tdkt/internal/tdkt"
)

// kind says what a column holds; looks and totals follow from it.
type kind int

const (
	text   kind = iota // words, left
	centre             // short words or a number that is not summed
	number             // counted things, summed in the total row
	money              // đồng, summed in the total row
	mark               // "x" or nothing, counted in the total row
	day                // a tdkt.Day, as a real date
	share              // a fraction shown in per cent, never summed
	factor             // a coefficient with one decimal
	rate               // đồng that are not summed
	vote               // a share that stays empty until the votes are in
	blank              // to be filled in by hand
)

// column is one column of a list. A form is a table of these, so that another
// province's form is another table.
type column[T any] struct {
	title string
	above string  // heading over neighbouring columns that share it, "" none
	width float64 // mm on paper
	kind  kind
	value func(n int, row T) any // n is the row's number in the list
	// formula, when given, is written beside the value; the value is its cached result.
	formula func(row int) string
	// worked is a formula that only some rows have, "" for the others.
	worked func(row int, of T) string
	turned bool // its title stands upright, bottom to top
}

// line is a heading inside the list, the sum of what stood under one, or a row with its number.
type line[T any] struct {
	head  string
	minor bool   // a heading under another heading
	sum   string // the label of a sub-total
	n     int
	row   T
}

// rows makes lines of rows without headings.
func rows[T any](list []T) iter.Seq[line[T]] {
	return func(yield func(line[T]) bool) {
		for i, r := range list {
			if !yield(line[T]{n: i + 1, row: r}) {
				return
			}
		}
	}
}

// list is a table being written on a sheet.
type list[T any] struct {
	s       *sheet
	columns []column[T]
	size    float64
	ids     []int
	looks   []look
	sums    []int64
	rows    int
	group   int     // first row of the body since the last sub-total, 0 before there is one
	part    []int64 // sums since then
	subs    []int   // rows of the sub-totals
	first   int     // first and last row of the body, 0 before there is one
	last    int
	cells   []cell
}

// startList writes the header rows of a list.
func startList[T any](s *sheet, columns []column[T], size float64) *list[T] {
	l := &list[T]{s: s, columns: columns, size: size, sums: make([]int64, len(columns)), part: make([]int64, len(columns)), cells: make([]cell, len(columns))}
	for _, c := range columns {
		lk := columnLook(c.kind, size)
		id, err := s.style(lk)
		if err != nil && s.err == nil {
			s.err = err
		}
		l.looks, l.ids = append(l.looks, lk), append(l.ids, id)
	}
	l.header()
	return l
}

// columnLook is how a column's cells are drawn.
func columnLook(k kind, size float64) look {
	lk := look{size: size, across: "center", down: "center", box: true, wrap: true}
	switch k {
	case text:
		lk.across = "left"
	case money:
		lk.across, lk.format, lk.wrap, lk.indent = "right", "#,##0", false, 1
	case number:
		lk.format, lk.wrap = "#,##0", false
	case day:
		lk.format, lk.wrap = "dd/mm/yyyy", false
	case share:
		lk.format, lk.wrap = "0.0%", false
	case factor:
		lk.format, lk.wrap = "0.0", false
	case rate:
		lk.across, lk.format, lk.wrap, lk.indent = "right", "#,##0", false, 1
	case vote:
		lk.format, lk.wrap = "0.0%;-0.0%;", false
	case blank:
		lk.fill = "FFF9E5"
	case centre, mark:
	}
	return lk
}

// header writes one header row, or two where columns share a heading.
func (l *list[T]) header() {
	lk := look{size: l.size, bold: true, across: "center", down: "center", wrap: true, box: true, fill: "EDEDED"}
	two := false
	for _, c := range l.columns {
		two = two || c.above != ""
	}
	var upper, lower []cell
	of := func(c column[T]) look {
		own := lk
		if c.turned {
			own.turn = 90
		}
		return own
	}
	for i := 0; i < len(l.columns); i++ {
		c := l.columns[i]
		if c.above == "" {
			upper, lower = append(upper, cell{value: c.title, look: of(c), down: 2}), append(lower, cell{look: of(c)})
			continue
		}
		span := 0
		for ; i < len(l.columns) && l.columns[i].above == c.above; i++ {
			lower = append(lower, cell{value: l.columns[i].title, look: of(l.columns[i])})
			span++
		}
		i--
		upper = append(upper, cell{value: c.above, look: lk, span: span})
	}
	if !two {
		for i := range upper {
			upper[i].down = 0
		}
	}
	if two {
		l.s.put(upper...)
	} else {
		l.s.putFitted(upper)
	}
	from := l.s.row
	if two {
		l.s.stick()
		l.s.putHigh(l.tallest(upper, lower), lower...)
	}
	l.s.stick()
	if p := l.s.places; p.headFrom == 0 {
		p.headFrom, p.headTo = from, l.s.row
	}
}

// tallest is the height the second header row needs so that the titles merged
// over both rows fit.
func (l *list[T]) tallest(upper, lower []cell) float64 {
	var high, one float64
	col := 0
	for _, c := range upper {
		if c.down > 1 {
			c.down = 0
			high = max(high, l.s.need(c, col))
		} else {
			one = max(one, l.s.need(c, col))
		}
		col += max(c.span, 1)
	}
	need := high - one
	for i, c := range lower {
		need = max(need, l.s.need(c, i))
	}
	return need
}

// write puts the lines.
func (l *list[T]) write(lines iter.Seq[line[T]]) {
	for ln := range lines {
		if l.s.err != nil {
			return
		}
		switch {
		case ln.sum != "":
			l.subtotal(ln.sum)
		case ln.head != "":
			l.heading(ln.head, ln.minor)
		default:
			l.body(ln.n, ln.row)
		}
	}
}

// heading puts a group row across the whole table.
func (l *list[T]) heading(words string, minor bool) {
	lk := look{size: l.size, bold: true, italic: minor, across: "left", down: "center", wrap: true, box: true}
	if !minor {
		lk.fill = "F7F7F7"
	}
	l.s.putFitted([]cell{{value: words, look: lk, span: len(l.columns)}})
	l.s.stick()
}

// body puts one row and adds to the totals.
func (l *list[T]) body(n int, row T) {
	at := l.s.row + 1
	if l.first == 0 {
		l.first = at
	}
	if l.group == 0 {
		l.group = at
	}
	l.last = at
	l.rows++
	l.s.places.listTo = max(l.s.places.listTo, at)
	for i, c := range l.columns {
		v := c.value(n, row)
		l.sums[i] += counted(c.kind, v)
		l.part[i] += counted(c.kind, v)
		l.cells[i] = cell{value: excelValue(v), look: l.looks[i], id: l.ids[i]}
		if c.kind == blank && l.cells[i].value != nil {
			l.cells[i].look.fill, l.cells[i].id = "", 0 // filled in: nothing to be done by hand
		}
		if c.formula != nil {
			l.cells[i].formula = c.formula(at)
		}
		if c.worked != nil {
			l.cells[i].formula = c.worked(at, row)
		}
	}
	l.s.putFitted(l.cells)
}

// counted is what a value adds to the total of its column.
func counted(k kind, v any) int64 {
	switch x := v.(type) {
	case int:
		if k == number || k == money {
			return int64(x)
		}
	case int64:
		if k == number || k == money {
			return x
		}
	case string:
		if k == mark && x != "" {
			return 1
		}
	}
	return 0
}

// excelValue turns days into the times that become real dates, and leaves
// nothing at all for what was not entered.
func excelValue(v any) any {
	switch x := v.(type) {
	case tdkt.Day:
		if x == 0 {
			return nil
		}
		return x.Time()
	case time.Time:
		return x
	case string:
		if x == "" {
			return nil
		}
	}
	return v
}

// total puts the total row: the label over the first columns, then for each
// column that is counted a formula with the sum the rows gave, or of the sub-totals where
// there are some. A list without rows has no total row.
func (l *list[T]) total(label string, over int) {
	if l.first == 0 {
		return
	}
	l.s.stickLoosely()
	l.sumRow(label, over, l.sums, func(i int, k kind) string {
		if len(l.subs) == 0 {
			return sumOf(k, area(i, l.first, l.last))
		}
		parts := make([]string, len(l.subs))
		for n, row := range l.subs {
			parts[n] = at(i, row)
		}
		return strings.Join(parts, "+")
	})
}

// subtotal puts the sums of the rows since the last one.
func (l *list[T]) subtotal(label string) {
	if l.group == 0 {
		return
	}
	l.s.stickLoosely()
	from := l.group
	l.sumRow(label, l.lead(), l.part, func(i int, k kind) string { return sumOf(k, area(i, from, l.last)) })
	l.subs = append(l.subs, l.s.row)
	l.group, l.part = 0, make([]int64, len(l.columns))
}

// lead is how many columns stand before the first that is counted.
func (l *list[T]) lead() int {
	for i, c := range l.columns {
		if c.kind == number || c.kind == money || c.kind == mark {
			return i
		}
	}
	return len(l.columns)
}

// sumOf is the formula that counts a range of a column.
func sumOf(k kind, span string) string {
	if k == mark {
		return fmt.Sprintf(`COUNTIF(%s,"x")`, span)
	}
	return fmt.Sprintf("SUM(%s)", span)
}

// sumRow puts a row of sums with its label over the first columns.
func (l *list[T]) sumRow(label string, over int, sums []int64, formula func(i int, k kind) string) {
	lk := look{size: l.size, bold: true, across: "center", down: "center", wrap: true, box: true, fill: "F7F7F7"}
	cells := []cell{{value: label, look: lk, span: over}}
	for i := over; i < len(l.columns); i++ {
		k := l.columns[i].kind
		c := cell{look: lk}
		switch k {
		case number, money:
			c.value, c.formula = sums[i], formula(i, k)
			c.look = columnLook(k, l.size)
			c.look.bold, c.look.fill = true, lk.fill
		case mark:
			c.value, c.formula = sums[i], formula(i, k)
		case text, centre, day, share, factor, rate, vote, blank:
		}
		cells = append(cells, c)
	}
	l.s.put(cells...)
}

// countRow puts a total row that counts the rows by their numbers in column A.
func (l *list[T]) countRow(label string, over int) {
	if l.first == 0 {
		return
	}
	l.s.stickLoosely()
	lk := look{size: l.size, bold: true, across: "center", down: "center", wrap: true, box: true, fill: "F7F7F7"}
	count := lk
	count.format = "#,##0"
	l.s.put(cell{value: label, look: lk, span: over},
		cell{value: l.rows, formula: fmt.Sprintf("COUNT(%s)", area(0, l.first, l.last)), look: count},
		cell{look: lk, span: len(l.columns) - over - 1})
}

// none says across the table that it has no rows.
func (l *list[T]) none(words string) {
	if l.first == 0 {
		l.s.put(cell{
			value: words, span: len(l.columns),
			look: look{size: l.size, italic: true, across: "center", down: "center", wrap: true, box: true},
		})
	}
}
