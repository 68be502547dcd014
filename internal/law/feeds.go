package law

import (
	"cmp"

	"tdkt/internal/tdkt"
)

// feed is how the rows of one noun come into the tables of Facts.
type feed[R tdkt.Record, T any] struct {
	list  func(*tdkt.Snapshot) []R
	who   func(*R) tdkt.Subject // whom a row is about
	table func(*Facts) *table[T]
	entry func(f *Facts, r *Rules, i int) (T, bool)    // what judging needs of a row; false: nothing
	order func(s *tdkt.Snapshot, f *Facts, a, b T) int // of the rows of one subject
	row   func(*T) *int32                              // the place of the entry's row in the list; nil where it keeps none
	alone bool                                         // what a member has of it leaves the answers of units as they are
}

// feeds are all tables by subject. What a new one holds is told here and nowhere else.
func feeds() []feeder {
	return []feeder{
		feed[tdkt.Rating, ratingRow]{
			list:  func(s *tdkt.Snapshot) []tdkt.Rating { return s.Ratings },
			who:   func(x *tdkt.Rating) tdkt.Subject { return x.Subject },
			table: func(f *Facts) *table[ratingRow] { return &f.ratings },
			entry: func(f *Facts, _ *Rules, i int) (ratingRow, bool) {
				x := &f.Snapshot.Ratings[i]
				return ratingRow{row: int32(i), year: int16(x.Year), rank: int8(levelRank(x.Level))}, true
			},
			order: func(s *tdkt.Snapshot, _ *Facts, a, b ratingRow) int {
				return cmp.Or(cmp.Compare(a.year, b.year), -cmp.Compare(a.rank, b.rank),
					cmp.Compare(s.Ratings[a.row].Decision, s.Ratings[b.row].Decision))
			},
			row: func(x *ratingRow) *int32 { return &x.row },
		},
		feed[tdkt.Initiative, initiativeRow]{
			list:  func(s *tdkt.Snapshot) []tdkt.Initiative { return s.Initiatives },
			who:   func(x *tdkt.Initiative) tdkt.Subject { return tdkt.PersonSubject(x.Person) },
			table: func(f *Facts) *table[initiativeRow] { return &f.initiatives },
			entry: func(f *Facts, _ *Rules, i int) (initiativeRow, bool) {
				x := &f.Snapshot.Initiatives[i]
				return initiativeRow{row: int32(i), year: int16(x.Year), scope: int8(scopeRank(x.Scope)), study: x.Kind == tdkt.Study}, true
			},
			order: func(s *tdkt.Snapshot, _ *Facts, a, b initiativeRow) int {
				x, y := &s.Initiatives[a.row], &s.Initiatives[b.row]
				return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(x.Title, y.Title), cmp.Compare(a.scope, b.scope),
					cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Decision, y.Decision))
			},
			row:   func(x *initiativeRow) *int32 { return &x.row },
			alone: true,
		},
		awardFeed(),
		feed[tdkt.Discipline, disciplineRow]{
			list:  func(s *tdkt.Snapshot) []tdkt.Discipline { return s.Disciplines },
			who:   func(x *tdkt.Discipline) tdkt.Subject { return tdkt.PersonSubject(x.Person) },
			table: func(f *Facts) *table[disciplineRow] { return &f.disciplines },
			entry: func(f *Facts, _ *Rules, i int) (disciplineRow, bool) {
				x := &f.Snapshot.Disciplines[i]
				return disciplineRow{date: x.Date, row: int32(i), weight: int8(penaltyRank(x.Form))}, true
			},
			order: func(s *tdkt.Snapshot, _ *Facts, a, b disciplineRow) int {
				return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.weight, b.weight),
					cmp.Compare(s.Disciplines[a.row].Decision, s.Disciplines[b.row].Decision))
			},
			row: func(x *disciplineRow) *int32 { return &x.row },
		},
		pledgeFeed(), holdFeed(), postFeed(), tickFeed(),
	}
}

func pledgeFeed() feeder {
	return feed[tdkt.Pledge, pledgeRow]{
		list:  func(s *tdkt.Snapshot) []tdkt.Pledge { return s.Pledges },
		who:   func(x *tdkt.Pledge) tdkt.Subject { return x.Subject },
		table: func(f *Facts) *table[pledgeRow] { return &f.pledges },
		entry: func(f *Facts, _ *Rules, i int) (pledgeRow, bool) {
			return pledgeRow{row: int32(i), year: int16(f.Snapshot.Pledges[i].Year)}, true
		},
		order: func(s *tdkt.Snapshot, _ *Facts, a, b pledgeRow) int {
			return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(s.Pledges[a.row].Title, s.Pledges[b.row].Title))
		},
		row:   func(x *pledgeRow) *int32 { return &x.row },
		alone: true,
	}
}

func awardFeed() feeder {
	return feed[tdkt.Award, awardRow]{
		list:  func(s *tdkt.Snapshot) []tdkt.Award { return s.Awards },
		who:   func(x *tdkt.Award) tdkt.Subject { return x.Subject },
		table: func(f *Facts) *table[awardRow] { return &f.awards },
		entry: func(f *Facts, r *Rules, i int) (awardRow, bool) {
			x := &f.Snapshot.Awards[i]
			code, known := r.place[x.Code]
			if !known || x.Revoked {
				return awardRow{}, false
			}
			to := max(x.From, x.To) // one year only where no last year is written
			return awardRow{
				row: int32(i), from: int16(x.From), to: int16(to),
				code: int16(r.codes[code].as), own: int16(code), manner: mannerPlace(x.Manner),
			}, true
		},
		order: func(s *tdkt.Snapshot, _ *Facts, a, b awardRow) int {
			x, y := &s.Awards[a.row], &s.Awards[b.row]
			return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.to, b.to), cmp.Compare(a.from, b.from),
				cmp.Compare(x.Date, y.Date), cmp.Compare(x.Decision, y.Decision))
		},
		row: func(x *awardRow) *int32 { return &x.row },
	}
}

func holdFeed() feeder {
	return feed[tdkt.Hold, tdkt.Span]{
		list:  func(s *tdkt.Snapshot) []tdkt.Hold { return s.Holds },
		who:   func(x *tdkt.Hold) tdkt.Subject { return x.Subject },
		table: func(f *Facts) *table[tdkt.Span] { return &f.holds },
		entry: func(f *Facts, _ *Rules, i int) (tdkt.Span, bool) {
			x := &f.Snapshot.Holds[i]
			return tdkt.Span{From: x.From, To: x.To}, true
		},
		order: func(_ *tdkt.Snapshot, _ *Facts, a, b tdkt.Span) int {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
		},
	}
}

func postFeed() feeder {
	return feed[tdkt.Post, tdkt.Post]{
		list:  func(s *tdkt.Snapshot) []tdkt.Post { return s.Posts },
		who:   func(x *tdkt.Post) tdkt.Subject { return tdkt.PersonSubject(x.Person) },
		table: func(f *Facts) *table[tdkt.Post] { return &f.posts },
		entry: func(f *Facts, _ *Rules, i int) (tdkt.Post, bool) { return f.Snapshot.Posts[i], true },
		order: func(_ *tdkt.Snapshot, f *Facts, a, b tdkt.Post) int {
			return cmp.Or(-cmp.Compare(a.From, b.From), cmp.Compare(f.unitCode(a.Unit), f.unitCode(b.Unit)))
		},
	}
}

// tickFeed: the judgements of manual needs. One stored under the title that owns the need
// stands before one stored under a title that nests it; of several the latest stands first.
func tickFeed() feeder {
	return feed[tdkt.Tick, tickRow]{
		list:  func(s *tdkt.Snapshot) []tdkt.Tick { return s.Ticks },
		who:   func(x *tdkt.Tick) tdkt.Subject { return x.Subject },
		table: func(f *Facts) *table[tickRow] { return &f.ticks },
		entry: func(f *Facts, _ *Rules, i int) (tickRow, bool) {
			x := &f.Snapshot.Ticks[i]
			title, id := canonical(x.Title, x.Need)
			return tickRow{year: x.Year, title: title, need: id, direct: title == x.Title, row: int32(i)}, true
		},
		order: func(s *tdkt.Snapshot, _ *Facts, a, b tickRow) int {
			x, y := &s.Ticks[a.row], &s.Ticks[b.row]
			return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.title, b.title), cmp.Compare(a.need, b.need),
				-cmp.Compare(ord(a.direct), ord(b.direct)), -cmp.Compare(x.Date, y.Date),
				cmp.Compare(ord(x.Met), ord(y.Met)), cmp.Compare(x.By, y.By))
		},
		row:   func(x *tickRow) *int32 { return &x.row },
		alone: true,
	}
}
