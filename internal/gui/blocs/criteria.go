package blocs

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/bloc"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The columns of the table of criteria.
const (
	critNumber = iota
	critText
	critKind
	critStandard
	critMeasure
	critOutside
)

func kindWords() []string {
	var out []string
	for _, k := range tdkt.CriterionKinds() {
		out = append(out, string(k))
	}
	return out
}

func criteriaColumns() []kit.Column[tdkt.BlocCriterion] {
	type of = tdkt.BlocCriterion
	return []kit.Column[of]{
		critNumber: {Title: wordNumber, Width: 60, Text: func(c of) string { return c.Number }, Edit: &kit.Editor[of]{Kind: kit.EditText}},
		critText:   {Title: wordText, Width: 380, Grow: true, Text: func(c of) string { return c.Text }, Edit: &kit.Editor[of]{Kind: kit.EditText}},
		critKind: {
			Title: wordKind, Width: 150, Text: func(c of) string { return string(c.Kind) },
			Edit: &kit.Editor[of]{Kind: kit.EditChoice, Choices: func(of) []string { return kindWords() }},
		},
		critStandard: {
			Title: wordStandard, Width: 80, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(c of) string { return line{bloc.Line{Criterion: c}}.standard() },
			Edit: &kit.Editor[of]{Kind: kit.EditText, Locked: func(c of) bool { return c.Kind == tdkt.BlocHeading }},
		},
		critMeasure: {Title: wordMeasure, Width: 100, Text: func(c of) string { return c.Measure }, Edit: &kit.Editor[of]{Kind: kit.EditText}},
		critOutside: {Title: wordOutside, Width: 110, Text: func(c of) string { return kit.Tick(c.Outside) }, Edit: &kit.Editor[of]{Kind: kit.EditTick}},
	}
}

// setCriterion lays a cell over a criterion.
func setCriterion(c *tdkt.BlocCriterion, column int, text string) error {
	switch column {
	case critNumber:
		c.Number = text
	case critText:
		c.Text = text
	case critKind:
		kind := tdkt.CriterionKind(strings.TrimSpace(text))
		if !slices.Contains(tdkt.CriterionKinds(), kind) {
			return tdkt.Errorf(tdkt.Invalid, textNoKind, text, strings.Join(kindWords(), ", "))
		}
		c.Kind = kind
		if kind == tdkt.BlocHeading {
			c.Standard = 0
		}
	case critStandard:
		q, err := tdkt.ParseQuantity(text)
		c.Standard = int(q.N)
		return err
	case critMeasure:
		c.Measure = text
	case critOutside:
		c.Outside = text != ""
	}
	return nil
}

// criteria opens the table of criteria; every change is saved at once, and a table pasted
// from Excel makes the rows it needs.
func (t *Tab) criteria() {
	b := t.bloc
	grid := kit.NewGrid(t.desk.UI, func(c tdkt.BlocCriterion) string { return string(c.ID) }, criteriaColumns()...)
	grid.Empty = textPasteHint
	grid.Totals = func(shown []tdkt.BlocCriterion) string {
		sum := 0
		for _, c := range shown {
			sum += c.Standard
		}
		return fmt.Sprintf(textStandards, bloc.Points(int64(sum)))
	}
	read := func() { grid.SetRows(t.desk.View().BlocCriteriaOf(b)) }
	read()
	t.again = read
	save := func(list ...tdkt.BlocCriterion) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.SaveBlocCriteria(ctx, b, list...) }, grid.Focus)
	}
	grid.OnEdits = func(edits []kit.Edit[tdkt.BlocCriterion]) error {
		var list []tdkt.BlocCriterion
		for _, e := range edits {
			at := slices.IndexFunc(list, func(c tdkt.BlocCriterion) bool { return c.ID == e.Row.ID })
			if at < 0 {
				at = len(list)
				list = append(list, e.Row)
			}
			if err := setCriterion(&list[at], e.Column, e.Text); err != nil {
				return err
			}
		}
		return t.desk.App.SaveBlocCriteria(t.desk.Ctx, b, list...)
	}
	grid.OnPaste = func(p kit.Paste[tdkt.BlocCriterion]) {
		list, err := pastedCriteria(p)
		if err != nil {
			t.desk.UI.WarnError(err)
			return
		}
		save(list...)
	}
	at := func(do func(context.Context, tdkt.BlocCriterion) error) func() {
		return func() {
			if c, ok := grid.Current(); ok {
				t.desk.Do(func(ctx context.Context) error { return do(ctx, c) }, grid.Focus)
			}
		}
	}
	move := func(by int) func() {
		return at(func(ctx context.Context, c tdkt.BlocCriterion) error {
			return t.desk.App.MoveBlocCriterion(ctx, b, c, by)
		})
	}
	drop := at(func(ctx context.Context, c tdkt.BlocCriterion) error { return t.desk.App.RemoveBlocCriteria(ctx, b, c) })
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textCriteria, b.Name), Size: fyne.NewSize(980, 520), Content: grid, Work: true, OnNo: func() { t.again = nil },
		Extra: []fyne.CanvasObject{
			kit.NewButton(wordAddOne, func() { save(tdkt.BlocCriterion{Text: wordCriterion, Kind: tdkt.PlainPoints}) }).Writes(),
			kit.NewButton(wordDropOne, drop).Writes(), kit.NewButton(wordUp, move(-1)).Writes(), kit.NewButton(wordDown, move(1)).Writes(),
		},
	})
	grid.Focus()
}

// pastedCriteria lays cells from Excel over the rows from the cursor down, and makes the rows
// that are lacking.
func pastedCriteria(p kit.Paste[tdkt.BlocCriterion]) ([]tdkt.BlocCriterion, error) {
	var out []tdkt.BlocCriterion
	for i, cells := range p.Cells {
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		c := tdkt.BlocCriterion{Kind: tdkt.PlainPoints}
		if i < len(p.Rows) {
			c = p.Rows[i]
		}
		points := false
		for k, text := range cells {
			column := p.Column + k
			if column > critOutside || column == critKind && strings.TrimSpace(text) == "" {
				continue
			}
			points = points || column == critStandard && strings.TrimSpace(text) != ""
			if err := setCriterion(&c, column, strings.TrimSpace(text)); err != nil {
				return nil, err
			}
		}
		if i >= len(p.Rows) && !points && len(cells) > critStandard-p.Column {
			c.Kind = tdkt.BlocHeading
		}
		out = append(out, c)
	}
	return out, nil
}
