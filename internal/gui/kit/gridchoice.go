package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

// openChoice drops the list of the cell down below it. Letters narrow the list,
// arrows move in it, Enter and Tab take the marked one, Esc leaves all as it was.
func (g *Grid[T]) openChoice(row T, text string, selected bool) {
	column, at := g.at.col, g.at
	choices := g.columns[column].Edit.choices(row)
	start := g.columns[column].Text(row)
	p := newChoicePopup(g.ui.Window.Canvas(), choices, start)
	if !selected {
		p.entry.SetText(text)
		p.entry.CursorColumn = len([]rune(text))
	}
	p.done = func(choice string, key fyne.KeyName) {
		g.Focus()
		g.save(row, column, choice)
		g.at = g.clamp(at)
		if key == fyne.KeyTab {
			g.nextCell(shiftHeld(p.entry.shift))
		} else {
			g.moveTo(spot{g.at.row + 1, g.at.col}, false)
		}
	}
	p.cancelled = g.Focus
	p.show(g.table.cellPlace(at))
}

// choicePopup is a field and, below it, the choices that match what is typed.
type choicePopup struct {
	canvas    fyne.Canvas
	choices   []string
	match     []string
	entry     *Entry
	list      *pickList
	popup     *widget.PopUp
	done      func(choice string, key fyne.KeyName)
	cancelled func()
}

const choiceRows = 8

func newChoicePopup(c fyne.Canvas, choices []string, start string) *choicePopup {
	p := &choicePopup{canvas: c, choices: choices, match: choices}
	p.entry = NewEntry()
	p.entry.SetPlaceHolder(start)
	p.entry.CatchTab = true
	p.entry.OnChanged = p.narrow
	p.entry.OnKey = p.key
	p.list = newPickList(func() int { return len(p.match) }, func(i int) pickRow {
		if p.match[i] == "" {
			return pickRow{words: wordNoChoice}
		}
		return pickRow{words: p.match[i]}
	}, func() { p.take(fyne.KeyReturn) })
	p.list.mark(slices.Index(choices, start))
	return p
}

func (p *choicePopup) narrow(text string) {
	want := tdkt.Fold(text)
	p.match = nil
	for _, c := range p.choices {
		if hasWords(tdkt.Fold(c), want) {
			p.match = append(p.match, c)
		}
	}
	p.list.mark(slices.IndexFunc(p.match, func(c string) bool {
		return want != "" && strings.HasPrefix(tdkt.Fold(c), want)
	}))
}

// hasWords says whether a folded text holds every word of another.
func hasWords(text, want string) bool {
	for word := range strings.FieldsSeq(want) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func (p *choicePopup) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		p.popup.Hide()
		p.cancelled()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		p.take(name)
	default:
		return p.list.key(name)
	}
	return true
}

func (p *choicePopup) take(key fyne.KeyName) {
	if p.list.at < 0 || p.list.at >= len(p.match) {
		return
	}
	choice := p.match[p.list.at]
	p.popup.Hide()
	p.done(choice, key)
}

// show opens the popup over a place of the window, upwards where there is no room.
func (p *choicePopup) show(pos fyne.Position, size fyne.Size) {
	c := p.canvas
	line := widget.NewLabel("Ấ").MinSize().Height
	for _, choice := range p.choices {
		size.Width = max(size.Width, widget.NewLabel(choice).MinSize().Width+20)
	}
	tall := line*float32(min(choiceRows, len(p.choices))) + p.entry.MinSize().Height + 24
	p.popup = widget.NewPopUp(container.NewBorder(p.entry, nil, nil, nil, p.list), c)
	p.popup.Resize(fyne.NewSize(size.Width, tall))
	if pos.Y+tall > c.Size().Height {
		pos.Y = max(0, c.Size().Height-tall)
	}
	if pos.X+size.Width > c.Size().Width {
		pos.X = max(0, c.Size().Width-size.Width)
	}
	p.popup.ShowAtPosition(pos)
	c.Focus(p.entry)
	p.list.show()
}
