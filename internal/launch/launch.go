// Package launch starts the command line that lies within the program of the window. What is
// handed to users of Windows holds all code once: tdktctl.exe there is this package alone, two
// megabytes beside sixty-six.
package launch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
)

// Word is the first argument that makes the program of the window the command line. It cannot
// be a file's name on Windows.
const Word = "tdktctl:"

// Streams are what the command line reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Run starts the program, hands it arguments and streams, and returns its exit code. All goes
// through pipes: a program with a window has no console of its own. When ctx ends the program
// is stopped, as closing a console would stop it.
func Run(ctx context.Context, program string, args []string, s Streams) (int, error) {
	cmd := exec.CommandContext(ctx, program, append([]string{Word}, args...)...) //nolint:gosec // the program beside this one
	cmd.Stdout, cmd.Stderr = piped{s.Out}, piped{s.Err}
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, fmt.Errorf("launch: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return 0, fmt.Errorf("launch: %w", err)
	}
	go func() { // not waited for: the program may end without reading what a person would type
		_, _ = io.Copy(in, s.In)
		_ = in.Close()
	}()
	err = cmd.Wait()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 0, fmt.Errorf("launch: %w", err)
	}
	return 0, nil
}

// piped keeps a file from being handed over as it is.
type piped struct{ io.Writer }
