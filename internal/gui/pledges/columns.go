package pledges

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The places of the columns before the ticks.
const (
	colName = iota
	colUnit
	colDetail
	firstTick
)

// columns are name, unit, position, a tick for each title, the initiative and the
// note.
func columns(p *page) []kit.Column[row] {
	name, unit, detail, order := wordName, wordUnit, wordPosition, kit.ByName
	if p.kind == tdkt.AUnit {
		name, unit, detail, order = wordUnitName, wordParent, wordKind, kit.ByText
	}
	locked := func(r row) bool { return r.page.shut() }
	nameWide, unitWide, detailWide := float32(150), float32(126), float32(112)
	if p.kind == tdkt.AUnit {
		nameWide, unitWide, detailWide = 176, 126, 60
	}
	out := []kit.Column[row]{
		colName:   {Title: name, Width: nameWide, Text: func(r row) string { return r.name }, Order: order},
		colUnit:   {Title: unit, Width: unitWide, Grow: true, Text: func(r row) string { return r.unit }},
		colDetail: {Title: detail, Width: detailWide, Text: func(r row) string { return r.detail }},
	}
	for _, t := range p.titles {
		out = append(out, kit.Column[row]{
			Title: t.short, Width: headWidth(t.short), Text: func(r row) string { return r.tick(t.code) },
			Edit: &kit.Editor[row]{Kind: kit.EditTick, Locked: locked},
		})
	}
	return append(out,
		kit.Column[row]{
			Title: wordInitiative, Width: 100, Grow: true, Text: row.initiative,
			Edit: &kit.Editor[row]{Kind: kit.EditText, Locked: locked},
		},
		kit.Column[row]{Title: wordNote, Width: 160, Text: row.note})
}

// headWidth is room for a whole header and the arrow of its order.
func headWidth(text string) float32 {
	size := fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{Bold: true})
	return max(48, size.Width+22)
}

// columnOf says what the column at a place holds: a title, or the initiative.
func columnOf(p *page, column int) (t title, initiative bool) {
	i := column - firstTick
	if i >= 0 && i < len(p.titles) {
		return p.titles[i], false
	}
	return title{}, i == len(p.titles)
}
