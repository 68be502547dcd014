package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Signs of a state, which read without colour too.
const (
	SignGood = "✓"
	SignBad  = "✗"
	SignOpen = "?"
	SignHold = "‖" // of the letters that every font of the program has
)

// Chip is a few words on a ground of their tone.
type Chip struct {
	drawing
	text string
	tone Tone
}

// NewChip makes a chip; do, which may be nil, is what a click opens.
func NewChip(text string, tone Tone, do func()) *Chip {
	c := &Chip{text: text, tone: tone}
	c.do = do
	c.init(c, c.size, c.paint, func() string { return c.text })
	return c
}

func (c *Chip) size() fyne.Size {
	return fyne.NewSize(textSized(c.text, Small, false)+2*Space2, textTall(Small)+4)
}

func (c *Chip) paint(p *pen, size fyne.Size) {
	tall := textTall(Small) + 4
	y := (size.Height - tall) / 2
	p.box(fyne.NewPos(0, y), fyne.NewSize(size.Width, tall), Paint(c.tone.Paper()), tall/2)
	p.write(c.text, fyne.NewPos(Space2, y+2), Small, c.tone.Ink(), false, 0)
}

// Verdict is the first line of a page: a state in large letters on a ground of its tone,
// and a sentence below.
type Verdict struct {
	widget.BaseWidget
	ground   *Surface
	head     *Words
	sentence *widget.Label
}

// NewVerdict makes an empty one.
func NewVerdict() *Verdict {
	v := &Verdict{ground: NewGround(WaitPaper, cardRound), head: NewWords("", Title, Ink, true), sentence: sentenceLabel("")}
	v.ExtendBaseWidget(v)
	return v
}

// Set says something else.
func (v *Verdict) Set(head, sentence string, tone Tone) {
	v.ground.SetFill(tone.Paper())
	v.head.Set(head, tone.Ink())
	v.sentence.SetText(sentence)
	v.sentence.Hidden = sentence == ""
	v.Refresh()
}

// Text is what it says.
func (v *Verdict) Text() string { return v.head.Text() }

// CreateRenderer is for Fyne.
func (v *Verdict) CreateRenderer() fyne.WidgetRenderer { return &verdictRenderer{v} }

type verdictRenderer struct{ v *Verdict }

// Layout is for Fyne.
func (r *verdictRenderer) Layout(size fyne.Size) {
	v := r.v
	v.ground.Resize(size)
	tall := v.head.MinSize().Height
	v.head.Move(fyne.NewPos(Space3, Space2))
	v.head.Resize(fyne.NewSize(size.Width-2*Space3, tall))
	v.sentence.Move(fyne.NewPos(Space3-Space1, Space2+tall-2))
	v.sentence.Resize(fyne.NewSize(size.Width-2*(Space3-Space1), size.Height-tall-Space2))
}

// MinSize is for Fyne: as high as the sentence is at the width of now.
func (r *verdictRenderer) MinSize() fyne.Size {
	v := r.v
	tall := v.head.MinSize().Height + 2*Space2
	if v.sentence.Visible() {
		tall += v.sentence.MinSize().Height - Space2
	}
	return fyne.NewSize(120, tall)
}

// Refresh is for Fyne.
func (r *verdictRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.Layout(r.v.Size())
}

// Objects is for Fyne.
func (r *verdictRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.ground, r.v.head, r.v.sentence}
}

// Destroy is for Fyne.
func (r *verdictRenderer) Destroy() {}

// Tile is one figure with what it counts; a click opens its rows.
type Tile struct {
	drawing
	figure, label string
	tone          Tone
}

// NewTile makes a tile; do opens its rows.
func NewTile(figure, label string, tone Tone, do func()) *Tile {
	t := &Tile{figure: figure, label: label, tone: tone}
	t.do = do
	t.init(t, t.size, t.paint, func() string { return t.figure + " " + t.label })
	return t
}

const tileLines = 2

func (t *Tile) size() fyne.Size {
	return fyne.NewSize(scaled(120), textTall(Headline)+tileLines*textTall(Small)+2*Space2)
}

func (t *Tile) paint(p *pen, size fyne.Size) {
	ground := Paper
	if t.hovered {
		ground = AccentPaper
	}
	card := p.box(fyne.NewPos(0, 0), size, Paint(ground), cardRound)
	card.StrokeColor, card.StrokeWidth = Paint(Line), 1
	p.write(t.figure, fyne.NewPos(Space4, Space2), Headline, t.tone.Ink(), true, size.Width-2*Space4)
	y := Space2 + textTall(Headline)
	for _, line := range breakLines(t.label, size.Width-2*Space4, tileLines, TextSize(Small), fyne.TextStyle{}) {
		p.write(line, fyne.NewPos(Space4, y), Small, Quiet, false, 0)
		y += textTall(Small)
	}
}
