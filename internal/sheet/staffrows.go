package sheet

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// listing is a staff list being read, row by row.
type listing struct {
	book     *guard.Book
	sheet    *guard.Sheet
	words    *catalogue
	patterns patterns
	list     *tdkt.StaffList
	columns  []headerColumn
	last     int            // last row of the header
	at       map[string]int // field → column number
	wide     map[int]bool   // rows merged over three columns or more
	down     map[int][]span // merged areas of the columns filled downwards, from the top
	unit     string         // named by the group row above
	signed   bool           // below a signature block
	people   int
	seen     map[string]int // codes and identity numbers → line
	whole    map[tdkt.PersonRow]int
	votes    vote
	skipped  map[rowKind][]int
	errors   []string // cells with #N/A and the like, read as empty
}

// span is a run of rows that show one cell.
type span struct {
	top, bottom int
	value       value
}

// staffRow is a row with the texts of its cells.
type staffRow struct {
	line     int
	texts    map[int]string
	values   map[int]value
	numbered bool // the STT column holds a whole number
}

func newListing(book *guard.Book, p *preview, words *catalogue) *listing {
	l := &listing{
		book: book, sheet: p.sheet, words: words, patterns: newPatterns(), columns: p.header.columns, last: p.header.last,
		at: map[string]int{}, wide: map[int]bool{}, down: map[int][]span{}, seen: map[string]int{}, whole: map[tdkt.PersonRow]int{}, skipped: map[rowKind][]int{},
		list: &tdkt.StaffList{File: book.Name, Sheet: p.sheet.Name, HeaderRow: p.header.row, HeaderLast: p.header.last},
	}
	for _, c := range l.columns {
		if c.field != "" {
			l.at[c.field] = c.number
		}
	}
	shared := []int{l.at[fieldUnit], l.at[fieldPosition], l.at[fieldEmployment]}
	for _, a := range p.sheet.Merges {
		if a.Right-a.Left >= 2 && a.Top == a.Bottom {
			l.wide[a.Top] = true
		}
		if a.Bottom > a.Top && a.Top > l.last && a.Left == a.Right && slices.Contains(shared, a.Left) {
			l.down[a.Left] = append(l.down[a.Left], span{top: a.Top, bottom: a.Bottom})
		}
	}
	for _, spans := range l.down {
		slices.SortFunc(spans, func(a, b span) int { return a.top - b.top })
	}
	return l
}

// row takes one row of the sheet.
func (l *listing) row(row *guard.Row) error {
	if row.Number <= l.last {
		return nil
	}
	r := l.take(row)
	if len(r.texts) == 0 {
		return nil
	}
	kind := l.kindOf(r)
	switch {
	case kind == rowSignature:
		l.signed = true
	case kind == rowHeader:
		l.signed = false
	case kind == rowGroup && !l.signed && l.at[fieldUnit] == 0:
		l.unit = l.unitOf(r)
	case kind == rowPerson && l.signed && !l.looksReal(r):
		kind = rowSignature
	case kind == rowPerson:
		if l.people++; l.people > maxPeople {
			return tooManyRows(l.book.Name, "100.000")
		}
		l.signed = false
		l.fill(r)
		l.person(r)
		return nil
	}
	l.skipped[kind] = append(l.skipped[kind], r.line)
	return nil
}

// take makes values of the cells. Error values count as empty and are noted.
func (l *listing) take(row *guard.Row) *staffRow {
	r := &staffRow{line: row.Number, texts: map[int]string{}, values: map[int]value{}}
	for _, c := range row.Cells {
		v := value{Cell: c, Style: l.book.Style(&c), date1904: l.book.Date1904}
		if c.Kind == guard.ErrorValue {
			l.errors = append(l.errors, guard.Ref(c.Column, row.Number))
			continue
		}
		if text := v.text(); text != "" || v.filled() {
			r.texts[c.Column], r.values[c.Column] = text, v
		}
		l.remember(c.Column, row.Number, v)
	}
	_, whole := wholeNumber(r.texts[l.at[fieldNumber]])
	r.numbered = l.at[fieldNumber] != 0 && whole
	return r
}

// remember keeps the cell a merged area shows, for the rows below it. Rows come in
// order, so the areas above this row are done with.
func (l *listing) remember(column, line int, v value) {
	spans := l.down[column]
	for len(spans) > 0 && spans[0].bottom < line {
		spans = spans[1:]
	}
	if len(spans) > 0 && spans[0].top == line {
		spans[0].value = v
	}
	if spans != nil {
		l.down[column] = spans
	}
}

// fill gives a row the unit, position or kind that a merged area above shows.
func (l *listing) fill(r *staffRow) {
	for column, spans := range l.down {
		for _, s := range spans {
			if s.top >= r.line {
				break
			}
			if r.line <= s.bottom && s.value.filled() {
				r.values[column], r.texts[column] = s.value, s.value.text()
				break
			}
		}
	}
}

// looksReal says whether a row below a signature block is a person after all.
func (l *listing) looksReal(r *staffRow) bool {
	if !strings.Contains(l.name(r), " ") {
		return false
	}
	if r.numbered || r.texts[l.at[fieldCode]] != "" && l.at[fieldCode] != 0 {
		return true
	}
	v, ok := r.values[l.at[fieldBorn]]
	if !ok || l.at[fieldBorn] == 0 {
		return false
	}
	_, err := v.birth()
	return err == nil
}

// name is the whole name, from one column or two.
func (l *listing) name(r *staffRow) string {
	if c := l.at[fieldName]; c != 0 {
		return r.texts[c]
	}
	return tdkt.Clean(r.texts[l.at[fieldFamily]] + " " + r.texts[l.at[fieldGiven]])
}

// summary turns what was skipped and repaired into notes.
func (l *listing) summary() {
	for _, k := range []struct {
		kind rowKind
		text string
	}{
		{rowHeader, "Bỏ qua dòng tiêu đề lặp lại: %s."},
		{rowTotal, "Bỏ qua dòng cộng: %s."},
		{rowGroup, "Dòng tên nhóm, không phải người: %s."},
		{rowSignature, "Bỏ qua phần ký tên và ghi chú cuối danh sách: %s."},
	} {
		if lines := l.skipped[k.kind]; len(lines) > 0 {
			l.note(k.text, lineList(lines))
		}
	}
	if l.last > 1 && l.list.HeaderRow > 1 {
		l.note("Dòng tiêu đề của danh sách là dòng %d; các dòng phía trên không được đọc.", l.list.HeaderRow)
	}
	if n := len(l.errors); n > 0 {
		l.note("%d ô báo lỗi của Excel (#N/A, #REF!, …) được coi là trống: %s.", n, some(l.errors))
	}
	if n := l.sheet.HiddenRows; n > 0 {
		l.note("Có %d dòng đang bị ẩn (do lọc hoặc ẩn tay) vẫn được đọc.", n)
	}
}

func lineList(lines []int) string {
	var out []string
	for _, n := range lines {
		out = append(out, fmt.Sprintf("dòng %d", n))
	}
	return some(out)
}

// some names the first ten and counts the rest.
func some(all []string) string {
	if len(all) <= 10 {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s và %d chỗ khác", strings.Join(all[:10], ", "), len(all)-10)
}
