package app

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// StaffImport says how to take in a staff list.
type StaffImport struct {
	tdkt.StaffOptions
	NewUnits bool // make the units the list names and the data does not have
}

// PreviewStaff reads any staff list and compares it with the data. A row is the
// person of the same code; else of the same CCCD; else of the same name and birth
// date. Nothing is written.
func (a *App) PreviewStaff(ctx context.Context, path string, o StaffImport) (*ImportPlan, error) {
	list, err := a.Books.ReadStaff(ctx, path, o.StaffOptions)
	if err != nil {
		return nil, err
	}
	return planStaff(a.View(), list, o.NewUnits), nil
}

func planStaff(v *View, l *tdkt.StaffList, newUnits bool) *ImportPlan {
	cols := map[string]string{}
	for _, c := range l.Columns {
		if c.Field != "" {
			cols[c.Field] = c.Letter
		}
	}
	s := &staffImporter{
		importer: newImporter(v, l.File, map[string]map[string]string{l.Sheet: cols}),
		list:     l, newUnits: newUnits, taken: map[tdkt.ID]int{}, codes: map[string]bool{}, unitNames: map[string]tdkt.ID{},
	}
	s.plan.verb, s.plan.Staff = "import-staff", l
	s.plan.Refused = append(s.plan.Refused, l.Refused...)
	for _, u := range v.Units {
		s.unitNames[tdkt.Fold(u.Name)] = u.ID
	}
	s.index()
	for _, r := range l.Rows {
		s.row(r)
	}
	s.plan.Counts = append(s.plan.Counts, s.units2, s.count)
	return s.finish("Nhập danh sách cán bộ")
}

type staffImporter struct {
	*importer
	list      *tdkt.StaffList
	newUnits  bool
	byCCCD    map[string]tdkt.Person
	byName    map[string][]tdkt.Person
	taken     map[tdkt.ID]int // people matched → line
	codes     map[string]bool // codes given out in this run
	unitNames map[string]tdkt.ID
	units2    ImportCount
	count     ImportCount
}

func (s *staffImporter) index() {
	s.count.Sheet, s.units2.Sheet = s.list.Sheet, tdkt.SheetUnits
	s.byCCCD, s.byName = map[string]tdkt.Person{}, map[string][]tdkt.Person{}
	for _, p := range s.v.People {
		if p.CCCD != "" {
			s.byCCCD[p.CCCD] = p
		}
		k := tdkt.Fold(p.Name)
		s.byName[k] = append(s.byName[k], p)
	}
	for _, r := range s.list.Rows {
		s.codes[codeKey(r.Code)] = true
	}
}

func (s *staffImporter) row(r tdkt.PersonRow) {
	unit, ok := s.unitOf(r)
	if !ok {
		return
	}
	old, found, ok := s.match(r)
	if !ok {
		return
	}
	if first, twice := s.taken[old.ID]; found && twice {
		s.refuse(s.list.Sheet, "name", int(r.Line), "%s đã có ở dòng %d của danh sách. Hãy bỏ bớt một dòng.", r.Name, first)
		return
	}
	now := old
	if !found {
		now = tdkt.Person{ID: tdkt.NewID(), Code: s.newCode(r)}
	}
	if r.UnitName == "" && r.Unit == "" && found {
		unit = old.Unit
	}
	fillPerson(r, &now, unit)
	s.taken[now.ID] = int(r.Line)
	s.names[now.ID] = now.Name
	s.keep(r, old, now, found)
}

func (s *staffImporter) keep(r tdkt.PersonRow, old, now tdkt.Person, found bool) {
	l := ImportLine{Sheet: s.list.Sheet, Line: int(r.Line), What: fmt.Sprintf("%s (%s)", now.Name, now.Code)}
	switch {
	case found && now == old:
		s.count.Same++
		return
	case found:
		s.count.Changed++
		l.Fate, l.Diff = RowChanged, s.diff(old, now)
	default:
		s.count.New++
	}
	s.plan.records = append(s.plan.records, now)
	s.plan.Lines = append(s.plan.Lines, l)
}

// unitOf finds the row's unit by code or name, making it when that was asked for.
func (s *staffImporter) unitOf(r tdkt.PersonRow) (tdkt.ID, bool) {
	text := r.Unit
	if text == "" {
		text = r.UnitName
	}
	if text == "" {
		return s.onlyUnit(r)
	}
	if id, ok := s.units[codeKey(text)]; ok {
		return id, true
	}
	if id, ok := s.unitNames[tdkt.Fold(text)]; ok {
		return id, true
	}
	if s.newUnits {
		return s.makeUnit(text), true
	}
	s.refuse(s.list.Sheet, "unit", int(r.Line), "Chưa có đơn vị “%s”. Hãy thêm đơn vị này trước, hoặc chọn tạo đơn vị mới khi nhập.", text)
	return "", false
}

// onlyUnit serves lists without a unit column: the row's person keeps the unit
// already known; a new person needs one.
func (s *staffImporter) onlyUnit(r tdkt.PersonRow) (tdkt.ID, bool) {
	if _, found, ok := s.match(r); found && ok {
		return "", true
	}
	s.refuse(s.list.Sheet, "unit", int(r.Line), "Không rõ đơn vị của %s. Hãy ghi tên hoặc mã đơn vị vào danh sách.", r.Name)
	return "", false
}

// makeUnit adds a unit named in the list, under the only root where there is one.
func (s *staffImporter) makeUnit(name string) tdkt.ID {
	var root tdkt.ID
	roots := 0
	for _, u := range s.v.Units {
		if u.Parent == "" {
			root = u.ID
			roots++
		}
	}
	if roots != 1 {
		root = ""
	}
	u := tdkt.Unit{ID: tdkt.NewID(), Code: s.unitCode(name), Name: tdkt.Clean(name), Parent: root}
	s.units[codeKey(u.Code)], s.unitNames[tdkt.Fold(name)], s.names[u.ID] = u.ID, u.ID, u.Name
	s.plan.records = append(s.plan.records, u)
	s.plan.Lines = append(s.plan.Lines, ImportLine{Sheet: tdkt.SheetUnits, Fate: RowNew, What: fmt.Sprintf("%s (%s)", u.Name, u.Code)})
	s.units2.New++
	return u.ID
}

// unitCode is the initials of a unit's name ("Phòng Công chức viên chức" → PCCVC),
// numbered when taken.
func (s *staffImporter) unitCode(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(tdkt.Fold(name)) {
		if c := w[0]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b.WriteByte(c)
		}
	}
	base := strings.ToUpper(b.String())
	if base == "" {
		base = "DV"
	}
	code := base
	for n := 2; ; n++ {
		_, unit := s.units[code]
		_, person := s.people[code]
		if !unit && !person && !s.codes[code] {
			return code
		}
		code = fmt.Sprintf("%s%d", base, n)
	}
}

func (s *staffImporter) newCode(r tdkt.PersonRow) string {
	code := tdkt.Clean(r.Code)
	if code == "" {
		code = nextCode(s.v.People, s.codes)
	}
	s.codes[codeKey(code)] = true
	return code
}

// match finds the person a row speaks of. ok is false when the row was refused.
func (s *staffImporter) match(r tdkt.PersonRow) (p tdkt.Person, found, ok bool) {
	if r.Code != "" {
		if id, clash := s.units[codeKey(r.Code)]; clash {
			s.refuse(s.list.Sheet, "code", int(r.Line), "Mã “%s” đã là mã của đơn vị %s. Hãy đặt mã khác cho cán bộ.", r.Code, s.names[id])
			return p, false, false
		}
		if id, has := s.people[codeKey(r.Code)]; has {
			p, found = s.v.Facts.Person(id)
			return p, found, true
		}
		return p, false, true
	}
	if p, found = s.byCCCD[r.CCCD]; found && r.CCCD != "" {
		return p, true, true
	}
	return s.matchName(r)
}

func (s *staffImporter) matchName(r tdkt.PersonRow) (p tdkt.Person, found, ok bool) {
	var same []tdkt.Person
	for _, q := range s.byName[tdkt.Fold(r.Name)] {
		if sameBirth(r, q) && (r.CCCD == "" || q.CCCD == "" || r.CCCD == q.CCCD) && tdkt.Clean(q.Name) == tdkt.Clean(r.Name) {
			same = append(same, q)
		}
	}
	switch {
	case len(same) == 0:
		return p, false, true
	case len(same) == 1:
		return same[0], true, true
	}
	var who []string
	for _, q := range same {
		who = append(who, fmt.Sprintf("%s, %s", q.Code, s.names[q.Unit]))
	}
	s.refuse(s.list.Sheet, "name", int(r.Line), "Có %d người tên %s (%s) nên không biết dòng này là ai. Hãy ghi mã cán bộ hoặc số CCCD.",
		len(same), r.Name, strings.Join(who, "; "))
	return p, false, false
}

// sameBirth says whether nothing in the row's birth date speaks against the person.
func sameBirth(r tdkt.PersonRow, p tdkt.Person) bool {
	if r.Born != 0 && p.Born != 0 {
		return r.Born == p.Born
	}
	ry, py := max(r.BornYear, r.Born.Year()), max(p.BornYear, p.Born.Year())
	return ry == 0 || py == 0 || ry == py
}
