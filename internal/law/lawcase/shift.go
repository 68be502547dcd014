package lawcase

import "tdkt/internal/tdkt"

// Shift moves every year and day of a case by n years: a regime that repeats
// another must answer the moved case alike.
func (c *Case) Shift(n int) *Case {
	s := *c.Snapshot
	out := &Case{Story: c.Story, Snapshot: &s}
	for _, a := range c.Asks {
		a.Year += n
		a.On = later(a.On, n)
		out.Asks = append(out.Asks, a)
	}
	s.Units = moved(s.Units, func(x *tdkt.Unit) { x.Founded, x.Closed = later(x.Founded, n), later(x.Closed, n) })
	s.People = moved(s.People, func(x *tdkt.Person) { x.Start, x.End = later(x.Start, n), later(x.End, n) })
	s.Posts = moved(s.Posts, func(x *tdkt.Post) { x.From, x.To = later(x.From, n), later(x.To, n) })
	s.Disciplines = moved(s.Disciplines, func(x *tdkt.Discipline) { x.Date = later(x.Date, n) })
	s.Absences = moved(s.Absences, func(x *tdkt.Absence) { x.From, x.To = later(x.From, n), later(x.To, n) })
	s.Holds = moved(s.Holds, func(x *tdkt.Hold) { x.From, x.To = later(x.From, n), later(x.To, n) })
	s.Ratings = moved(s.Ratings, func(x *tdkt.Rating) { x.Year += n })
	s.Initiatives = moved(s.Initiatives, func(x *tdkt.Initiative) { x.Year, x.Date = x.Year+n, later(x.Date, n) })
	s.Awards = moved(s.Awards, func(x *tdkt.Award) { x.From, x.To, x.Date = x.From+n, x.To+n, later(x.Date, n) })
	s.Pledges = moved(s.Pledges, func(x *tdkt.Pledge) { x.Year += n })
	s.Ticks = moved(s.Ticks, func(x *tdkt.Tick) { x.Year += n })
	s.Locals = moved(s.Locals, func(x *tdkt.Local) { x.Year += n })
	s.Years = moved(s.Years, func(x *tdkt.Year) { x.Year += n })
	return out
}

func moved[T any](rows []T, move func(*T)) []T {
	out := append([]T(nil), rows...)
	for i := range out {
		move(&out[i])
	}
	return out
}

func later(d tdkt.Day, years int) tdkt.Day {
	if d == 0 {
		return 0
	}
	return d.AddMonths(12 * years)
}
