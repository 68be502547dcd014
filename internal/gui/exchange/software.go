package exchange

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// ExportSoftware writes the lists of the round as files for other software into a folder, and
// tells what has no code yet.
func ExportSoftware(d *desk.Desk) {
	round := d.Round()
	d.UI.PickFolder(wordSoftware, func(dir string) {
		var files *papers.SoftwareFiles
		d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) (err error) {
			files, err = papers.ExportSoftware(ctx, d.App, round, dir)
			return err
		}, func() {
			text := fmt.Sprintf(textSoftware, len(files.Paths), dir, strings.Join(files.Notes, "\n"))
			told := widget.NewLabel(text)
			told.Wrapping = fyne.TextWrapWord
			d.UI.Dialog(kit.DialogSpec{
				Title: wordSoftware, Size: fyne.NewSize(760, 420),
				Content: container.NewVScroll(told),
			})
		})
	})
}
