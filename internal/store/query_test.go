package store

import (
	"database/sql/driver"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// plan is what SQLite says it will do for a query.
func plan(t *testing.T, db *DB, query string, values ...driver.Value) string {
	t.Helper()
	var steps []string
	err := db.read(t.Context(), func(s *session) error {
		return s.query(t.Context(), "EXPLAIN QUERY PLAN "+query, values, func(r *row) error {
			r.next() // Its number.
			r.next() // The number of the step above it.
			r.next()
			steps = append(steps, r.text())
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(steps, "; ")
}

// Questions asked for one year, one row or one entry must not read the whole file.
func TestHotQueriesUseAnIndex(t *testing.T) {
	db := newDB(t)
	for name, query := range map[string]string{
		"nominations of a year": nominations().selectFrom() + " WHERE year = 2023 ORDER BY " + nominations().order,
		"plans of a year":       plans().selectFrom() + " WHERE year = 2023 ORDER BY " + plans().order,
		"tasks of a year":       `SELECT * FROM task WHERE year = 2023 ORDER BY deadline`,
		"rows of an entry":      `SELECT noun, key, before, after FROM history_row WHERE seq = 7 ORDER BY place`,
		"entries of a record":   `SELECT seq FROM history_row WHERE key = 'x' AND seq > 7`,
		"newest entries":        selectEntries + ` ORDER BY seq DESC LIMIT 20`,
		"ratings of a person":   ratings().selectFrom() + ` WHERE person_id = 'x' AND year = 2023`,
		"ratings of a unit":     ratings().selectFrom() + ` WHERE unit_id = 'x' AND year = 2023`,
	} {
		got := plan(t, db, query)
		whole := strings.Contains(got, "SCAN") && name != "newest entries"
		if whole || strings.Contains(got, "TEMP B-TREE") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Get and the writing statements find their row by its key, in every table.
func TestEveryRecordIsFoundByItsKey(t *testing.T) {
	db := newDB(t)
	for noun := range keepers() {
		for _, query := range []string{
			"SELECT * FROM " + string(noun) + " WHERE id = 'x'",
			"DELETE FROM " + string(noun) + " WHERE id = 'x'",
		} {
			if got := plan(t, db, query); !strings.Contains(got, "SEARCH "+string(noun)) || strings.Contains(got, "SCAN") {
				t.Errorf("%s: %s", query, got)
			}
		}
	}
}

// Reading everything in its order needs no sorting: the keys and codes are in order already.
func TestSnapshotNeedsNoSorting(t *testing.T) {
	db := newDB(t)
	for name, query := range map[string]string{
		"units": units().selectFrom() + " ORDER BY " + units().order, "people": people().selectFrom() + " ORDER BY " + people().order,
		"ratings": ratings().selectFrom() + " ORDER BY " + ratings().order, "awards": awards().selectFrom() + " ORDER BY " + awards().order,
		"initiatives": initiatives().selectFrom() + " ORDER BY " + initiatives().order,
		"pledges":     pledges().selectFrom() + " ORDER BY " + pledges().order,
		"locals":      locals().selectFrom() + " ORDER BY " + locals().order,
	} {
		if got := plan(t, db, query); strings.Contains(got, "TEMP B-TREE") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Removing a row makes SQLite look for rows that refer to it; without an index on
// each reference it would read those tables whole, for each row removed.
func TestEveryReferenceHasAnIndex(t *testing.T) {
	db := newDB(t)
	type reference struct{ child, column string }
	var references []reference
	err := db.read(t.Context(), func(s *session) error {
		return s.query(t.Context(), `SELECT m.name, f."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
			nil, func(r *row) error {
				references = append(references, reference{r.text(), r.text()})
				return nil
			})
	})
	if err != nil || len(references) < 40 {
		t.Fatalf("%d references, %v", len(references), err)
	}
	for _, ref := range references {
		if ref.child == "history" { // Rows of the history are never removed.
			continue
		}
		got := plan(t, db, "SELECT 1 FROM "+ref.child+" WHERE "+ref.column+" = ?", "x")
		if strings.Contains(got, "SCAN") {
			t.Errorf("%s.%s: %s", ref.child, ref.column, got)
		}
	}
}

// The order of a snapshot decides the order of lists and findings, so it must not
// depend on how rows came in.
func TestSnapshotOrder(t *testing.T) {
	db := newDB(t)
	put(t, db, tdkt.Unit{ID: "u-1", Code: "VP", Name: "Văn phòng"}, tdkt.Unit{ID: "u-2", Code: "TC", Name: "Tổ chức"})
	put(t, db, tdkt.Person{ID: "p-1", Code: "CB2", Name: "A", Unit: "u-1"}, tdkt.Person{ID: "p-2", Code: "CB1", Name: "B", Unit: "u-1"})
	put(t, db, tdkt.Year{ID: "y-1", Year: 2024}, tdkt.Year{ID: "y-2", Year: 2023})
	put(t, db,
		tdkt.Rating{ID: "r-2", Year: 2022, Subject: tdkt.PersonSubject("p-1"), Level: tdkt.Good},
		tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.UnitSubject("u-1"), Level: tdkt.Good})
	snap, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := []string{
		snap.Units[0].Code, snap.Units[1].Code, snap.People[0].Code, snap.People[1].Code,
		string(snap.Years[0].ID), string(snap.Years[1].ID), string(snap.Ratings[0].ID), string(snap.Ratings[1].ID),
	}
	if want := "TC VP CB1 CB2 y-2 y-1 r-1 r-2"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
