package blocs

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/bloc"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// rule is one line of the rules as they are edited: a number with its words.
type rule struct {
	at               int
	part, text, unit string
	value            string
	set              func(r *bloc.Rules, q tdkt.Quantity)
	rename           func(r *bloc.Rules, text string) // nil where the words are fixed
	drop             func(r *bloc.Rules)              // nil where the line stays
}

func (r rule) key() string { return fmt.Sprint(r.at) }

// ruleLines are the lines of rules.
func ruleLines(r *bloc.Rules) []rule {
	out := []rule{
		{part: wordOverPart, text: textPer, unit: unitShare, value: r.Over.PerPercent.String(), set: func(r *bloc.Rules, q tdkt.Quantity) { r.Over.PerPercent.Quantity = q }},
		{part: wordOverPart, text: textMost, unit: unitShare, value: r.Over.Most.String(), set: func(r *bloc.Rules, q tdkt.Quantity) { r.Over.Most.Quantity = q }},
		{part: wordOverPart, text: textTotal, unit: unitPoints, value: r.Over.Total.String(), set: func(r *bloc.Rules, q tdkt.Quantity) { r.Over.Total.Quantity = q }},
	}
	for i, l := range r.Levels {
		out = append(out, rule{
			part: wordLevelPart, text: fmt.Sprintf(textLevel, l.Code), unit: unitShare, value: l.Share.String(),
			set: func(r *bloc.Rules, q tdkt.Quantity) { r.Levels[i].Share.Quantity = q },
		})
	}
	out = append(out, reasonLines(wordBonusPart, func(r *bloc.Rules) *[]bloc.Reason { return &r.Bonus }, r)...)
	out = append(out, reasonLines(wordDeduct, func(r *bloc.Rules) *[]bloc.Reason { return &r.Deduct }, r)...)
	for i, a := range r.Awards {
		out = append(out, rule{
			part: wordAwardPart, text: a.Name, unit: unitAwards, value: fmt.Sprint(a.Count),
			set: func(r *bloc.Rules, q tdkt.Quantity) { r.Awards[i].Count = int(q.N / 100) }, rename: func(r *bloc.Rules, text string) { r.Awards[i].Name = text },
		})
	}
	for i := range out {
		out[i].at = i
	}
	return out
}

func reasonLines(part string, of func(*bloc.Rules) *[]bloc.Reason, r *bloc.Rules) []rule {
	var out []rule
	for i, x := range *of(r) {
		out = append(out, rule{
			part: part, text: x.Text, unit: unitPoints, value: x.Points.String(),
			set:    func(r *bloc.Rules, q tdkt.Quantity) { (*of(r))[i].Points.Quantity = q },
			rename: func(r *bloc.Rules, text string) { (*of(r))[i].Text = text },
			drop:   func(r *bloc.Rules) { *of(r) = slices.Delete(slices.Clone(*of(r)), i, i+1) },
		})
	}
	return out
}

// frame is the open window of the rules of a khối.
type frame struct {
	t    *Tab
	b    tdkt.Bloc
	grid *kit.Grid[rule]
	from *widget.Label
}

// rules opens how points are counted; every change is saved at once.
func (t *Tab) rules() {
	f := &frame{t: t, b: t.bloc, from: widget.NewLabel("")}
	f.from.Wrapping = fyne.TextWrapWord
	f.grid = kit.NewGrid(t.desk.UI, rule.key,
		kit.Column[rule]{Title: wordPart, Width: 120, Text: func(r rule) string { return r.part }},
		kit.Column[rule]{
			Title: wordText, Width: 420, Grow: true, Text: func(r rule) string { return r.text },
			Edit: &kit.Editor[rule]{Kind: kit.EditText, Locked: func(r rule) bool { return r.rename == nil || t.locked() }},
		},
		kit.Column[rule]{
			Title: wordValue, Width: 80, Align: fyne.TextAlignTrailing, Text: func(r rule) string { return r.value },
			Edit: &kit.Editor[rule]{Kind: kit.EditText, Locked: func(rule) bool { return t.locked() }},
		},
		kit.Column[rule]{Title: wordUnit, Width: 110, Text: func(r rule) string { return r.unit }})
	f.read()
	t.again = f.read
	f.grid.OnEdits = f.edited
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textRules, f.b.Name), Size: fyne.NewSize(900, 560), Content: kit.Border(f.from, nil, nil, nil, f.grid), Work: true,
		OnNo: func() { t.again = nil },
		Extra: []fyne.CanvasObject{
			kit.NewButton(wordAddBonus, func() { f.add(func(r *bloc.Rules) *[]bloc.Reason { return &r.Bonus }) }).Writes(),
			kit.NewButton(wordAddDeduct, func() { f.add(func(r *bloc.Rules) *[]bloc.Reason { return &r.Deduct }) }).Writes(),
			kit.NewButton(wordDropOne, f.drop).Writes(), kit.NewButton(wordLoad, f.load).Writes(), kit.NewButton(wordSaveFile, f.saveFile),
		},
	})
	f.grid.Focus()
}

// read shows the rules as they are now.
func (f *frame) read() {
	for _, b := range f.t.desk.View().BlocsOf(f.b.Year) {
		if b.ID == f.b.ID {
			f.b = b
		}
	}
	r, err := f.t.desk.View().BlocRules(f.b)
	if err != nil {
		f.from.SetText(f.t.desk.UI.Sentence(err))
		return
	}
	f.from.SetText(strings.TrimSpace(r.Name + ". " + r.Note))
	f.grid.SetRows(ruleLines(r))
}

// change edits a copy of the rules and saves it.
func (f *frame) change(edit func(*bloc.Rules) error) error {
	r, err := f.t.desk.View().BlocRules(f.b)
	if err != nil {
		return err
	}
	if err := edit(r); err != nil {
		return err
	}
	return f.t.desk.App.SetBlocRules(context.WithoutCancel(f.t.desk.Ctx), f.b, r)
}

func (f *frame) edited(edits []kit.Edit[rule]) error {
	return f.change(func(r *bloc.Rules) error {
		for _, e := range edits {
			const text = 1
			if e.Column == text {
				if e.Row.rename == nil {
					return tdkt.Errorf(tdkt.Invalid, textFixed)
				}
				e.Row.rename(r, e.Text)
				continue
			}
			q, err := tdkt.ParseQuantity(e.Text)
			if err != nil {
				return err
			}
			e.Row.set(r, q)
		}
		return nil
	})
}

// add makes a new ground, of one point until it is edited.
func (f *frame) add(of func(*bloc.Rules) *[]bloc.Reason) {
	f.t.desk.UI.Try(func() error {
		return f.change(func(r *bloc.Rules) error {
			list := of(r)
			*list = append(*list, bloc.Reason{Key: "rieng-" + string(tdkt.NewID()), Text: wordNewReason, Points: bloc.Number{Quantity: tdkt.Of(100)}})
			return nil
		})
	}, f.grid.Focus)
}

func (f *frame) drop() {
	line, ok := f.grid.Current()
	if !ok {
		return
	}
	if line.drop == nil {
		f.t.desk.UI.Notice(textFixed)
		return
	}
	f.t.desk.UI.Try(func() error { return f.change(func(r *bloc.Rules) error { line.drop(r); return nil }) }, f.grid.Focus)
}

func frameKinds() []kit.FileKind {
	return []kit.FileKind{{Name: wordFrame, Patterns: []string{"*.toml"}}}
}

func (f *frame) load() {
	f.t.desk.UI.OpenFile(wordLoad, frameKinds(), func(path string) {
		n := 0
		f.t.desk.Do(func(ctx context.Context) (err error) {
			n, err = f.t.desk.App.TakeBlocRules(ctx, f.b, path)
			return err
		}, func() { f.t.desk.UI.Noticef(textLoaded, n) })
	})
}

func (f *frame) saveFile() {
	f.t.desk.UI.SaveFile(wordSaveFile, fileFrame, frameKinds(), func(path string) {
		if filepath.Ext(path) == "" {
			path += ".toml"
		}
		f.t.desk.UI.Try(func() error { return papers.ShareBlocRules(f.t.desk.App, f.b, path) }, func() { f.t.desk.UI.Noticef(textWritten, path) })
	})
}
