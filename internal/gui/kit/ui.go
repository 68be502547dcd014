package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/tdkt"
)

// UI is what the window gives every tab: where dialogs and notices appear, how
// slow work runs, how files are picked, which keys mean what.
type UI struct {
	Window fyne.Window
	Run    Runner
	Files  FilePicker

	// Timer, if set, takes the place of the clock behind Busy, for tests.
	Timer func(d time.Duration, f func()) (stop func())

	// Larger, if set, makes the text larger by so many steps: Ctrl+plus, Ctrl+minus.
	Larger func(steps float32)

	// Fade lets what the bottom line says go after a while; off in tests.
	Fade bool

	// NoWriting says why nobody changes anything here; "" where they do.
	NoWriting string

	// Reading takes what changes data off the screen where NoWriting says why, in place of
	// showing it grey.
	Reading bool

	log     func(error) string
	queue   queue
	notices *noticeLine
	keys    Shortcuts
	dialogs []*dialogBox
	list    shownList // the list last worked in
}

// NewUI makes the UI of a window and takes its keys. log writes an error that is
// not for people into the log and returns the number to quote; nil writes nothing.
func NewUI(w fyne.Window, run Runner, files FilePicker, log func(error) string) *UI {
	u := &UI{Window: w, Run: run, Files: files, log: log, notices: newNoticeLine()}
	u.queue.run = run
	u.takeKeys()
	return u
}

// Frame puts the notice line under the content of the window.
func (u *UI) Frame(content fyne.CanvasObject) fyne.CanvasObject {
	return newWindowFrame(u, content)
}

// Do runs work away from the screen and then show on it, after the works asked
// for before it. For work that may last, use Busy.
func (u *UI) Do(work func() (show func())) { u.queue.do(work) }

// Try runs work away from the screen; its error is shown, else done is called.
func (u *UI) Try(work func() error, done func()) {
	u.Do(func() func() {
		err := work()
		return func() {
			if err != nil {
				u.ShowError(err)
				return
			}
			if done != nil {
				done()
			}
		}
	})
}

// Focus moves the keyboard to a widget.
func (u *UI) Focus(f fyne.Focusable) {
	if c := u.Window.Content(); c != nil && u.Window.Canvas().Overlays().Top() == nil {
		// Fyne finds only what was drawn once: a page that comes to the front for the first
		// time is measured, which makes it ready, before something on it gets the keyboard.
		c.MinSize()
	}
	u.Window.Canvas().Focus(f)
}

// shownList is a list on the screen.
type shownList interface {
	fyne.CanvasObject
	ListTable() tdkt.ListTable
}

// List is the list on the screen below an object: the one last worked in, else the
// first; ok is false where there is none.
func (u *UI) List(below fyne.CanvasObject) (t tdkt.ListTable, ok bool) {
	var lists []shownList
	collectLists(below, &lists)
	if len(lists) == 0 {
		return t, false
	}
	if at := slices.Index(lists, u.list); at >= 0 {
		return lists[at].ListTable(), true
	}
	return lists[0].ListTable(), true
}

// collectLists finds the lists that are not hidden.
func collectLists(o fyne.CanvasObject, found *[]shownList) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case shownList:
		*found = append(*found, o)
	case *fyne.Container:
		for _, child := range o.Objects {
			collectLists(child, found)
		}
	case *container.Split:
		collectLists(o.Leading, found)
		collectLists(o.Trailing, found)
	case *container.Scroll:
		collectLists(o.Content, found)
	case parent:
		for _, child := range o.Below() {
			collectLists(child, found)
		}
	}
}
