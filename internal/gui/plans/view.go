// Package plans is the page Văn bản kế hoạch of the tab Kế hoạch: the plans of a year,
// read and changed section by section, and the plan of the next year made from them.
package plans

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
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
	outline *kit.Grid[part]
	text    *widget.RichText
	scroll  *container.Scroll
	note    *kit.Note // the plan's whole name
	empty   *widget.Label
	first   *fyne.Container // what stands where there is no plan
	locked  bool
	word    *kit.Button // what needs a plan
	fresh   *kit.Button
	page    fyne.CanvasObject
	content *fyne.Container

	refreshed func() // a list opened over the page reads again, too
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, text: widget.NewRichText(), note: kit.NewNote(), empty: widget.NewLabel("")}
	t.text.Wrapping = fyne.TextWrapWord
	t.scroll = container.NewVScroll(t.text)
	t.empty.Alignment = fyne.TextAlignCenter
	t.which = kit.NewSelect(nil, func(string) { t.otherPlan() })
	t.outline = kit.NewGrid(d.UI, part.key, kit.Column[part]{Title: wordOutline, Width: 320, Grow: true, Text: part.line, Tone: part.tone})
	t.outline.Bare = true
	t.outline.OnCursor = t.chosen
	t.outline.OnOpen = func(part) { t.openPart() }
	t.outline.Menu = func([]part) []*fyne.MenuItem { return t.sectionDeeds() }
	t.page = kit.Beside([]float32{outlineWidth}, t.outline, kit.Card(t.scroll))
	t.first = container.NewCenter(container.NewVBox(t.empty, container.NewCenter(kit.NewButton(wordNew, t.newPlan).Writes().Primary())))
	t.content = kit.NewPage(t.head(), t.note.Object(), kit.Padded(container.NewStack(t.page, t.first)))
	return t
}

const (
	outlineWidth = 400
	whichWidth   = 330
)

// head is the line above the plan.
func (t *Tab) head() fyne.CanvasObject {
	t.fresh = kit.NewButton(wordNew, t.newPlan).Writes().Primary()
	t.word = kit.NewButton(wordWord, t.exportWord)
	return t.desk.UI.NewHead(kit.HeadSpec{
		Title: wordHeadline, Views: kit.Wide(whichWidth, t.which), Extra: t.word, More: t.more, Main: t.fresh,
	}).Object()
}

// more is what can be done with the plan shown.
func (t *Tab) more() []*fyne.MenuItem {
	head, bases, drop := kit.NewDeed(wordHead, t.editHead), kit.NewDeed(wordBases, t.editBases), kit.NewDeed(wordDrop, t.dropPlan)
	for _, item := range []*fyne.MenuItem{head, bases, drop} {
		item.Disabled = t.greyReason(t.locked) != ""
	}
	return append(t.sectionDeeds(), fyne.NewMenuItemSeparator(), head, bases, fyne.NewMenuItemSeparator(), drop)
}

// sectionDeeds are what can be done with the section at the cursor.
func (t *Tab) sectionDeeds() []*fyne.MenuItem {
	list := []*fyne.MenuItem{
		kit.NewDeed(wordEdit, t.editSection), kit.NewDeed(wordAddSection, t.addSection),
		kit.NewDeed(wordUp, func() { t.moveSection(-1) }), kit.NewDeed(wordDown, func() { t.moveSection(1) }), kit.NewDeed(wordRemove, t.removeSection),
	}
	for _, item := range list {
		item.Disabled = t.greyReason(t.locked) != ""
	}
	return list
}

// openPart changes the section at the cursor, or what stands around the sections.
func (t *Tab) openPart() {
	switch {
	case t.greyReason(t.locked) != "":
		t.desk.UI.Notice(t.greyReason(t.locked))
	case t.at < len(t.parts) && len(t.parts[t.at].at) == 0:
		t.editHead()
	default:
		t.editSection()
	}
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
			return papers.ExportPlan(ctx, t.desk.App, p, path)
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
		t.which.Options = append(t.which.Options, app.PlanName(p))
		if p.ID == t.plan.ID {
			at = i
		}
	}
	t.which.Refresh()
	t.locked = v.YearOf(year).Locked
	t.word.Why(t.greyReason(false))
	if len(t.plans) == 0 {
		t.empty.SetText(emptyText(v.Plans, year))
		t.first.Show()
		t.page.Hide()
		t.which.Hide()
		t.note.Set("", kit.Plain)
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
	t.note.Set(headline(plan), kit.Plain)
	t.content.Refresh() // the line may be higher now
	if !same {
		t.at = 0
	}
	t.at = min(t.at, len(t.parts)-1)
	at := t.at
	t.outline.SetRows(t.parts)
	t.outline.SelectKey(t.parts[at].key())
	t.chosen(t.parts[at], true)
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

// chosen shows one part of the plan from its top.
func (t *Tab) chosen(p part, ok bool) {
	if !ok {
		return
	}
	t.at = p.n
	t.text.Segments = nil
	for _, l := range p.lines {
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
