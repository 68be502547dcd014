package staff

import (
	"cmp"
	"slices"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// edit opens the form of a person; one without an ID is new. done, which may be nil,
// is called when it is saved.
func (t *Tab) edit(p tdkt.Person, done func()) { t.editAt(p, done, false) }

// editAt is edit, with the keyboard on the first fact that titles are judged by and that
// is not there yet.
func (t *Tab) editAt(p tdkt.Person, done func(), lacks bool) {
	v := t.desk.View()
	name, code := kit.NewTextField(p.Name), kit.NewTextField(p.Code)
	born, cccd := kit.NewDateField(p.Born), kit.NewTextField(p.CCCD)
	sex := kit.NewSelect([]string{"Nam", "Nữ"}, nil)
	sex.Choose(sexName(p.Sex))
	unit := kit.NewPicker(unitNames(v), nil)
	if u, ok := v.Facts.Unit(p.Unit); ok {
		unit.Choose(unitLabels(v)(u))
	}
	position, leader := kit.NewTextField(p.Position), kit.NewCheck(wordLeader, nil)
	leader.SetChecked(p.Leader)
	employment := kit.NewSelect(employments(), nil)
	employment.Choose(string(p.Employment))
	start, end := kit.NewDateField(p.Start), kit.NewDateField(p.End)
	moved := kit.NewDateField(0)
	title := cmp.Or(p.Name, wordAdd)
	saved := p.ID
	if done == nil {
		done = func() { t.grid.SelectKey(string(saved)) } // a new person is where one looks
	}
	items := []kit.FormItem{
		{Label: "Họ và tên", Field: name, Must: true},
		{Label: "Đơn vị", Field: unit, Must: true},
		{Label: "Chức vụ", Field: position},
		{Label: "", Field: leader},
		{Label: "Đối tượng", Field: employment},
		{Label: "Ngày sinh", Field: born},
		{Label: "Giới tính", Field: sex},
		{Label: "Số CCCD", Field: cccd},
		{Label: "Ngày vào làm", Field: start},
		{Label: "Ngày thôi việc", Field: end},
		{Label: "Mã cán bộ", Field: code, Hint: textCodeHint},
	}
	texts := tdkt.PersonTexts()
	fields := make([]*kit.TextField, len(texts))
	for i, text := range texts {
		fields[i] = kit.NewTextField(*text.Of(&p))
		items = append(items, kit.FormItem{Label: text.Label, Field: fields[i]})
	}
	if p.ID != "" { // one who is new moves from nowhere
		items = slices.Insert(items, 2, kit.FormItem{Label: labelMoved, Field: moved, Hint: textMovedHint})
	}
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: title,
		Form:  kit.NewForm(items...),
		First: firstEmpty(lacks, start, sex),
		Save: func() func() error {
			p.Name, p.Code, p.CCCD, p.Position = name.Value(), code.Value(), cccd.Value(), position.Value()
			p.Unit, p.Sex, p.Employment = unitOf(v, unit.Selected), sexOf(sex.Selected), tdkt.Employment(employment.Selected)
			p.Leader, p.Start, p.End = leader.Checked, start.Day(), end.Day()
			if d := born.Day(); d != 0 || p.BornYear == 0 {
				p.Born, p.BornYear = d, 0
			}
			for i, text := range texts {
				*text.Of(&p) = fields[i].Value()
			}
			return t.save(p, moved.Day(), &saved)
		},
		Done: done,
	})
}

// firstEmpty is the first of some fields with nothing in it, where that is asked for.
func firstEmpty(asked bool, fields ...kit.Field) kit.Field {
	for _, f := range fields {
		if asked && f.Empty() {
			return f
		}
	}
	return nil
}
