package lawcase

import (
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Cover is how often cases answered one need.
type Cover struct {
	Regime, Title, Need, Verb string
	Kind                      tdkt.SubjectKind
	Yes, No, Unknown, Manual  int

	ways []law.Answer // that cases have to show, nil: what its verb says
}

// Gap names the answers no case gives, "" when all that the need can give are there.
func (c Cover) Gap() string {
	var out []string
	add := func(missing bool, word string) {
		if missing {
			out = append(out, word)
		}
	}
	if c.ways != nil {
		for _, w := range c.ways {
			add(map[law.Answer]int{law.Yes: c.Yes, law.No: c.No, law.Unknown: c.Unknown}[w] == 0, law.AnswerName(w))
		}
		return strings.Join(out, ", ")
	}
	add(c.Yes == 0, "đủ")
	add(c.No == 0, "không đủ")
	if c.Verb == "manual" {
		add(c.Manual == 0, "chờ đánh giá")
	} else {
		add(c.Unknown == 0 && !c.certain(), "thiếu dữ liệu")
	}
	return strings.Join(out, ", ")
}

// certain: where no row means none, and of years gone by, the need never lacks data.
func (c Cover) certain() bool {
	return slices.Contains([]string{"no-discipline", "no-discipline-in-post", "leave-below", "years"}, c.Verb)
}

// Coverage counts the answers of every need of every regime and of every clause of the
// rating book, in the order of the files. Needs nested in another title count under their own.
func Coverage(r *law.Rules, answers []Answer) []Cover {
	type key struct {
		regime, title, need string
		kind                tdkt.SubjectKind
	}
	place := map[key]int{}
	var out []Cover
	for _, g := range r.Regimes {
		for _, t := range g.Titles {
			for _, n := range t.Needs() {
				if strings.Contains(n.ID, ".") {
					continue
				}
				place[key{g.ID, t.Code, n.ID, t.Kind}] = len(out)
				out = append(out, Cover{Regime: g.ID, Title: t.Code, Need: n.ID, Verb: n.Verb, Kind: t.Kind})
			}
		}
	}
	rating := map[key]int{}
	for _, x := range r.Clauses() {
		rating[key{x.Scheme, RatingCode, x.ID, x.Kind}] = len(out)
		out = append(out, Cover{Regime: x.Scheme, Title: RatingCode, Need: x.ID, Verb: "rating", Kind: x.Kind, ways: x.Ways})
	}
	for _, a := range answers {
		for _, x := range a.Clauses {
			if p, ok := rating[key{x.Scheme, RatingCode, x.ID, x.Kind}]; ok {
				out[p].count(x.Answer)
			}
		}
		for _, f := range a.Result.Findings {
			title, id := a.Result.Title, f.Need
			if own, inner, nested := strings.Cut(f.Need, "."); nested {
				title, id = own, inner
			}
			if p, ok := place[key{a.Result.Regime, title, id, a.Result.Kind}]; ok {
				out[p].count(f.Answer)
			}
		}
	}
	return out
}

func (c *Cover) count(a law.Answer) {
	switch a {
	case law.Yes:
		c.Yes++
	case law.No:
		c.No++
	case law.Unknown:
		c.Unknown++
	case law.Manual:
		c.Manual++
	}
}
