package imports

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// spec says how the rows of one sheet meet the records of one noun.
type spec[R any, E app.Row] struct {
	sheet string
	have  []E
	line  func(R) int
	// key is the natural key with references resolved; false: the row was refused.
	key   func(R) (string, bool)
	keyOf func(E) string
	// no is the decision number, which tells two awards of one key apart; nil where
	// the key alone is the row's identity.
	no    func(E) string
	same  func(R, E) bool     // what a twin must share beyond the key; nil for nothing more
	near  func(E) string      // rows of one near key are likely one, written twice; nil: none are
	check func(E) *tdkt.Error // refuses a record that is wrong as a whole; nil: none is
	fresh func(R) E           // a new record with key and ID
	fill  func(R, *E)         // lays the row's non-empty cells over the record
	what  func(E) string
}

// matchRows matches the rows of a sheet with the data and notes what is new or changed.
func matchRows[R any, E app.Row](b *importer, s spec[R, E], rows []R) {
	if len(rows) == 0 {
		return
	}
	byKey := make(map[string][]int, len(s.have))
	for i, e := range s.have {
		byKey[s.keyOf(e)] = append(byKey[s.keyOf(e)], i)
	}
	nearby := map[string]E{}
	if s.near != nil {
		nearby = make(map[string]E, len(s.have)+len(rows))
		for _, e := range s.have {
			nearby[s.near(e)] = e
		}
	}
	m := &matcher[R, E]{nearby: nearby, b: b, spec: s, byKey: byKey, used: map[int]bool{}, seen: make(map[string]int, len(rows)), count: ImportCount{Sheet: s.sheet}}
	left := make([]keyed[R], 0, len(rows))
	for _, r := range rows {
		if k, ok := s.key(r); ok {
			left = append(left, keyed[R]{r, k})
		}
	}
	// The closest matches first, so that no row takes another's place.
	for _, near := range []nearness{twin, sameNumber, sameKey} {
		left = slices.DeleteFunc(left, func(r keyed[R]) bool { return m.take(r.row, r.key, near) })
	}
	b.plan.records, b.plan.Lines = slices.Grow(b.plan.records, len(left)), slices.Grow(b.plan.Lines, len(left))
	for _, r := range left {
		m.add(r.row, r.key)
	}
	b.plan.Counts = append(b.plan.Counts, m.count)
}

// keyed is a row with its natural key.
type keyed[R any] struct {
	row R
	key string
}

// nearness is how alike a row and a record of one key must be to be taken for one.
type nearness int

const (
	twin       nearness = iota // every cell as it is, blank where the record is blank
	sameNumber                 // one decision number, or none on both sides
	sameKey                    // one of the two has no decision number yet
)

type matcher[R any, E app.Row] struct {
	b     *importer
	spec  spec[R, E]
	byKey map[string][]int
	// nearby are records by near key: a new row beside one is perhaps a correction.
	nearby map[string]E
	used   map[int]bool
	seen   map[string]int // identities of the file's rows → line
	count  ImportCount
}

// take matches the row with an unused record of the same key that is near enough.
func (m *matcher[R, E]) take(r R, k string, near nearness) bool {
	for _, i := range m.byKey[k] {
		if m.used[i] || !m.alike(r, m.spec.have[i], near) {
			continue
		}
		old := m.spec.have[i]
		now := old
		m.spec.fill(r, &now)
		m.used[i] = true
		m.seen[m.identity(k, now)] = m.spec.line(r)
		m.note(r, old, now)
		return true
	}
	return false
}

// alike says whether a row may be the record. The row alone, laid over an empty
// record, shows which of its cells are blank.
func (m *matcher[R, E]) alike(r R, old E, near nearness) bool {
	if m.spec.no == nil {
		return true
	}
	alone := m.spec.fresh(r)
	m.spec.fill(r, &alone)
	mine, theirs := m.spec.no(alone), m.spec.no(old)
	switch near {
	case twin:
		now := old
		m.spec.fill(r, &now)
		return mine == theirs && now == old && (m.spec.same == nil || m.spec.same(r, old))
	case sameNumber:
		return mine == theirs
	default:
		return mine == "" || theirs == ""
	}
}

// refused says whether a record is wrong as a whole, and notes why.
func (m *matcher[R, E]) refused(r R, e E) bool {
	if m.spec.check == nil {
		return false
	}
	err := m.spec.check(e)
	if err != nil {
		m.b.refuse(m.spec.sheet, "", m.spec.line(r), "%s", err.Text)
	}
	return err != nil
}

// identity is what no two rows may share.
func (m *matcher[R, E]) identity(k string, e E) string {
	if m.spec.no == nil {
		return k
	}
	return k + "|" + m.spec.no(e)
}

// note counts a matched row, and keeps it when it changed.
func (m *matcher[R, E]) note(r R, old, now E) {
	if now == old {
		m.count.Same++
		return
	}
	if m.refused(r, now) {
		return
	}
	m.count.Changed++
	m.b.plan.records = append(m.b.plan.records, now)
	m.b.plan.Lines = append(m.b.plan.Lines, ImportLine{
		Sheet: m.spec.sheet, Line: m.spec.line(r), Fate: RowChanged, What: m.spec.what(now), Diff: m.b.diff(old, now),
	})
}

// add keeps a new row; a second row of the same identity in the file is refused.
func (m *matcher[R, E]) add(r R, k string) {
	e := m.spec.fresh(r)
	m.spec.fill(r, &e)
	identity := m.identity(k, e)
	if first, twice := m.seen[identity]; twice {
		m.b.refuse(m.spec.sheet, "", m.spec.line(r), "Dòng này trùng với dòng %d (%s). Hãy bỏ bớt một dòng.", first, m.spec.what(e))
		return
	}
	m.seen[identity] = m.spec.line(r)
	if m.refused(r, e) {
		return
	}
	if m.spec.near != nil {
		near := m.spec.near(e)
		if old, ok := m.nearby[near]; ok {
			m.b.warn(m.spec.sheet, "", m.spec.line(r), "Dòng này được thêm mới bên cạnh dòng gần giống đã có (%s). Nếu là sửa dòng cũ thì hãy xóa dòng cũ.", m.spec.what(old))
		}
		m.nearby[near] = e
	}
	m.count.New++
	m.b.plan.records = append(m.b.plan.records, e)
	m.b.plan.Lines = append(m.b.plan.Lines, ImportLine{Sheet: m.spec.sheet, Line: m.spec.line(r), Fate: RowNew, What: m.spec.what(e)})
}

// diff says in words what differs between two records of one kind.
func (b *importer) diff(old, now tdkt.Record) string {
	var out []string
	for _, d := range tdkt.Diff(old, now) {
		if d.Masked {
			out = append(out, d.Words+" thay đổi")
			continue
		}
		out = append(out, fmt.Sprintf("%s: %s thành %s", d.Words, b.shown(d.Field, d.Was), b.shown(d.Field, d.Is)))
	}
	return strings.Join(out, "; ")
}

// shown is one field's value in words.
func (b *importer) shown(field tdkt.Field, x any) string {
	var s string
	switch x := x.(type) {
	case tdkt.ID:
		if s = b.names[x]; s == "" && x != "" {
			s = "có" // a row that has no name of its own
		}
	case tdkt.Subject:
		s = b.names[x.ID]
	case tdkt.Level:
		s = x.Words()
	case bool:
		s = "không"
		if x {
			s = "có"
		}
	case tdkt.Score:
		s = ScoreWords(x)
	case tdkt.ClosedBooks:
		s = closedWords(x)
	case int:
		s = fmt.Sprint(x)
		if field.Kind == tdkt.PointsField {
			s = view.PointsWords(x)
		}
		if x == 0 {
			s = ""
		}
	default:
		s = b.plain(field, x)
	}
	if s == "" {
		return "(trống)"
	}
	return s
}

// plain is a value that needs no record to read: titles by name, lists by their length.
func (b *importer) plain(field tdkt.Field, x any) string {
	v := reflect.ValueOf(x)
	if q, ok := x.(tdkt.Quantity); ok {
		return q.String()
	}
	switch {
	case v.Kind() == reflect.Slice && v.Len() > 0:
		return fmt.Sprintf("%d mục", v.Len())
	case v.Kind() == reflect.Array && !v.IsZero():
		return "đã ghi"
	case v.Kind() == reflect.Slice || v.Kind() == reflect.Array:
		return ""
	case field.Kind == tdkt.TitleField:
		return b.v.TitleName(v.String())
	}
	return fmt.Sprint(x)
}

// closedWords names the closed books.
func closedWords(c tdkt.ClosedBooks) string {
	var out []string
	for _, book := range tdkt.Books() {
		if (tdkt.Year{Closed: c}).IsClosed(book) {
			out = append(out, book.Words())
		}
	}
	return strings.Join(out, ", ")
}
