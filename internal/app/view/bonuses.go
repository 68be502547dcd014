package view

import (
	"cmp"
	"errors"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Span is a subject and the year its yearly titles share.
type Span struct {
	subject tdkt.Subject
	year    int
}

// Span is where an award shares its bonus with others; false for a form, or a title of
// several years, which is paid beside them.
func (v *View) Span(w tdkt.Award) (Span, bool) {
	c, ok := v.Rules.Code(w.Code)
	return Span{w.Subject, w.To}, ok && c.Yearly && c.Group == "danh hiệu" && w.From == w.To
}

// PaidFor is what decisions still standing paid for the yearly titles of a subject and year.
func (v *View) PaidFor(key Span) int64 {
	var sum int64
	for _, w := range v.Awards {
		if at, shares := v.Span(w); w.Revoked || !shares || at != key {
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
	key, shares := v.Span(w)
	return shares && v.PaidFor(key) > 0
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
