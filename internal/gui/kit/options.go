package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// optionList is a short list to pick one of, by arrows or click.
type optionList struct {
	widget.RadioGroup
	at int
}

func newOptionList(options []string) *optionList {
	o := &optionList{}
	o.Options, o.Required = options, true
	o.ExtendBaseWidget(o)
	o.OnChanged = func(text string) {
		for i, s := range options {
			if s == text {
				o.at = i
			}
		}
	}
	o.set(0)
	return o
}

func (o *optionList) set(i int) {
	if len(o.Options) == 0 {
		return
	}
	o.at = max(0, min(len(o.Options)-1, i))
	o.SetSelected(o.Options[o.at])
}

// FocusGained is for Fyne.
func (o *optionList) FocusGained() {}

// FocusLost is for Fyne.
func (o *optionList) FocusLost() {}

// TypedRune is for Fyne.
func (o *optionList) TypedRune(rune) {}

// TypedKey moves by arrows and passes the rest on.
func (o *optionList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyRight:
		o.set(o.at + 1)
	case fyne.KeyUp, fyne.KeyLeft:
		o.set(o.at - 1)
	default:
		bubble(o, ev.Name)
	}
}
