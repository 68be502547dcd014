package desk

import (
	"context"
	"os"
	"path/filepath"

	"tdkt/internal/gui/kit"
)

// printFolder lies beside the data file: what is only to be printed goes there unasked.
const printFolder = "Bản in"

// PrintSpec is a paper that is written as PDF to be printed.
type PrintSpec struct {
	Title string // of the dialog, where it has to be asked after all
	Name  string // of the file
	Busy  string // while it is written
	Write func(ctx context.Context, path string) error
	Done  func(path string)
}

// Print writes a paper into the folder of what is printed, beside the data file; where
// nothing can be written there it asks where.
func Print(d *Desk, s PrintSpec) {
	write := func(path string, failed func()) {
		var err error
		d.UI.Busy(s.Busy, func(ctx context.Context, _ *kit.Progress) error {
			if err = s.Write(ctx, path); failed != nil {
				return nil
			}
			return err
		}, func() {
			if err != nil {
				failed()
				return
			}
			s.Done(path)
		})
	}
	ask := func() {
		d.UI.SaveFile(s.Title, s.Name, []kit.FileKind{{Name: "PDF", Patterns: []string{"*.pdf"}}}, func(path string) {
			if filepath.Ext(path) == "" {
				path += ".pdf"
			}
			write(path, nil)
		})
	}
	dir := filepath.Join(filepath.Dir(d.App.Store.Path()), printFolder)
	if err := os.MkdirAll(dir, 0o750); err != nil {
		ask()
		return
	}
	write(filepath.Join(dir, s.Name), ask)
}
