package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"

	"tdkt/internal/tdkt"
)

func periodMarks() table[tdkt.PeriodMark] {
	return table[tdkt.PeriodMark]{
		columns: "id, year, person, period, state, self_common, self_result, self_total, head_common, head_result, head_total, lines, shares, note, by, day",
		order:   "id",
		values: func(m tdkt.PeriodMark) []driver.Value {
			return bind(m.ID, m.Year, m.Person, string(m.Period), string(m.State), m.Self.Common, m.Self.Result, m.Self.Total,
				m.Head.Common, m.Head.Result, m.Head.Total, numbersText(m.Lines[:]), numbersText(m.Shares[:]), m.Note, m.By, m.Date)
		},
		scan: func(r *row) tdkt.PeriodMark {
			m := tdkt.PeriodMark{
				ID: r.id(), Year: r.int(), Person: r.ref(), Period: tdkt.Period(r.word()), State: tdkt.MarkState(r.word()),
				Self: tdkt.Score{Common: r.int(), Result: r.int(), Total: r.int()},
				Head: tdkt.Score{Common: r.int(), Result: r.int(), Total: r.int()},
			}
			r.numbers(m.Lines[:])
			r.numbers(m.Shares[:])
			m.Note, m.By, m.Date = r.word(), r.word(), r.day()
			return m
		},
	}
}

// numbersText is a fixed list of numbers as JSON, "" where all are nought, so that most
// rows stay short.
func numbersText(list []int16) string {
	for _, n := range list {
		if n != 0 {
			text, err := json.Marshal(list)
			if err != nil {
				panic(fmt.Sprintf("store: numbers have no JSON form: %v", err))
			}
			return string(text)
		}
	}
	return ""
}

// numbers reads what numbersText wrote into list.
func (r *row) numbers(list []int16) {
	text := r.text()
	if text == "" {
		return
	}
	var got []int16
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		r.fail(err)
		return
	}
	if len(got) != len(list) {
		r.fail("a list of another length")
		return
	}
	copy(list, got)
}

func workItems() table[tdkt.WorkItem] {
	return table[tdkt.WorkItem]{
		columns: "id, year, person, period, name, weight, assigned, done, good, on_time, returned, late",
		order:   "id",
		values: func(w tdkt.WorkItem) []driver.Value {
			return bind(w.ID, w.Year, w.Person, string(w.Period), w.Name, w.Weight, w.Assigned, w.Done, w.Good, w.OnTime, w.Returned, w.Late)
		},
		scan: func(r *row) tdkt.WorkItem {
			return tdkt.WorkItem{
				ID: r.id(), Year: r.int(), Person: r.ref(), Period: tdkt.Period(r.word()), Name: r.word(), Weight: r.int(),
				Assigned: r.int(), Done: r.int(), Good: r.int(), OnTime: r.int(), Returned: r.int(), Late: r.int(),
			}
		},
	}
}

func duties() table[tdkt.Duty] {
	return table[tdkt.Duty]{
		columns: "id, person, name, from_year",
		order:   "id",
		values:  func(d tdkt.Duty) []driver.Value { return bind(d.ID, d.Person, d.Group, d.From) },
		scan: func(r *row) tdkt.Duty {
			return tdkt.Duty{ID: r.id(), Person: r.ref(), Group: r.word(), From: r.int()}
		},
	}
}

func ratingFacts() table[tdkt.RatingFact] {
	return table[tdkt.RatingFact]{
		columns: "id, year, person_id, unit_id, key, value, document, day",
		order:   "id",
		values: func(x tdkt.RatingFact) []driver.Value {
			return bind(x.ID, x.Year, x.Subject, x.Key, x.Value, x.Document, x.Date)
		},
		scan: func(r *row) tdkt.RatingFact {
			return tdkt.RatingFact{
				ID: r.id(), Year: r.int(), Subject: r.subject(), Key: r.word(), Value: r.int(), Document: r.text(), Date: r.day(),
			}
		},
	}
}
