package law

import (
	"cmp"
	"slices"
	"sync"

	"tdkt/internal/tdkt"
)

// The years the calendar of tdkt knows; arrays by year start at the first.
const (
	firstYear = 1900
	lastYear  = 2199
)

// Facts is a snapshot indexed for judging. It is never changed after it was made
// and may be used from several goroutines.
type Facts struct {
	indexes
	rosters sync.Map // year → *roster, made when first asked for
}

// indexes are all that is made from the snapshot at once. Facts of a later snapshot begin
// with a copy of them; see After.
type indexes struct {
	Snapshot *tdkt.Snapshot

	subjects []subject // people by code, then units by code
	people   int       // how many of subjects are people
	place    map[tdkt.Subject]int
	byCode   map[string]int
	tree     tree

	ratings     table[ratingRow]
	initiatives table[initiativeRow]
	awards      table[awardRow]
	disciplines table[disciplineRow]
	pledges     table[pledgeRow]
	holds       table[tdkt.Span]
	ticks       table[tickRow]
	posts       table[tdkt.Post]
	marks       table[markRow]
	duties      table[tdkt.Duty]
	ratingFacts table[tdkt.RatingFact]
	absences    map[tdkt.ID][]tdkt.Absence // by first day

	closed     [4][lastYear - firstYear + 2]int16 // by book: closed years before the index
	locals     map[localKey]tdkt.Local
	exceptions map[cause][]tdkt.Exception

	regulations []*Regulation // of the rules
}

// subject is what judging needs of a person or unit.
type subject struct {
	tdkt.Subject
	code, name string
	span       tdkt.Span // service, or founding on
	unit       int       // of a person without posts: place in tree, -1 none
	past       int       // of a unit: place of the one whose history it counts as its own, -1 none
	row        int       // in Snapshot.People or Units
	household  bool      // of a unit: see tdkt.Unit.Household
}

// What is kept of a row is small: fifty thousand people have millions of them.
type ratingRow struct {
	row  int32
	year int16
	rank int8
}

type initiativeRow struct {
	row   int32
	year  int16
	scope int8
	study bool
}

type awardRow struct {
	row      int32
	from, to int16
	code     int16 // that it counts as; see CodeInfo.As
	own      int16 // that it was given under
	manner   uint8 // place of its loại hình among tdkt.Manners from 1, 0: not entered
}

type disciplineRow struct {
	date   tdkt.Day
	row    int32
	weight int8
}

type pledgeRow struct {
	row  int32
	year int16
}

type tickRow struct {
	year        int
	title, need string
	direct      bool // stored under its own title
	row         int32
}

type localKey struct {
	year int
	key  string
}

// worthATurn is from how many rows on the tables are made side by side.
const worthATurn = 2000

// NewFacts indexes a snapshot; O(rows).
func NewFacts(s *tdkt.Snapshot, r *Rules) *Facts {
	f := &Facts{indexes: indexes{Snapshot: s, regulations: r.regulations}}
	f.addSubjects()
	few := len(s.Awards)+len(s.Ratings)+len(s.Initiatives) < worthATurn
	var tables sync.WaitGroup
	for _, feed := range feeds() {
		if few {
			feed.build(f, r)
			continue
		}
		tables.Go(func() { feed.build(f, r) })
	}
	f.addYears()
	f.addExceptions()
	f.addPeriods()
	tables.Wait()
	return f
}

// table holds rows grouped by subject.
type table[T any] struct {
	rows []T
	at   []int32
	over map[int][]T // rows of the subjects that changed since, in place of theirs above
}

// of lists the rows of the subject at a place, in the table's order.
func (t *table[T]) of(s int) []T {
	if t.over != nil {
		if rows, changed := t.over[s]; changed {
			return rows
		}
	}
	if s < 0 || s+1 >= len(t.at) {
		return nil
	}
	return t.rows[t.at[s]:t.at[s+1]]
}

// grouped makes a table of n subjects out of a list of rows, each at its subject's place
// (-1: none) and with what is kept of it, false for nothing. Each subject's rows are put in
// order by what they say, never by where they stood.
func grouped[T any](n, rows int, place func(i int) int, entry func(i int) (T, bool), order func(a, b T) int) table[T] {
	if rows == 0 {
		return table[T]{}
	}
	places, t := make([]int32, rows), table[T]{at: make([]int32, n+1)}
	for i := range places {
		places[i] = -1
		if s := place(i); s >= 0 {
			if _, ok := entry(i); ok {
				places[i] = int32(s)
				t.at[s+1]++
			}
		}
	}
	for i := range n {
		t.at[i+1] += t.at[i]
	}
	t.rows = make([]T, t.at[n])
	next := slices.Clone(t.at)
	for i, s := range places {
		if s >= 0 {
			t.rows[next[s]], _ = entry(i)
			next[s]++
		}
	}
	for s := range n {
		slices.SortFunc(t.of(s), order)
	}
	return t
}

// placeOf is the place of a subject, -1 for one that is not there.
func (f *Facts) placeOf(s tdkt.Subject) int {
	if at, ok := f.place[s]; ok {
		return at
	}
	return -1
}

func (f *Facts) addSubjects() {
	s := f.Snapshot
	f.subjects = make([]subject, 0, len(s.People)+len(s.Units))
	for i := range s.People {
		p := &s.People[i]
		f.subjects = append(f.subjects, subject{
			Subject: tdkt.PersonSubject(p.ID), code: p.Code, name: p.Name, span: p.Service(), unit: -1, past: -1, row: i,
		})
	}
	f.people = len(f.subjects)
	for i := range s.Units {
		u := &s.Units[i]
		f.subjects = append(f.subjects, subject{
			Subject: tdkt.UnitSubject(u.ID), code: u.Code, name: u.Name, span: tdkt.Span{From: u.Founded, To: u.Closed}, unit: -1, past: -1, row: i,
			household: u.Household(),
		})
	}
	byCode := func(a, b subject) int { return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.ID, b.ID)) }
	slices.SortFunc(f.subjects[:f.people], byCode)
	slices.SortFunc(f.subjects[f.people:], byCode)
	f.place = make(map[tdkt.Subject]int, len(f.subjects))
	f.byCode = make(map[string]int, len(f.subjects))
	for i, sub := range f.subjects {
		f.place[sub.Subject] = i
		if _, taken := f.byCode[sub.code]; !taken {
			f.byCode[sub.code] = i
		}
	}
	f.tree = newTree(f)
	f.addPasts()
	for i := range f.people {
		f.subjects[i].unit = f.unitPlace(s.People[f.subjects[i].row].Unit)
	}
}

// unitPlace is the place of a unit among the subjects, -1 when there is none.
func (f *Facts) unitPlace(id tdkt.ID) int {
	if p, ok := f.place[tdkt.UnitSubject(id)]; ok {
		return p
	}
	return -1
}

func (f *Facts) unitCode(id tdkt.ID) string {
	if p := f.unitPlace(id); p >= 0 {
		return f.subjects[p].code
	}
	return ""
}

// ord is 1 for true, so that truths can be compared.
func ord(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addYears indexes closed books and local values.
func (f *Facts) addYears() {
	s := f.Snapshot
	for i, b := range tdkt.Books() {
		var shut [lastYear - firstYear + 1]bool
		for _, y := range s.Years {
			if y.Year >= firstYear && y.Year <= lastYear && y.IsClosed(b) {
				shut[y.Year-firstYear] = true
			}
		}
		for j, c := range shut {
			f.closed[i][j+1] = f.closed[i][j] + int16(ord(c))
		}
	}
	f.locals = make(map[localKey]tdkt.Local, len(s.Locals))
	for _, l := range s.Locals {
		k := localKey{l.Year, l.Key}
		if old, ok := f.locals[k]; !ok || laterLocal(l, old) {
			f.locals[k] = l
		}
	}
}

func laterLocal(a, b tdkt.Local) bool {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Value, b.Value)) > 0
}

// levelRank is 4 for the best level, 0 for one unknown.
func levelRank(l tdkt.Level) int {
	all := tdkt.Levels()
	if i := slices.Index(all, l); i >= 0 {
		return len(all) - i
	}
	return 0
}

// scopeRank is 1 for the narrowest scope, 0 for one unknown.
func scopeRank(s tdkt.Scope) int { return slices.Index(tdkt.Scopes(), s) + 1 }

// penaltyRank is 1 for the mildest form, 0 for one unknown.
func penaltyRank(p tdkt.Penalty) int { return slices.Index(tdkt.Penalties(), p) + 1 }
