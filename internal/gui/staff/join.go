package staff

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// pairRow is two records that may be one person.
type pairRow struct{ a, b tdkt.Person }

func (r pairRow) key() string { return string(r.a.ID + r.b.ID) }

// joinSelected compares the two people selected; with another number it lists the
// pairs that may be one person.
func (t *Tab) joinSelected() {
	if rows := t.grid.Selected(); len(rows) == 2 {
		t.compare(rows[0].person.ID, rows[1].person.ID)
		return
	}
	v := t.desk.View()
	grid := kit.NewGrid(t.desk.UI, pairRow.key,
		kit.Column[pairRow]{Title: wordName, Width: 190, Text: func(r pairRow) string { return r.a.Name }, Order: kit.ByName},
		kit.Column[pairRow]{Title: wordFirst, Width: 340, Text: func(r pairRow) string { return recordLine(v, r.a) }},
		kit.Column[pairRow]{Title: wordSecond, Width: 340, Text: func(r pairRow) string { return recordLine(v, r.b) }},
	)
	grid.Empty = textNoPairs
	var rows []pairRow
	for _, p := range imports.Likely(v) {
		rows = append(rows, pairRow{p[0], p[1]})
	}
	grid.SetRows(rows)
	head := widget.NewLabel(textPairs)
	head.Wrapping = fyne.TextWrapWord
	var box kit.Dialog
	compare := func(r pairRow) {
		box.Close()
		t.compare(r.a.ID, r.b.ID)
	}
	grid.OnOpen = compare
	box = t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordJoin, Size: fyne.NewSize(940, 460), Yes: wordCompare,
		Content: kit.Border(head, nil, nil, nil, grid),
		OnYes: func() bool {
			if r, ok := grid.Current(); ok {
				compare(r)
			}
			return false
		},
	})
	grid.Focus()
}

// recordLine tells a record from its namesake: code, room, birth, last title.
func recordLine(v *view.View, p tdkt.Person) string {
	parts := []string{p.Code, v.UnitName(p.Unit)}
	for _, s := range []string{bornText(p), v.LastTitle(tdkt.PersonSubject(p.ID))} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

// clashRow is one thing the two records say differently.
type clashRow struct {
	at    int
	clash imports.Clash
}

func (r clashRow) key() string { return fmt.Sprint(r.at) }

// joiner is two records side by side.
type joiner struct {
	tab  *Tab
	join *imports.Join
	grid *kit.Grid[clashRow]
	box  kit.Dialog
}

// compare shows two records side by side; nothing is written before "Gộp".
func (t *Tab) compare(keep, drop tdkt.ID) {
	plan, err := imports.PlanJoin(t.desk.View(), keep, drop)
	if err != nil {
		t.desk.UI.ShowError(err)
		return
	}
	j := &joiner{tab: t, join: plan}
	v := t.desk.View()
	j.grid = kit.NewGrid(t.desk.UI, clashRow.key,
		kit.Column[clashRow]{Title: wordWhat, Width: 190, Text: func(r clashRow) string { return r.clash.What }},
		kit.Column[clashRow]{Title: fmt.Sprintf(wordKept, plan.Keep.Code), Width: 280, Text: func(r clashRow) string { return r.clash.Kept }},
		kit.Column[clashRow]{Title: fmt.Sprintf(wordLost, plan.Drop.Code), Width: 280, Text: func(r clashRow) string { return r.clash.Lost }},
		kit.Column[clashRow]{
			Title: wordTake, Width: 130, Text: j.taken,
			Edit: &kit.Editor[clashRow]{Kind: kit.EditChoice, Choices: func(clashRow) []string { return j.sides() }},
		},
	)
	j.grid.Empty = textNoClash
	j.grid.OnEdit = func(r clashRow, _ int, text string) error {
		plan.Clashes[r.at].TakeLost = text == j.sides()[1]
		kit.OnScreen(j.show)
		return nil
	}
	j.show()
	head := widget.NewLabel(fmt.Sprintf(textJoin, recordLine(v, plan.Keep), recordLine(v, plan.Drop), moved(plan)))
	head.Wrapping = fyne.TextWrapWord
	other := kit.NewButton(wordSwap, func() {
		j.box.Close()
		t.compare(drop, keep)
	})
	j.box = t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordJoin + ": " + plan.Keep.Name, Size: fyne.NewSize(960, 520), Yes: wordJoinNow,
		Content: kit.Border(head, nil, nil, nil, j.grid), Extra: []fyne.CanvasObject{other},
		OnYes: func() bool {
			j.write()
			return false
		},
	})
	j.grid.Focus()
}

// sides are the two words of a choice.
func (j *joiner) sides() []string {
	return []string{fmt.Sprintf(wordSide, j.join.Keep.Code), fmt.Sprintf(wordSide, j.join.Drop.Code)}
}

func (j *joiner) taken(r clashRow) string {
	if r.clash.TakeLost {
		return j.sides()[1]
	}
	return j.sides()[0]
}

func (j *joiner) show() {
	rows := make([]clashRow, len(j.join.Clashes))
	for i, c := range j.join.Clashes {
		rows[i] = clashRow{i, c}
	}
	j.grid.SetRows(rows)
}

func (j *joiner) write() {
	d := j.tab.desk
	d.Do(func(ctx context.Context) error { return imports.JoinPeople(ctx, d.App, j.join) }, func() {
		j.box.Close()
		d.UI.Noticef(textJoined, j.join.Drop.Code, j.join.Keep.Code)
	})
}

// moved says what the other record brings.
func moved(j *imports.Join) string {
	if len(j.Moves) == 0 {
		return textNothingMoved
	}
	return fmt.Sprintf(textMoved, strings.Join(j.Moves, ", "))
}
