package law

import (
	"slices"

	"tdkt/internal/tdkt"
)

// Apart judges the titles of a year that are asked apart (see Title.Apart) of those they
// concern: people who hold or held a post such a title names, and whoever named says is
// proposed for it. All does not ask these. Findings are brief.
func (r *Rules) Apart(f *Facts, year int, named func(s tdkt.Subject, title string) bool) ([]Result, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	var out []Result
	apart := map[tdkt.SubjectKind][]*Title{}
	for _, t := range g.Titles {
		if t.Apart {
			apart[t.Kind] = append(apart[t.Kind], t)
		}
	}
	seen := folds{}
	for s := range f.subjects {
		sub := &f.subjects[s]
		if !f.judged(s, year) {
			continue
		}
		j := judging{rules: r, facts: f, sub: s, year: year, folds: seen}
		for _, t := range apart[sub.Kind] {
			if f.asks(s, t) && (j.heldPost(t) || named(sub.Subject, t.Code)) {
				out = append(out, r.judge(f, g, t, s, Question{Year: year, Brief: true}, false))
			}
		}
	}
	return out, nil
}

// heldPost says whether the person holds or held a post that a title names: by the
// posts entered, or by the position in the list of staff.
func (j *judging) heldPost(t *Title) bool {
	sub := &j.facts.subjects[j.sub]
	if sub.Kind != tdkt.APerson {
		return false
	}
	p, posts := &j.facts.Snapshot.People[sub.row], j.facts.posts.of(j.sub)
	for n := range t.each() {
		if n.asked(j.year) && (j.inPost(n, tdkt.Post{Unit: p.Unit, Position: p.Position}) ||
			slices.ContainsFunc(posts, func(post tdkt.Post) bool { return post.From <= tdkt.LastDay(j.year) && j.inPost(n, post) })) {
			return true
		}
	}
	return false
}
