package view

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// OpinionAbout names what an opinion is about: "Trần Thị Mẫu, Chiến sĩ thi đua cơ sở",
// "năm 2023".
func (v *View) OpinionAbout(o tdkt.Opinion) string {
	about := fmt.Sprintf("năm %d", o.Year)
	if o.Subject.ID != "" {
		about = v.Facts.NameOf(o.Subject)
	}
	if o.Title != "" {
		about += ", " + v.TitleName(o.Title)
	}
	return about
}

// OpinionsOf lists the opinions of a year: those that wait for an answer first, then the
// newest.
func (v *View) OpinionsOf(year int) []tdkt.Opinion {
	var out []tdkt.Opinion
	for _, o := range v.Opinions {
		if o.Year == year {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Opinion) int {
		return cmp.Or(cmp.Compare(CountIf(!a.Open()), CountIf(!b.Open())), cmp.Compare(b.Date, a.Date))
	})
	return out
}

// StillHere is a subject that is here still, or nobody.
func (v *View) StillHere(s tdkt.Subject) tdkt.Subject {
	same := func(id tdkt.ID) bool { return s.ID == id }
	switch {
	case s.Kind == tdkt.APerson && slices.ContainsFunc(v.People, func(p tdkt.Person) bool { return same(p.ID) }),
		s.Kind == tdkt.AUnit && slices.ContainsFunc(v.Units, func(u tdkt.Unit) bool { return same(u.ID) }):
		return s
	}
	return tdkt.Subject{}
}
