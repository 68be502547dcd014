package bloc

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// Ranking is how the members of a khối stand, the best first; those who cannot be ranked yet
// come last, in the khối's order.
type Ranking struct {
	Rules    *Rules
	Results  []Result
	Complete bool     // everybody is ranked, by marks of the khối
	Notes    []string // what is to be looked at, whole sentences
}

// Rank orders results and gives each its rank: equal totals share one, and the next is as
// many lower. Who lacks a mark has none.
func (r *Rules) Rank(b tdkt.Bloc, criteria []tdkt.BlocCriterion, results []Result) Ranking {
	out := Ranking{Rules: r, Results: slices.Clone(results), Complete: len(results) > 0}
	slices.SortStableFunc(out.Results, func(x, y Result) int {
		return cmp.Or(-cmp.Compare(one(x.Total.Known), one(y.Total.Known)), -cmp.Compare(x.Total.N, y.Total.N), cmp.Compare(x.Member.Place, y.Member.Place))
	})
	for i := range out.Results {
		x := &out.Results[i]
		out.Complete = out.Complete && x.Total.Known && x.Unchecked == 0
		if !x.Total.Known {
			continue
		}
		x.Rank = i + 1
		if i > 0 && out.Results[i-1].Total == x.Total {
			x.Rank, x.Shared = out.Results[i-1].Rank, true
			out.Results[i-1].Shared = true
		}
	}
	out.Notes = r.notes(b, criteria, out)
	return out
}

// Of finds a member's result.
func (k Ranking) Of(member tdkt.ID) (Result, bool) {
	i := slices.IndexFunc(k.Results, func(r Result) bool { return r.Member.ID == member })
	if i < 0 {
		return Result{}, false
	}
	return k.Results[i], true
}

// Proposal is what a member is put forward for.
type Proposal struct {
	Award   Award
	Has     bool   // an award
	Decided bool   // by the khối; else as the ranks have it
	Why     string // a sentence
}

// Proposals are what the members are put forward for: what the khối decided, and for whom it
// has not, by rank once all are ranked, from the first award down. Who is barred is left out.
// Where a rank that members share is the last that fits, the khối must choose.
func (k Ranking) Proposals() map[tdkt.ID]Proposal {
	out := map[tdkt.ID]Proposal{}
	left := map[string]int{}
	for _, a := range k.Rules.Awards {
		left[a.Key] = a.Count
	}
	for _, x := range k.Results {
		switch a, ok := k.Rules.Award(x.Member.Proposed); {
		case ok:
			left[a.Key]--
			out[x.Member.ID] = Proposal{Award: a, Has: true, Decided: true, Why: whyDecided}
		case x.Member.Proposed == tdkt.BlocNoAward:
			out[x.Member.ID] = Proposal{Decided: true, Why: whyDecidedNone}
		}
	}
	for _, x := range k.Results {
		if _, done := out[x.Member.ID]; !done && len(x.Bars) > 0 {
			out[x.Member.ID] = Proposal{Why: fmt.Sprintf(whyBarred, x.Bars[0])}
		}
	}
	if k.open() {
		for _, x := range k.Results {
			if _, done := out[x.Member.ID]; !done {
				out[x.Member.ID] = Proposal{Why: whyOpen}
			}
		}
		return out
	}
	for _, a := range k.Rules.Awards {
		k.give(a, left[a.Key], out)
	}
	return out
}

// open says whether somebody has no rank yet: then nobody's rank is the last word.
func (k Ranking) open() bool {
	return slices.ContainsFunc(k.Results, func(r Result) bool { return r.Rank == 0 })
}

// give hands out what is left of an award to the best who have nothing yet.
func (k Ranking) give(a Award, left int, out map[tdkt.ID]Proposal) {
	for i := 0; i < len(k.Results) && left > 0; {
		rank := k.Results[i].Rank
		var same []Result
		for ; i < len(k.Results) && k.Results[i].Rank == rank; i++ {
			if _, done := out[k.Results[i].Member.ID]; !done {
				same = append(same, k.Results[i])
			}
		}
		switch {
		case rank == 0:
			return
		case len(same) > left:
			for _, x := range same {
				out[x.Member.ID] = Proposal{Why: fmt.Sprintf(whyChoose, len(same), rank, left, a.Name)}
			}
			return
		}
		left -= len(same)
		for _, x := range same {
			out[x.Member.ID] = Proposal{Award: a, Has: true, Why: fmt.Sprintf(whyRank, rank)}
		}
	}
}

// notes say what does not fit.
func (r *Rules) notes(b tdkt.Bloc, criteria []tdkt.BlocCriterion, k Ranking) []string {
	var out []string
	sum := int64(0)
	for _, c := range criteria {
		if c.Kind != tdkt.BlocHeading {
			sum += int64(c.Standard)
		}
	}
	if b.Scale > 0 && len(criteria) > 0 && sum != int64(b.Scale) {
		out = append(out, fmt.Sprintf(noteScale, Points(sum), Points(int64(b.Scale))))
	}
	out = append(out, r.memberNotes(k)...)
	own := 0
	for _, x := range k.Results {
		own += one(x.Member.Own)
	}
	if own == 0 && len(k.Results) > 0 {
		out = append(out, noteOwn)
	}
	return out
}

// memberNotes say what does not fit of what members are put forward for.
func (r *Rules) memberNotes(k Ranking) []string {
	var out []string
	given := map[string]int{}
	for _, x := range k.Results {
		a, ok := r.Award(x.Member.Proposed)
		given[a.Key] += one(ok)
		if ok && len(x.Bars) > 0 {
			out = append(out, fmt.Sprintf(noteBarred, x.Member.Name, a.Name, x.Bars[0]))
		}
		if v := x.Member.Votes; v.Known && v.N > int64(x.Member.Voters)*100 {
			out = append(out, fmt.Sprintf(noteVotes, x.Member.Name, v, x.Member.Voters))
		}
	}
	for _, a := range r.Awards {
		if given[a.Key] > a.Count {
			out = append(out, fmt.Sprintf(noteMany, given[a.Key], a.Name, a.Count))
		}
	}
	return out
}
