package sheet

import (
	"context"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// A pledge sheet keeps its keys in a hidden row and a hidden column, and is known by
// the first cell of that row.
const (
	pledgeMagic     = "so-thi-dua-dang-ky-1"
	pledgeKeyRow    = 4
	pledgeHeadRow   = 5
	pledgeFirstRow  = 6
	pledgeKeyColumn = 1 // hidden: A
	pledgeTitles    = 6 // the first column of ticks: F
)

// The headers that stand around the titles.
const (
	headPledgeKey        = "Khóa"
	headPledgeNumber     = "STT"
	headPledgeCode       = "Mã"
	headPledgeName       = "Họ và tên, đơn vị"
	headPledgePosition   = "Chức vụ"
	headPledgeInitiative = "Sáng kiến, đề tài đăng ký"
	headPledgeError      = "Cần sửa"
)

// WritePledgeSheet writes the workbook a room fills in. The file appears whole or not
// at all.
func WritePledgeSheet(ctx context.Context, path string, s *tdkt.PledgeSheet) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := newWriter(f)
	if err != nil {
		return err
	}
	for i, part := range s.Parts {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("sheet: write pledge sheet: %w", err)
		}
		if i == 0 {
			err = f.SetSheetName("Sheet1", part.Sheet)
		} else {
			_, err = f.NewSheet(part.Sheet)
		}
		if err = errors.Join(err, w.pledgePart(s, part)); err != nil {
			return fmt.Errorf("sheet: write %s: %w", part.Sheet, err)
		}
	}
	f.SetActiveSheet(0)
	return save(f, path)
}

// pledgePart writes one sheet: its head, the hidden keys, the lines with their choices.
func (w *writer) pledgePart(s *tdkt.PledgeSheet, part tdkt.PledgePart) error {
	last := pledgeTitles + len(part.Titles) + 1 // the column of errors
	lines := pledgeFirstRow + len(part.Rows) - 1
	head, err := w.pledgeStyles()
	if err != nil {
		return err
	}
	sheet := part.Sheet
	set := func(column, row int, v any) error { return w.f.SetCellValue(sheet, guard.Ref(column, row), v) }
	err = errors.Join(
		set(2, 1, s.Org), set(2, 2, fmt.Sprintf("PHIẾU ĐĂNG KÝ THI ĐUA NĂM %d — %s", s.Year, s.Name)),
		set(2, 3, "Chọn x ở danh hiệu đăng ký; ghi tên sáng kiến nếu có. Không thêm dòng, không sửa mã và tên: người mới báo về thư ký."),
		w.f.SetCellStyle(sheet, "B1", "B1", head.plain), w.f.SetCellStyle(sheet, "B2", "B2", head.title),
		w.f.SetCellStyle(sheet, "B3", "B3", head.plain),
		set(pledgeKeyColumn, pledgeKeyRow, pledgeMagic), set(2, pledgeKeyRow, s.Year), set(3, pledgeKeyRow, string(s.Unit)),
	)
	for i, v := range []string{headPledgeKey, headPledgeNumber, headPledgeCode, headPledgeName, headPledgePosition} {
		err = errors.Join(err, set(i+1, pledgeHeadRow, v))
	}
	for i, t := range part.Titles {
		err = errors.Join(err, set(pledgeTitles+i, pledgeKeyRow, t.Code), set(pledgeTitles+i, pledgeHeadRow, t.Name))
	}
	err = errors.Join(err, set(last-1, pledgeHeadRow, headPledgeInitiative), set(last, pledgeHeadRow, headPledgeError),
		w.f.SetCellStyle(sheet, guard.Ref(1, pledgeHeadRow), guard.Ref(last, pledgeHeadRow), w.header))
	for i, line := range part.Rows {
		err = errors.Join(err, w.pledgeLine(sheet, pledgeFirstRow+i, i+1, line))
	}
	if len(part.Rows) > 0 {
		err = errors.Join(err, w.f.SetCellStyle(sheet, guard.Ref(1, pledgeFirstRow), guard.Ref(last, lines), w.filled.text))
	}
	return errors.Join(err, w.pledgePage(sheet, part, last, lines))
}

func (w *writer) pledgeLine(sheet string, row, number int, line tdkt.PledgeLine) error {
	values := []any{string(line.Key), number, line.Code, line.Name, line.Position}
	for _, m := range line.Marks {
		x := ""
		if m.On {
			x = "x"
		}
		values = append(values, x)
	}
	return w.f.SetSheetRow(sheet, guard.Ref(1, row), new(append(values, line.Initiative, line.Error)))
}

// pledgePage hides the keys, offers "x" under the titles, and makes the sheet print on
// A4 with its header on each page.
func (w *writer) pledgePage(sheet string, part tdkt.PledgePart, last, lines int) error {
	landscape, a4, once, any, fit := "landscape", 9, 1, 0, true
	err := errors.Join(
		w.f.SetRowVisible(sheet, pledgeKeyRow, false),
		w.f.SetColVisible(sheet, guard.Letters(pledgeKeyColumn), false),
		w.f.SetSheetDimension(sheet, "A1:"+guard.Ref(last, max(lines, pledgeHeadRow))),
		w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 4, YSplit: pledgeHeadRow, TopLeftCell: guard.Ref(5, pledgeFirstRow), ActivePane: "bottomRight"}),
		w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &any}),
		w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, pledgeHeadRow, pledgeHeadRow), Scope: sheet,
		}),
		w.f.SetRowHeight(sheet, pledgeHeadRow, 100), // a title in full, a few letters a line
	)
	for column, width := range map[int]float64{2: 6, 3: 10, 4: 28, 5: 22, last - 1: 36, last: errorWidth(part)} {
		err = errors.Join(err, w.f.SetColWidth(sheet, guard.Letters(column), guard.Letters(column), width))
	}
	if len(part.Titles) == 0 || len(part.Rows) == 0 {
		return err
	}
	choice := excelize.NewDataValidation(true)
	choice.Sqref = guard.Ref(pledgeTitles, pledgeFirstRow) + ":" + guard.Ref(pledgeTitles+len(part.Titles)-1, lines)
	choice.SetError(excelize.DataValidationErrorStyleStop, "Chỉ chọn x hoặc để trống", "Chọn x nếu đăng ký danh hiệu này, xóa ô nếu không.")
	return errors.Join(err, choice.SetDropList([]string{"x"}), w.f.AddDataValidation(sheet, choice))
}

// errorWidth leaves room for reasons only where there are some, so that a sheet going
// out prints larger.
func errorWidth(part tdkt.PledgePart) float64 {
	for _, l := range part.Rows {
		if l.Error != "" {
			return 44
		}
	}
	return 10
}

// pledgeHead are the styles of the lines above the table.
type pledgeHead struct{ plain, title int }

func (w *writer) pledgeStyles() (pledgeHead, error) {
	plain, err := w.f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12, Italic: true}})
	if err != nil {
		return pledgeHead{}, err
	}
	title, err := w.f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 14, Bold: true}})
	return pledgeHead{plain, title}, err
}
