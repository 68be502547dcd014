package sheet

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// The second sheet of a period sheet: what each person was given, from which the shares of
// number, quality and progress come by formula.
const (
	workMagic = "so-thi-dua-viec-ky-1"
	workTab   = tdkt.SheetWork
	workBlank = 6 // lines for each person at the least
)

// The columns of the list of work.
const (
	wcKey = iota + 1 // hidden
	wcNumber
	wcCode
	wcPerson
	wcName
	wcWeight
	wcAssigned
	wcDone
	wcGood
	wcOnTime
	wcReturned
	wcLate
	wcUnits // converted: assigned, done, good, in time
	wcError = wcUnits + 4
)

// workTab writes the list of work: a few lines for each person, what is entered already
// first.
func (w *writer) workTab(s *tdkt.PeriodSheet) error {
	if _, err := w.f.NewSheet(workTab); err != nil {
		return err
	}
	head, err := w.pledgeStyles()
	if err != nil {
		return err
	}
	set := func(column, row int, v any) {
		err = errors.Join(err, w.f.SetCellValue(workTab, guard.Ref(column, row), v))
	}
	set(wcNumber, 1, s.Org)
	set(wcNumber, 2, fmt.Sprintf("DANH SÁCH VIỆC %s NĂM %d — %s", upperFirst(s.Period.Words()), s.Year, s.Name))
	set(wcNumber, 3, fmt.Sprintf("Mỗi dòng một loại việc theo Danh mục quy đổi. Mỗi lần bị trả lại hoặc chậm trừ %d%% điểm của một sản phẩm. Tỷ lệ a, b, c ở trang đầu tự tính; không kê việc thì ghi thẳng tỷ lệ ở đó.", s.Fault))
	set(wcKey, periodKeyRow, workMagic)
	for i, name := range []string{
		"Khóa", "STT", "Mã", "Họ và tên", "Việc", "Đơn vị quy đổi", "Giao", "Hoàn thành", "Đạt chất lượng", "Đúng hạn", "Lần trả lại", "Lần chậm",
		"Quy đổi: giao", "Quy đổi: hoàn thành", "Quy đổi: chất lượng", "Quy đổi: tiến độ", "Cần sửa",
	} {
		set(i+1, periodHeadRow, name)
	}
	err = errors.Join(err, w.f.SetCellStyle(workTab, "B1", "B1", head.plain), w.f.SetCellStyle(workTab, "B2", "B2", head.title), w.f.SetCellStyle(workTab, "B3", "B3", head.plain),
		w.f.SetCellStyle(workTab, guard.Ref(wcKey, periodHeadRow), guard.Ref(wcError, periodHeadRow), w.header))
	row := periodFirstRow
	for _, l := range s.Rows {
		n := 0
		for _, x := range s.Work {
			if x.Key == l.Key {
				err = errors.Join(err, w.workLine(s, row, l, x))
				row, n = row+1, n+1
			}
		}
		for ; n < workBlank; n++ {
			err = errors.Join(err, w.workLine(s, row, l, tdkt.WorkLine{}))
			row++
		}
	}
	return errors.Join(err, w.workPage(max(row-1, periodFirstRow)))
}

// workLine writes one line; the converted units stand as formulas.
func (w *writer) workLine(s *tdkt.PeriodSheet, row int, l tdkt.PeriodLine, x tdkt.WorkLine) error {
	at := func(column int) string { return guard.Ref(column, row) }
	var err error
	set := func(column int, v any) { err = errors.Join(err, w.f.SetCellValue(workTab, at(column), v)) }
	set(wcKey, string(l.Key))
	set(wcNumber, row-periodFirstRow+1)
	set(wcCode, l.Code)
	set(wcPerson, l.Name)
	set(wcError, x.Error)
	if item := x.Item; item.Name != "" {
		set(wcName, item.Name)
		for i, n := range []int{item.Weight, item.Assigned, item.Done, item.Good, item.OnTime} {
			set(wcWeight+i, float64(n)/100)
		}
		set(wcReturned, item.Returned)
		set(wcLate, item.Late)
	}
	fault := float64(s.Fault) / 100
	for i, formula := range []string{
		fmt.Sprintf(`IF(%[1]s="","",%[1]s*%[2]s)`, at(wcWeight), at(wcAssigned)),
		fmt.Sprintf(`IF(%[1]s="","",%[1]s*%[2]s)`, at(wcWeight), at(wcDone)),
		fmt.Sprintf(`IF(%[1]s="","",MAX(0,%[1]s*(%[2]s-%[4]g*%[3]s)))`, at(wcWeight), at(wcGood), at(wcReturned), fault),
		fmt.Sprintf(`IF(%[1]s="","",MAX(0,%[1]s*(%[2]s-%[4]g*%[3]s)))`, at(wcWeight), at(wcOnTime), at(wcLate), fault),
	} {
		err = errors.Join(err, w.f.SetCellFormula(workTab, at(wcUnits+i), formula))
	}
	return err
}

// workPage hides the keys, limits the numbers and makes the list print.
func (w *writer) workPage(last int) error {
	landscape, a4, once, any, fit := "landscape", 9, 1, 0, true
	err := errors.Join(
		w.f.SetRowVisible(workTab, periodKeyRow, false),
		w.f.SetColVisible(workTab, guard.Letters(wcKey), false),
		w.f.SetCellStyle(workTab, guard.Ref(wcKey, periodFirstRow), guard.Ref(wcName, last), w.filled.text),
		w.f.SetCellStyle(workTab, guard.Ref(wcWeight, periodFirstRow), guard.Ref(wcUnits+3, last), w.filled.num),
		w.f.SetCellStyle(workTab, guard.Ref(wcError, periodFirstRow), guard.Ref(wcError, last), w.filled.text),
		w.f.SetSheetDimension(workTab, "A1:"+guard.Ref(wcError, last)),
		w.f.SetPanes(workTab, &excelize.Panes{Freeze: true, XSplit: wcPerson, YSplit: periodHeadRow, TopLeftCell: guard.Ref(wcPerson+1, periodFirstRow), ActivePane: "bottomRight"}),
		w.f.SetPageLayout(workTab, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &any}),
		w.f.SetSheetProps(workTab, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", workTab, periodHeadRow, periodHeadRow), Scope: workTab,
		}),
		w.f.SetRowHeight(workTab, periodHeadRow, 64),
	)
	for column, width := range map[int]float64{wcNumber: 5, wcCode: 9, wcPerson: 26, wcName: 44, wcError: 30} {
		err = errors.Join(err, w.f.SetColWidth(workTab, guard.Letters(column), guard.Letters(column), width))
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = guard.Ref(wcWeight, periodFirstRow) + ":" + guard.Ref(wcLate, last)
	v.SetError(excelize.DataValidationErrorStyleStop, "Số", "Ghi một số từ 0 trở lên.")
	return errors.Join(err, v.SetRange(0, 100000, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween), w.f.AddDataValidation(workTab, v))
}

// shareCells writes the shares of one person: what was typed as values, else formulas over the
// list of work; d, đ and e of a leader are typed.
func (w *writer) shareCells(s *tdkt.PeriodSheet, row, shares int, l tdkt.PeriodLine) error {
	m := l.Mark
	listed := false
	for _, x := range s.Work {
		listed = listed || x.Key == l.Key && x.Item.Name != ""
	}
	formulas := s.Fault > 0 && (listed || m.Shares == [6]int16{})
	var err error
	for i := range shares {
		at := guard.Ref(pcShares+i, row)
		if m.Shares[i] != 0 || m.Shares != [6]int16{} && i < 3 {
			err = errors.Join(err, w.f.SetCellValue(periodTab, at, float64(m.Shares[i])/100))
		}
		if !formulas || i > 2 {
			continue
		}
		sum := func(column int) string {
			letter := guard.Letters(column)
			return fmt.Sprintf("SUMIF('%[1]s'!$A:$A,$A%[2]d,'%[1]s'!%[3]s:%[3]s)", workTab, row, letter)
		}
		formula := fmt.Sprintf(`IF(%[1]s=0,"",ROUND(100*%[2]s/%[1]s,2))`, sum(wcUnits), sum(wcUnits+1+i))
		err = errors.Join(err, w.f.SetCellFormula(periodTab, at, formula))
	}
	return err
}

// partsList offers what each of a leader's d, đ and e may be.
func (w *writer) partsList(s *tdkt.PeriodSheet, last int) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = guard.Ref(pcShares+3, periodFirstRow) + ":" + guard.Ref(pcShares+5, last)
	var names []string
	for _, n := range s.Parts {
		names = append(names, fmt.Sprint(n))
	}
	v.SetError(excelize.DataValidationErrorStyleStop, "Tỷ lệ d, đ, e", "Chỉ ghi 100 hoặc 50, của người giữ chức vụ lãnh đạo, quản lý.")
	return errors.Join(v.SetDropList(names), w.f.AddDataValidation(periodTab, v))
}

// workReader takes the rows of the list of work.
type workReader struct {
	known bool
	rows  []tdkt.WorkLine
}

func (r *workReader) row(row *guard.Row) {
	switch {
	case row.Number == periodKeyRow:
		r.known = texts(row)[wcKey] == workMagic
	case r.known && row.Number >= periodFirstRow:
		r.line(row)
	}
}

// line reads one piece of work; a line with neither a name nor a number is skipped.
func (r *workReader) line(row *guard.Row) {
	p := &periodRow{row: row, cells: map[int]value{}}
	for _, c := range row.Cells {
		p.cells[c.Column] = value{Cell: c}
	}
	cells := texts(row)
	l := tdkt.WorkLine{Line: row.Number, Key: tdkt.ID(cells[wcKey]), Code: cells[wcCode], Name: cells[wcPerson]}
	given := cells[wcName] != ""
	number := func(column int) int {
		n, ok := p.points(column)
		given = given || ok
		return n
	}
	w := &l.Item
	w.Name = cells[wcName]
	w.Weight, w.Assigned, w.Done, w.Good, w.OnTime = number(wcWeight), number(wcAssigned), number(wcDone), number(wcGood), number(wcOnTime)
	returned, late := number(wcReturned), number(wcLate)
	if returned%100 != 0 || late%100 != 0 {
		p.fail(wcReturned, sentence("Số lần trả lại và số lần chậm là số nguyên. Hãy sửa lại."))
	}
	w.Returned, w.Late = returned/100, late/100
	l.Error = p.problem
	if given {
		r.rows = append(r.rows, l)
	}
}
