package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func years() table[tdkt.Year] {
	return table[tdkt.Year]{
		columns: "id, year, pledges_closed, ratings_closed, initiatives_closed, titles_closed, locked",
		order:   "year",
		values: func(y tdkt.Year) []driver.Value {
			return bind(y.ID, y.Year, y.Closed.Pledges, y.Closed.Ratings, y.Closed.Initiatives, y.Closed.Titles, y.Locked)
		},
		scan: func(r *row) tdkt.Year {
			y := tdkt.Year{ID: r.id(), Year: r.int()}
			y.Closed.Pledges, y.Closed.Ratings = r.flag(), r.flag()
			y.Closed.Initiatives, y.Closed.Titles = r.flag(), r.flag()
			y.Locked = r.flag()
			return y
		},
	}
}

func locals() table[tdkt.Local] {
	return table[tdkt.Local]{
		columns: "id, year, key, value, document, day",
		order:   "year, key",
		values: func(l tdkt.Local) []driver.Value {
			return bind(l.ID, l.Year, l.Key, l.Value, l.Document, l.Date)
		},
		scan: func(r *row) tdkt.Local {
			return tdkt.Local{
				ID: r.id(), Year: r.int(), Key: r.word(), Value: r.text(), Document: r.text(), Date: r.day(),
			}
		},
	}
}

func ticks() table[tdkt.Tick] {
	return table[tdkt.Tick]{
		columns: "id, year, person_id, unit_id, title, need, met, by, day",
		order:   "id",
		values: func(t tdkt.Tick) []driver.Value {
			return bind(t.ID, t.Year, t.Subject, t.Title, t.Need, t.Met, t.By, t.Date)
		},
		scan: func(r *row) tdkt.Tick {
			return tdkt.Tick{
				ID: r.id(), Year: r.int(), Subject: r.subject(), Title: r.word(), Need: r.word(),
				Met: r.flag(), By: r.word(), Date: r.day(),
			}
		},
	}
}

func plans() table[tdkt.Plan] {
	return table[tdkt.Plan]{
		columns: "id, year, kind, number, symbol, date_text, day, place, superior, issuer, title, " +
			"bases, preamble, sections, closing, recipients, authority, signer_role, signer",
		order: "year, id",
		values: func(p tdkt.Plan) []driver.Value {
			return bind(p.ID, p.Year, p.Kind, p.Number, p.Symbol, p.DateText, p.Date, p.Place, p.Superior, p.Issuer,
				p.Title, p.Bases, p.Preamble, tidySections(p.Sections), p.Closing, p.Recipients, p.Authority,
				p.SignerRole, p.Signer)
		},
		scan: scanPlan,
	}
}

func scanPlan(r *row) tdkt.Plan {
	return tdkt.Plan{
		ID: r.id(), Year: r.int(), Kind: r.text(), Number: r.text(), Symbol: r.text(), DateText: r.text(),
		Date: r.day(), Place: r.text(), Superior: r.text(), Issuer: r.text(), Title: r.text(),
		Bases: listColumn[string](r), Preamble: listColumn[string](r), Sections: listColumn[tdkt.Section](r),
		Closing: r.text(), Recipients: listColumn[string](r), Authority: r.text(), SignerRole: r.text(), Signer: r.text(),
	}
}

// tidySections leaves out empty lists, so that equal plans have equal JSON.
func tidySections(sections []tdkt.Section) []tdkt.Section {
	if len(sections) == 0 {
		return nil
	}
	tidy := make([]tdkt.Section, len(sections))
	for i, s := range sections {
		if len(s.Body) == 0 {
			s.Body = nil
		}
		s.Children = tidySections(s.Children)
		tidy[i] = s
	}
	return tidy
}
