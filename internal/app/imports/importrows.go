package imports

import (
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// set lays a non-empty cell over a field.
func set[T comparable](field *T, cell T) {
	var zero T
	if cell != zero {
		*field = cell
	}
}

// setTexts takes the plain texts of a row over, where it has any.
func setTexts[T comparable](list []tdkt.TextOf[T], to *T, from T) {
	var none T
	if from == none {
		return
	}
	for _, t := range list {
		set(t.Of(to), *t.Of(&from))
	}
}

func (b *importer) unitRows(rows []tdkt.UnitRow) {
	matchRows(b, spec[tdkt.UnitRow, tdkt.Unit]{
		sheet: tdkt.SheetUnits, have: b.v.Units, line: func(r tdkt.UnitRow) int { return int(r.Line) },
		key: func(r tdkt.UnitRow) (string, bool) {
			if r.Into != "" {
				if _, ok := b.unit(tdkt.SheetUnits, "Mã đơn vị kế thừa", int(r.Line), r.Into); !ok {
					return "", false
				}
			}
			if r.Parent == "" {
				return string(b.units[view.CodeKey(r.Code)]), b.units[view.CodeKey(r.Code)] != ""
			}
			_, ok := b.unit(tdkt.SheetUnits, "Mã cấp trên", int(r.Line), r.Parent)
			return string(b.units[view.CodeKey(r.Code)]), ok && b.units[view.CodeKey(r.Code)] != ""
		},
		keyOf: func(e tdkt.Unit) string { return string(e.ID) },
		fresh: func(r tdkt.UnitRow) tdkt.Unit { return tdkt.Unit{ID: b.units[view.CodeKey(r.Code)], Code: r.Code} },
		fill: func(r tdkt.UnitRow, e *tdkt.Unit) {
			set(&e.Name, r.Name)
			set(&e.Parent, b.units[view.CodeKey(r.Parent)])
			set(&e.Kind, r.Kind)
			set(&e.Founded, r.Founded)
			set(&e.Closed, r.Closed)
			set(&e.Into, b.units[view.CodeKey(r.Into)])
			e.Counts = e.Into != "" && (e.Counts || r.Counts)
		},
		what: func(e tdkt.Unit) string { return fmt.Sprintf("%s (%s)", e.Name, e.Code) },
	}, rows)
	b.refuseCircles(rows)
}

// refuseCircles refuses units that stand above themselves.
func (b *importer) refuseCircles(rows []tdkt.UnitRow) {
	parent := map[tdkt.ID]tdkt.ID{}
	for _, u := range b.v.Units {
		parent[u.ID] = u.Parent
	}
	for _, r := range rows {
		if r.Parent != "" {
			parent[b.units[view.CodeKey(r.Code)]] = b.units[view.CodeKey(r.Parent)]
		}
	}
	for _, r := range rows {
		start := b.units[view.CodeKey(r.Code)]
		steps := 0
		for at := parent[start]; at != "" && steps <= len(parent); at = parent[at] {
			if at == start {
				b.refuse(tdkt.SheetUnits, "Mã cấp trên", int(r.Line), "Đơn vị “%s” nằm dưới chính nó. Hãy sửa lại mã cấp trên.", r.Code)
				break
			}
			steps++
		}
	}
}

func (b *importer) personRows(rows []tdkt.PersonRow) {
	matchRows(b, spec[tdkt.PersonRow, tdkt.Person]{
		sheet: tdkt.SheetPeople, have: b.v.People, line: func(r tdkt.PersonRow) int { return int(r.Line) },
		key: func(r tdkt.PersonRow) (string, bool) {
			_, ok := b.unit(tdkt.SheetPeople, "Mã đơn vị", int(r.Line), r.Unit)
			return string(b.people[view.CodeKey(r.Code)]), ok && b.people[view.CodeKey(r.Code)] != ""
		},
		keyOf: func(e tdkt.Person) string { return string(e.ID) },
		fresh: func(r tdkt.PersonRow) tdkt.Person {
			return tdkt.Person{ID: b.people[view.CodeKey(r.Code)], Code: r.Code}
		},
		fill:  func(r tdkt.PersonRow, e *tdkt.Person) { fillPerson(r, e, b.units[view.CodeKey(r.Unit)]) },
		check: view.CheckDays,
		what:  func(e tdkt.Person) string { return fmt.Sprintf("%s (%s)", e.Name, e.Code) },
	}, rows)
	b.warnSharedCCCD(rows)
}

// warnSharedCCCD names people of the file whose CCCD someone else has.
func (b *importer) warnSharedCCCD(rows []tdkt.PersonRow) {
	owner := map[string]tdkt.ID{}
	for _, p := range b.v.People {
		owner[p.CCCD] = p.ID
	}
	for _, r := range rows {
		id := b.people[view.CodeKey(r.Code)]
		if other, taken := owner[r.CCCD]; taken && r.CCCD != "" && other != id {
			b.warn(tdkt.SheetPeople, "Số CCCD", int(r.Line), "Số CCCD của %s cũng là số của %s. Hãy xem lại: hai người không thể có cùng một số.", r.Name, b.spoken(other))
		}
		owner[r.CCCD] = id
	}
}

func fillPerson(r tdkt.PersonRow, e *tdkt.Person, unit tdkt.ID) {
	set(&e.Name, r.Name)
	set(&e.Born, r.Born)
	if e.Born == 0 {
		set(&e.BornYear, r.BornYear)
	} else {
		e.BornYear = 0
	}
	set(&e.Sex, r.Sex)
	set(&e.CCCD, r.CCCD)
	set(&e.Unit, unit)
	set(&e.Position, r.Position)
	set(&e.Employment, r.Employment)
	if r.LeaderGiven {
		e.Leader = r.Leader
	}
	set(&e.Start, r.Start)
	set(&e.End, r.End)
	setTexts(tdkt.PersonTexts(), e, r.Texts)
}

func (b *importer) postRows(rows []tdkt.PostRow) {
	key := func(r tdkt.PostRow) (string, bool) {
		p, ok := b.person(tdkt.SheetPosts, int(r.Line), r.Code)
		u, ok2 := b.unit(tdkt.SheetPosts, "Mã đơn vị", int(r.Line), r.Unit)
		return view.KeyOf(p, r.From, u), ok && ok2
	}
	matchRows(b, spec[tdkt.PostRow, tdkt.Post]{
		sheet: tdkt.SheetPosts, have: b.v.Posts, line: func(r tdkt.PostRow) int { return int(r.Line) },
		key: key, keyOf: func(e tdkt.Post) string { return view.KeyOf(e.Person, e.From, e.Unit) },
		fresh: func(r tdkt.PostRow) tdkt.Post {
			return tdkt.Post{ID: tdkt.NewID(), Person: b.people[view.CodeKey(r.Code)], From: r.From, Unit: b.units[view.CodeKey(r.Unit)]}
		},
		fill: func(r tdkt.PostRow, e *tdkt.Post) {
			set(&e.To, r.To)
			set(&e.Position, r.Position)
			if r.LeaderGiven {
				e.Leader = r.Leader
			}
		},
		what: func(e tdkt.Post) string {
			return fmt.Sprintf("%s: %s từ %s", b.spoken(e.Person), b.names[e.Unit], e.From)
		},
	}, rows)
}

func (b *importer) ratingRows(rows []tdkt.RatingRow) {
	rows = slices.DeleteFunc(rows, func(r tdkt.RatingRow) bool {
		s, ok := b.subject(tdkt.SheetRatings, int(r.Line), r.Code)
		return !ok || r.Level == "" && !b.levelOf(&r, s)
	})
	for i := range rows {
		who := b.known(rows[i].Code)
		b.levelOf(&rows[i], who)
		b.ratingLines[view.KeyOf(rows[i].Year, view.SubjectKey(who))] = int(rows[i].Line)
	}
	matchRows(b, spec[tdkt.RatingRow, tdkt.Rating]{
		sheet: tdkt.SheetRatings, have: b.v.Ratings, line: func(r tdkt.RatingRow) int { return int(r.Line) },
		key: func(r tdkt.RatingRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetRatings, int(r.Line), r.Code)
			return view.KeyOf(r.Year, view.SubjectKey(s)), ok
		},
		keyOf: func(e tdkt.Rating) string { return view.KeyOf(e.Year, view.SubjectKey(e.Subject)) },
		fresh: func(r tdkt.RatingRow) tdkt.Rating {
			return tdkt.Rating{ID: tdkt.NewID(), Year: r.Year, Subject: b.known(r.Code)}
		},
		fill: func(r tdkt.RatingRow, e *tdkt.Rating) {
			set(&e.Level, r.Level)
			set(&e.Points, r.Points)
			set(&e.Decision, r.Decision)
			set(&e.Notified, r.Notified)
			setTexts(tdkt.RatingTexts(), e, r.Texts)
		},
		check: b.ratingProblem,
		what: func(e tdkt.Rating) string {
			return fmt.Sprintf("%s năm %d: %s", b.spoken(e.Subject.ID), e.Year, e.Level)
		},
	}, rows)
}

// known is the subject of a code already resolved.
func (b *importer) known(code string) tdkt.Subject {
	if id, ok := b.people[view.CodeKey(code)]; ok {
		return tdkt.PersonSubject(id)
	}
	return tdkt.UnitSubject(b.units[view.CodeKey(code)])
}

func (b *importer) awardRows(rows []tdkt.AwardRow) {
	no := func(e tdkt.Award) string { return e.Decision }
	matchRows(b, spec[tdkt.AwardRow, tdkt.Award]{
		sheet: tdkt.SheetAwards, have: b.v.Awards, line: func(r tdkt.AwardRow) int { return int(r.Line) },
		key: func(r tdkt.AwardRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetAwards, int(r.Line), r.Code)
			ok = ok && b.awardTitle(r, s)
			return view.KeyOf(view.SubjectKey(s), r.Title, r.From, r.To), ok
		},
		keyOf: func(e tdkt.Award) string { return view.KeyOf(view.SubjectKey(e.Subject), e.Code, e.From, e.To) },
		no:    no,
		fresh: func(r tdkt.AwardRow) tdkt.Award {
			return tdkt.Award{ID: tdkt.NewID(), Subject: b.known(r.Code), Code: r.Title, From: r.From, To: r.To}
		},
		fill: func(r tdkt.AwardRow, e *tdkt.Award) {
			set(&e.Decision, r.Decision)
			set(&e.Date, r.Date)
			set(&e.Level, r.Level)
			setTexts(tdkt.AwardTexts(), e, r.Texts)
			if r.RevokedGiven {
				e.Revoked = r.Revoked
			}
		},
		same: func(r tdkt.AwardRow, e tdkt.Award) bool { return r.Revoked == e.Revoked },
		near: func(e tdkt.Award) string { return view.KeyOf(view.SubjectKey(e.Subject), e.Code, e.From, e.To) },
		what: func(e tdkt.Award) string {
			return fmt.Sprintf("%s: %s %s", b.spoken(e.Subject.ID), b.v.TitleName(e.Code), years(e.From, e.To))
		},
	}, rows)
}

func years(from, to int) string {
	if from == to {
		return fmt.Sprintf("năm %d", from)
	}
	return fmt.Sprintf("năm %d–%d", from, to)
}

func (b *importer) initiativeRows(rows []tdkt.InitiativeRow) {
	no := func(e tdkt.Initiative) string { return e.Decision }
	matchRows(b, spec[tdkt.InitiativeRow, tdkt.Initiative]{
		sheet: tdkt.SheetInitiatives, have: b.v.Initiatives, line: func(r tdkt.InitiativeRow) int { return int(r.Line) },
		key: func(r tdkt.InitiativeRow) (string, bool) {
			p, ok := b.person(tdkt.SheetInitiatives, int(r.Line), r.Code)
			return view.KeyOf(r.Year, p, tdkt.Fold(r.Title), r.Kind, r.Scope), ok
		},
		keyOf: func(e tdkt.Initiative) string {
			return view.KeyOf(e.Year, e.Person, tdkt.Fold(e.Title), e.Kind, e.Scope)
		},
		no: no,
		fresh: func(r tdkt.InitiativeRow) tdkt.Initiative {
			return tdkt.Initiative{ID: tdkt.NewID(), Year: r.Year, Person: b.people[view.CodeKey(r.Code)], Title: r.Title, Kind: r.Kind, Scope: r.Scope}
		},
		fill: func(r tdkt.InitiativeRow, e *tdkt.Initiative) {
			set(&e.Decision, r.Decision)
			set(&e.Date, r.Date)
			set(&e.Share, r.Share)
		},
		near: func(e tdkt.Initiative) string { return view.KeyOf(e.Year, e.Person, tdkt.Fold(e.Title), e.Kind) },
		what: func(e tdkt.Initiative) string {
			return fmt.Sprintf("%s năm %d: %s", b.spoken(e.Person), e.Year, e.Title)
		},
	}, rows)
}

func (b *importer) disciplineRows(rows []tdkt.DisciplineRow) {
	matchRows(b, spec[tdkt.DisciplineRow, tdkt.Discipline]{
		sheet: tdkt.SheetDisciplines, have: b.v.Disciplines, line: func(r tdkt.DisciplineRow) int { return int(r.Line) },
		key: func(r tdkt.DisciplineRow) (string, bool) {
			p, ok := b.person(tdkt.SheetDisciplines, int(r.Line), r.Code)
			return view.KeyOf(p, r.Form, r.Date), ok
		},
		keyOf: func(e tdkt.Discipline) string { return view.KeyOf(e.Person, e.Form, e.Date) },
		fresh: func(r tdkt.DisciplineRow) tdkt.Discipline {
			return tdkt.Discipline{ID: tdkt.NewID(), Person: b.people[view.CodeKey(r.Code)], Form: r.Form, Date: r.Date}
		},
		fill: func(r tdkt.DisciplineRow, e *tdkt.Discipline) {
			set(&e.Decision, r.Decision)
			set(&e.Kind, r.Kind)
			set(&e.CountsIn, r.CountsIn)
		},
		what: func(e tdkt.Discipline) string {
			return fmt.Sprintf("%s: %s ngày %s", b.spoken(e.Person), e.Form, e.Date)
		},
	}, rows)
}
