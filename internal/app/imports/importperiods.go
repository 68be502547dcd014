package imports

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// ScoreWords is a score as lists show it: "91,4 (28 + 63,4)", "91,4", "" for none.
func ScoreWords(s tdkt.Score) string {
	if !s.HasParts() {
		return view.PointsWords(s.Total)
	}
	return fmt.Sprintf("%s (%s + %s)", view.PointsWords(s.Total), cmp.Or(view.PointsWords(s.Common), "0"), cmp.Or(view.PointsWords(s.Result), "0"))
}

// periodRows takes marks of months and quarters by the rules of every way in.
func (b *importer) periodRows(rows []tdkt.PeriodRow) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r tdkt.PeriodRow) bool { return !b.readsScore(r) })
	matchRows(b, spec[tdkt.PeriodRow, tdkt.PeriodMark]{
		sheet: tdkt.SheetPeriods, have: b.v.Marks, line: func(r tdkt.PeriodRow) int { return int(r.Line) },
		key: func(r tdkt.PeriodRow) (string, bool) {
			id, ok := b.marked(tdkt.SheetPeriods, int(r.Line), r.Code)
			return view.KeyOf(r.Year, id, r.Period), ok
		},
		keyOf: func(e tdkt.PeriodMark) string { return view.KeyOf(e.Year, e.Person, e.Period) },
		fresh: func(r tdkt.PeriodRow) tdkt.PeriodMark {
			return tdkt.PeriodMark{ID: tdkt.NewID(), Year: r.Year, Person: b.people[view.CodeKey(r.Code)], Period: r.Period, State: tdkt.MarkUnsent}
		},
		fill:  fillMark,
		check: b.v.MarkProblem,
		what: func(e tdkt.PeriodMark) string {
			return fmt.Sprintf("%s, %s năm %d: %s", b.spoken(e.Person), e.Period.Words(), e.Year, cmp.Or(ScoreWords(e.Head), ScoreWords(e.Self), string(e.State)))
		},
	}, rows)
	b.refuseLocked(rows)
}

// readsScore refuses a row whose points cannot be one score.
func (b *importer) readsScore(r tdkt.PeriodRow) bool {
	header, why := scoreProblem(r)
	if why != "" {
		b.refuse(tdkt.SheetPeriods, header, int(r.Line), "%s", why)
	}
	return why == ""
}

// scoreProblem is what is wrong with a row's points, and in which column, "" for nothing.
func scoreProblem(r tdkt.PeriodRow) (header, why string) {
	both, any := r.CommonGiven && r.ResultGiven, r.CommonGiven || r.ResultGiven
	switch {
	case r.State == tdkt.MarkUnsent && (r.HasTotal || any):
		return "Trạng thái", "Dòng có điểm nhưng ghi trạng thái “chưa gửi”. Hãy sửa trạng thái hoặc xóa điểm."
	case r.State == tdkt.MarkUnsent:
		return "", ""
	case r.HasTotal && both && r.Common+r.Result != r.Total:
		return "Tổng", fmt.Sprintf("Tổng %s không bằng điểm chung %s cộng điểm kết quả %s. Hãy sửa một trong ba ô.", view.ZeroWords(r.Total), view.ZeroWords(r.Common), view.ZeroWords(r.Result))
	case r.HasTotal || both:
		return "", ""
	case any:
		return "Tổng", "Chỉ có một trong hai phần điểm nên chưa tính được tổng. Hãy ghi đủ điểm chung và điểm kết quả, hoặc ghi tổng."
	}
	return "Tổng", "Dòng không có điểm. Hãy ghi điểm, hoặc ghi trạng thái “chưa gửi” nếu chưa có phiếu."
}

// scoreOf is the score of a row: the part that is missing is what the total leaves.
func scoreOf(r tdkt.PeriodRow) tdkt.Score {
	s := tdkt.Score{Common: r.Common, Result: r.Result, Total: r.Total}
	switch {
	case !r.HasTotal:
		s.Total = r.Common + r.Result
	case r.CommonGiven && !r.ResultGiven:
		s.Result = r.Total - r.Common
	case r.ResultGiven && !r.CommonGiven:
		s.Common = r.Total - r.Result
	}
	return s
}

// fillMark lays a row's points over a mark: as the person's own where the row says so,
// else as confirmed. A row without points takes nothing away.
func fillMark(r tdkt.PeriodRow, e *tdkt.PeriodMark) {
	if !r.HasTotal && !r.CommonGiven && !r.ResultGiven {
		return
	}
	s, state := scoreOf(r), cmp.Or(r.State, tdkt.MarkConfirmed)
	if state == tdkt.MarkSelf {
		e.Self = s
		if e.State == tdkt.MarkUnsent {
			e.State = state
		}
		return
	}
	if e.Head.Total == s.Total && !s.HasParts() {
		s = e.Head // a total alone takes its parts from nobody
	}
	e.Head = s
	if r.State != "" || !e.State.Counts() {
		e.State = state
	}
}

// refuseLocked refuses to change a mark of a locked period; the same row again is no change.
func (b *importer) refuseLocked(rows []tdkt.PeriodRow) {
	locked := map[string]tdkt.PeriodMark{}
	for _, m := range b.v.Marks {
		if m.State == tdkt.MarkLocked {
			locked[view.KeyOf(m.Year, m.Person, m.Period)] = m
		}
	}
	for _, r := range rows {
		old, is := locked[view.KeyOf(r.Year, b.people[view.CodeKey(r.Code)], r.Period)]
		now := old
		if fillMark(r, &now); is && now != old {
			b.refuse(tdkt.SheetPeriods, "Tổng", int(r.Line), "Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi nhập lại.",
				r.Period.Words(), r.Year, b.spoken(old.Person))
		}
	}
}

// marked resolves the code of a person who is marked; units are not.
func (b *importer) marked(sheet string, line int, code string) (tdkt.ID, bool) {
	s, ok := b.subject(sheet, line, code)
	if ok && s.Kind == tdkt.AUnit {
		b.refuse(sheet, "Mã", line, "Mã “%s” là mã của đơn vị %s; ở đây cần mã cán bộ.", code, b.names[s.ID])
		return "", false
	}
	return s.ID, ok
}

func (b *importer) dutyRows(rows []tdkt.DutyRow) {
	matchRows(b, spec[tdkt.DutyRow, tdkt.Duty]{
		sheet: tdkt.SheetDuties, have: b.v.Duties, line: func(r tdkt.DutyRow) int { return int(r.Line) },
		key: func(r tdkt.DutyRow) (string, bool) {
			id, ok := b.marked(tdkt.SheetDuties, int(r.Line), r.Code)
			return view.KeyOf(id, r.From), ok
		},
		keyOf: func(e tdkt.Duty) string { return view.KeyOf(e.Person, e.From) },
		fresh: func(r tdkt.DutyRow) tdkt.Duty {
			return tdkt.Duty{ID: tdkt.NewID(), Person: b.people[view.CodeKey(r.Code)], From: r.From}
		},
		fill: func(r tdkt.DutyRow, e *tdkt.Duty) { set(&e.Group, r.Group) },
		what: func(e tdkt.Duty) string { return fmt.Sprintf("%s: nhóm %s", b.spoken(e.Person), e.Group) },
	}, rows)
}

func (b *importer) ratingFactRows(rows []tdkt.RatingFactRow) {
	matchRows(b, spec[tdkt.RatingFactRow, tdkt.RatingFact]{
		sheet: tdkt.SheetRatingFacts, have: b.v.RatingFacts, line: func(r tdkt.RatingFactRow) int { return int(r.Line) },
		key: func(r tdkt.RatingFactRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetRatingFacts, int(r.Line), r.Code)
			return view.KeyOf(r.Year, view.SubjectKey(s), r.Key), ok
		},
		keyOf: func(e tdkt.RatingFact) string { return view.KeyOf(e.Year, view.SubjectKey(e.Subject), e.Key) },
		fresh: func(r tdkt.RatingFactRow) tdkt.RatingFact {
			return tdkt.RatingFact{ID: tdkt.NewID(), Year: r.Year, Subject: b.known(r.Code), Key: r.Key}
		},
		fill: func(r tdkt.RatingFactRow, e *tdkt.RatingFact) {
			e.Value = r.Value
			set(&e.Document, r.Document)
			set(&e.Date, r.Date)
		},
		check: b.v.FactProblem,
		what: func(e tdkt.RatingFact) string {
			return fmt.Sprintf("%s năm %d: %s", b.spoken(e.Subject.ID), e.Year, b.v.FactName(e.Year, e.Key))
		},
	}, rows)
}

// periodRows gives marks, groups and facts of rating as the sheets hold them, each
// ordered by year and code.
func periodRows(v *view.View, ex *tdkt.Exchange) {
	for _, m := range v.Marks {
		row := tdkt.PeriodRow{Year: m.Year, Code: person(v, m.Person), Period: m.Period, State: m.State}
		s := m.Head
		if m.State == tdkt.MarkSelf {
			s = m.Self
		}
		if row.HasTotal = m.State != tdkt.MarkUnsent; row.HasTotal {
			row.Common, row.Result, row.Total = s.Common, s.Result, s.Total
			row.CommonGiven, row.ResultGiven = s.HasParts(), s.HasParts()
		}
		ex.Periods = append(ex.Periods, row)
	}
	slices.SortFunc(ex.Periods, func(a, b tdkt.PeriodRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), tdkt.ComparePeriods(a.Period, b.Period))
	})
	for _, d := range v.Duties {
		ex.Duties = append(ex.Duties, tdkt.DutyRow{Code: person(v, d.Person), Group: d.Group, From: d.From})
	}
	slices.SortFunc(ex.Duties, func(a, b tdkt.DutyRow) int { return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.From, b.From)) })
	for _, x := range v.RatingFacts {
		ex.RatingFacts = append(ex.RatingFacts, tdkt.RatingFactRow{
			Year: x.Year, Code: v.Facts.CodeOf(x.Subject), Key: x.Key, Value: x.Value, Words: v.FactValue(x), Document: x.Document, Date: x.Date,
		})
	}
	slices.SortFunc(ex.RatingFacts, func(a, b tdkt.RatingFactRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Key, b.Key))
	})
}

// ratingProblem refuses a rating of a file that cannot be so. The person may be one of the
// file itself: then the kind of staff is not known here, and the points alone are held
// against the level.
func (b *importer) ratingProblem(r tdkt.Rating) *tdkt.Error {
	if b.v.Facts.NameOf(r.Subject) != "" {
		return b.v.RatingProblem(r)
	}
	return b.v.PointsProblem(r)
}
