package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/letters/draft"
)

// writeTemplates makes the Word templates that the program carries from their descriptions.
func writeTemplates(_ context.Context, t *tool, args []string) error {
	if err := parse(flag.NewFlagSet("templates", flag.ContinueOnError), args); err != nil {
		return err
	}
	all, err := draft.All()
	if err != nil {
		return err
	}
	dir := t.Path("assets/templates")
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	for name, docx := range all {
		if err := os.WriteFile(filepath.Join(dir, name), docx, 0o600); err != nil {
			return fmt.Errorf("templates: %w", err)
		}
	}
	return nil
}
