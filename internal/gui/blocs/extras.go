package blocs

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"tdkt/internal/bloc"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// reason is a ground of bonus or deduction to pick.
type reason struct {
	words string
	key   string
	minus bool
}

// reasons are those of the rules, each once, then the office's own.
func reasons(r *bloc.Rules) []reason {
	var out []reason
	for _, minus := range []bool{false, true} {
		word, other := wordBonusOf, wordOtherPlus
		if minus {
			word, other = wordMinusOf, wordOtherLess
		}
		for _, x := range r.Reasons(minus) {
			if !slices.ContainsFunc(out, func(o reason) bool { return o.key == x.Key && o.minus == minus }) {
				out = append(out, reason{fmt.Sprintf(word, x.Text), x.Key, minus})
			}
		}
		out = append(out, reason{other, "", minus})
	}
	return out
}

// extras opens the points of a member beside the criteria.
func (t *Tab) extras(m tdkt.BlocMember) {
	b := t.bloc
	type of = bloc.ExtraLine
	grid := kit.NewGrid(t.desk.UI, func(l of) string { return string(l.Extra.ID) },
		kit.Column[of]{Title: wordPart, Width: 90, Text: func(l of) string {
			if l.Extra.Minus {
				return wordDeduct
			}
			return wordBonusPart
		}},
		kit.Column[of]{Title: wordReason, Width: 380, Grow: true, Text: func(l of) string { return l.Text }},
		kit.Column[of]{
			Title: wordCount, Width: 110, Align: fyne.TextAlignTrailing, Text: func(l of) string { return fmt.Sprint(l.Extra.Count) },
			Edit: &kit.Editor[of]{Kind: kit.EditNumber, Locked: func(of) bool { return t.locked() }},
		},
		kit.Column[of]{Title: wordPoints, Width: 80, Align: fyne.TextAlignTrailing, Text: func(l of) string { return l.Points.String() }})
	grid.Empty = textNoExtras
	read := func() {
		k, err := t.desk.View().BlocRanking(b)
		if err != nil {
			return
		}
		r, _ := k.Of(m.ID)
		grid.SetRows(r.Extras)
	}
	read()
	t.again = read
	grid.OnEdits = func(edits []kit.Edit[of]) error {
		var list []tdkt.BlocExtra
		for _, e := range edits {
			q, err := tdkt.ParseQuantity(e.Text)
			if err != nil {
				return err
			}
			x := e.Row.Extra
			x.Count = int(q.N / 100)
			list = append(list, x)
		}
		return t.desk.App.SaveBlocExtras(t.desk.Ctx, b, m, list...)
	}
	drop := func() {
		if l, ok := grid.Current(); ok {
			t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveBlocExtras(ctx, b, l.Extra) }, grid.Focus)
		}
	}
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textExtras, m.Name), Size: fyne.NewSize(820, 400), Content: grid, Work: true, OnNo: func() { t.again = nil },
		Extra: []fyne.CanvasObject{kit.NewButton(wordAddOne, func() { t.addExtra(b, m) }).Writes(), kit.NewButton(wordDropOne, drop).Writes()},
	})
	grid.Focus()
}

// addExtra opens the form of new points.
func (t *Tab) addExtra(b tdkt.Bloc, m tdkt.BlocMember) {
	if t.ranking.Rules == nil {
		return
	}
	list := reasons(t.ranking.Rules)
	pick := kit.NewSelect(nil, nil)
	for _, r := range list {
		pick.Options = append(pick.Options, r.words)
	}
	pick.Choose(list[0].words)
	count, other, each := kit.NewTextField("1"), kit.NewTextField(""), kit.NewTextField("")
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordAddExtra, Size: fyne.NewSize(640, 300),
		Form: kit.NewForm(
			kit.FormItem{Label: wordReason, Field: pick, Must: true}, kit.FormItem{Label: wordCount, Field: count, Must: true},
			kit.FormItem{Label: wordOther, Field: other, Hint: hintOther}, kit.FormItem{Label: wordEach, Field: each},
		),
		Save: func() func() error {
			r := list[max(pick.SelectedIndex(), 0)]
			n, err := tdkt.ParseQuantity(count.Value())
			points, failed := tdkt.ParseQuantity(each.Value())
			x := tdkt.BlocExtra{Key: r.key, Minus: r.minus, Count: int(n.N / 100), Reason: other.Value(), Points: int(points.N)}
			return func() error {
				if err != nil {
					return err
				}
				if failed != nil {
					return failed
				}
				return t.desk.App.SaveBlocExtras(context.WithoutCancel(t.desk.Ctx), b, m, x)
			}
		},
	})
}
