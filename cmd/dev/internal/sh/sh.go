// Package sh calls other programs for the developers' tool, and gets from Debian what
// a job needs and the machine lacks.
package sh

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Shell is the top of the project and where to write.
type Shell struct {
	Root string
	Out  io.Writer
}

// Say prints one line.
func (s *Shell) Say(format string, args ...any) { fmt.Fprintf(s.Out, format+"\n", args...) }

// Command is one call of another program.
type Command struct {
	Name string
	Args []string
	Env  []string // added to our own
	Dir  string   // "" is the top of the project
}

// String is the call as an error names it, without the tail of a long list.
func (c Command) String() string {
	const enough = 5
	words := append([]string{filepath.Base(c.Name)}, c.Args...)
	if len(words) > enough {
		words = append(words[:enough:enough], "…")
	}
	return strings.Join(words, " ")
}

// NoCgo builds and tests what needs no C compiler.
func NoCgo() []string { return []string{"CGO_ENABLED=0"} }

// Prepare makes the call ready. A cancelled one gets time to end by itself, because
// the window saves its data when it is asked to close.
func (s *Shell) Prepare(ctx context.Context, c Command) *exec.Cmd {
	cmd := exec.CommandContext(ctx, c.Name, c.Args...)
	cmd.Dir = cmp.Or(c.Dir, s.Root)
	cmd.Env = append(os.Environ(), c.Env...)
	cmd.WaitDelay = 10 * time.Second
	if runtime.GOOS != "windows" {
		cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	}
	return cmd
}

// Stream runs a call and lets its output pass as it comes.
func (s *Shell) Stream(ctx context.Context, c Command) error {
	cmd := s.Prepare(ctx, c)
	cmd.Stdout, cmd.Stderr = s.Out, s.Out
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", c, err)
	}
	return nil
}

// Capture runs a call and returns what it wrote to its standard output.
func (s *Shell) Capture(ctx context.Context, c Command) (string, error) {
	cmd := s.Prepare(ctx, c)
	cmd.Stderr = s.Out
	text, err := cmd.Output()
	if err != nil {
		return string(text), fmt.Errorf("%s: %w", c, err)
	}
	return string(text), nil
}

// Path is a place in the project, given with slashes.
func (s *Shell) Path(slashed string) string {
	return filepath.Join(s.Root, filepath.FromSlash(slashed))
}
