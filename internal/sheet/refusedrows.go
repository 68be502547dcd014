package sheet

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// reasonColumn is the heading of the column of reasons; a file with it is read as if it
// had none.
const reasonColumn = "Lý do từ chối"

// WriteRefused copies the rows that the problems name out of a workbook into a new
// one, each sheet with its heading and a column that says why, so that they can be put
// right there and taken in again. list is the staff list the file was read as, nil for
// an exchange workbook. It returns how many rows there are.
func WriteRefused(ctx context.Context, from, to string, list *tdkt.StaffList, problems []tdkt.Problem) (int, error) {
	book, err := guard.Open(ctx, from)
	if err != nil {
		return 0, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	reasons := reasonsByRow(problems)
	f := excelize.NewFile()
	defer f.Close()
	rows, sheets := 0, 0
	for i, s := range book.Sheets {
		if len(reasons[s.Name]) == 0 {
			continue
		}
		c := &rowCopier{book: book, sheet: s, reasons: reasons[s.Name], f: f}
		c.heading(list)
		if err := c.open(sheets); err != nil {
			return 0, err
		}
		if err := book.Rows(ctx, i, c.row); err != nil {
			return 0, refused(err)
		}
		if err := c.merge(); err != nil {
			return 0, err
		}
		rows += c.copied
		sheets++
	}
	if rows == 0 {
		return 0, tdkt.Errorf(tdkt.NotFound, "Không có dòng nào bị từ chối để lưu ra tệp.")
	}
	return rows, save(f, to)
}

// reasonsByRow gathers the reasons by sheet and line.
func reasonsByRow(problems []tdkt.Problem) map[string]map[int]string {
	digits := regexp.MustCompile(`\d+$`)
	out := map[string]map[int]string{}
	for _, p := range problems {
		line, err := strconv.Atoi(digits.FindString(p.Cell))
		if err != nil {
			continue // about the file or the sheet as a whole
		}
		if out[p.Sheet] == nil {
			out[p.Sheet] = map[int]string{}
		}
		out[p.Sheet][line] = strings.TrimSpace(out[p.Sheet][line] + " " + p.Text)
	}
	return out
}

// rowCopier copies the heading and the refused rows of one sheet.
type rowCopier struct {
	book    *guard.Book
	sheet   *guard.Sheet
	reasons map[int]string
	f       *excelize.File

	table   table // of an exchange sheet
	top     int   // first line of the heading, 0 while it is sought
	last    int   // and its last
	reason  int   // column of the reasons
	written int
	copied  int
}

// heading says where the heading is: told by the staff list, else sought by the
// columns an exchange sheet must have.
func (c *rowCopier) heading(list *tdkt.StaffList) {
	if list != nil {
		c.top, c.last = list.HeaderRow, list.HeaderLast
		return
	}
	c.table, _ = findTable(tables(), c.sheet.Name)
}

func (c *rowCopier) open(n int) error {
	if n == 0 {
		return wrapped(c.f.SetSheetName(c.f.GetSheetName(0), c.sheet.Name))
	}
	_, err := c.f.NewSheet(c.sheet.Name)
	return wrapped(err)
}

func wrapped(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("sheet: write refused rows: %w", err)
}

func (c *rowCopier) row(r *guard.Row) error {
	if c.top == 0 && c.complete(r) {
		c.top, c.last = r.Number, r.Number
	}
	heading := c.top != 0 && c.top <= r.Number && r.Number <= c.last
	why, bad := c.reasons[r.Number]
	if !heading && (!bad || c.top == 0) {
		return nil
	}
	if heading {
		c.placeReasons(r)
		why = ""
		if r.Number == c.top {
			why = reasonColumn
		}
	} else {
		c.copied++
	}
	c.written++
	return c.write(r, why)
}

// placeReasons finds the column of the reasons: the one of an earlier time, else the
// first behind the heading.
func (c *rowCopier) placeReasons(r *guard.Row) {
	for _, cell := range r.Cells {
		if headerKey(cell.Text) == headerKey(reasonColumn) {
			c.reason = cell.Column
			return
		}
		c.reason = max(c.reason, cell.Column+1)
	}
}

// complete says whether a row has every column the sheet must have.
func (c *rowCopier) complete(r *guard.Row) bool {
	have := map[string]bool{}
	for _, cell := range r.Cells {
		have[headerKey(cell.Text)] = true
	}
	for _, col := range c.table.columns {
		if col.required && !have[headerKey(col.name)] {
			return false
		}
	}
	return len(c.table.columns) > 0
}

func (c *rowCopier) write(r *guard.Row, why string) error {
	var errs []error
	for _, cell := range r.Cells {
		if cell.Column == c.reason {
			continue // the reasons of an earlier time
		}
		v := value{Cell: cell, Style: c.book.Style(&cell), date1904: c.book.Date1904}
		text := v.text()
		if d, err := v.day(); err == nil && v.Date {
			text = d.String()
		}
		errs = append(errs, c.f.SetCellStr(c.sheet.Name, guard.Ref(cell.Column, c.written), text))
	}
	if why != "" {
		errs = append(errs, c.f.SetCellStr(c.sheet.Name, guard.Ref(max(c.reason, 1), c.written), why))
	}
	return wrapped(errors.Join(errs...))
}

// merge keeps the merged areas of the heading, by which its two lines are read.
func (c *rowCopier) merge() error {
	var errs []error
	for _, a := range c.sheet.Merges {
		if a.Top >= c.top && a.Bottom <= c.last {
			up := c.top - 1
			errs = append(errs, c.f.MergeCell(c.sheet.Name, guard.Ref(a.Left, a.Top-up), guard.Ref(a.Right, a.Bottom-up)))
		}
	}
	return wrapped(errors.Join(errs...))
}
