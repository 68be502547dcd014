package dossier

import "tdkt/internal/tdkt"

// checkRatings holds the rating of each nominee against the rules of the year: level
// against points, the head against the unit, who served too little, sheets that are wanting.
func (b *builder) checkRatings() {
	b.here = Spot{Page: AtEvaluations}
	nominees := map[tdkt.Subject]Nominee{}
	for _, n := range b.Nominees {
		nominees[n.Subject] = n
	}
	for _, x := range b.Facts.Snapshot.Ratings {
		n, is := nominees[x.Subject]
		if !is || x.Year != b.Input.Year {
			continue
		}
		b.here.Subject = x.Subject
		for _, note := range b.Rules.RatingNotes(b.Facts, x, 0) {
			severity := LookAt
			if note.Wrong {
				severity = MustFix
			}
			b.find(severity, n.Name, "Xếp loại %s năm %d: %s.", x.Level, x.Year, note.Said())
		}
	}
}
