package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// pay works out the bonus of each line of a decision being written. Of several yearly
// titles of one subject for one year only the highest is paid: what was paid for a lower
// one by an earlier decision is taken off.
func (w *deciding) pay() {
	best := map[span]int{}
	for i, l := range w.lines {
		b, err := w.v.Rules.BonusOf(w.v.Facts, l.Subject, l.Code, w.d.Date)
		if err != nil { // no tariff for the day or the code: nothing the program can work out
			continue
		}
		w.lines[i].Amount = b.Amount
		key, shares := w.v.span(w.awards[i])
		if !shares {
			continue
		}
		at, seen := best[key]
		switch {
		case !seen:
			w.lines[i].Amount = max(0, b.Amount-w.v.paidFor(key))
			best[key] = i
		case b.Amount > w.lines[at].Amount:
			w.lines[i].Amount, w.lines[at].Amount = max(0, b.Amount-w.v.paidFor(key)), 0
			best[key] = i
		default:
			w.lines[i].Amount = 0
		}
	}
}

// span is a subject and the year its yearly titles share.
type span struct {
	subject tdkt.Subject
	year    int
}

// span is where an award shares its bonus with others; false for a form, or a title of
// several years, which is paid beside them.
func (v *View) span(w tdkt.Award) (span, bool) {
	c, ok := v.Rules.Code(w.Code)
	return span{w.Subject, w.To}, ok && c.Yearly && c.Group == "danh hiệu" && w.From == w.To
}

// paidFor is what decisions still standing paid for the yearly titles of a subject and year.
func (v *View) paidFor(key span) int64 {
	var sum int64
	for _, w := range v.Awards {
		if at, shares := v.span(w); w.Revoked || !shares || at != key {
			continue
		}
		for _, l := range v.Lines {
			if l.Award == w.ID && !v.revocation(l.Decision) {
				sum += l.Amount
			}
		}
	}
	return sum
}

// paidMore says whether another yearly title of the award's subject and year was paid.
func (v *View) paidMore(w tdkt.Award) bool {
	key, shares := v.span(w)
	return shares && v.paidFor(key) > 0
}

func (v *View) revocation(id tdkt.ID) bool {
	d, ok := v.DecisionBy(id)
	return ok && d.Kind == tdkt.Revoking
}

// DecisionBy finds a decision by its key.
func (v *View) DecisionBy(id tdkt.ID) (tdkt.Decision, bool) {
	for _, d := range v.Decisions {
		if d.ID == id {
			return d, true
		}
	}
	return tdkt.Decision{}, false
}

// Payment is one line of a decision with the money behind it.
type Payment struct {
	Decision tdkt.Decision
	Line     tdkt.DecisionLine
	Award    tdkt.Award
	Bonus    law.Bonus
	Why      string // why it is not paid, or not in full
}

// Payments lists the bonuses of the decisions signed in a year, in their order.
func (v *View) Payments(year int) []Payment {
	awards := map[tdkt.ID]tdkt.Award{}
	for _, w := range v.Awards {
		awards[w.ID] = w
	}
	var out []Payment
	for _, d := range v.DecisionsOf(year) {
		if d.Kind != tdkt.Giving {
			continue
		}
		for _, l := range v.LinesOf(d.ID) {
			out = append(out, v.payment(d, l, awards[l.Award]))
		}
	}
	return out
}

func (v *View) payment(d tdkt.Decision, l tdkt.DecisionLine, w tdkt.Award) Payment {
	p := Payment{Decision: d, Line: l, Award: w}
	bonus, err := v.Rules.BonusOf(v.Facts, l.Subject, l.Code, d.Date)
	var told *tdkt.Error
	switch p.Bonus = bonus; {
	case errors.As(err, &told):
		p.Why = told.Text
	case w.Revoked:
		p.Why = "Đã hủy bỏ: tiền thưởng phải thu hồi."
	case l.Amount == 0 && v.paidMore(w):
		p.Why = "Không chi: năm này đã tính danh hiệu cao hơn."
	case l.Amount == 0:
		p.Why = "Chưa ghi số tiền: có trước khi lập sổ quyết định."
	case l.Amount < p.Bonus.Amount:
		p.Why = "Đã trừ phần chi cho danh hiệu thấp hơn của cùng năm."
	}
	return p
}

// DecisionsOf lists the decisions signed in a year, by day and number; 0 for all.
func (v *View) DecisionsOf(year int) []tdkt.Decision {
	var out []tdkt.Decision
	for _, d := range v.Decisions {
		if year == 0 || d.Date.Year() == year {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Decision) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// Fund is the entries of a year and their sums.
type Fund struct {
	Entries []tdkt.FundEntry
	In, Out int64
	// Own is what was spent on no decision: on organising. TooMuch says that it is more than
	// the share that the law lets go into it.
	Own     int64
	Share   law.FundShare // percent zero where no text sets one for the year
	TooMuch bool
}

// FundOf gathers the fund of a year.
func (v *View) FundOf(year int) Fund {
	var f Fund
	for _, e := range v.Funds {
		if e.Year != year {
			continue
		}
		f.Entries = append(f.Entries, e)
		if e.Kind == tdkt.Income {
			f.In += e.Amount
			continue
		}
		f.Out += e.Amount
		if e.Decision == "" {
			f.Own += e.Amount
		}
	}
	f.Share, _ = v.Rules.FundShare(tdkt.LastDay(year))
	f.TooMuch = f.Share.Percent > 0 && f.In > 0 && f.Own*100 > f.In*int64(f.Share.Percent)
	slices.SortStableFunc(f.Entries, func(a, b tdkt.FundEntry) int { return cmp.Compare(a.Date, b.Date) })
	return f
}

// SaveFundEntry adds an entry of the fund or changes one.
func (a *App) SaveFundEntry(ctx context.Context, e tdkt.FundEntry) error {
	e.Content, e.Document = tdkt.Clean(e.Content), tdkt.Clean(e.Document)
	if err := a.View().unlocked(e.Year); err != nil {
		return err
	}
	switch {
	case e.Content == "":
		return tdkt.Errorf(tdkt.Invalid, "Khoản thu, chi chưa có nội dung. Hãy ghi nội dung.")
	case e.Amount <= 0:
		return tdkt.Errorf(tdkt.Invalid, "Số tiền phải lớn hơn 0. Hãy nhập lại số tiền.")
	case e.Date != 0 && e.Date.Year() != e.Year:
		return tdkt.Errorf(tdkt.Invalid, "Ngày %s không thuộc năm %d. Hãy xem lại ngày hoặc chọn năm khác ở phía trên.", e.Date, e.Year)
	}
	if e.ID == "" {
		e.ID = tdkt.NewID()
	}
	return a.Change(ctx, "save-fund", fmt.Sprintf("Ghi khoản %s quỹ khen thưởng: %s", e.Kind, e.Content), func(tx Tx) error { return tx.Put(ctx, e) })
}

// RemoveFundEntry takes an entry out of the fund.
func (a *App) RemoveFundEntry(ctx context.Context, e tdkt.FundEntry) error {
	if err := a.View().unlocked(e.Year); err != nil {
		return err
	}
	return a.Change(ctx, "remove-fund", fmt.Sprintf("Xóa khoản %s quỹ khen thưởng: %s", e.Kind, e.Content), func(tx Tx) error { return tx.Remove(ctx, e) })
}

// PayDecision enters the bonuses of a decision as one expense of the fund; a decision is
// paid once.
func (a *App) PayDecision(ctx context.Context, d tdkt.Decision, on tdkt.Day) (int64, error) {
	v := a.View()
	var sum int64
	for _, l := range v.LinesOf(d.ID) {
		sum += l.Amount
	}
	if slices.ContainsFunc(v.Funds, func(e tdkt.FundEntry) bool { return e.Decision == d.ID && e.Kind == tdkt.Expense }) {
		return 0, tdkt.Errorf(tdkt.Invalid, "Quyết định %s đã được ghi chi. Hãy xem các khoản chi của quỹ.", d.Number)
	}
	if sum == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Quyết định %s không có tiền thưởng để ghi chi.", d.Number)
	}
	e := tdkt.FundEntry{
		Year: on.Year(), Date: on, Kind: tdkt.Expense, Amount: sum, Decision: d.ID, Document: d.Number,
		Content: fmt.Sprintf("Chi tiền thưởng theo Quyết định %s ngày %s", d.Number, d.Date),
	}
	return sum, a.SaveFundEntry(ctx, e)
}
