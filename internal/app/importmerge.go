package app

import (
	"fmt"
	"reflect"
	"strings"

	"tdkt/internal/tdkt"
)

// row is a record that can be compared with ==.
type row interface {
	comparable
	tdkt.Record
}

// spec says how the rows of one sheet meet the records of one noun.
type spec[R any, E row] struct {
	sheet string
	have  []E
	line  func(R) int
	// key is the natural key with references resolved; false: the row was refused.
	key   func(R) (string, bool)
	keyOf func(E) string
	// no is the decision number, which tells two awards of one key apart; nil where
	// the key alone is the row's identity.
	no, noOf func(E) string
	fresh    func(R) E   // a new record with key and ID
	fill     func(R, *E) // lays the row's non-empty cells over the record
	what     func(E) string
}

// merge matches the rows of a sheet with the data and notes what is new or changed.
func merge[R any, E row](b *importer, s spec[R, E], rows []R) {
	if len(rows) == 0 {
		return
	}
	byKey := map[string][]int{}
	for i, e := range s.have {
		byKey[s.keyOf(e)] = append(byKey[s.keyOf(e)], i)
	}
	m := &matcher[R, E]{b: b, spec: s, byKey: byKey, used: map[int]bool{}, seen: map[string]int{}, count: ImportCount{Sheet: s.sheet}}
	var later []R
	for _, r := range rows { // rows equal to what is there first, so that none takes another's place
		k, ok := s.key(r)
		if ok && !m.take(r, k, true) {
			later = append(later, r)
		}
	}
	for _, r := range later {
		if k, _ := s.key(r); !m.take(r, k, false) {
			m.add(r, k)
		}
	}
	b.plan.Counts = append(b.plan.Counts, m.count)
}

type matcher[R any, E row] struct {
	b     *importer
	spec  spec[R, E]
	byKey map[string][]int
	used  map[int]bool
	seen  map[string]int // identities of the file's rows → line
	count ImportCount
}

// take matches the row with an unused record of the same key: exactly, or (second
// pass) where one of the two has no decision number yet.
func (m *matcher[R, E]) take(r R, k string, exact bool) bool {
	for _, i := range m.byKey[k] {
		if m.used[i] {
			continue
		}
		old := m.spec.have[i]
		now := old
		m.spec.fill(r, &now)
		if exact && now != old {
			continue
		}
		if m.spec.no != nil && m.spec.no(now) != m.spec.noOf(old) && m.spec.noOf(old) != "" {
			continue
		}
		m.used[i] = true
		m.seen[m.identity(k, now)] = m.spec.line(r)
		m.note(r, old, now)
		return true
	}
	return false
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
	m.count.New++
	m.b.plan.records = append(m.b.plan.records, e)
	m.b.plan.Lines = append(m.b.plan.Lines, ImportLine{Sheet: m.spec.sheet, Line: m.spec.line(r), Fate: RowNew, What: m.spec.what(e)})
}

// fieldNames are the words of the preview for the fields of records.
func fieldName(field string) string {
	names := map[string]string{
		"Code": "mã", "Name": "tên", "Parent": "đơn vị cấp trên", "Kind": "loại", "Founded": "ngày thành lập",
		"Born": "ngày sinh", "BornYear": "năm sinh", "Sex": "giới tính", "CCCD": "số CCCD", "Unit": "đơn vị",
		"Position": "chức vụ", "Employment": "đối tượng", "Leader": "lãnh đạo", "Start": "ngày vào làm", "End": "ngày thôi việc",
		"Level": "mức", "Points": "điểm", "Decision": "số quyết định", "Date": "ngày", "Revoked": "đã hủy", "Scope": "phạm vi",
		"Title": "tên", "From": "từ", "To": "đến", "Reason": "lý do", "Initiative": "sáng kiến", "Met": "kết quả", "By": "người đánh giá",
		"Value": "giá trị", "Document": "số văn bản", "Closed": "sổ đã chốt", "Form": "hình thức",
	}
	if n, ok := names[field]; ok {
		return n
	}
	return "nội dung"
}

// diff says in words what differs between two records of one kind.
func (b *importer) diff(old, now any) string {
	o, n := reflect.ValueOf(old), reflect.ValueOf(now)
	var out []string
	for i := range o.NumField() {
		was, is := o.Field(i).Interface(), n.Field(i).Interface()
		if was == is {
			continue
		}
		name := o.Type().Field(i).Name
		if name == "CCCD" {
			out = append(out, fieldName(name)+" thay đổi")
			continue
		}
		out = append(out, fmt.Sprintf("%s: %s → %s", fieldName(name), b.shown(was), b.shown(is)))
	}
	return strings.Join(out, "; ")
}

func (b *importer) shown(x any) string {
	var s string
	switch x := x.(type) {
	case tdkt.ID:
		s = b.names[x]
	case bool:
		s = "không"
		if x {
			s = "có"
		}
	case struct{ Pledges, Ratings, Initiatives, Titles bool }:
		s = fmt.Sprint(x)
	default:
		s = fmt.Sprint(x)
	}
	if s == "" {
		return "(trống)"
	}
	return s
}
