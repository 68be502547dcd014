package sheet

import (
	"context"
	"fmt"
	"strconv"
	"unicode"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

func toUpper(r rune) rune { return unicode.ToUpper(r) }

// ReadPeriodSheet reads a period sheet that came back. It refuses a file that is no period
// sheet with a sentence; a wrong cell is the error of its line. What the room typed into a
// sum counts in place of the sum; a sum whose result the file did not keep is worked out
// from what it adds.
func ReadPeriodSheet(ctx context.Context, path string) (*tdkt.PeriodSheet, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	var found *tdkt.PeriodSheet
	var work []tdkt.WorkLine
	for i := range book.Sheets {
		r, list := &periodReader{book: book, sheet: &tdkt.PeriodSheet{File: book.Name}}, &workReader{}
		both := func(row *guard.Row) error {
			if err := r.row(row); err != nil {
				return err
			}
			list.row(row)
			return nil
		}
		if err := book.Rows(ctx, i, both); err != nil {
			return nil, refused(err)
		}
		if r.known && found == nil {
			found = r.sheet
		}
		work = append(work, list.rows...)
	}
	if err := book.CheckSheets(ctx); err != nil {
		return nil, refused(err)
	}
	if found == nil {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là phiếu điểm do chương trình xuất ra, "+
			"hoặc dòng ẩn chứa mã đã bị xóa. Hãy xuất phiếu mới và chép nội dung sang.", book.Name)
	}
	found.Work = work
	return found, nil
}

// periodReader takes one sheet's rows.
type periodReader struct {
	book  *guard.Book
	sheet *tdkt.PeriodSheet
	known bool // the hidden row of keys was found
}

func (r *periodReader) row(row *guard.Row) error {
	switch {
	case row.Number == periodKeyRow:
		return r.keys(row)
	case r.known && row.Number >= periodFirstRow:
		r.line(row)
	}
	return nil
}

// keys reads the hidden row: what the sheet is, of which year, unit and period.
func (r *periodReader) keys(row *guard.Row) error {
	cells := texts(row)
	if cells[pcKey] != periodMagic {
		return nil
	}
	year, err := strconv.Atoi(cells[pcNumber])
	unit, p := tdkt.ID(cells[pcCode]), tdkt.Period(cells[pcName])
	if err != nil || unit == "" || !p.Known() {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”: dòng ẩn số %d đã bị sửa nên không biết phiếu của năm nào, kỳ nào, đơn vị nào. Hãy xuất phiếu mới và chép nội dung sang.",
			r.book.Name, periodKeyRow)
	}
	r.known, r.sheet.Year, r.sheet.Unit, r.sheet.Period = true, year, unit, p
	return nil
}

// line reads one person; an empty row is skipped.
func (r *periodReader) line(row *guard.Row) {
	p := &periodRow{row: row, cells: map[int]value{}}
	for _, c := range row.Cells {
		p.cells[c.Column] = value{Cell: c}
	}
	cells := texts(row)
	l := tdkt.PeriodLine{
		Line: row.Number, Key: tdkt.ID(cells[pcKey]), Code: cells[pcCode], Name: cells[pcName], Position: cells[pcPosition], Leader: cells[pcLeader] == "1",
	}
	m := &l.Mark
	p.own(&l)
	l.HasHead = p.score(&m.Head, pcHeadCommon, pcHeadResult, pcHeadTotal)
	m.Note = cells[pcNote]
	if state, err := markState(cells[pcState]); err != nil {
		p.fail(pcState, err)
	} else {
		m.State = state
	}
	l.Error = p.problem
	if l.Key != "" || l.Code != "" || l.Name != "" || l.HasSelf || l.HasHead {
		r.sheet.Rows = append(r.sheet.Rows, l)
	}
}

// own reads the person's own marks: ten lines, the shares of work, their sums.
func (p *periodRow) own(l *tdkt.PeriodLine) {
	m := &l.Mark
	lines, sum := 0, 0
	for i := range m.Lines {
		n, ok := p.points(pcLines + i)
		m.Lines[i] = int16(min(n, 3000))
		lines, sum = lines+btoi(ok), sum+n
	}
	for i := range m.Shares {
		n, _ := p.points(pcShares + i)
		if n > mostShare {
			p.fail(pcShares+i, sentence("Tỷ lệ phần trăm quá lớn. Hãy ghi một số từ 0 đến 200."))
			n = 0
		}
		m.Shares[i] = int16(n)
	}
	l.ResultSummed, l.TotalSummed = p.summed(pcResult), p.summed(pcTotal)
	for i := range l.SharesSummed {
		l.SharesSummed[i] = p.summed(pcShares + i)
	}
	l.HasSelf = p.score(&m.Self, pcCommon, pcResult, pcTotal)
	if p.summed(pcCommon) && lines > 0 {
		m.Self.Common = sum
	}
	if !l.HasSelf && lines > 0 && sum > 0 && m.Self.Common == 0 {
		m.Self.Common = sum
	}
}

// mostShare is the most that a share may be, in hundredths of a per cent.
const mostShare = 20000

// periodRow is a row while its points are read; the first wrong cell is kept.
type periodRow struct {
	row     *guard.Row
	cells   map[int]value
	problem string
}

func (p *periodRow) fail(column int, err error) {
	if p.problem == "" {
		p.problem = fmt.Sprintf("Ô %s: %s", guard.Ref(column, p.row.Number), tdkt.Sentence(err, nil))
	}
}

// summed says whether a cell stands there as a formula.
func (p *periodRow) summed(column int) bool { return p.cells[column].Cell.Formula }

// points reads a number of points in hundredths; false for an empty cell. A formula whose
// result was not kept is as an empty cell.
func (p *periodRow) points(column int) (int, bool) {
	v, ok := p.cells[column]
	if !ok || v.Cell.Text == "" || !v.filled() {
		return 0, false
	}
	if err := v.trouble(); err != nil {
		p.fail(column, err)
		return 0, false
	}
	n, err := v.points()
	if err != nil {
		p.fail(column, err)
		return 0, false
	}
	return n, true
}

// score reads common points, result points and their total. The total that is missing is
// their sum; a total that is not their sum is left for the caller to refuse.
func (p *periodRow) score(s *tdkt.Score, common, result, total int) bool {
	a, hasA := p.points(common)
	b, hasB := p.points(result)
	c, hasC := p.points(total)
	s.Common, s.Result, s.Total = a, b, c
	if hasA && hasB && !hasC {
		s.Total = a + b
	}
	return hasC || hasA && hasB
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
