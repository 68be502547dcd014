package law_test

import "tdkt/internal/tdkt"

// members: "Members on 31/12/Y: service covers that day (no start date: counted; last
// day 31/12 counts), unit = the unit or one below it.".
func (o oracle) members(unit tdkt.ID, year int) []tdkt.ID {
	var out []tdkt.ID
	day := tdkt.LastDay(year)
	for at := range o.s.People {
		p := &o.s.People[at]
		if p.Start > day || (p.End != 0 && p.End < day) {
			continue
		}
		for at := o.unitOn(*p, day); at != ""; at = o.unit(at).Parent {
			if at == unit {
				out = append(out, p.ID)
				break
			}
		}
	}
	return out
}

// unitOn: posts that cover the day decide, the latest begun first; who has any posts is
// judged by them alone; "no rows: the unit of Nhân sự holds for the whole service".
func (o oracle) unitOn(p tdkt.Person, day tdkt.Day) tdkt.ID {
	posts, unit, from := 0, tdkt.ID(""), tdkt.Day(-1)
	for at := range o.s.Posts {
		q := &o.s.Posts[at]
		if q.Person != p.ID {
			continue
		}
		posts++
		if q.From <= day && (q.To == 0 || day <= q.To) && q.From > from {
			unit, from = q.Unit, q.From
		}
	}
	if posts == 0 {
		return p.Unit
	}
	return unit
}

// share of members who are LDTT: "in a unit's LDTT share a member given CSTDCS, CSTDT
// or CSTDTQ for Y counts as LDTT"; "yes if the sure ones suffice, no if sure + unknown
// do not, else unknown. No members: unknown.".
func (o oracle) share(who tdkt.Subject, year int, enough func(part, whole int) bool) tri {
	sure, maybe, whole := 0, 0, 0
	for _, id := range o.members(who.ID, year) {
		whole++
		m := tdkt.PersonSubject(id)
		switch anyOf(o.given(m, "LDTT", year), o.given(m, "CSTDCS", year),
			o.given(m, "CSTDT", year), o.given(m, "CSTDTQ", year)) {
		case triYes:
			sure++
		case triUnknown:
			maybe++
		case triNo:
		}
	}
	switch {
	case whole == 0:
		return triUnknown
	case enough(sure, whole):
		return triYes
	case !enough(sure+maybe, whole):
		return triNo
	default:
		return triUnknown
	}
}

func (o oracle) noMemberWarned(who tdkt.Subject, year int) tri {
	out := triYes
	for _, id := range o.members(who.ID, year) {
		out = allOf(out, o.undisciplined(id, year, tdkt.Warning))
	}
	return out
}

// everyMemberDone: "In 'every member's rating ≥ HT' those with no rating in a closed
// book are left out"; nobody left to ask is nobody on the roll: unknown.
func (o oracle) everyMemberDone(who tdkt.Subject, year int) tri {
	out, asked := triYes, 0
	for _, id := range o.members(who.ID, year) {
		if !o.hasRating(id, year) && o.closed(year, tdkt.RatingBook) {
			continue
		}
		asked++
		out = allOf(out, o.rated(tdkt.PersonSubject(id), year, tdkt.Done))
	}
	if asked == 0 {
		return triUnknown
	}
	return out
}

func (o oracle) hasRating(person tdkt.ID, year int) bool {
	for at := range o.s.Ratings {
		r := &o.s.Ratings[at]
		if r.Subject == tdkt.PersonSubject(person) && r.Year == year {
			return true
		}
	}
	return false
}

// someMemberCSTDCS: "≥ 1 CSTDCS" among the members, as given for Y; "Nothing is
// inferred from a higher title"; "No members: unknown.".
func (o oracle) someMemberCSTDCS(who tdkt.Subject, year int) tri {
	members := o.members(who.ID, year)
	if len(members) == 0 {
		return triUnknown
	}
	out := triNo
	for _, id := range members {
		out = anyOf(out, o.given(tdkt.PersonSubject(id), "CSTDCS", year))
	}
	return out
}
