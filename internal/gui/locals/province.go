package locals

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// province opens the pages of the province's regulation: the one the year is judged by, or
// the choice of where to begin.
func (t *Tab) province() {
	for _, s := range t.desk.View().Regulations() {
		if s.Row.Holds(t.page.year) && s.Reg != nil {
			t.write(*s.Reg, true)
			return
		}
	}
	examples, err := law.Examples()
	if err != nil {
		t.desk.UI.ShowError(err)
		return
	}
	options := []string{wordOwnFile, wordEmptyOne}
	for _, g := range examples {
		options = append(options, fmt.Sprintf(wordExample, g.Province, g.Number))
	}
	t.desk.UI.Choice(wordProvinceTitle, textBegin, options, func(i int) {
		switch i {
		case 0:
			t.openFile()
		case 1:
			t.write(law.Regulation{Type: wordDecisionType, FirstYear: t.page.year}, false)
		default:
			g := *examples[i-2]
			t.write(g, false)
		}
	})
}

// regulationKinds are the files of regulations.
func regulationKinds() []kit.FileKind {
	return []kit.FileKind{{Name: wordFileKind, Patterns: []string{"*.toml"}}}
}

func (t *Tab) openFile() {
	t.desk.UI.OpenFile(wordOwnFile, regulationKinds(), func(path string) {
		g, err := t.desk.App.OpenRegulation(path)
		if err != nil {
			t.desk.UI.ShowError(err)
			return
		}
		t.write(*g, false)
	})
}

// The steps of writing a regulation.
const (
	stepPaper = iota
	stepValues
	stepNeeds
	stepRest
	stepReview
)

// wizard is a regulation being written in its dialog.
type wizard struct {
	tab    *Tab
	draft  *draft
	dialog kit.Dialog
	steps  *kit.Segments
	pages  []fyne.CanvasObject
	next   *kit.Button
	head   head

	values  *kit.Grid[valueRow]
	about   *widget.Label
	needs   *kit.Grid[needRow]
	rest    *kit.Grid[restRow]
	changes *kit.Grid[changeRow]
	result  *widget.Label
}

// head is the fields of the first step.
type head struct {
	form                                  *kit.Form
	province, kind, number, issuer, title *kit.TextField
	signed, inForce                       *kit.DateField
	first, last                           *kit.NumberField
}

// wizardSize fits a screen of 1366 × 768.
var wizardSize = fyne.NewSize(1160, 560)

// write opens the pages on a draft; kept says that the file judges by it already.
func (t *Tab) write(g law.Regulation, kept bool) {
	w := &wizard{tab: t, draft: &draft{view: t.desk.View(), reg: clone(g)}}
	w.head = newHead(g)
	w.makeLists()
	w.pages = []fyne.CanvasObject{
		w.head.form.Panel(), w.valuesPage(), w.needsPage(), w.restPage(), kit.Border(w.result, nil, nil, nil, w.changes),
	}
	w.steps = kit.NewSegments(stepWords(), w.show)
	w.next = kit.NewButton(wordNext, w.forward).Primary()
	extra := []fyne.CanvasObject{kit.NewButton(wordSaveFile, w.save), w.next}
	if kept {
		extra = append([]fyne.CanvasObject{kit.NewButton(wordDropProvince, w.drop)}, extra...)
	}
	stack := container.NewStack(w.pages...)
	w.dialog = t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordProvinceTitle, Size: wizardSize, Work: true, Extra: extra, No: wordClose,
		Content: kit.Border(container.NewHBox(w.steps), nil, nil, nil, kit.Padded(stack)),
	})
	w.show(stepPaper)
}

// clone is a regulation whose lists may be changed apart from the first.
func clone(g law.Regulation) law.Regulation {
	g.Values, g.Needs, g.Quotas = slices.Clone(g.Values), slices.Clone(g.Needs), slices.Clone(g.Quotas)
	g.Deadlines, g.Papers, g.Decides, g.Addresses = slices.Clone(g.Deadlines), slices.Clone(g.Papers), slices.Clone(g.Decides), slices.Clone(g.Addresses)
	return g
}

func newHead(g law.Regulation) head {
	h := head{
		province: kit.NewTextField(g.Province), kind: kit.NewTextField(g.Type), number: kit.NewTextField(g.Number),
		issuer: kit.NewTextField(g.Issuer), title: kit.NewTextField(g.Title),
		signed: kit.NewDateField(g.Signed.Day), inForce: kit.NewDateField(g.InForce.Day),
		first: kit.NewNumberField(), last: kit.NewNumberField(),
	}
	h.first.Whole, h.last.Whole = true, true
	if g.FirstYear != 0 {
		h.first.SetText(fmt.Sprint(g.FirstYear))
	}
	if g.LastYear != 0 {
		h.last.SetText(fmt.Sprint(g.LastYear))
	}
	h.form = kit.NewForm(
		kit.FormItem{Label: wordProvinceName, Field: h.province},
		kit.FormItem{Label: wordPaperKind, Field: h.kind, Must: true, Hint: textPaperKind},
		kit.FormItem{Label: wordDocument, Field: h.number, Must: true, Hint: textNumberHint},
		kit.FormItem{Label: wordSigned, Field: h.signed, Must: true},
		kit.FormItem{Label: wordInForce, Field: h.inForce, Must: true},
		kit.FormItem{Label: wordIssuer, Field: h.issuer, Must: true},
		kit.FormItem{Label: wordPaperAbout, Field: h.title, Must: true},
		kit.FormItem{Label: wordFirstYear, Field: h.first, Must: true},
		kit.FormItem{Label: wordLastYear, Field: h.last, Hint: textLastYear},
	)
	return h
}

// read puts the fields of the first step into the draft.
func (w *wizard) read() {
	h, g := w.head, &w.draft.reg
	g.Province, g.Type, g.Number, g.Issuer, g.Title = h.province.Value(), h.kind.Value(), h.number.Value(), h.issuer.Value(), h.title.Value()
	g.Signed.Day, g.InForce.Day = h.signed.Day(), h.inForce.Day()
	g.FirstYear, g.LastYear = number(h.first), number(h.last)
}

func number(f *kit.NumberField) int {
	n := 0
	fmt.Sscan(tdkt.Clean(f.Text), &n) //nolint:errcheck // what is no number is 0, and the form says so
	return n
}

// show turns to a step.
func (w *wizard) show(step int) {
	w.read()
	w.steps.Set(step)
	for i, p := range w.pages {
		if i == step {
			p.Show()
		} else {
			p.Hide()
		}
	}
	word := wordNext
	if step == stepReview {
		word = wordApply
	}
	w.next.SetText(word)
	w.fill()
	if step == stepReview {
		w.try()
	}
}

func (w *wizard) fill() {
	w.values.SetRows(w.draft.values())
	w.needs.SetRows(w.draft.needs())
	w.rest.SetRows(w.draft.rest())
}

// forward goes to the next step, and from the last one applies what is written.
func (w *wizard) forward() {
	if at := w.steps.At(); at < stepReview {
		if at == stepPaper {
			if first, ok := w.head.form.Validate(); !ok {
				w.pages[stepPaper].Refresh()
				w.tab.desk.UI.Focus(first.Focusable())
				return
			}
		}
		w.show(at + 1)
		return
	}
	g := w.draft.reg
	w.tab.desk.Do(func(ctx context.Context) error { return w.tab.desk.App.ApplyRegulation(ctx, &g) }, func() {
		w.dialog.Close()
		w.tab.desk.UI.Noticef(textApplied, g.Number, g.FirstYear)
	})
}

// drop takes the regulation out of the file after a question.
func (w *wizard) drop() {
	for _, s := range w.tab.desk.View().Regulations() {
		if s.Row.Number != w.draft.reg.Number {
			continue
		}
		w.tab.desk.UI.ConfirmDanger(wordDropProvince, fmt.Sprintf(textDropProvince, s.Row.Number), wordDropProvince, func() {
			w.tab.desk.Do(func(ctx context.Context) error { return w.tab.desk.App.DropRegulation(ctx, s.Row) }, w.dialog.Close)
		})
		return
	}
}

// save writes the draft as a file to keep or pass on, or as pages to print.
func (w *wizard) save() {
	w.read()
	g := w.draft.reg
	if err := w.draft.view.CheckRegulation(&g); err != nil {
		w.tab.desk.UI.ShowError(err)
		return
	}
	kinds := append(regulationKinds(), kit.FileKind{Name: wordPDF, Patterns: []string{"*.pdf"}})
	name := strings.NewReplacer("/", "-", `\`, "-").Replace(g.Number) + ".toml"
	w.tab.desk.UI.SaveFile(wordSaveFile, name, kinds, func(path string) {
		w.tab.desk.UI.Busy(wordSaveFile, func(ctx context.Context, _ *kit.Progress) error {
			return papers.SaveRegulation(ctx, w.tab.desk.App, &g, path)
		}, func() { w.tab.desk.UI.Noticef(textSaved, filepath.Base(path)) })
	})
}

// changeRow is an answer that the draft changes.
type changeRow struct {
	view.RegulationChange
	title string
}

func (r changeRow) key() string { return string(r.Subject.ID) + r.Title }

func (r changeRow) style() kit.RowStyle {
	switch r.Now {
	case law.No:
		return kit.Warning
	case law.Yes:
		return kit.Good
	case law.Unknown, law.Manual:
	}
	return kit.Normal
}

// try says which answers of the year the draft would change.
func (w *wizard) try() {
	g, year, v := w.draft.reg, w.tab.page.year, w.draft.view
	if !g.Holds(year) {
		year = g.FirstYear
	}
	w.changes.SetRows(nil)
	if err := v.CheckRegulation(&g); err != nil {
		w.next.SetEnabled(false)
		w.result.SetText(w.tab.desk.UI.Sentence(err))
		return
	}
	w.next.SetEnabled(true)
	w.result.SetText(textTrying)
	var list []view.RegulationChange
	w.tab.desk.UI.Busy(textTrying, func(ctx context.Context, _ *kit.Progress) (err error) {
		list, err = v.TryRegulation(ctx, &g, year)
		return err
	}, func() {
		rows := make([]changeRow, len(list))
		for i, x := range list {
			rows[i] = changeRow{x, v.TitleName(x.Title)}
		}
		w.changes.SetRows(rows)
		w.result.SetText(fmt.Sprintf(textChanges, g.Number, g.FirstYear, year, len(rows)))
	})
}
