package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// UnitIn is the unit a person is listed under in a year: that of 31 December, or of
// the last day of service when that comes before it.
func (v *View) UnitIn(p tdkt.Person, year int) tdkt.ID {
	return cmp.Or(v.Facts.UnitOn(p.ID, lastServed(p, year)), p.Unit)
}

// PledgeEdit makes a subject's pledges of a year exactly Want, of which only Title
// and Initiative are read.
type PledgeEdit struct {
	Subject tdkt.Subject
	Want    []tdkt.Pledge
}

// EditPledges changes the pledges of several subjects in one step. Titles kept keep
// their row; only new ones are held against the catalogue.
func (a *App) EditPledges(ctx context.Context, year int, edits []PledgeEdit) error {
	v := a.View()
	if err := v.open(year, tdkt.PledgeBook); err != nil {
		return err
	}
	var drop, put []tdkt.Record
	for _, e := range edits {
		gone, want, err := v.pledgeChange(year, e)
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

// pledgeChange is the rows one edit takes away and writes.
func (v *View) pledgeChange(year int, e PledgeEdit) (drop, put []tdkt.Record, err error) {
	old := map[string]tdkt.Pledge{}
	for _, p := range v.PledgesOf(year, e.Subject) {
		old[p.Title] = p
	}
	for _, w := range e.Want {
		p, had := old[w.Title]
		if !had {
			if err := v.fits(w.Title, e.Subject); err != nil {
				return nil, nil, err
			}
			p = tdkt.Pledge{ID: tdkt.NewID(), Year: year, Subject: e.Subject, Title: w.Title}
		}
		delete(old, w.Title)
		p.Initiative = tdkt.Clean(w.Initiative)
		put = append(put, p)
	}
	for _, p := range v.PledgesOf(year, e.Subject) {
		if _, left := old[p.Title]; left {
			drop = append(drop, p)
		}
	}
	return drop, put, nil
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
	edits := make([]PledgeEdit, len(subjects))
	for i, s := range subjects {
		edits[i] = PledgeEdit{Subject: s, Want: before[s]}
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
