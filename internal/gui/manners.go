package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"tdkt/internal/backup"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/intake"
	"tdkt/internal/native"
	"tdkt/internal/tdkt"
)

// Manners is what the system around the window expects of a program.
type Manners struct {
	Folder    string                                                // offered for new data files; "": what the system offers
	News      string                                                // the program's version, to tell of an update; "": never
	Later     func(take func(path string) bool) (stop func() error) // calls take when the program is started once more; nil: never
	Maximised func()                                                // called before the first window of a PC, where the system must be asked before; nil: never
	// Sleeper lets the window sleep while nothing happens; nil: Fyne's own sixty looks a second.
	Sleeper Sleeper
}

// The preferences that the window keeps about itself.
const (
	windowPlace = "window-place"
	lastVersion = "seen-version"
)

// suggest is where a new data file is offered: in the documented folder, made now so
// that the dialog of the system can show it.
func (p *Program) suggest(name string) string {
	if p.opts.Manners.Folder == "" {
		return name
	}
	if err := os.MkdirAll(p.opts.Manners.Folder, 0o750); err != nil { // the dialog then begins elsewhere
		p.logFault(err)
		return name
	}
	return filepath.Join(p.opts.Manners.Folder, name)
}

// tellNews shows what is new, once after an update; a first start has nothing to compare.
func (p *Program) tellNews() {
	seen := p.fyne.Preferences().String(lastVersion)
	if p.opts.Manners.News == "" || seen == p.opts.Manners.News {
		return
	}
	p.fyne.Preferences().SetString(lastVersion, p.opts.Manners.News)
	if seen != "" {
		p.news()
	}
}

// startedAgain is called when the program is started once more: its file is opened
// here, and the window comes to the front. It is false where the window is gone before
// that, and whoever started is to have a window of his own.
func (p *Program) startedAgain(path string) bool {
	done := make(chan struct{})
	p.onScreen(func() {
		p.withWindow(native.Raise)
		p.Window.RequestFocus()
		if path != "" {
			p.open(path, false, nil)
		}
		close(done)
	})
	select {
	case <-done:
		return true
	case <-p.gone.Done():
		return false
	case <-time.After(busyTime): // it is at work, and comes to this after it
		return p.ctx.Err() == nil
	}
}

// busyTime is how long a later start is kept waiting, less than it waits by itself.
const busyTime = 2 * time.Second

// dropped takes a file that was dragged onto the window.
func (p *Program) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) > 1 && p.shell != nil {
		p.droppedOld(files)
		return
	}
	if len(files) != 1 {
		p.ui.Warn(fmt.Sprintf(textDropOne, len(files)))
		return
	}
	path := filepath.FromSlash(files[0].Path())
	if info, err := os.Stat(path); err == nil && info.IsDir() && p.shell != nil {
		p.droppedOld(files)
		return
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".sotd", backup.PackageEnd:
		p.open(path, false, nil)
	case ".xlsx", ".xlsm":
		p.droppedExcel(path)
	case ".docx", ".docm", ".csv":
		if p.shell == nil {
			p.ui.ShowError(tdkt.Errorf(tdkt.Invalid, textDropNothing))
			return
		}
		p.droppedOld(files)
	default:
		p.ui.ShowError(tdkt.Errorf(tdkt.Invalid, textDropStrange, filepath.Base(path)))
	}
}

// droppedOld reads files and folders dropped as old records.
func (p *Program) droppedOld(files []fyne.URI) {
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = filepath.FromSlash(f.Path())
	}
	intake.Read(p.shell.desk, paths)
}

// droppedExcel asks what the file is, and goes the way of the menu.
func (p *Program) droppedExcel(path string) {
	if p.shell == nil {
		p.ui.ShowError(tdkt.Errorf(tdkt.Invalid, textDropNothing))
		return
	}
	d := p.shell.desk
	p.ui.Choice(wordDropped, fmt.Sprintf(textDropped, filepath.Base(path)), []string{wordAsStaff, wordAsWorkbook, wordAsOld}, func(i int) {
		switch i {
		case 0:
			exchange.ReadStaff(d, path)
		case 1:
			exchange.ReadWorkbook(d, path)
		default:
			intake.Read(d, []string{path})
		}
	})
}

// keepPlace puts the window where it was last time, as soon as there is one; at the very
// first start it is as large as the screen. From then on it may rest.
func (p *Program) keepPlace() {
	place := p.fyne.Preferences().String(windowPlace)
	if wide, tall := sizeIn(place); wide > 0 {
		p.Window.Resize(fyne.NewSize(wide, tall))
	} else if place == "" && p.opts.Manners.Maximised != nil {
		p.opts.Manners.Maximised()
	}
	p.fyne.Lifecycle().SetOnStarted(func() {
		if s := p.opts.Manners.Sleeper; s != nil {
			go rest(p.ctx, s)
		}
		p.withWindow(func(window uintptr) {
			if place == "" {
				native.Maximise(window)
				return
			}
			native.SetPlace(window, place)
		})
	})
}

// rememberPlace keeps where the window stands and how large it is.
func (p *Program) rememberPlace() {
	size := p.Window.Canvas().Size()
	place := fmt.Sprintf(sizePlace, size.Width, size.Height) // where the system does not tell more
	p.withWindow(func(window uintptr) {
		if told := native.Place(window); told != "" {
			place = told
		}
	})
	p.fyne.Preferences().SetString(windowPlace, place)
}

// sizePlace is the place of a window of which only the size is known.
const sizePlace = "size %.0f %.0f"

// sizeIn is the size in such a place, nought for others and for what is no window's size.
func sizeIn(place string) (wide, tall float32) {
	const least, most = 200, 10_000
	if n, err := fmt.Sscanf(place, "size %f %f", &wide, &tall); err != nil || n < 2 || min(wide, tall) < least || max(wide, tall) > most {
		return 0, 0
	}
	return wide, tall
}

// withWindow calls f with the system's own name of the window, where that is known.
func (p *Program) withWindow(f func(window uintptr)) {
	w, ok := p.Window.(driver.NativeWindow)
	if !ok {
		return
	}
	w.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
			f(c.HWND)
		}
	})
}
