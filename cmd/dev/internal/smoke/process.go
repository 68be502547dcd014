package smoke

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/dist"
)

// processes are the programs of the tried Windows with this name; others on this machine
// may try theirs.
func (t *try) processes(exe string) []int {
	var found []int
	list, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		return nil
	}
	for _, path := range list {
		root, errRoot := os.Readlink(filepath.Join(filepath.Dir(path), "root"))
		text, err := os.ReadFile(path)
		if err != nil || errRoot != nil || !t.wine.Holds(root) { // or it has ended meanwhile
			continue
		}
		first, _, _ := strings.Cut(string(text), "\x00")
		if !strings.HasSuffix(first, `\`+exe) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil {
			found = append(found, pid)
		}
	}
	return found
}

// rest lets the window rest and prints what that costs.
func (t *try) rest(ctx context.Context) error {
	list := t.processes(dist.WindowExe)
	if len(list) != 1 {
		return fmt.Errorf("%d programs run, want 1", len(list))
	}
	before, err := usage(list[0])
	if err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(t.opts.Idle):
	}
	after, err := usage(list[0])
	if err != nil {
		return err
	}
	share := 100 * (after.busy - before.busy).Seconds() / t.opts.Idle.Seconds()
	t.Say("after %s at rest: %d MB, %.1f %% of one core", t.opts.Idle, after.memory/1e6, share)
	return nil
}

// used is what a process has taken.
type used struct {
	busy   time.Duration
	memory int
}

// usage reads what a process of this machine has taken.
func usage(pid int) (used, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return used{}, err
	}
	return parseUsage(string(text))
}

// parseUsage reads a line of /proc/PID/stat. The name in it may hold spaces.
func parseUsage(stat string) (used, error) {
	words := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	const user, system, pages = 11, 12, 21
	if len(words) <= pages {
		return used{}, errors.New("a process without numbers")
	}
	u, errU := strconv.Atoi(words[user])
	s, errS := strconv.Atoi(words[system])
	p, errP := strconv.Atoi(words[pages])
	const tick = 10 * time.Millisecond // Linux tells them in hundredths of a second
	return used{time.Duration(u+s) * tick, p * os.Getpagesize()}, errors.Join(errU, errS, errP)
}
