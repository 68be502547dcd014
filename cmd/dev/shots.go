package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// takeShots has the window's own tests draw every screen, without a display, and lists
// the pictures.
func takeShots(ctx context.Context, t *tool, args []string) error {
	flags := flag.NewFlagSet("shots", flag.ContinueOnError)
	keep := flags.Bool("keep", false, "put the pictures of the help and of README into assets")
	if err := parse(flags, args); err != nil {
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
	if *keep {
		return keepShots(t, dir)
	}
	return nil
}

// keepShots puts the reduced pictures where they are read: those of the help into
// assets/help, those of README, which begin with "readme-", into assets/shots.
func keepShots(t *tool, dir string) error {
	small, err := filepath.Glob(filepath.Join(dir, "small", "*.png"))
	if err != nil {
		return err
	}
	for _, picture := range small {
		to := t.Path("assets/help/" + filepath.Base(picture))
		if name, ok := strings.CutPrefix(filepath.Base(picture), "readme-"); ok {
			to = t.Path("assets/shots/" + name)
		}
		content, err := os.ReadFile(picture)
		if err != nil {
			return fmt.Errorf("shots: read %s: %w", picture, err)
		}
		if err := os.WriteFile(to, content, 0o644); err != nil { //nolint:gosec // it goes into the repository
			return fmt.Errorf("shots: write %s: %w", to, err)
		}
		t.Say("%s", to)
	}
	return nil
}
