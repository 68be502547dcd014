package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func officers() table[tdkt.Officer] {
	return table[tdkt.Officer]{
		columns: "id, person, name, born, born_year, sex, education, since, since_year, from_day, to_day",
		order:   "id",
		values: func(o tdkt.Officer) []driver.Value {
			return bind(o.ID, o.Person, o.Name, o.Born, o.BornYear, string(o.Sex), o.Education, o.Since, o.SinceYear, o.From, o.To)
		},
		scan: func(r *row) tdkt.Officer {
			return tdkt.Officer{
				ID: r.id(), Person: r.ref(), Name: r.text(), Born: r.day(), BornYear: r.int(), Sex: tdkt.Sex(r.word()), Education: r.word(),
				Since: r.day(), SinceYear: r.int(), From: r.day(), To: r.day(),
			}
		},
	}
}

func bureaus() table[tdkt.Bureau] {
	return table[tdkt.Bureau]{
		columns: "id, name, level, from_day, to_day",
		order:   "id",
		values:  func(b tdkt.Bureau) []driver.Value { return bind(b.ID, b.Name, b.Level, b.From, b.To) },
		scan: func(r *row) tdkt.Bureau {
			return tdkt.Bureau{ID: r.id(), Name: r.text(), Level: r.word(), From: r.day(), To: r.day()}
		},
	}
}
