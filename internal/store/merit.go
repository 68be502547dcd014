package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func ratings() table[tdkt.Rating] {
	return table[tdkt.Rating]{
		columns: "id, year, person_id, unit_id, level, points, decision, why, notified",
		order:   "id",
		values: func(r tdkt.Rating) []driver.Value {
			return bind(r.ID, r.Year, r.Subject, string(r.Level), r.Points, r.Decision, r.Why, r.Notified)
		},
		scan: func(r *row) tdkt.Rating {
			return tdkt.Rating{
				ID: r.id(), Year: r.int(), Subject: r.subject(), Level: tdkt.Level(r.word()),
				Points: r.int(), Decision: r.word(), Why: r.word(), Notified: r.day(),
			}
		},
	}
}

func initiatives() table[tdkt.Initiative] {
	return table[tdkt.Initiative]{
		columns: "id, year, person, title, kind, scope, share, decision, day",
		order:   "id",
		values: func(i tdkt.Initiative) []driver.Value {
			return bind(i.ID, i.Year, i.Person, i.Title, string(i.Kind), string(i.Scope), i.Share, i.Decision, i.Date)
		},
		scan: func(r *row) tdkt.Initiative {
			return tdkt.Initiative{
				ID: r.id(), Year: r.int(), Person: r.ref(), Title: r.text(), Kind: tdkt.InitiativeKind(r.word()),
				Scope: tdkt.Scope(r.word()), Share: r.int(), Decision: r.word(), Date: r.day(),
			}
		},
	}
}

func awards() table[tdkt.Award] {
	return table[tdkt.Award]{
		columns: "id, person_id, unit_id, code, from_year, to_year, decision, day, signer, level, manner, revoked, reason",
		order:   "id",
		values: func(a tdkt.Award) []driver.Value {
			return bind(a.ID, a.Subject, a.Code, a.From, a.To, a.Decision, a.Date, a.Signer,
				a.Level, a.Manner, a.Revoked, a.Reason)
		},
		scan: func(r *row) tdkt.Award {
			return tdkt.Award{
				ID: r.id(), Subject: r.subject(), Code: r.word(), From: r.int(), To: r.int(),
				Decision: r.word(), Date: r.day(), Signer: r.word(), Level: r.word(), Manner: r.word(),
				Revoked: r.flag(), Reason: r.word(),
			}
		},
	}
}

func pledges() table[tdkt.Pledge] {
	return table[tdkt.Pledge]{
		columns: "id, year, person_id, unit_id, title, initiative",
		order:   "id",
		values: func(p tdkt.Pledge) []driver.Value {
			return bind(p.ID, p.Year, p.Subject, p.Title, p.Initiative)
		},
		scan: func(r *row) tdkt.Pledge {
			return tdkt.Pledge{ID: r.id(), Year: r.int(), Subject: r.subject(), Title: r.word(), Initiative: r.word()}
		},
	}
}

func nominations() table[tdkt.Nomination] {
	return table[tdkt.Nomination]{
		columns: "id, year, person_id, unit_id, title, state, day, reason, regime, checksum, findings, movement, round",
		order:   "year, id",
		values: func(n tdkt.Nomination) []driver.Value {
			return bind(n.ID, n.Year, n.Subject, n.Title, string(n.State), n.Date, n.Reason,
				n.Regime, n.Checksum, n.Findings, n.Movement, n.Round)
		},
		scan: func(r *row) tdkt.Nomination {
			return tdkt.Nomination{
				ID: r.id(), Year: r.int(), Subject: r.subject(), Title: r.word(), State: tdkt.State(r.word()),
				Date: r.day(), Reason: r.text(), Regime: r.word(), Checksum: r.word(), Findings: r.text(), Movement: r.ref(), Round: r.ref(),
			}
		},
	}
}
