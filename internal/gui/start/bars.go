package start

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
)

// mostBars is how many bars a chart shows; nobody reads further down, and one more then
// leads to the list itself.
const mostBars = 60

// chart is a title, what the colours mean, and the bars below each other.
func chart(c app.Chart, open func(app.Bar)) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(c.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	rows := []fyne.CanvasObject{title} // put together once: a container lays itself out at each addition
	if len(c.Legend) > 0 && len(c.Bars) > 0 {
		rows = append(rows, legend(c.Legend))
	}
	most := 0
	for _, b := range c.Bars {
		most = max(most, sum(b.Parts))
	}
	for i, b := range c.Bars {
		if i == mostBars {
			rows = append(rows, newBar(app.Bar{Label: fmt.Sprintf(textMoreBars, len(c.Bars)-i), At: b.At, Year: b.Year}, most, open))
			break
		}
		rows = append(rows, newBar(b, most, open))
	}
	if len(c.Bars) == 0 {
		empty := widget.NewLabel(c.Empty)
		empty.Wrapping = fyne.TextWrapWord
		rows = append(rows, empty)
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(1), rows...)
}

func sum(parts []int) int {
	n := 0
	for _, p := range parts {
		n += p
	}
	return n
}

// shade is the colour of a part: from dark to light, so that it reads in grey too; the
// last of many, what is missing, is nearly white.
func shade(i, of int) color.Color {
	from, to := [3]int{0x1f, 0x5f, 0xa8}, [3]int{0xe3, 0xea, 0xf2}
	at := func(k int) uint8 { return uint8(from[k] + (to[k]-from[k])*i/max(of-1, 1)) }
	return color.NRGBA{R: at(0), G: at(1), B: at(2), A: 0xff}
}

func legend(words []string) fyne.CanvasObject {
	row := container.NewHBox()
	for i, w := range words {
		mark := rectangle(shade(i, len(words)))
		mark.SetMinSize(fyne.NewSize(10, 10))
		text := canvas.NewText(w, theme.Color(theme.ColorNameForeground))
		text.TextSize = theme.CaptionTextSize()
		row.Add(container.NewHBox(container.NewCenter(mark), text))
	}
	return container.NewHScroll(row)
}

func rectangle(fill color.Color) *canvas.Rectangle {
	r := canvas.NewRectangle(fill)
	r.StrokeColor, r.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	return r
}

// bar is one line of a chart: a click, Enter or Space opens its rows.
type bar struct {
	widget.BaseWidget
	data    app.Bar
	most    int
	open    func(app.Bar)
	focused bool
}

func newBar(b app.Bar, most int, open func(app.Bar)) *bar {
	w := &bar{data: b, most: most, open: open}
	w.ExtendBaseWidget(w)
	return w
}

// Tapped opens the rows.
func (b *bar) Tapped(*fyne.PointEvent) { b.open(b.data) }

// FocusGained is for Fyne.
func (b *bar) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is for Fyne.
func (b *bar) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune opens the rows on Space.
func (b *bar) TypedRune(r rune) {
	if r == ' ' {
		b.open(b.data)
	}
}

// TypedKey opens the rows on Enter and passes the rest on.
func (b *bar) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		b.open(b.data)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

const (
	labelWidth, textWidth = 176, 150
	barHeight, barInset   = 22, 3
)

// barRenderer lays a bar out: label, parts, text.
type barRenderer struct {
	of    *bar
	back  *canvas.Rectangle
	label *canvas.Text
	text  *canvas.Text
	parts []*canvas.Rectangle
}

// CreateRenderer is for Fyne.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{of: b, back: canvas.NewRectangle(color.Transparent)}
	r.label = canvas.NewText(b.data.Label, theme.Color(theme.ColorNameForeground))
	r.text = canvas.NewText(b.data.Text, theme.Color(theme.ColorNameForeground))
	r.label.TextSize, r.text.TextSize = theme.CaptionTextSize()+1, theme.CaptionTextSize()+1
	for i := range b.data.Parts {
		r.parts = append(r.parts, rectangle(shade(i, len(b.data.Parts))))
	}
	return r
}

// MinSize is for Fyne.
func (r *barRenderer) MinSize() fyne.Size {
	return fyne.NewSize(labelWidth+textWidth+80, max(barHeight, r.label.MinSize().Height))
}

// Layout is for Fyne.
func (r *barRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.label.Text = fit(r.of.data.Label, r.label, labelWidth-8)
	r.label.Move(fyne.NewPos(4, (size.Height-r.label.MinSize().Height)/2))
	room, x := size.Width-labelWidth-textWidth, float32(labelWidth)
	for i, p := range r.parts {
		n := r.of.data.Parts[i]
		w := room * float32(n) / float32(max(r.of.most, 1))
		p.Move(fyne.NewPos(x, barInset))
		p.Resize(fyne.NewSize(w, size.Height-2*barInset))
		p.Hidden = n == 0
		x += w
	}
	r.text.Move(fyne.NewPos(x+6, (size.Height-r.text.MinSize().Height)/2))
}

// fit shortens a word to a width.
func fit(word string, as *canvas.Text, width float32) string {
	measure := func(s string) float32 { return fyne.MeasureText(s, as.TextSize, as.TextStyle).Width }
	if measure(word) <= width {
		return word
	}
	runes := []rune(word)
	for len(runes) > 1 && measure(string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return fmt.Sprint(string(runes), "…")
}

// Refresh is for Fyne.
func (r *barRenderer) Refresh() {
	r.back.FillColor = color.Transparent
	if r.of.focused {
		r.back.FillColor = theme.Color(theme.ColorNameSelection)
	}
	r.back.Refresh()
}

// Objects is for Fyne.
func (r *barRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.back, r.label, r.text}
	for _, p := range r.parts {
		out = append(out, p)
	}
	return out
}

// Destroy is for Fyne.
func (r *barRenderer) Destroy() {}
