package dossier

import (
	"cmp"
	"slices"

	"tdkt/internal/tdkt"
)

// trendYears is how many years stand side by side, the year itself the last.
const trendYears = 5

// TrendRow is one title or form given for one of the years side by side.
type TrendRow struct {
	Who
	Title  Title
	Year   int
	Woman  bool
	Manner string // loại hình, "" when not entered
	Award  tdkt.Award
}

// TrendYears are the years side by side, oldest first.
func (s *Submission) TrendYears() []int {
	years := make([]int, trendYears)
	for i := range years {
		years[i] = s.Year - trendYears + 1 + i
	}
	return years
}

// gatherTrend lists what was given for each of the years: post and unit are those of the
// end of that year.
func (b *builder) gatherTrend() {
	for _, year := range b.TrendYears() {
		at := newRoll(b.Snapshot, b.Facts, year, b.Posts)
		for _, a := range b.Snapshot.Awards {
			t := b.title(a.Subject.Kind, a.Code)
			if a.Revoked || !givenFor(a, t, year) {
				continue
			}
			row := TrendRow{Who: at.who(a.Subject), Title: t, Year: year, Manner: a.Manner, Award: a}
			if a.Subject.Kind == tdkt.APerson {
				p, _ := b.Facts.Person(a.Subject.ID)
				row.Woman = p.Sex == tdkt.Female
			}
			b.Trend = append(b.Trend, row)
		}
	}
	slices.SortStableFunc(b.Trend, func(x, y TrendRow) int {
		return cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(b.titleRank(x.Title), b.titleRank(y.Title)), b.roll.compare(x.Who, y.Who))
	})
}

// givenFor says whether an award counts for a year: a yearly title for any year it spans,
// another for the year it ends with.
func givenFor(a tdkt.Award, t Title, year int) bool {
	last := max(a.To, a.From)
	if t.Yearly {
		return a.From <= year && year <= last
	}
	return last == year
}
