package law

import (
	"slices"

	"tdkt/internal/tdkt"
)

// tree numbers the units so that a unit and all below it have consecutive
// numbers: first[u] to first[u]+size[u]-1. Both are indexed by place among the subjects.
type tree struct {
	first, size []int
}

// newTree walks the units from the roots down, by code. Units on a loop of
// parents hang on the first of them that is met, so a damaged file still answers.
func newTree(f *Facts) tree {
	n := len(f.subjects)
	w := walker{tree: tree{make([]int, n), make([]int, n)}, kids: make([][]int, n), seen: make([]bool, n)}
	var roots []int
	for i := f.people; i < n; i++ {
		up := f.unitPlace(f.Snapshot.Units[f.subjects[i].row].Parent)
		if up < 0 {
			roots = append(roots, i)
			continue
		}
		w.kids[up] = append(w.kids[up], i)
	}
	for _, u := range roots {
		w.walk(u)
	}
	for i := f.people; i < n; i++ {
		w.walk(i)
	}
	return w.tree
}

type walker struct {
	tree
	kids [][]int
	seen []bool
	next int
}

func (w *walker) walk(u int) {
	if w.seen[u] {
		return
	}
	w.seen[u] = true
	w.first[u] = w.next
	w.next++
	for _, k := range w.kids[u] {
		w.walk(k)
	}
	w.size[u] = w.next - w.first[u]
}

// Within says whether unit is top or lies below it.
func (f *Facts) Within(unit, top tdkt.ID) bool {
	u, t := f.unitPlace(unit), f.unitPlace(top)
	if u < 0 || t < 0 {
		return false
	}
	at := f.tree.first[u] - f.tree.first[t]
	return at >= 0 && at < f.tree.size[t]
}

// unitOn is the place of the unit a person belongs to on a day, -1 when none.
func (f *Facts) unitOn(person int, day tdkt.Day) int {
	posts := f.posts.of(person)
	if len(posts) == 0 {
		return f.subjects[person].unit
	}
	for i := range posts { // latest first
		if (tdkt.Span{From: posts[i].From, To: posts[i].To}).Covers(day) {
			return f.unitPlace(posts[i].Unit)
		}
	}
	return -1
}

// UnitOn is the unit a person belongs to on a day: by Posts, else Person.Unit; "" when neither holds.
func (f *Facts) UnitOn(person tdkt.ID, day tdkt.Day) tdkt.ID {
	p, ok := f.place[tdkt.PersonSubject(person)]
	if !ok {
		return ""
	}
	if u := f.unitOn(p, day); u >= 0 {
		return f.subjects[u].ID
	}
	return ""
}

// roster is who stands on which unit's roll on a day.
type roster struct {
	at     []int // by tree number of a unit: where its own people begin
	people []int // places, unit by unit
}

func (f *Facts) newRoster(day tdkt.Day) *roster {
	units := len(f.subjects) - f.people
	seats, r := make([]int32, f.people), &roster{at: make([]int, units+1)}
	for i := range seats {
		seats[i] = -1
		if !f.subjects[i].span.Covers(day) {
			continue
		}
		if u := f.unitOn(i, day); u >= 0 {
			seats[i] = int32(f.tree.first[u])
			r.at[seats[i]+1]++
		}
	}
	for i := range units {
		r.at[i+1] += r.at[i]
	}
	r.people = make([]int, r.at[units])
	next := slices.Clone(r.at)
	for i, u := range seats {
		if u >= 0 {
			r.people[next[u]] = i
			next[u]++
		}
	}
	return r
}

// members lists a unit's people, those of units below it included.
func (f *Facts) members(r *roster, unit int) []int {
	first := f.tree.first[unit]
	return r.people[r.at[first]:r.at[first+f.tree.size[unit]]]
}

// yearRoster is the roster of 31 December, kept once made.
func (f *Facts) yearRoster(year int) *roster {
	if r, ok := f.rosters.Load(year); ok {
		return r.(*roster)
	}
	r, _ := f.rosters.LoadOrStore(year, f.newRoster(tdkt.LastDay(year)))
	return r.(*roster)
}

// Members lists the people on a unit's roll on a day by code, rooms below it included.
func (f *Facts) Members(unit tdkt.ID, day tdkt.Day) []tdkt.ID {
	u := f.unitPlace(unit)
	if u < 0 {
		return nil
	}
	r := f.yearRosterOr(day)
	places := slices.Clone(f.members(r, u))
	slices.Sort(places)
	out := make([]tdkt.ID, 0, len(places))
	for _, p := range places {
		out = append(out, f.subjects[p].ID)
	}
	return out
}

func (f *Facts) yearRosterOr(day tdkt.Day) *roster {
	if day == tdkt.LastDay(day.Year()) {
		return f.yearRoster(day.Year())
	}
	return f.newRoster(day)
}
