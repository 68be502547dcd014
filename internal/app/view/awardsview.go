package view

import (
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
