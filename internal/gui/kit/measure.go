package kit

import (
	"fyne.io/fyne/v2"
)

// measured is what a size of a text was worked out for.
type measured struct {
	text  string
	size  float32
	style fyne.TextStyle
	font  fyne.Resource
}

// measures are the sizes of texts measured of late. Fyne keeps them too, but forgets all of
// them for each widget under another theme, which is each cell of each list. The screen's
// goroutine alone uses it.
var measures = map[measured]fyne.Size{}

// mostMeasures is what is kept: some megabytes.
const mostMeasures = 20_000

// measure is fyne.MeasureText, kept.
func measure(text string, size float32, style fyne.TextStyle) fyne.Size {
	m := measured{text, size, style, fyne.CurrentApp().Settings().Theme().Font(style)}
	if s, ok := measures[m]; ok {
		return s
	}
	if len(measures) >= mostMeasures {
		clear(measures)
	}
	s := fyne.MeasureText(text, size, style)
	measures[m] = s
	return s
}
