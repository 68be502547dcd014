package dossier

import (
	"cmp"
	"context"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// judgeAll asks the law about every subject and title of the year, as check does,
// and counts the answers.
func (b *builder) judgeAll(ctx context.Context) error {
	all, err := b.Rules.All(ctx, b.Facts, b.Input.Year, 0, true)
	if err != nil {
		return err
	}
	people := map[tdkt.Subject]Who{}
	seen := map[aim]bool{}
	for r := range all {
		w, ok := people[r.Subject]
		if !ok {
			w = b.roll.who(r.Subject)
			people[r.Subject] = w
		}
		key := aim{r.Subject, r.Title}
		seen[key] = true
		b.Verdicts = append(b.Verdicts, Verdict{
			Who: w, Title: b.title(r.Kind, r.Title), Answer: r.Answer, Hold: r.Hold, ManualOpen: r.ManualOpen,
			Pledged: b.pledged[key], Nominated: b.put[key],
		})
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	b.addUnjudged(seen)
	slices.SortStableFunc(b.Verdicts, func(x, y Verdict) int {
		return cmp.Or(b.roll.compare(x.Who, y.Who), cmp.Compare(b.titleRank(x.Title), b.titleRank(y.Title)))
	})
	b.count()
	return nil
}

// addUnjudged adds what was pledged or put forward but is not judged in the year,
// so that no pledge is missing from the count. A title asked apart is judged for its
// nominees alone.
func (b *builder) addUnjudged(seen map[aim]bool) {
	add := func(key aim, res law.Result) {
		if seen[key] {
			return
		}
		seen[key] = true
		b.Verdicts = append(b.Verdicts, Verdict{
			Who: b.roll.who(key.subject), Title: b.title(key.subject.Kind, key.code),
			Answer: res.Answer, Hold: res.Hold, ManualOpen: res.ManualOpen,
			Pledged: b.pledged[key], Nominated: b.put[key],
		})
	}
	for _, n := range b.Nominees {
		add(aim{n.Subject, n.Title.Code}, n.Result)
	}
	for _, p := range b.Pledges {
		for _, code := range p.Titles {
			add(aim{p.Subject, code}, law.Result{})
		}
	}
}

// count adds the verdicts up by title.
func (b *builder) count() {
	place := map[Title]int{}
	for i, t := range b.Titles {
		b.Counts = append(b.Counts, TitleCount{Title: t})
		place[t] = i
	}
	for _, v := range b.Verdicts {
		if i, ok := place[v.Title]; ok {
			b.Counts[i].add(v)
		}
	}
}

func (c *TitleCount) add(v Verdict) {
	one := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	one(&c.Judged, v.Answer != "")
	one(&c.Yes, v.Answer == law.Yes)
	one(&c.No, v.Answer == law.No)
	one(&c.Unknown, v.Answer == law.Unknown)
	one(&c.Hold, v.Hold)
	one(&c.Pledged, v.Pledged)
	one(&c.Nominated, v.Nominated)
}

// gatherQuotas sets the caps against what is put forward, before the vote too.
func (b *builder) gatherQuotas(context.Context) error {
	chosen := map[string]int{}
	for _, n := range b.Nominees {
		if n.standsForCap() && n.Subject.Kind == tdkt.APerson {
			chosen[n.Title.Code]++
		}
	}
	lines, err := b.Rules.Quotas(b.Facts, b.Input.Year, chosen)
	if err != nil {
		return err
	}
	b.Quotas = lines
	return nil
}

// gatherResults lists the ratings of everybody judged in the year.
func (b *builder) gatherResults() {
	ratings := map[tdkt.Subject]tdkt.Rating{}
	for _, r := range b.Snapshot.Ratings {
		if r.Year == b.Input.Year {
			ratings[r.Subject] = r
		}
	}
	for _, s := range b.Facts.Judged(b.Input.Year) {
		r := ratings[s]
		b.Results = append(b.Results, ResultRow{Who: b.roll.who(s), Level: r.Level, Points: r.Points, Decision: r.Decision})
	}
	slices.SortStableFunc(b.Results, func(x, y ResultRow) int { return b.roll.compare(x.Who, y.Who) })
}

// gatherGiven lists the awards that already stand for the year: a yearly title
// for any year it spans, another for the year it ends with.
func (b *builder) gatherGiven() {
	for _, a := range b.Snapshot.Awards {
		t := b.title(a.Subject.Kind, a.Code)
		if a.Revoked || !givenFor(a, t, b.Input.Year) {
			continue
		}
		b.Given = append(b.Given, GivenRow{Who: b.roll.who(a.Subject), Title: t, Award: a})
	}
	slices.SortStableFunc(b.Given, func(x, y GivenRow) int {
		return cmp.Or(cmp.Compare(b.titleRank(x.Title), b.titleRank(y.Title)), b.roll.protocol(x.Who, y.Who),
			cmp.Compare(x.Award.Decision, y.Award.Decision))
	})
}
