package app

import (
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// pay works out the bonus of each line of a decision being written. Of several yearly
// titles of one subject for one year only the highest is paid: what was paid for a lower
// one by an earlier decision is taken off.
func (w *deciding) pay() {
	best := map[view.Span]int{}
	for i, l := range w.lines {
		b, err := w.v.Rules.BonusOf(w.v.Facts, l.Subject, l.Code, w.d.Date)
		if err != nil { // no tariff for the day or the code: nothing the program can work out
			continue
		}
		w.lines[i].Amount = b.Amount
		key, shares := w.v.Span(w.awards[i])
		if !shares {
			continue
		}
		at, seen := best[key]
		switch {
		case !seen:
			w.lines[i].Amount = max(0, b.Amount-w.v.PaidFor(key))
			best[key] = i
		case b.Amount > w.lines[at].Amount:
			w.lines[i].Amount, w.lines[at].Amount = max(0, b.Amount-w.v.PaidFor(key)), 0
			best[key] = i
		default:
			w.lines[i].Amount = 0
		}
	}
}

// SaveFundEntry adds an entry of the fund or changes one.
func (a *App) SaveFundEntry(ctx context.Context, e tdkt.FundEntry) error {
	e.Content, e.Document = tdkt.Clean(e.Content), tdkt.Clean(e.Document)
	if err := a.View().Unlocked(e.Year); err != nil {
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
	if err := a.View().Unlocked(e.Year); err != nil {
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
