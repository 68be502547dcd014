package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ListPage is a page of one list: its head, a line below it where something must be
// said, the list, and what is told of the row at the cursor. A page embeds it and has its screen and its keys.
type ListPage[T any] struct {
	Grid *Grid[T]
	Head *Head
	Note *Note

	content *fyne.Container
	keys    Shortcuts
}

// ListSpec is what a page of one list has beside it; what is nil is left out.
type ListSpec[T any] struct {
	Title string
	Views fyne.CanvasObject // beside the title
	Extra *Button           // one more button beside the menu
	Main  *Button           // the one deed
	// Rows are the deeds on the rows selected: in the menu of the right button and first
	// under "⋯". Where there are none, Nothing stands there.
	Rows func(rows []T) []*fyne.MenuItem
	// Page are the deeds of the whole page, under "⋯" alone.
	Page func() []*fyne.MenuItem
	Keys Shortcuts // Ctrl+F is the filter's
	// Above stands between the head and the list.
	Above fyne.CanvasObject
	// Below stands under the list, which then has Share of the height.
	Below fyne.CanvasObject
	Share float32
}

// NewListPage makes the page of a grid.
func (g *Grid[T]) NewListPage(s ListSpec[T]) *ListPage[T] {
	p := &ListPage[T]{Grid: g, Note: NewNote(), keys: s.Keys}
	if s.Rows != nil {
		g.Menu = s.Rows
	}
	head := HeadSpec{Title: s.Title, Views: s.Views, Filter: g.Filter()}
	if s.Rows != nil || s.Page != nil {
		head.More = func() []*fyne.MenuItem { return moreOf(s, g.Selected()) }
	}
	if s.Extra != nil {
		head.Extra = s.Extra
	}
	if s.Main != nil {
		head.Main = s.Main
	}
	p.Head = g.ui.NewHead(head)
	p.keys.Find = g.FocusFilter
	body := fyne.CanvasObject(g)
	if s.Below != nil {
		body = Rows(s.Share, g, s.Below)
	}
	p.content = NewPage(p.Head.Object(), p.Note.Object(), Padded(body))
	if s.Above != nil {
		p.content.Objects = slices.Insert(p.content.Objects, 2, Padded(s.Above))
	}
	return p
}

// moreOf is the menu of a page: the deeds on the rows selected, and those of the page.
func moreOf[T any](s ListSpec[T], selected []T) []*fyne.MenuItem {
	var rows, page []*fyne.MenuItem
	if s.Rows != nil {
		rows = s.Rows(selected)
		if len(rows) == 0 {
			none := fyne.NewMenuItem(wordNoneChosen, func() {})
			none.Disabled = true
			rows = append(rows, none)
		}
	}
	if s.Page != nil {
		page = s.Page()
	}
	if len(rows) > 0 && len(page) > 0 {
		rows = append(rows, fyne.NewMenuItemSeparator())
	}
	return append(rows, page...)
}

// Content is the screen.
func (p *ListPage[T]) Content() fyne.CanvasObject { return p.content }

// Shortcuts are the keys of the page.
func (p *ListPage[T]) Shortcuts() Shortcuts { return p.keys }

// WithRow hands the row under the cursor to do; where there is none, the bottom line says
// to pick one.
func (p *ListPage[T]) WithRow(do func(T)) { p.Grid.WithCurrent(textPickRow, do) }

// NewPage is a page: objects below each other, each as high as its texts need at the width
// there is, and the last one in all the room that is left.
func NewPage(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(pageLayout{}, objects...)
}

type pageLayout struct{}

// Layout is for Fyne.
func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, last := float32(0), len(objects)-1
	for _, o := range objects[:last] {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		if tall := o.MinSize().Height; tall != o.Size().Height {
			o.Resize(fyne.NewSize(size.Width, tall))
		}
		y += o.Size().Height
	}
	objects[last].Move(fyne.NewPos(0, y))
	objects[last].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// MinSize is for Fyne.
func (pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height
		}
	}
	return size
}

// Note is what must be said below a head, in as many lines as it needs; nothing at all
// takes no room.
type Note struct {
	box  fyne.CanvasObject
	para *Para
}

// NewNote makes a note that says nothing.
func NewNote() *Note {
	n := &Note{para: NewPara("", Body, Quiet, false)}
	n.box = Padded(n.para)
	n.box.Hide()
	return n
}

// Set says something in a tone; the page then has another layout.
func (n *Note) Set(text string, tone Tone) {
	n.para.text, n.para.ink = text, tone.Ink()
	if tone == Plain {
		n.para.ink = Quiet
	}
	if text == "" {
		n.box.Hide()
		return
	}
	n.box.Show()
	n.para.Refresh()
}

// Object is the note on the screen.
func (n *Note) Object() fyne.CanvasObject { return n.box }

// Text is what it says.
func (n *Note) Text() string { return n.para.text }
