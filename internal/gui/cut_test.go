package gui

import (
	"fmt"
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
func TestNothingCut(t *testing.T) { toured(t) }

func watchCut(v sight) (faults []string) {
	if v.room == little {
		return nil
	}
	for _, b := range uitest.All[*kit.Button](v.c) {
		if b.Disabled() && b.Reason() == "" {
			faults = append(faults, fmt.Sprintf("has the button %q grey and does not say why", b.Text))
		}
	}
	if cut := cutOn(v.c); len(cut) > 0 {
		faults = append(faults, fmt.Sprintf("cuts %q", cut))
	}
	return faults
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
