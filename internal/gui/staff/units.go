package staff

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

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
		kit.Column[unitRow]{Title: "Kết thúc", Width: 92, Text: func(r unitRow) string { return r.unit.Closed.String() }, Order: kit.ByDay},
	)
	grid.Empty = textNoUnits
	fill := func() { grid.SetRows(t.unitRows()) }
	grid.OnOpen = func(r unitRow) { t.editUnit(r.unit, fill) }
	fill()
	add := kit.NewButton(wordAddUnit, func() { t.editUnit(tdkt.Unit{}, fill) }).Writes()
	change := kit.NewButton(wordChange, func() {
		if r, ok := grid.Current(); ok {
			t.editUnit(r.unit, fill)
		}
	}).Writes()
	life := kit.NewButton(wordCard, func() {
		if r, ok := grid.Current(); ok {
			t.showCard(tdkt.UnitSubject(r.unit.ID))
		}
	})
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordUnits, Content: grid, Size: fyne.NewSize(900, 480), Extra: []fyne.CanvasObject{add, change, life},
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
func (t *Tab) editUnit(u tdkt.Unit, done func()) { t.editUnitAt(u, done, false) }

// editUnitAt is editUnit, with the keyboard on the day it was founded where that is
// asked for and not there yet.
func (t *Tab) editUnitAt(u tdkt.Unit, done func(), lacks bool) {
	v := t.desk.View()
	code, name := kit.NewTextField(u.Code), kit.NewTextField(u.Name)
	kind, founded, closed := kit.NewTextField(u.Kind), kit.NewDateField(u.Founded), kit.NewDateField(u.Closed)
	parent := kit.NewPicker(append([]string{wordNoParent}, unitNames(v)...), nil)
	parent.Choose(wordNoParent)
	if p, ok := v.Facts.Unit(u.Parent); ok {
		parent.Choose(unitLabels(v)(p))
	}
	into := kit.NewPicker(append([]string{wordNoInto}, unitNames(v)...), nil)
	into.Choose(wordNoInto)
	if p, ok := v.Facts.Unit(u.Into); ok {
		into.Choose(unitLabels(v)(p))
	}
	counts := kit.NewCheck(wordCounts, nil)
	counts.SetChecked(u.Counts)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(u.Name, wordAddUnit), First: firstEmpty(lacks, founded),
		Form: kit.NewForm(
			kit.FormItem{Label: "Tên đơn vị", Field: name, Must: true},
			kit.FormItem{Label: "Mã đơn vị", Field: code, Must: true},
			kit.FormItem{Label: "Trực thuộc", Field: parent},
			kit.FormItem{Label: "Loại", Field: kind, Hint: textUnitKindHint},
			kit.FormItem{Label: "Ngày thành lập", Field: founded},
			kit.FormItem{Label: "Ngày kết thúc", Field: closed, Hint: textClosedHint},
			kit.FormItem{Label: wordInto, Field: into},
			kit.FormItem{Label: "", Field: counts, Hint: textCountsHint},
		),
		Save: func() func() error {
			u.Code, u.Name, u.Kind = code.Value(), name.Value(), kind.Value()
			u.Founded, u.Closed = founded.Day(), closed.Day()
			u.Parent = unitOf(v, parent.Selected)
			u.Into, u.Counts = unitOf(v, into.Selected), counts.Checked
			return func() error {
				_, err := t.desk.App.SaveUnit(context.WithoutCancel(t.desk.Ctx), u)
				return err
			}
		},
		Done: done,
	})
}
