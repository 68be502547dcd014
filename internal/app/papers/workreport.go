package papers

import (
	"tdkt/internal/app/reports"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// SetPeriod makes a report of the work one of half a year, or of a period from a day to a day;
// without any it stays that of the year.
func (d *Document) SetPeriod(firstHalf bool, from, to tdkt.Day) error {
	switch {
	case firstHalf && from+to != 0:
		return tdkt.Errorf(tdkt.Usage, "Báo cáo 6 tháng đã có kỳ của nó. Hãy bỏ ngày đầu và ngày cuối kỳ.")
	case firstHalf:
		d.To = reports.Half(d.To.Year())
	case from == 0 && to == 0:
	case from == 0 || to == 0 || to < from:
		return tdkt.Errorf(tdkt.Usage, "Kỳ báo cáo cần ngày đầu và ngày cuối, ngày cuối không trước ngày đầu. Hãy ghi lại hai ngày.")
	default:
		d.From, d.To = from, to
	}
	return nil
}

// WorkReport is the report of the work of a round's year over a period.
func WorkReport(r tdkt.Round, from, to tdkt.Day) (Document, error) {
	info, _ := letters.InfoOf(string(letters.WorkReport))
	d := Document{Info: info, Round: r}
	return d, d.SetPeriod(false, from, to)
}

// Period is the period of a report of the work in words, "" of other documents.
func (d Document) Period() string {
	if d.Kind != letters.WorkReport {
		return ""
	}
	return reports.WorkPeriod(d.From, d.To)
}
