package app

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// PledgeAll registers a title for every subject given, in one step; those who
// have it already keep theirs. It returns how many were added.
func (a *App) PledgeAll(ctx context.Context, year int, title string, subjects []tdkt.Subject) (int, error) {
	v := a.View()
	if err := v.Open(year, tdkt.PledgeBook); err != nil {
		return 0, err
	}
	have := map[tdkt.Subject]bool{}
	for _, p := range v.Pledges {
		if p.Year == year && p.Title == title {
			have[p.Subject] = true
		}
	}
	var add []tdkt.Record
	for _, s := range subjects {
		if err := v.Fits(title, s); err != nil {
			return 0, err
		}
		if !have[s] {
			have[s] = true
			add = append(add, tdkt.Pledge{ID: tdkt.NewID(), Year: year, Subject: s, Title: title})
		}
	}
	words := fmt.Sprintf("Đăng ký %s năm %d cho %d đối tượng", v.TitleName(title), year, len(add))
	return len(add), a.Change(ctx, "pledge-all", words, func(tx Tx) error { return tx.Put(ctx, add...) })
}

// SetPledges makes a subject's pledges of a year exactly these titles. Pledges
// kept keep their initiative.
func (a *App) SetPledges(ctx context.Context, year int, s tdkt.Subject, titles []string) error {
	v := a.View()
	if err := v.Open(year, tdkt.PledgeBook); err != nil {
		return err
	}
	want := map[string]bool{}
	for _, t := range titles {
		if err := v.Fits(t, s); err != nil {
			return err
		}
		want[t] = true
	}
	var drop, add []tdkt.Record
	for _, p := range v.PledgesOf(year, s) {
		if !want[p.Title] {
			drop = append(drop, p)
		}
		delete(want, p.Title)
	}
	for _, t := range titles {
		if want[t] {
			delete(want, t)
			add = append(add, tdkt.Pledge{ID: tdkt.NewID(), Year: year, Subject: s, Title: t})
		}
	}
	words := fmt.Sprintf("Sửa đăng ký năm %d của %s", year, v.Facts.NameOf(s))
	return a.Change(ctx, "set-pledges", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, add...)
	})
}

// SetPledgeInitiative names the initiative a pledge stands on.
func (a *App) SetPledgeInitiative(ctx context.Context, p tdkt.Pledge, initiative string) error {
	v := a.View()
	if err := v.Open(p.Year, tdkt.PledgeBook); err != nil {
		return err
	}
	p.Initiative = tdkt.Clean(initiative)
	words := fmt.Sprintf("Ghi sáng kiến đăng ký năm %d của %s", p.Year, v.Facts.NameOf(p.Subject))
	return a.Change(ctx, "set-pledges", words, func(tx Tx) error { return tx.Put(ctx, p) })
}
