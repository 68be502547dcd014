package pledges

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// title is a column of ticks.
type title struct {
	code, name, short string
	main              bool // has its column without being asked for
}

// row is one person or unit and what it registered in the year.
type row struct {
	subject tdkt.Subject
	name    string // with the year of birth or code where there are namesakes
	unit    string
	detail  string // position of a person, kind of a unit
	pledges []tdkt.Pledge
	barred  []view.Barred // titles registered that cannot come true in the year
	page    *page         // as it was when the row was read
}

func (r row) key() string { return string(r.subject.ID) }

func (r row) has(code string) bool { return at(r.pledges, code) >= 0 }

// tick is the text of a column of ticks.
func (r row) tick(code string) string {
	if r.has(code) {
		return "x"
	}
	return ""
}

// initiative is what the pledges name, each once.
func (r row) initiative() string {
	var out []string
	for _, p := range r.pledges {
		if p.Initiative != "" && !slices.Contains(out, p.Initiative) {
			out = append(out, p.Initiative)
		}
	}
	return strings.Join(out, "; ")
}

// note says in words what the colour of the row means.
func (r row) note() string {
	switch {
	case len(r.pledges) == 0 && r.page.shut():
		return wordNever
	case len(r.pledges) == 0:
		return wordNotYet
	case len(r.barred) > 0:
		return fmt.Sprintf(textBarred, strings.Join(r.barredNames(), ", "))
	}
	return ""
}

// barredNames are the titles that cannot come true, in short.
func (r row) barredNames() []string {
	out := make([]string, len(r.barred))
	for i, b := range r.barred {
		out[i] = b.Short
	}
	return out
}

func (r row) style() kit.RowStyle {
	switch {
	case len(r.pledges) == 0 && r.page.shut():
		return kit.Muted
	case len(r.pledges) == 0 || len(r.barred) > 0:
		return kit.Warning
	}
	return kit.Normal
}

// query is what the tab shows.
type query struct {
	year    int
	unit    tdkt.ID
	kind    tdkt.SubjectKind
	missing bool     // only who has not registered
	more    []string // codes of further columns asked for
}

// page is everything the tab shows, read from one view.
type page struct {
	query
	titles []title // the columns
	others []title // titles of the year without a column
	rows   []row
	rooms  []desk.Room
	closed bool
	locked bool
}

// read makes the page; it runs away from the screen.
func read(v *view.View, q query) *page {
	y := v.YearOf(q.year)
	p := &page{query: q, closed: y.IsClosed(tdkt.PledgeBook), locked: y.Locked}
	rows := subjects(v, q)
	fill(v, q.year, rows)
	if !p.shut() {
		bar(v, q.year, rows)
	}
	p.rooms = roomsOf(rows)
	p.titles, p.others = titlesOf(v, q, rows)
	for i := range rows {
		rows[i].page = p
	}
	p.rows = rows
	if q.missing {
		p.rows = slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return len(r.pledges) > 0 })
	}
	return p
}

// shut says whether nothing may be changed.
func (p *page) shut() bool { return p.closed || p.locked }

// columnKey changes when the page needs other columns.
func (p *page) columnKey() string {
	var codes []string
	for _, t := range p.titles {
		codes = append(codes, t.code)
	}
	return string(p.kind) + " " + strings.Join(codes, " ")
}

// subjects lists the people or units of the year in the unit chosen.
func subjects(v *view.View, q query) []row {
	var out []row
	if q.kind == tdkt.AUnit {
		for _, u := range v.UnitsOf(q.year, q.unit) {
			out = append(out, row{subject: tdkt.UnitSubject(u.ID), name: u.Name, unit: v.UnitName(u.Parent), detail: u.Kind})
		}
		return out
	}
	people := v.PeopleOf(q.year, q.unit)
	names := view.Namesakes(people)
	for _, p := range people {
		out = append(out, row{subject: tdkt.PersonSubject(p.ID), name: names[p.ID], unit: v.UnitName(v.UnitIn(p, q.year)), detail: p.Position})
	}
	return out
}

// fill lays the pledges of the year over the rows.
func fill(v *view.View, year int, rows []row) {
	place := places(rows)
	for _, p := range v.Pledges {
		if i, ok := place[p.Subject]; ok && p.Year == year {
			rows[i].pledges = append(rows[i].pledges, p)
		}
	}
}

func places(rows []row) map[tdkt.Subject]int {
	out := make(map[tdkt.Subject]int, len(rows))
	for i, r := range rows {
		out[r.subject] = i
	}
	return out
}

// bar notes which titles registered cannot be reached in the year any more.
func bar(v *view.View, year int, rows []row) {
	for i, r := range rows {
		for _, p := range r.pledges {
			rows[i].barred = append(rows[i].barred, v.BarredOf(year, r.subject, p.Title)...)
		}
	}
}

// titlesOf parts the titles of the year into those that have a column (danh hiệu,
// what somebody registered, what was asked for) and the others.
func titlesOf(v *view.View, q query, rows []row) (columns, others []title) {
	used := map[string]bool{}
	for _, code := range q.more {
		used[code] = true
	}
	for _, r := range rows {
		for _, p := range r.pledges {
			used[p.Title] = true
		}
	}
	for _, t := range yearTitles(v, q) {
		if t.main || used[t.code] {
			columns = append(columns, t)
			delete(used, t.code)
			continue
		}
		others = append(others, t)
	}
	for _, c := range v.Rules.Codes() { // registered, though no title of this year
		if used[c.Code] {
			columns = append(columns, title{code: c.Code, name: c.Name, short: c.Short})
		}
	}
	return columns, others
}

// yearTitles are the titles of the year's regime; the catalogue's where none covers it.
func yearTitles(v *view.View, q query) []title {
	var out []title
	if g, err := v.Rules.Criteria(q.year); err == nil {
		for _, t := range g.TitlesFor(q.kind) {
			out = append(out, title{code: t.Code, name: t.Name, short: t.Short, main: t.Group == mainGroup})
		}
		return out
	}
	for _, c := range v.Rules.Codes() {
		if slices.Contains(c.Kinds, q.kind) {
			out = append(out, title{code: c.Code, name: c.Name, short: c.Short, main: c.Group == mainGroup})
		}
	}
	return out
}

// mainGroup is the group of titles people register by habit, as the law files write it.
const mainGroup = "danh hiệu"

// totals counts each column over the rows shown.
func totals(titles []title, shown []row) string {
	parts := make([]string, 0, len(titles))
	for _, t := range titles {
		n := 0
		for _, r := range shown {
			if r.has(t.code) {
				n++
			}
		}
		parts = append(parts, fmt.Sprintf(textTotals, t.short, n))
	}
	return strings.Join(parts, " · ")
}

// added counts what a bulk registration would add, and what is there already.
func added(rows []row, codes []string) (add, have int) {
	for _, r := range rows {
		for _, c := range codes {
			if r.has(c) {
				have++
			} else {
				add++
			}
		}
	}
	return add, have
}

func subjectsOf(rows []row) []tdkt.Subject {
	out := make([]tdkt.Subject, len(rows))
	for i, r := range rows {
		out[i] = r.subject
	}
	return out
}
