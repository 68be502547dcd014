package store

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"

	"tdkt/internal/tdkt"
)

// row is one row being read, column after column. The first wrong value is kept in
// err, so that scanning needs no check after each column.
type row struct {
	values []driver.Value
	at     int
	err    error
	words  map[string]string
}

// errOddRow is a row that does not hold what its table promises: the file is damaged.
var errOddRow = errors.New("store: odd row")

func (r *row) next() driver.Value {
	if r.at >= len(r.values) {
		r.fail("a column too few")
		return nil
	}
	v := r.values[r.at]
	r.at++
	return v
}

func (r *row) fail(why any) {
	if r.err == nil {
		r.err = fmt.Errorf("%w: column %d: %v", errOddRow, r.at, why)
	}
}

// text reads a text; NULL is "".
func (r *row) text() string {
	switch v := r.next().(type) {
	case nil:
		return ""
	case string:
		return v
	default:
		r.fail(fmt.Sprintf("%T is no text", v))
		return ""
	}
}

// bytes reads a BLOB.
func (r *row) bytes() []byte {
	b, ok := r.next().([]byte)
	if !ok {
		r.fail("no bytes")
	}
	return append([]byte(nil), b...) // SQLite takes its own back
}

// word reads a text that many rows repeat, and keeps one copy of it.
func (r *row) word() string {
	t := r.text()
	if w, ok := r.words[t]; ok {
		return w
	}
	r.words[t] = t
	return t
}

func (r *row) long() int64 {
	n, ok := r.next().(int64)
	if !ok {
		r.fail("no integer")
	}
	return n
}

func (r *row) int() int   { return int(r.long()) }
func (r *row) flag() bool { return r.long() != 0 }

// id reads the row's own key, ref one that it shares with other rows.
func (r *row) id() tdkt.ID  { return tdkt.ID(r.text()) }
func (r *row) ref() tdkt.ID { return tdkt.ID(r.word()) }

// day reads "2006-01-02"; the table's CHECK has seen to it that the calendar has it.
func (r *row) day() tdkt.Day {
	t := r.text()
	if t == "" {
		return 0
	}
	if len(t) != len("2006-01-02") {
		r.fail("no day")
		return 0
	}
	n := 0
	for i := range len(t) {
		if c := t[i]; '0' <= c && c <= '9' {
			n = n*10 + int(c-'0')
		}
	}
	return tdkt.Day(n)
}

// subject reads the columns person_id and unit_id, of which one is NULL.
func (r *row) subject() tdkt.Subject {
	person, unit := r.ref(), r.ref()
	if person != "" {
		return tdkt.PersonSubject(person)
	}
	return tdkt.UnitSubject(unit)
}

// anySubject reads the same columns where both may be NULL: nobody.
func (r *row) anySubject() tdkt.Subject {
	if s := r.subject(); s.ID != "" {
		return s
	}
	return tdkt.Subject{}
}

// listColumn reads a column that holds a JSON list; an empty one is nil.
func listColumn[T any](r *row) []T {
	var list []T
	if err := json.Unmarshal([]byte(r.text()), &list); err != nil {
		r.fail(err)
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

// bind turns fields into what the driver takes: zero days and keys become NULL, a
// subject becomes its two columns, a list becomes JSON.
func bind(fields ...any) []driver.Value {
	values := make([]driver.Value, 0, len(fields)+1)
	for _, f := range fields {
		switch f := f.(type) {
		case tdkt.Subject:
			values = append(values, subjectValues(f)...)
		case tdkt.ID:
			values = append(values, orNull(string(f)))
		case tdkt.Day:
			values = append(values, orNull(f.ISO()))
		case string:
			values = append(values, f)
		case int:
			values = append(values, int64(f))
		case int64:
			values = append(values, f)
		case bool:
			values = append(values, flagValue(f))
		default:
			values = append(values, jsonValue(f))
		}
	}
	return values
}

func orNull(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

func subjectValues(s tdkt.Subject) []driver.Value {
	switch s.Kind {
	case tdkt.APerson:
		return []driver.Value{orNull(string(s.ID)), nil}
	case tdkt.AUnit:
		return []driver.Value{nil, orNull(string(s.ID))}
	default:
		return []driver.Value{nil, nil} // Refused by the table's CHECK.
	}
}

func flagValue(b bool) driver.Value {
	if b {
		return int64(1)
	}
	return int64(0)
}

// jsonValue is a list as JSON; no list and an empty one are the same.
func jsonValue(v any) driver.Value {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("store: %T has no JSON form: %v", v, err))
	}
	if string(text) == "null" {
		return "[]"
	}
	return string(text)
}
