package dossier

import (
	"cmp"
	"slices"

	"tdkt/internal/tdkt"
)

// History is what a report of merits says of one subject, up to a year.
type History struct {
	Who
	Person      tdkt.Person // zero for a unit
	Unit        tdkt.Unit   // zero for a person
	Ratings     []tdkt.Rating
	Initiatives []tdkt.Initiative
	Titles      []Past // danh hiệu thi đua that still stand
	Forms       []Past // hình thức khen thưởng that still stand
	Members     int    // of a unit, on the last day of the year
	Leaders     int
	Served      []Served // posts of a person, oldest first
	Disciplines []tdkt.Discipline
	Report      *Report // what was written for it; nil where it was not asked
}

// Served is a post that a person held up to the last day of the year.
type Served struct {
	From, To       tdkt.Day // To zero: still held
	Position, Unit string
	Months         int // whole months, up to the last day of the year
}

// Past is one title or form that was given.
type Past struct {
	Title Title
	Award tdkt.Award
}

// HistoryOf gathers a subject's history, oldest year first.
func HistoryOf(in Input, s tdkt.Subject) History {
	r := newRoll(in.Snapshot, in.Facts, in.Year, in.Posts)
	h := History{Who: r.who(s)}
	if s.Kind == tdkt.APerson {
		h.Person, _ = in.Facts.Person(s.ID)
	} else {
		h.Unit, _ = in.Facts.Unit(s.ID)
		h.countMembers(in, r)
	}
	p := newPast(in.Snapshot, in.Year)
	h.Ratings = p.ratings[s]
	slices.SortStableFunc(h.Ratings, func(x, y tdkt.Rating) int { return cmp.Compare(x.Year, y.Year) })
	if s.Kind == tdkt.APerson {
		h.Initiatives = p.initiatives[s.ID]
		slices.SortStableFunc(h.Initiatives, func(x, y tdkt.Initiative) int { return cmp.Compare(x.Year, y.Year) })
	}
	h.addAwards(in, p.awards[s])
	h.addPosts(in)
	for _, d := range in.Snapshot.Disciplines {
		if s.Kind == tdkt.APerson && d.Person == s.ID && d.Date.Year() <= in.Year {
			h.Disciplines = append(h.Disciplines, d)
		}
	}
	return h
}

// By is the history as a report of a day may tell it: what was decided later is not in it. Day
// 0 leaves it whole.
func (h History) By(day tdkt.Day) History {
	if day == 0 {
		return h
	}
	later := func(p Past) bool { return p.Award.Date > day }
	h.Titles = slices.DeleteFunc(slices.Clone(h.Titles), later)
	h.Forms = slices.DeleteFunc(slices.Clone(h.Forms), later)
	h.Initiatives = slices.DeleteFunc(slices.Clone(h.Initiatives), func(i tdkt.Initiative) bool { return i.Date > day })
	h.Disciplines = slices.DeleteFunc(slices.Clone(h.Disciplines), func(d tdkt.Discipline) bool { return d.Date > day })
	return h
}

// addPosts lists the posts of a person; one whose posts were not entered held the present
// one since the first day.
func (h *History) addPosts(in Input) {
	if h.Subject.Kind != tdkt.APerson {
		return
	}
	last := tdkt.Date(in.Year, 12, 31)
	posts := []tdkt.Post{}
	for _, p := range in.Snapshot.Posts {
		if p.Person == h.Subject.ID && (p.From == 0 || p.From <= last) {
			posts = append(posts, p)
		}
	}
	if len(posts) == 0 && h.Person.Start != 0 {
		posts = append(posts, tdkt.Post{From: h.Person.Start, To: h.Person.End, Unit: h.Person.Unit, Position: h.Person.Position})
	}
	slices.SortStableFunc(posts, func(x, y tdkt.Post) int { return cmp.Compare(x.From, y.From) })
	for _, p := range posts {
		u, _ := in.Facts.Unit(p.Unit)
		s := Served{From: p.From, To: p.To, Position: p.Position, Unit: u.Name}
		if until := cmp.Or(p.To, last); p.From != 0 {
			for p.From.AddMonths(s.Months+1) <= min(until, last).Next() {
				s.Months++
			}
		}
		h.Served = append(h.Served, s)
	}
}

// countMembers counts who is in the unit, or below it, on the last day of the year.
func (h *History) countMembers(in Input, r *roll) {
	for _, p := range in.Snapshot.People {
		if !p.Service().Covers(r.day) {
			continue
		}
		if at := cmp.Or(in.Facts.UnitOn(p.ID, r.day), p.Unit); at == "" || !in.Facts.Within(at, h.Subject.ID) {
			continue
		}
		h.Members++
		if r.who(tdkt.PersonSubject(p.ID)).Leader {
			h.Leaders++
		}
	}
}

// addAwards puts each award into the table of its group.
func (h *History) addAwards(in Input, list []tdkt.Award) {
	slices.SortStableFunc(list, func(x, y tdkt.Award) int {
		return cmp.Or(cmp.Compare(max(x.From, x.To), max(y.From, y.To)), cmp.Compare(x.Date, y.Date))
	})
	for _, a := range list {
		t := Title{Kind: a.Subject.Kind, Code: a.Code, Name: a.Code, Short: a.Code}
		if c, ok := in.Rules.Code(a.Code); ok {
			t.Name, t.Short, t.Group, t.Level, t.Yearly = c.Name, c.Short, c.Group, c.Level, c.Yearly
		}
		if t.Group == groupTitles {
			h.Titles = append(h.Titles, Past{t, a})
		} else {
			h.Forms = append(h.Forms, Past{t, a})
		}
	}
}
