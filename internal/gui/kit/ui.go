package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// UI is what the window gives every tab: where dialogs and notices appear, how
// slow work runs, how files are picked, which keys mean what.
type UI struct {
	Window fyne.Window
	Run    Runner
	Files  FilePicker

	// Timer, if set, takes the place of the clock behind Busy, for tests.
	Timer func(d time.Duration, f func()) (stop func())

	log     func(error) string
	queue   queue
	notices *noticeLine
	keys    Shortcuts
	dialogs []*dialogBox
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
	return container.NewBorder(nil, u.notices.object, nil, nil, content)
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
func (u *UI) Focus(f fyne.Focusable) { u.Window.Canvas().Focus(f) }
