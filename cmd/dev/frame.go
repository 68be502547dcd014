package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
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
			byHand(m, append(windowPackages(), displayPackages()...)),
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
	if err := t.stream(ctx, command{name: t.binary("tdktctl"), args: []string{"-db", data, "demo"}}); err != nil {
		return pair{}, err
	}
	number, err := t.startXvfb(ctx, dir)
	if err != nil {
		return pair{}, err
	}
	env := headless(number, dir)
	var ours, bare []measure
	for range frameRounds {
		with, err := t.timeStart(ctx, command{t.binary("tdkt"), []string{"-first-frame", "-data", data}, env})
		if err != nil {
			return pair{}, err
		}
		without, err := t.timeStart(ctx, command{t.binary("tdkt"), []string{"-first-frame"}, env})
		if err != nil {
			return pair{}, err
		}
		ours, bare = append(ours, with), append(bare, without)
	}
	return pair{middle(ours), middle(bare)}, nil
}

// timeStart starts the window once; it prints its time and closes by itself.
func (t *tool) timeStart(ctx context.Context, c command) (measure, error) {
	cmd := t.prepare(ctx, c)
	cmd.Stderr = t.out
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c, err)
	}
	ms, err := readFrame(string(text))
	if err != nil {
		return nil, err
	}
	m := measure{"ns/op": ms * 1e6}
	if peak := maxRSS(cmd.ProcessState); peak > 0 {
		m["rss-MB"] = peak
	}
	return m, nil
}

// readFrame finds the line "first-frame-ms 480".
func readFrame(text string) (float64, error) {
	for line := range strings.Lines(text) {
		if number, found := strings.CutPrefix(strings.TrimSpace(line), "first-frame-ms "); found {
			return strconv.ParseFloat(number, 64)
		}
	}
	return 0, fmt.Errorf("bench: the window printed no first-frame-ms, but %q", text)
}

// middle is the measure whose time is the median.
func middle(list []measure) measure {
	slices.SortFunc(list, func(a, b measure) int { return int(a["ns/op"] - b["ns/op"]) })
	return list[len(list)/2]
}
