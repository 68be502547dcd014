package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// PaletteItem is one line of the box that finds everything.
type PaletteItem struct {
	Words string // what it is called
	More  string // what tells it from others of that name
	Kind  string // of what kind it is: "Cán bộ", "Lệnh"
	Go    func() // goes there
}

// PaletteSpec describes a box with a field and what is found by it.
type PaletteSpec struct {
	Title string
	Hint  string // in the empty field
	None  string // said when nothing was found
	// Find is called away from the screen at each key and gives the best first.
	Find func(text string) []PaletteItem
}

// Palette opens the box. Enter or a click goes to the marked line, Esc closes.
func (u *UI) Palette(s PaletteSpec) {
	p := &palette{PaletteSpec: s, ui: u, none: widget.NewLabel(s.None)}
	p.entry = NewEntry()
	p.entry.SetPlaceHolder(s.Hint)
	p.entry.OnChanged = p.search
	p.entry.OnKey = func(name fyne.KeyName) bool { return p.list.key(name) }
	p.list = newPickList(func() int { return len(p.items) }, func(i int) pickRow {
		return pickRow{words: p.items[i].Words, more: p.items[i].More, kind: p.items[i].Kind}
	}, p.take)
	p.none.Hide()
	p.box = u.Dialog(DialogSpec{
		Title: s.Title, Focus: p.entry, Yes: wordGo, No: wordClose, Size: fyne.NewSize(paletteWidth, paletteHeight),
		Content: container.NewBorder(p.entry, nil, nil, nil, container.NewStack(p.list, container.NewCenter(p.none))),
		OnYes:   func() bool { p.take(); return false },
	})
	p.search("")
}

const (
	paletteWidth  = 760
	paletteHeight = 440
)

// palette is an open box.
type palette struct {
	PaletteSpec
	ui    *UI
	entry *Entry
	list  *pickList
	none  *widget.Label
	items []PaletteItem
	box   Dialog
}

// search shows what is found by a text, unless another was typed meanwhile.
func (p *palette) search(text string) {
	p.ui.Run(func() func() {
		items := p.Find(text)
		return func() {
			if text != p.entry.Text {
				return
			}
			p.items = items
			p.none.Hidden = len(items) > 0 || text == ""
			p.none.Refresh()
			p.list.mark(0)
		}
	})
}

// take closes the box and goes to the marked line.
func (p *palette) take() {
	if p.list.at >= len(p.items) {
		return
	}
	p.box.Close()
	p.items[p.list.at].Go()
}
