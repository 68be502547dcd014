package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/kit"
)

// Pages is a tab made of pages, one shown at a time, with a row of buttons to choose
// by, which may say how much stands on each page; a single page has no row. Only the page shown is told to read again; the others read when they are chosen.
type Pages struct {
	name    string
	pages   []Tab
	buttons []*kit.PageButton
	stack   *fyne.Container
	content fyne.CanvasObject
	at      int
	turned  func() // the page shown is another one
}

var _ Tab = (*Pages)(nil)

// NewPages makes a tab of pages, the first one shown. Their names are the words on the
// buttons. The window gives the keys anew when turned is called; see OnTurn.
func NewPages(name string, pages ...Tab) *Pages {
	p := &Pages{name: name, pages: pages, stack: container.NewStack()}
	row := container.NewHBox()
	for i, page := range pages {
		b := kit.NewPageButton(page.Name(), func() { p.Turn(i) })
		p.buttons = append(p.buttons, b)
		row.Add(b)
		p.stack.Add(page.Content())
	}
	p.mark()
	if len(pages) == 1 {
		row.Hide()
	}
	p.content = kit.Border(row, nil, nil, nil, p.stack)
	return p
}

// OnTurn is called after another page came to the front, so that the window can read
// it and give it the keys.
func (p *Pages) OnTurn(turned func()) { p.turned = turned }

// Turn brings a page to the front, where there is one of that place.
func (p *Pages) Turn(i int) {
	if i == p.at || i < 0 || i >= len(p.pages) {
		return
	}
	p.at = i
	p.mark()
	if p.turned != nil {
		p.turned()
	}
}

// mark shows the page at the front and its button as chosen.
func (p *Pages) mark() {
	for i, b := range p.buttons {
		b.SetChosen(i == p.at)
		if i == p.at {
			p.stack.Objects[i].Show()
			continue
		}
		p.stack.Objects[i].Hide()
	}
}

// SetCounts writes behind the names of pages how much stands on each, by page.
func (p *Pages) SetCounts(counts map[string]string) {
	for i, page := range p.pages {
		text := page.Name()
		if n := counts[text]; n != "" {
			text += " " + n
		}
		if p.buttons[i].Text != text {
			p.buttons[i].SetText(text)
		}
	}
}

// Names are the words of the pages, in their order.
func (p *Pages) Names() []string {
	out := make([]string, len(p.pages))
	for i, page := range p.pages {
		out[i] = page.Name()
	}
	return out
}

// AtFirst says whether the first page is at the front.
func (p *Pages) AtFirst() bool { return p.at == 0 }

// PageName is the word of the page at the front.
func (p *Pages) PageName() string { return p.current().Name() }

// current is the page at the front.
func (p *Pages) current() Tab { return p.pages[p.at] }

// Name is the word on the tab.
func (p *Pages) Name() string { return p.name }

// Content is the screen.
func (p *Pages) Content() fyne.CanvasObject { return p.content }

// Refresh reads the page at the front again.
func (p *Pages) Refresh() { p.current().Refresh() }

// Shortcuts are those of the page at the front.
func (p *Pages) Shortcuts() kit.Shortcuts { return p.current().Shortcuts() }

// PageOf is the name of the page a place means: the first one where it names none.
func (p *Pages) PageOf(to Place) string {
	if to.Page == "" {
		return p.pages[0].Name()
	}
	return to.Page
}

// Goto turns to the place's page, the first one where it names none, and shows it there.
func (p *Pages) Goto(to Place) {
	at := 0
	for i, page := range p.pages {
		if page.Name() == to.Page {
			at = i
		}
	}
	p.Turn(at)
	p.current().Goto(to)
}
