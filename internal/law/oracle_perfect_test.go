package law_test

import (
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// writePerfect gives the world's subject what its title needs, in one of the ways the
// title may be met. It need not always succeed: the tests count how often it does.
func (w *world) writePerfect() {
	if w.who.Kind == tdkt.APerson {
		w.perfectPerson()
		return
	}
	w.perfectUnit()
}

func (w *world) perfectPerson() {
	y := w.year
	w.begin(w.between(2008, 2012))
	switch w.title {
	case "LDTT":
		w.perfectLDTT()
	case "CSTDCS":
		w.perfectLDTT()
		if regimeA(y) || w.chance(60) {
			w.initiative(w.who.ID, y, pick(w, tdkt.Scopes()...), w.someKind())
		} else {
			w.rate(w.who, y, tdkt.Excellent)
		}
	case "CSTDT":
		w.spread(y-2, y)
		w.initiative(w.who.ID, w.between(y-2, y), pick(w, tdkt.Province, tdkt.Nation), w.someKind())
	case "CSTDTQ":
		t := y - w.between(0, 1)
		w.award(w.who, "CSTDT", t-2, t)
		w.award(w.who, "CSTDT", t-5, t-3)
		w.spread(t-5, t)
		w.initiative(w.who.ID, w.between(t-5, t), tdkt.Nation, w.someKind())
	case "BKT":
		w.perfectBKT()
	default:
		w.perfectPersonRank()
	}
}

func (w *world) perfectLDTT() {
	y := w.year
	w.rate(w.who, y, pick(w, tdkt.Excellent, tdkt.Good))
	w.pledge(w.who, y)
	w.s.Disciplines = slices.DeleteFunc(w.s.Disciplines, func(d tdkt.Discipline) bool {
		return d.Person == w.who.ID && d.Date.Year() == y
	})
	w.editPerson(func(p *tdkt.Person) {
		if w.chance(30) { // ten months to the day, and one day less
			p.Start = pick(w, tdkt.Date(y, 3, 1), tdkt.Date(y, 3, 2), tdkt.Date(y, 2, 28))
		}
		if w.chance(25) {
			p.End = pick(w, tdkt.Date(y, 10, 31), tdkt.Date(y, 10, 30), tdkt.Date(y, 12, 30), tdkt.LastDay(y))
		}
	})
}

func (w *world) perfectBKT() {
	y := w.year
	if !regimeA(y) && w.chance(50) {
		w.spread(y-1, y)
		return
	}
	w.rateEach(y-1, y, tdkt.Excellent)
	kind := w.someKind()
	for range 2 {
		w.initiative(w.who.ID, w.between(y-1, y), pick(w, tdkt.Scopes()...), kind)
	}
}

// perfectPersonRank is BKTTG and the three ranks of the Labour Order.
func (w *world) perfectPersonRank() {
	y, gap := w.year, w.between(5, 7)
	before := map[string]string{"BKTTG": "BKT", "HCLD3": "BKTTG", "HCLD2": "HCLD3", "HCLD1": "HCLD2"}[w.title]
	had := y - gap
	w.award(w.who, before, had-w.between(0, 1), had)
	if regimeA(y) {
		w.rateEach(y-gap+1, y, tdkt.Excellent)
		need := map[string]int{"BKTTG": 5, "HCLD3": 2}[w.title]
		if decree65(y) {
			need += map[string]int{"HCLD2": 3, "HCLD1": 4}[w.title]
		}
		for range need {
			scope := pick(w, tdkt.Province, tdkt.Nation)
			if w.title == "BKTTG" {
				scope = pick(w, tdkt.Scopes()...)
			}
			w.initiative(w.who.ID, w.between(y-gap+1, y), scope, tdkt.Innovation)
		}
		return
	}
	w.rateEach(y-gap+1, y, tdkt.Good)
	best := map[string]int{"HCLD3": 1, "HCLD2": 2, "HCLD1": 3}[w.title]
	for i := range best {
		w.rate(w.who, y-i, tdkt.Excellent)
	}
	if w.title == "BKTTG" || w.title == "HCLD3" {
		w.spread(y-4+w.between(0, 2), y)
	}
	for i := range map[string]int{"HCLD2": 1, "HCLD1": 2}[w.title] {
		w.award(w.who, "CSTDT", y-i-2, y-i)
	}
}

func (w *world) perfectUnit() {
	y := w.year
	w.begin(y - w.between(10, 14))
	switch w.title {
	case "TTLDTT":
		w.rate(w.who, y, pick(w, tdkt.Excellent, tdkt.Good))
		w.perfectMembers()
	case "TTLDXS":
		w.rate(w.who, y, tdkt.Excellent)
		w.perfectMembers()
	case "BKT":
		w.outstanding(y-1, y)
	default:
		w.perfectUnitRank()
	}
}

func (w *world) perfectUnitRank() {
	y, gap := w.year, w.between(5, 7)
	before := map[string]string{"BKTTG": "BKT", "HCLD3": "BKTTG", "HCLD2": "HCLD3", "HCLD1": "HCLD2"}[w.title]
	w.award(w.who, before, y-gap-w.between(0, 1), y-gap)
	if regimeA(y) {
		w.rateEach(y-gap+1, y, tdkt.Excellent)
		if decree65(y) {
			for i := range 4 {
				w.award(w.who, "COTINH", y-i, y-i)
			}
		}
		return
	}
	w.rateEach(y-gap+1, y-5, pick(w, tdkt.Good, tdkt.Excellent))
	w.outstanding(y-4, y)
	flags := map[string][][]string{
		"BKTTG": {{"COTINH"}, {"BKT", "BKT"}},
		"HCLD3": {{"COCP"}, {"COTINH", "COTINH"}, {"COTINH", "BKT"}, {"BKT", "BKT"}},
		"HCLD2": {{"COCP", "COTINH"}, {"COTINH", "COTINH", "COTINH"}, {"BKT", "BKT", "BKT"}},
		"HCLD1": {
			{"COCP", "COCP"},
			{"COCP", "COTINH", "COTINH"},
			{"COTINH", "COTINH", "COTINH", "COTINH"},
			{"BKT", "BKT", "BKT", "BKT"},
		},
	}[w.title]
	first := y - w.between(0, 1)
	for i, code := range pick(w, flags...) {
		w.award(w.who, code, first-i, first-i)
	}
}

// perfectMembers makes the share of LDTT fall on or beside the statute's limit.
func (w *world) perfectMembers() {
	y := w.year
	if w.chance(30) {
		w.gatherTen()
	}
	ids := newOracle(w.s).members(w.who.ID, y)
	w.s.Disciplines = slices.DeleteFunc(w.s.Disciplines, func(d tdkt.Discipline) bool {
		return slices.Contains(ids, d.Person) && d.Date.Year() == y && w.chance(80)
	})
	limit := (len(ids)*7 + 9) / 10
	if w.title == "TTLDTT" && regimeA(y) {
		limit = len(ids)/2 + 1
	}
	limit += []int{-1, 0, 0, 0, 1, len(ids)}[w.r.IntN(6)]
	for i, id := range ids {
		who := tdkt.PersonSubject(id)
		if i < limit {
			code := pick(w, "LDTT", "LDTT", "CSTDCS", "CSTDT", "CSTDTQ")
			if i == 0 && w.chance(90) {
				code = "CSTDCS"
			}
			w.award(who, code, y, y)
		}
		if w.chance(93) {
			w.rate(who, y, pick(w, tdkt.Excellent, tdkt.Good, tdkt.Done))
		}
	}
}

// gatherTen puts ten people into the room and everybody else out of service, so that
// five are a half and seven are 70 % to the person.
func (w *world) gatherTen() {
	w.s.Posts = nil
	for len(w.s.People) < 10 {
		n := len(w.s.People)
		w.s.People = append(w.s.People, tdkt.Person{ID: w.id(), Code: fmt.Sprintf("CB%03d", n+1), Name: "Trần Thị Mới"})
	}
	for i := range w.s.People {
		p := &w.s.People[i]
		p.Unit, p.Start, p.End = w.who.ID, 0, 0
		if i >= 10 {
			p.End = tdkt.Date(w.year, 12, 30)
		}
	}
}

// spread gives CSTDCS for each year, as one row of several years or one a year.
func (w *world) spread(from, to int) {
	if w.chance(30) {
		w.award(w.who, "CSTDCS", from, to)
		return
	}
	for y := from; y <= to; y++ {
		w.award(w.who, "CSTDCS", y, y)
	}
}

func (w *world) rateEach(from, to int, level tdkt.Level) {
	for y := from; y <= to; y++ {
		w.rate(w.who, y, level)
	}
}

// outstanding is HTXS, or TTLDXS with a lesser rating or none.
func (w *world) outstanding(from, to int) {
	for y := from; y <= to; y++ {
		if w.chance(60) {
			w.rate(w.who, y, tdkt.Excellent)
			continue
		}
		w.award(w.who, "TTLDXS", y, y)
	}
}

// begin enters the start of service, or the founding, and no end.
func (w *world) begin(year int) {
	day := w.someDay(year)
	if w.who.Kind == tdkt.APerson {
		w.editPerson(func(p *tdkt.Person) { p.Start, p.End = day, 0 })
		return
	}
	w.editUnit(func(u *tdkt.Unit) { u.Founded = day })
}

func (w *world) editPerson(edit func(*tdkt.Person)) {
	for i := range w.s.People {
		if w.s.People[i].ID == w.who.ID {
			edit(&w.s.People[i])
		}
	}
}

func (w *world) editUnit(edit func(*tdkt.Unit)) {
	for i := range w.s.Units {
		if w.s.Units[i].ID == w.who.ID {
			edit(&w.s.Units[i])
		}
	}
}
