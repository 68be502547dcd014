package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func decisions() table[tdkt.Decision] {
	return table[tdkt.Decision]{
		columns: "id, kind, number, day, issuer, signer, level, manner, movement, title, ground, corrections, round",
		order:   "id",
		values: func(d tdkt.Decision) []driver.Value {
			return bind(d.ID, string(d.Kind), d.Number, d.Date, d.Issuer, d.Signer, d.Level, d.Manner,
				d.Movement, d.Title, d.Ground, d.Corrections, d.Round)
		},
		scan: func(r *row) tdkt.Decision {
			return tdkt.Decision{
				ID: r.id(), Kind: tdkt.DecisionKind(r.word()), Number: r.text(), Date: r.day(), Issuer: r.word(),
				Signer: r.word(), Level: r.word(), Manner: r.word(), Movement: r.ref(), Title: r.text(),
				Ground: r.text(), Corrections: listColumn[tdkt.Correction](r), Round: r.ref(),
			}
		},
	}
}

func decisionLines() table[tdkt.DecisionLine] {
	return table[tdkt.DecisionLine]{
		columns: "id, decision, place, person_id, unit_id, code, nomination, award, amount",
		order:   "decision, place, id",
		values: func(l tdkt.DecisionLine) []driver.Value {
			return bind(l.ID, l.Decision, l.Place, l.Subject, l.Code, l.Nomination, l.Award, l.Amount)
		},
		scan: func(r *row) tdkt.DecisionLine {
			return tdkt.DecisionLine{
				ID: r.id(), Decision: r.ref(), Place: r.int(), Subject: r.subject(), Code: r.word(),
				Nomination: r.ref(), Award: r.ref(), Amount: r.long(),
			}
		},
	}
}

func fundEntries() table[tdkt.FundEntry] {
	return table[tdkt.FundEntry]{
		columns: "id, year, day, kind, content, amount, decision, document",
		order:   "id",
		values: func(f tdkt.FundEntry) []driver.Value {
			return bind(f.ID, f.Year, f.Date, string(f.Kind), f.Content, f.Amount, f.Decision, f.Document)
		},
		scan: func(r *row) tdkt.FundEntry {
			return tdkt.FundEntry{
				ID: r.id(), Year: r.int(), Date: r.day(), Kind: tdkt.FundKind(r.word()), Content: r.text(),
				Amount: r.long(), Decision: r.ref(), Document: r.text(),
			}
		},
	}
}

func complaints() table[tdkt.Complaint] {
	return table[tdkt.Complaint]{
		columns: "id, received, sender, kind, person_id, unit_id, award, nomination, summary, deadline, closed, upheld, outcome, hold",
		order:   "id",
		values: func(c tdkt.Complaint) []driver.Value {
			return bind(c.ID, c.Received, c.Sender, string(c.Kind), c.Subject, c.Award, c.Nomination, c.Summary,
				c.Deadline, c.Closed, c.Upheld, c.Outcome, c.Hold)
		},
		scan: func(r *row) tdkt.Complaint {
			return tdkt.Complaint{
				ID: r.id(), Received: r.day(), Sender: r.text(), Kind: tdkt.ComplaintKind(r.word()), Subject: r.subject(),
				Award: r.ref(), Nomination: r.ref(), Summary: r.text(), Deadline: r.day(), Closed: r.day(),
				Upheld: r.word(), Outcome: r.text(), Hold: r.ref(),
			}
		},
	}
}

func stocks() table[tdkt.Stock] {
	return table[tdkt.Stock]{
		columns: "id, name, width, height, fields",
		order:   "id",
		values: func(s tdkt.Stock) []driver.Value {
			return bind(s.ID, s.Name, s.Width, s.Height, s.Fields)
		},
		scan: func(r *row) tdkt.Stock {
			return tdkt.Stock{
				ID: r.id(), Name: r.text(), Width: r.int(), Height: r.int(), Fields: listColumn[tdkt.StockField](r),
			}
		},
	}
}
