package intake

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/kit"
)

// answerBar is below the rows: the question of the one at the cursor in full, and its
// answers as buttons.
type answerBar struct {
	box   *fyne.Container
	typed bool // the last answer was typed: the next question waits for typing too
}

// barHeight keeps the rows where they are, whatever is asked.
const barHeight = 104

func (b *answerBar) make() fyne.CanvasObject {
	b.box = container.NewStack()
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, barHeight))
	return container.NewStack(kit.NewSurface(), kit.Padded(container.NewStack(room, b.box)))
}

// show puts the question of a row there.
func (b *answerBar) show(r *review, l line, ok bool) {
	b.box.Objects = nil
	defer b.box.Refresh()
	if !ok {
		return
	}
	if l.question == nil {
		text := textNoQuestion
		if l.ask != "" && l.fate != wordSure {
			text = l.ask
		}
		b.box.Objects = []fyne.CanvasObject{kit.NewPara(text, kit.Body, kit.Quiet, false)}
		return
	}
	q := *l.question
	text := sentence(q.Why)
	if q.Count > 1 {
		text += " " + fmt.Sprintf(textLike, q.Count)
	}
	buttons := []fyne.CanvasObject{}
	for i, c := range q.Choices() {
		button := kit.NewButton(c.Label, func() { r.desk.UI.Try(func() error { return r.answer([]line{l}, c.Value) }, nil) })
		if i == 0 && len(q.Choices()) > 1 {
			button.Primary()
		}
		buttons = append(buttons, button)
	}
	if l.given != nil {
		text += " " + fmt.Sprintf(textGiven, l.answer)
		buttons = append(buttons, kit.NewButton(wordAgain, func() { r.desk.UI.Try(func() error { return r.takeBack(*l.given) }, nil) }))
	}
	if q.Many && l.given == nil {
		buttons = append(buttons, kit.NewButton(wordOneByOne, func() { r.oneByOne(q.Why) }))
	} else if !q.Many {
		entry := kit.NewEntry()
		entry.SetPlaceHolder(hintOf(q.Field))
		give := func() {
			if text := strings.TrimSpace(entry.Text); text != "" {
				b.typed = true
				r.desk.UI.Try(func() error { return r.answer([]line{l}, text) }, nil)
			}
		}
		if b.typed {
			b.typed = false
			defer r.desk.UI.Focus(entry)
		}
		entry.OnSubmitted = func(string) { give() }
		const entryWidth = 220
		buttons = append(buttons, kit.Wide(entryWidth, entry))
	}
	b.box.Objects = []fyne.CanvasObject{kit.Flow(kit.Space1, kit.NewPara(text, kit.Body, kit.Ink, false), container.New(wrapped{}, buttons...))}
}

// hintOf is how an answer to a field is written.
func hintOf(field string) string {
	switch field {
	case "absence":
		return hintDays
	case "moved":
		return hintMoved
	case "left", "born", "start", "end", "date", "deadline":
		return hintDay
	case "decision":
		return hintDecision
	case "year":
		return hintYears
	}
	return hintAnswer
}

// sentence writes what is asked as a whole sentence.
func sentence(why string) string {
	if why == textCentury {
		return textCenturyAsked
	}
	text := strings.ToUpper(firstLetter(why)) + strings.TrimPrefix(why, firstLetter(why))
	if !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}

// wrapped puts buttons side by side, in as many rows as they need.
type wrapped struct{}

// Layout is for Fyne.
func (wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at, tall := fyne.NewPos(0, 0), float32(0)
	for _, o := range objects {
		want := o.MinSize()
		want.Width = min(want.Width, size.Width)
		if at.X > 0 && at.X+want.Width > size.Width {
			at = fyne.NewPos(0, at.Y+tall+kit.Space1)
			tall = 0
		}
		o.Move(at)
		o.Resize(want)
		at.X += want.Width + kit.Space1
		tall = max(tall, want.Height)
	}
}

// MinSize is for Fyne: that of one row.
func (wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func firstLetter(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
