package pages

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// leaf is a page that counts how often it read.
type leaf struct {
	name  string
	reads int
	went  []desk.Place
}

func (l *leaf) Name() string               { return l.name }
func (l *leaf) Content() fyne.CanvasObject { return widget.NewLabel("nội dung " + l.name) }
func (l *leaf) Refresh()                   { l.reads++ }
func (l *leaf) Shortcuts() kit.Shortcuts   { return kit.Shortcuts{} }
func (l *leaf) Goto(p desk.Place)          { l.went = append(l.went, p) }

// Only the page at the front reads; a place that names a page turns to it first.
func TestDeskPagesShowOneAtATime(t *testing.T) {
	b := guitest.Empty(t)
	first, second := &leaf{name: "Xét điều kiện"}, &leaf{name: "Hội đồng"}
	tab := desk.NewPages("Khen thưởng", first, second)
	turns := 0
	tab.OnTurn(func() {
		turns++
		tab.Refresh()
	})
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), "Hội đồng")
	if first.reads != 1 || second.reads != 1 || turns != 1 {
		t.Errorf("first read %d, second %d, turned %d; want one each", first.reads, second.reads, turns)
	}
	tab.Goto(desk.Place{Tab: "Khen thưởng"})
	place := desk.Place{Tab: "Khen thưởng", Page: "Hội đồng", Subject: tdkt.UnitSubject("u")}
	tab.Goto(place)
	if len(first.went) != 1 || len(second.went) != 1 || second.went[0] != place {
		t.Errorf("went to %v and %v", first.went, second.went)
	}
}
