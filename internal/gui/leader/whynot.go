package leader

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
)

const (
	whyWide = 900
	whyTall = 480
)

// whyNot asks for a name and tells of every title of the year why its bearer is not put
// forward.
func (p *Page) whyNot() {
	year := p.desk.Year()
	labels, subjects := desk.Subjects(p.desk.View(), year)
	rows := kit.Flow(kit.Space2)
	hint := kit.NewPara(fmt.Sprintf(textWho, year), kit.Small, kit.Quiet, false)
	box := container.NewVScroll(rows)
	who := kit.NewPicker(labels, func(label string) {
		rows.RemoveAll()
		defer box.Refresh()
		list, err := p.desk.View().WhyNot(year, subjects[label])
		if err != nil {
			p.desk.UI.ShowError(err)
			return
		}
		for _, w := range list {
			rows.Add(reasonOf(w))
			rows.Add(kit.NewRule())
		}
		if len(list) == 0 {
			rows.Add(kit.NewPara(fmt.Sprintf(textNoTitle, year), kit.Body, kit.Quiet, false))
		}
	})
	p.desk.UI.Dialog(kit.DialogSpec{
		Title: wordWhyNot, Size: fyne.NewSize(whyWide, whyTall), Focus: who, Work: true,
		Content: container.NewBorder(container.NewVBox(who, hint), nil, nil, nil, box),
	})
}

// reasonOf is the answer of one title.
func reasonOf(w view.WhyNot) fyne.CanvasObject {
	state, tone := law.AnswerName(w.Answer), kit.WaitTone
	switch {
	case w.Named, w.Answer == law.Yes:
		tone = kit.GoodTone
	case w.Answer == law.No:
		tone = kit.BadTone
	}
	head := kit.NewPara(signOf(tone)+w.Title+": "+state, kit.Body, tone.Ink(), true)
	parts := []fyne.CanvasObject{head, kit.NewPara(w.Words, kit.Body, kit.Ink, false)}
	if w.Cite != "" {
		parts = append(parts, kit.NewPara(w.Cite, kit.Small, kit.Quiet, false))
	}
	return kit.Flow(0, parts...)
}
