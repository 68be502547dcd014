package kit

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ManyField is a field that holds several people or units: who is in it, and the button
// that opens the list to tick them in.
type ManyField struct {
	widget.BaseWidget
	picked []string
	names  *Para
	choose *Button
}

// NewManyField makes an empty one; title heads the list.
func NewManyField(ui *UI, title string, options []string) *ManyField {
	f := &ManyField{names: NewPara(textNobody, Body, Quiet, false)}
	f.choose = NewButton(wordChooseMany, func() {
		ui.PickMany(PickSpec{Title: title, Yes: wordTake, Options: options, Ticked: f.picked, Take: f.set})
	})
	f.ExtendBaseWidget(f)
	return f
}

func (f *ManyField) set(picked []string) {
	f.picked = picked
	text := textNobody
	if len(picked) > 0 {
		text = fmt.Sprintf(textChosen, len(picked), strings.Join(picked, "; "))
	}
	f.names.SetText(text)
	f.Refresh()
}

// Picked are the options chosen, in the order offered.
func (f *ManyField) Picked() []string { return f.picked }

// Problem is always nil.
func (f *ManyField) Problem() error { return nil }

// Empty says whether nobody is chosen.
func (f *ManyField) Empty() bool { return len(f.picked) == 0 }

// Focusable is the button.
func (f *ManyField) Focusable() fyne.Focusable { return f.choose }

// CreateRenderer is for Fyne.
func (f *ManyField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, nil, container.NewVBox(f.choose), f.names))
}
