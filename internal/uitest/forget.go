package uitest

import (
	"slices"
	"testing"
	"time"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shared is the app of all tests of a program: a new one parses the fonts and measures every
// text anew.
var shared struct {
	fyne.App
	used bool // by the test that runs
}

// App is Fyne's app without a display and without preferences. What it showed is closed and
// forgotten when the test ends; its theme stays.
func App(tb testing.TB) fyne.App {
	tb.Helper()
	if shared.App == nil {
		shared.App = test.NewApp()
	}
	fyne.SetCurrentApp(shared.App)
	if kept, ok := shared.Preferences().(interface{ WriteValues(fn func(map[string]any)) }); ok {
		kept.WriteValues(func(values map[string]any) { clear(values) })
	} else {
		tb.Error("the preferences of one test would be the next one's")
	}
	if shared.used {
		return shared.App // what the test asked for first is cleaned up last
	}
	shared.used = true
	tb.Cleanup(func() {
		shared.used = false
		for _, w := range slices.Clone(shared.Driver().AllWindows()) { // closing shifts them
			w.Close()
		}
		Forget()
	})
	return shared.App
}

// Forget makes Fyne let go of what draws the widgets, as a window does that was not seen for a
// minute. A window without a display never does: the tests of a package would keep every
// program they opened, some gigabytes, and nothing public frees them.
func Forget() {
	later := time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC) // whatever the clock says
	destroyExpiredRenderers(later)
	destroyExpiredCanvases(later)
}

//go:linkname destroyExpiredRenderers fyne.io/fyne/v2/internal/cache.destroyExpiredRenderers
func destroyExpiredRenderers(now time.Time)

//go:linkname destroyExpiredCanvases fyne.io/fyne/v2/internal/cache.destroyExpiredCanvases
func destroyExpiredCanvases(now time.Time)
