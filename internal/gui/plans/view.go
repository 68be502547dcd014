// Package plans is the tab Kế hoạch: the year's plan, read section by section.
package plans

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the tab Kế hoạch.
type Tab struct {
	desk    *desk.Desk
	plan    tdkt.Plan
	parts   []part
	outline *widget.List
	text    *widget.RichText
	scroll  *container.Scroll
	head    *widget.Label
	empty   *widget.Label
	page    fyne.CanvasObject
	content fyne.CanvasObject
}

var _ desk.Tab = (*Tab)(nil)

// New makes the tab.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, text: widget.NewRichText(), head: widget.NewLabel(""), empty: widget.NewLabel("")}
	t.text.Wrapping = fyne.TextWrapWord
	t.scroll = container.NewVScroll(t.text)
	t.head.TextStyle.Bold = true
	t.head.Truncation = fyne.TextTruncateEllipsis
	t.empty.Wrapping = fyne.TextWrapWord
	t.empty.Alignment = fyne.TextAlignCenter
	t.outline = widget.NewList(func() int { return len(t.parts) }, newLine, t.drawLine)
	t.outline.OnSelected = t.chosen
	split := container.NewHSplit(t.outline, t.scroll)
	split.Offset = 0.32
	t.page = container.NewBorder(t.head, nil, nil, nil, split)
	t.content = container.NewStack(t.page, container.NewCenter(t.empty))
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts has none of its own.
func (t *Tab) Shortcuts() kit.Shortcuts { return kit.Shortcuts{} }

// Goto shows nothing in particular: a plan has no subject.
func (t *Tab) Goto(desk.Place) {}

// Refresh shows the plan of the year; the part being read stays.
func (t *Tab) Refresh() {
	plan, ok := planOf(t.desk.View().Plans, t.desk.Year())
	if !ok {
		t.empty.SetText(emptyText(t.desk.View().Plans, t.desk.Year()))
		t.empty.Show()
		t.page.Hide()
		return
	}
	t.empty.Hide()
	t.page.Show()
	same := plan.ID == t.plan.ID
	t.plan, t.parts = plan, partsOf(plan)
	t.head.SetText(headline(plan))
	t.outline.Refresh()
	if !same {
		t.outline.UnselectAll()
		t.outline.Select(0)
	}
}

func newLine() fyne.CanvasObject {
	l := widget.NewLabel("")
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

func (t *Tab) drawLine(i widget.ListItemID, o fyne.CanvasObject) {
	l, ok := o.(*widget.Label)
	if !ok || i >= len(t.parts) {
		return
	}
	l.TextStyle.Bold = t.parts[i].depth == 0
	l.SetText(indent(t.parts[i].depth) + t.parts[i].title)
}

// chosen shows one part of the plan from its top.
func (t *Tab) chosen(i widget.ListItemID) {
	if i >= len(t.parts) {
		return
	}
	t.text.Segments = nil
	for _, l := range t.parts[i].lines {
		style := widget.RichTextStyleParagraph
		if l.heading {
			style = headingStyle()
		}
		t.text.Segments = append(t.text.Segments, &widget.TextSegment{Text: l.text, Style: style})
	}
	t.text.Refresh()
	t.scroll.ScrollToTop()
}

func headline(p tdkt.Plan) string {
	number := p.Number
	if number == "" {
		number = wordNoNumber
	}
	date := p.DateText
	if p.Date == 0 {
		date = wordNoDay + date
	}
	return fmt.Sprintf(textHead, p.Title, number, p.Symbol, p.Place, date)
}

// headingStyle is a heading on a line of its own; Fyne's own would run on.
func headingStyle() widget.RichTextStyle {
	style := widget.RichTextStyleSubHeading
	style.Inline = false
	return style
}
