package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// pickRow is a line of a pickList: what it is, more about it, and of which kind.
type pickRow struct{ words, more, kind string }

// pickList is a list below a field that keeps the keyboard: the keys that the field
// has no use for move the mark, a click takes a line.
type pickList struct {
	widget.List
	at int // the marked line
}

// newPickList makes a list; taken is called after a click has moved the mark.
func newPickList(length func() int, row func(i int) pickRow, taken func()) *pickList {
	p := &pickList{}
	p.Length, p.HideSeparators = length, true
	p.CreateItem = func() fyne.CanvasObject { return newPickLine() }
	p.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*pickLine).set(row(i), i == p.at) }
	p.OnSelected = func(i widget.ListItemID) {
		p.UnselectAll()
		p.at = i
		taken()
	}
	p.ExtendBaseWidget(p)
	return p
}

// mark puts the mark on a line, the first one for a line that is not there.
func (p *pickList) mark(i int) {
	p.at = max(0, min(i, p.Length()-1))
	p.Refresh()
	p.show()
}

// show scrolls to the marked line.
func (p *pickList) show() {
	if p.Length() > 0 {
		p.ScrollTo(p.at)
	}
}

// key moves the mark; it says whether the key was one for it.
func (p *pickList) key(name fyne.KeyName) bool {
	const page = 8
	step, ok := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: page, fyne.KeyPageUp: -page}[name]
	if ok {
		p.mark(p.at + step)
	}
	return ok
}

// pickLine draws a line.
type pickLine struct {
	widget.BaseWidget
	ground            *canvas.Rectangle
	words, more, kind *widget.Label
}

func newPickLine() *pickLine {
	l := &pickLine{ground: canvas.NewRectangle(color.Transparent), words: widget.NewLabel(""), more: widget.NewLabel(""), kind: widget.NewLabel("")}
	l.more.Truncation = fyne.TextTruncateEllipsis
	l.more.Importance, l.kind.Importance = widget.LowImportance, widget.LowImportance
	l.ExtendBaseWidget(l)
	return l
}

func (l *pickLine) set(row pickRow, marked bool) {
	l.ground.FillColor = color.Transparent
	if marked {
		l.ground.FillColor = Paint(AccentPaper)
	}
	l.words.TextStyle.Bold = marked
	l.words.SetText(row.words)
	l.more.SetText(row.more)
	l.kind.SetText(row.kind)
	l.kind.Hidden = row.kind == ""
	l.Refresh()
}

// CreateRenderer is for Fyne.
func (l *pickLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.ground, container.NewBorder(nil, nil, l.words, l.kind, l.more)))
}
