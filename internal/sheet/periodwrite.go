package sheet

import (
	"context"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// A period sheet keeps its keys in a hidden row and a hidden column, and is known by the
// first cell of that row.
const (
	periodMagic    = "so-thi-dua-diem-ky-1"
	periodTab      = "Điểm theo kỳ"
	periodKeyRow   = 4
	periodHeadRow  = 5
	periodFirstRow = 6
)

// The columns of a period sheet.
const (
	pcKey = iota + 1 // hidden
	pcNumber
	pcCode
	pcName
	pcPosition
	pcLines              // ten lines of common criteria
	pcCommon = iota + 10 // their sum
	pcShares             // a, b, c, d, đ, e
	pcResult = iota + 15
	pcTotal
	pcHeadCommon
	pcHeadResult
	pcHeadTotal
	pcState
	pcNote
	pcLeader // hidden: 1 for who leads
	pcError
)

// WritePeriodSheet writes the workbook a room fills in for a period: drop-downs for the
// state, limits for the points, sums by formula. The file appears whole or not at all.
func WritePeriodSheet(ctx context.Context, path string, s *tdkt.PeriodSheet) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("sheet: write period sheet: %w", err)
	}
	f := excelize.NewFile()
	defer f.Close()
	w, err := newWriter(f)
	if err != nil {
		return err
	}
	if err := errors.Join(f.SetSheetName("Sheet1", periodTab), w.periodHead(s)); err != nil {
		return fmt.Errorf("sheet: write %s: %w", periodTab, err)
	}
	for i, l := range s.Rows {
		if err := w.periodLine(s, periodFirstRow+i, i+1, l); err != nil {
			return fmt.Errorf("sheet: write %s: %w", periodTab, err)
		}
	}
	if err := w.periodPage(s); err != nil {
		return fmt.Errorf("sheet: write %s: %w", periodTab, err)
	}
	if s.Fault > 0 {
		if err := w.workTab(s); err != nil {
			return fmt.Errorf("sheet: write %s: %w", workTab, err)
		}
	}
	return save(f, path)
}

// periodHead writes the lines above the table, the hidden keys and the headers.
func (w *writer) periodHead(s *tdkt.PeriodSheet) error {
	head, err := w.pledgeStyles()
	if err != nil {
		return err
	}
	set := func(column, row int, v any) error { return w.f.SetCellValue(periodTab, guard.Ref(column, row), v) }
	err = errors.Join(
		set(pcNumber, 1, s.Org),
		set(pcNumber, 2, fmt.Sprintf("PHIẾU ĐIỂM %s NĂM %d — %s", upperFirst(s.Period.Words()), s.Year, s.Name)),
		set(pcNumber, 3, fmt.Sprintf("Mỗi người tự chấm mười tiêu chí chung (tối đa %d điểm) và tỷ lệ %% kết quả, hoặc kê việc ở trang “Danh sách việc”; phụ trách ghi điểm xác nhận rồi chọn trạng thái. Không thêm dòng, không sửa mã và tên.", s.Common)),
		w.f.SetCellStyle(periodTab, "B1", "B1", head.plain), w.f.SetCellStyle(periodTab, "B2", "B2", head.title),
		w.f.SetCellStyle(periodTab, "B3", "B3", head.plain),
		set(pcKey, periodKeyRow, periodMagic), set(pcNumber, periodKeyRow, s.Year), set(pcCode, periodKeyRow, string(s.Unit)),
		set(pcName, periodKeyRow, string(s.Period)),
	)
	headers := map[int]string{
		pcKey: "Khóa", pcNumber: "STT", pcCode: "Mã", pcName: "Họ và tên", pcPosition: "Chức vụ", pcCommon: "Điểm tiêu chí chung",
		pcResult: "Điểm kết quả", pcTotal: "Tổng tự chấm", pcHeadCommon: "Xác nhận: điểm chung", pcHeadResult: "Xác nhận: điểm kết quả",
		pcHeadTotal: "Xác nhận: tổng", pcState: "Trạng thái", pcNote: "Ghi chú", pcLeader: "Lãnh đạo", pcError: "Cần sửa",
	}
	for i, name := range s.Lines {
		headers[pcLines+i] = fmt.Sprintf("%d. %s (tối đa %s)", i+1, name, pointWords(s.Most[i]))
	}
	for i, name := range []string{"a. Số lượng (%)", "b. Chất lượng (%)", "c. Tiến độ (%)", "d. Hoạt động đơn vị (%)", "đ. Tổ chức thực hiện (%)", "e. Đoàn kết (%)"} {
		headers[pcShares+i] = name
	}
	for column := pcKey; column <= pcError; column++ {
		err = errors.Join(err, set(column, periodHeadRow, headers[column]))
	}
	high := 40.0
	for column, name := range headers {
		high = max(high, headHeight(name, periodWidth(column), smallHead))
	}
	fine, bad := w.f.NewStyle(fineHead())
	return errors.Join(err, bad, w.f.SetCellStyle(periodTab, guard.Ref(pcKey, periodHeadRow), guard.Ref(pcError, periodHeadRow), fine),
		w.f.SetRowHeight(periodTab, periodHeadRow, min(high, 400)))
}

// smallHead is the size of the letters above criteria that take a paragraph each.
const smallHead = 10.0

// fineHead is the look of such a header.
func fineHead() *excelize.Style {
	return &excelize.Style{
		Font: &excelize.Font{Family: "Times New Roman", Size: smallHead, Bold: true},
		Border: []excelize.Border{
			{Type: "left", Style: 1, Color: "BFBFBF"},
			{Type: "right", Style: 1, Color: "BFBFBF"},
			{Type: "top", Style: 1, Color: "BFBFBF"},
			{Type: "bottom", Style: 1, Color: "BFBFBF"},
		},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
}

// periodWidth is the width of a column in Excel's units.
func periodWidth(column int) float64 {
	switch column {
	case pcKey, pcLeader:
		return 10
	case pcNumber:
		return 5
	case pcCode:
		return 9
	case pcName:
		return 26
	case pcPosition:
		return 20
	case pcState:
		return 13
	case pcNote:
		return 24
	case pcError:
		return 30
	}
	if column >= pcLines && column < pcCommon {
		return 15 // a criterion, word by word
	}
	return 10
}

// pointWords writes hundredths as Vietnamese numbers.
func pointWords(hundredths int) string {
	if hundredths%100 == 0 {
		return fmt.Sprint(hundredths / 100)
	}
	return fmt.Sprintf("%d,%d", hundredths/100, hundredths%100/10)
}

func upperFirst(s string) string {
	for _, r := range s {
		return string([]rune{toUpper(r)}) + s[len(string(r)):]
	}
	return s
}

// periodLine writes one person: what stands there already as values, sums as formulas with
// their results.
func (w *writer) periodLine(s *tdkt.PeriodSheet, row, number int, l tdkt.PeriodLine) error {
	m := l.Mark
	at := func(column int) string { return guard.Ref(column, row) }
	var err error
	set := func(column int, v any) { err = errors.Join(err, w.f.SetCellValue(periodTab, at(column), v)) }
	points := func(column, hundredths int) { set(column, float64(hundredths)/100) }
	set(pcKey, string(l.Key))
	set(pcNumber, number)
	set(pcCode, l.Code)
	set(pcName, l.Name)
	set(pcPosition, l.Position)
	if m.Lines != [tdkt.CommonLines]int16{} {
		for i, n := range m.Lines {
			points(pcLines+i, int(n))
		}
	}
	shares := 3
	if l.Leader {
		shares = len(m.Shares)
		set(pcLeader, 1)
	}
	err = errors.Join(err, w.shareCells(s, row, shares, l))
	sum := func(column int, formula string, result int, given bool) {
		if given {
			points(column, result)
		}
		err = errors.Join(err, w.f.SetCellFormula(periodTab, at(column), formula))
	}
	own := m.Self
	lines := at(pcLines) + ":" + at(pcLines+tdkt.CommonLines-1)
	if m.Lines == [tdkt.CommonLines]int16{} && own.HasParts() {
		points(pcCommon, own.Common)
	} else {
		sum(pcCommon, fmt.Sprintf(`IF(COUNT(%[1]s)=0,"",SUM(%[1]s))`, lines), own.Common, own.HasParts())
	}
	parts := at(pcShares) + ":" + at(pcShares+shares-1)
	if m.Shares == [6]int16{} && own.HasParts() && s.Fault == 0 {
		points(pcResult, own.Result)
	} else {
		sum(pcResult, fmt.Sprintf(`IF(COUNT(%[1]s)<%[2]d,"",MIN(%[3]d,ROUND(AVERAGE(%[1]s)*%[3]d/100,2)))`, parts, shares, s.Result), own.Result, own.HasParts())
	}
	sum(pcTotal, fmt.Sprintf(`IF(OR(%[1]s="",%[2]s=""),"",%[1]s+%[2]s)`, at(pcCommon), at(pcResult)), own.Total, l.HasSelf)
	if l.HasHead && m.Head.HasParts() {
		points(pcHeadCommon, m.Head.Common)
		points(pcHeadResult, m.Head.Result)
	}
	if l.HasHead && !m.Head.HasParts() {
		points(pcHeadTotal, m.Head.Total)
	} else {
		sum(pcHeadTotal, fmt.Sprintf(`IF(OR(%[1]s="",%[2]s=""),"",%[1]s+%[2]s)`, at(pcHeadCommon), at(pcHeadResult)), m.Head.Total, l.HasHead)
	}
	set(pcState, string(m.State))
	set(pcNote, m.Note)
	set(pcError, l.Error)
	return err
}

// periodPage hides the keys, offers the states, limits the points and makes the sheet print
// on A4 with its header on each page.
func (w *writer) periodPage(s *tdkt.PeriodSheet) error {
	last := max(periodFirstRow, periodFirstRow+len(s.Rows)-1)
	landscape, a4, once, any, fit := "landscape", 9, 1, 0, true
	err := errors.Join(
		w.f.SetRowVisible(periodTab, periodKeyRow, false),
		w.f.SetColVisible(periodTab, guard.Letters(pcKey), false),
		w.f.SetColVisible(periodTab, guard.Letters(pcLeader), false),
		w.f.SetCellStyle(periodTab, guard.Ref(pcKey, periodFirstRow), guard.Ref(pcPosition, last), w.filled.text),
		w.f.SetCellStyle(periodTab, guard.Ref(pcLines, periodFirstRow), guard.Ref(pcHeadTotal, last), w.filled.num),
		w.f.SetCellStyle(periodTab, guard.Ref(pcState, periodFirstRow), guard.Ref(pcError, last), w.filled.text),
		w.f.SetSheetDimension(periodTab, "A1:"+guard.Ref(pcError, last)),
		w.f.SetPanes(periodTab, &excelize.Panes{
			Freeze: true, XSplit: pcName, YSplit: periodHeadRow, TopLeftCell: guard.Ref(pcName+1, periodFirstRow), ActivePane: "bottomRight",
		}),
		w.f.SetPageLayout(periodTab, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &any}),
		w.f.SetSheetProps(periodTab, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", periodTab, periodHeadRow, periodHeadRow), Scope: periodTab,
		}),
	)
	for column := pcNumber; column <= pcError; column++ {
		if column != pcLeader {
			err = errors.Join(err, w.f.SetColWidth(periodTab, guard.Letters(column), guard.Letters(column), periodWidth(column)))
		}
	}
	states := excelize.NewDataValidation(true)
	states.Sqref = guard.Ref(pcState, periodFirstRow) + ":" + guard.Ref(pcState, last)
	states.SetError(excelize.DataValidationErrorStyleStop, "Trạng thái", "Chọn chưa gửi, tự chấm hoặc đã xác nhận.")
	err = errors.Join(err, states.SetDropList([]string{string(tdkt.MarkUnsent), string(tdkt.MarkSelf), string(tdkt.MarkConfirmed)}), w.f.AddDataValidation(periodTab, states))
	limit := func(from, to int, most float64, what string) {
		v := excelize.NewDataValidation(true)
		v.Sqref = guard.Ref(from, periodFirstRow) + ":" + guard.Ref(to, last)
		v.SetError(excelize.DataValidationErrorStyleStop, what, fmt.Sprintf("Ghi một số từ 0 đến %g.", most))
		err = errors.Join(err, v.SetRange(0, most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween), w.f.AddDataValidation(periodTab, v))
	}
	for i := range s.Lines {
		limit(pcLines+i, pcLines+i, float64(s.Most[i])/100, "Điểm tiêu chí")
	}
	limit(pcShares, pcShares+2, 200, "Tỷ lệ phần trăm")
	if len(s.Parts) == 0 {
		limit(pcShares+3, pcShares+5, 200, "Tỷ lệ phần trăm")
	} else {
		err = errors.Join(err, w.partsList(s, last))
	}
	limit(pcHeadCommon, pcHeadCommon, float64(s.Common), "Điểm chung")
	limit(pcHeadResult, pcHeadResult, float64(s.Result), "Điểm kết quả")
	return err
}
