package store

import (
	"context"
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

// Rankings lists the orders kept by hand, by year, title and place.
func (db *DB) Rankings(ctx context.Context) ([]tdkt.Ranking, error) {
	var list []tdkt.Ranking
	err := db.read(ctx, func(s *session) (err error) {
		list, err = rankings().all(ctx, s)
		return err
	})
	return list, explain(db.path, "read the orders", err)
}
