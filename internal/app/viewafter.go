package app

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// book remembers answers by what was asked.
type book[K comparable, V any] struct {
	mu   sync.Mutex
	rows map[K]V
}

func (b *book[K, V]) get(k K) (V, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	v, ok := b.rows[k]
	return v, ok
}

func (b *book[K, V]) put(k K, v V) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rows == nil {
		b.rows = map[K]V{}
	}
	b.rows[k] = v
}

// of is the answer to k, first what make gives.
func (b *book[K, V]) of(k K, fresh func() V) V {
	b.mu.Lock()
	defer b.mu.Unlock()
	v, ok := b.rows[k]
	if !ok {
		if b.rows == nil {
			b.rows = map[K]V{}
		}
		v = fresh()
		b.rows[k] = v
	}
	return v
}

func (b *book[K, V]) all() map[K]V {
	b.mu.Lock()
	defer b.mu.Unlock()
	return maps.Clone(b.rows)
}

// judged is a year's answers, or what is known of them from the view before.
type judged struct {
	turn chan struct{} // held by who judges; the others wait for the same answers
	all  *law.Verdicts // nil until judged
	// Of a year judged before a change: before was right but for the answers of whom.
	before *law.Verdicts
	whom   map[tdkt.Subject]bool
}

func newJudged() *judged { return &judged{turn: make(chan struct{}, 1)} }

// Answers judges every title of everyone in the year, and the titles asked apart of those
// they concern; computed once for each View, and after a change only for those it touched.
func (v *View) Answers(ctx context.Context, year int) (*law.Verdicts, error) {
	j := v.answers.of(year, newJudged)
	select {
	case j.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-j.turn }()
	switch {
	case j.all != nil:
	case j.before != nil:
		j.all = j.before.After(v.Facts, j.whom, v.nominated(year))
	default:
		all, err := v.Rules.Verdicts(ctx, v.Facts, year, v.nominated(year))
		if err != nil {
			return nil, err
		}
		j.all = all
	}
	j.before, j.whom = nil, nil
	return j.all, nil
}

// Brief is an answer with the needs it rests on, without what was seen of each.
func (v *View) Brief(r law.Result) law.Result {
	full, err := v.Rules.Judge(v.Facts, law.Question{Year: r.Year, Subject: r.Subject, Title: r.Title, Brief: true})
	if err != nil {
		return r // judged by these facts, so that it never comes to this
	}
	return full
}

// nominated tells who is put forward for a title in a year: titles asked apart are asked of
// those too.
func (v *View) nominated(year int) func(s tdkt.Subject, title string) bool {
	list := map[slot]bool{}
	for _, n := range v.Nominations {
		if n.Year == year && n.State != tdkt.Withdrawn {
			list[slot{n.Subject, n.Title}] = true
		}
	}
	return func(s tdkt.Subject, title string) bool { return len(list) > 0 && list[slot{s, title}] }
}

// after is the view of what the file holds after a change. It keeps what the view
// before had worked out and the change did not touch.
func (v *View) after(d *tdkt.Data) *View {
	facts, whom := v.Facts.After(&d.Snapshot, v.Rules, d.Since)
	n := viewOf(d, v.Rules, facts)
	if x, changed := d.Since[tdkt.NounNomination]; changed && x.Whole {
		whom = nil
	}
	if whom != nil {
		if x, changed := d.Since[tdkt.NounNomination]; changed {
			nominees(v.Nominations, x.Gone, whom)
			nominees(d.Nominations, x.Fresh, whom)
		}
		for year, j := range v.answers.all() {
			if next := j.next(whom); next != nil {
				n.answers.put(year, next)
			}
		}
	}
	n.keepNames(v, d.Since)
	return n
}

// next is what is known of a year's answers after a change; nil where that is nothing,
// or where they are being worked out just now.
func (j *judged) next(whom map[tdkt.Subject]bool) *judged {
	select {
	case j.turn <- struct{}{}:
	default:
		return nil
	}
	defer func() { <-j.turn }()
	n := newJudged()
	if n.before = cmp.Or(j.all, j.before); n.before == nil {
		return nil
	}
	n.whom = maps.Clone(whom)
	for s := range j.whom {
		n.whom[s] = true
	}
	return n
}

// nominees adds whom these nominations are of.
func nominees(list []tdkt.Nomination, at []int, whom map[tdkt.Subject]bool) {
	for _, i := range at {
		whom[list[i].Subject] = true
	}
}

// keepNames keeps the lists by name and the index of the search as far as they hold.
func (v *View) keepNames(before *View, since map[tdkt.Noun]tdkt.Splice) {
	people, moved := since[tdkt.NounPerson]
	if moved && people.Whole || !before.naming.TryLock() {
		go v.byName()
		return
	}
	v.named = before.named
	before.naming.Unlock()
	if v.named == nil {
		go v.byName()
		return
	}
	changed := map[tdkt.ID]tdkt.Person{}
	if moved {
		v.named = resorted(v.named, before.People, v.People, people)
		if changed, moved = sameSeats(before.People, v.People, people); !moved {
			return // somebody came, went or changed rooms: lists and index are made anew
		}
	}
	if !touches(since, tdkt.NounUnit, tdkt.NounPost) {
		for scope, list := range before.listed.all() {
			v.listed.put(scope, replaced(list, changed))
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

// replaced is a list with some people as they are now.
func replaced(list []tdkt.Person, now map[tdkt.ID]tdkt.Person) []tdkt.Person {
	if len(now) == 0 {
		return list
	}
	out := slices.Clone(list)
	for i := range out {
		if p, ok := now[out[i].ID]; ok {
			out[i] = p
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
