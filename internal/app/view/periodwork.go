package view

import (
	"fmt"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// WorkMark is the mark of a period that a work list may be written for.
func (v *View) WorkMark(year int, person tdkt.ID, p tdkt.Period) (tdkt.PeriodMark, error) {
	m, _ := v.MarkOf(year, person, p)
	if err := v.Open(year, tdkt.RatingBook); err != nil {
		return m, err
	}
	if !p.Known() {
		return m, UnknownPeriod(p)
	}
	who, _ := v.Facts.Person(person)
	if rules := v.MarkRules(who, year); rules == nil || rules.Product == nil {
		return m, tdkt.Errorf(tdkt.Invalid, "Quy định của năm %d không có cách tính điểm kết quả từ danh sách việc cho %s. Hãy ghi thẳng điểm.", year, v.Whom(person))
	}
	if m.State == tdkt.MarkLocked {
		return m, tdkt.Errorf(tdkt.Invalid, "Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi sửa.", p.Words(), year, v.Whom(person))
	}
	return m, nil
}

// Worked lays the shares and the result points that a work list comes to over a mark; false
// where nothing was assigned. A leader's points wait for d, đ and e.
func (v *View) Worked(m *tdkt.PeriodMark, items []tdkt.WorkItem) (bool, error) {
	who, _ := v.Facts.Person(m.Person)
	rules := v.MarkRules(who, m.Year)
	share, ok := rules.Product.Work(items)
	if !ok {
		return false, nil
	}
	if err := ShareProblem(share); err != nil {
		return false, err
	}
	m.Shares[0], m.Shares[1], m.Shares[2] = int16(share.Number), int16(share.Quality), int16(share.Progress)
	if rules.Complete(m.Shares, who.Leader) {
		m.Self.Result = rules.ResultPoints(m.Shares, who.Leader)
		m.Self.Total = m.Self.Common + m.Self.Result
	}
	if m.State == tdkt.MarkUnsent && m.Self.Common > 0 {
		m.State = tdkt.MarkSelf
	}
	return true, nil
}

// WorkPoints are the shares and the result points that a work list of somebody comes to, as
// a page shows them while it is typed; words say why there are none yet.
func (v *View) WorkPoints(year int, person tdkt.ID, p tdkt.Period, items []tdkt.WorkItem) string {
	who, _ := v.Facts.Person(person)
	rules := v.MarkRules(who, year)
	if rules == nil || rules.Product == nil {
		return ""
	}
	share, ok := rules.Product.Work(items)
	if !ok {
		return "Chưa có việc nào được giao."
	}
	m, _ := v.MarkOf(year, person, p)
	shares := m.Shares
	shares[0], shares[1], shares[2] = int16(min(share.Number, mostShare)), int16(min(share.Quality, mostShare)), int16(min(share.Progress, mostShare))
	words := fmt.Sprintf("Số lượng %s%% · chất lượng %s%% · tiến độ %s%%", ZeroWords(share.Number), ZeroWords(share.Quality), ZeroWords(share.Progress))
	cite := rules.Product.StaffCite
	if who.Leader {
		cite = rules.Product.HeadCite
	}
	if !rules.Complete(shares, who.Leader) {
		return words + " · còn thiếu d, đ, e của người lãnh đạo (" + cite + ")"
	}
	return fmt.Sprintf("%s · điểm kết quả %s/%d (%s)", words, ZeroWords(rules.ResultPoints(shares, who.Leader)), rules.Result, cite)
}

// mostShare is more than any list of work comes to, in hundredths of a per cent.
const mostShare = 30000

// ShareProblem says in a sentence what is wrong with a share, nil when it stands.
func ShareProblem(s law.Share) error {
	if max(s.Number, s.Quality, s.Progress) > mostShare {
		return tdkt.Errorf(tdkt.Invalid, "Số đã làm nhiều hơn ba lần số được giao. Hãy xem lại cột Giao và cột Hoàn thành.")
	}
	return nil
}
