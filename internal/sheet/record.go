package sheet

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// record is one row of an exchange sheet while it is being read. Its methods
// return the zero value and note a problem where a cell cannot be used.
type record struct {
	in    *importing
	line  int
	cells map[string]value // by the column's name in the schema
	bad   bool
}

// refuse notes a bad cell of this row.
func (r *record) refuse(column, text string) {
	r.bad = true
	r.in.problem(r.at(column), text)
}

// at is the cell of a column in this row, or the row when the sheet lacks the column.
func (r *record) at(column string) string {
	if letters := r.in.letters[column]; letters != "" {
		return fmt.Sprintf("%s%d", letters, r.line)
	}
	return fmt.Sprintf("dòng %d", r.line)
}

// cell gives a cell that can be read. A required cell that is empty is refused.
func (r *record) cell(column string) (value, bool) {
	v, ok := r.cells[column]
	if ok && v.filled() {
		if err := v.trouble(); err != nil {
			r.refuse(column, tdkt.Sentence(err, nil))
			return v, false
		}
		return v, true
	}
	if r.in.required[column] {
		r.refuse(column, fmt.Sprintf("Thiếu “%s”. Hãy điền vào ô này.", column))
	}
	return v, false
}

// read gives what parse makes of a cell, the zero value when it is empty.
func read[T any](r *record, column string, parse func(value) (T, error)) T {
	var zero T
	v, ok := r.cell(column)
	if !ok {
		return zero
	}
	got, err := parse(v)
	if err != nil {
		r.refuse(column, tdkt.Sentence(err, nil))
		return zero
	}
	return got
}

func (r *record) text(column string) string {
	return read(r, column, func(v value) (string, error) { return v.text(), nil })
}

// lines is a cell with its lines as they are.
func (r *record) lines(column string) string {
	return read(r, column, func(v value) (string, error) {
		text := strings.ReplaceAll(strings.ReplaceAll(v.Cell.Text, "\r\n", "\n"), "\r", "\n")
		return strings.TrimSpace(text) + "\n", nil
	})
}

func (r *record) day(column string) tdkt.Day { return read(r, column, value.day) }
func (r *record) year(column string) int     { return read(r, column, value.year) }
func (r *record) ticked(column string) bool  { return read(r, column, value.ticked) }
func (r *record) title() string              { return read(r, colTitle, r.resolve) }
func (r *record) given(column string) bool   { return r.cells[column].filled() }
func choose[T any](r *record, column string, parse func(string) (T, error)) T {
	return read(r, column, func(v value) (T, error) { return parse(v.text()) })
}

// resolve finds a title's code. Text that names none is kept, a code in capitals:
// whether the catalogue has it is not a matter of reading.
func (r *record) resolve(v value) (string, error) {
	if r.in.titles != nil {
		if c, ok := r.in.titles.Resolve(v.text()); ok {
			return c, nil
		}
	}
	if text := v.text(); strings.Contains(text, " ") {
		return text, nil // the name of a title that the office defines
	}
	return strings.ToUpper(v.text()), nil
}

// cccd reads an identity number and warns when its zeros were put back.
func (r *record) cccd(column string) string {
	v, ok := r.cell(column)
	if !ok {
		return ""
	}
	digits, repaired, err := v.cccd()
	if err != nil {
		r.refuse(column, tdkt.Sentence(err, nil))
	} else if repaired {
		r.in.warn(r.at(column), "Số CCCD được lưu thành số nên mất số 0 ở đầu; chương trình đã thêm lại. Hãy kiểm tra lại số này.")
	}
	return digits
}

// birth reads a whole birth date, or the year alone.
func (r *record) birth(column string) (tdkt.Day, int) {
	v, ok := r.cell(column)
	if !ok {
		return 0, 0
	}
	b, err := v.birth()
	if err != nil {
		r.refuse(column, tdkt.Sentence(err, nil))
	} else if b.halved {
		r.in.warn(r.at(column), fmt.Sprintf("“%s” không đủ ngày, tháng, năm nên chỉ giữ năm sinh %d.", v.text(), b.year))
	}
	return b.day, b.year
}

// ordered refuses an end that stands before its beginning.
func (r *record) ordered(from, to tdkt.Day, fromColumn, toColumn string) {
	if from != 0 && to != 0 && to < from {
		r.refuse(toColumn, fmt.Sprintf("“%s” là %s, đứng trước “%s” là %s. Hãy sửa một trong hai ngày.", toColumn, to, fromColumn, from))
	}
}
