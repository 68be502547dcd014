package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PageButton turns to a page of a tab: a quiet word, on a light ground and underlined
// while its page is shown, so that it is not taken for a deed.
type PageButton struct {
	Button
	chosen bool
}

// NewPageButton makes a button for a page.
func NewPageButton(word string, tapped func()) *PageButton {
	b := &PageButton{}
	b.Text, b.OnTapped, b.Importance = word, tapped, widget.LowImportance
	b.ExtendBaseWidget(b)
	return b
}

// SetChosen marks the button as that of the page shown.
func (b *PageButton) SetChosen(on bool) {
	b.chosen = on
	b.Refresh()
}

// CreateRenderer is for Fyne: the button's own drawing with a ground and a line.
func (b *PageButton) CreateRenderer() fyne.WidgetRenderer {
	r := &pageButtonRenderer{
		WidgetRenderer: b.Button.CreateRenderer(), of: b,
		ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
	}
	r.paint()
	return r
}

const pageLine = 2 // thickness of the line under the page shown

type pageButtonRenderer struct {
	fyne.WidgetRenderer
	of           *PageButton
	ground, line *canvas.Rectangle
}

func (r *pageButtonRenderer) paint() {
	th := r.of.Theme()
	r.ground.FillColor = th.Color(theme.ColorNameHover, theme.VariantLight)
	r.line.FillColor = th.Color(theme.ColorNamePrimary, theme.VariantLight)
	r.ground.Hidden, r.line.Hidden = !r.of.chosen, !r.of.chosen
}

func (r *pageButtonRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ground.Resize(size)
	r.line.Resize(fyne.NewSize(size.Width, pageLine))
	r.line.Move(fyne.NewPos(0, size.Height-pageLine))
}

func (r *pageButtonRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.ground}, append(r.WidgetRenderer.Objects(), r.line)...)
}

func (r *pageButtonRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
	r.ground.Refresh()
	r.line.Refresh()
}
