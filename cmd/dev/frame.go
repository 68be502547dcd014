package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"tdkt/cmd/dev/internal/screen"
	"tdkt/cmd/dev/internal/sh"
)

// frameRounds is how often the window is started each way; the middle one is reported.
const frameRounds = 3

// benchStart measures from the start of the program to its first picture: with the sample
// department open, beside the empty window. It needs Linux, Xvfb and what building the
// window needs; without them it says so and measures nothing.
func (t *tool) benchStart(ctx context.Context) (pair, error) {
	if m := look(ctx); m.goos != "linux" || !m.headers || !m.xvfb {
		return pair{}, skip{
			"start to first frame needs a C compiler, the headers of GL and X, and Xvfb",
			m.ByHand(append(windowPackages(), displayPackages()...)),
		}
	}
	if err := errors.Join(t.buildCtl(ctx), t.buildWindow(ctx)); err != nil {
		return pair{}, err
	}
	dir, err := os.MkdirTemp("", "tdkt-start-")
	if err != nil {
		return pair{}, err
	}
	p, err := t.timeStarts(ctx, dir)
	return p, errors.Join(err, os.RemoveAll(dir))
}

// timeStarts starts the window both ways in turn, so that a busy moment hits both.
func (t *tool) timeStarts(ctx context.Context, dir string) (pair, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	data := filepath.Join(dir, "mau.sotd")
	if err := t.Stream(ctx, sh.Command{Name: t.binary("tdktctl"), Args: []string{"-db", data, "demo"}}); err != nil {
		return pair{}, err
	}
	number, err := screen.Start(ctx, dir)
	if err != nil {
		return pair{}, err
	}
	dump := screen.File(dir)
	var ours, bare []measure
	for range frameRounds {
		with, err := t.timeStart(ctx, dump, sh.Command{Name: t.binary("tdkt"), Args: []string{"-data", data}, Env: headless(number, dir)})
		if err != nil {
			return pair{}, err
		}
		without, err := t.timeStart(ctx, dump, sh.Command{Name: t.binary("tdkt"), Env: headless(number, dir)})
		if err != nil {
			return pair{}, err
		}
		ours, bare = append(ours, with), append(bare, without)
	}
	return pair{middle(ours), middle(bare)}, nil
}

// timeStart starts the window once, waits for its first picture and closes it again.
func (t *tool) timeStart(ctx context.Context, dump string, c sh.Command) (measure, error) {
	window, closeWindow := context.WithCancel(ctx)
	defer closeWindow()
	cmd := t.Prepare(window, c)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	err := until(ctx, dump, true)
	took := time.Since(began)
	closeWindow()
	ended := cmd.Wait() // an error, because it was told to stop
	if err != nil {
		return nil, errors.Join(err, ended)
	}
	m := measure{"ns/op": float64(took.Nanoseconds())}
	if peak := maxRSS(cmd.ProcessState); peak > 0 {
		m["rss-MB"] = peak
	}
	return m, until(ctx, dump, false)
}

// until waits until the screen shows a window, or none.
func until(ctx context.Context, dump string, shown bool) error {
	ctx, stop := context.WithTimeout(ctx, paintTime)
	defer stop()
	for {
		picture, err := screen.Read(dump)
		if err != nil {
			return err
		}
		if screen.Painted(picture) == shown {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("bench: waited in vain for the screen: %w", ctx.Err())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// middle is the measure whose time is the median.
func middle(list []measure) measure {
	slices.SortFunc(list, func(a, b measure) int { return int(a["ns/op"] - b["ns/op"]) })
	return list[len(list)/2]
}
