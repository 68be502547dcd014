package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// drawn counts how often it was drawn anew.
type drawn struct {
	widget.BaseWidget
	times int
}

func newDrawn() *drawn {
	d := &drawn{}
	d.ExtendBaseWidget(d)
	return d
}

func (d *drawn) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widget.NewLabel("trang"))
}

func (d *drawn) Refresh() { d.times++ }

// What stands behind a tab that is not seen is not drawn anew with the others, but as soon
// as it is turned to.
func TestKept(t *testing.T) {
	test.NewTempApp(t)
	pages := []*drawn{newDrawn(), newDrawn(), newDrawn()}
	var items []*container.TabItem
	for _, p := range pages {
		items = append(items, container.NewTabItem("Tab", NewKept(p)))
	}
	tabs := container.NewAppTabs(items...)
	w := test.NewWindow(tabs)
	defer w.Close()
	w.Resize(fyne.NewSize(400, 300))
	had := []int{pages[0].times, pages[1].times, pages[2].times}
	tabs.Refresh()
	if pages[0].times == had[0] {
		t.Error("the page that is seen was not drawn anew")
	}
	if pages[1].times != had[1] || pages[2].times != had[2] {
		t.Errorf("pages not seen were drawn anew: %d and %d times", pages[1].times-had[1], pages[2].times-had[2])
	}
	tabs.SelectIndex(2)
	if pages[2].times == had[2] {
		t.Error("a page turned to was not drawn anew")
	}
	if pages[1].times != had[1] {
		t.Error("the page between was drawn anew")
	}
}
