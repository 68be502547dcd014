package sheet

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// Titles finds a title's code from a code or name as people write it.
type Titles interface {
	Resolve(text string) (code string, ok bool)
}

// importing is one exchange workbook being read, and the sheet at hand.
type importing struct {
	book     *guard.Book
	ex       *tdkt.Exchange
	titles   Titles
	problems []tdkt.Problem

	table    table
	sheet    string            // its name in the file
	letters  map[string]string // column name → letters in the file
	columns  map[int]string    // column number in the file → column name
	required map[string]bool
	seen     map[string]int // natural keys → the line that has them
	early    []early        // rows before the header was found
	ready    bool
	loose    map[int]bool // columns without a header, each warned of once
	rows     int          // of all sheets
	spilled  int          // problems beyond maxProblems
}

const maxProblems = 10_000 // listed of one file; more are counted

// The most rows that a file may have; a test lowers them rather than write so many.
var (
	maxRows   = 300_000 // records of one workbook
	maxPeople = 100_000 // of one staff list
)

// ReadExchange reads the exchange workbook. It refuses with a *tdkt.Error that
// lists every bad cell, and then hands back nothing. Titles may be nil: the text
// of a title is then kept as a code in capitals.
func ReadExchange(ctx context.Context, path string, titles Titles) (*tdkt.Exchange, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	in := &importing{book: book, titles: titles, ex: &tdkt.Exchange{
		File: book.Name, Present: map[string]bool{}, Columns: map[string]map[string]string{},
	}}
	if err := in.readSheets(ctx); err != nil {
		return nil, refused(err)
	}
	dropDoubles(in)
	if n := len(in.problems) + in.spilled; n > 0 {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Problems: in.problems, Text: fmt.Sprintf(
			"Tệp “%s” có %d chỗ phải sửa nên chưa nhập dòng nào. Hãy sửa các ô được nêu rồi nhập lại.", book.Name, n)}
	}
	return in.ex, nil
}

// refused turns the guard's refusal into the error people see.
func refused(err error) error {
	var r *guard.Refusal
	var known *tdkt.Error
	if errors.As(err, &known) {
		return known
	}
	if !errors.As(err, &r) {
		return fmt.Errorf("sheet: read workbook: %w", err)
	}
	e := &tdkt.Error{Kind: tdkt.Invalid, Text: r.Text, Err: r.Err}
	if r.Environment {
		e.Kind = tdkt.Environment
	}
	if r.Cell != "" {
		e.Problems = []tdkt.Problem{{Sheet: r.Sheet, Cell: r.Cell, Text: r.Text}}
	}
	return e
}

func (in *importing) readSheets(ctx context.Context) error {
	all, known := tables(), 0
	for i, s := range in.book.Sheets {
		t, ok := findTable(all, s.Name)
		if !ok {
			in.ex.Warnings = append(in.ex.Warnings, tdkt.Problem{
				Sheet: s.Name, Text: "Trang này không có trong mẫu tệp dữ liệu nên được bỏ qua.",
			})
			continue
		}
		if in.ex.Present[t.name] {
			return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” có hai trang cùng được hiểu là “%s”. Hãy xóa hoặc đổi tên một trang rồi nhập lại.", in.book.Name, t.name)
		}
		known++
		in.begin(t, s)
		if err := in.book.Rows(ctx, i, in.row); err != nil {
			return err
		}
		in.end()
	}
	if known == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không có trang nào của mẫu tệp dữ liệu. Các trang chương trình đọc: %s. "+
			"Nếu đây là danh sách cán bộ, hãy dùng chức năng nhập danh sách nhân sự.", in.book.Name, strings.Join(names(all), ", "))
	}
	return in.book.CheckSheets(ctx)
}

func names(all []table) []string {
	var out []string
	for _, t := range all {
		out = append(out, t.name)
	}
	return out
}

func (in *importing) begin(t table, s *guard.Sheet) {
	in.table, in.sheet, in.ready = t, s.Name, false
	in.letters, in.columns, in.required = map[string]string{}, map[int]string{}, map[string]bool{}
	in.seen, in.loose, in.early = map[string]int{}, map[int]bool{}, nil
	in.ex.Present[t.name] = true
	in.ex.Columns[t.name] = in.letters
	if s.Hidden {
		in.warn("", "Trang này đang bị ẩn trong tệp nhưng vẫn được đọc. Hãy kiểm tra xem có đúng là cần nhập không.")
	}
}

func (in *importing) problem(cell, text string) {
	if len(in.problems) >= maxProblems {
		in.spilled++
		return
	}
	in.problems = append(in.problems, tdkt.Problem{Sheet: in.sheet, Cell: cell, Text: text})
}

func (in *importing) warn(cell, text string) {
	if len(in.ex.Warnings) >= maxProblems {
		return
	}
	in.ex.Warnings = append(in.ex.Warnings, tdkt.Problem{Sheet: in.sheet, Cell: cell, Text: text})
}

// row takes the sheet's rows one by one: header first, then records.
func (in *importing) row(row *guard.Row) error {
	if !in.ready {
		in.seekHeader(row)
		return nil
	}
	r := &record{in: in, line: row.Number, cells: make(map[string]value, len(row.Cells))}
	blank := true
	for _, c := range row.Cells {
		v := value{Cell: c, Style: in.book.Style(&c), date1904: in.book.Date1904}
		if !v.filled() {
			continue
		}
		name, ok := in.columns[c.Column]
		if !ok {
			in.warnLoose(c.Column, row.Number)
			continue
		}
		blank = false
		r.cells[name] = v
	}
	if blank {
		return nil
	}
	if in.rows++; in.rows > maxRows {
		return tooManyRows(in.book.Name, "300.000")
	}
	in.keepName(r)
	in.table.read(r, in.ex)
	return nil
}

func tooManyRows(file, limit string) error {
	return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” có hơn %s dòng dữ liệu, nhiều hơn mức chương trình nhận. Hãy chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt.", file, limit)
}

// warnLoose names, once, a column that holds something under no header.
func (in *importing) warnLoose(column, line int) {
	if in.loose[column] {
		return
	}
	in.loose[column] = true
	in.warn(guard.Ref(column, line), fmt.Sprintf("Cột %s không có tiêu đề nên không được đọc.", guard.Letters(column)))
}
