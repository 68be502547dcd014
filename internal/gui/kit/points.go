package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// PointChart is points over the periods of a year: a dot for each, joined, and a thin line
// at the points that matter. A period without points that should have some is red below.
type PointChart struct {
	drawing
	points []Point
	mark   float64 // 0: no line
}

// Point is one period.
type Point struct {
	Label   string
	Value   float64
	Has     bool
	Missing bool
}

// NewPointChart makes an empty chart.
func NewPointChart() *PointChart {
	c := &PointChart{}
	c.init(c, func() fyne.Size { return fyne.NewSize(scaled(240), scaled(104)) }, c.paint, c.words)
	return c
}

// Set shows other points, with a line at mark.
func (c *PointChart) Set(points []Point, mark float64) {
	c.points, c.mark = points, mark
	c.Refresh()
}

func (c *PointChart) words() string {
	text := ""
	for _, p := range c.points {
		switch {
		case p.Has:
			text += fmt.Sprintf("%s %s | ", p.Label, FormatNumber(p.Value))
		case p.Missing:
			text += p.Label + " " + wordNoPoints + " | "
		}
	}
	return text
}

// bounds are the least and the most that the chart shows: not from nought, since the
// differences of a good year are small; the numbers stand beside the dots.
func (c *PointChart) bounds() (least, most float64) {
	least, most = c.mark, c.mark
	for _, p := range c.points {
		if p.Has && (least == 0 || p.Value < least) {
			least = p.Value
		}
		if p.Has {
			most = max(most, p.Value)
		}
	}
	return max(0, least-2), most + 2
}

func (c *PointChart) paint(p *pen, size fyne.Size) {
	least, most := c.bounds()
	foot, head := textTall(Small)+4, textTall(Small)+2
	step := size.Width / float32(max(len(c.points), 1))
	y := func(v float64) float32 {
		return head + (size.Height-foot-head)*float32((most-v)/max(most-least, 1))
	}
	if c.mark > 0 {
		p.line(fyne.NewPos(0, y(c.mark)), fyne.NewPos(size.Width, y(c.mark)), Paint(Edge), 1)
		p.write(FormatNumber(c.mark), fyne.NewPos(size.Width-textSized("100", Small, false), y(c.mark)-textTall(Small)), Small, Quiet, false, 0)
	}
	var last fyne.Position
	for i, one := range c.points {
		x := float32(i)*step + step/2
		label, ink := one.Label, Quiet
		if one.Missing {
			ink = BadInk
		}
		p.write(label, fyne.NewPos(x-textSized(label, Small, false)/2, size.Height-foot+2), Small, ink, one.Missing, 0)
		if !one.Has {
			last = fyne.Position{}
			continue
		}
		at := fyne.NewPos(x, y(one.Value))
		if last.X > 0 {
			p.line(last, at, Paint(Accent), 2)
		}
		last = at
	}
	for i, one := range c.points {
		if one.Has {
			at := fyne.NewPos(float32(i)*step+step/2, y(one.Value))
			p.box(at.SubtractXY(3, 3), fyne.NewSquareSize(6), Paint(Accent), 3)
			text := FormatNumber(one.Value)
			p.write(text, at.SubtractXY(textSized(text, Small, false)/2, textTall(Small)+3), Small, Ink, false, 0)
		}
	}
}
