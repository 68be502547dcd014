package view

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"tdkt/internal/tdkt"
)

// peopleList is people in an order, of whom some may have changed since it was made: they
// are laid in when somebody asks for the list.
type peopleList struct {
	mu   sync.Mutex
	list []tdkt.Person
	now  map[tdkt.ID]tdkt.Person
}

func (l *peopleList) people() []tdkt.Person {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list, l.now = replaced(l.list, l.now), nil
	return l.list
}

// with is the list with some people as they are now, at the places they had.
func (l *peopleList) with(changed map[tdkt.ID]tdkt.Person) *peopleList {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := &peopleList{list: l.list, now: changed}
	if len(l.now) > 0 {
		n.now = maps.Clone(l.now)
		maps.Copy(n.now, changed)
	}
	return n
}

// keepNames keeps the lists by name and the index of the search as far as they hold.
func (v *View) keepNames(before *View, since map[tdkt.Noun]tdkt.Splice) {
	people, moved := since[tdkt.NounPerson]
	if moved && people.Whole || !before.naming.TryLock() {
		go v.byName()
		return
	}
	named := before.named
	if !touches(since, tdkt.NounYear, tdkt.NounRating, tdkt.NounPledge, tdkt.NounPlan) {
		v.years = before.years
	}
	before.naming.Unlock()
	if named == nil {
		go v.byName()
		return
	}
	changed, same := map[tdkt.ID]tdkt.Person{}, true
	if moved {
		changed, same = sameSeats(before.People, v.People, people)
	}
	if !same { // somebody came, went or changed rooms: lists and index are made anew
		v.named = &peopleList{list: resorted(named.people(), before.People, v.People, people)}
		return
	}
	v.named = named.with(changed)
	if !touches(since, tdkt.NounUnit, tdkt.NounPost) {
		for scope, list := range before.listed.all() {
			v.listed.put(scope, list.with(changed))
		}
	}
	if !touches(since, tdkt.NounUnit, tdkt.NounAward, tdkt.NounInitiative, tdkt.NounPlan) {
		v.keepIndex(before, people)
	}
}

func touches(since map[tdkt.Noun]tdkt.Splice, nouns ...tdkt.Noun) bool {
	return slices.ContainsFunc(nouns, func(n tdkt.Noun) bool { _, in := since[n]; return in })
}

// sameSeats are the people who changed; false where one of them came, went, or has
// another name, room or service, so that lists may hold others or in another order.
func sameSeats(was, is []tdkt.Person, d tdkt.Splice) (map[tdkt.ID]tdkt.Person, bool) {
	if !slices.Equal(d.Gone, d.Fresh) {
		return nil, false
	}
	changed := map[tdkt.ID]tdkt.Person{}
	for _, i := range d.Fresh {
		a, b := was[i], is[i]
		if a.ID != b.ID || a.Code != b.Code || a.Name != b.Name || a.Unit != b.Unit || a.Service() != b.Service() {
			return nil, false
		}
		changed[b.ID] = b
	}
	return changed, true
}

// fewPeople are sought in a list one by one sooner than the list is gone through by key.
const fewPeople = 4

// replaced is a list with some people as they are now.
func replaced(list []tdkt.Person, now map[tdkt.ID]tdkt.Person) []tdkt.Person {
	if len(now) == 0 {
		return list
	}
	out := slices.Clone(list)
	if len(now) > fewPeople {
		for i := range out {
			if p, ok := now[out[i].ID]; ok {
				out[i] = p
			}
		}
		return slices.Clip(out)
	}
	for id, p := range now {
		for i := range out {
			if out[i].ID == id {
				out[i] = p
				break
			}
		}
	}
	return slices.Clip(out)
}

// resorted is the list by name without those who are gone and with those who are fresh.
func resorted(named, was, is []tdkt.Person, d tdkt.Splice) []tdkt.Person {
	gone := map[tdkt.ID]bool{}
	for _, i := range d.Gone {
		gone[was[i].ID] = true
	}
	out := make([]tdkt.Person, 0, len(named)+len(d.Fresh))
	for _, p := range named {
		if !gone[p.ID] {
			out = append(out, p)
		}
	}
	o := tdkt.NewCollation()
	for _, i := range d.Fresh {
		p := is[i]
		key := o.NameKey(p.Name)
		at, _ := slices.BinarySearchFunc(out, p, func(x, p tdkt.Person) int {
			return cmp.Or(cmp.Compare(o.NameKey(x.Name), key), cmp.Compare(x.Code, p.Code))
		})
		out = slices.Insert(out, at, p)
	}
	return slices.Clip(out)
}

// keepIndex keeps the index of the search; people stand first in it, as in the list.
func (v *View) keepIndex(before *View, people tdkt.Splice) {
	if !before.indexing.TryLock() {
		return
	}
	v.found, v.lasts = before.found, before.lasts
	before.indexing.Unlock()
	if v.found == nil || len(people.Fresh) == 0 {
		return
	}
	v.found = slices.Clone(v.found)
	x := indexer{v: v, folds: map[string]string{}}
	for _, i := range people.Fresh {
		v.found[i] = x.person(v.People[i])
	}
}

// yearSpan is the first and last year of the rows that a year is chosen by.
type yearSpan struct{ first, last int }

func (v *View) yearSpan() yearSpan {
	v.naming.Lock()
	defer v.naming.Unlock()
	if v.years == nil {
		s := yearSpan{first: 9999}
		see := func(year int) { s.first, s.last = min(s.first, year), max(s.last, year) }
		for i := range v.Years {
			see(v.Years[i].Year)
		}
		for i := range v.Ratings {
			see(v.Ratings[i].Year)
		}
		for i := range v.Pledges {
			see(v.Pledges[i].Year)
		}
		for i := range v.Plans {
			see(v.Plans[i].Year)
		}
		v.years = &s
	}
	return *v.years
}

// Data is all of the file as it was read, for reading on from. Nobody alters it.
func (v *View) Data() *tdkt.Data { return v.data }
