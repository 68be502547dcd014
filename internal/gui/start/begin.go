package start

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/kit"
)

// BeginStep is one step of the first hour: what it is, how far it is in one line, and what
// can be done there.
type BeginStep struct {
	Title string
	Words string
	Done  bool
	Deeds []BeginDeed // the first is the likeliest
}

// BeginDeed is a button of a step.
type BeginDeed struct {
	Word string
	Do   func()
}

// Begin is the first hour of a file: steps that can be left and taken up again.
type Begin struct {
	Steps []BeginStep
	Next  BeginDeed // once all are done
	Hide  func()
}

// SetBegin shows the first hour above the page while it is told of; nil where it is over.
func (p *Page) SetBegin(begin func() *Begin) {
	p.begin = begin
	p.showBegin()
}

func (p *Page) showBegin() {
	p.first.RemoveAll()
	if p.begin == nil {
		return
	}
	b := p.begin()
	if b == nil {
		return
	}
	done := 0
	row := container.NewGridWithColumns(len(b.Steps))
	at := false // the first step that waits has the blue button
	for _, s := range b.Steps {
		if s.Done {
			done++
		}
		row.Add(stepCard(s, !s.Done && !at))
		at = at || !s.Done
	}
	spec := kit.HeadSpec{Title: wordBegin, Extra: kit.NewButton(wordHide, b.Hide)}
	if done == len(b.Steps) {
		spec.Main = kit.NewButton(b.Next.Word, b.Next.Do).Primary()
	}
	head := p.desk.UI.NewHead(spec)
	tone := kit.WaitTone
	if done == len(b.Steps) {
		tone = kit.GoodTone
	}
	head.SetChips(kit.NewChip(fmt.Sprintf(textSteps, done, len(b.Steps)), tone, nil))
	p.first.Add(kit.Padded(kit.Card(container.NewVBox(head.Object(), row))))
}

// stepCard is a step with its sign, its words and its buttons.
func stepCard(s BeginStep, now bool) fyne.CanvasObject {
	sign, ink := "○ ", kit.Ink
	switch {
	case s.Done:
		sign, ink = kit.SignGood+" ", kit.GoodInk
	case now:
		sign, ink = "● ", kit.Accent
	}
	deeds := kit.Wrap()
	for i, d := range s.Deeds {
		b := kit.NewButton(d.Word, d.Do)
		if now && i == 0 {
			b = b.Primary()
		}
		deeds.Add(b)
	}
	return kit.Padded(kit.Flow(kit.Space2, kit.NewPara(sign+s.Title, kit.Body, ink, true), kit.NewPara(s.Words, kit.Small, kit.Quiet, false), deeds))
}
