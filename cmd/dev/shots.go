package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/cmd/dev/internal/sh"
)

// takeShots has the window's own tests draw every screen, without a display, and lists
// the pictures.
func takeShots(ctx context.Context, t *tool, args []string) error {
	if err := parse(flag.NewFlagSet("shots", flag.ContinueOnError), args); err != nil {
		return err
	}
	dir := t.Path("out/shots")
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("shots: clear %s: %w", dir, err)
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("shots: make %s: %w", dir, err)
	}
	err := t.Stream(ctx, sh.Command{
		Name: "go",
		Args: []string{"test", "./internal/gui", "-run", "^TestShots$", "-count=1", "-v"},
		Env:  append(sh.NoCgo(), "TDKT_SHOTS="+dir),
	})
	if err != nil {
		return err
	}
	pictures, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		return err
	}
	if len(pictures) == 0 {
		return errors.New("shots: TestShots of internal/gui wrote no picture")
	}
	for _, picture := range pictures {
		t.Say("%s", picture)
	}
	return nil
}
