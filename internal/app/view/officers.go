package view

import (
	"cmp"

	"tdkt/internal/tdkt"
)

// CheckOfficer refuses a row that nobody could count.
func (v *View) CheckOfficer(o tdkt.Officer) *tdkt.Error {
	now := v.OfficerNow(o)
	born, since := firstDay(now.Born, now.BornYear), firstDay(now.Since, now.SinceYear)
	switch {
	case now.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Chưa có họ tên công chức. Hãy ghi họ tên, hoặc chọn người trong sổ.")
	case since != 0 && born > since:
		return tdkt.Errorf(tdkt.Invalid, "%s làm công tác thi đua từ %s, trước khi sinh (%s). Hãy xem lại hai ngày.",
			now.Name, tdkt.DayOrYear(now.Since, now.SinceYear), tdkt.DayOrYear(now.Born, now.BornYear))
	case o.To != 0 && since > o.To:
		return tdkt.Errorf(tdkt.Invalid, "%s thôi làm công tác thi đua ngày %s, trước khi bắt đầu (%s). Hãy sửa một trong hai ngày.", now.Name, o.To, tdkt.DayOrYear(now.Since, now.SinceYear))
	case o.From != 0 && since > o.From:
		return tdkt.Errorf(tdkt.Invalid, "%s được tính từ ngày %s, trước khi làm công tác thi đua (%s). Hãy sửa một trong hai ngày.", now.Name, o.From, tdkt.DayOrYear(now.Since, now.SinceYear))
	case o.To != 0 && o.From > o.To:
		return tdkt.Errorf(tdkt.Invalid, "%s được tính từ ngày %s, sau ngày thôi %s. Hãy sửa một trong hai ngày.", now.Name, o.From, o.To)
	}
	return nil
}

// CheckOfficerRow leaves out the name of one who comes with the same workbook.
func (v *View) CheckOfficerRow(o tdkt.Officer) *tdkt.Error {
	if _, known := v.Facts.Person(o.Person); o.Person != "" && !known {
		o.Name = cmp.Or(o.Name, string(o.Person))
	}
	return v.CheckOfficer(o)
}
