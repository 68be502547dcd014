package law

import (
	"reflect"
	"slices"
	"sync"

	"tdkt/internal/tdkt"
)

// feeder is a feed whose types do not matter to the caller.
type feeder interface {
	noun() tdkt.Noun
	// build indexes the whole list, patch what differs from the facts before.
	build(f *Facts, r *Rules)
	patch(f, before *Facts, r *Rules, d tdkt.Splice)
	// touched adds whom the rows that differ are about.
	touched(f, before *Facts, d tdkt.Splice, whom map[tdkt.Subject]bool)
}

func (d feed[R, T]) noun() tdkt.Noun {
	var zero R
	return zero.Noun()
}

func (d feed[R, T]) build(f *Facts, r *Rules) {
	list := d.list(f.Snapshot)
	rows := make([]keyed[T], 0, len(list))
	for i := range list {
		if s, ok := f.place[d.who(&list[i])]; ok {
			if e, ok := d.entry(f, r, i); ok {
				rows = append(rows, keyed[T]{s, e})
			}
		}
	}
	*d.table(f) = grouped(len(f.subjects), rows, d.sorted(f))
}

func (d feed[R, T]) sorted(f *Facts) func(a, b T) int {
	return func(a, b T) int { return d.order(f.Snapshot, f, a, b) }
}

// manyOver is how many subjects may lie over a table before it is made anew.
const manyOver = 2048

func (d feed[R, T]) patch(f, before *Facts, r *Rules, x tdkt.Splice) {
	if d.row == nil {
		d.build(f, r)
		return
	}
	whom := map[tdkt.Subject]bool{}
	d.touched(f, before, x, whom)
	old, list := d.table(before), d.list(f.Snapshot)
	move := moves(x, len(d.list(before.Snapshot)))
	over := map[int][]T{}
	for s := range whom {
		if at, ok := f.place[s]; ok {
			over[at] = moved(old.of(at), d.row, x.Gone, move)
		}
	}
	for _, i := range x.Fresh {
		if at, ok := f.place[d.who(&list[i])]; ok {
			if e, ok := d.entry(f, r, i); ok {
				over[at] = append(over[at], e)
			}
		}
	}
	for _, rows := range over {
		slices.SortFunc(rows, d.sorted(f))
	}
	t := table[T]{rows: old.rows, at: old.at, over: over}
	for s, rows := range old.over {
		if _, anew := over[s]; !anew {
			over[s] = rows
		}
	}
	if move != nil || len(over) > manyOver {
		for s, rows := range old.over {
			if !whom[f.subjects[s].Subject] {
				over[s] = moved(rows, d.row, nil, move)
			}
		}
		t = flat(t, len(f.subjects), d.row, move)
	}
	*d.table(f) = t
}

// moved copies entries without those whose rows are gone, at their rows' new places.
func moved[T any](rows []T, row func(*T) *int, gone []int, move []int) []T {
	out := make([]T, 0, len(rows)+1)
	for _, e := range rows {
		at := row(&e)
		if _, out := slices.BinarySearch(gone, *at); out {
			continue
		}
		if move != nil {
			*at = move[*at]
		}
		out = append(out, e)
	}
	return out
}

// flat is a table with what lies over it laid in, the rest at its rows' new places.
func flat[T any](t table[T], n int, row func(*T) *int, move []int) table[T] {
	out := table[T]{rows: make([]T, 0, len(t.rows)+len(t.over)), at: make([]int, n+1)}
	for s := range n {
		from := len(out.rows)
		out.rows = append(out.rows, t.of(s)...)
		if _, laid := t.over[s]; !laid && move != nil {
			for i := from; i < len(out.rows); i++ {
				at := row(&out.rows[i])
				*at = move[*at]
			}
		}
		out.at[s+1] = len(out.rows)
	}
	return out
}

// moves says where each row of a list of n stands after a change, nil where all that are
// left stand where they stood.
func moves(x tdkt.Splice, n int) []int {
	if slices.Equal(x.Gone, x.Fresh) {
		return nil
	}
	to := make([]int, n)
	gone, fresh, at, shifted := x.Gone, x.Fresh, 0, false
	for i := range n {
		if len(gone) > 0 && gone[0] == i {
			gone = gone[1:]
			continue
		}
		for len(fresh) > 0 && fresh[0] == at {
			fresh = fresh[1:]
			at++
		}
		to[i] = at
		shifted = shifted || at != i
		at++
	}
	if !shifted {
		return nil
	}
	return to
}

func (d feed[R, T]) touched(f, before *Facts, x tdkt.Splice, whom map[tdkt.Subject]bool) {
	was, is := d.list(before.Snapshot), d.list(f.Snapshot)
	for _, i := range x.Gone {
		whom[d.who(&was[i])] = true
	}
	for _, i := range x.Fresh {
		whom[d.who(&is[i])] = true
	}
}

// factNouns are the nouns of the snapshot: a change of any other leaves all answers as
// they are.
var factNouns = sync.OnceValue(func() map[tdkt.Noun]bool {
	nouns := map[tdkt.Noun]bool{}
	shot := reflect.TypeFor[tdkt.Snapshot]()
	for i := range shot.NumField() {
		typ := shot.Field(i).Type
		if typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if rec, ok := reflect.Zero(typ).Interface().(tdkt.Record); ok {
			nouns[rec.Noun()] = true
		}
	}
	return nouns
})

// After indexes a snapshot that differs from f's by what is told, list by list, and says
// whose answers may be others than before: of all where it is nil. What did not change is
// f's own. A unit's answers rest on its members' too, so that units are always among them.
func (f *Facts) After(s *tdkt.Snapshot, r *Rules, since map[tdkt.Noun]tdkt.Splice) (_ *Facts, whom map[tdkt.Subject]bool) {
	g := &Facts{indexes: f.indexes}
	g.Snapshot = s
	whom = map[tdkt.Subject]bool{}
	for noun, d := range since {
		if !factNouns()[noun] || noun == tdkt.NounOrg {
			continue
		}
		if d.Whole || !g.take(noun, f, d, whom) {
			return NewFacts(s, r), nil
		}
	}
	for _, feed := range feeds() {
		if d, changed := since[feed.noun()]; changed {
			feed.touched(g, f, d, whom)
			feed.patch(g, f, r, d)
		}
	}
	if !whomMoved(since) {
		f.rosters.Range(func(year, r any) bool { g.rosters.Store(year, r); return true })
	}
	return g, whom
}

// whomMoved says whether a roll may have changed.
func whomMoved(since map[tdkt.Noun]tdkt.Splice) bool {
	for _, noun := range []tdkt.Noun{tdkt.NounPerson, tdkt.NounPost} {
		if _, changed := since[noun]; changed {
			return true
		}
	}
	return false
}

// take readies the facts for the changes of a noun; false where all must be made anew.
func (f *Facts) take(noun tdkt.Noun, before *Facts, d tdkt.Splice, whom map[tdkt.Subject]bool) bool {
	switch noun { //nolint:exhaustive // the others have feeds, or all is made anew
	case tdkt.NounPerson:
		return f.takePeople(before, d, whom)
	case tdkt.NounAbsence:
		f.addAbsences()
		for _, i := range d.Gone {
			whom[tdkt.PersonSubject(before.Snapshot.Absences[i].Person)] = true
		}
		for _, i := range d.Fresh {
			whom[tdkt.PersonSubject(f.Snapshot.Absences[i].Person)] = true
		}
		return true
	case tdkt.NounException:
		f.exceptions = nil
		f.addExceptions()
		for _, i := range d.Gone {
			whom[before.Snapshot.Exceptions[i].Subject] = true
		}
		for _, i := range d.Fresh {
			whom[f.Snapshot.Exceptions[i].Subject] = true
		}
		return true
	}
	return slices.ContainsFunc(feeds(), func(d feeder) bool { return d.noun() == noun })
}

// takePeople takes people changed in place, under the code they had.
func (f *Facts) takePeople(before *Facts, d tdkt.Splice, whom map[tdkt.Subject]bool) bool {
	if !slices.Equal(d.Gone, d.Fresh) {
		return false
	}
	f.subjects = slices.Clone(f.subjects)
	for _, i := range d.Fresh {
		was, is := &before.Snapshot.People[i], &f.Snapshot.People[i]
		if was.ID != is.ID || was.Code != is.Code {
			return false
		}
		who := tdkt.PersonSubject(is.ID)
		s := &f.subjects[f.place[who]]
		s.name, s.span, s.unit = is.Name, is.Service(), f.unitPlace(is.Unit)
		whom[who] = true
	}
	return true
}

// Rejudge is what All yields, brief, where old was that of facts from which only the
// answers of these people and those of units may differ.
func (r *Rules) Rejudge(f *Facts, year int, old []Result, whom map[tdkt.Subject]bool) ([]Result, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	touched := make([]bool, len(f.subjects))
	for who := range whom {
		if s, ok := f.place[who]; ok {
			touched[s] = true
		}
	}
	out := make([]Result, 0, len(old))
	for s := range f.subjects {
		sub := &f.subjects[s]
		n := 0
		for n < len(old) && old[n].Subject == sub.Subject {
			n++
		}
		if sub.Kind == tdkt.APerson && !touched[s] {
			out = append(out, old[:n]...)
		} else if f.judged(s, year) {
			for _, t := range g.TitlesFor(sub.Kind) {
				out = append(out, r.judge(f, g, t, s, Question{Year: year, Subject: sub.Subject, Title: t.Code, Brief: true}, false))
			}
		}
		old = old[n:]
	}
	return out, nil
}
