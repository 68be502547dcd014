package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func passages() table[tdkt.Passage] {
	return table[tdkt.Passage]{
		columns: "id, year, person_id, unit_id, part, text, round",
		order:   "id",
		values:  func(p tdkt.Passage) []driver.Value { return bind(p.ID, p.Year, p.Subject, p.Part, p.Text, p.Round) },
		scan: func(r *row) tdkt.Passage {
			return tdkt.Passage{ID: r.id(), Year: r.int(), Subject: r.subject(), Part: r.word(), Text: r.text(), Round: r.ref()}
		},
	}
}

func layouts() table[tdkt.Layout] {
	return table[tdkt.Layout]{
		columns: "id, kind, text",
		order:   "kind",
		values:  func(l tdkt.Layout) []driver.Value { return bind(l.ID, l.Kind, l.Text) },
		scan: func(r *row) tdkt.Layout {
			return tdkt.Layout{ID: r.id(), Kind: r.word(), Text: r.text()}
		},
	}
}

func figures() table[tdkt.Figure] {
	return table[tdkt.Figure]{
		columns: "id, year, form, line, place, value",
		order:   "id",
		values:  func(f tdkt.Figure) []driver.Value { return bind(f.ID, f.Year, f.Form, f.Row, f.Column, f.Value) },
		scan: func(r *row) tdkt.Figure {
			return tdkt.Figure{ID: r.id(), Year: r.int(), Form: r.word(), Row: r.word(), Column: r.word(), Value: r.int()}
		},
	}
}
