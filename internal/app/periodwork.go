package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// SetWork writes the work list of a person in a period in place of the one there, and the
// result points it comes to into the person's own marks.
func (a *App) SetWork(ctx context.Context, year int, person tdkt.ID, p tdkt.Period, items []tdkt.WorkItem) error {
	v := a.View()
	m, err := v.workMark(year, person, p)
	if err != nil {
		return err
	}
	var put, drop []tdkt.Record
	for _, old := range v.WorkOf(year, person, p) {
		drop = append(drop, old)
	}
	items, err = cleanWork(items)
	if err != nil {
		return err
	}
	for _, x := range items {
		x.ID, x.Year, x.Person, x.Period = tdkt.NewID(), year, person, p
		put = append(put, x)
	}
	changed, err := v.worked(&m, items)
	switch {
	case err != nil:
		return err
	case changed:
		m.ID = cmp.Or(m.ID, tdkt.NewID())
		put = append(put, m)
	}
	words := fmt.Sprintf("Danh sách việc %s năm %d của %s: %d việc", p.Words(), year, v.whom(person), len(items))
	return a.Change(ctx, "set-work", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// workMark is the mark of a period that a work list may be written for.
func (v *View) workMark(year int, person tdkt.ID, p tdkt.Period) (tdkt.PeriodMark, error) {
	m, _ := v.MarkOf(year, person, p)
	if err := v.open(year, tdkt.RatingBook); err != nil {
		return m, err
	}
	if !p.Known() {
		return m, unknownPeriod(p)
	}
	who, _ := v.Facts.Person(person)
	if rules := v.markRules(who, year); rules == nil || rules.Product == nil {
		return m, tdkt.Errorf(tdkt.Invalid, "Quy định của năm %d không có cách tính điểm kết quả từ danh sách việc cho %s. Hãy ghi thẳng điểm.", year, v.whom(person))
	}
	if m.State == tdkt.MarkLocked {
		return m, tdkt.Errorf(tdkt.Invalid, "Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi sửa.", p.Words(), year, v.whom(person))
	}
	return m, nil
}

// worked lays the shares and the result points that a work list comes to over a mark; false
// where nothing was assigned. A leader's points wait for d, đ and e.
func (v *View) worked(m *tdkt.PeriodMark, items []tdkt.WorkItem) (bool, error) {
	who, _ := v.Facts.Person(m.Person)
	rules := v.markRules(who, m.Year)
	share, ok := rules.Product.Work(items)
	if !ok {
		return false, nil
	}
	if err := shareProblem(share); err != nil {
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

// cleanWork refuses a list of work that cannot be.
func cleanWork(items []tdkt.WorkItem) ([]tdkt.WorkItem, error) {
	var out []tdkt.WorkItem
	for _, x := range items {
		x.Name = tdkt.Clean(x.Name)
		if err := workProblem(x); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(y tdkt.WorkItem) bool { return y.Name == x.Name }) {
			return nil, tdkt.Errorf(tdkt.Invalid, "Việc “%s” có hai dòng. Hãy gộp lại một dòng.", x.Name)
		}
		out = append(out, x)
	}
	return out, nil
}

// WorkPoints are the shares and the result points that a work list of somebody comes to, as
// a page shows them while it is typed; words say why there are none yet.
func (v *View) WorkPoints(year int, person tdkt.ID, p tdkt.Period, items []tdkt.WorkItem) string {
	who, _ := v.Facts.Person(person)
	rules := v.markRules(who, year)
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
	words := fmt.Sprintf("Số lượng %s%% · chất lượng %s%% · tiến độ %s%%", zeroWords(share.Number), zeroWords(share.Quality), zeroWords(share.Progress))
	cite := rules.Product.StaffCite
	if who.Leader {
		cite = rules.Product.HeadCite
	}
	if !rules.Complete(shares, who.Leader) {
		return words + " · còn thiếu d, đ, e của người lãnh đạo (" + cite + ")"
	}
	return fmt.Sprintf("%s · điểm kết quả %s/%d (%s)", words, zeroWords(rules.ResultPoints(shares, who.Leader)), rules.Result, cite)
}

// mostShare is more than any list of work comes to, in hundredths of a per cent.
const mostShare = 30000

func shareProblem(s law.Share) error {
	if max(s.Number, s.Quality, s.Progress) > mostShare {
		return tdkt.Errorf(tdkt.Invalid, "Số đã làm nhiều hơn ba lần số được giao. Hãy xem lại cột Giao và cột Hoàn thành.")
	}
	return nil
}

func workProblem(w tdkt.WorkItem) error {
	switch {
	case w.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Một việc chưa có tên. Hãy ghi tên việc.")
	case w.Weight <= 0:
		return tdkt.Errorf(tdkt.Invalid, "Việc “%s” chưa có đơn vị quy đổi. Hãy ghi một số lớn hơn 0.", w.Name)
	case w.Assigned < 0 || w.Done < 0 || w.Good < 0 || w.OnTime < 0 || w.Returned < 0 || w.Late < 0:
		return tdkt.Errorf(tdkt.Invalid, "Việc “%s” có số nhỏ hơn 0. Hãy sửa lại.", w.Name)
	case w.Good > w.Done || w.OnTime > w.Done:
		return tdkt.Errorf(tdkt.Invalid, "Việc “%s”: số đạt chất lượng và số đúng hạn không thể nhiều hơn số hoàn thành. Hãy sửa lại.", w.Name)
	}
	return nil
}
