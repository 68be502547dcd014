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

func accountTable() table[tdkt.Account] {
	return table[tdkt.Account]{
		columns: "id, login, name, role, secret",
		order:   "login",
		values: func(a tdkt.Account) []driver.Value {
			return bind(a.ID, a.Login, a.Name, string(a.Role), a.Secret)
		},
		scan: func(r *row) tdkt.Account {
			return tdkt.Account{ID: r.id(), Login: r.text(), Name: r.text(), Role: tdkt.Access(r.word()), Secret: r.text()}
		},
	}
}
