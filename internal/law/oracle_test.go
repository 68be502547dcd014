package law_test

import "tdkt/internal/tdkt"

// The oracle is a second reading of the design, written by another hand than the
// engine's and on purpose without any art: every question walks the rows of the
// snapshot again. Where the two disagree, one of them misreads the law. Above each
// rule stands the sentence of the design it says; manual needs are never ticked
// here, so they are left out of every combination.
type oracle struct {
	s        *tdkt.Snapshot
	flagless tri // "the unit cannot get flags", as ticked; triNo only when ticked không đạt
}

// newOracle reads a snapshot in which "cannot get flags" is not ticked, and so neutral.
func newOracle(s *tdkt.Snapshot) oracle { return oracle{s: s, flagless: triYes} }

// local is the value the Sở set for the year, "" for none.
func (o oracle) local(year int, key string) string {
	for _, l := range o.s.Locals {
		if l.Year == year && l.Key == key {
			return l.Value
		}
	}
	return ""
}

// tri is an answer, ordered so that "within one alternative" is the least of the
// needs and "between alternatives" is the greatest.
type tri int

const (
	triNo tri = iota
	triUnknown
	triYes
)

func (t tri) String() string { return [...]string{"no", "unknown", "yes"}[t] }

// allOf: "any không đủ gives không đủ; else any thiếu gives thiếu; else đủ".
func allOf(needs ...tri) tri {
	out := triYes
	for _, n := range needs {
		if n < out {
			out = n
		}
	}
	return out
}

// anyOf: "any đủ gives đủ; else any thiếu gives thiếu; else không đủ".
func anyOf(ways ...tri) tri {
	out := triNo
	for _, w := range ways {
		if w > out {
			out = w
		}
	}
	return out
}

func triOf(b bool) tri {
	if b {
		return triYes
	}
	return triNo
}

// missing: "What turns 'no row' into 'no' is a closed book".
func missing(closed bool) tri {
	if closed {
		return triNo
	}
	return triUnknown
}

func (o oracle) closed(year int, book tdkt.Book) bool {
	for at := range o.s.Years {
		y := &o.s.Years[at]
		if y.Year != year {
			continue
		}
		switch book {
		case tdkt.PledgeBook:
			return y.Closed.Pledges
		case tdkt.RatingBook:
			return y.Closed.Ratings
		case tdkt.InitiativeBook:
			return y.Closed.Initiatives
		case tdkt.TitleBook:
			return y.Closed.Titles
		}
	}
	return false
}

func (o oracle) allClosed(from, to int, book tdkt.Book) bool {
	for y := from; y <= to; y++ {
		if !o.closed(y, book) {
			return false
		}
	}
	return true
}

var oracleLevels = map[tdkt.Level]int{"KHT": 1, "HT": 2, "HTT": 3, "HTXS": 4}

// rated: "Rating(y) ≥ L: no row: no when the xếp loại book of y is closed, else unknown."
func (o oracle) rated(who tdkt.Subject, year int, least tdkt.Level) tri {
	for at := range o.s.Ratings {
		r := &o.s.Ratings[at]
		if r.Year == year && r.Subject == who {
			return triOf(oracleLevels[r.Level] >= oracleLevels[least])
		}
	}
	return missing(o.closed(year, tdkt.RatingBook))
}

func (o oracle) ratedEach(who tdkt.Subject, from, to int, least tdkt.Level) tri {
	out := triYes
	for y := from; y <= to; y++ {
		out = allOf(out, o.rated(who, y, least))
	}
	return out
}

// ratedYears is "of them ≥ n HTXS": years that are sure, and years that may be.
func (o oracle) ratedYears(who tdkt.Subject, from, to int, least tdkt.Level, n int) tri {
	sure, maybe := 0, 0
	for y := from; y <= to; y++ {
		switch o.rated(who, y, least) {
		case triYes:
			sure++
		case triUnknown:
			maybe++
		case triNo:
		}
	}
	switch {
	case sure >= n:
		return triYes
	case sure+maybe < n:
		return triNo
	default:
		return triUnknown
	}
}

// yearly: "yearly titles (LDTT, CSTDCS, TTLDTT, TTLDXS, COTINH, COCP)".
func yearly(code string) bool {
	switch code {
	case "LDTT", "CSTDCS", "TTLDTT", "TTLDXS", "COTINH", "COCP":
		return true
	}
	return false
}

// given: "yearly titles: a row whose years include y; all other codes: a row whose
// last year is y. Revoked rows do not exist. No row: no when the danh hiệu book of y
// is closed, else unknown.".
func (o oracle) given(who tdkt.Subject, code string, year int) tri {
	for at := range o.s.Awards {
		a := &o.s.Awards[at]
		if a.Revoked || a.Subject != who || a.Code != code {
			continue
		}
		if yearly(code) && a.From <= year && year <= a.To {
			return triYes
		}
		if !yearly(code) && a.To == year {
			return triYes
		}
	}
	return missing(o.closed(year, tdkt.TitleBook))
}

func (o oracle) givenEach(who tdkt.Subject, code string, from, to int) tri {
	out := triYes
	for y := from; y <= to; y++ {
		out = allOf(out, o.given(who, code, y))
	}
	return out
}

// awarded: "Counting awards (≥ n of a code in years a..b): enough: yes; else no when
// all danh hiệu books of a..b are closed, else unknown", and "an answer is thiếu dữ liệu
// only if some entry could make it đủ": a yearly code can be entered once a year. Yearly
// codes count their distinct years, the others their rows by last year.
func (o oracle) awarded(who tdkt.Subject, code string, from, to, n int) tri {
	years, rows := map[int]bool{}, 0
	for at := range o.s.Awards {
		a := &o.s.Awards[at]
		if a.Revoked || a.Subject != who || a.Code != code {
			continue
		}
		for y := from; y <= to; y++ {
			if a.From <= y && y <= a.To {
				years[y] = true
			}
			if a.To == y {
				rows++
			}
		}
	}
	if !yearly(code) {
		if rows >= n {
			return triYes
		}
		return missing(o.allClosed(from, to, tdkt.TitleBook))
	}
	if len(years) >= n {
		return triYes
	}
	for y := from; y <= to; y++ {
		if !o.closed(y, tdkt.TitleBook) {
			years[y] = true
		}
	}
	return missing(len(years) < n)
}

func (o oracle) began(who tdkt.Subject) tdkt.Day {
	if who.Kind == tdkt.APerson {
		return o.person(who.ID).Start
	}
	return o.unit(who.ID).Founded
}

// since: "the years run from the one after the award's last year to Y. Candidates are every
// row of the code with last year < Y, and every year from the start of service (unit:
// founding; unknown start: Y − 45) to Y − 1 whose danh hiệu book is open … A candidate of
// the second kind can at most make thiếu dữ liệu: it is no when the years after it already
// fail. Any yes gives yes; else any unknown gives unknown; else no.".
func (o oracle) since(who tdkt.Subject, code string, year int, rest func(first int) tri) tri {
	out := triNo
	for at := range o.s.Awards {
		a := &o.s.Awards[at]
		if !a.Revoked && a.Subject == who && a.Code == code && a.To < year {
			out = anyOf(out, rest(a.To+1))
		}
	}
	first := year - 45
	if began := o.began(who); began != 0 {
		first = began.Year()
	}
	for y := first; y < year; y++ {
		if !o.closed(y, tdkt.TitleBook) {
			out = anyOf(out, allOf(triUnknown, rest(y+1)))
		}
	}
	return out
}

// atLeastFive: "'at least 5' = there are ≥ 5 such years".
func atLeastFive(first, year int) tri { return triOf(year-first+1 >= 5) }

var oracleScopes = map[tdkt.Scope]int{"cơ sở": 1, "tỉnh": 2, "toàn quốc": 3}

// initiatives: "(n of at least scope s in years a..b): enough rows: yes; else no when
// all sáng kiến books of a..b are closed, else unknown." No kind named: both count.
func (o oracle) initiatives(person tdkt.ID, n int, least tdkt.Scope, from, to int, kinds ...tdkt.InitiativeKind) tri {
	count := 0
	for at := range o.s.Initiatives {
		i := &o.s.Initiatives[at]
		if i.Person != person || i.Year < from || i.Year > to || oracleScopes[i.Scope] < oracleScopes[least] {
			continue
		}
		if len(kinds) == 0 {
			count++
		}
		for _, k := range kinds {
			if i.Kind == k {
				count++
			}
		}
	}
	if count >= n {
		return triYes
	}
	return missing(o.allClosed(from, to, tdkt.InitiativeBook))
}

// registered: "any pledge of that person for Y" and the closed pledge book of § 3.
func (o oracle) registered(who tdkt.Subject, year int) tri {
	for at := range o.s.Pledges {
		p := &o.s.Pledges[at]
		if p.Year == year && p.Subject == who {
			return triYes
		}
	}
	return missing(o.closed(year, tdkt.PledgeBook))
}

// served: "served part of Y from max(start, 1/1) to min(end, 31/12); at least n months
// when its first day plus n months is not after the day following its last. No start
// date: unknown" — unless the last day leaves no room for so many months.
func (o oracle) served(person tdkt.ID, year, months int) tri {
	p := o.person(person)
	first, last := tdkt.FirstDay(year), tdkt.LastDay(year)
	if p.Start > first {
		first = p.Start
	}
	if p.End != 0 && p.End < last {
		last = p.End
	}
	if enough := first.AddMonths(months) <= last.Next(); !enough || p.Start != 0 {
		return triOf(enough)
	}
	return triUnknown
}

var oraclePenalties = map[tdkt.Penalty]int{
	"khiển trách": 1, "cảnh cáo": 2, "hạ bậc lương": 3,
	"giáng chức": 4, "cách chức": 5, "buộc thôi việc": 6,
}

// undisciplined: "Discipline … closed-world: no row means none"; decided in Y.
func (o oracle) undisciplined(person tdkt.ID, year int, least tdkt.Penalty) tri {
	for at := range o.s.Disciplines {
		d := &o.s.Disciplines[at]
		if d.Person == person && d.Date.Year() == year && oraclePenalties[d.Form] >= oraclePenalties[least] {
			return triNo
		}
	}
	return triYes
}

func (o oracle) person(id tdkt.ID) tdkt.Person {
	for at := range o.s.People {
		p := &o.s.People[at]
		if p.ID == id {
			return *p
		}
	}
	return tdkt.Person{}
}

func (o oracle) unit(id tdkt.ID) tdkt.Unit {
	for _, u := range o.s.Units {
		if u.ID == id {
			return u
		}
	}
	return tdkt.Unit{}
}

// held: "Holds are read on 31/12/Y (-on DATE for another day)"; the subject's own only.
func (o oracle) held(who tdkt.Subject, on tdkt.Day) bool {
	for _, h := range o.s.Holds {
		if h.Subject == who && h.From <= on && (h.To == 0 || on <= h.To) {
			return true
		}
	}
	return false
}

// judged: "people whose service overlaps Y (no start date: included), units founded by
// 31/12/Y (no date: included)". The order is the snapshot's.
func (o oracle) judged(year int) []tdkt.Subject {
	var out []tdkt.Subject
	for at := range o.s.People {
		p := &o.s.People[at]
		if p.Start <= tdkt.LastDay(year) && (p.End == 0 || p.End >= tdkt.FirstDay(year)) {
			out = append(out, tdkt.PersonSubject(p.ID))
		}
	}
	for _, u := range o.s.Units {
		if u.Founded <= tdkt.LastDay(year) && (u.Closed == 0 || u.Closed >= tdkt.FirstDay(year)) {
			out = append(out, tdkt.UnitSubject(u.ID))
		}
	}
	return out
}
