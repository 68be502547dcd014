package view

import (
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// ExceptionsFor are the exceptions that a ground makes of the open faults of cases.
func (v *View) ExceptionsFor(list []dossier.Standing, asks []dossier.Reason, g tdkt.Ground) ([]tdkt.Record, error) {
	var out []tdkt.Record
	for _, s := range list {
		var done []string
		for _, f := range s.Open() {
			need, may := f.Reason.Need()
			if !may || slices.Contains(done, need) || len(asks) > 0 && !slices.Contains(asks, f.Reason) {
				continue
			}
			done = append(done, need)
			e := CleanException(tdkt.Exception{
				ID: tdkt.NewID(), Year: s.Round.Year, Subject: s.Subject, Title: s.Title.Code, Need: need,
				By: g.By, Document: g.Document, Date: g.Date, Reason: g.Reason,
			})
			if err := v.Allows(e); err != nil {
				return nil, err
			}
			for _, o := range v.Exceptions {
				if o.Year == e.Year && o.Subject == e.Subject && o.Title == e.Title && o.Need == e.Need {
					e.ID = o.ID
				}
			}
			out = append(out, e)
		}
	}
	return out, nil
}
