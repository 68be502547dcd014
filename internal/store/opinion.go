package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func opinions() table[tdkt.Opinion] {
	return table[tdkt.Opinion]{
		columns: "id, year, person_id, unit_id, title, verdict, text, by, day, answer, done",
		order:   "id",
		values: func(m tdkt.Opinion) []driver.Value {
			return bind(m.ID, m.Year, m.Subject, m.Title, string(m.Verdict), m.Text, m.By, m.Date, m.Answer, m.Done)
		},
		scan: func(r *row) tdkt.Opinion {
			return tdkt.Opinion{
				ID: r.id(), Year: r.int(), Subject: r.anySubject(), Title: r.word(), Verdict: tdkt.Verdict(r.word()), Text: r.text(),
				By: r.word(), Date: r.day(), Answer: r.text(), Done: r.day(),
			}
		},
	}
}
