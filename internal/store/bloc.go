package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

// quantity is a number that may not be known, as the table holds it: NULL.
func quantity(q tdkt.Quantity) driver.Value {
	if !q.Known {
		return nil
	}
	return q.N
}

// quantity reads what quantity wrote.
func (r *row) quantity() tdkt.Quantity {
	switch v := r.next().(type) {
	case nil:
		return tdkt.Quantity{}
	case int64:
		return tdkt.Of(v)
	default:
		r.fail("no number")
		return tdkt.Quantity{}
	}
}

func blocs() table[tdkt.Bloc] {
	return table[tdkt.Bloc]{
		columns: "id, year, name, scale, rules, signed, signed_place, targets, met, met_place, chair, secretary, present, " +
			"remarks, hardship, ahead, next, sent_to",
		order: "year, name, id",
		values: func(b tdkt.Bloc) []driver.Value {
			return bind(b.ID, b.Year, b.Name, b.Scale, b.Rules, b.Signed, b.SignedPlace, b.Targets, b.Met, b.MetPlace, b.Chair,
				b.Secretary, b.Present, b.Remarks, b.Hardship, b.Ahead, b.Next, b.SentTo)
		},
		scan: func(r *row) tdkt.Bloc {
			return tdkt.Bloc{
				ID: r.id(), Year: r.int(), Name: r.text(), Scale: r.int(), Rules: r.text(), Signed: r.day(), SignedPlace: r.text(),
				Targets: r.text(), Met: r.day(), MetPlace: r.text(), Chair: r.text(), Secretary: r.text(), Present: r.text(),
				Remarks: r.text(), Hardship: r.text(), Ahead: r.text(), Next: r.text(), SentTo: r.text(),
			}
		},
	}
}

func blocMembers() table[tdkt.BlocMember] {
	return table[tdkt.BlocMember]{
		columns: "id, year, bloc, place, name, role, own, leader, position, votes, voters, proposed, note",
		order:   "bloc, place, id",
		values: func(m tdkt.BlocMember) []driver.Value {
			out := bind(m.ID, m.Year, m.Bloc, m.Place, m.Name, string(m.Role), m.Own, m.Leader, m.Position)
			return append(append(out, quantity(m.Votes)), bind(m.Voters, m.Proposed, m.Note)...)
		},
		scan: func(r *row) tdkt.BlocMember {
			return tdkt.BlocMember{
				ID: r.id(), Year: r.int(), Bloc: r.ref(), Place: r.int(), Name: r.text(), Role: tdkt.BlocRole(r.word()), Own: r.flag(),
				Leader: r.text(), Position: r.word(), Votes: r.quantity(), Voters: r.int(), Proposed: r.word(), Note: r.text(),
			}
		},
	}
}

func blocCriteria() table[tdkt.BlocCriterion] {
	return table[tdkt.BlocCriterion]{
		columns: "id, year, bloc, place, number, text, kind, standard, measure, outside",
		order:   "bloc, place, id",
		values: func(c tdkt.BlocCriterion) []driver.Value {
			return bind(c.ID, c.Year, c.Bloc, c.Place, c.Number, c.Text, string(c.Kind), c.Standard, c.Measure, c.Outside)
		},
		scan: func(r *row) tdkt.BlocCriterion {
			return tdkt.BlocCriterion{
				ID: r.id(), Year: r.int(), Bloc: r.ref(), Place: r.int(), Number: r.word(), Text: r.text(),
				Kind: tdkt.CriterionKind(r.word()), Standard: r.int(), Measure: r.word(), Outside: r.flag(),
			}
		},
	}
}

func blocMarks() table[tdkt.BlocMark] {
	return table[tdkt.BlocMark]{
		columns: "id, year, member, criterion, plan, result, level, self, checked, evidence",
		order:   "id",
		values: func(m tdkt.BlocMark) []driver.Value {
			out := append(bind(m.ID, m.Year, m.Member, m.Criterion), quantity(m.Plan), quantity(m.Result), driver.Value(m.Level))
			return append(out, quantity(m.Self), quantity(m.Checked), m.Evidence)
		},
		scan: func(r *row) tdkt.BlocMark {
			return tdkt.BlocMark{
				ID: r.id(), Year: r.int(), Member: r.ref(), Criterion: r.ref(), Plan: r.quantity(), Result: r.quantity(),
				Level: r.word(), Self: r.quantity(), Checked: r.quantity(), Evidence: r.text(),
			}
		},
	}
}

func blocExtras() table[tdkt.BlocExtra] {
	return table[tdkt.BlocExtra]{
		columns: "id, year, member, minus, key, reason, count, points",
		order:   "id",
		values: func(x tdkt.BlocExtra) []driver.Value {
			return bind(x.ID, x.Year, x.Member, x.Minus, x.Key, x.Reason, x.Count, x.Points)
		},
		scan: func(r *row) tdkt.BlocExtra {
			return tdkt.BlocExtra{
				ID: r.id(), Year: r.int(), Member: r.ref(), Minus: r.flag(), Key: r.word(), Reason: r.text(), Count: r.int(), Points: r.int(),
			}
		},
	}
}
