package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Kept holds what stands behind a tab. Fyne draws the content of all tabs anew whenever one
// is turned to; what is not seen waits until it is.
type Kept struct {
	widget.BaseWidget
	content fyne.CanvasObject
	stale   bool // was to be drawn anew while nobody saw it
}

// NewKept holds content.
func NewKept(content fyne.CanvasObject) *Kept {
	k := &Kept{content: content}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer shows the content alone.
func (k *Kept) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.content) }

// Below is the content.
func (k *Kept) Below() []fyne.CanvasObject { return []fyne.CanvasObject{k.content} }

// Refresh draws the content anew, now or as soon as it is seen.
func (k *Kept) Refresh() {
	if k.stale = !k.Visible(); !k.stale {
		k.content.Refresh()
	}
}

// Show shows the content as it is now.
func (k *Kept) Show() {
	k.BaseWidget.Show()
	if k.stale {
		k.Refresh()
	}
}
