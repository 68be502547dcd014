package law_test

import (
	"slices"

	"tdkt/internal/tdkt"
)

// breakSomething spoils one thing near the world's subject, most often one that its
// title rests on.
func (w *world) breakSomething() {
	breaks := []func(){
		w.breakRating, w.breakRating, w.breakAward, w.breakAward, w.breakAward, w.breakBook, w.breakBook,
		w.breakStart, w.breakMember, w.forget, w.forget, func() { w.hold(w.who) },
	}
	if w.who.Kind == tdkt.APerson {
		breaks = append(breaks, w.breakInitiative, w.breakInitiative, w.breakPledge, w.breakEnd,
			func() { w.discipline(w.who.ID) })
	}
	breaks[w.r.IntN(len(breaks))]()
}

// forget leaves out what one year says of the subject, and opens that year's books.
func (w *world) forget() {
	year := w.year - pick(w, 0, 0, 0, 1, 2, 4)
	w.s.Years = slices.DeleteFunc(w.s.Years, func(y tdkt.Year) bool { return y.Year == year && w.chance(80) })
	w.s.Ratings = slices.DeleteFunc(w.s.Ratings, func(r tdkt.Rating) bool { return r.Subject == w.who && r.Year == year })
	w.s.Awards = slices.DeleteFunc(w.s.Awards, func(a tdkt.Award) bool { return a.Subject == w.who && a.To == year })
	w.s.Initiatives = slices.DeleteFunc(w.s.Initiatives, func(n tdkt.Initiative) bool {
		return n.Person == w.who.ID && n.Year == year
	})
}

// one picks the place of a row that fits, -1 when there is none.
func one[T any](w *world, rows []T, fits func(T) bool) int {
	var at []int
	for i, row := range rows {
		if fits(row) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return -1
	}
	return at[w.r.IntN(len(at))]
}

func (w *world) breakRating() {
	from := w.year - pick(w, 0, 0, 1, 7)
	i := one(w, w.s.Ratings, func(r tdkt.Rating) bool {
		return r.Subject == w.who && r.Year >= from && r.Year <= w.year
	})
	if i < 0 {
		return
	}
	if w.chance(50) {
		w.s.Ratings = slices.Delete(w.s.Ratings, i, i+1)
		return
	}
	w.s.Ratings[i].Level = pick(w, tdkt.Good, tdkt.Done, tdkt.NotDone)
}

func (w *world) breakAward() {
	i := one(w, w.s.Awards, func(a tdkt.Award) bool { return a.Subject == w.who })
	if i < 0 {
		return
	}
	a := &w.s.Awards[i]
	switch w.r.IntN(8) {
	case 0:
		a.Revoked, a.Reason = true, "Khai báo sai thành tích"
	case 1:
		a.From, a.To = a.From+1, a.To+1
	case 2:
		a.From, a.To = a.From-1, a.To-1
	case 3:
		a.From, a.To = w.year, w.year+w.between(0, 1)
	case 4:
		a.To++
	case 5:
		a.To = w.year - w.between(4, 8) // before, in or beside the years since an award
		a.From = a.To - w.between(0, 1)
	default:
		w.s.Awards = slices.Delete(w.s.Awards, i, i+1)
	}
}

func (w *world) breakInitiative() {
	i := one(w, w.s.Initiatives, func(n tdkt.Initiative) bool { return n.Person == w.who.ID })
	if i < 0 {
		return
	}
	n := &w.s.Initiatives[i]
	switch w.r.IntN(4) {
	case 0:
		n.Scope = pick(w, tdkt.Base, tdkt.Province)
	case 1:
		n.Kind = pick(w, tdkt.Innovation, tdkt.Study)
	case 2:
		n.Year = w.year - pick(w, -1, 1, 2, 3, 4, 5, 6, 7)
	default:
		w.s.Initiatives = slices.Delete(w.s.Initiatives, i, i+1)
	}
}

func (w *world) breakPledge() {
	w.s.Pledges = slices.DeleteFunc(w.s.Pledges, func(p tdkt.Pledge) bool {
		return p.Subject == w.who && p.Year == w.year
	})
}

func (w *world) breakBook() {
	i := one(w, w.s.Years, func(y tdkt.Year) bool { return y.Year >= w.year-7 && y.Year <= w.year })
	if i < 0 {
		return
	}
	book := pick(w, tdkt.Books()...)
	w.s.Years[i].SetClosed(book, !w.s.Years[i].IsClosed(book))
}

func (w *world) breakStart() {
	var day tdkt.Day
	if !w.chance(30) {
		day = w.someDay(w.year - pick(w, 0, 1, 2, 9, 10, 11))
	}
	if w.who.Kind == tdkt.APerson {
		w.editPerson(func(p *tdkt.Person) {
			if p.End == 0 || day <= p.End {
				p.Start = day
			}
		})
		return
	}
	w.editUnit(func(u *tdkt.Unit) { u.Founded = day })
}

func (w *world) breakEnd() {
	day := w.someDay(w.year + w.between(0, 1))
	w.editPerson(func(p *tdkt.Person) { p.End = max(day, p.Start) })
}

// breakMember disturbs somebody in the room: a year without a rating, a bad one, a
// discipline, a title lost, another post.
func (w *world) breakMember() {
	ids := newOracle(w.s).members(w.who.ID, w.year)
	if len(ids) == 0 {
		return
	}
	id := pick(w, ids...)
	who := tdkt.PersonSubject(id)
	switch w.r.IntN(5) {
	case 0:
		w.rate(who, w.year, tdkt.NotDone)
	case 1:
		w.s.Ratings = slices.DeleteFunc(w.s.Ratings, func(r tdkt.Rating) bool {
			return r.Subject == who && r.Year == w.year
		})
	case 2:
		w.discipline(id)
	case 3:
		w.s.Awards = slices.DeleteFunc(w.s.Awards, func(a tdkt.Award) bool { return a.Subject == who && a.To == w.year })
	default:
		w.addPost(id, tdkt.Date(w.year, 7, w.between(2, 20)))
	}
}
