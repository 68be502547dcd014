package gui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"tdkt/assets"
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
)

// AppID names the program to the system; preferences are kept under it.
const AppID = "vn.sothidua.app"

// Options say how the window gets its data.
type Options struct {
	Path    string    // opened at once; "": the file of the last time, or the first screen
	Manners Manners   // what the system around the window expects
	Log     io.Writer // where faults of the program are written, with their number
	Open    func(path string, create bool) (*app.App, func() error, error)
	Read    func(path, passphrase string) (*app.App, func() error, error) // packages; offered where another program writes; nil: not offered
	// Enter opens a file that has accounts for somebody; with a code from the paper it sets
	// his password anew and tells the next code.
	Enter  func(path string, read bool, who LogIn) (a *app.App, closeFile func() error, code string, err error)
	Notice func(a *app.App) string                     // said when a file is opened; nil: nothing
	Sample func(ctx context.Context, a *app.App) error // fills a new file with the sample
	// Diagnose writes the package an office can send when something went wrong.
	Diagnose func(ctx context.Context, a *app.App, to string) error
	// Copies lists, seals and brings back copies; nil: not offered.
	Copies Copies
	Now    func() time.Time // the machine's clock
	Run    kit.Runner       // nil: kit.Background
	Files  kit.FilePicker   // nil: the system's own dialogs
}

// Run shows the window and returns when it is closed.
func Run(ctx context.Context, f fyne.App, o Options) {
	p := New(ctx, f, o)
	p.Window.ShowAndRun()
}

// Program is the window and what is open in it.
type Program struct {
	Window fyne.Window

	ctx    context.Context
	stop   context.CancelFunc
	fyne   fyne.App
	opts   Options
	ui     *kit.UI
	shell  *shell // nil while no file is open
	close  func() error
	deaf   func() error    // ends Manners.Later; nil without it
	gone   context.Context // ends when the window is closed and its file too
	left   func()          // ends gone
	path   string          // the file open for writing
	faults atomic.Int64
}

// New makes the window without showing it.
func New(ctx context.Context, f fyne.App, o Options) *Program {
	ctx, stop := context.WithCancel(ctx)
	gone, left := context.WithCancel(context.WithoutCancel(ctx))
	p := &Program{ctx: ctx, stop: stop, gone: gone, left: left, fyne: f, opts: o}
	real := o.Run == nil // not a test
	if real {
		o.Run = p.background
	}
	if err := kit.RegisterWords(assets.FyneVietnamese); err != nil {
		p.logFault(err)
	}
	p.dress()
	p.Window = f.NewWindow(wordProgram)
	p.Window.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	if o.Files == nil {
		o.Files = kit.BestFiles(p.Window)
	}
	p.ui = kit.NewUI(p.Window, o.Run, o.Files, p.logFault)
	p.ui.Fade, p.ui.Larger = real, p.larger
	if !real {
		p.ui.Timer = kit.NoTimer
	}
	p.Window.Resize(fyne.NewSize(windowWidth, windowHeight))
	p.Window.SetCloseIntercept(p.leave)
	p.Window.SetOnClosed(p.closed)
	p.Window.SetOnDropped(p.dropped)
	p.keepPlace()
	p.welcome()
	if at := p.first(); at != "" {
		p.open(at, false, nil)
	}
	p.tellNews()
	if o.Manners.Later != nil {
		p.deaf = o.Manners.Later(p.startedAgain)
	}
	return p
}

// first is the file opened at once: the one asked for, else the one of the last time
// where it is still there.
func (p *Program) first() string {
	last := p.fyne.Preferences().String(lastFile)
	if _, err := os.Stat(last); p.opts.Path != "" || last == "" || err != nil {
		return p.opts.Path
	}
	return last
}

const (
	windowWidth  = 1280 // where the system cannot make it as large as the screen
	windowHeight = 680
)

// logFault writes a fault of the program and returns the number shown to the user.
func (p *Program) logFault(err error) string {
	n := p.faults.Add(1)
	if p.opts.Log != nil {
		slog.New(slog.NewTextHandler(p.opts.Log, nil)).Error("fault", "number", n, "err", err)
	}
	return fmt.Sprint(n)
}

// open opens or makes a data file away from the screen and shows it; fill, when
// given, runs on a new file first.
func (p *Program) open(path string, create bool, fill func(context.Context, *app.App) error) {
	if !create && p.path == path { // it is open here: opening it twice would stand in its own way
		return
	}
	if !create && (backup.IsPackage(path) || backup.IsSealed(path) && !atRest(path)) && p.opts.Read != nil {
		p.unlock(path, func(pass string) { p.openReading(path, pass) })
		return
	}
	if !create && p.risky(path) {
		return
	}
	p.openHere(path, create, fill)
}

// openHere opens or makes a data file, wherever it lies.
func (p *Program) openHere(path string, create bool, fill func(context.Context, *app.App) error) {
	p.ui.Do(func() func() {
		a, closeFile, err := p.read(path, create, fill)
		return func() {
			if err != nil {
				p.refused(path, err)
				return
			}
			p.opened(path, a, closeFile)
		}
	})
}

// make makes a data file and shows it; called away from the screen.
func (p *Program) make(path string, fill func(context.Context, *app.App) error) error {
	a, closeFile, err := p.read(path, true, fill)
	if err != nil {
		return err
	}
	p.onScreen(func() { p.opened(path, a, closeFile) })
	return nil
}

func (p *Program) read(path string, create bool, fill func(context.Context, *app.App) error) (*app.App, func() error, error) {
	a, closeFile, err := p.opts.Open(path, create)
	if err != nil {
		return nil, nil, err
	}
	if fill == nil {
		return a, closeFile, nil
	}
	if err := fill(p.ctx, a); err != nil {
		err = errors.Join(err, closeFile())
		if create { // made a moment ago and empty: it must not stand in the way of trying again
			err = errors.Join(err, os.Remove(path))
		}
		return nil, nil, err
	}
	return a, closeFile, nil
}

func (p *Program) opened(path string, a *app.App, closeFile func() error) {
	p.closeFile()
	p.close, p.path = closeFile, path
	p.fyne.Preferences().SetString(lastFile, path)
	p.shell = newShell(p, path, a)
	p.Window.SetMainMenu(p.menu())
	p.Window.SetTitle(fmt.Sprintf("%s – %s", wordProgram, path))
	p.setContent(p.shell.content)
	p.shell.shown()
	p.tell(a)
}

const lastFile = "last-file"

func (p *Program) setContent(o fyne.CanvasObject) { p.Window.SetContent(p.ui.Frame(o)) }

func (p *Program) closeFile() {
	if p.close == nil {
		return
	}
	if err := p.close(); err != nil {
		p.remember(err)
	}
	p.close, p.path = nil, ""
}

// leave asks where something is half typed, waits for what is being saved, and closes.
func (p *Program) leave() {
	if p.ui.Typing() {
		p.ui.ConfirmDanger(wordTyping, textTyping, wordDropTyping, p.quit)
		return
	}
	p.quit()
}

func (p *Program) quit() {
	p.ui.DropTyping()
	p.Window.Canvas().Unfocus()
	p.rememberPlace()
	p.ui.Do(func() func() { return p.Window.Close })
}

func (p *Program) closed() {
	if p.deaf != nil { // a start from now on is to open a window of its own
		if err := p.deaf(); err != nil {
			p.logFault(err)
		}
	}
	kit.WakeBy(func() {}) // the window system ends after its last window
	p.stop()
	p.closeFile()
	p.left()
}

// onScreen runs f on the screen's goroutine, soon. Without a window it does not: Fyne would
// then run it where it stands, and there is nothing left to show it in.
func (p *Program) onScreen(f func()) {
	kit.OnScreen(func() {
		if p.ctx.Err() == nil {
			f()
		}
	})
}

// background does work away from the screen and shows it while there is a window.
func (p *Program) background(work func() (show func())) {
	kit.Background(func() func() {
		show := work()
		return func() {
			if show != nil && p.ctx.Err() == nil {
				show()
			}
		}
	})
}
