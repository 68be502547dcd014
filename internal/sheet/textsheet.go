package sheet

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// A sheet of texts keeps its keys in a hidden row and two hidden columns, and is known by the
// first cell of that row.
const (
	textMagic    = "so-thi-dua-noi-dung-1"
	textKeyRow   = 4
	textHeadRow  = 5
	textFirstRow = 6
	textColumn   = 9 // what the room writes: I
)

// textHeads are the headers, the two hidden columns first.
func textHeads() []string {
	return []string{"Khóa", "Khóa mục", "STT", "Mã", "Họ và tên, đơn vị", "Đề nghị", "Mục", "Các năm trước đã viết", "Nội dung"}
}

// WriteTextSheet writes the workbook a room fills in. The file appears whole or not at all.
func WriteTextSheet(ctx context.Context, path string, s *tdkt.TextSheet) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("sheet: write texts: %w", err)
	}
	f := excelize.NewFile()
	defer f.Close()
	w, err := newWriter(f)
	if err != nil {
		return err
	}
	if err := errors.Join(f.SetSheetName("Sheet1", tdkt.SheetTexts), w.textSheet(s)); err != nil {
		return fmt.Errorf("sheet: write %s: %w", tdkt.SheetTexts, err)
	}
	return save(f, path)
}

// textSheet writes the head, the hidden keys and the lines.
func (w *writer) textSheet(s *tdkt.TextSheet) error {
	const sheet = tdkt.SheetTexts
	head, err := w.pledgeStyles()
	if err != nil {
		return err
	}
	set := func(column, row int, v any) error { return w.f.SetCellValue(sheet, guard.Ref(column, row), v) }
	err = errors.Join(
		set(3, 1, s.Org), set(3, 2, fmt.Sprintf("PHIẾU NỘI DUNG BÁO CÁO NĂM %d — %s", s.Year, s.Name)),
		set(3, 3, "Viết vào cột Nội dung; Alt+Enter để xuống dòng. Để trống thì sổ giữ nguyên. Không thêm dòng, không sửa mã, tên và mục."),
		w.f.SetCellStyle(sheet, "C1", "C1", head.plain), w.f.SetCellStyle(sheet, "C2", "C2", head.title), w.f.SetCellStyle(sheet, "C3", "C3", head.plain),
		set(1, textKeyRow, textMagic), set(2, textKeyRow, s.Year), set(3, textKeyRow, string(s.Unit)), set(4, textKeyRow, string(s.Round)),
	)
	for i, h := range textHeads() {
		err = errors.Join(err, set(i+1, textHeadRow, h))
	}
	err = errors.Join(err, w.f.SetCellStyle(sheet, guard.Ref(1, textHeadRow), guard.Ref(textColumn, textHeadRow), w.header))
	for i, l := range s.Lines {
		key := string(l.Subject.Kind) + ":" + string(l.Subject.ID)
		err = errors.Join(err, w.f.SetSheetRow(sheet, guard.Ref(1, textFirstRow+i), &[]any{key, l.Part, i + 1, l.Code, l.Name, l.For, l.Heading, l.Last, l.Text}))
	}
	return errors.Join(err, w.textPage(sheet, textFirstRow+len(s.Lines)-1))
}

// textPage hides the keys, wraps the texts and makes the sheet print on A4 with its header on
// each page.
func (w *writer) textPage(sheet string, last int) error {
	landscape, a4, once, any, fit := "landscape", 9, 1, 0, true
	border := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	wrapped, err := w.f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Family: "Times New Roman", Size: 12}, Border: border, NumFmt: 49,
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
	})
	err = errors.Join(err,
		w.f.SetRowVisible(sheet, textKeyRow, false), w.f.SetColVisible(sheet, "A:B", false),
		w.f.SetSheetDimension(sheet, "A1:"+guard.Ref(textColumn, max(last, textHeadRow))),
		w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 5, YSplit: textHeadRow, TopLeftCell: guard.Ref(6, textFirstRow), ActivePane: "bottomRight"}),
		w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &any}),
		w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, textHeadRow, textHeadRow), Scope: sheet,
		}),
	)
	if last >= textFirstRow {
		err = errors.Join(err, w.f.SetCellStyle(sheet, guard.Ref(1, textFirstRow), guard.Ref(textColumn, last), wrapped))
	}
	for column, width := range map[int]float64{3: 6, 4: 9, 5: 24, 6: 16, 7: 28, 8: 36, 9: 64} {
		err = errors.Join(err, w.f.SetColWidth(sheet, guard.Letters(column), guard.Letters(column), width))
	}
	return err
}

// ReadTextSheet reads a sheet of texts that came back. It refuses a file that is none with a
// sentence; what is wrong in single rows is for the caller to find, who knows the people.
func ReadTextSheet(ctx context.Context, path string) (*tdkt.TextSheet, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	r := &textReader{book: book, sheet: &tdkt.TextSheet{File: book.Name}}
	for i := range book.Sheets {
		if err := book.Rows(ctx, i, r.row); err != nil {
			return nil, refused(err)
		}
	}
	if err := book.CheckSheets(ctx); err != nil {
		return nil, refused(err)
	}
	if !r.known {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là phiếu nội dung báo cáo do chương trình xuất ra, "+
			"hoặc dòng ẩn chứa mã đã bị xóa. Hãy xuất phiếu mới và chép nội dung sang.", book.Name)
	}
	return r.sheet, nil
}

// textReader takes the rows of a sheet of texts.
type textReader struct {
	book  *guard.Book
	sheet *tdkt.TextSheet
	known bool
}

func (r *textReader) row(row *guard.Row) error {
	switch {
	case row.Number == textKeyRow:
		return r.keys(row)
	case r.known && row.Number >= textFirstRow:
		r.line(row)
	}
	return nil
}

func (r *textReader) keys(row *guard.Row) error {
	cells := texts(row)
	if cells[1] != textMagic {
		return nil
	}
	year, err := strconv.Atoi(cells[2])
	if err != nil || cells[3] == "" {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”: dòng ẩn số %d đã bị sửa nên không biết phiếu của năm nào, đơn vị nào. Hãy xuất phiếu mới và chép nội dung sang.",
			r.book.Name, textKeyRow)
	}
	r.known, r.sheet.Year, r.sheet.Unit, r.sheet.Round = true, year, tdkt.ID(cells[3]), tdkt.ID(cells[4])
	return nil
}

// line reads one text; a row without a key and a text is skipped.
func (r *textReader) line(row *guard.Row) {
	cells := texts(row)
	kind, id, _ := strings.Cut(cells[1], ":")
	l := tdkt.TextLine{
		Line: row.Number, Subject: tdkt.Subject{Kind: tdkt.SubjectKind(kind), ID: tdkt.ID(id)}, Part: cells[2],
		Code: cells[4], Name: cells[5], Heading: cells[7],
	}
	for _, c := range row.Cells {
		if c.Column == textColumn {
			l.Text = c.Text // its lines are kept
		}
	}
	if l.Subject.ID != "" || strings.TrimSpace(l.Text) != "" {
		r.sheet.Lines = append(r.sheet.Lines, l)
	}
}
