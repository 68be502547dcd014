package law_test

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// shrink drops every row and field that the failure does not need, until none is left
// to drop, and gives what remains. fails must say whether a snapshot still fails.
func shrink(s *tdkt.Snapshot, fails func(*tdkt.Snapshot) bool) *tdkt.Snapshot {
	small := *s
	still := func() bool { return fails(&small) }
	for shrinkRows(&small, still) || shrinkFields(&small, still) {
		continue
	}
	return &small
}

func shrinkRows(s *tdkt.Snapshot, still func() bool) bool {
	dropped := false
	for _, drop := range []func() bool{
		func() bool { return dropRows(&s.Awards, still) },
		func() bool { return dropRows(&s.Ratings, still) },
		func() bool { return dropRows(&s.Initiatives, still) },
		func() bool { return dropRows(&s.Pledges, still) },
		func() bool { return dropRows(&s.Disciplines, still) },
		func() bool { return dropRows(&s.Holds, still) },
		func() bool { return dropRows(&s.Absences, still) },
		func() bool { return dropRows(&s.Posts, still) },
		func() bool { return dropRows(&s.Locals, still) },
		func() bool { return dropRows(&s.Ticks, still) },
		func() bool { return dropRows(&s.Years, still) },
		func() bool { return dropRows(&s.People, still) },
		func() bool { return dropRows(&s.Units, still) },
	} {
		dropped = drop() || dropped
	}
	return dropped
}

func dropRows[T any](rows *[]T, still func() bool) bool {
	dropped := false
	for i := len(*rows) - 1; i >= 0; i-- {
		old := *rows
		*rows = slices.Delete(slices.Clone(old), i, i+1)
		if still() {
			dropped = true
			continue
		}
		*rows = old
	}
	return dropped
}

func shrinkFields(s *tdkt.Snapshot, still func() bool) bool {
	a := plainRows(&s.People, still,
		func(p tdkt.Person) tdkt.Person { p.Start = 0; return p },
		func(p tdkt.Person) tdkt.Person { p.End = 0; return p })
	b := plainRows(&s.Units, still,
		func(u tdkt.Unit) tdkt.Unit { u.Founded = 0; return u },
		func(u tdkt.Unit) tdkt.Unit { u.Closed = 0; return u },
		func(u tdkt.Unit) tdkt.Unit { u.Parent = ""; return u })
	c := plainRows(&s.Posts, still, func(p tdkt.Post) tdkt.Post { p.To = 0; return p })
	d := plainRows(&s.Awards, still, func(r tdkt.Award) tdkt.Award { r.From = r.To; return r })
	var open []func(tdkt.Year) tdkt.Year
	for _, book := range tdkt.Books() {
		open = append(open, func(y tdkt.Year) tdkt.Year { y.SetClosed(book, false); return y })
	}
	e := plainRows(&s.Years, still, open...)
	return a || b || c || d || e
}

// plainRows keeps each plainer form of a row with which it still fails.
func plainRows[T comparable](rows *[]T, still func() bool, plainer ...func(T) T) bool {
	changed := false
	for i := range *rows {
		for _, f := range plainer {
			old := *rows
			plain := f(old[i])
			if plain == old[i] {
				continue
			}
			*rows = slices.Clone(old)
			(*rows)[i] = plain
			if still() {
				changed = true
				continue
			}
			*rows = old
		}
	}
	return changed
}

// story tells a snapshot one row a line, by codes instead of keys.
func story(s *tdkt.Snapshot) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "    "+format+"\n", args...) }
	for _, u := range s.Units {
		line("unit %s, in %q, founded %q, closed %q", u.Code, codeIn(s, u.Parent), u.Founded, u.Closed)
	}
	for _, p := range s.People {
		line("person %s, in %q, start %q, end %q", p.Code, codeIn(s, p.Unit), p.Start, p.End)
	}
	for _, p := range s.Posts {
		line("post of %s: %s, %q to %q", codeIn(s, p.Person), codeIn(s, p.Unit), p.From, p.To)
	}
	for _, r := range s.Ratings {
		line("rating %s %d %s", codeIn(s, r.Subject.ID), r.Year, r.Level)
	}
	for _, a := range s.Awards {
		line("award %s %s %d–%d revoked=%v", codeIn(s, a.Subject.ID), a.Code, a.From, a.To, a.Revoked)
	}
	for _, i := range s.Initiatives {
		line("initiative %s %d %s, %s", codeIn(s, i.Person), i.Year, i.Kind, i.Scope)
	}
	for _, p := range s.Pledges {
		line("pledge %s %d %s", codeIn(s, p.Subject.ID), p.Year, p.Title)
	}
	for _, d := range s.Disciplines {
		line("discipline %s %s %s", codeIn(s, d.Person), d.Date, d.Form)
	}
	for _, h := range s.Holds {
		line("hold %s %q to %q", codeIn(s, h.Subject.ID), h.From, h.To)
	}
	for _, l := range s.Locals {
		line("local %d %s = %q", l.Year, l.Key, l.Value)
	}
	for _, k := range s.Ticks {
		line("tick %s %d %s %s met=%v", codeIn(s, k.Subject.ID), k.Year, k.Title, k.Need, k.Met)
	}
	for _, y := range s.Years {
		line("year %d closed %+v", y.Year, y.Closed)
	}
	return b.String()
}

func codeIn(s *tdkt.Snapshot, id tdkt.ID) string {
	for _, u := range s.Units {
		if u.ID == id {
			return u.Code
		}
	}
	for _, p := range s.People {
		if p.ID == id {
			return p.Code
		}
	}
	return string(id)
}
