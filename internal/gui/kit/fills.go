package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

// hatches are the fills that are not told apart by their shade alone, in grey and by eyes
// that do not see red: they have lines on them, one way or the other.
var hatches = map[Token]hatch{
	Level4: {step: 5, ink: Paper, down: true},
	Level5: {step: 4, ink: Edge},
}

// hatch is lines across a fill.
type hatch struct {
	step float32
	ink  Token
	down bool // from the upper left, else from the lower left
}

// part draws one part of a bar or column: its fill with its hatch, and how many it is where
// there is room for the number.
func (p *pen) part(at fyne.Position, size fyne.Size, fill Token, count string) {
	box := p.box(at, size, Paint(fill), 2)
	h, hatched := hatches[fill]
	if hatched {
		p.hatch(at, size, h)
		box.StrokeColor, box.StrokeWidth = Paint(Edge), 1
	}
	wide, tall := textSized(count, Small, true), textTall(Small)
	if wide+Space1 > size.Width || tall > size.Height+2 {
		return
	}
	middle := fyne.NewPos(at.X+(size.Width-wide)/2, at.Y+(size.Height-tall)/2)
	if hatched { // the number stands on a ground of its own
		p.box(middle.SubtractXY(2, -1), fyne.NewSize(wide+Space1, min(tall-2, size.Height)), Paint(fill), 2)
	}
	p.write(count, middle, Small, InkOn(fill), true, 0)
}

// hatch draws lines of one direction within a box.
func (p *pen) hatch(at fyne.Position, size fyne.Size, h hatch) {
	for x := -size.Height + h.step; x < size.Width; x += h.step {
		from, to := fyne.NewPos(max(x, 0), max(-x, 0)), fyne.NewPos(min(x+size.Height, size.Width), min(size.Height, size.Width-x))
		if !h.down {
			from.Y, to.Y = size.Height-from.Y, size.Height-to.Y
		}
		p.line(at.Add(from), at.Add(to), Paint(h.ink), 1)
	}
}

// InkOn is the token that reads best on a fill: that of text, or that of what stands on
// the accent.
func InkOn(fill Token) Token {
	ground := Paint(fill)
	best, most := Ink, 0.0
	for _, t := range []Token{Ink, OnAccent, Paper} {
		if c := Contrasting(Paint(t), ground); c > most+0.1 {
			best, most = t, c
		}
	}
	return best
}

// Contrasting is how far two colours are apart, from 1 to 21, as WCAG counts it.
func Contrasting(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	const red, green, blue = 0.2126, 0.7152, 0.0722
	return red*linear(c.R) + green*linear(c.G) + blue*linear(c.B)
}

func linear(v uint8) float64 {
	s := float64(v) / math.MaxUint8
	if s <= 0.03928 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// Mark is a small square that says what a fill stands for.
type Mark struct{ drawing }

const markSide = 11

// NewMark makes a mark.
func NewMark(fill Token) *Mark {
	m := &Mark{}
	m.init(m, func() fyne.Size { return fyne.NewSquareSize(markSide) }, func(p *pen, size fyne.Size) {
		box := p.box(fyne.NewPos(0, 0), size, Paint(fill), 2)
		box.StrokeColor, box.StrokeWidth = Paint(Edge), 1
		if h, ok := hatches[fill]; ok {
			p.hatch(fyne.NewPos(0, 0), size, h)
		}
	}, nil)
	return m
}

// Legend is what the fills of a chart stand for, in a line that goes on in more where there
// is no room.
func Legend(fills []Token, words []string) fyne.CanvasObject {
	list := Wrap()
	for i, word := range words {
		list.Add(newLegendItem(fills[i], word))
	}
	return list
}

// legendItem is a mark with its word.
type legendItem struct{ drawing }

func newLegendItem(fill Token, word string) *legendItem {
	l := &legendItem{}
	l.init(l, func() fyne.Size {
		return fyne.NewSize(markSide+Space1+textSized(word, Small, false), textTall(Small))
	}, func(p *pen, size fyne.Size) {
		at, side := fyne.NewPos(0, (size.Height-markSide)/2), fyne.NewSquareSize(markSide)
		box := p.box(at, side, Paint(fill), 2)
		box.StrokeColor, box.StrokeWidth = Paint(Edge), 1
		if h, ok := hatches[fill]; ok {
			p.hatch(at, side, h)
		}
		p.write(word, fyne.NewPos(markSide+Space1, 0), Small, Quiet, false, 0)
	}, func() string { return word })
	return l
}
