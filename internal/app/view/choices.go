package view

import (
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Choice is who is to be chosen, who no longer, and in which order, under one title;
// the title of a cap on ratings is the best level. Order nil leaves the order as it is.
type Choice struct {
	Title     string
	Add, Drop []tdkt.Subject
	Order     []tdkt.ID
}

// OnRatings says whether the choice is under a cap on ratings.
func (c Choice) OnRatings() bool { return c.Title == string(tdkt.Excellent) }

// Try is the view as it would be with the choices written, to look at only. Ratings
// come first: titles are judged by them.
func (v *View) Try(year int, choices []Choice) *View {
	tried := v.With(v.Rerated(year, choices))
	var recs []tdkt.Record
	for _, c := range choices {
		recs = append(recs, v.Ranked(year, c)...)
		if c.OnRatings() {
			continue
		}
		for _, s := range c.Add {
			recs = append(recs, tdkt.Nomination{ID: tdkt.NewID(), Year: year, Subject: s, Title: c.Title, State: tdkt.Proposed})
		}
		for _, n := range v.Dropped(year, c) {
			n.State = tdkt.Withdrawn
			recs = append(recs, n)
		}
	}
	return tried.With(recs)
}

// Rerated are the ratings that the choices under caps on ratings make others.
func (v *View) Rerated(year int, choices []Choice) []tdkt.Record {
	var out []tdkt.Record
	set := func(list []tdkt.Subject, level tdkt.Level) {
		for _, s := range list {
			if r, ok := v.RatingOf(year, s); ok && r.Level != level {
				r.Level = level
				out = append(out, r)
			}
		}
	}
	for _, c := range choices {
		if c.OnRatings() {
			set(c.Add, tdkt.Excellent)
			set(c.Drop, tdkt.Good)
		}
	}
	return out
}

// Dropped are the nominations a choice takes back.
func (v *View) Dropped(year int, c Choice) []tdkt.Nomination {
	var out []tdkt.Nomination
	for _, s := range c.Drop {
		if n, ok := v.NominationOf(year, s, c.Title); ok {
			out = append(out, n)
		}
	}
	return out
}

// Ranked is the order of a choice as rows; people who have a row keep it.
func (v *View) Ranked(year int, c Choice) []tdkt.Record {
	have := map[tdkt.ID]tdkt.ID{}
	for _, r := range v.Rankings {
		if r.Year == year && r.Title == c.Title {
			have[r.Person] = r.ID
		}
	}
	var out []tdkt.Record
	for i, person := range c.Order {
		r := tdkt.Ranking{ID: have[person], Year: year, Title: c.Title, Person: person, Place: i + 1}
		if r.ID == "" {
			r.ID = tdkt.NewID()
		}
		out = append(out, r)
	}
	return out
}

// Unranked are the rows of people whom the order of a choice leaves out.
func (v *View) Unranked(year int, c Choice) []tdkt.Record {
	var out []tdkt.Record
	for _, r := range v.Rankings {
		if c.Order != nil && r.Year == year && r.Title == c.Title && !slices.Contains(c.Order, r.Person) {
			out = append(out, r)
		}
	}
	return out
}

// With is the view as it would be with rows written, to look at only.
func (v *View) With(recs []tdkt.Record) *View {
	snap := *v.Snapshot
	snap.Ratings, snap.Awards = Laid(v.Ratings, recs), Laid(v.Awards, recs)
	return &View{
		Snapshot: &snap, Rules: v.Rules, Facts: law.NewFacts(&snap, v.Rules), Work: v.Work, Proceedings: v.Proceedings,
		Nominations: Laid(v.Nominations, recs), Rankings: Laid(v.Rankings, recs),
	}
}

// Laid is a list with the rows of its kind put in or in the place of the old ones.
func Laid[T tdkt.Record](list []T, recs []tdkt.Record) []T {
	out := slices.Clone(list)
	at := map[tdkt.ID]int{}
	for i, r := range out {
		at[r.RecordID()] = i
	}
	for _, rec := range recs {
		r, ok := rec.(T)
		if !ok {
			continue
		}
		if i, there := at[r.RecordID()]; there {
			out[i] = r
			continue
		}
		at[r.RecordID()] = len(out)
		out = append(out, r)
	}
	return out
}
