package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func rounds() table[tdkt.Round] {
	return table[tdkt.Round]{
		columns: "id, kind, year, name, day, movement",
		order:   "year, day, id",
		values: func(r tdkt.Round) []driver.Value {
			return bind(r.ID, string(r.Kind), r.Year, r.Name, r.Date, r.Movement)
		},
		scan: func(r *row) tdkt.Round {
			return tdkt.Round{
				ID: r.id(), Kind: tdkt.RoundKind(r.word()), Year: r.int(), Name: r.text(), Date: r.day(), Movement: r.ref(),
			}
		},
	}
}

func nominationSteps() table[tdkt.Step] {
	return table[tdkt.Step]{
		columns: "id, nomination, from_state, to_state, day, by, reason",
		order:   "id",
		values: func(s tdkt.Step) []driver.Value {
			return bind(s.ID, s.Nomination, string(s.From), string(s.To), s.Date, s.By, s.Reason)
		},
		scan: func(r *row) tdkt.Step {
			return tdkt.Step{
				ID: r.id(), Nomination: r.ref(), From: tdkt.State(r.word()), To: tdkt.State(r.word()),
				Date: r.day(), By: r.word(), Reason: r.text(),
			}
		},
	}
}

func members() table[tdkt.Member] {
	return table[tdkt.Member]{
		columns: "id, person, name, role, voting, from_day, to_day, decision",
		order:   "id",
		values: func(m tdkt.Member) []driver.Value {
			return bind(m.ID, m.Person, m.Name, string(m.Role), m.Voting, m.From, m.To, m.Decision)
		},
		scan: func(r *row) tdkt.Member {
			return tdkt.Member{
				ID: r.id(), Person: r.ref(), Name: r.text(), Role: tdkt.Role(r.word()), Voting: r.flag(),
				From: r.day(), To: r.day(), Decision: r.word(),
			}
		},
	}
}

func meetings() table[tdkt.Meeting] {
	return table[tdkt.Meeting]{
		columns: "id, year, day, place, title, members, minutes, round",
		order:   "id",
		values: func(m tdkt.Meeting) []driver.Value {
			return bind(m.ID, m.Year, m.Date, m.Place, m.Title, m.Members, m.Minutes, m.Round)
		},
		scan: func(r *row) tdkt.Meeting {
			return tdkt.Meeting{
				ID: r.id(), Year: r.int(), Date: r.day(), Place: r.text(), Title: r.text(),
				Members: r.int(), Minutes: r.text(), Round: r.ref(),
			}
		},
	}
}

func presences() table[tdkt.Presence] {
	return table[tdkt.Presence]{
		columns: "id, meeting, member, state, reason",
		order:   "id",
		values: func(p tdkt.Presence) []driver.Value {
			return bind(p.ID, p.Meeting, p.Member, string(p.State), p.Reason)
		},
		scan: func(r *row) tdkt.Presence {
			return tdkt.Presence{ID: r.id(), Meeting: r.ref(), Member: r.ref(), State: tdkt.Attending(r.word()), Reason: r.text()}
		},
	}
}

func ballots() table[tdkt.Ballot] {
	return table[tdkt.Ballot]{
		columns: "id, meeting, nomination, members, votes_for, votes_against, votes_invalid, away, recused, result",
		order:   "id",
		values: func(b tdkt.Ballot) []driver.Value {
			return bind(b.ID, b.Meeting, b.Nomination, b.Members, b.For, b.Against, b.Invalid, b.Away, b.Recused, string(b.Result))
		},
		scan: func(r *row) tdkt.Ballot {
			return tdkt.Ballot{
				ID: r.id(), Meeting: r.ref(), Nomination: r.ref(), Members: r.int(),
				For: r.int(), Against: r.int(), Invalid: r.int(), Away: r.int(), Recused: r.int(), Result: tdkt.State(r.word()),
			}
		},
	}
}
