package law_test

import (
	"fmt"
	"math/rand/v2"

	"tdkt/internal/tdkt"
)

// A world is a small invented department. It is made around one question (a title, a
// kind of subject and a year): a history that meets the title is written for one
// subject, then broken in a few places, so that đủ, không đủ and thiếu dữ liệu are all
// common, while everybody else in the department is noise.
type world struct {
	r     *rand.Rand
	s     *tdkt.Snapshot
	keys  int
	year  int          // the year asked about
	who   tdkt.Subject // for whom the history was written
	title string
}

// question is what a world is made around.
type question struct {
	kind  tdkt.SubjectKind
	title string
	year  int
}

// oracleQuestions are all titles in a spread of years of both regimes, edges included.
func oracleQuestions() []question {
	var out []question
	for _, year := range []int{2023, 2024, 2026, 2019, 2025, 2026, 2014} {
		for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
			for _, title := range oracleTitles(kind) {
				if !allManual(title) {
					out = append(out, question{kind, title, year})
				}
			}
		}
	}
	return out
}

// newWorld makes the world of a seed; the same seed makes the same world.
func newWorld(seed uint64, q question) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 0x7d6b74)), s: &tdkt.Snapshot{}, year: q.year, title: q.title}
	w.addUnits()
	w.addPeople()
	w.closeBooks()
	w.addNoise([]int{0, 0, 12, 50}[w.r.IntN(4)])
	if q.kind == tdkt.APerson {
		w.who = tdkt.PersonSubject(w.somePerson())
	} else {
		w.who = tdkt.UnitSubject(w.someUnit())
	}
	if !w.chance(12) {
		w.writePerfect()
	}
	for range []int{0, 1, 1, 1, 2, 5}[w.r.IntN(6)] {
		w.breakSomething()
	}
	if !regimeA(w.year) && w.chance(30) {
		w.setLocals()
	}
	return w
}

func (w *world) id() tdkt.ID {
	w.keys++
	key := []byte("0190a000-0000-7000-8000-000000000000")
	write := func(end, n int) {
		for ; n > 0; n >>= 4 {
			end--
			key[end] = "0123456789abcdef"[n&15]
		}
	}
	write(13, w.keys%7)
	write(18, w.r.IntN(4096))
	write(36, w.keys)
	return tdkt.ID(key)
}

func (w *world) chance(percent int) bool { return w.r.IntN(100) < percent }

// between includes both ends.
func (w *world) between(a, b int) int { return a + w.r.IntN(b-a+1) }

func pick[T any](w *world, of ...T) T { return of[w.r.IntN(len(of))] }

func (w *world) somePerson() tdkt.ID { return pick(w, w.s.People...).ID }
func (w *world) someUnit() tdkt.ID   { return pick(w, w.s.Units...).ID }

// someDay lies in the year, its edges and those of ten months more often than chance.
func (w *world) someDay(year int) tdkt.Day {
	edges := []tdkt.Day{
		tdkt.FirstDay(year), tdkt.Date(year, 2, 28), tdkt.Date(year, 3, 1), tdkt.Date(year, 3, 2),
		tdkt.Date(year, 10, 30), tdkt.Date(year, 10, 31), tdkt.Date(year, 12, 30), tdkt.LastDay(year),
	}
	if w.chance(50) {
		return pick(w, edges...)
	}
	return tdkt.Date(year, w.between(1, 12), w.between(1, 28))
}

func (w *world) addUnits() {
	for i := range w.between(3, 6) {
		u := tdkt.Unit{ID: w.id(), Code: fmt.Sprintf("DV%02d", i+1), Name: fmt.Sprintf("Phòng số %d", i+1)}
		if i > 0 {
			u.Parent = w.s.Units[w.r.IntN(i)].ID
		}
		switch {
		case w.chance(15):
		case w.chance(35):
			u.Founded = w.someDay(w.year - w.between(8, 11))
		case w.chance(85):
			u.Founded = w.someDay(w.between(2008, 2014))
		default:
			u.Founded = w.someDay(w.year + w.between(-1, 1))
		}
		if w.chance(8) {
			u.Closed = w.someDay(w.year - 1) // no longer judged
		}
		w.s.Units = append(w.s.Units, u)
	}
}

func (w *world) addPeople() {
	for i := range w.between(4, 12) {
		p := tdkt.Person{
			ID: w.id(), Code: fmt.Sprintf("CB%03d", i+1), Name: fmt.Sprintf("Nguyễn Văn %c", 'A'+i),
			Unit: w.someUnit(), Employment: tdkt.CivilServant,
		}
		switch {
		case w.chance(12):
		case w.chance(20):
			p.Start = w.someDay(w.year)
		default:
			p.Start = w.someDay(w.between(2008, 2014))
		}
		if w.chance(15) {
			p.End = max(w.someDay(w.year+w.between(-1, 1)), p.Start)
		}
		w.s.People = append(w.s.People, p)
		if w.chance(35) {
			w.addPosts(p)
		}
	}
}

// addPosts writes one to three stretches that may overlap or leave a gap.
func (w *world) addPosts(p tdkt.Person) {
	for range w.between(1, 3) {
		w.addPost(p.ID, w.someDay(w.year-w.between(0, 2)))
	}
}

// addPost lets no two posts of a person begin on one day, since the design does not say
// which of them would hold.
func (w *world) addPost(person tdkt.ID, from tdkt.Day) {
	for _, p := range w.s.Posts {
		if p.Person == person && p.From == from {
			return
		}
	}
	post := tdkt.Post{ID: w.id(), Person: person, Unit: w.someUnit(), From: from}
	if w.chance(40) {
		post.To = max(w.someDay(w.year+w.between(-1, 1)), from)
	}
	w.s.Posts = append(w.s.Posts, post)
}

// closeBooks has four manners: every book closed, all but those of the last year or two,
// all open, and each as it falls.
func (w *world) closeBooks() {
	manner := w.r.IntN(4)
	for y := 2006; y <= 2026; y++ {
		row := tdkt.Year{ID: w.id(), Year: y}
		for _, book := range tdkt.Books() {
			switch manner {
			case 0:
				row.SetClosed(book, true)
			case 1:
				row.SetClosed(book, y < w.year || w.chance(30))
			case 2:
				row.SetClosed(book, w.chance(75))
			}
		}
		if manner != 3 || w.chance(50) {
			w.s.Years = append(w.s.Years, row)
		}
	}
}

// setLocals sets some of what law B leaves to the Sở, for the year or the one before.
func (w *world) setLocals() {
	for _, set := range [][]string{
		{"ldtt-so-thang", "6", "10", "10", "12"},
		{"ldtt-dang-ky", "có", "có", "không"},
		{"ldtt-ky-luat", "khiển trách", "cảnh cáo"},
	} {
		if w.chance(50) {
			w.s.Locals = append(w.s.Locals, tdkt.Local{
				ID: w.id(), Year: w.year - pick(w, 0, 0, 0, 1), Key: set[0], Value: pick(w, set[1:]...),
			})
		}
	}
}

// addNoise gives everybody a past: each kind of row in each year with that chance.
func (w *world) addNoise(percent int) {
	codes := map[tdkt.SubjectKind][]string{
		tdkt.APerson: {"LDTT", "LDTT", "CSTDCS", "CSTDCS", "CSTDT", "CSTDTQ", "BKT", "BKTTG", "HCLD3", "HCLD2", "GK"},
		tdkt.AUnit:   {"TTLDTT", "TTLDXS", "TTLDXS", "COTINH", "COCP", "BKT", "BKTTG", "HCLD3", "HCLD2"},
	}
	for _, who := range w.everybody() {
		for y := 2012; y <= 2026; y++ {
			if w.chance(percent) {
				w.rate(who, y, pick(w, tdkt.Excellent, tdkt.Excellent, tdkt.Good, tdkt.Good, tdkt.Good, tdkt.Done, tdkt.NotDone))
			}
			if w.chance(percent / 3) {
				w.award(who, pick(w, codes[who.Kind]...), y-max(0, w.between(-3, 2)), y)
			}
			if w.chance(percent/2) && who.Kind == tdkt.APerson {
				w.initiative(who.ID, y, pick(w, tdkt.Scopes()...), w.someKind())
			}
			if w.chance(percent) {
				w.pledge(who, y)
			}
		}
		if w.chance(12) {
			w.hold(who)
		}
		if w.chance(10) && who.Kind == tdkt.APerson {
			w.absence(who.ID)
		}
		if w.chance(8) && who.Kind == tdkt.APerson {
			w.discipline(who.ID)
		}
	}
}

func (w *world) everybody() []tdkt.Subject {
	var out []tdkt.Subject
	for _, p := range w.s.People {
		out = append(out, tdkt.PersonSubject(p.ID))
	}
	for _, u := range w.s.Units {
		out = append(out, tdkt.UnitSubject(u.ID))
	}
	return out
}

func (w *world) someKind() tdkt.InitiativeKind {
	return pick(w, tdkt.Innovation, tdkt.Innovation, tdkt.Study)
}

// rate enters or replaces the one rating of a subject and year.
func (w *world) rate(who tdkt.Subject, year int, level tdkt.Level) {
	for i, r := range w.s.Ratings {
		if r.Subject == who && r.Year == year {
			w.s.Ratings[i].Level = level
			return
		}
	}
	w.s.Ratings = append(w.s.Ratings, tdkt.Rating{ID: w.id(), Year: year, Subject: who, Level: level})
}

func (w *world) award(who tdkt.Subject, code string, from, to int) {
	w.s.Awards = append(w.s.Awards, tdkt.Award{ID: w.id(), Subject: who, Code: code, From: from, To: to})
}

func (w *world) initiative(person tdkt.ID, year int, scope tdkt.Scope, kind tdkt.InitiativeKind) {
	w.s.Initiatives = append(w.s.Initiatives, tdkt.Initiative{
		ID: w.id(), Year: year, Person: person, Title: "Cải tiến quy trình", Kind: kind, Scope: scope,
	})
}

func (w *world) pledge(who tdkt.Subject, year int) {
	title := pick(w, oracleTitles(who.Kind)...)
	w.s.Pledges = append(w.s.Pledges, tdkt.Pledge{ID: w.id(), Year: year, Subject: who, Title: title})
}

func (w *world) hold(who tdkt.Subject) {
	h := tdkt.Hold{ID: w.id(), Subject: who, From: w.someDay(w.year - w.between(0, 2))}
	if w.chance(60) {
		h.To = max(w.someDay(w.year+w.between(-1, 1)), h.From)
	}
	w.s.Holds = append(w.s.Holds, h)
}

func (w *world) absence(person tdkt.ID) {
	from := w.someDay(w.year + w.between(-1, 0))
	to := tdkt.DayOf(from.Time().AddDate(0, 0, pick(w, 3, 40, 54, 55, 56, 57, 120)))
	w.s.Absences = append(w.s.Absences, tdkt.Absence{ID: w.id(), Person: person, From: from, To: to, Kind: pick(w, "ốm", "ốm", "việc riêng", "thai sản", "học tập")})
}

func (w *world) discipline(person tdkt.ID) {
	w.s.Disciplines = append(w.s.Disciplines, tdkt.Discipline{
		ID: w.id(), Person: person, Date: w.someDay(w.year + w.between(-1, 1)),
		Form: pick(w, tdkt.Reprimand, tdkt.Warning, tdkt.Reprimand, tdkt.Warning, tdkt.PayCut, tdkt.Dismissal),
	})
}
