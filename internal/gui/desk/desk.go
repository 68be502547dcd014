// Package desk is what every tab of the window shares: the open data file, the
// widgets' window, and the year and unit chosen once above the tabs.
package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is one screen of the window. It makes its widgets once and is told when to
// read again.
type Tab interface {
	// Name is the word on the tab.
	Name() string
	// Content is the screen; called once.
	Content() fyne.CanvasObject
	// Refresh reads the view, the year and the unit again. It is called when the
	// tab is shown, after each change, and when the year or unit is chosen; it must
	// keep cursor and scroll.
	Refresh()
	// Shortcuts says what the keys mean while the tab is shown.
	Shortcuts() kit.Shortcuts
	// Goto shows one subject, and one of its titles where that fits; called after
	// Refresh when another tab asked for it.
	Goto(p Place)
}

// Place is somewhere to go: a tab and what to show there. The window turns to the
// year and the page; what is below them, the page's Goto finds.
type Place struct {
	Tab     string  // a Tab's Name
	Page    string  // the Name of one of its pages, "" for the first
	Year    int     // the year to turn to, 0 for the one chosen
	Unit    tdkt.ID // the unit to turn to, "" for the one chosen
	Missing bool    // only the rows that lack what the page is about
	Subject tdkt.Subject
	Title   string    // title code
	Key     tdkt.ID   // a record that is neither person nor unit: an initiative, a plan
	Noun    tdkt.Noun // what kind of record is meant, where a page shows several
}

// Desk is handed to every tab.
type Desk struct {
	App *app.App
	UI  *kit.UI
	Ctx context.Context // ends with the window

	Again Place // worked on the last time; no Tab where that is not known

	year int
	unit tdkt.ID
	open func(Place)

	roundOf map[int]tdkt.ID // the round chosen, by year
}

// New makes a Desk; open shows a place in the window.
func New(ctx context.Context, a *app.App, ui *kit.UI, open func(Place)) *Desk {
	return &Desk{App: a, UI: ui, Ctx: ctx, open: open}
}

// Year is the year chosen above the tabs.
func (d *Desk) Year() int { return d.year }

// Unit is the unit chosen above the tabs, "" for the whole department.
func (d *Desk) Unit() tdkt.ID { return d.unit }

// Choose sets the year and unit; the window calls it.
func (d *Desk) Choose(year int, unit tdkt.ID) { d.year, d.unit = year, unit }

// View is the data as of the last change.
func (d *Desk) View() *view.View { return d.App.View() }

// Open shows a place in another tab.
func (d *Desk) Open(p Place) {
	if d.open != nil {
		d.open(p)
	}
}

// Do runs a change away from the screen; done, which may be nil, runs on the
// screen after it was written. An error is shown.
func (d *Desk) Do(change func(ctx context.Context) error, done func()) {
	d.UI.Try(func() error { return change(d.Ctx) }, done)
}
