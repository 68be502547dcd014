package imports

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// absent names people of the rooms in the list who stand in the data and not in the list.
func (s *staffImporter) absent() {
	rooms, matched, all := map[tdkt.ID]bool{}, 0, 0
	for id := range s.taken {
		if p, ok := s.v.Facts.Person(id); ok {
			rooms[p.Unit] = true
		}
	}
	for _, p := range s.plan.Refused {
		if strings.Contains(p.Text, "Ghi thẳng đơn vị mới") {
			matched++
		}
	}
	var gone []string
	for _, p := range s.v.People {
		if p.End != 0 || !rooms[p.Unit] {
			continue
		}
		all++
		if s.taken[p.ID] != 0 {
			matched++
		} else if !s.named[tdkt.NameForm(p.Name)] {
			gone = append(gone, fmt.Sprintf("%s (%s)", p.Name, p.Code))
		}
	}
	if len(gone) > 0 && matched*2 >= all {
		s.plan.Warnings = append(s.plan.Warnings, tdkt.Problem{Sheet: s.list.Sheet, Text: fmt.Sprintf(
			"%d người có trong sổ, cùng đơn vị, nhưng không có trong danh sách này: %s. Nếu đã nghỉ, hãy ghi ngày thôi việc trong hồ sơ.", len(gone), view.List(gone))})
	}
}

// otherBirth refuses a row whose name stands in the same room with another birth date: one
// of the two is likely wrong.
func (s *staffImporter) otherBirth(r tdkt.PersonRow) (p tdkt.Person, found, ok bool) {
	for _, q := range s.byName[tdkt.NameForm(r.Name)] {
		text := cmp.Or(r.Unit, r.UnitName)
		if text == "" || intake.UnitKey(text) != intake.UnitKey(s.v.UnitName(q.Unit)) && view.CodeKey(text) != view.CodeKey(unit(s.v, q.Unit)) {
			continue
		}
		s.refuse(cmp.Or(r.Sheet, s.list.Sheet), "born", int(r.Line), "%s (%s) cùng đơn vị đã có trong sổ với ngày sinh %s, danh sách ghi %s. Nếu là một người, hãy sửa ngày sinh; nếu là hai người, hãy ghi mã cán bộ hoặc số CCCD.",
			q.Name, q.Code, birthText(q.Born, q.BornYear), birthText(r.Born, r.BornYear))
		return p, false, false
	}
	return p, false, true
}

// sameBirth says whether nothing in the row's birth date speaks against the person.
func sameBirth(r tdkt.PersonRow, p tdkt.Person) bool {
	if r.Born != 0 && p.Born != 0 {
		return r.Born == p.Born
	}
	ry, py := max(r.BornYear, r.Born.Year()), max(p.BornYear, p.Born.Year())
	return ry == 0 || py == 0 || ry == py
}
