package sheet

import (
	"context"
	"strconv"
	"strings"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// ReadBlocSheet reads a workbook of score sheets that came back. It refuses a file that is
// none with a sentence; what is wrong in single rows is for the caller to find, who knows the
// khối.
func ReadBlocSheet(ctx context.Context, path string) (*tdkt.BlocSheet, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	out := &tdkt.BlocSheet{File: book.Name}
	for i := range book.Sheets {
		r := &blocReader{book: book, member: tdkt.BlocSheetMember{Sheet: book.Sheets[i].Name}}
		if err := book.Rows(ctx, i, r.row); err != nil {
			return nil, refused(err)
		}
		if r.known {
			out.Members = append(out.Members, r.member)
		}
	}
	if err := book.CheckSheets(ctx); err != nil {
		return nil, refused(err)
	}
	if len(out.Members) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là phiếu chấm điểm khối thi đua do chương trình xuất ra, "+
			"hoặc dòng ẩn số %d đã bị xóa. Hãy xuất phiếu mới và chép điểm sang.", book.Name, blocKeyRow)
	}
	out.Year, out.Bloc, out.Name = out.Members[0].Year, out.Members[0].Bloc, out.Members[0].Khoi
	return out, nil
}

// blocReader takes the rows of one score sheet.
type blocReader struct {
	book   *guard.Book
	member tdkt.BlocSheetMember
	known  bool
}

func (r *blocReader) row(row *guard.Row) error {
	switch {
	case row.Number == blocKeyRow:
		return r.keys(row)
	case r.known && row.Number >= blocFirstRow:
		r.line(row)
	}
	return nil
}

func (r *blocReader) keys(row *guard.Row) error {
	cells := texts(row)
	if cells[1] != blocMagic {
		return nil
	}
	year, err := strconv.Atoi(cells[2])
	if err != nil || cells[6] == "" {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”, trang “%s”: dòng ẩn số %d đã bị sửa nên không biết phiếu của năm nào, đơn vị nào. Hãy xuất phiếu mới và chép điểm sang.",
			r.book.Name, r.member.Sheet, blocKeyRow)
	}
	r.known = true
	r.member.Year, r.member.Bloc, r.member.Member, r.member.Khoi, r.member.Name = year, tdkt.ID(cells[3]), tdkt.ID(cells[4]), cells[5], cells[6]
	return nil
}

// line reads one criterion, or one line of bonus or deduction; rows without a key are the
// sums, or somebody's notes.
func (r *blocReader) line(row *guard.Row) {
	cells := map[int]string{}
	for _, c := range row.Cells {
		cells[c.Column] = tdkt.Clean(c.Text)
		if c.Kind == guard.Number {
			cells[c.Column] = rounded(c.Text)
		}
	}
	key := cells[1]
	if rest, extra := strings.CutPrefix(key, blocExtraKey); extra && rest != "" {
		r.member.Extras = append(r.member.Extras, tdkt.BlocSheetExtra{
			Line: row.Number, Key: rest[1:], Minus: rest[0] == '-', Reason: cells[3], Each: cells[tdkt.BlocColumnEach], Count: cells[tdkt.BlocColumnResult],
		})
		return
	}
	if key == "" {
		return
	}
	r.member.Lines = append(r.member.Lines, tdkt.BlocSheetLine{
		Line: row.Number, Key: tdkt.ID(key), Number: cells[2], Text: cells[3],
		Plan: cells[tdkt.BlocColumnPlan], Result: cells[tdkt.BlocColumnResult], Level: cells[tdkt.BlocColumnLevel],
		Self: cells[tdkt.BlocColumnSelf], Checked: cells[tdkt.BlocColumnChecked], Evidence: cells[tdkt.BlocColumnEvidence],
	})
}

// rounded is a number as the file stores it, with two digits after the comma.
func rounded(text string) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	out := strconv.FormatFloat(n, 'f', 2, 64)
	return strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(out, "0"), ".0"), ".", ",")
}
