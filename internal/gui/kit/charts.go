package kit

import (
	"fyne.io/fyne/v2"
)

// Bar100 is a bar whose parts make up the whole: each part in its shade, parted by
// white, with the label before it, the words behind it, and a line where a cap is.
type Bar100 struct {
	drawing
	BarData
}

// BarData is what a bar shows.
type BarData struct {
	Label, Text string
	Parts       []int
	Fills       []Token // of the parts
	Cap         float64 // share of the whole where the line stands, 0 for none
	Most        int     // what the whole width stands for; 0: the sum of the parts
	Bad         bool    // the words in the colour of what is wrong
}

// NewBar100 makes a bar; do opens its rows.
func NewBar100(d BarData, do func()) *Bar100 {
	b := &Bar100{BarData: d}
	b.do = do
	b.init(b, b.size, b.paint, b.words)
	return b
}

const (
	barLabel = 190
	barWords = 118
	barTall  = 16
	partGap  = 1.5 // of the ground between two parts
)

func (b *Bar100) words() string {
	if b.Text == "" {
		return b.Label
	}
	return b.Label + ": " + b.Text
}

func (b *Bar100) size() fyne.Size {
	return fyne.NewSize(scaled(barLabel+barWords+80), max(float32(len(b.labelLines()))*textTall(Body)+4, float32(len(b.textLines()))*textTall(Small)+4, scaled(barTall)+8))
}

// labelLines is the label in as many lines as its room takes.
func (b *Bar100) labelLines() []string {
	return breakLines(b.Label, scaled(barLabel)-Space1, paraLines, TextSize(Body), fyne.TextStyle{})
}

// textLines are the words behind in as many lines as their room takes.
func (b *Bar100) textLines() []string {
	return breakLines(b.Text, scaled(barWords)-Space2, paraLines, TextSize(Small), fyne.TextStyle{})
}

func (b *Bar100) paint(p *pen, size fyne.Size) {
	if b.hovered {
		p.box(fyne.NewPos(0, 0), size, Paint(AccentPaper), 3)
	}
	lines := b.labelLines()
	y := (size.Height - float32(len(lines))*textTall(Body)) / 2
	for i, line := range lines {
		p.write(line, fyne.NewPos(0, y+float32(i)*textTall(Body)), Body, Ink, false, scaled(barLabel)-Space1)
	}
	left, tall := scaled(barLabel), scaled(barTall)
	room := max(20, size.Width-left-scaled(barWords))
	top := (size.Height - tall) / 2
	most := b.Most
	if most == 0 {
		for _, n := range b.Parts {
			most += n
		}
	}
	p.box(fyne.NewPos(left, top), fyne.NewSize(room, tall), Paint(WaitPaper), 2)
	x := left
	for i, n := range b.Parts {
		if n == 0 {
			continue
		}
		wide := room * float32(n) / float32(max(most, 1))
		p.part(fyne.NewPos(x, top), fyne.NewSize(max(1, wide-partGap), tall), b.Fills[i], FormatInt(n))
		x += wide
	}
	if b.Cap > 0 && b.Cap <= 1 {
		at := left + room*float32(b.Cap)
		p.line(fyne.NewPos(at, top-3), fyne.NewPos(at, top+tall+3), Paint(Ink), 1.5)
	}
	ink := Quiet
	if b.Bad {
		ink = BadInk
	}
	said := b.textLines()
	y = (size.Height - float32(len(said))*textTall(Small)) / 2
	for i, line := range said {
		p.write(line, fyne.NewPos(left+room+Space2, y+float32(i)*textTall(Small)), Small, ink, false, 0)
	}
}

// ColumnChart is columns from nought, each in parts, with a word and the sum below. A click
// opens the rows of the column under the mouse; with the keyboard the arrows choose one and
// Enter opens it.
type ColumnChart struct {
	drawing
	data  []ColumnData
	fills []Token
	open  func(i int)
	at    int // the column the keyboard is on
}

// ColumnData is one column.
type ColumnData struct {
	Label string
	Parts []int
}

func (d ColumnData) sum() int {
	n := 0
	for _, p := range d.Parts {
		n += p
	}
	return n
}

// NewColumnChart makes a chart; open opens the rows of a column.
func NewColumnChart(data []ColumnData, fills []Token, open func(i int)) *ColumnChart {
	c := &ColumnChart{data: data, fills: fills, open: open, at: len(data) - 1}
	c.do = func() { c.openAt(c.at) }
	c.init(c, func() fyne.Size { return fyne.NewSize(scaled(240), scaled(104)) }, c.paint, c.words)
	return c
}

func (c *ColumnChart) openAt(i int) {
	if i >= 0 && i < len(c.data) {
		c.at = i
		c.Refresh()
		c.open(i)
	}
}

// Tapped opens the column under the mouse.
func (c *ColumnChart) Tapped(ev *fyne.PointEvent) {
	if ev == nil {
		c.openAt(c.at)
		return
	}
	c.openAt(int(ev.Position.X / (c.Size().Width / float32(max(len(c.data), 1)))))
}

// TypedKey chooses a column by the arrows and opens it on Enter.
func (c *ColumnChart) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		c.at = max(0, c.at-1)
		c.Refresh()
	case fyne.KeyRight:
		c.at = min(len(c.data)-1, c.at+1)
		c.Refresh()
	default:
		c.drawing.TypedKey(ev)
	}
}

func (c *ColumnChart) words() string {
	text := ""
	for i, d := range c.data {
		if i > 0 {
			text += " | "
		}
		text += d.Label + " · " + FormatInt(d.sum())
	}
	return text
}

func (c *ColumnChart) paint(p *pen, size fyne.Size) {
	if c.hovered {
		p.box(fyne.NewPos(0, 0), size, Paint(AccentPaper), 3)
	}
	most := 1
	for _, d := range c.data {
		most = max(most, d.sum())
	}
	foot := textTall(Small) + 2
	step := size.Width / float32(max(len(c.data), 1))
	for i, d := range c.data {
		x, y := float32(i)*step, size.Height-foot
		if c.focused && i == c.at {
			p.box(fyne.NewPos(x, 0), fyne.NewSize(step, size.Height), Paint(AccentPaper), 3)
		}
		wide := min(step*0.6, scaled(64))
		for k, n := range d.Parts {
			if n == 0 {
				continue
			}
			tall := (size.Height - foot - 2) * float32(n) / float32(most)
			p.part(fyne.NewPos(x+(step-wide)/2, y-tall), fyne.NewSize(wide, max(1, tall-partGap)), c.fills[k], FormatInt(n))
			y -= tall
		}
		label := d.Label + " · " + FormatInt(d.sum())
		p.write(label, fyne.NewPos(x+max(0, (step-textSized(label, Small, false))/2), size.Height-foot+2), Small, Quiet, false, step)
	}
	p.line(fyne.NewPos(0, size.Height-foot), fyne.NewPos(size.Width, size.Height-foot), Paint(Edge), 1)
}
