package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// MarkEdit sets one person's points of a period; Clear takes the mark away.
type MarkEdit struct {
	Person tdkt.ID
	Period tdkt.Period
	Score  tdkt.Score
	Own    bool // the person's own marks, not the head's
	Note   string
	Clear  bool
}

// SetMarks writes the points given, in one step: all of them or none.
func (a *App) SetMarks(ctx context.Context, year int, edits []MarkEdit) error {
	v := a.View()
	if err := v.Open(year, tdkt.RatingBook); err != nil {
		return err
	}
	at := map[string]tdkt.PeriodMark{}
	var order []string
	gone := map[string]bool{}
	for _, e := range edits {
		key := view.KeyOf(e.Person, e.Period)
		m, seen := at[key]
		if !seen {
			m, _ = v.MarkOf(year, e.Person, e.Period)
			order = append(order, key)
		}
		if m.State == tdkt.MarkLocked {
			return tdkt.Errorf(tdkt.Invalid, "Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi sửa.", e.Period.Words(), year, v.Whom(e.Person))
		}
		gone[key] = e.Clear
		at[key] = edited(m, e, a.User, a.Today())
		if err := v.MarkProblem(at[key]); err != nil && !e.Clear {
			return err
		}
	}
	var put, drop []tdkt.Record
	for _, key := range order {
		m := at[key]
		switch {
		case gone[key] && m.ID != "":
			drop = append(drop, m)
		case gone[key]:
		default:
			m.ID = cmp.Or(m.ID, tdkt.NewID())
			put = append(put, m)
		}
	}
	words := fmt.Sprintf("Ghi %d điểm theo kỳ năm %d", len(order), year)
	if len(edits) == 1 {
		words = fmt.Sprintf("Điểm %s năm %d của %s", edits[0].Period.Words(), year, v.Whom(edits[0].Person))
	}
	return a.Change(ctx, "set-marks", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// edited lays an edit over a mark.
func edited(m tdkt.PeriodMark, e MarkEdit, by string, on tdkt.Day) tdkt.PeriodMark {
	if e.Note != "" {
		m.Note = tdkt.Clean(e.Note)
	}
	if e.Clear {
		return m
	}
	if e.Own {
		m.Self, m.Lines, m.Shares = e.Score, [tdkt.CommonLines]int16{}, [6]int16{}
		if m.State == tdkt.MarkUnsent {
			m.State = tdkt.MarkSelf
		}
		return m
	}
	m.Head, m.State, m.By, m.Date = e.Score, tdkt.MarkConfirmed, by, on
	return m
}

// LockPeriod locks the confirmed marks of a period of a unit and those below it ("" for
// all); it returns how many.
func (a *App) LockPeriod(ctx context.Context, year int, unit tdkt.ID, p tdkt.Period) (int, error) {
	list := a.View().MarksIn(year, unit, p, tdkt.MarkConfirmed)
	if len(list) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Không có điểm đã xác nhận của %s năm %d để khóa.", p.Words(), year)
	}
	return len(list), a.restate(ctx, "lock-period", fmt.Sprintf("Khóa điểm %s năm %d: %d người", p.Words(), year, len(list)), list, tdkt.MarkLocked)
}

// UnlockPeriod opens the locked marks of a period again, with a reason that the history keeps.
func (a *App) UnlockPeriod(ctx context.Context, year int, unit tdkt.ID, p tdkt.Period, reason string) (int, error) {
	if reason = tdkt.Clean(reason); reason == "" {
		return 0, tdkt.Errorf(tdkt.Invalid, "Mở khóa cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	list := a.View().MarksIn(year, unit, p, tdkt.MarkLocked)
	if len(list) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Điểm %s năm %d chưa khóa.", p.Words(), year)
	}
	return len(list), a.restate(ctx, "unlock-period", fmt.Sprintf("Mở khóa điểm %s năm %d: %d người; lý do: %s", p.Words(), year, len(list), reason), list, tdkt.MarkConfirmed)
}

func (a *App) restate(ctx context.Context, verb, words string, list []tdkt.PeriodMark, state tdkt.MarkState) error {
	put := make([]tdkt.Record, len(list))
	for i, m := range list {
		m.State = state
		put[i] = m
	}
	return a.Change(ctx, verb, words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// DecideProposed decides the levels that the rules propose for the people given, with their
// means, in one step. People without a proposal are left out; it returns how many were
// decided.
func (a *App) DecideProposed(ctx context.Context, year int, people []tdkt.ID, decision string) (int, error) {
	v := a.View()
	if err := v.Open(year, tdkt.RatingBook); err != nil {
		return 0, err
	}
	var put []tdkt.Record
	for _, id := range people {
		x := v.Rules.Appraise(v.Facts, id, year, a.Today())
		if x.Level == "" {
			continue
		}
		r, had := v.RatingOf(year, tdkt.PersonSubject(id))
		if !had {
			r = tdkt.Rating{ID: tdkt.NewID(), Year: year, Subject: tdkt.PersonSubject(id)}
		}
		r.Level, r.Points, r.Why = x.Level, x.Mean, ""
		r.Decision = cmp.Or(tdkt.Clean(decision), r.Decision)
		put = append(put, r)
	}
	if len(put) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Không ai trong số đã chọn có mức đề xuất: còn thiếu phiếu, hoặc không thuộc diện xếp loại.")
	}
	words := fmt.Sprintf("Quyết định xếp loại năm %d theo đề xuất: %d người", year, len(put))
	return len(put), a.Change(ctx, "decide-ratings", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// SetRatingFact writes a fact that the rules of rating ask for.
func (a *App) SetRatingFact(ctx context.Context, x tdkt.RatingFact) error {
	v := a.View()
	if err := v.Open(x.Year, tdkt.RatingBook); err != nil {
		return err
	}
	if err := v.FactProblem(x); err != nil {
		return err
	}
	for _, old := range v.RatingFacts {
		if old.Year == x.Year && old.Subject == x.Subject && old.Key == x.Key {
			x.ID = old.ID
		}
	}
	x.ID, x.Document = cmp.Or(x.ID, tdkt.NewID()), tdkt.Clean(x.Document)
	return a.Change(ctx, "set-rating-fact", fmt.Sprintf("Căn cứ xếp loại năm %d của %s: %s", x.Year, v.Facts.NameOf(x.Subject), v.FactName(x.Year, x.Key)),
		func(tx Tx) error { return tx.Put(ctx, x) })
}

// Petition registers that somebody does not agree with the rating of a year: a petition with
// its deadline, among the other complaints.
func (a *App) Petition(ctx context.Context, year int, subject tdkt.Subject, received tdkt.Day, summary string) (tdkt.Day, error) {
	deadline, rule, ok := a.View().PetitionDeadline(year, received)
	if !ok {
		return 0, tdkt.Errorf(tdkt.Invalid, "Quy định xếp loại năm %d không nêu hạn giải quyết kiến nghị. Hãy ghi đơn ở trang Khiếu nại với hạn của cơ quan.", year)
	}
	text := fmt.Sprintf("Kiến nghị về xếp loại năm %d: %s (%s)", year, tdkt.Clean(summary), rule.Cite)
	return deadline, a.SaveComplaint(ctx, tdkt.Complaint{
		Kind: tdkt.Petition, Subject: subject, Received: received, Sender: a.View().Facts.NameOf(subject), Summary: text, Deadline: deadline,
	})
}
