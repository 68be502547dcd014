package view

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// View is the data file as of one commit, indexed for screens.
type View struct {
	*tdkt.Snapshot
	tdkt.Work
	*tdkt.Proceedings
	tdkt.Blocs
	Rules       *law.Rules
	Facts       *law.Facts
	Nominations []tdkt.Nomination
	Rankings    []tdkt.Ranking
	Attachments []tdkt.Attachment
	Passages    []tdkt.Passage
	Figures     []tdkt.Figure
	Officers    []tdkt.Officer
	Bureaus     []tdkt.Bureau
	Layouts     []tdkt.Layout

	data *tdkt.Data // all of it, to read on from

	Statute *law.Rules        // without what the province set
	unread  map[tdkt.ID]error // regulations of the province that cannot be used, and why

	answers book[int, *judged]       // by year
	listed  book[scope, *peopleList] // what PeopleOf has answered
	years   *yearSpan                // of the rows; nil until asked for

	naming sync.Mutex
	named  *peopleList // by given name; nil until asked for

	indexing sync.Mutex
	found    []indexed // what Find looks through; nil until asked for
	lasts    map[tdkt.Subject]tdkt.Award
}

// scope is a year and a unit, "" for all.
type scope struct {
	year int
	unit tdkt.ID
}

// NewView indexes all of the file, by the statute's rules with what the province of the
// file set beside them.
func NewView(d *tdkt.Data, statute *law.Rules) *View {
	rules, problems := statute.With(d.Regulations)
	v := viewOf(d, rules, law.NewFacts(&d.Snapshot, rules))
	v.Statute, v.unread = statute, problems
	go v.byName() // the first list needs it, and nobody waits for it meanwhile
	return v
}

func viewOf(d *tdkt.Data, rules *law.Rules, facts *law.Facts) *View {
	return &View{
		data: d, Snapshot: &d.Snapshot, Work: d.Work, Proceedings: &d.Proceedings, Blocs: d.Blocs, Rules: rules, Facts: facts,
		Nominations: d.Nominations, Rankings: d.Rankings, Attachments: d.Attachments,
		Passages: d.Passages, Figures: d.Figures, Officers: d.Officers, Bureaus: d.Bureaus, Layouts: d.Layouts,
	}
}

// YearList is the years one may work in, newest first, without a gap: from five
// years before today, or the first year the file knows, to next year or the last.
func (v *View) YearList(today int) []int {
	known := v.yearSpan()
	first, last := min(today-5, known.first), max(today+1, known.last)
	years := make([]int, 0, last-first+1)
	for y := last; y >= first; y-- {
		years = append(years, y)
	}
	return years
}

// BusyYear is the year to open with: today's where somebody works on it, else the newest
// with a plan, else the newest with pledges or ratings, else today's.
func (v *View) BusyYear(today int) int {
	plan, work, now := 0, 0, false
	for _, p := range v.Plans {
		plan = max(plan, p.Year)
	}
	for _, r := range v.Ratings {
		work = max(work, r.Year)
		now = now || r.Year == today
	}
	for _, p := range v.Pledges {
		work = max(work, p.Year)
		now = now || p.Year == today
	}
	for i := 0; i < len(v.Marks) && !now; i++ {
		now = v.Marks[i].Year == today
	}
	if now {
		return today
	}
	return cmp.Or(plan, work, today)
}

// ReadYear is the year to read with: the newest with cases that are put forward and not
// decided yet, else the year to work in.
func (v *View) ReadYear(today int) int {
	newest := 0
	for _, n := range v.Nominations {
		switch n.State {
		case tdkt.Proposed, tdkt.Considered, tdkt.Approved, tdkt.Submitted:
			newest = max(newest, n.Year)
		case tdkt.Rejected, tdkt.Recognised, tdkt.Refused, tdkt.Withdrawn, tdkt.Returned:
		}
	}
	return cmp.Or(newest, v.BusyYear(today))
}

// YearOf is the row of a year; all books open when there is none.
func (v *View) YearOf(year int) tdkt.Year {
	for _, y := range v.Years {
		if y.Year == year {
			return y
		}
	}
	return tdkt.Year{Year: year}
}

// UnitNode is a unit with its depth in the tree, for lists and pickers.
type UnitNode struct {
	tdkt.Unit
	Depth int
}

// UnitTree lists the units, each after its parent, siblings by code. Units in a
// broken or circular chain stand at the end, at depth 0: none is lost.
func (v *View) UnitTree() []UnitNode {
	children := map[tdkt.ID][]tdkt.Unit{}
	for _, u := range v.Units {
		children[u.Parent] = append(children[u.Parent], u)
	}
	var out []UnitNode
	placed := map[tdkt.ID]bool{}
	var walk func(parent tdkt.ID, depth int)
	walk = func(parent tdkt.ID, depth int) {
		list := slices.Clone(children[parent])
		slices.SortFunc(list, func(a, b tdkt.Unit) int { return cmp.Compare(a.Code, b.Code) })
		for _, u := range list {
			if placed[u.ID] {
				continue
			}
			placed[u.ID] = true
			out = append(out, UnitNode{u, depth})
			walk(u.ID, depth+1)
		}
	}
	walk("", 0)
	for _, u := range v.Units {
		if !placed[u.ID] {
			out = append(out, UnitNode{u, 0})
		}
	}
	return out
}

// PeopleOf lists the people judged in the year whose unit at its end is the given
// one or below it ("" for all), by given name.
func (v *View) PeopleOf(year int, unit tdkt.ID) []tdkt.Person {
	key := scope{year, unit}
	if list, known := v.listed.get(key); known {
		return list.people()
	}
	named := v.byName()
	var out []tdkt.Person
	if unit == "" {
		out = make([]tdkt.Person, 0, len(named))
	}
	for _, p := range named {
		if v.Facts.IsJudged(tdkt.PersonSubject(p.ID), year) && v.inUnit(p, year, unit) {
			out = append(out, p)
		}
	}
	out = slices.Clip(out) // who appends to it gets one of his own
	v.listed.put(key, &peopleList{list: out})
	return out
}

// byName is everybody in the order of an office list, put in order once for each View:
// with many people that costs more than all else that a list does.
func (v *View) byName() []tdkt.Person {
	v.naming.Lock()
	defer v.naming.Unlock()
	if v.named == nil {
		named := slices.Clone(v.People)
		SortPeople(named)
		v.named = &peopleList{list: slices.Clip(named)}
	}
	return v.named.people()
}

func (v *View) inUnit(p tdkt.Person, year int, unit tdkt.ID) bool {
	if unit == "" {
		return true
	}
	at := v.Facts.UnitOn(p.ID, lastServed(p, year))
	return at != "" && v.Facts.Within(at, unit)
}

// lastServed is 31 December, or the person's last day when that comes before it.
func lastServed(p tdkt.Person, year int) tdkt.Day {
	if p.End != 0 && p.End < tdkt.LastDay(year) {
		return p.End
	}
	return tdkt.LastDay(year)
}

// OwnUnits is UnitTree without the households, which are no part of the office.
func (v *View) OwnUnits() []UnitNode {
	return slices.DeleteFunc(v.UnitTree(), func(n UnitNode) bool { return n.Household() })
}

// UnitsOf lists the office's own units judged in the year at or below the given one, in tree order.
func (v *View) UnitsOf(year int, unit tdkt.ID) []tdkt.Unit {
	var out []tdkt.Unit
	for _, n := range v.OwnUnits() {
		if v.Facts.IsJudged(tdkt.UnitSubject(n.ID), year) && (unit == "" || v.Facts.Within(n.ID, unit)) {
			out = append(out, n.Unit)
		}
	}
	return out
}

// UnitName is a unit's name, "" when there is none of that key.
func (v *View) UnitName(id tdkt.ID) string {
	u, _ := v.Facts.Unit(id)
	return u.Name
}

// SortPeople orders people as an office list does: by given name, then code.
func SortPeople(list []tdkt.Person) {
	tdkt.SortByName(list, func(p tdkt.Person) string { return p.Name }, func(p tdkt.Person) string { return p.Code })
}

// Explain judges one title of one subject with every finding in words.
func (v *View) Explain(year int, s tdkt.Subject, title string) (law.Result, error) {
	return v.Rules.Judge(v.Facts, law.Question{Year: year, Subject: s, Title: title})
}

// FindSubject finds a person or unit by code, in any case of letters.
func (v *View) FindSubject(code string) (tdkt.Subject, error) {
	if s, ok := v.Facts.ByCode(strings.TrimSpace(code)); ok {
		return s, nil
	}
	for _, p := range v.People {
		if CodeKey(p.Code) == CodeKey(code) {
			return tdkt.PersonSubject(p.ID), nil
		}
	}
	for _, u := range v.Units {
		if CodeKey(u.Code) == CodeKey(code) {
			return tdkt.UnitSubject(u.ID), nil
		}
	}
	return tdkt.Subject{}, tdkt.Errorf(tdkt.NotFound,
		"Không có cán bộ hay đơn vị nào mang mã “%s”. Hãy xem lại mã trong danh sách nhân sự.", code)
}
