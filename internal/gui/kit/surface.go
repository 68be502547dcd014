package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Surface is a rectangle in colours of the look: paper with a hairline around it, or
// another ground. It paints itself anew when the look changes.
type Surface struct {
	widget.BaseWidget
	fill, edge Token
	round      float32
	bare       bool // no line around
	rect       *canvas.Rectangle
}

const cardRound = 5

// NewSurface is paper with a hairline around it, as lists and cards have.
func NewSurface() *Surface { return newSurface(Paper, Line, cardRound, false) }

// NewGround is a plain ground without a line.
func NewGround(fill Token, round float32) *Surface { return newSurface(fill, Line, round, true) }

func newSurface(fill, edge Token, round float32, bare bool) *Surface {
	s := &Surface{fill: fill, edge: edge, round: round, bare: bare, rect: canvas.NewRectangle(color.Transparent)}
	s.ExtendBaseWidget(s)
	return s
}

// SetFill changes the ground.
func (s *Surface) SetFill(fill Token) {
	s.fill = fill
	s.Refresh()
}

// CreateRenderer is for Fyne.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{widget.NewSimpleRenderer(s.rect), s}
	r.paint()
	return r
}

type surfaceRenderer struct {
	fyne.WidgetRenderer
	s *Surface
}

func (r *surfaceRenderer) paint() {
	rect := r.s.rect
	rect.FillColor, rect.CornerRadius = Paint(r.s.fill), r.s.round
	if !r.s.bare {
		rect.StrokeColor, rect.StrokeWidth = Paint(r.s.edge), 1
	}
}

func (r *surfaceRenderer) Refresh() {
	r.paint()
	r.s.rect.Refresh()
}

// Card is a block of the page: content on paper with room around it.
func Card(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(NewSurface(), container.New(layout.NewCustomPaddedLayout(Space2, Space2, Space3, Space3), content))
}

// Words is a line of text in a token's colour and one of the sizes, which follow the
// look and the size the user has.
type Words struct {
	widget.BaseWidget
	of   Type
	ink  Token
	bold bool
	text string
	draw *canvas.Text
	cut  bool // may be cut where there is no room
}

// NewWords makes a line of text.
func NewWords(text string, of Type, ink Token, bold bool) *Words {
	w := &Words{of: of, ink: ink, bold: bold, text: text, draw: canvas.NewText(text, color.Black)}
	w.ExtendBaseWidget(w)
	return w
}

// Cuttable lets the line be cut where there is no room.
func (w *Words) Cuttable() *Words {
	w.cut = true
	return w
}

// Set changes text and colour.
func (w *Words) Set(text string, ink Token) {
	if w.text == text && w.ink == ink {
		return
	}
	w.text, w.ink = text, ink
	w.Refresh()
}

// Text is what it says.
func (w *Words) Text() string { return w.text }

// CreateRenderer is for Fyne.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	r := &wordsRenderer{w}
	r.Refresh()
	return r
}

type wordsRenderer struct{ w *Words }

// Layout is for Fyne.
func (r *wordsRenderer) Layout(size fyne.Size) {
	w := r.w
	w.draw.Text = w.text
	if w.cut {
		w.draw.Text = fitText(w.text, size.Width, w.draw.TextSize, w.draw.TextStyle)
	}
	tall := measure(w.draw.Text, w.draw.TextSize, w.draw.TextStyle).Height
	w.draw.Move(fyne.NewPos(0, (size.Height-tall)/2))
	w.draw.Resize(fyne.NewSize(size.Width, tall))
}

// MinSize is for Fyne.
func (r *wordsRenderer) MinSize() fyne.Size {
	w := r.w
	size := measure(w.text, TextSize(w.of), fyne.TextStyle{Bold: w.bold})
	if w.cut {
		size.Width = min(size.Width, 20)
	}
	return size
}

// Refresh is for Fyne.
func (r *wordsRenderer) Refresh() {
	w := r.w
	w.draw.TextSize, w.draw.Color, w.draw.TextStyle = TextSize(w.of), Paint(w.ink), fyne.TextStyle{Bold: w.bold}
	r.Layout(w.Size())
	w.draw.Refresh()
}

// Objects is for Fyne.
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.w.draw} }

// Destroy is for Fyne.
func (r *wordsRenderer) Destroy() {}
