package staff

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// edit opens the form of a person; one without an ID is new.
func (t *Tab) edit(p tdkt.Person) {
	v := t.desk.View()
	name, code := kit.NewTextField(p.Name), kit.NewTextField(p.Code)
	born, cccd := kit.NewDateField(p.Born), kit.NewTextField(p.CCCD)
	sex := kit.NewSelect([]string{"Nam", "Nữ"}, nil)
	sex.Choose(sexName(p.Sex))
	unit := kit.NewSelect(unitNames(v), nil)
	if u, ok := v.Facts.Unit(p.Unit); ok {
		unit.Choose(unitLabel(v, u))
	}
	position, leader := kit.NewTextField(p.Position), kit.NewCheck(wordLeader, nil)
	leader.SetChecked(p.Leader)
	employment := kit.NewSelect(employments(), nil)
	employment.Choose(string(p.Employment))
	start, end := kit.NewDateField(p.Start), kit.NewDateField(p.End)
	moved := kit.NewDateField(0)
	title := cmp.Or(p.Name, wordAdd)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: title,
		Form: kit.NewForm(
			kit.FormItem{Label: "Họ và tên", Field: name, Must: true},
			kit.FormItem{Label: "Đơn vị", Field: unit, Must: true},
			kit.FormItem{Label: labelMoved, Field: moved, Hint: textMovedHint},
			kit.FormItem{Label: "Chức vụ", Field: position},
			kit.FormItem{Label: "", Field: leader},
			kit.FormItem{Label: "Đối tượng", Field: employment},
			kit.FormItem{Label: "Ngày sinh", Field: born},
			kit.FormItem{Label: "Giới tính", Field: sex},
			kit.FormItem{Label: "Số CCCD", Field: cccd},
			kit.FormItem{Label: "Ngày vào làm", Field: start},
			kit.FormItem{Label: "Ngày thôi việc", Field: end},
			kit.FormItem{Label: "Mã cán bộ", Field: code, Hint: textCodeHint},
		),
		Save: func() func() error {
			p.Name, p.Code, p.CCCD, p.Position = name.Value(), code.Value(), cccd.Value(), position.Value()
			p.Unit, p.Sex, p.Employment = unitOf(v, unit.Selected), sexOf(sex.Selected), tdkt.Employment(employment.Selected)
			p.Leader, p.Start, p.End = leader.Checked, start.Day(), end.Day()
			if d := born.Day(); d != 0 || p.BornYear == 0 {
				p.Born, p.BornYear = d, 0
			}
			return t.save(p, moved.Day())
		},
	})
}

// showCard opens the life sheet of a person or unit.
func (t *Tab) showCard(s tdkt.Subject) {
	card := t.desk.View().CardOf(s)
	facts := widget.NewLabel(strings.Join(card.Facts, "     "))
	facts.Wrapping = fyne.TextWrapWord
	grid := kit.NewGrid(t.desk.UI, cardRow.key, cardColumns()...)
	grid.Empty = textNoCard
	rows := make([]cardRow, len(card.Years))
	for i, y := range card.Years {
		rows[i] = cardRow{y}
	}
	whole := widget.NewLabel("")
	whole.Wrapping = fyne.TextWrapWord
	grid.OnCursor = func(r cardRow, ok bool) {
		if ok {
			whole.SetText(yearText(r))
		}
	}
	grid.SetRows(rows)
	copyAll := kit.NewButton(wordCopy, func() {
		t.desk.UI.Copy(grid.TSV())
		t.desk.UI.Notice(textCopied)
	})
	bottom := container.NewVScroll(whole)
	bottom.SetMinSize(fyne.NewSize(0, 110))
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: card.Name + " (" + card.Code + ")", Size: fyne.NewSize(1120, 560), Focus: nil,
		Content: container.NewBorder(facts, bottom, nil, nil, grid), Extra: []fyne.CanvasObject{copyAll},
	})
	grid.Focus()
}

// yearText is one year of the life sheet in full, for what the columns cut off.
func yearText(r cardRow) string {
	parts := []string{"Năm " + r.key()}
	add := func(label string, words []string) {
		if len(words) > 0 {
			parts = append(parts, label+": "+strings.Join(words, "; "))
		}
	}
	add("Đăng ký", r.Pledges)
	add("Xếp loại", []string{cmp.Or(r.Rating, textNotEntered)})
	add("Sáng kiến", r.Initiatives)
	add("Danh hiệu, hình thức", r.Awards)
	add("Sự kiện", r.Events)
	return strings.Join(parts, "\n")
}

// unitRow is one unit of the list of units.
type unitRow struct {
	unit   tdkt.Unit
	name   string // indented as in the tree
	parent string
}

func (r unitRow) key() string { return string(r.unit.ID) }

// showUnits lists the units; Enter or double click opens one.
func (t *Tab) showUnits() {
	grid := kit.NewGrid(t.desk.UI, unitRow.key,
		kit.Column[unitRow]{Title: "Mã", Width: 90, Text: func(r unitRow) string { return r.unit.Code }},
		kit.Column[unitRow]{Title: "Tên đơn vị", Width: 330, Text: func(r unitRow) string { return r.name }},
		kit.Column[unitRow]{Title: "Trực thuộc", Width: 220, Text: func(r unitRow) string { return r.parent }},
		kit.Column[unitRow]{Title: "Ngày thành lập", Width: 110, Text: func(r unitRow) string { return r.unit.Founded.String() }, Order: kit.ByDay},
	)
	grid.Empty = textNoUnits
	fill := func() { grid.SetRows(t.unitRows()) }
	grid.OnOpen = func(r unitRow) { t.editUnit(r.unit, fill) }
	fill()
	add := kit.NewButton(wordAddUnit, func() { t.editUnit(tdkt.Unit{}, fill) })
	change := kit.NewButton(wordChange, func() {
		if r, ok := grid.Current(); ok {
			t.editUnit(r.unit, fill)
		}
	})
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordUnits, Content: grid, Size: fyne.NewSize(820, 460), Extra: []fyne.CanvasObject{add, change},
	})
	grid.Focus()
}

func (t *Tab) unitRows() []unitRow {
	v := t.desk.View()
	var out []unitRow
	for _, n := range v.UnitTree() {
		out = append(out, unitRow{unit: n.Unit, name: strings.Repeat("    ", n.Depth) + n.Name, parent: v.UnitName(n.Parent)})
	}
	return out
}

// editUnit opens the form of a unit; one without an ID is new.
func (t *Tab) editUnit(u tdkt.Unit, done func()) {
	v := t.desk.View()
	code, name := kit.NewTextField(u.Code), kit.NewTextField(u.Name)
	kind, founded := kit.NewTextField(u.Kind), kit.NewDateField(u.Founded)
	parent := kit.NewSelect(append([]string{wordNoParent}, unitNames(v)...), nil)
	parent.Choose(wordNoParent)
	if p, ok := v.Facts.Unit(u.Parent); ok {
		parent.Choose(unitLabel(v, p))
	}
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(u.Name, wordAddUnit),
		Form: kit.NewForm(
			kit.FormItem{Label: "Tên đơn vị", Field: name, Must: true},
			kit.FormItem{Label: "Mã đơn vị", Field: code, Must: true},
			kit.FormItem{Label: "Trực thuộc", Field: parent},
			kit.FormItem{Label: "Loại", Field: kind},
			kit.FormItem{Label: "Ngày thành lập", Field: founded},
		),
		Save: func() func() error {
			u.Code, u.Name, u.Kind, u.Founded = code.Value(), name.Value(), kind.Value(), founded.Day()
			u.Parent = unitOf(v, parent.Selected)
			return func() error {
				_, err := t.desk.App.SaveUnit(context.WithoutCancel(t.desk.Ctx), u)
				return err
			}
		},
		Done: done,
	})
}
