// Package smoke tries what was built for Windows as a person would, under Wine on a
// screen without a monitor: install, start, type, export, close, update, take away; on
// a PC with OpenGL and on one without. It looks at pictures, files and processes, never
// into the program.
package smoke

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tdkt/cmd/dev/internal/dist"
	"tdkt/cmd/dev/internal/screen"
	"tdkt/cmd/dev/internal/sh"
	"tdkt/cmd/dev/internal/wine"
)

// Options say what is tried and where pictures go.
type Options struct {
	Dist  string        // folder that dist filled
	Out   string        // pictures
	Cache string        // keeps the Debian with Wine
	Idle  time.Duration // how long the window rests before its memory is read
	Units string        // the packages whose tests are run hold this in their names
}

// Counts is what a step adds to the sums.
type Counts struct{ Passed, Failed, Skipped int }

// Step is one thing tried.
type Step struct {
	Name string
	Run  func(context.Context) (Counts, error)
}

// try is one run: what its steps share.
type try struct {
	*sh.Shell
	opts    Options
	wine    *wine.Wine
	work    string // appears to Windows as drive Z's folder t
	version string
	good    display // with OpenGL
	bare    display // without
}

// display is a screen without a monitor.
type display struct{ name, dump string }

// Start makes everything ready and returns the steps. stop is to be called at the end,
// whatever happened.
func Start(ctx context.Context, s *sh.Shell, o Options) (steps []Step, stop func() error, err error) {
	stop = func() error { return nil }
	t := &try{Shell: s, opts: o, work: filepath.Join(o.Out, "work")}
	if t.version, err = dist.Version(s.Path("FyneApp.toml")); err != nil {
		return nil, stop, err
	}
	if err := errors.Join(os.RemoveAll(o.Out), os.MkdirAll(t.work, 0o755)); err != nil { //nolint:gosec // shown to Wine
		return nil, stop, err
	}
	programs := map[string]string{"Xvfb": "xvfb", "tesseract": "tesseract-ocr", "/usr/share/tesseract-ocr/5/tessdata/vie.traineddata": "tesseract-ocr-vie"}
	if err := s.Need(ctx, sh.MyRights(ctx), programs); err != nil {
		return nil, stop, err
	}
	if err := t.bring(ctx); err != nil {
		return nil, stop, err
	}
	if t.wine, err = wine.Setup(ctx, s, o.Cache); err != nil {
		return nil, stop, err
	}
	ctx, end := context.WithCancel(ctx)
	leave, err := t.wine.Start(ctx, t.work)
	stop = func() error { defer end(); return leave() }
	if err != nil {
		return nil, stop, err
	}
	if t.good, err = t.newDisplay(ctx, "good"); err != nil {
		return nil, stop, err
	}
	t.bare, err = t.newDisplay(ctx, "bare", "-extension", "GLX")
	return t.steps(), stop, err
}

// steps in the order in which a person meets them.
func (t *try) steps() []Step {
	one := func(name string, run func(context.Context) error) Step {
		return Step{name, func(ctx context.Context) (Counts, error) { return Counts{}, run(ctx) }}
	}
	return []Step{
		one("install silently", t.install),
		one("the sample, by tdktctl.exe", t.sample),
		one("start: a window with words in it", t.start),
		one("type as UniKey does: cell, form, filter", t.typing),
		one("a second start hands its file over", t.second),
		one("export from the window", t.export),
		one("at rest: memory and processor", t.rest),
		one("close: a proven copy is there", t.close),
		one("without OpenGL: drawn by Mesa", t.software),
		one("without OpenGL and Mesa: a sentence", t.sentence),
		one("the installer once more: all is kept", t.update),
		one("uninstall: the data stays", t.uninstall),
		{"unit tests of internal/... as Windows programs", t.units},
	}
}

// bring puts what Wine is to see into the shared folder.
func (t *try) bring(ctx context.Context) error {
	text, err := os.ReadFile(filepath.Join(t.opts.Dist, dist.InstallerName(t.version)))
	if err != nil {
		return fmt.Errorf("smoke: nothing to try; run first: go run ./cmd/dev dist: %w", err)
	}
	return errors.Join(
		os.WriteFile(filepath.Join(t.work, "cai-dat.exe"), text, 0o700), //nolint:gosec // a program
		t.Stream(ctx, sh.Command{
			Name: "go", Args: []string{"build", "-o", filepath.Join(t.work, "hands.exe"), "./cmd/dev/internal/hands"},
			Env: append(sh.NoCgo(), "GOOS=windows", "GOARCH=amd64"),
		}),
	)
}

func (t *try) newDisplay(ctx context.Context, name string, extra ...string) (display, error) {
	dir := filepath.Join(t.work, "screen-"+name)
	if err := os.Mkdir(dir, 0o750); err != nil {
		return display{}, err
	}
	number, err := screen.Start(ctx, dir, extra...)
	return display{":" + number, screen.File(dir)}, err
}
