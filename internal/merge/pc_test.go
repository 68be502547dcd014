package merge_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"tdkt/internal/merge"
	_ "tdkt/internal/quicktest"
	"tdkt/internal/tdkt"
)

// pc is a data file as merge sees it: its history, and the rows that follow from it.
type pc struct {
	name    string
	entries []tdkt.Entry
	rows    map[string]string // noun and key → row
	clock   time.Time
	serial  *int
}

func newPC() *pc {
	serial := 0
	return &pc{rows: map[string]string{}, clock: time.Date(2024, 1, 5, 8, 0, 0, 0, time.UTC), serial: &serial}
}

// copied is the file taken to another PC.
func (p *pc) copied(name string) *pc {
	c := *p
	c.name, c.entries, c.rows = name, slices.Clone(p.entries), maps.Clone(p.rows)
	return &c
}

// do writes an entry; nothing is written where no row changes.
func (p *pc) do(undoes int64, changes ...tdkt.RowChange) int64 {
	var rows []tdkt.RowChange
	for _, c := range changes {
		at := string(c.Noun) + " " + string(c.Key)
		if before, ok := p.rows[at]; ok {
			c.Before = []byte(before)
		}
		if bytes.Equal(c.Before, c.After) {
			continue
		}
		if c.After == nil {
			delete(p.rows, at)
		} else {
			p.rows[at] = string(c.After)
		}
		rows = append(rows, c)
	}
	if len(rows) == 0 {
		return 0
	}
	*p.serial++
	e := tdkt.Entry{Seq: int64(len(p.entries) + 1), Undoes: undoes, Rows: rows}
	e.Hash = fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, p.name, *p.serial, rows)))[:16] // as unforeseen as a real one
	e.At = p.clock.Format(time.RFC3339)
	p.entries = append(p.entries, e)
	return e.Seq
}

func (p *pc) put(t *testing.T, recs ...tdkt.Record) {
	t.Helper()
	var changes []tdkt.RowChange
	for _, r := range recs {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, tdkt.RowChange{Noun: r.Noun(), Key: r.RecordID(), After: tidy(t, text)})
	}
	p.do(0, changes...)
}

func (p *pc) remove(recs ...tdkt.Record) {
	var changes []tdkt.RowChange
	for _, r := range recs {
		changes = append(changes, tdkt.RowChange{Noun: r.Noun(), Key: r.RecordID()})
	}
	p.do(0, changes...)
}

// undo takes an entry back as the store does.
func (p *pc) undo(seq int64) {
	var changes []tdkt.RowChange
	for _, r := range p.entries[seq-1].Rows {
		changes = append(changes, tdkt.RowChange{Noun: r.Noun, Key: r.Key, After: r.Before})
	}
	p.do(seq, changes...)
}

// plan compares this file with another.
func (p *pc) plan(t *testing.T, other *pc) *merge.Plan {
	t.Helper()
	plan, err := merge.Work(p.entries, other.entries)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// merge joins another file into this one and says whether that wrote anything.
func (p *pc) merge(t *testing.T, other *pc) int64 {
	t.Helper()
	plan := p.plan(t, other)
	if plan.Empty() || len(plan.Clashes) > 0 {
		return 0
	}
	*p.serial++
	defer func(at time.Time) { p.clock = at }(p.clock)
	p.clock = p.clock.Add(time.Hour) // merges come after all work, and must not make any of it look younger
	made := tdkt.Merge{ID: tdkt.ID(fmt.Sprint("m-", *p.serial)), Head: other.entries[len(other.entries)-1].Hash, Past: plan.Past}
	text, err := json.Marshal(made)
	if err != nil {
		t.Fatal(err)
	}
	changes := []tdkt.RowChange{{Noun: tdkt.NounMerge, Key: made.ID, After: text}}
	for _, r := range plan.Rows {
		changes = append(changes, tdkt.RowChange{Noun: r.Noun, Key: r.Key, After: r.After})
	}
	return p.do(0, changes...)
}

// data is every row but what merges keep for themselves.
func (p *pc) data() string {
	var lines []string
	for at, row := range p.rows {
		if !strings.HasPrefix(at, "merge ") {
			lines = append(lines, at+" "+row)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// legal refuses what the file would: two rows of one natural key, references to
// nothing.
func (p *pc) legal() error {
	seen := map[string]string{}
	for at, row := range p.rows {
		if strings.HasPrefix(at, "merge ") {
			continue
		}
		var r struct {
			Code    string
			Person  string
			Unit    string
			Subject struct{ ID string }
			Year    int
		}
		if err := json.Unmarshal([]byte(row), &r); err != nil {
			return err
		}
		name := ""
		switch {
		case r.Code != "" && (strings.HasPrefix(at, "unit ") || strings.HasPrefix(at, "person ")):
			name = "code " + r.Code
		case strings.HasPrefix(at, "rating "):
			name = fmt.Sprint("rating ", r.Year, r.Subject.ID)
		}
		if other, ok := seen[name]; ok && name != "" {
			return fmt.Errorf("%s and %s are both %s", at, other, name)
		}
		seen[name] = at
		for _, ref := range []string{"person " + r.Person, "unit " + r.Unit, "person " + r.Subject.ID} {
			if _, ok := p.rows[ref]; !ok && !strings.HasSuffix(ref, " ") {
				return fmt.Errorf("%s refers to %s, which is not there", at, ref)
			}
		}
	}
	return nil
}

// tidy is JSON with sorted keys.
func tidy(t *testing.T, text []byte) []byte {
	t.Helper()
	var fields map[string]any
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// office is one room with two people.
func office() []tdkt.Record {
	return []tdkt.Record{
		tdkt.Unit{ID: "u-1", Code: "VP", Name: "Văn phòng"},
		tdkt.Person{ID: "p-1", Code: "CB001", Name: "Trần Thị Mẫu", Unit: "u-1"},
		tdkt.Person{ID: "p-2", Code: "CB002", Name: "Lê Văn Thử", Unit: "u-1"},
	}
}

// work does one invented thing that the file allows.
func (p *pc) work(t *testing.T, r *rand.Rand) {
	t.Helper()
	p.clock = p.clock.Add(time.Duration(r.IntN(7)-2) * time.Second) // clocks are set back at times
	backup := p.copied(p.name)
	*p.serial++
	fresh := fmt.Sprintf("%s-%d", p.name, *p.serial)
	person := tdkt.ID(fmt.Sprintf("p-%d", 1+r.IntN(2)))
	switch r.IntN(14) {
	case 9:
		p.put(t, tdkt.Initiative{ID: tdkt.ID("s-" + fresh), Year: 2023, Person: person, Title: fmt.Sprint("SK", r.IntN(2))})
	case 10:
		p.rename(t, r)
	case 11: // codes and years change hands
		p.changeAny(t, r, "person", "code", fmt.Sprintf("CB%03d", 5+r.IntN(4)))
		p.changeAny(t, r, "rating", "year", 2020+r.IntN(3))
	case 12: // a room of its own, and back
		room := tdkt.ID("u-" + fresh)
		p.put(t, tdkt.Unit{ID: room, Code: fmt.Sprint("P", r.IntN(2)), Name: "Phòng"})
		p.change(t, person, "unit", string(room))
	case 13: // an older operation is taken back
		if e := p.entries[r.IntN(len(p.entries))]; e.Seq > 1 && e.Rows[0].Noun != tdkt.NounMerge && p.untouched(e) {
			p.undo(e.Seq)
		}
	case 0, 1:
		p.change(t, person, "position", fmt.Sprint("Chức vụ ", r.IntN(5)))
	case 2:
		p.change(t, person, "name", fmt.Sprint("Trần Thị ", r.IntN(5)))
	case 3, 4:
		p.put(t, tdkt.Rating{ID: tdkt.ID("r-" + fresh), Year: 2020 + r.IntN(3), Subject: tdkt.PersonSubject(person), Level: tdkt.Levels()[r.IntN(4)]})
	case 5:
		code := fmt.Sprintf("CB%03d", 5+r.IntN(3))
		p.put(t, tdkt.Person{ID: tdkt.ID("p-" + fresh), Code: code, Name: "Người Mới", Unit: "u-1"},
			tdkt.Rating{ID: tdkt.ID("r-" + fresh), Year: 2021, Subject: tdkt.PersonSubject(tdkt.ID("p-" + fresh)), Level: tdkt.Levels()[r.IntN(4)]})
	case 6, 7:
		p.removeOne(t, r)
	case 8:
		if n := len(p.entries); n > 1 {
			p.undo(int64(n))
		}
	}
	if p.legal() != nil { // the file would have refused it
		p.entries, p.rows = backup.entries, backup.rows
	}
}

// rename gives an initiative another title.
func (p *pc) rename(t *testing.T, r *rand.Rand) {
	t.Helper()
	p.changeAny(t, r, "initiative", "title", fmt.Sprint("SK", r.IntN(2)))
}

// changeAny changes a field of any row of a noun.
func (p *pc) changeAny(t *testing.T, r *rand.Rand, noun, field string, value any) {
	t.Helper()
	var keys []string
	for _, at := range slices.Sorted(maps.Keys(p.rows)) {
		if strings.HasPrefix(at, noun+" ") && at != "person p-1" && at != "person p-2" { // those two have names of their own
			keys = append(keys, strings.TrimPrefix(at, noun+" "))
		}
	}
	if len(keys) > 0 {
		p.set(t, tdkt.Noun(noun), tdkt.ID(keys[r.IntN(len(keys))]), field, value)
	}
}

func (p *pc) change(t *testing.T, id tdkt.ID, field, value string) {
	t.Helper()
	p.set(t, tdkt.NounPerson, id, field, value)
}

func (p *pc) set(t *testing.T, noun tdkt.Noun, id tdkt.ID, field string, value any) {
	t.Helper()
	row, ok := p.rows[string(noun)+" "+string(id)]
	if !ok {
		return
	}
	var fields map[string]any
	if err := json.Unmarshal([]byte(row), &fields); err != nil {
		t.Fatal(err)
	}
	fields[field] = value
	text, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	p.do(0, tdkt.RowChange{Noun: noun, Key: id, After: text})
}

func (p *pc) removeOne(t *testing.T, r *rand.Rand) {
	t.Helper()
	keys := slices.Sorted(maps.Keys(p.rows))
	if len(keys) == 0 {
		return
	}
	noun, key, _ := strings.Cut(keys[r.IntN(len(keys))], " ")
	if noun != "merge" {
		p.do(0, tdkt.RowChange{Noun: tdkt.Noun(noun), Key: tdkt.ID(key)})
	}
}
