package locals

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The columns that are typed in.
const (
	valueValue, valueClause         = 1, 2
	needValue, needWhy, needClause  = 2, 3, 4
	restWhat, restValue, restClause = 1, 2, 3
)

// makeLists makes the lists of the steps.
func (w *wizard) makeLists() {
	ui := w.tab.desk.UI
	w.about, w.result = widget.NewLabel(textPickValue), widget.NewLabel("")
	w.about.Wrapping, w.result.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	w.values = kit.NewGrid(ui, valueRow.key, valueColumns()...)
	w.values.OnCursor = func(r valueRow, ok bool) {
		if ok {
			w.about.SetText(r.sentence())
		}
	}
	w.values.OnEdit = w.edited(func(r valueRow, column int, text string) error {
		value, clause := r.value, r.clause
		if column == valueValue {
			value = text
		} else {
			clause = text
		}
		return w.draft.setValue(r.LocalKey, value, clause)
	})
	w.needs = kit.NewGrid(ui, needRow.key, needColumns()...)
	w.needs.Empty, w.needs.EmptyWord, w.needs.OnEmpty = textNoNeeds, wordAddNeed, w.addNeed
	w.needs.OnEdit = editOf(w, w.draft.setNeed)
	w.needs.Menu = func(rows []needRow) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem(wordDropLine, func() { w.dropNeeds(rows) })}
	}
	w.rest = kit.NewGrid(ui, restRow.key, restColumns()...)
	w.rest.Empty, w.rest.EmptyWord, w.rest.OnEmpty = textNoRest, wordAddRest, w.addRest
	w.rest.OnEdit = editOf(w, func(r restRow, column int, text string) error {
		switch column {
		case restWhat:
			r.what = text
		case restValue:
			r.value = text
		case restClause:
			r.clause = text
		}
		return w.draft.setRest(r)
	})
	w.rest.Menu = func(rows []restRow) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem(wordDropLine, func() { w.dropRest(rows) })}
	}
	w.changes = kit.NewGrid(ui, changeRow.key, changeColumns()...)
	w.changes.Style = changeRow.style
	w.changes.Empty = textNoChange
}

// edited is editOf for the list of values.
func (w *wizard) edited(set func(valueRow, int, string) error) func(valueRow, int, string) error {
	return editOf(w, set)
}

// editOf changes the draft by a cell and shows it.
func editOf[T any](w *wizard, set func(T, int, string) error) func(T, int, string) error {
	return func(r T, column int, text string) error {
		if err := set(r, column, text); err != nil {
			return err
		}
		w.tab.desk.UI.Do(func() func() { return w.fill })
		return nil
	}
}

// sentence is what the statute says of a value, what it decides, and what follows while it
// is empty.
func (r valueRow) sentence() string {
	lines := []string{upper(r.Cite)}
	if r.Text != "" {
		lines[0] += ": “" + r.Text + "”"
	}
	lines = append(lines, fmt.Sprintf(textHowValue, r.Hint()))
	for _, u := range r.Uses {
		lines = append(lines, fmt.Sprintf(textDecides, u.Name, u.Why, u.Empty))
	}
	return strings.Join(lines, "\n")
}

func valueColumns() []kit.Column[valueRow] {
	return []kit.Column[valueRow]{
		{Title: wordName, Width: 460, Grow: true, Text: func(r valueRow) string { return r.Name }, Sub: func(r valueRow) string { return upper(r.Cite) }},
		{Title: wordValue, Width: 140, Text: func(r valueRow) string { return r.value }, Edit: &kit.Editor[valueRow]{}},
		{Title: wordClause, Width: 190, Text: func(r valueRow) string { return r.clause }, Edit: &kit.Editor[valueRow]{}},
	}
}

func needColumns() []kit.Column[needRow] {
	return []kit.Column[needRow]{
		{Title: wordTitleOf, Width: 220, Text: needRow.name},
		{Title: wordAsk, Width: 240, Text: func(r needRow) string { return r.ask.Name }},
		{Title: wordValue, Width: 120, Text: func(r needRow) string { return r.Value }, Edit: &kit.Editor[needRow]{}},
		{Title: wordWhy, Width: 240, Grow: true, Text: func(r needRow) string { return r.Why }, Edit: &kit.Editor[needRow]{}},
		{Title: wordClause, Width: 170, Text: func(r needRow) string { return r.Clause }, Edit: &kit.Editor[needRow]{}},
	}
}

func restColumns() []kit.Column[restRow] {
	return []kit.Column[restRow]{
		{Title: wordPart, Width: 130, Text: func(r restRow) string { return r.part }},
		{Title: wordWhat, Width: 380, Grow: true, Text: func(r restRow) string { return r.what }, Edit: &kit.Editor[restRow]{}},
		{Title: wordValue, Width: 300, Text: func(r restRow) string { return r.value }, Edit: &kit.Editor[restRow]{}},
		{Title: wordClause, Width: 170, Text: func(r restRow) string { return r.clause }, Edit: &kit.Editor[restRow]{}},
	}
}

func changeColumns() []kit.Column[changeRow] {
	return []kit.Column[changeRow]{
		{Title: wordWho, Width: 200, Text: func(r changeRow) string { return r.Name }, Order: kit.ByName},
		{Title: wordTitleOf, Width: 230, Text: func(r changeRow) string { return r.title }},
		{Title: wordWas, Width: 100, Text: func(r changeRow) string { return law.AnswerName(r.Was) }},
		{Title: wordBecomes, Width: 100, Text: func(r changeRow) string { return law.AnswerName(r.RegulationChange.Now) }},
		{Title: wordBecause, Width: 400, Grow: true, Text: func(r changeRow) string { return r.Why }},
	}
}

func (w *wizard) valuesPage() fyne.CanvasObject {
	split := container.NewVSplit(w.values, container.NewVScroll(w.about))
	split.Offset = 0.72
	return split
}

func (w *wizard) needsPage() fyne.CanvasObject {
	tools := kit.Bar(kit.NewButton(wordAddNeed, w.addNeed), kit.NewButton(wordDropLine, func() { w.dropNeeds(w.needs.Selected()) }))
	return kit.Border(tools, nil, nil, nil, w.needs)
}

func (w *wizard) restPage() fyne.CanvasObject {
	tools := kit.Bar(kit.NewButton(wordAddRest, w.addRest), kit.NewButton(wordDropLine, func() { w.dropRest(w.rest.Selected()) }))
	return kit.Border(tools, nil, nil, nil, w.rest)
}

// addNeed asks for the title, then for what is asked of it.
func (w *wizard) addNeed() {
	aims := w.draft.aims()
	words := make([]string, len(aims))
	for i, a := range aims {
		words[i] = a.word
	}
	w.pick(wordAddNeed, textWhichTitle, words, func(i int) {
		asks := w.draft.view.Asks(aims[i].kind)
		names := make([]string, len(asks))
		for k, a := range asks {
			names[k] = a.Name
		}
		w.pick(words[i], textWhichAsk, names, func(k int) { w.askValue(aims[i], asks[k]) })
	})
}

// pick asks for one of many, which a list with a search holds.
func (w *wizard) pick(title, question string, options []string, then func(i int)) {
	f := kit.NewSelect(options, nil)
	f.Choose(options[0])
	w.tab.desk.UI.ShowForm(kit.FormSpec{
		Title: title, Yes: wordNext, Form: kit.NewForm(kit.FormItem{Label: question, Field: f, Must: true}),
		Save: func() func() error { return func() error { return nil } },
		Done: func() { then(slices.Index(options, f.Selected)) },
	})
}

// askValue asks for the value of a need and its clause.
func (w *wizard) askValue(a aim, ask law.Ask) {
	clause, why := kit.NewTextField(""), kit.NewTextField("")
	items := []kit.FormItem{{Label: wordTitleOf, Field: kit.NewStatic(a.word)}}
	value := func() string { return "" }
	switch choices := ask.Choices(); {
	case choices != nil:
		f := kit.NewSelect(choices, nil)
		f.Choose(choices[0])
		value = func() string { return f.Selected }
		items = append(items, kit.FormItem{Label: ask.Name, Field: f, Must: true})
	case ask.Kind != "":
		f := kit.NewTextField("")
		value = f.Value
		items = append(items, kit.FormItem{Label: ask.Name, Field: f, Must: true})
	default:
		items = append(items, kit.FormItem{Label: wordAsk, Field: kit.NewStatic(ask.Name)})
	}
	items = append(items, kit.FormItem{Label: wordWhy, Field: why, Hint: textWhyHint}, kit.FormItem{Label: wordClause, Field: clause, Hint: textClauseHint})
	w.tab.desk.UI.ShowForm(kit.FormSpec{
		Title: wordAddNeed, Yes: wordAdd, Form: kit.NewForm(items...),
		Save: func() func() error {
			n := law.RegNeed{Title: a.code, For: law.KindWord(a.kind), Ask: ask.ID, Value: value(), Why: why.Value(), Clause: clause.Value()}
			return func() error {
				if problem := ask.Problem(n.Value); problem != "" {
					return tdkt.Errorf(tdkt.Invalid, "%s.", upper(problem))
				}
				w.draft.reg.Needs = append(w.draft.reg.Needs, n)
				return nil
			}
		},
		Done: w.fill,
	})
}

func (w *wizard) dropNeeds(rows []needRow) {
	for i := len(rows) - 1; i >= 0; i-- {
		at := rows[i].at
		w.draft.reg.Needs = append(w.draft.reg.Needs[:at:at], w.draft.reg.Needs[at+1:]...)
	}
	w.fill()
}

func (w *wizard) addRest() {
	parts := []string{wordDeadline, wordPaperOf, wordLevelOf, wordAddress}
	w.tab.desk.UI.Choice(wordAddRest, textWhichPart, parts, func(i int) {
		w.draft.addRest(parts[i])
		w.fill()
	})
}

func (w *wizard) dropRest(rows []restRow) {
	for i := len(rows) - 1; i >= 0; i-- {
		w.draft.dropRest(rows[i])
	}
	w.fill()
}
