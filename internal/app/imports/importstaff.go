package imports

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// StaffImport says how to take in a staff list.
type StaffImport struct {
	tdkt.StaffOptions
	NewUnits bool // make the units the list names and the data does not have
}

// PreviewStaff reads any staff list and compares it with the data. A row is the
// person of the same code; else of the same CCCD, who keeps the code known here; else
// of the same name with no birth date or CCCD speaking against it. A row with a code
// not known here that looks like someone known is refused. Nothing is written.
func PreviewStaff(ctx context.Context, a *app.App, path string, o StaffImport) (*ImportPlan, error) {
	o.Today = a.Today()
	list, err := a.Books.ReadStaff(ctx, path, o.StaffOptions)
	if err != nil {
		return nil, err
	}
	return planStaff(a.View(), list, o.NewUnits), nil
}

func planStaff(v *view.View, l *tdkt.StaffList, newUnits bool) *ImportPlan {
	cols := map[string]string{}
	for _, c := range l.Columns {
		if c.Field != "" {
			cols[c.Field] = c.Letter
		}
	}
	s := &staffImporter{
		importer: newImporter(v, l.File, map[string]map[string]string{l.Sheet: cols}),
		list:     l, newUnits: newUnits, taken: map[tdkt.ID]int{}, given: map[string]bool{}, unitNames: map[string][]tdkt.ID{},
	}
	s.plan.verb, s.plan.Staff = "import-staff", l
	s.plan.Refused = append(s.plan.Refused, l.Refused...)
	for _, u := range v.Units {
		k := tdkt.Fold(u.Name)
		s.unitNames[k] = append(s.unitNames[k], u.ID)
	}
	s.index()
	for _, r := range l.Rows {
		s.row(r)
	}
	s.absent()
	s.plan.Counts = append(s.plan.Counts, s.unitCount, s.count)
	return s.finish("Nhập danh sách cán bộ")
}

type staffImporter struct {
	*importer
	list      *tdkt.StaffList
	newUnits  bool
	byCCCD    map[string]tdkt.Person
	byName    map[string][]tdkt.Person
	taken     map[tdkt.ID]int // people matched → line
	given     map[string]bool // codes of the list and those given out in this run
	highest   int             // number of the highest code CBnnn
	unitNames map[string][]tdkt.ID
	posted    map[tdkt.ID]bool   // people with posts
	numbered  map[string]tdkt.ID // people by a code that is a number, without its noughts
	named     map[string]bool    // names of the list
	unitCount ImportCount
	count     ImportCount
}

func (s *staffImporter) index() {
	s.count.Sheet, s.unitCount.Sheet = s.list.Sheet, tdkt.SheetUnits
	s.byCCCD, s.byName = map[string]tdkt.Person{}, map[string][]tdkt.Person{}
	for _, p := range s.v.People {
		if p.CCCD != "" {
			s.byCCCD[p.CCCD] = p
		}
		k := tdkt.NameForm(p.Name)
		s.byName[k] = append(s.byName[k], p)
		s.highest = max(s.highest, view.CodeNumber(p.Code))
	}
	s.posted = map[tdkt.ID]bool{}
	for _, p := range s.v.Posts {
		s.posted[p.Person] = true
	}
	s.numbered, s.named = map[string]tdkt.ID{}, map[string]bool{}
	for _, p := range s.v.People {
		if k := numberKey(p.Code); strings.HasSuffix(k, "#") {
			s.numbered[k] = p.ID
		}
	}
	for _, r := range s.list.Rows {
		s.named[tdkt.NameForm(r.Name)] = true
		s.given[view.CodeKey(r.Code)] = true
		s.highest = max(s.highest, view.CodeNumber(r.Code))
	}
}

func (s *staffImporter) row(r tdkt.PersonRow) {
	sheet := cmp.Or(r.Sheet, s.list.Sheet)
	old, found, ok := s.match(r)
	if !ok {
		return
	}
	unit, ok := s.unitOf(r, old, found)
	if !ok {
		return
	}
	if first, twice := s.taken[old.ID]; found && twice {
		s.refuse(s.list.Sheet, "name", int(r.Line), "Dòng này và dòng %d cùng được hiểu là %s (%s). Nếu là hai người, hãy ghi ngày sinh, số CCCD hoặc mã để phân biệt; nếu là một, hãy bỏ bớt một dòng.",
			first, old.Name, old.Code)
		return
	}
	if found && unit != old.Unit {
		s.refuse(sheet, "unit", int(r.Line), "%s (%s) đang ở %s, danh sách ghi %s. Ghi thẳng đơn vị mới sẽ đổi cả những năm trước; hãy mở hồ sơ và ghi ngày chuyển đơn vị, hoặc dùng Nhập kho cũ để trả lời ngày chuyển.",
			old.Name, old.Code, s.v.UnitName(old.Unit), s.names[unit])
		return
	}
	now := old
	if !found {
		now = tdkt.Person{ID: tdkt.NewID(), Code: s.newCode(r)}
	}
	fillPerson(r, &now, unit)
	if found && tdkt.NameForm(old.Name) == tdkt.NameForm(now.Name) {
		now.Name = old.Name // capitals and the place of a tone mark are no news
	}
	if !s.sound(r, now) {
		return
	}
	s.taken[now.ID] = int(r.Line)
	s.names[now.ID] = now.Name
	s.keep(r, old, now, found)
}

// sound refuses a person who would be wrong as a whole: days out of order, or
// somebody else's CCCD.
func (s *staffImporter) sound(r tdkt.PersonRow, now tdkt.Person) bool {
	if err := view.CheckDays(now); err != nil {
		s.refuse(s.list.Sheet, "end", int(r.Line), "%s", err.Text)
		return false
	}
	if now.CCCD == "" {
		return true
	}
	if other, taken := s.byCCCD[now.CCCD]; taken && other.ID != now.ID {
		s.refuse(s.list.Sheet, "cccd", int(r.Line), "Số CCCD này đã có ở %s (%s). Hãy xem lại: hai người không thể có cùng một số.", other.Name, other.Code)
		return false
	}
	s.byCCCD[now.CCCD] = now
	return true
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

// unitOf finds the row's unit by code or name, making it when that was asked for. A
// list that names no unit leaves people known where they are.
func (s *staffImporter) unitOf(r tdkt.PersonRow, old tdkt.Person, found bool) (tdkt.ID, bool) {
	text := cmp.Or(r.Unit, r.UnitName)
	switch {
	case text == "" && found:
		return old.Unit, true
	case text == "":
		s.refuse(s.list.Sheet, "unit", int(r.Line), "Không rõ đơn vị của %s. Hãy ghi tên hoặc mã đơn vị vào danh sách.", r.Name)
		return "", false
	}
	if id, ok := s.units[view.CodeKey(text)]; ok {
		return id, true
	}
	if id, ok := s.likeUnit(text); ok {
		return id, true
	}
	switch ids := s.unitNames[tdkt.Fold(text)]; {
	case len(ids) == 1:
		return ids[0], true
	case len(ids) > 1:
		s.refuse(s.list.Sheet, "unit", int(r.Line), "Có %d đơn vị tên “%s”. Hãy ghi mã đơn vị thay cho tên.", len(ids), text)
		return "", false
	case s.newUnits:
		return s.makeUnit(text), true
	}
	s.refuse(s.list.Sheet, "unit", int(r.Line), "Chưa có đơn vị “%s”. Hãy thêm đơn vị này trước, hoặc chọn tạo đơn vị mới khi nhập.", text)
	return "", false
}

// likeUnit finds a unit by a short form everybody knows, or by its initials: "VP", "P. Tổ
// chức", "KHTC".
func (s *staffImporter) likeUnit(text string) (tdkt.ID, bool) {
	if len(s.unitNames[tdkt.Fold(text)]) > 0 {
		return "", false
	}
	key := intake.UnitKey(text)
	const shortest = 3
	var found []tdkt.ID
	for name, ids := range s.unitNames {
		all, short := intake.Initials(name)
		if intake.UnitKey(name) == key || len(key) >= shortest && (key == all || key == short) {
			found = append(found, ids...)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
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
	s.units[view.CodeKey(u.Code)], s.unitNames[tdkt.Fold(name)], s.names[u.ID] = u.ID, []tdkt.ID{u.ID}, u.Name
	s.plan.records = append(s.plan.records, u)
	s.plan.Lines = append(s.plan.Lines, ImportLine{Sheet: tdkt.SheetUnits, Fate: RowNew, What: fmt.Sprintf("%s (%s)", u.Name, u.Code)})
	s.unitCount.New++
	return u.ID
}

// unitCode is the initials of a unit's name ("Phòng Công chức viên chức" → PCCVC),
// numbered when taken.
func (s *staffImporter) unitCode(name string) string {
	base := cmp.Or(initials(name), "DV")
	code := base
	for n := 2; ; n++ {
		_, unit := s.units[code]
		_, person := s.people[code]
		if !unit && !person && !s.given[code] {
			return code
		}
		code = fmt.Sprintf("%s%d", base, n)
	}
}

// initials are the first letters and digits of a name in capitals. A short form stands for
// itself: VP, Phòng KHTC.
func initials(name string) string {
	var b strings.Builder
	words := strings.Fields(tdkt.Clean(name))
	mayAbbreviate := strings.ToUpper(name) != name || len(words) == 1
	for _, word := range words {
		w := tdkt.Fold(word)
		const longest = 6
		if mayAbbreviate && word == strings.ToUpper(word) && len(w) > 1 && len(w) <= longest {
			b.WriteString(w)
			continue
		}
		if strings.IndexAny(w, "abcdefghijklmnopqrstuvwxyz0123456789") == 0 {
			b.WriteByte(w[0])
		}
	}
	return strings.ToUpper(b.String())
}

func (s *staffImporter) newCode(r tdkt.PersonRow) string {
	if code := tdkt.Clean(r.Code); code != "" {
		return code
	}
	for {
		s.highest++
		code := view.PersonCode(s.highest)
		if _, unit := s.units[code]; !unit {
			return code
		}
	}
}

// match finds the person a row speaks of. ok is false when the row was refused.
func (s *staffImporter) match(r tdkt.PersonRow) (p tdkt.Person, found, ok bool) {
	k := view.CodeKey(r.Code)
	if id, clash := s.units[k]; clash && k != "" {
		s.refuse(s.list.Sheet, "code", int(r.Line), "Mã “%s” đã là mã của đơn vị %s. Hãy đặt mã khác cho cán bộ.", r.Code, s.names[id])
		return p, false, false
	}
	if id, has := s.people[k]; has && k != "" {
		p, found = s.v.Facts.Person(id)
		return p, found, true
	}
	if id, ok := s.numbered[numberKey(r.Code)]; ok && k != "" {
		p, found = s.v.Facts.Person(id) // 7 is 007
		return p, found, true
	}
	if p, found = s.byCCCD[r.CCCD]; found && r.CCCD != "" && s.known(p) {
		if tdkt.NameForm(p.Name) == tdkt.NameForm(r.Name) {
			return p, true, true
		}
		s.refuse(s.list.Sheet, "cccd", int(r.Line), "Số CCCD này đã có ở %s (%s), tên khác với dòng này. Hãy xem lại số CCCD hoặc họ tên.", p.Name, p.Code)
		return p, false, false
	}
	if k == "" {
		return s.matchName(r)
	}
	for _, q := range s.byName[tdkt.NameForm(r.Name)] {
		if r.Born != 0 && r.Born == q.Born {
			s.refuse(s.list.Sheet, "code", int(r.Line), "Mã “%s” chưa có trong sổ, nhưng %s cùng tên và ngày sinh đã có với mã %s. Nếu là một người, hãy sửa mã hoặc bỏ cột mã khi nhập.",
				r.Code, q.Name, q.Code)
			return p, false, false
		}
	}
	return tdkt.Person{}, false, true
}

// known says whether a person stood in the data before this list.
func (s *staffImporter) known(p tdkt.Person) bool {
	_, ok := s.v.Facts.Person(p.ID)
	return ok
}

func (s *staffImporter) matchName(r tdkt.PersonRow) (p tdkt.Person, found, ok bool) {
	var same []tdkt.Person
	for _, q := range s.byName[tdkt.NameForm(r.Name)] {
		if sameBirth(r, q) && (r.CCCD == "" || q.CCCD == "" || r.CCCD == q.CCCD) {
			same = append(same, q)
		}
	}
	switch {
	case len(same) == 0:
		return s.otherBirth(r)
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
