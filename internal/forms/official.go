package forms

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// officialSheet writes a statistical form of the ministry as its circular lays it out: no
// word of ours stands on it.
func officialSheet(b *book, name string, f tdkt.OfficialForm) error {
	wide := len(f.Columns) > 6
	size, columns := sizeSmall, []width{{want: 74, least: 60}, {want: 13, least: 12}}
	switch {
	case wide:
		size, columns = sizeLeast, []width{{want: 56, least: 50}, {want: 10, least: 9}}
	case len(f.Columns) < 3:
		columns[0] = width{want: 88, least: 80}
	}
	pages := 1
	if wide {
		pages = 2
	}
	if f.Counts {
		columns = append(columns, width{want: 19, least: 17})
	}
	for i, c := range f.Columns {
		each := 24.0
		switch beside := i > 0 && f.Columns[i-1].N == c.N || i+1 < len(f.Columns) && f.Columns[i+1].N == c.N; {
		case wide && beside: // two share a head
			each = 10.6
		case wide:
			each = 14.6
		case len(f.Columns) < 3:
			each = 32
		case f.Counts:
			each = 18
		}
		columns = append(columns, width{want: each, least: each * 0.9})
	}
	return b.add(layout{name: name, landscape: wide, pages: pages, columns: columns}, func(s *sheet) {
		s.officialHead(f)
		first := s.officialColumns(f, size)
		s.officialRows(f, first, size)
		s.officialSigns()
	})
}

// sizeLeast is the smallest letter of a form that is read on paper.
const sizeLeast = 10.0

// officialHead is the two blocks above the form, its title and what is counted.
func (s *sheet) officialHead(f tdkt.OfficialForm) {
	left := s.half()
	right := len(s.widths) - left
	bold := look{size: sizeSmall, bold: true, across: "left", down: "top", wrap: true}
	plain := bold
	plain.bold = false
	pair := func(a, c string, la, lc look) {
		s.putFitted([]cell{{value: a, look: la, span: left}, {value: c, look: lc, span: right}})
	}
	pair("Biểu số "+f.Code+".N/BNV-TĐKT", "Đơn vị báo cáo: "+s.issuer(), bold, plain)
	pair("Ban hành theo "+f.Circular, "Đơn vị nhận báo cáo: "+cmp.Or(s.SentTo, "………………"), plain, plain)
	pair("Ngày nhận báo cáo: "+f.Received, "", plain, plain)
	s.skip(8)
	title := look{size: 14, bold: true, across: "center", down: "center", wrap: true}
	s.across(f.Title, title)
	s.across(fmt.Sprintf("Thời điểm báo cáo: năm %d", f.Year), look{size: sizeBody, italic: true, across: "center", down: "center"})
	if f.Unit != "" {
		s.across("Đơn vị tính: "+f.Unit, look{size: sizeSmall, italic: true, across: "right", down: "center"})
	}
	s.skip(4)
}

// officialColumns writes the header, its letters and numbers under it, and returns the row
// of the first line.
func (s *sheet) officialColumns(f tdkt.OfficialForm, size float64) int {
	if s.out == nil {
		s.places.headFrom = s.row + 1
	}
	head := look{size: size, bold: true, across: "center", down: "center", wrap: true, box: true}
	small := look{size: size, italic: true, across: "center", down: "center", box: true}
	upper, lower, two := officialHeads(f, head)
	var numbers []cell
	for i := range leadHeads(f) {
		numbers = append(numbers, cell{value: string(rune('A' + i)), look: small})
	}
	for i := 0; i < len(f.Columns); {
		span := 1
		for i+span < len(f.Columns) && f.Columns[i+span].N == f.Columns[i].N {
			span++
		}
		numbers = append(numbers, cell{value: f.Columns[i].N, look: small, span: span})
		i += span
	}
	if two {
		s.put(upper...)
	} else {
		s.putFitted(upper)
	}
	s.stick()
	if two {
		s.putHigh(s.headHeight(upper, lower), lower...)
		s.stick()
	}
	s.putFitted(numbers)
	if s.out == nil {
		s.places.headTo = s.row
	}
	return s.row + 1
}

// leadHeads are the heads of the columns before the numbers.
func leadHeads(f tdkt.OfficialForm) []string {
	if f.Counts {
		return []string{"Nội dung", "Mã số", "Đơn vị tính"}
	}
	return []string{"Nội dung", "Mã số"}
}

// officialHeads are the lines of the header: two where columns share a head.
func officialHeads(f tdkt.OfficialForm, head look) (upper, lower []cell, two bool) {
	deep := 1
	for _, c := range f.Columns {
		if c.Group != "" || c.Sub != "" {
			deep, two = 2, true
		}
	}
	for _, words := range leadHeads(f) {
		upper, lower = append(upper, cell{value: words, look: head, down: deep}), append(lower, cell{look: head})
	}
	for i := 0; i < len(f.Columns); {
		c := f.Columns[i]
		above, below := aboveAndBelow(c)
		if above == "" {
			upper, lower = append(upper, cell{value: below, look: head, down: deep}), append(lower, cell{look: head})
			i++
			continue
		}
		span := 0
		for ; i < len(f.Columns); i++ {
			over, under := aboveAndBelow(f.Columns[i])
			if over != above {
				break
			}
			lower = append(lower, cell{value: under, look: head})
			span++
		}
		upper = append(upper, cell{value: above, look: head, span: span})
	}
	return upper, lower, two
}

// aboveAndBelow are the two lines of a column's head, "" above where it has one.
func aboveAndBelow(c tdkt.OfficialColumn) (above, below string) {
	if c.Sub != "" {
		return c.Head, c.Sub
	}
	return c.Group, c.Head
}

// headHeight is what the lower line of a header needs so that the texts that stand over both
// lines have room.
func (s *sheet) headHeight(upper, lower []cell) float64 {
	need, col := 0.0, 0
	for _, c := range upper {
		if c.down > 1 {
			one := c
			one.down = 1
			need = max(need, s.need(one, col))
		}
		col += max(c.span, 1)
	}
	first := s.tallest(0, upper)
	return max(s.tallest(0, lower), need-first)
}

// officialRows writes the lines; what adds up is a formula with its value.
func (s *sheet) officialRows(f tdkt.OfficialForm, first int, size float64) {
	label := look{size: size, across: "left", down: "center", wrap: true, box: true}
	centre := label
	centre.across = "center"
	bold := label
	bold.bold = true
	number := centre
	number.wrap, number.format = false, "#,##0"
	lead := 2
	if f.Counts {
		lead++
	}
	const kept = 2 // rows that stay on one page with the signatures
	for i, r := range f.Rows {
		of, num := label, number
		if r.Code == "" || len(r.Sum) > 0 {
			of, num.bold = bold, true
		}
		cells := []cell{{value: r.Text, look: of}, {value: r.Code, look: centre}}
		if f.Counts {
			cells = append(cells, cell{value: r.Unit, look: centre})
		}
		for k, c := range r.Cells {
			one := cell{look: num}
			if c.Has && !c.Empty {
				one.value = c.Value
				one.formula = officialFormula(f, r, k, first, s.row+1, lead)
			}
			cells = append(cells, one)
		}
		s.putFitted(cells)
		if i >= len(f.Rows)-kept {
			s.stick()
		}
	}
}

// officialFormula is how a cell adds up, "" for one that is counted or typed.
func officialFormula(f tdkt.OfficialForm, r tdkt.OfficialLine, k, first, row, lead int) string {
	var from []string
	if r.Cells[k].Apart {
		return ""
	}
	if sum := f.Columns[k].Sum; len(sum) > 0 {
		for _, c := range sum {
			if r.Cells[c].Has {
				from = append(from, at(lead+c, row))
			}
		}
	} else {
		for _, i := range r.Sum {
			if f.Rows[i].Cells[k].Has {
				from = append(from, at(lead+k, first+i))
			}
		}
	}
	return strings.Join(from, "+")
}

// officialSigns is the foot: place and day, who made the form, who is in charge.
func (s *sheet) officialSigns() {
	n := s.half()
	s.stick()
	s.skip(10)
	s.stick()
	s.putFitted([]cell{
		{value: "", look: look{size: sizeBody}, span: n},
		{value: s.dateLine(), look: look{size: sizeBody, italic: true, across: "center", down: "center", wrap: true}, span: len(s.widths) - n},
	})
	s.signatures("Người lập biểu", "Thủ trưởng đơn vị", "(Ký, họ tên)", "(Ký, họ tên, đóng dấu)", s.Org.Preparer, s.Org.Signer)
}
