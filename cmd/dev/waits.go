package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/screen"
	"tdkt/cmd/dev/internal/sh"
)

// idleTime is how long the idle window is watched, after it has settled.
const idleTime = 10 * time.Second

// idleMost is the most of one processor that it may use then, in per cent.
const idleMost = 1

// printIdle starts the window on the sample, leaves it alone and prints how much of a
// processor it uses.
func (t *tool) printIdle(ctx context.Context) error {
	m := look(ctx)
	if m.goos != "linux" || !m.headers || !m.xvfb {
		t.Say("SKIPPED: the idle window needs a C compiler, the headers of GL and X, and Xvfb")
		return nil
	}
	if err := errors.Join(t.buildCtl(ctx), t.buildWindow(ctx)); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "tdkt-idle-")
	if err != nil {
		return err
	}
	share, err := t.idle(ctx, dir)
	if err == nil {
		t.Say("idle window: %.1f %% of one processor, over %s %s", 100*share, idleTime, asked(idleMost, 100*share, " %"))
	}
	return errors.Join(err, os.RemoveAll(dir))
}

// idle is the share of one processor that the window left alone uses.
func (t *tool) idle(ctx context.Context, dir string) (float64, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	data := filepath.Join(dir, "mau.sotd")
	if err := t.Stream(ctx, sh.Command{Name: t.binary("tdktctl"), Args: []string{"-db", data, "demo"}}); err != nil {
		return 0, err
	}
	number, err := screen.Start(ctx, dir)
	if err != nil {
		return 0, err
	}
	window, closeWindow := context.WithCancel(ctx)
	defer closeWindow()
	cmd := t.Prepare(window, sh.Command{Name: t.binary("tdkt"), Args: []string{"-data", data}, Env: headless(number, dir)})
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	err = until(ctx, screen.File(dir), true)
	time.Sleep(settleTime)
	before, errBefore := cpuTime(cmd.Process.Pid)
	time.Sleep(idleTime)
	after, errAfter := cpuTime(cmd.Process.Pid)
	closeWindow()
	_ = cmd.Wait() // it was told to stop
	return (after - before).Seconds() / idleTime.Seconds(), errors.Join(err, errBefore, errAfter)
}

// cpuTime is the processor time a process has used so far, as Linux tells it.
func cpuTime(pid int) (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("bench: %w", err)
	}
	return readCPUTime(string(stat))
}

// readCPUTime reads user and system time, in hundredths of a second, from a line of
// /proc/PID/stat. The name of the program, in brackets, may hold spaces.
func readCPUTime(stat string) (time.Duration, error) {
	const user, system = 12, 13 // counted from the bracket
	at := strings.LastIndex(stat, ")")
	fields := strings.Fields(stat[max(at, 0):])
	if at < 0 || len(fields) <= system {
		return 0, fmt.Errorf("bench: cannot read %q", stat)
	}
	var ticks int64
	for _, at := range []int{user, system} {
		n, err := strconv.ParseInt(fields[at], 10, 64)
		if err != nil {
			return 0, fmt.Errorf("bench: cannot read %q: %w", stat, err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}
