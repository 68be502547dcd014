package blocs

import (
	"cmp"
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// add begins a khối: from one of an earlier year where there is one.
func (t *Tab) add() {
	year := t.desk.Year()
	last, ok := t.desk.View().LastBloc(year)
	if !ok || len(t.desk.View().BlocsOf(year)) > 0 {
		t.edit(tdkt.Bloc{Year: year, Scale: 100 * 100})
		return
	}
	words := []string{fmt.Sprintf(wordCopy, last.Year), wordNew}
	t.desk.UI.Choice(wordAdd, fmt.Sprintf(textCopy, last.Year, last.Name, year), words, func(i int) {
		if i > 0 {
			t.edit(tdkt.Bloc{Year: year, Scale: last.Scale})
			return
		}
		t.desk.Do(func(ctx context.Context) error {
			_, err := t.desk.App.CopyBloc(ctx, last, year)
			return err
		}, nil)
	})
}

// edit opens the form of a khối; one without an ID is new.
func (t *Tab) edit(b tdkt.Bloc) {
	text, area := kit.NewTextField, func(s string) *kit.TextField { return kit.NewAreaField(s, 3) }
	name, scale := text(b.Name), text(tdkt.Quantity{Known: b.Scale > 0, N: int64(b.Scale)}.String())
	signed, signedPlace, targets := kit.NewDateField(b.Signed), text(b.SignedPlace), area(b.Targets)
	met, metPlace, chair, secretary := kit.NewDateField(b.Met), text(b.MetPlace), text(b.Chair), text(b.Secretary)
	present, remarks, hardship, ahead := area(b.Present), area(b.Remarks), area(b.Hardship), area(b.Ahead)
	next, sentTo := text(b.Next), text(b.SentTo)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(b.Name, wordAdd), Size: fyne.NewSize(760, 560),
		Form: kit.NewForm(
			kit.FormItem{Label: wordName, Field: name, Must: true}, kit.FormItem{Label: wordScale, Field: scale},
			kit.FormItem{Label: wordSigned, Field: signed}, kit.FormItem{Label: wordSignedPlace, Field: signedPlace},
			kit.FormItem{Label: wordTargets, Field: targets, Hint: hintTargets},
			kit.FormItem{Label: wordMet, Field: met}, kit.FormItem{Label: wordMetPlace, Field: metPlace},
			kit.FormItem{Label: wordChair, Field: chair}, kit.FormItem{Label: wordScribe, Field: secretary},
			kit.FormItem{Label: wordPresent, Field: present, Hint: hintPresent},
			kit.FormItem{Label: wordRemarks, Field: remarks}, kit.FormItem{Label: wordHardship, Field: hardship}, kit.FormItem{Label: wordAhead, Field: ahead},
			kit.FormItem{Label: wordNext, Field: next}, kit.FormItem{Label: wordSentTo, Field: sentTo, Hint: hintSentTo},
		),
		Save: func() func() error {
			b.Name, b.Signed, b.SignedPlace, b.Targets = name.Value(), signed.Day(), signedPlace.Value(), targets.Text
			b.Met, b.MetPlace, b.Chair, b.Secretary = met.Day(), metPlace.Value(), chair.Value(), secretary.Value()
			b.Present, b.Remarks, b.Hardship, b.Ahead = present.Text, remarks.Text, hardship.Text, ahead.Text
			b.Next, b.SentTo = next.Value(), sentTo.Value()
			points, err := tdkt.ParseQuantity(scale.Value())
			b.Scale = int(points.N)
			return func() error {
				if err != nil {
					return err
				}
				_, err := t.desk.App.SaveBloc(context.WithoutCancel(t.desk.Ctx), b)
				return err
			}
		},
	})
}

func (t *Tab) remove() {
	b := t.bloc
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, b.Name, b.Year), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveBloc(ctx, b) }, nil)
	})
}

func (t *Tab) addMember() { t.editMember(tdkt.BlocMember{Role: tdkt.BlocMate}) }

// editMember opens the form of a member; one without an ID is new.
func (t *Tab) editMember(m tdkt.BlocMember) {
	b := t.bloc
	name, leader, position, note := kit.NewTextField(m.Name), kit.NewTextField(m.Leader), kit.NewTextField(m.Position), kit.NewTextField(m.Note)
	role := kit.NewSelect(nil, nil)
	for _, r := range tdkt.BlocRoles() {
		role.Options = append(role.Options, string(r))
	}
	role.Choose(string(m.Role))
	own := kit.NewSelect([]string{wordNo, wordYes}, nil)
	own.Choose(wordNo)
	if m.Own {
		own.Choose(wordYes)
	}
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(m.Name, wordAddMember), Size: fyne.NewSize(620, 340),
		Form: kit.NewForm(
			kit.FormItem{Label: wordOffice, Field: name, Must: true}, kit.FormItem{Label: wordRole, Field: role, Must: true},
			kit.FormItem{Label: wordIsOwn, Field: own}, kit.FormItem{Label: wordLeader, Field: leader},
			kit.FormItem{Label: wordPosition, Field: position}, kit.FormItem{Label: wordNote, Field: note},
		),
		Save: func() func() error {
			m.Name, m.Leader, m.Position, m.Note = name.Value(), leader.Value(), position.Value(), note.Value()
			m.Role, m.Own = tdkt.BlocRole(role.Selected), own.Selected == wordYes
			return func() error { return t.desk.App.SaveBlocMembers(context.WithoutCancel(t.desk.Ctx), b, m) }
		},
	})
}

func (t *Tab) dropMember(m tdkt.BlocMember) {
	b := t.bloc
	t.desk.UI.ConfirmDanger(wordDrop, fmt.Sprintf(textDrop, m.Name), wordDrop, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveBlocMembers(ctx, b, m) }, nil)
	})
}
