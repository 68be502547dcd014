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
		columns: "id, year, key, value, document, day, about",
		order:   "year, key",
		values: func(l tdkt.Local) []driver.Value {
			return bind(l.ID, l.Year, l.Key, l.Value, l.Document, l.Date, l.About)
		},
		scan: func(r *row) tdkt.Local {
			return tdkt.Local{
				ID: r.id(), Year: r.int(), Key: r.word(), Value: r.text(), Document: r.text(), Date: r.day(), About: r.text(),
			}
		},
	}
}

func regulations() table[tdkt.Regulation] {
	return table[tdkt.Regulation]{
		columns: "id, number, signed, first_year, last_year, text",
		order:   "number",
		values: func(g tdkt.Regulation) []driver.Value {
			return bind(g.ID, g.Number, g.Signed, g.First, g.Last, g.Text)
		},
		scan: func(r *row) tdkt.Regulation {
			return tdkt.Regulation{ID: r.id(), Number: r.text(), Signed: r.day(), First: r.int(), Last: r.int(), Text: r.text()}
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

func exceptions() table[tdkt.Exception] {
	return table[tdkt.Exception]{
		columns: "id, year, person_id, unit_id, title, need, by, document, day, reason",
		order:   "id",
		values: func(e tdkt.Exception) []driver.Value {
			return bind(e.ID, e.Year, e.Subject, e.Title, e.Need, e.By, e.Document, e.Date, e.Reason)
		},
		scan: func(r *row) tdkt.Exception {
			return tdkt.Exception{
				ID: r.id(), Year: r.int(), Subject: r.subject(), Title: r.word(), Need: r.word(),
				By: r.text(), Document: r.text(), Date: r.day(), Reason: r.text(),
			}
		},
	}
}
