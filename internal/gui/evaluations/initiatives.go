package evaluations

import (
	"context"
	"fmt"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

func (t *Tab) addInitiative() {
	t.part.SetSelected(wordInitiatives)
	t.editInitiative(tdkt.Initiative{Year: t.desk.Year(), Kind: tdkt.Innovation, Scope: tdkt.Base})
}

// gotoInitiative shows an initiative, or offers to enter one of the person.
func (t *Tab) gotoInitiative(p desk.Place) {
	t.part.SetSelected(wordInitiatives)
	t.inits.SetFilter("")
	if p.Key != "" {
		t.inits.SelectKey(string(p.Key))
		return
	}
	if p.Subject.Kind == tdkt.APerson && !t.add.Disabled() {
		t.editInitiative(tdkt.Initiative{Year: t.desk.Year(), Person: p.Subject.ID, Kind: tdkt.Innovation, Scope: tdkt.Base})
	}
}

func (t *Tab) changeCurrent() {
	if r, ok := t.inits.Current(); ok {
		t.editInitiative(r.initiative)
		return
	}
	t.desk.UI.Notice(textPick)
}

func (t *Tab) removeCurrent() {
	r, ok := t.inits.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return
	}
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, r.initiative.Title, r.author), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveInitiative(ctx, r.initiative) }, nil)
	})
}

// editInitiative opens the form of an initiative; one without an ID is new.
func (t *Tab) editInitiative(i tdkt.Initiative) {
	v := t.desk.View()
	labels, ids := desk.People(v, t.desk.Year())
	author := kit.NewSelect(labels, nil)
	for label, id := range ids {
		if id == i.Person {
			author.Choose(label)
		}
	}
	title := kit.NewTextField(i.Title)
	kind := kit.NewSelect([]string{string(tdkt.Innovation), string(tdkt.Study)}, nil)
	kind.Choose(string(i.Kind))
	scope := kit.NewSelect(nil, nil)
	for _, s := range tdkt.Scopes() {
		scope.Options = append(scope.Options, string(s))
	}
	scope.Choose(string(i.Scope))
	decision, date := kit.NewTextField(i.Decision), kit.NewDateField(i.Date)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: fmt.Sprintf(textInitiativeOf, i.Year),
		Form: kit.NewForm(
			kit.FormItem{Label: wordTitle, Field: title, Must: true},
			kit.FormItem{Label: wordAuthor, Field: author, Must: true},
			kit.FormItem{Label: wordKind, Field: kind, Must: true},
			kit.FormItem{Label: wordScope, Field: scope, Must: true},
			kit.FormItem{Label: wordDecision, Field: decision},
			kit.FormItem{Label: wordDate, Field: date},
		),
		Save: func() func() error {
			i.Title, i.Person, i.Decision, i.Date = title.Value(), ids[author.Selected], decision.Value(), date.Day()
			i.Kind, i.Scope = tdkt.InitiativeKind(kind.Selected), tdkt.Scope(scope.Selected)
			return func() error { return t.desk.App.SaveInitiative(context.WithoutCancel(t.desk.Ctx), i) }
		},
	})
}
