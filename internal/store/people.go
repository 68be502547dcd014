package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func orgs() table[tdkt.Org] {
	return table[tdkt.Org]{
		columns: "id, name, superior, issuer, place, symbol, authority, signer_role, signer, preparer, mandate, keeper",
		order:   "id",
		values: func(o tdkt.Org) []driver.Value {
			return bind(o.ID, o.Name, o.Superior, o.Issuer, o.Place, o.Symbol,
				o.Authority, o.SignerRole, o.Signer, o.Preparer, o.Mandate, o.Keeper)
		},
		scan: func(r *row) tdkt.Org {
			return tdkt.Org{
				ID: r.id(), Name: r.text(), Superior: r.text(), Issuer: r.text(), Place: r.text(),
				Symbol: r.text(), Authority: r.text(), SignerRole: r.text(), Signer: r.text(), Preparer: r.text(), Mandate: r.text(), Keeper: r.text(),
			}
		},
	}
}

func units() table[tdkt.Unit] {
	return table[tdkt.Unit]{
		columns: "id, code, name, parent, kind, founded, closed, into_id, counts",
		order:   "code",
		values: func(u tdkt.Unit) []driver.Value {
			return bind(u.ID, u.Code, u.Name, u.Parent, u.Kind, u.Founded, u.Closed, u.Into, u.Counts)
		},
		scan: func(r *row) tdkt.Unit {
			return tdkt.Unit{
				ID: r.ref(), Code: r.text(), Name: r.text(), Parent: r.ref(), Kind: r.word(),
				Founded: r.day(), Closed: r.day(), Into: r.ref(), Counts: r.flag(),
			}
		},
	}
}

func people() table[tdkt.Person] {
	return table[tdkt.Person]{
		columns: "id, code, name, born, born_year, sex, cccd, unit, position, employment, leader, start_day, end_day, " +
			"home, residence, education, party_role, phone, academic",
		order: "code",
		values: func(p tdkt.Person) []driver.Value {
			return bind(p.ID, p.Code, p.Name, p.Born, p.BornYear, string(p.Sex), p.CCCD, p.Unit, p.Position,
				string(p.Employment), p.Leader, p.Start, p.End, p.Home, p.Residence, p.Education, p.PartyRole, p.Phone, p.Academic)
		},
		scan: func(r *row) tdkt.Person {
			return tdkt.Person{
				ID: r.ref(), Code: r.text(), Name: r.text(), Born: r.day(), BornYear: r.int(),
				Sex: tdkt.Sex(r.word()), CCCD: r.text(), Unit: r.ref(), Position: r.word(),
				Employment: tdkt.Employment(r.word()), Leader: r.flag(), Start: r.day(), End: r.day(),
				Home: r.word(), Residence: r.word(), Education: r.word(), PartyRole: r.word(), Phone: r.text(),
				Academic: r.word(),
			}
		},
	}
}

func posts() table[tdkt.Post] {
	return table[tdkt.Post]{
		columns: "id, person, from_day, to_day, unit, position, leader",
		order:   "id",
		values: func(p tdkt.Post) []driver.Value {
			return bind(p.ID, p.Person, p.From, p.To, p.Unit, p.Position, p.Leader)
		},
		scan: func(r *row) tdkt.Post {
			return tdkt.Post{
				ID: r.id(), Person: r.ref(), From: r.day(), To: r.day(), Unit: r.ref(),
				Position: r.word(), Leader: r.flag(),
			}
		},
	}
}

func disciplines() table[tdkt.Discipline] {
	return table[tdkt.Discipline]{
		columns: "id, person, form, day, decision, kind, counts_in",
		order:   "id",
		values: func(d tdkt.Discipline) []driver.Value {
			return bind(d.ID, d.Person, string(d.Form), d.Date, d.Decision, string(d.Kind), d.CountsIn)
		},
		scan: func(r *row) tdkt.Discipline {
			return tdkt.Discipline{
				ID: r.id(), Person: r.ref(), Form: tdkt.Penalty(r.word()), Date: r.day(), Decision: r.text(),
				Kind: tdkt.DisciplineKind(r.word()), CountsIn: r.int(),
			}
		},
	}
}

func absences() table[tdkt.Absence] {
	return table[tdkt.Absence]{
		columns: "id, person, from_day, to_day, kind",
		order:   "id",
		values: func(a tdkt.Absence) []driver.Value {
			return bind(a.ID, a.Person, a.From, a.To, a.Kind)
		},
		scan: func(r *row) tdkt.Absence {
			return tdkt.Absence{ID: r.id(), Person: r.ref(), From: r.day(), To: r.day(), Kind: r.word()}
		},
	}
}

func holds() table[tdkt.Hold] {
	return table[tdkt.Hold]{
		columns: "id, person_id, unit_id, from_day, to_day, reason",
		order:   "id",
		values: func(h tdkt.Hold) []driver.Value {
			return bind(h.ID, h.Subject, h.From, h.To, h.Reason)
		},
		scan: func(r *row) tdkt.Hold {
			return tdkt.Hold{ID: r.id(), Subject: r.subject(), From: r.day(), To: r.day(), Reason: r.text()}
		},
	}
}
