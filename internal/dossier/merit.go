package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// How many years back a summary of merits looks for a title that is not given
// year by year; a yearly title shows its own year alone. The law is judged
// elsewhere: this only keeps the text short.
const (
	yearsOfRatings     = 2
	yearsOfInitiatives = 3
	yearsOfTitles      = 5
)

// past is what stands up to the year, by subject.
type past struct {
	ratings     map[tdkt.Subject][]tdkt.Rating
	initiatives map[tdkt.ID][]tdkt.Initiative
	awards      map[tdkt.Subject][]tdkt.Award
}

func newPast(s *tdkt.Snapshot, year int) past {
	p := past{map[tdkt.Subject][]tdkt.Rating{}, map[tdkt.ID][]tdkt.Initiative{}, map[tdkt.Subject][]tdkt.Award{}}
	for _, r := range s.Ratings {
		if r.Year <= year {
			p.ratings[r.Subject] = append(p.ratings[r.Subject], r)
		}
	}
	for _, i := range s.Initiatives {
		if i.Year <= year {
			p.initiatives[i.Person] = append(p.initiatives[i.Person], i)
		}
	}
	for _, a := range s.Awards {
		if !a.Revoked && max(a.From, a.To) <= year {
			p.awards[a.Subject] = append(p.awards[a.Subject], a)
		}
	}
	return p
}

// merit sums up what a nominee has achieved: ratings, for a unit the share of its
// members, initiatives, and titles given before.
func (b *builder) merit(n Nominee) string {
	back := func(years int) int {
		if n.Title.Yearly {
			return b.Input.Year
		}
		return b.Input.Year - years + 1
	}
	parts := b.ratingMerit(n.Subject, back(yearsOfRatings))
	parts = append(parts, shareMerit(n.Result)...)
	parts = append(parts, b.initiativeMerit(n.Subject, back(yearsOfInitiatives))...)
	if !n.Title.Yearly {
		parts = append(parts, b.titleMerit(n.Subject, back(yearsOfTitles))...)
	}
	if len(parts) == 0 {
		return ""
	}
	return Sentence(strings.Join(parts, "; ")) + "."
}

// ratingMerit says the ratings from a year on, years of one level together.
func (b *builder) ratingMerit(s tdkt.Subject, from int) []string {
	years := map[tdkt.Level][]int{}
	for _, r := range b.past.ratings[s] {
		if r.Year >= from {
			years[r.Level] = append(years[r.Level], r.Year)
		}
	}
	var parts []string
	for _, l := range tdkt.Levels() {
		if len(years[l]) > 0 {
			parts = append(parts, l.Words()+" "+yearWords(years[l]))
		}
	}
	return parts
}

// shareMerit takes the share of members from the findings, without the measure it
// was held against.
func shareMerit(r law.Result) []string {
	for _, f := range r.Findings {
		if share, _, ok := strings.Cut(f.Seen, ", cần"); ok && f.Answer == law.Yes && strings.Contains(share, "%") {
			return []string{share}
		}
	}
	return nil
}

// initiativeMerit names the initiatives of a person from a year on.
func (b *builder) initiativeMerit(s tdkt.Subject, from int) []string {
	if s.Kind != tdkt.APerson {
		return nil
	}
	list := slices.DeleteFunc(slices.Clone(b.past.initiatives[s.ID]), func(i tdkt.Initiative) bool { return i.Year < from })
	slices.SortStableFunc(list, func(x, y tdkt.Initiative) int {
		return cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(x.Title, y.Title))
	})
	var parts []string
	for _, i := range list {
		parts = append(parts, fmt.Sprintf("%s “%s” (phạm vi %s, năm %d)", i.Kind, i.Title, i.Scope, i.Year))
	}
	return parts
}

// titleMerit names the titles given from a year on, years of one title together.
func (b *builder) titleMerit(s tdkt.Subject, from int) []string {
	years := map[string][]int{}
	for _, a := range b.past.awards[s] {
		if max(a.From, a.To) >= from {
			years[a.Code] = append(years[a.Code], max(a.From, a.To))
		}
	}
	var parts []string
	for _, c := range b.Rules.Codes() {
		if len(years[c.Code]) > 0 {
			parts = append(parts, c.Short+" "+yearWords(years[c.Code]))
		}
	}
	return parts
}

// yearWords is "năm 2023" or "các năm 2021, 2022, 2023".
func yearWords(years []int) string {
	slices.Sort(years)
	years = slices.Compact(years)
	if len(years) == 1 {
		return fmt.Sprintf("năm %d", years[0])
	}
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = fmt.Sprint(y)
	}
	return "các năm " + strings.Join(words, ", ")
}
