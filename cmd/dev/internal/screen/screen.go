// Package screen is a display without a monitor and what can be seen on it.
package screen

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// enoughColours is more than an empty screen or a bare frame has.
const enoughColours = 24

// Start starts Xvfb, its screen as a file in dir, and returns its number. It ends
// with ctx.
func Start(ctx context.Context, dir string, extra ...string) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer func() { _ = read.Close() }()
	words := append([]string{"-displayfd", "3", "-screen", "0", "1280x800x24", "-fbdir", dir, "-nolisten", "tcp"}, extra...)
	cmd := exec.CommandContext(ctx, "Xvfb", words...)
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

// File is where Start keeps the screen.
func File(dir string) string { return filepath.Join(dir, "Xvfb_screen0") }

// Read reads the file that Xvfb keeps its screen in.
func Read(path string) (*image.RGBA, error) {
	dump, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return decodeXWD(dump)
}

// Painted says whether a screen shows a window with something in it.
func Painted(screen *image.RGBA) bool { return Colours(screen, enoughColours) >= enoughColours }
