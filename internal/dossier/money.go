package dossier

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// gatherMoney computes what each nominee on the list is paid. A title already
// decided is paid by its decision's day; the others by the last day of the year.
func (b *builder) gatherMoney(ctx context.Context) error {
	decided := map[aim]tdkt.Day{}
	for _, a := range b.Snapshot.Awards {
		if !a.Revoked && max(a.To, a.From) == b.Input.Year && a.Date != 0 {
			decided[aim{a.Subject, a.Code}] = a.Date
		}
	}
	for _, n := range b.Nominees {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !n.OnList() || n.State == tdkt.Refused {
			continue
		}
		row := BonusRow{Who: n.Who, Title: n.Title, On: tdkt.LastDay(b.Input.Year)}
		if day, ok := decided[aim{n.Subject, n.Title.Code}]; ok {
			row.On, row.Actual = day, true
		}
		if g := n.Standing.Given; g != nil && g.Decision.Date != 0 {
			row.On, row.Actual = g.Decision.Date, true
		}
		money, err := b.Rules.Bonus(n.Subject.Kind, n.Title.Code, row.On)
		var refused *tdkt.Error
		switch {
		case errors.As(err, &refused):
			row.Why = refused.Text
		case err != nil:
			return fmt.Errorf("dossier: bonus of %s: %w", n.Title.Code, err)
		default:
			row.Money, row.Paid = money, money.Amount
		}
		b.Bonuses = append(b.Bonuses, row)
	}
	b.payHighest()
	slices.SortStableFunc(b.Bonuses, func(x, y BonusRow) int {
		return cmp.Or(cmp.Compare(b.levelRank(x.Title), b.levelRank(y.Title)),
			cmp.Compare(b.titleRank(x.Title), b.titleRank(y.Title)), b.roll.protocol(x.Who, y.Who))
	})
	return nil
}

// payHighest pays, of several titles of one subject for the year alone, only the
// highest (law page § 3 rule 2); forms, and titles for longer spans, stand beside it.
func (b *builder) payHighest() {
	best := map[tdkt.Subject]int{}
	shares := func(t Title) bool { return t.Yearly && t.Group == groupTitles }
	for i, r := range b.Bonuses {
		if at, ok := best[r.Subject]; shares(r.Title) && (!ok || r.Paid > b.Bonuses[at].Paid) {
			best[r.Subject] = i
		}
	}
	for i := range b.Bonuses {
		r := &b.Bonuses[i]
		if at, ok := best[r.Subject]; ok && at != i && shares(r.Title) {
			r.Paid = 0
			r.Why = "Không chi: đã tính theo mức cao hơn của " + b.Bonuses[at].Title.Short + "."
		}
	}
	b.payRecorded()
}

// payRecorded puts what a recorded decision pays in the place of what was worked out. A
// decision whose lines hold no money at all was written before amounts were kept.
func (b *builder) payRecorded() {
	sums := map[tdkt.ID]int64{}
	for _, l := range b.Lines {
		sums[l.Decision] += l.Amount
	}
	given := map[aim]*GivenBy{}
	for _, n := range b.Nominees {
		if g := n.Standing.Given; g != nil && sums[g.Decision.ID] > 0 {
			given[aim{n.Subject, n.Title.Code}] = g
		}
	}
	for i := range b.Bonuses {
		r := &b.Bonuses[i]
		g, ok := given[aim{r.Subject, r.Title.Code}]
		if !ok {
			continue
		}
		if g.Amount == 0 && r.Paid > 0 {
			r.Why = "Không chi: năm này đã tính danh hiệu cao hơn."
		}
		r.Paid = g.Amount
	}
}

// levelRank is the place of the level that decides a title among all levels, in
// the order the titles name them.
func (b *builder) levelRank(t Title) int {
	return slices.IndexFunc(b.Titles, func(x Title) bool { return x.Level == t.Level })
}
