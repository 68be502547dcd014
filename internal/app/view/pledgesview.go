package view

import (
	"cmp"

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

// PledgeChange is the rows one edit takes away and writes.
func (v *View) PledgeChange(year int, e PledgeEdit) (drop, put []tdkt.Record, err error) {
	old := map[string]tdkt.Pledge{}
	for _, p := range v.PledgesOf(year, e.Subject) {
		old[p.Title] = p
	}
	for _, w := range e.Want {
		p, had := old[w.Title]
		if !had {
			if err := v.Fits(w.Title, e.Subject); err != nil {
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
