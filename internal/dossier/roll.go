package dossier

import (
	"cmp"
	"slices"

	"tdkt/internal/columns"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// roll knows how each subject is printed and in which order.
type roll struct {
	facts *law.Facts
	day   tdkt.Day // posts are read on it, or on the last day of service before it
	units []UnitNode
	rank  map[tdkt.ID]int
	posts map[tdkt.ID][]tdkt.Post
	above map[tdkt.ID]tdkt.ID
	names *tdkt.Collation
	keys  map[string]string // name → sort key
	order columns.Posts
}

func newRoll(s *tdkt.Snapshot, facts *law.Facts, year int, order columns.Posts) *roll {
	if order.Zero() {
		order = columns.StandardPosts()
	}
	r := &roll{
		facts: facts, day: tdkt.LastDay(year), rank: map[tdkt.ID]int{}, posts: map[tdkt.ID][]tdkt.Post{},
		above: map[tdkt.ID]tdkt.ID{}, names: tdkt.NewCollation(), keys: map[string]string{}, order: order,
	}
	for _, p := range s.Posts {
		r.posts[p.Person] = append(r.posts[p.Person], p)
	}
	r.plant(s.Units)
	return r
}

// plant puts the units in tree order, brothers by code. Units that share a name
// get their parent's beside it, so that every printed name is one unit. A unit
// whose parent is missing, or that hangs in a ring, stands at the end.
func (r *roll) plant(all []tdkt.Unit) {
	children := map[tdkt.ID][]tdkt.Unit{}
	byID := map[tdkt.ID]tdkt.Unit{}
	count := map[string]int{}
	for _, u := range all {
		byID[u.ID] = u
		count[u.Name]++
	}
	rooms := slices.DeleteFunc(slices.Clone(all), func(u tdkt.Unit) bool { return u.Household() })
	for _, u := range all {
		r.above[u.ID] = u.Parent
		if u.Household() {
			continue // printed by its own name, and no line of the office's tables
		}
		parent := u.Parent
		if _, ok := byID[parent]; !ok {
			parent = ""
		}
		children[parent] = append(children[parent], u)
	}
	byCode := func(a, b tdkt.Unit) int { return cmp.Compare(a.Code, b.Code) }
	var walk func(list []tdkt.Unit, depth int)
	walk = func(list []tdkt.Unit, depth int) {
		slices.SortFunc(list, byCode)
		for _, u := range list {
			if _, seen := r.rank[u.ID]; seen {
				continue
			}
			name := u.Name
			if parent, ok := byID[u.Parent]; ok && count[name] > 1 {
				name += " (" + parent.Name + ")"
			}
			r.rank[u.ID] = len(r.units)
			r.units = append(r.units, UnitNode{ID: u.ID, Code: u.Code, Name: name, Depth: depth})
			walk(children[u.ID], depth+1)
		}
	}
	walk(children[""], 0)
	walk(rooms, 0)
}

// unitName is the printed name of a unit and its place.
func (r *roll) unitName(id tdkt.ID) (string, int) {
	i, ok := r.rank[id]
	if !ok {
		return "", len(r.units)
	}
	return r.units[i].Name, i
}

// who is a subject as printed.
func (r *roll) who(s tdkt.Subject) Who {
	w := Who{Subject: s, Code: r.facts.CodeOf(s), Name: r.facts.NameOf(s), UnitRank: len(r.units)}
	if s.Kind == tdkt.AUnit {
		if name, rank := r.unitName(s.ID); name != "" {
			w.Name, w.UnitRank = name, rank
		}
		w.Unit, _ = r.unitName(r.above[s.ID])
		return w
	}
	p, ok := r.facts.Person(s.ID)
	if !ok {
		return w
	}
	day := r.day
	if p.End != 0 && p.End < day {
		day = p.End
	}
	unit := cmp.Or(r.facts.UnitOn(p.ID, day), p.Unit)
	w.Unit, w.UnitRank = r.unitName(unit)
	w.Position, w.Leader = p.Position, p.Leader
	if post, held := r.postOn(p.ID, day, unit); held && (post.Position != "" || post.Leader) {
		w.Position, w.Leader = post.Position, post.Leader
	}
	return w
}

// postOn is the post held in a unit on a day: of several, the one begun last. A post
// that names no position says nothing about it.
func (r *roll) postOn(person tdkt.ID, day tdkt.Day, unit tdkt.ID) (found tdkt.Post, ok bool) {
	for _, post := range r.posts[person] {
		if post.Unit == unit && (tdkt.Span{From: post.From, To: post.To}).Covers(day) && (!ok || post.From > found.From) {
			found, ok = post, true
		}
	}
	return found, ok
}

// compare orders subjects: units in tree order, then people by unit, by post and by name.
func (r *roll) compare(a, b Who) int {
	if a.Subject.Kind != b.Subject.Kind {
		if a.Subject.Kind == tdkt.AUnit {
			return -1
		}
		return 1
	}
	if c := cmp.Compare(a.UnitRank, b.UnitRank); c != 0 {
		return c
	}
	return cmp.Or(r.place(a)-r.place(b), cmp.Compare(r.key(a.Name), r.key(b.Name)), cmp.Compare(a.Code, b.Code))
}

// place is the place of a person's post.
func (r *roll) place(w Who) int { return r.order.Rank(w.Position, w.Leader) }

// protocol orders the subjects of an official list: units as in the tree; people by their
// posts and then by name, those of one unit together where the office wants it so.
func (r *roll) protocol(a, b Who) int {
	if a.Subject.Kind != b.Subject.Kind || a.Subject.Kind == tdkt.AUnit || r.order.ByUnit {
		return r.compare(a, b)
	}
	return cmp.Or(r.place(a)-r.place(b), cmp.Compare(r.key(a.Name), r.key(b.Name)), a.UnitRank-b.UnitRank, cmp.Compare(a.Code, b.Code))
}

func (r *roll) key(name string) string {
	k, ok := r.keys[name]
	if !ok {
		k = r.names.NameKey(name)
		r.keys[name] = k
	}
	return k
}
