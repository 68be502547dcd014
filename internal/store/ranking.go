package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func rankings() table[tdkt.Ranking] {
	return table[tdkt.Ranking]{
		columns: "id, year, title, person, place",
		order:   "year, title, place, id",
		values: func(r tdkt.Ranking) []driver.Value {
			return bind(r.ID, r.Year, r.Title, r.Person, r.Place)
		},
		scan: func(r *row) tdkt.Ranking {
			return tdkt.Ranking{ID: r.id(), Year: r.int(), Title: r.word(), Person: r.id(), Place: r.int()}
		},
	}
}
