package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"tdkt/cmd/dev/internal/screen"
	"tdkt/cmd/dev/internal/sh"
)

const (
	exitPanic = 2 // how Go ends a program that panics
	// paintTime is how long the window may take to its first picture; software drawing
	// on a busy machine is slow.
	paintTime = 60 * time.Second
	// settleTime is how long the window then stays open: it must not close by itself, and
	// the picture shows it with its data.
	settleTime = 3 * time.Second
)

// tryWindow checks and builds the window, starts it and waits until something is
// painted. The picture stays in out/window.png, to be looked at.
func (t *tool) tryWindow(ctx context.Context) error {
	flags := windowFlags(runtime.GOOS)
	cgo := []string{"CGO_ENABLED=1"}
	vet := append(append([]string{"vet"}, flags...), windowPackage)
	style := errors.Join(
		t.Stream(ctx, sh.Command{Name: "go", Args: vet, Env: cgo}),
		t.lint(ctx, cgo, []string{"--build-tags", flags[1], windowPackage}),
	)
	if err := errors.Join(t.buildWindow(ctx), t.buildCtl(ctx)); err != nil {
		return errors.Join(style, err)
	}
	return errors.Join(style, t.startWindow(ctx))
}

// startWindow starts the window on sample data of its own.
func (t *tool) startWindow(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "tdkt-window-")
	if err != nil {
		return err
	}
	data := filepath.Join(dir, "mau.sotd")
	err = t.Stream(ctx, sh.Command{Name: t.binary("tdktctl"), Args: []string{"-db", data, "demo"}})
	if err == nil {
		err = t.watch(ctx, dir, data)
	}
	return errors.Join(err, os.RemoveAll(dir))
}

// watch starts a display without a screen, opens the window on it and looks at what the
// display shows.
func (t *tool) watch(ctx context.Context, dir, data string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	number, err := screen.Start(ctx, dir)
	if err != nil {
		return err
	}
	window, closeWindow := context.WithCancel(ctx) // closed before its display, or it complains
	defer closeWindow()
	cmd := t.Prepare(window, sh.Command{Name: t.binary("tdkt"), Args: []string{"-data", data}, Env: headless(number, dir)})
	cmd.Stdout, cmd.Stderr = t.Out, t.Out
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait(); close(ended) }()
	err = t.waitForPaint(screen.File(dir), ended)
	closeWindow()
	for gone := range ended { // its files must be closed; how it ends when it is stopped says nothing, but that it broke
		if broke := (*exec.ExitError)(nil); errors.As(gone, &broke) && broke.ExitCode() == exitPanic {
			err = errors.Join(err, errors.New("the window broke when it was closed; its words stand above"))
		}
	}
	return err
}

// headless is the environment of a window on a display without a screen, with its
// settings in a folder of its own. It has no session bus: asked for the colours of the
// desktop, a bus would start the document portal of xdg-desktop-portal, which mounts a
// folder below HOME that nobody can remove before it is unmounted.
func headless(display, dir string) []string {
	return []string{
		"DISPLAY=:" + display, "LIBGL_ALWAYS_SOFTWARE=1", "HOME=" + dir, "XDG_CONFIG_HOME=" + dir, "XDG_CACHE_HOME=" + dir,
		"XDG_RUNTIME_DIR=" + dir, "DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(dir, "no-bus"),
	}
}

// waitForPaint looks at the screen until the window is on it, says when that was, and
// looks once more when the data has had time to appear.
func (t *tool) waitForPaint(dump string, ended <-chan error) error {
	began := time.Now()
	limit, look := time.After(paintTime), time.Tick(250*time.Millisecond)
	var settled <-chan time.Time
	for {
		select {
		case err := <-ended:
			return fmt.Errorf("the window closed by itself (%w)", cmp.Or(err, errors.New("exit code 0")))
		case <-limit:
			return fmt.Errorf("the window painted nothing within %s", paintTime)
		case <-settled:
			_, err := t.snap(dump)
			return err
		case <-look:
			there, err := t.snap(dump)
			if err != nil {
				return err
			}
			if there {
				t.Say("the window painted itself %.1f s after its start; picture: %s", time.Since(began).Seconds(), t.Path("out/window.png"))
				limit, look, settled = nil, nil, time.After(settleTime)
			}
		}
	}
}

// snap reads the screen and keeps it as a picture once it shows more than a frame.
func (t *tool) snap(dump string) (bool, error) {
	picture, err := screen.Read(dump)
	if err != nil || !screen.Painted(picture) {
		return false, err
	}
	if err := os.MkdirAll(t.Path("out"), 0o750); err != nil {
		return false, err
	}
	file, err := os.Create(t.Path("out/window.png"))
	if err != nil {
		return false, err
	}
	return true, errors.Join(png.Encode(file, picture), file.Close())
}
