package sheet

import (
	"context"
	"strconv"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// ReadPledgeSheet reads a pledge sheet that came back. It refuses a file that is no
// pledge sheet with a sentence; what is wrong in single rows is for the caller to find,
// who knows the people.
func ReadPledgeSheet(ctx context.Context, path string) (*tdkt.PledgeSheet, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	s := &tdkt.PledgeSheet{File: book.Name}
	for i, sheet := range book.Sheets {
		r := &pledgeReader{book: book, sheet: s, part: tdkt.PledgePart{Sheet: sheet.Name}}
		if err := book.Rows(ctx, i, r.row); err != nil {
			return nil, refused(err)
		}
		if r.known {
			s.Parts = append(s.Parts, r.part)
		}
	}
	if err := book.CheckSheets(ctx); err != nil {
		return nil, refused(err)
	}
	if len(s.Parts) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là phiếu đăng ký do chương trình xuất ra, "+
			"hoặc dòng ẩn chứa mã đã bị xóa. Hãy xuất phiếu mới và chép nội dung sang.", book.Name)
	}
	return s, nil
}

// pledgeReader takes one sheet's rows.
type pledgeReader struct {
	book       *guard.Book
	sheet      *tdkt.PledgeSheet
	part       tdkt.PledgePart
	known      bool // the hidden row of keys was found
	initiative int  // its column
}

func (r *pledgeReader) row(row *guard.Row) error {
	switch {
	case row.Number == pledgeKeyRow:
		return r.keys(row)
	case r.known && row.Number >= pledgeFirstRow:
		r.line(row)
	}
	return nil
}

// keys reads the hidden row: what the sheet is, of which year and unit, and the code
// over each column of ticks.
func (r *pledgeReader) keys(row *guard.Row) error {
	cells := texts(row)
	if cells[pledgeKeyColumn] != pledgeMagic {
		return nil
	}
	year, err := strconv.Atoi(cells[2])
	unit := tdkt.ID(cells[3])
	if err != nil || unit == "" {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”, trang “%s”: dòng ẩn số %d đã bị sửa nên không biết phiếu của năm nào, đơn vị nào. Hãy xuất phiếu mới và chép nội dung sang.",
			r.book.Name, r.part.Sheet, pledgeKeyRow)
	}
	if len(r.sheet.Parts) > 0 && (r.sheet.Year != year || r.sheet.Unit != unit) {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” có các trang của hai phiếu khác nhau. Hãy để mỗi phiếu một tệp.", r.book.Name)
	}
	r.known, r.sheet.Year, r.sheet.Unit = true, year, unit
	r.part.Kind = tdkt.APerson
	if r.part.Sheet == tdkt.SheetPledgeUnit {
		r.part.Kind = tdkt.AUnit
	}
	for _, c := range row.Cells {
		if code := tdkt.Clean(c.Text); c.Column >= pledgeTitles && code != "" {
			r.part.Titles = append(r.part.Titles, tdkt.PledgeTitle{Code: code, Column: c.Column})
			r.initiative = c.Column + 1
		}
	}
	return nil
}

// line reads one subject; an empty row is skipped.
func (r *pledgeReader) line(row *guard.Row) {
	cells := texts(row)
	l := tdkt.PledgeLine{
		Line: row.Number, Key: tdkt.ID(cells[pledgeKeyColumn]), Code: cells[3], Name: cells[4], Position: cells[5],
		Initiative: cells[r.initiative],
	}
	filled := l.Key != "" || l.Code != "" || l.Name != "" || l.Initiative != ""
	for _, t := range r.part.Titles {
		l.Marks = append(l.Marks, r.mark(row, t.Column))
		filled = filled || cells[t.Column] != ""
	}
	if filled {
		r.part.Rows = append(r.part.Rows, l)
	}
}

// mark reads one tick box.
func (r *pledgeReader) mark(row *guard.Row, column int) tdkt.PledgeMark {
	m := tdkt.PledgeMark{Cell: guard.Ref(column, row.Number)}
	for _, c := range row.Cells {
		if c.Column != column {
			continue
		}
		on, err := (value{Cell: c}).ticked()
		m.On = on
		if err != nil {
			m.Problem = tdkt.Sentence(err, nil)
		}
	}
	return m
}

// texts are a row's cells by column, cleaned.
func texts(row *guard.Row) map[int]string {
	out := make(map[int]string, len(row.Cells))
	for _, c := range row.Cells {
		out[c.Column] = tdkt.Clean(c.Text)
	}
	return out
}
