package plans

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// basis is one base of the plan in its list.
type basis struct {
	at int
	tdkt.Basis
}

func (b basis) key() string { return strconv.Itoa(b.at) }

// style warns of a base that is no longer in force.
func (b basis) style() kit.RowStyle {
	if b.Ended != 0 {
		return kit.Warning
	}
	return kit.Normal
}

// The columns of the bases.
const (
	colText = iota
	colEnded
	colNote
)

func basisColumns() []kit.Column[basis] {
	return []kit.Column[basis]{
		colText:  {Title: wordBaseText, Width: 420, Grow: true, Text: func(b basis) string { return b.Text }, Edit: &kit.Editor[basis]{Kind: kit.EditText}},
		colEnded: {Title: wordBaseEnded, Width: 120, Order: kit.ByDay, Text: func(b basis) string { return b.Ended.String() }, Edit: &kit.Editor[basis]{Kind: kit.EditDate}},
		colNote:  {Title: wordBaseNote, Width: 260, Text: func(b basis) string { return b.Note }, Edit: &kit.Editor[basis]{Kind: kit.EditText}},
	}
}

// editBases lists the bases of the plan, to be changed in place.
func (t *Tab) editBases() {
	grid := kit.NewGrid(t.desk.UI, basis.key, basisColumns()...)
	grid.Style = basis.style
	grid.Empty = textNoBases
	fill := func() { grid.SetRows(basesOf(t.plan)) }
	write := func(list []tdkt.Basis) error {
		p := t.plan
		p.Bases = list
		return t.save(p)
	}
	grid.OnEdits = func(edits []kit.Edit[basis]) error { return write(editedBases(t.plan.Bases, edits)) }
	t.refreshed = fill
	fill()
	add := kit.NewButton(wordAddBase, func() {
		t.desk.UI.Input(wordAddBase, wordBaseText, "", true, func(text string) {
			t.desk.Do(func(context.Context) error { return write(append(slices.Clone(t.plan.Bases), tdkt.Basis{Text: text})) }, nil)
		})
	})
	drop := kit.NewButton(wordDropBase, func() {
		if b, ok := grid.Current(); ok {
			t.desk.Do(func(context.Context) error { return write(slices.Delete(slices.Clone(t.plan.Bases), b.at, b.at+1)) }, nil)
		}
	})
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordBases, Content: grid, Size: fyne.NewSize(960, 420), Extra: []fyne.CanvasObject{add, drop},
	})
	grid.Focus()
}

func basesOf(p tdkt.Plan) []basis {
	out := make([]basis, len(p.Bases))
	for i, b := range p.Bases {
		out[i] = basis{at: i, Basis: b}
	}
	return out
}

// editedBases lays cells over the bases.
func editedBases(list []tdkt.Basis, edits []kit.Edit[basis]) []tdkt.Basis {
	out := slices.Clone(list)
	for _, e := range edits {
		b := &out[e.Row.at]
		switch e.Column {
		case colText:
			b.Text = e.Text
		case colEnded:
			b.Ended, _ = tdkt.ParseVN(e.Text) // the editor gives a day or nothing
		case colNote:
			b.Note = e.Text
		}
	}
	return out
}
