package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

const (
	// paintTime is how long the window may take to its first picture; software drawing
	// on a busy machine is slow.
	paintTime = 60 * time.Second
	// settleTime is how long the window then stays open: it must not close by itself, and
	// the picture shows it with its data.
	settleTime = 3 * time.Second
	// enoughColours is more than an empty screen or a bare frame has.
	enoughColours = 24
)

// tryWindow checks and builds the window, starts it and waits until something is
// painted. The picture stays in out/window.png, to be looked at.
func (t *tool) tryWindow(ctx context.Context) error {
	flags := windowFlags(runtime.GOOS)
	cgo := []string{"CGO_ENABLED=1"}
	vet := append(append([]string{"vet"}, flags...), windowPackage)
	style := errors.Join(
		t.stream(ctx, command{name: "go", args: vet, env: cgo}),
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
	err = t.stream(ctx, command{name: t.binary("tdktctl"), args: []string{"-db", data, "demo"}})
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
	number, err := t.startXvfb(ctx, dir)
	if err != nil {
		return err
	}
	window, closeWindow := context.WithCancel(ctx) // closed before its display, or it complains
	defer closeWindow()
	cmd := t.prepare(window, command{name: t.binary("tdkt"), args: []string{"-data", data}, env: headless(number, dir)})
	cmd.Stdout, cmd.Stderr = t.out, t.out
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait(); close(ended) }()
	err = t.waitForPaint(filepath.Join(dir, "Xvfb_screen0"), ended)
	closeWindow()
	for range ended { // what it says when stopped is of no use, but its files must be closed
	}
	return err
}

// headless is the environment of a window on a display without a screen, with its
// settings in a folder of its own.
func headless(display, dir string) []string {
	return []string{"DISPLAY=:" + display, "LIBGL_ALWAYS_SOFTWARE=1", "HOME=" + dir, "XDG_CONFIG_HOME=" + dir, "XDG_CACHE_HOME=" + dir}
}

// startXvfb starts the display, its screen as a file in dir, and returns its number.
func (t *tool) startXvfb(ctx context.Context, dir string) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer func() { _ = read.Close() }()
	cmd := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-fbdir", dir, "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{write}
	if err := errors.Join(cmd.Start(), write.Close()); err != nil {
		return "", fmt.Errorf("start Xvfb: %w", err)
	}
	go func() { _ = cmd.Wait() }() // it is ended through ctx, and what it then says is of no use
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("xvfb did not start: %w", err)
	}
	return strings.TrimSpace(number), nil
}

// waitForPaint looks at the screen until the window is on it, says when that was, and
// looks once more when the data has had time to appear.
func (t *tool) waitForPaint(screen string, ended <-chan error) error {
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
			_, err := t.snap(screen)
			return err
		case <-look:
			there, err := t.snap(screen)
			if err != nil {
				return err
			}
			if there {
				t.say("the window painted itself %.1f s after its start; picture: %s", time.Since(began).Seconds(), t.path("out/window.png"))
				limit, look, settled = nil, nil, time.After(settleTime)
			}
		}
	}
}

// snap reads the screen and keeps it as a picture once it shows more than a frame.
func (t *tool) snap(screen string) (bool, error) {
	picture, err := readScreen(screen)
	if err != nil || !painted(picture) {
		return false, err
	}
	if err := os.MkdirAll(t.path("out"), 0o750); err != nil {
		return false, err
	}
	file, err := os.Create(t.path("out/window.png"))
	if err != nil {
		return false, err
	}
	return true, errors.Join(png.Encode(file, picture), file.Close())
}

// readScreen reads the file that Xvfb keeps its screen in.
func readScreen(path string) (*image.RGBA, error) {
	dump, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return decodeXWD(dump)
}

// painted says whether a screen shows a window with something in it.
func painted(screen *image.RGBA) bool { return colours(screen, enoughColours) >= enoughColours }
