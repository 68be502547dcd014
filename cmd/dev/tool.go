package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// tool is what every verb works with.
type tool struct{ *sh.Shell }

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
	return &tool{&sh.Shell{Root: root, Out: os.Stdout}}, nil
}

// binary is where a program of ours is built.
func (t *tool) binary(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return t.Path(".cache/bin/" + name)
}

// buildCtl builds the program without a window, which needs no C compiler.
func (t *tool) buildCtl(ctx context.Context) error {
	return t.Stream(ctx, sh.Command{
		Name: "go", Args: []string{"build", "-buildvcs=false", "-o", t.binary("tdktctl"), "./cmd/tdktctl"}, Env: sh.NoCgo(),
	})
}

// buildWindow builds the program with its window.
func (t *tool) buildWindow(ctx context.Context) error {
	return t.Stream(ctx, sh.Command{
		Name: "go",
		Args: append(append([]string{"build", "-buildvcs=false", "-o", t.binary("tdkt")}, windowFlags(runtime.GOOS)...), "./cmd/tdkt"),
		Env:  []string{"CGO_ENABLED=1"},
	})
}

// windowFlags are the build flags of the window on this computer.
func windowFlags(goos string) []string {
	flags := windowTags(goos)
	if goos == "windows" {
		flags = append(flags, "-ldflags", "-H=windowsgui")
	}
	return flags
}

// windowTags leave parts out of Fyne. x11 leaves out Wayland, whose headers few machines
// have; migrated_fynedo drops thread checks that cost speed; animations keep a core busy
// while a field has the focus, and emoji weigh 4 MB.
func windowTags(goos string) []string {
	tags := "migrated_fynedo,no_animations,no_emoji"
	if goos == "linux" {
		tags = "x11," + tags
	}
	return []string{"-tags", tags}
}
