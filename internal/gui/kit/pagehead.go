package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Head is the one line at the top of a page, the same on every page: title, state,
// views, and at the right the filter, the menu of all else and the one deed.
type Head struct {
	title *PageTitle
	chips *fyne.Container
	more  *Button
	row   *fyne.Container
}

// HeadSpec is what a page has in its head; what is nil is left out.
type HeadSpec struct {
	Title  string
	Views  fyne.CanvasObject
	Fields fyne.CanvasObject // at the right, before the filter
	Filter fyne.CanvasObject // a grid's filter is as wide as there is room, up to 260; others keep their width
	Extra  fyne.CanvasObject // one more button beside the menu
	More   func() []*fyne.MenuItem
	Main   fyne.CanvasObject
}

// PageTitle is the name of a page in its head.
type PageTitle struct{ Words }

func newPageTitle(text string) *PageTitle {
	t := &PageTitle{Words{of: Title, ink: Ink, bold: true, text: text, draw: canvas.NewText(text, color.Black)}}
	t.ExtendBaseWidget(t)
	return t
}

const filterWidth = 260

// NewHead makes a head.
func (u *UI) NewHead(s HeadSpec) *Head {
	h := &Head{title: newPageTitle(s.Title), chips: container.NewHBox()}
	h.row = container.New(&headLayout{}, h.title, h.chips)
	if s.Views != nil {
		h.row.Add(s.Views)
	}
	h.row.Add(layout.NewSpacer())
	for _, o := range []fyne.CanvasObject{s.Fields, s.Filter} {
		if o != nil {
			h.row.Add(o)
		}
	}
	if s.Extra != nil {
		h.row.Add(s.Extra)
	}
	if s.More != nil {
		h.more = NewButton("⋯", func() { u.menuBelow(h.more, s.More()) })
		h.row.Add(h.more)
	}
	if s.Main != nil {
		h.row.Add(s.Main)
	}
	return h
}

// headLayout is a row whose filter gives way first where there is little room.
type headLayout struct{}

const filterLeast = 96

func isSpacer(o fyne.CanvasObject) bool {
	s, ok := o.(layout.SpacerObject)
	return ok && s.ExpandHorizontal()
}

// widths are those of all objects in a width, and what is left for the spacer.
func (headLayout) widths(objects []fyne.CanvasObject, width float32) (list []float32, rest float32) {
	list, rest = make([]float32, len(objects)), width
	shown := 0
	for i, o := range objects {
		if !o.Visible() || isSpacer(o) {
			continue
		}
		list[i] = o.MinSize().Width
		if _, ok := o.(*Entry); ok {
			list[i] = scaled(filterLeast)
		}
		rest -= list[i]
		shown++
	}
	rest -= float32(max(0, shown-1)) * Space1
	for i, o := range objects {
		if _, ok := o.(*Entry); ok && o.Visible() && rest > 0 {
			more := min(rest, scaled(filterWidth)-list[i])
			list[i] += more
			rest -= more
		}
	}
	return list, rest
}

// Layout is for Fyne.
func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths, rest := l.widths(objects, size.Width)
	x := float32(0)
	for i, o := range objects {
		switch {
		case isSpacer(o):
			x += max(0, rest)
			continue
		case !o.Visible():
			continue
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(widths[i], size.Height))
		if e, ok := o.(*Entry); ok {
			e.hint(widths[i])
		}
		x += widths[i] + Space1
	}
}

// MinSize is for Fyne.
func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, rest := l.widths(objects, 0)
	size := fyne.NewSize(-rest, 0)
	for _, o := range objects {
		if o.Visible() {
			size.Height = max(size.Height, o.MinSize().Height)
		}
	}
	return size
}

// hint is the placeholder of a filter, a shorter one where it would be cut.
func (e *Entry) hint(width float32) {
	word := wordFilter
	if textWide(word, theme.TextSize())+4*theme.InnerPadding() > width {
		word = wordFilterShort
	}
	if e.PlaceHolder != word && (e.PlaceHolder == wordFilter || e.PlaceHolder == wordFilterShort) {
		e.SetPlaceHolder(word)
	}
}

// Object is the head on the screen.
func (h *Head) Object() fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(Space2, Space1, Space2, Space2), h.row)
}

// SetTitle changes the title.
func (h *Head) SetTitle(text string) {
	h.title.Set(text, Ink)
	h.row.Refresh()
}

// SetChips shows the states beside the title.
func (h *Head) SetChips(chips ...*Chip) {
	objects := make([]fyne.CanvasObject, len(chips))
	for i, c := range chips {
		objects[i] = container.NewCenter(c)
	}
	h.chips.Objects = objects
	h.row.Refresh()
}

// menuBelow opens a menu below a button, kept inside the window.
func (u *UI) menuBelow(b fyne.CanvasObject, items []*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", u.Barred(items)...), u.Window.Canvas())
	at.Y += b.Size().Height
	at.X = max(0, min(at.X, u.Window.Canvas().Size().Width-menu.MinSize().Width-Space1))
	menu.ShowAtPosition(at)
}

// Segments is a few words of which one is chosen: the views of a page.
type Segments struct {
	widget.BaseWidget
	words   []string
	at      int
	changed func(i int)
	parts   []*segment
	box     *fyne.Container
}

// NewSegments makes them, the first one chosen.
func NewSegments(words []string, changed func(i int)) *Segments {
	s := &Segments{words: words, changed: changed, box: container.New(layout.NewCustomPaddedHBoxLayout(0))}
	for i, w := range words {
		part := newSegment(s, i, w)
		s.parts = append(s.parts, part)
		s.box.Add(part)
	}
	s.ExtendBaseWidget(s)
	return s
}

// At is the one chosen.
func (s *Segments) At() int { return s.at }

// Set chooses one without telling anybody.
func (s *Segments) Set(i int) {
	s.at = i
	for _, p := range s.parts {
		p.Refresh()
	}
}

func (s *Segments) choose(i int) {
	if i == s.at {
		return
	}
	s.Set(i)
	s.changed(i)
}

// CreateRenderer is for Fyne.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }

// segment is one of the words.
type segment struct {
	drawing
	of   *Segments
	i    int
	word string
}

func newSegment(of *Segments, i int, word string) *segment {
	s := &segment{of: of, i: i, word: word}
	s.do = func() { of.choose(i) }
	s.init(s, s.size, s.paint, func() string {
		if of.at == i && len(of.words) > 1 {
			return "[" + word + "]"
		}
		return word
	})
	return s
}

func (s *segment) size() fyne.Size {
	return fyne.NewSize(textSized(s.word, Body, true)+2*Space3, textTall(Body)+Space2)
}

func (s *segment) paint(p *pen, size fyne.Size) {
	tall := s.size().Height
	y := (size.Height - tall) / 2
	ground, ink := Paper, Quiet
	if s.of.at == s.i {
		ground, ink = AccentPaper, Accent
	}
	box := p.box(fyne.NewPos(0, y), fyne.NewSize(size.Width, tall), Paint(ground), 3)
	box.StrokeColor, box.StrokeWidth = Paint(Edge), 1
	bold := s.of.at == s.i
	p.write(s.word, fyne.NewPos((size.Width-textSized(s.word, Body, bold))/2, y+Space1), Body, ink, bold, 0)
}
