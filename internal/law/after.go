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
	// own says whether the rows of a member leave the answers of units as they are.
	own() bool
}

func (d feed[R, T]) own() bool { return d.alone }

func (d feed[R, T]) noun() tdkt.Noun {
	var zero R
	return zero.Noun()
}

func (d feed[R, T]) build(f *Facts, r *Rules) {
	list := d.list(f.Snapshot)
	*d.table(f) = grouped(len(f.subjects), len(list),
		func(i int) int { return f.placeOf(d.who(&list[i])) },
		func(i int) (T, bool) { return d.entry(f, r, i) }, d.sorted(f))
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
func moved[T any](rows []T, row func(*T) *int32, gone []int, move []int) []T {
	out := make([]T, 0, len(rows)+1)
	for _, e := range rows {
		at := row(&e)
		if _, out := slices.BinarySearch(gone, int(*at)); out {
			continue
		}
		if move != nil {
			*at = int32(move[*at])
		}
		out = append(out, e)
	}
	return out
}

// flat is a table with what lies over it laid in, the rest at its rows' new places.
func flat[T any](t table[T], n int, row func(*T) *int32, move []int) table[T] {
	out := table[T]{rows: make([]T, 0, len(t.rows)+len(t.over)), at: make([]int32, n+1)}
	for s := range n {
		from := len(out.rows)
		out.rows = append(out.rows, t.of(s)...)
		if _, laid := t.over[s]; !laid && move != nil {
			for i := from; i < len(out.rows); i++ {
				at := row(&out.rows[i])
				*at = int32(move[*at])
			}
		}
		out.at[s+1] = int32(len(out.rows))
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
// f's own. A unit's answers rest on its members too: with a member whose facts changed, the
// units he is or was in and all above them are among those.
func (f *Facts) After(s *tdkt.Snapshot, r *Rules, since map[tdkt.Noun]tdkt.Splice) (_ *Facts, whom map[tdkt.Subject]bool) {
	g := &Facts{indexes: f.indexes}
	g.Snapshot = s
	t := touch{whom: map[tdkt.Subject]bool{}, members: map[tdkt.Subject]bool{}}
	for noun, d := range since {
		if !factNouns()[noun] || noun == tdkt.NounOrg {
			continue
		}
		if d.Whole || !g.take(noun, f, d, &t) {
			return NewFacts(s, r), nil
		}
	}
	for _, feed := range feeds() {
		d, changed := since[feed.noun()]
		if !changed {
			continue
		}
		feed.touched(g, f, d, t.whom)
		if !feed.own() {
			feed.touched(g, f, d, t.members)
		}
		feed.patch(g, f, r, d)
	}
	_, posts := since[tdkt.NounPost]
	if !posts && !t.rolls {
		f.rosters.Range(func(year, r any) bool { g.rosters.Store(year, r); return true })
	}
	for who := range t.members {
		f.unitsOver(who, t.whom)
		g.unitsOver(who, t.whom)
	}
	return g, t.whom
}

// touch is what a change reaches.
type touch struct {
	whom    map[tdkt.Subject]bool // whose own answers may be others
	members map[tdkt.Subject]bool // those through whom a unit's answers may be
	rolls   bool                  // somebody may stand on another unit's roll
}

// member adds a person through whom a unit's answers may be others.
func (t *touch) member(who tdkt.Subject) { t.whom[who], t.members[who] = true, true }

// unitsOver adds the units a person is or was in, and all above them.
func (f *Facts) unitsOver(who tdkt.Subject, whom map[tdkt.Subject]bool) {
	p, ok := f.place[who]
	if !ok || p >= f.people {
		return
	}
	add := func(u int) {
		for seen := 0; u >= f.people && seen < len(f.subjects); seen++ { // units in a ring end too
			whom[f.subjects[u].Subject] = true
			u = f.unitPlace(f.Snapshot.Units[f.subjects[u].row].Parent)
		}
	}
	add(f.subjects[p].unit)
	for _, post := range f.posts.of(p) {
		add(f.unitPlace(post.Unit))
	}
}

// take readies the facts for the changes of a noun; false where all must be made anew.
func (f *Facts) take(noun tdkt.Noun, before *Facts, d tdkt.Splice, t *touch) bool {
	switch noun { //nolint:exhaustive // the others have feeds, or all is made anew
	case tdkt.NounPerson:
		return f.takePeople(before, d, t)
	case tdkt.NounAbsence:
		f.addAbsences()
		for _, i := range d.Gone {
			t.member(tdkt.PersonSubject(before.Snapshot.Absences[i].Person))
		}
		for _, i := range d.Fresh {
			t.member(tdkt.PersonSubject(f.Snapshot.Absences[i].Person))
		}
		return true
	case tdkt.NounException:
		f.exceptions = nil
		f.addExceptions()
		for _, i := range d.Gone {
			t.whom[before.Snapshot.Exceptions[i].Subject] = true
		}
		for _, i := range d.Fresh {
			t.whom[f.Snapshot.Exceptions[i].Subject] = true
		}
		return true
	}
	return slices.ContainsFunc(feeds(), func(d feeder) bool { return d.noun() == noun })
}

// takePeople takes people changed in place, under the code they had.
func (f *Facts) takePeople(before *Facts, d tdkt.Splice, t *touch) bool {
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
		t.whom[who] = true
		t.rolls = t.rolls || was.Unit != is.Unit || was.Service() != is.Service()
		if !samePlace(*was, *is) {
			t.member(who)
		}
	}
	return true
}

// samePlace says whether two states of a person differ in nothing but what no unit's answer
// rests on: name, post, papers and the texts that decide nothing.
func samePlace(was, is tdkt.Person) bool {
	is.Name, is.Position, is.CCCD, is.Born, is.BornYear = was.Name, was.Position, was.CCCD, was.Born, was.BornYear
	for _, t := range tdkt.PersonTexts() {
		*t.Of(&is) = *t.Of(&was)
	}
	return was == is
}
