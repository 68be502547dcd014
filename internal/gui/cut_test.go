package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// stillCut are the pages that are not yet in the new language and may still cut a cell of
// their first column, a citation or a button at the usual size. The list only shrinks:
// a page that no longer cuts anything must be taken off.
var stillCut []string

// cuttable is a cell or a header of a list.
type cuttable interface {
	fyne.CanvasObject
	Cut() bool
	ScreenText() string
}

// TestNothingCut: on every page no header loses letters, at 1366 in size 13 and in size
// 20, and at 13 no cell of a first column, no citation and no button does. A button that is
// grey says why.
func TestNothingCut(t *testing.T) {
	p := sampled(t)
	w := &walker{t: t, p: p}
	c := p.Window.Canvas()
	p.Window.Resize(fyne.NewSize(1366, 740))
	w.pages(func(where string) {
		for _, b := range uitest.All[*kit.Button](c) {
			if b.Disabled() && b.Reason() == "" {
				t.Errorf("%s: the button %q is grey and does not say why", where, b.Text)
			}
		}
		cut := cutOn(c, true)
		known := slices.Contains(stillCut, where)
		switch {
		case len(cut) > 0 && !known:
			t.Errorf("%s cuts %q", where, cut)
		case len(cut) == 0 && known:
			t.Errorf("%s cuts nothing any more: take it off stillCut", where)
		}
	})
	p.setTextSize(kit.TextHuge)
	w.pages(func(where string) {
		if cut := cutOn(c, false); len(cut) > 0 {
			t.Errorf("at size 20 %s cuts %q", where, cut)
		}
	})
}

// cutOn is what a page cuts: headers, and with cells also first columns, citations and
// buttons.
func cutOn(c fyne.Canvas, cells bool) []string {
	var out []string
	for _, o := range uitest.All[cuttable](c) {
		cell, isCell := o.(interface{ Column() int })
		meant := !isCell || cells && (cell.Column() == 0 || strings.Contains(o.ScreenText(), "Điều "))
		if meant && o.Cut() {
			out = append(out, o.ScreenText())
		}
	}
	if !cells {
		return out
	}
	for _, b := range uitest.All[*kit.Button](c) {
		if b.Visible() && b.Text != "" && b.Size().Width < b.MinSize().Width-1 {
			out = append(out, b.Text)
		}
	}
	return out
}
