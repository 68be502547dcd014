package sheet

import (
	"strings"

	"tdkt/internal/tdkt"
)

// The columns of the sheets of rating by periods.
const (
	colPeriod         = "Kỳ"
	colCommon         = "Điểm chung"
	colResult         = "Điểm kết quả"
	colTotal          = "Tổng"
	colState          = "Trạng thái"
	colGroup          = "Nhóm"
	colFromYear       = "Từ năm"
	colKey            = "Khóa"
	colValue          = "Giá trị"
	colDisciplineKind = "Loại kỷ luật"
	colCountsIn       = "Năm tính xếp loại"
	colNotified       = "Ngày thông báo"
	colShare          = "Tỷ lệ đóng góp"
)

// periodTables are marks by month or quarter, who has similar duties, and the facts that
// rules of rating ask for.
func periodTables() []table {
	return []table{
		{tdkt.SheetPeriods, []column{
			{colYear, true, number},
			{colCode, true, code},
			{colPeriod, true, mark},
			{colCommon, false, number},
			{colResult, false, number},
			{colTotal, false, number},
			{colState, false, code},
		}, readPeriod, periodCells},
		{tdkt.SheetDuties, []column{{colCode, true, code}, {colGroup, true, words}, {colFromYear, false, number}}, readDuty, dutyCells},
		{tdkt.SheetRatingFacts, []column{
			{colYear, true, number},
			{colCode, true, code},
			{colKey, true, words},
			{colValue, true, code},
			{colPaper, false, code},
			{colPaperDate, false, day},
		}, readRatingFact, ratingFactCells},
	}
}

func readPeriod(r *record, ex *tdkt.Exchange) {
	row := tdkt.PeriodRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Code: r.text(colCode), Period: choose(r, colPeriod, period),
		Common: read(r, colCommon, value.points), Result: read(r, colResult, value.points), Total: read(r, colTotal, value.points),
		CommonGiven: r.given(colCommon), ResultGiven: r.given(colResult), HasTotal: r.given(colTotal), State: choose(r, colState, markState),
	}
	keep(r, &ex.Periods, row)
}

// period reads T3, Tháng 3, Q2 or Quý II.
func period(text string) (tdkt.Period, error) {
	if p, ok := tdkt.ParsePeriod(text); ok {
		return p, nil
	}
	return "", sentence("Không có kỳ “" + text + "”. Hãy ghi T1 đến T12 cho tháng, Q1 đến Q4 cho quý.")
}

// markState reads how far a sheet has come.
func markState(text string) (tdkt.MarkState, error) {
	s := tdkt.Fold(text)
	for _, m := range tdkt.MarkStates() {
		if tdkt.Fold(string(m)) == s {
			return m, nil
		}
	}
	switch s {
	case "":
		return "", nil
	case "da khoa", "da chot", "chot":
		return tdkt.MarkLocked, nil
	case "xac nhan", "da duyet", "duyet", "da cham":
		return tdkt.MarkConfirmed, nil
	case "tu danh gia", "da tu cham":
		return tdkt.MarkSelf, nil
	case "thieu", "chua nop", "chua co":
		return tdkt.MarkUnsent, nil
	}
	return "", sentence("Không hiểu trạng thái “" + text + "”. Hãy ghi chưa gửi, tự chấm, đã xác nhận hoặc khóa.")
}

func periodCells(ex *tdkt.Exchange) [][]any {
	var out [][]any
	for _, p := range ex.Periods {
		out = append(out, []any{
			p.Year, p.Code, string(p.Period), pointCell(p.Common, p.CommonGiven), pointCell(p.Result, p.ResultGiven), pointCell(p.Total, p.HasTotal), string(p.State),
		})
	}
	return out
}

// pointCell is a mark in points; nought stands only where it was given.
func pointCell(hundredths int, given bool) any {
	if !given {
		return nil
	}
	return float64(hundredths) / 100
}

func readDuty(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Duties, tdkt.DutyRow{Line: tdkt.Line(r.line), Code: r.text(colCode), Group: r.text(colGroup), From: r.year(colFromYear)})
}

func dutyCells(ex *tdkt.Exchange) [][]any {
	var out [][]any
	for _, d := range ex.Duties {
		out = append(out, []any{d.Code, d.Group, d.From})
	}
	return out
}

func readRatingFact(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.RatingFacts, tdkt.RatingFactRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Code: r.text(colCode), Key: r.text(colKey), Value: read(r, colValue, value.fact),
		Document: r.text(colPaper), Date: r.day(colPaperDate),
	})
}

// fact reads có and không as 1 and 0, a share of a hundred as hundredths of a per cent.
func (v value) fact() (int, error) {
	switch tdkt.Fold(v.text()) {
	case "co", "x":
		return 1, nil
	case "khong":
		return 0, nil
	}
	share := value{Cell: v.Cell, Style: v.Style}
	share.Text = strings.TrimSuffix(strings.TrimSpace(share.Text), "%")
	n, err := share.points()
	if err != nil {
		return 0, sentence("“" + v.text() + "” không phải là có, không hay một tỷ lệ phần trăm. Hãy ghi có, không hoặc một số, ví dụ 95.")
	}
	return n, nil
}

func ratingFactCells(ex *tdkt.Exchange) [][]any {
	var out [][]any
	for _, x := range ex.RatingFacts {
		out = append(out, []any{x.Year, x.Code, x.Key, x.Words, x.Document, x.Date})
	}
	return out
}

// disciplineKind reads who decided a discipline.
func disciplineKind(text string) (tdkt.DisciplineKind, error) {
	switch tdkt.Fold(text) {
	case "":
		return "", nil
	case "dang", "ky luat dang":
		return tdkt.ByParty, nil
	case "chinh quyen", "hanh chinh", "ky luat hanh chinh", "ky luat chinh quyen", "nha nuoc":
		return tdkt.ByState, nil
	}
	return "", sentence("Không có loại kỷ luật “" + text + "”. Hãy ghi đảng hoặc chính quyền.")
}
