package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// sees is what a person sees of a colour: the shares of red, green and blue that reach each
// of them.
type sees [3][3]float64

// The eyes: those that see all, red alone, green alone, and a printer without colours.
// The shares for the colour-blind are those of Viénot, Brettel and Mollon (1999).
func eyes() map[string]sees {
	return map[string]sees{
		"all colours": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"no red":      {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
		"no green":    {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
		"grey":        {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
	}
}

// light is how bright a colour looks to an eye.
func (s sees) light(c color.NRGBA) float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var out [3]float64
	for i := range out {
		for k := range in {
			out[i] += s[i][k] * in[k]
		}
		out[i] = max(0, min(1, out[i]))
	}
	return 0.2126*out[0] + 0.7152*out[1] + 0.0722*out[2]
}

// Any two fills of a chart can be told apart in every look, by every eye and in grey: by
// their shade, or by the lines on one of them.
func TestFillsApart(t *testing.T) {
	const least = 1.4
	fills := []Token{Level1, Level2, Level3, Level4, Level5}
	for mode, p := range palettes {
		for name, eye := range eyes() {
			for i, a := range fills {
				for _, b := range fills[i+1:] {
					x, y := eye.light(p[a]), eye.light(p[b])
					apart := (max(x, y) + 0.05) / (min(x, y) + 0.05)
					if apart < least && hatches[a] == hatches[b] {
						t.Errorf("look %d, %s: fills %d and %d are %.2f apart and have the same lines", mode, name, a, b, apart)
					}
				}
			}
		}
	}
}

// Between two parts of a bar or column that stand beside each other is a gap, and a number
// on a part can be read on it.
func TestPartsApart(t *testing.T) {
	_ = newScreen(t)
	fills := []Token{Level1, Level2, Level3, Level4, Level5}
	bar := NewBar100(BarData{Label: "Văn phòng", Text: "HTXS 3/15", Parts: []int{3, 3, 3, 3, 3}, Fills: fills}, nil)
	p := &pen{}
	bar.paint(p, fyne.NewSize(900, 30))
	var boxes []*canvas.Rectangle
	for _, o := range p.objects {
		if r, ok := o.(*canvas.Rectangle); ok && r.Size().Height == scaled(barTall) && r.Size().Width < 200 {
			boxes = append(boxes, r)
		}
	}
	if len(boxes) != len(fills) {
		t.Fatalf("%d parts are drawn, want %d", len(boxes), len(fills))
	}
	for i := range boxes[1:] {
		if gap := boxes[i+1].Position().X - boxes[i].Position().X - boxes[i].Size().Width; gap < 1 {
			t.Errorf("between part %d and the next is a gap of %.1f", i, gap)
		}
	}
	for mode, colours := range palettes {
		for _, f := range fills {
			best := 0.0
			for _, ink := range []Token{Ink, OnAccent, Paper} {
				best = max(best, Contrasting(colours[ink], colours[f]))
			}
			if best < 4.5 {
				t.Errorf("look %d: no ink reads on fill %d, the best has %.2f", mode, f, best)
			}
		}
	}
}

// A column of a chart opens its own rows, by mouse and by keyboard.
func TestColumnsOpenTheirRows(t *testing.T) {
	s := newScreen(t)
	var opened []int
	chart := NewColumnChart([]ColumnData{{"2021", []int{1}}, {"2022", []int{2}}, {"2023", []int{3}}}, []Token{Level1}, func(i int) { opened = append(opened, i) })
	s.w.SetContent(s.ui.Frame(chart))
	wide := chart.Size().Width
	chart.Tapped(&fyne.PointEvent{Position: fyne.NewPos(wide/6, 10)})
	s.ui.Focus(chart)
	s.keys("Right", "Return", "Right", "Right", "Return", "Left", "Return")
	same(t, "the columns opened", []int{0, 1, 2, 1}, opened)
}
