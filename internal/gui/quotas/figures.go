package quotas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
)

// figures are the fields that try a cap with other figures.
type figures struct {
	base, percent *kit.NumberField
	rounding      *kit.Select
	reading       *kit.Select
	label         *widget.Label // of reading
	content       fyne.CanvasObject

	tried func(w law.WhatIf) // a figure was changed by hand
	cap   capRow
	has   bool
	quiet bool // the fields are being filled
}

func newFigures(tried func(law.WhatIf)) *figures {
	f := &figures{tried: tried, base: kit.NewNumberField(), percent: kit.NewNumberField(), label: widget.NewLabel(wordReading)}
	f.base.Whole, f.base.Least, f.base.Most = true, 0, 100000
	f.percent.Whole, f.percent.Least, f.percent.Most = true, 0, 100
	f.base.OnChanged = func(string) { f.changed() }
	f.percent.OnChanged = func(string) { f.changed() }
	f.rounding = kit.NewSelect(law.Roundings(), func(string) { f.changed() })
	f.reading = kit.NewSelect(nil, func(string) { f.changed() })
	title := widget.NewLabelWithStyle(wordFigures, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Wrapping = fyne.TextWrapWord
	back := kit.NewButton(wordRule, func() {
		if f.has {
			f.tried(f.cap.rule)
		}
	})
	f.content = container.NewVBox(title,
		container.New(layout.NewFormLayout(),
			widget.NewLabel(wordBase), f.base,
			widget.NewLabel(wordPercent+" (%)"), f.percent,
			widget.NewLabel(wordRounding), f.rounding),
		f.label, f.reading, back)
	return f
}

// show fills the fields with the figures of a cap, without telling anyone.
func (f *figures) show(c capRow, ok bool) {
	f.quiet = true
	defer func() { f.quiet = false }()
	same := f.has && ok && f.cap.Key == c.Key && f.now() == c.WhatIf()
	f.cap, f.has = c, ok
	for _, o := range []fyne.Disableable{f.base, f.percent, f.rounding, f.reading} {
		if ok && c.Few == nil { // few units: a fixed number, whatever the figures
			o.Enable()
		} else {
			o.Disable()
		}
	}
	if ok && c.TwoReadings() && c.Few == nil {
		f.label.Show()
		f.reading.Show()
	} else {
		f.label.Hide()
		f.reading.Hide()
	}
	f.content.Refresh() // the row of the reading comes and goes
	if !ok || same {
		return
	}
	w := c.WhatIf()
	f.base.SetNumber(float64(w.BaseCount))
	f.percent.SetText("")
	if c.Known {
		f.percent.SetNumber(float64(w.Percent))
	}
	f.rounding.SetSelected(w.Rounding)
	f.reading.Options = c.Readings()
	f.reading.SetSelectedIndex(0)
	if w.Whole {
		f.reading.SetSelectedIndex(1)
	}
}

// now is what stands in the fields.
func (f *figures) now() law.WhatIf {
	base, _ := f.base.Number()
	percent, _ := f.percent.Number()
	return law.WhatIf{
		BaseCount: int(base), Percent: int(percent), Rounding: f.rounding.Selected,
		Whole: f.cap.TwoReadings() && f.reading.SelectedIndex() == 1,
	}
}

// changed tells what stands in the fields, unless a number there is not finished.
func (f *figures) changed() {
	if f.quiet || !f.has || f.base.Empty() || f.base.Problem() != nil || f.percent.Problem() != nil {
		return
	}
	f.tried(f.now())
}
