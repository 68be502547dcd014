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
		money, err := b.Rules.BonusOf(b.Facts, n.Subject, n.Title.Code, row.On)
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

// sharesMoney says whether a title of a year shares its bonus with the others of the year:
// of several only the highest is paid (law page § 3 rule 2). Forms, and titles for longer
// spans, are paid beside them.
func (t Title) sharesMoney() bool { return t.Yearly && t.Group == groupTitles }

// payHighest pays what recorded decisions pay, then, level by level, the highest title of
// each subject for the year, less what lower ones of the year were paid: a decision does not
// wait for one that a higher level may take later.
func (b *builder) payHighest() {
	paid := b.payRecorded()
	open := map[tdkt.Subject][]int{}
	for i, r := range b.Bonuses {
		if _, done := paid[i]; !done && r.Title.sharesMoney() {
			open[r.Subject] = append(open[r.Subject], i)
		}
	}
	for who, rows := range open {
		var before int64
		for i, amount := range paid {
			if r := b.Bonuses[i]; r.Subject == who && r.Title.sharesMoney() {
				before += amount
			}
		}
		slices.SortStableFunc(rows, func(x, y int) int {
			return cmp.Compare(b.levelRank(b.Bonuses[x].Title), b.levelRank(b.Bonuses[y].Title))
		})
		for len(rows) > 0 {
			n := 1
			for n < len(rows) && b.Bonuses[rows[n]].Title.Level == b.Bonuses[rows[0]].Title.Level {
				n++
			}
			before += b.payLevel(rows[:n], before)
			rows = rows[n:]
		}
	}
}

// payLevel pays the highest of a subject's titles of one level what is still due after what
// was paid before, and says how much it is.
func (b *builder) payLevel(rows []int, before int64) int64 {
	best := slices.MaxFunc(rows, func(x, y int) int { return cmp.Compare(b.Bonuses[x].Money.Amount, b.Bonuses[y].Money.Amount) })
	for _, i := range rows {
		r := &b.Bonuses[i]
		if i != best {
			r.Paid, r.Why = 0, "Không chi: đã tính theo mức cao hơn của "+b.Bonuses[best].Title.Short+"."
			continue
		}
		r.Paid = max(0, r.Money.Amount-before)
		if r.Why == "" {
			r.Why = restWords(r.Money.Amount, r.Paid, before)
		}
	}
	return b.Bonuses[best].Paid
}

// restWords says why less than a whole bonus is paid, "" where it is whole.
func restWords(whole, paid, before int64) string {
	switch {
	case paid == whole:
		return ""
	case paid == 0:
		return "Không chi: năm này đã tính danh hiệu cao hơn."
	}
	return fmt.Sprintf("Chi phần còn lại, đã trừ %d đồng của danh hiệu khác trong năm.", before)
}

// payRecorded puts what recorded decisions pay in the place of what was worked out, and
// gives those rows with their amounts. A decision whose lines hold no money at all was
// written before amounts were kept.
func (b *builder) payRecorded() map[int]int64 {
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
	out := map[int]int64{}
	for i := range b.Bonuses {
		r := &b.Bonuses[i]
		g, ok := given[aim{r.Subject, r.Title.Code}]
		if !ok {
			continue
		}
		if r.Why == "" {
			r.Why = restWords(r.Money.Amount, g.Amount, r.Money.Amount-g.Amount)
		}
		r.Paid, out[i] = g.Amount, g.Amount
	}
	return out
}

// levelRank is the place of the level that decides a title among all levels, in
// the order the titles name them.
func (b *builder) levelRank(t Title) int {
	return slices.IndexFunc(b.Titles, func(x Title) bool { return x.Level == t.Level })
}
