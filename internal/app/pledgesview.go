package app

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// EditPledges changes the pledges of several subjects in one step. Titles kept keep
// their row; only new ones are held against the catalogue.
func (a *App) EditPledges(ctx context.Context, year int, edits []view.PledgeEdit) error {
	v := a.View()
	if err := v.Open(year, tdkt.PledgeBook); err != nil {
		return err
	}
	var drop, put []tdkt.Record
	for _, e := range edits {
		gone, want, err := v.PledgeChange(year, e)
		if err != nil {
			return err
		}
		drop, put = append(drop, gone...), append(put, want...)
	}
	words := fmt.Sprintf("Sửa đăng ký năm %d của %d đối tượng", year, len(edits))
	if len(edits) == 1 {
		words = fmt.Sprintf("Sửa đăng ký năm %d của %s", year, v.Facts.NameOf(edits[0].Subject))
	}
	return a.Change(ctx, "set-pledges", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// PledgeTitles registers several titles for every subject given, in one step; what
// was registered before stays. It returns how many pledges were added.
func (a *App) PledgeTitles(ctx context.Context, year int, titles []string, subjects []tdkt.Subject) (int, error) {
	if len(titles) == 1 {
		return a.PledgeAll(ctx, year, titles[0], subjects)
	}
	v := a.View()
	before := map[tdkt.Subject][]tdkt.Pledge{}
	for _, p := range v.Pledges {
		if p.Year == year {
			before[p.Subject] = append(before[p.Subject], p)
		}
	}
	added := 0
	edits := make([]view.PledgeEdit, len(subjects))
	for i, s := range subjects {
		edits[i] = view.PledgeEdit{Subject: s, Want: before[s]}
		for _, t := range titles {
			if !hasPledge(edits[i].Want, t) {
				edits[i].Want = append(edits[i].Want, tdkt.Pledge{Title: t})
				added++
			}
		}
	}
	return added, a.EditPledges(ctx, year, edits)
}

func hasPledge(list []tdkt.Pledge, title string) bool {
	for _, p := range list {
		if p.Title == title {
			return true
		}
	}
	return false
}
