//go:build !windows

package native

import (
	"fmt"
	"os/exec"
	"runtime"
)

// Open shows a folder or file with the system's own program and does not wait for it.
func Open(path string) error {
	program := "xdg-open"
	if runtime.GOOS == "darwin" {
		program = "open"
	}
	cmd := exec.Command(program, path) //nolint:gosec // the path is one this program wrote
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("native: open %s: %w", path, err)
	}
	return cmd.Process.Release()
}
