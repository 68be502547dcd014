// Package plans is the page Văn bản kế hoạch of the tab Kế hoạch: the plans of a year,
// read and changed section by section, and the plan of the next year made from them.
package plans

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// Tab is the page Văn bản kế hoạch.
type Tab struct {
	desk    *desk.Desk
	opened  func(path string)
	plan    tdkt.Plan
	plans   []tdkt.Plan // behind the options of which
	parts   []part
	at      int // part chosen
	which   *kit.Select
	outline *widget.List
	text    *widget.RichText
	scroll  *container.Scroll
	head    *widget.Label
	empty   *widget.Label
	first   *fyne.Container // what stands where there is no plan
	edits   []*kit.Button   // what needs a plan of a year that is not locked
	word    *kit.Button     // what needs a plan
	fresh   *kit.Button
	page    fyne.CanvasObject
	content fyne.CanvasObject

	refreshed func() // a list opened over the page reads again, too
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, text: widget.NewRichText(), head: widget.NewLabel(""), empty: widget.NewLabel("")}
	t.text.Wrapping = fyne.TextWrapWord
	t.scroll = container.NewVScroll(t.text)
	t.head.TextStyle.Bold = true
	t.head.Truncation = fyne.TextTruncateEllipsis
	t.empty.Alignment = fyne.TextAlignCenter
	t.which = kit.NewSelect(nil, func(string) { t.otherPlan() })
	t.outline = widget.NewList(func() int { return len(t.parts) }, newLine, t.drawLine)
	t.outline.OnSelected = t.chosen
	split := container.NewHSplit(t.outline, t.scroll)
	split.Offset = 0.32
	t.page = container.NewBorder(t.head, nil, nil, nil, split)
	t.first = container.NewCenter(container.NewVBox(t.empty, container.NewCenter(kit.NewButton(wordNew, t.newPlan).Writes().Primary())))
	t.content = container.NewBorder(t.tools(), nil, nil, nil, container.NewStack(t.page, t.first))
	return t
}

// tools are the buttons above the plan.
func (t *Tab) tools() fyne.CanvasObject {
	t.fresh = kit.NewIconButton(wordNew, theme.ContentAddIcon(), t.newPlan).Writes().Primary()
	t.edits = []*kit.Button{
		kit.NewIconButton(wordHead, theme.DocumentCreateIcon(), t.editHead).Writes(),
		kit.NewButton(wordBases, t.editBases).Writes(),
		kit.NewIconButton(wordAddSection, theme.ContentAddIcon(), t.addSection).Writes(),
		kit.NewIconButton(wordEdit, theme.DocumentCreateIcon(), t.editSection).Writes(),
		kit.NewIconButton(wordRemove, theme.DeleteIcon(), t.removeSection).Writes(),
		kit.NewIconButton(wordUp, theme.MoveUpIcon(), func() { t.moveSection(-1) }).Writes(),
		kit.NewIconButton(wordDown, theme.MoveDownIcon(), func() { t.moveSection(1) }).Writes(),
	}
	row := container.NewHBox(t.fresh)
	for _, b := range t.edits {
		row.Add(b)
	}
	drop := kit.NewIconButton(wordDrop, theme.DeleteIcon(), t.dropPlan).Writes()
	t.edits = append(t.edits, drop)
	t.word = kit.NewIconButton(wordWord, theme.DocumentPrintIcon(), t.exportWord)
	return container.NewVBox(row, container.NewBorder(nil, nil, nil, container.NewHBox(t.word, drop), t.which))
}

// exportWord writes the plan shown as a Word file and opens it.
func (t *Tab) exportWord() {
	p := t.plan
	kinds := []kit.FileKind{{Name: wordWordFile, Patterns: []string{"*.docx"}}}
	t.desk.UI.SaveFile(wordWord, fmt.Sprintf(fileWord, p.Title), kinds, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".docx"
		}
		t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return t.desk.App.ExportPlan(ctx, p, path)
		}, func() {
			t.desk.UI.Noticef(textWritten, path)
			t.opened(path)
		})
	})
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+N to a new plan and, where there is one, Ctrl+E to its Word file.
func (t *Tab) Shortcuts() kit.Shortcuts {
	keys := kit.Shortcuts{New: t.newPlan}
	if len(t.plans) > 0 {
		keys.Export = t.exportWord
	}
	return keys
}

// Goto puts the keyboard on the new plan where there is none; a plan has no subject.
func (t *Tab) Goto(p desk.Place) {
	before := t.desk.View().PlansOf(t.desk.Year() - 1)
	switch {
	case len(t.plans) > 0:
	case p.Noun == tdkt.NounPlan && len(before) > 0 && before[0].Kind == plantext.Yearly: // after the year before was locked
		t.rollFrom(before[0])
	default:
		t.desk.UI.Focus(t.fresh)
	}
}

// Refresh shows the plans of the year; the part being read stays.
func (t *Tab) Refresh() {
	v, year := t.desk.View(), t.desk.Year()
	t.plans = v.PlansOf(year)
	t.which.Options = nil
	at := 0
	for i, p := range t.plans {
		t.which.Options = append(t.which.Options, fmt.Sprintf(textSaveWho, app.PlanName(p)))
		if p.ID == t.plan.ID {
			at = i
		}
	}
	t.which.Refresh()
	locked := v.YearOf(year).Locked
	for _, b := range t.edits {
		b.Why(t.greyReason(locked))
	}
	t.word.Why(t.greyReason(false))
	if len(t.plans) == 0 {
		t.empty.SetText(emptyText(v.Plans, year))
		t.first.Show()
		t.page.Hide()
		t.which.Hide()
		return
	}
	t.first.Hide()
	t.page.Show()
	t.which.Show()
	t.which.Choose(t.which.Options[at])
	t.show(t.plans[at])
	if t.refreshed != nil {
		t.refreshed()
	}
}

// otherPlan shows the plan chosen above.
func (t *Tab) otherPlan() {
	if i := t.which.SelectedIndex(); i >= 0 && i < len(t.plans) {
		t.show(t.plans[i])
	}
}

// show lays a plan out; the part chosen stays chosen while it is the same plan.
func (t *Tab) show(plan tdkt.Plan) {
	same := plan.ID == t.plan.ID
	t.plan, t.parts = plan, partsOf(plan)
	t.head.SetText(headline(plan))
	t.outline.Refresh()
	if !same {
		t.at = 0
	}
	t.at = min(t.at, len(t.parts)-1)
	t.outline.UnselectAll()
	t.outline.Select(t.at)
}

// greyReason is why a button is grey; "" where it may be pressed.
func (t *Tab) greyReason(locked bool) string {
	switch {
	case len(t.plans) == 0:
		return fmt.Sprintf(textNoPlanYet, t.desk.Year())
	case locked:
		return fmt.Sprintf(textLockedYear, t.desk.Year())
	}
	return ""
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
	t.at = i
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
