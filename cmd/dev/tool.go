package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// tool is what every verb works with: the top of the project and where to write.
type tool struct {
	root string
	out  io.Writer
}

// newTool finds the top of the project from wherever the command was called.
func newTool(ctx context.Context) (*tool, error) {
	mod, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return nil, fmt.Errorf("dev: find go.mod: %w", err)
	}
	root := filepath.Dir(strings.TrimSpace(string(mod)))
	if _, err := os.Stat(filepath.Join(root, "cmd", "dev")); err != nil {
		return nil, errors.New("dev: call it inside the project: go run ./cmd/dev")
	}
	return &tool{root: root, out: os.Stdout}, nil
}

// command is one call of another program, at the top of the project.
type command struct {
	name string
	args []string
	env  []string // added to our own
}

// String is the call as an error names it, without the tail of a long list.
func (c command) String() string {
	const enough = 5
	words := append([]string{filepath.Base(c.name)}, c.args...)
	if len(words) > enough {
		words = append(words[:enough:enough], "…")
	}
	return strings.Join(words, " ")
}

// noCgo builds and tests what needs no C compiler.
func noCgo() []string { return []string{"CGO_ENABLED=0"} }

// prepare makes the call ready. A cancelled one gets time to end by itself, because
// the window saves its data when it is asked to close.
func (t *tool) prepare(ctx context.Context, c command) *exec.Cmd {
	cmd := exec.CommandContext(ctx, c.name, c.args...)
	cmd.Dir = t.root
	cmd.Env = append(os.Environ(), c.env...)
	cmd.WaitDelay = 10 * time.Second
	if runtime.GOOS != "windows" {
		cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	}
	return cmd
}

// stream runs a call and lets its output pass as it comes.
func (t *tool) stream(ctx context.Context, c command) error {
	cmd := t.prepare(ctx, c)
	cmd.Stdout, cmd.Stderr = t.out, t.out
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", c, err)
	}
	return nil
}

// capture runs a call and returns what it wrote to its standard output.
func (t *tool) capture(ctx context.Context, c command) (string, error) {
	cmd := t.prepare(ctx, c)
	cmd.Stderr = t.out
	text, err := cmd.Output()
	if err != nil {
		return string(text), fmt.Errorf("%s: %w", c, err)
	}
	return string(text), nil
}

// path is a place in the project, given with slashes.
func (t *tool) path(slashed string) string {
	return filepath.Join(t.root, filepath.FromSlash(slashed))
}

// binary is where a program of ours is built.
func (t *tool) binary(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return t.path(".cache/bin/" + name)
}

// buildCtl builds the program without a window, which needs no C compiler.
func (t *tool) buildCtl(ctx context.Context) error {
	return t.stream(ctx, command{
		name: "go", args: []string{"build", "-buildvcs=false", "-o", t.binary("tdktctl"), "./cmd/tdktctl"}, env: noCgo(),
	})
}

// buildWindow builds the program with its window.
func (t *tool) buildWindow(ctx context.Context) error {
	return t.stream(ctx, command{
		name: "go",
		args: append(append([]string{"build", "-buildvcs=false", "-o", t.binary("tdkt")}, windowFlags(runtime.GOOS)...), "./cmd/tdkt"),
		env:  []string{"CGO_ENABLED=1"},
	})
}

// windowFlags are the build flags of the window. x11 leaves out Wayland, whose headers
// few machines have; migrated_fynedo drops thread checks that cost speed; animations
// keep a core busy while a field has the focus, and emoji weigh 4 MB.
func windowFlags(goos string) []string {
	tags := "migrated_fynedo,no_animations,no_emoji"
	if goos == "linux" {
		return []string{"-tags", "x11," + tags}
	}
	flags := []string{"-tags", tags}
	if goos == "windows" {
		flags = append(flags, "-ldflags", "-H=windowsgui")
	}
	return flags
}
