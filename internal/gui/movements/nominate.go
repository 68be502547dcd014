package movements

import (
	"context"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// nominate proposes the participants selected for a title or form, of the kind they are.
func (t *Tab) nominate(m tdkt.Movement) {
	var who []tdkt.Subject
	for _, r := range t.results.Selected() {
		who = append(who, r.participant.Subject)
	}
	if len(who) == 0 {
		t.desk.UI.Notice(textPickWho)
		return
	}
	for _, s := range who {
		if s.Kind != who[0].Kind {
			t.desk.UI.Notice(textKinds)
			return
		}
	}
	year := t.desk.Year()
	names, codes := t.titles(who[0].Kind, year)
	title := kit.NewSelect(names, nil)
	n := 0
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordNominate, Size: fyne.NewSize(620, 200),
		Form: kit.NewForm(kit.FormItem{Label: wordTitle, Field: title, Must: true, Hint: m.Name}),
		Save: func() func() error {
			code := codes[title.Selected]
			return func() (err error) {
				n, err = t.desk.App.NominateFrom(context.WithoutCancel(t.desk.Ctx), m, year, code, who)
				return err
			}
		},
		Done: func() { t.desk.UI.Noticef(textNominated, title.Selected, n) },
	})
}

// titles are what a kind of subject can be proposed for in a year, by name, and the code
// of each.
func (t *Tab) titles(kind tdkt.SubjectKind, year int) ([]string, map[string]string) {
	v := t.desk.View()
	g, err := v.Rules.Criteria(year)
	if err != nil {
		return nil, nil // the form then says that nothing can be chosen
	}
	var names []string
	codes := map[string]string{}
	for _, x := range g.TitlesFor(kind) {
		name := v.TitleName(x.Code)
		names, codes[name] = append(names, name), x.Code
	}
	return names, codes
}
