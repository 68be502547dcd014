package imports

import (
	"fmt"
	"maps"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// ratingDoubts holds the ratings that an import would write against the rules of their years,
// as if all of the file stood in the data already: what cannot be is refused, what does not
// agree is told beside its cell, and so is every cap that the file would break.
func (b *importer) ratingDoubts() {
	var list []tdkt.Rating
	years := map[int]bool{}
	for _, r := range b.plan.records {
		if x, ok := r.(tdkt.Rating); ok && b.v.ByPeriods(x.Year) {
			list = append(list, x)
			years[x.Year] = true
		}
	}
	if len(list) == 0 {
		return
	}
	facts := law.NewFacts(asIf(b.v, b.plan.records), b.v.Rules)
	for _, x := range list {
		line := b.ratingLines[view.KeyOf(x.Year, view.SubjectKey(x.Subject))]
		for _, n := range b.v.Rules.RatingNotes(facts, x, 0) {
			said := fmt.Sprintf("%s năm %d, mức %s: %s.", facts.NameOf(x.Subject), x.Year, x.Level, n.Said())
			if n.Wrong {
				b.refuse(tdkt.SheetRatings, "Mức", line, "%s Hãy sửa điểm hoặc mức.", said)
				continue
			}
			b.warn(tdkt.SheetRatings, "Mức", line, "%s", said)
		}
	}
	for _, year := range slices.Sorted(maps.Keys(years)) {
		b.capDoubts(facts, year)
	}
}

// capDoubts tells the caps of a year that the file breaks, or breaks further.
func (b *importer) capDoubts(facts *law.Facts, year int) {
	after, err := b.v.Rules.RatingQuotas(facts, year)
	if err != nil {
		return
	}
	before := map[string]int{}
	if lines, err := b.v.Rules.RatingQuotas(b.v.Facts, year); err == nil {
		for _, l := range lines {
			before[l.Key] = l.Chosen - l.Cap
		}
	}
	for _, l := range after {
		if over := l.Chosen - l.Cap; over > 0 && over > before[l.Key] {
			b.warn(tdkt.SheetRatings, "Mức", b.lineOf(l, year), "%s năm %d: sau khi nhập có %d trên tối đa %d, vượt %d (%d%% %s; %s).",
				l.Name, year, l.Chosen, l.Cap, over, l.Percent, l.Base, l.Cite)
		}
	}
}

// lineOf is the first line of the file that a cap counts.
func (b *importer) lineOf(l law.QuotaLine, year int) int {
	first := 0
	for _, s := range l.Counted {
		if n := b.ratingLines[view.KeyOf(year, view.SubjectKey(s))]; n > 0 && (first == 0 || n < first) {
			first = n
		}
	}
	return first
}

// asIf is the snapshot as it would be with some records written; what ratings do not ask for
// stays as it is.
func asIf(v *view.View, records []tdkt.Record) *tdkt.Snapshot {
	s := *v.Snapshot
	s.Units = view.Laid(s.Units, records)
	s.People = view.Laid(s.People, records)
	s.Posts = view.Laid(s.Posts, records)
	s.Disciplines = view.Laid(s.Disciplines, records)
	s.Absences = view.Laid(s.Absences, records)
	s.Ratings = view.Laid(s.Ratings, records)
	s.Locals = view.Laid(s.Locals, records)
	s.Marks = view.Laid(s.Marks, records)
	s.Duties = view.Laid(s.Duties, records)
	s.RatingFacts = view.Laid(s.RatingFacts, records)
	return &s
}
