package app

import (
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// GivenIn is the award by which a subject holds a title for a year, as the law reads
// it: a yearly title for each year it spans, others for their last year.
func (v *View) GivenIn(year int, title string) map[tdkt.Subject]tdkt.Award {
	yearly := false
	if c, ok := v.Rules.Code(title); ok {
		yearly = c.Yearly
	}
	out := map[tdkt.Subject]tdkt.Award{}
	for _, w := range v.Awards {
		spans := w.To == year || yearly && w.From <= year && year <= w.To
		if w.Code == title && !w.Revoked && spans {
			out[w.Subject] = w
		}
	}
	return out
}

// Clashes tells, a sentence for each of the subjects, who would be rewarded more than
// once for one achievement if given or proposed for a title too, and which awards the
// title counts though their loại hình makes them no basis for it.
func (v *View) Clashes(year int, title string, subjects []tdkt.Subject) []string {
	proposed := map[tdkt.Subject][]string{}
	for _, n := range v.Nominations {
		if n.Year == year && n.State != tdkt.Withdrawn && n.State != tdkt.Rejected && n.State != tdkt.Refused {
			proposed[n.Subject] = append(proposed[n.Subject], n.Title)
		}
	}
	var out []string
	for _, s := range subjects {
		clashes, err := v.Rules.Clashes(v.Facts, year, s, append(proposed[s], title))
		if err != nil {
			return nil // no rules of the year, so none that is broken
		}
		for _, c := range clashes {
			if slices.Contains(c.Codes, title) {
				out = append(out, v.Facts.NameOf(s)+": "+c.Text+".")
			}
		}
		set, err := v.Rules.SetAside(v.Facts, year, s, title)
		if err != nil {
			return nil
		}
		for _, text := range set {
			out = append(out, v.Facts.NameOf(s)+": "+text+".")
		}
	}
	return out
}

// SetTicks records one judgement of a manual need for several subjects, in one step;
// met nil takes it back. The tick says year, title and need.
func (a *App) SetTicks(ctx context.Context, t tdkt.Tick, subjects []tdkt.Subject, met *bool) error {
	if len(subjects) == 1 {
		t.Subject = subjects[0]
		return a.SetTick(ctx, t, met)
	}
	if err := a.View().unlocked(t.Year); err != nil {
		return err
	}
	old := map[tdkt.Subject]tdkt.ID{}
	for _, o := range a.View().Ticks {
		if o.Year == t.Year && o.Title == t.Title && o.Need == t.Need {
			old[o.Subject] = o.ID
		}
	}
	var recs []tdkt.Record
	for _, s := range subjects {
		t.ID, t.Subject = old[s], s
		if met == nil && t.ID == "" {
			continue
		}
		if t.ID == "" {
			t.ID = tdkt.NewID()
		}
		if met != nil {
			t.Met, t.By, t.Date = *met, a.User, a.Today()
		}
		recs = append(recs, t)
	}
	words := fmt.Sprintf("Đánh giá tiêu chí định tính năm %d cho %d đối tượng", t.Year, len(recs))
	return a.Change(ctx, "set-tick", words, func(tx Tx) error {
		if met == nil {
			return tx.Remove(ctx, recs...)
		}
		return tx.Put(ctx, recs...)
	})
}
