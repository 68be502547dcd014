// Package guitest opens the sample department in a window without a display, for
// the tests of the tabs: a real data file, the real rules, no goroutines.
package guitest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/assets"
	"tdkt/internal/accounts"
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/sampletest"
	"tdkt/internal/uitest"
)

// Year is the year the sample is looked at in: that of its plan.
const Year = 2023

// Bench is a window over a data file of its own.
type Bench struct {
	Window fyne.Window
	UI     *kit.UI
	App    *app.App
	Desk   *desk.Desk
	Files  *kit.FakeFiles // answers the file dialogs
	Went   []desk.Place   // where the tabs asked to go
}

// Now is the clock of every test: a working day of December 2023.
func Now() time.Time { return time.Date(2023, 12, 18, 9, 0, 0, 0, time.UTC) }

// Open makes a bench over the sample department, closed when the test ends.
func Open(tb testing.TB) *Bench {
	tb.Helper()
	return bench(tb, true)
}

// Empty makes a bench over an empty data file.
func Empty(tb testing.TB) *Bench {
	tb.Helper()
	return bench(tb, false)
}

func bench(tb testing.TB, sample bool) *Bench {
	tb.Helper()
	backup.QuickSeals()
	accounts.QuickHashes()
	uitest.App(tb)
	if err := kit.RegisterWords(assets.FyneVietnamese); err != nil {
		tb.Fatal(err)
	}
	kit.Wear(kit.NewTheme(13))
	a := sampletest.Open(tb, filepath.Join(tb.TempDir(), "Sổ thử.sotd"), Now, sampletest.File{User: "Người thử", Host: "MÁY-THỬ", Sample: sample})
	b := &Bench{App: a, Files: &kit.FakeFiles{}}
	b.Window = test.NewTempWindow(tb, nil)
	b.UI = kit.NewUI(b.Window, kit.Inline, b.Files, func(err error) string {
		tb.Errorf("a fault was shown to the user: %v", err)
		return "1"
	})
	b.UI.Timer = kit.NoTimer
	b.Desk = desk.New(context.WithoutCancel(tb.Context()), a, b.UI, func(p desk.Place) { b.Went = append(b.Went, p) })
	b.Desk.Choose(Year, "")
	return b
}

// Show puts a tab into the window at a usual size and refreshes it after each change.
func (b *Bench) Show(tab desk.Tab) {
	b.Window.SetContent(b.UI.Frame(tab.Content()))
	b.Window.Resize(fyne.NewSize(1366, 700))
	b.App.OnChange(func(app.Changed) { tab.Refresh() })
	tab.Refresh()
	b.UI.SetShortcuts(tab.Shortcuts())
}
