package uitest

import (
	"testing"
	"time"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// App is Fyne's app without a display, forgotten with all it showed when the test ends.
func App(tb testing.TB) fyne.App {
	tb.Helper()
	a := test.NewTempApp(tb)
	tb.Cleanup(Forget)
	return a
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
