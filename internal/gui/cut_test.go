package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// cuttable is a cell or a header of a list.
type cuttable interface {
	fyne.CanvasObject
	Cut() bool
	ScreenText() string
}

// TestNothingCut: in the windows of a laptop and of a desk, at sizes 13, 16 and 20, no page
// cuts a header, a cell of a first column, a citation or a button. A button that is grey
// says why.
func TestNothingCut(t *testing.T) {
	p := sampled(t)
	w := &walker{t: t, p: p}
	c := p.Window.Canvas()
	for _, size := range []float32{kit.TextNormal, 16, kit.TextHuge} {
		p.setTextSize(size)
		for _, room := range []fyne.Size{fyne.NewSize(1366, 740), fyne.NewSize(1920, 1050)} {
			p.Window.Resize(room)
			w.pages(func(where string) {
				for _, b := range uitest.All[*kit.Button](c) {
					if b.Disabled() && b.Reason() == "" {
						t.Errorf("%s: the button %q is grey and does not say why", where, b.Text)
					}
				}
				if cut := cutOn(c); len(cut) > 0 {
					t.Errorf("%s at size %.0f in %v cuts %q", where, size, room, cut)
				}
			})
		}
	}
}

// cutOn is what a page cuts: headers, first columns, citations, sums below lists and buttons.
func cutOn(c fyne.Canvas) []string {
	var out []string
	for _, o := range uitest.All[cuttable](c) {
		cell, isCell := o.(interface{ Column() int })
		meant := !isCell || cell.Column() == 0 || strings.Contains(o.ScreenText(), "Điều ")
		if meant && o.Cut() {
			out = append(out, o.ScreenText())
		}
	}
	for _, l := range uitest.All[*widget.Label](c) { // the line of sums below a list, and its like
		wide := fyne.MeasureText(l.Text, l.Theme().Size(l.SizeName), l.TextStyle).Width
		if l.Truncation != fyne.TextTruncateOff && l.Visible() && wide > l.Size().Width {
			out = append(out, l.Text)
		}
	}
	for _, b := range uitest.All[*kit.Button](c) {
		if b.Visible() && b.Text != "" && b.Size().Width < b.MinSize().Width-1 {
			out = append(out, b.Text)
		}
	}
	return out
}
