package exchange

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// product is one thing that can be written for a year.
type product struct {
	name  string
	file  string // "" for a folder
	write func(ctx context.Context, a *app.App, year int, path string) error
}

// products lists what can be written, the whole set first.
func products() []product {
	form := func(name, file, form string) product {
		return product{name, file, func(ctx context.Context, a *app.App, year int, path string) error {
			return papers.ExportForm(ctx, a, year, form, path)
		}}
	}
	return []product{
		{wordWholeSet, "", func(ctx context.Context, a *app.App, year int, path string) error {
			_, err := papers.ExportSubmission(ctx, a, year, path, nil)
			return err
		}},
		form(wordPledges, "dang-ky-%d.xlsx", "pledges"),
		form(wordNominations, "danh-sach-de-nghi-%d.xlsx", "nominations"),
		form(wordResults, "ket-qua-%d.xlsx", "results"),
		form(wordTotals, "tong-hop-%d.xlsx", "summary"),
		{wordWhy, "giai-trinh-%d.pdf", func(ctx context.Context, a *app.App, year int, path string) error {
			_, err := papers.ExportWhyAll(ctx, a, year, path)
			return err
		}},
		{wordOverview, "tinh-hinh-%d.pdf", func(ctx context.Context, a *app.App, year int, path string) error {
			return papers.ExportOverview(ctx, a, year, "", idleYears, path)
		}},
		{wordStatistics, "thong-ke-%d.xlsx", func(ctx context.Context, a *app.App, year int, path string) error {
			return papers.ExportStatistics(ctx, a, year, path)
		}},
		{wordAllData, fileAllData, func(ctx context.Context, a *app.App, _ int, path string) error {
			return imports.ExportWorkbook(ctx, a, path)
		}},
	}
}

// idleYears is for how long a room must have got nothing to be named on the printed
// page.
const idleYears = 3

// ExportMany asks which files to write, and where, writes them one after the other and
// says where they are. What fails stops the rest; what was written stays.
func ExportMany(d *desk.Desk) {
	list := products()
	ticks := make([]*kit.Check, len(list))
	box := container.NewVBox(widget.NewLabel(fmt.Sprintf(textChoose, d.Year())))
	for i, p := range list {
		ticks[i] = kit.NewCheck(p.name, nil)
		box.Add(container.NewHBox(ticks[i]))
	}
	ticks[0].SetChecked(true)
	var dialog kit.Dialog
	dialog = d.UI.Dialog(kit.DialogSpec{
		Title: wordExportMany, Content: box, Yes: wordChooseFolder, Size: fyne.NewSize(480, 0),
		OnYes: func() bool {
			var chosen []product
			for i, t := range ticks {
				if t.Checked {
					chosen = append(chosen, list[i])
				}
			}
			if len(chosen) == 0 {
				d.UI.Notice(textChooseSome)
				return false
			}
			dialog.Close()
			d.UI.PickFolder(wordFolder, func(dir string) { writeMany(d, chosen, dir) })
			return true
		},
	})
}

func writeMany(d *desk.Desk, chosen []product, dir string) {
	year := d.Year()
	d.UI.Busy(wordWriting, func(ctx context.Context, progress *kit.Progress) error {
		for i, p := range chosen {
			progress.Set(float64(i)/float64(len(chosen)), p.name)
			if err := p.write(ctx, d.App, year, p.path(dir, year)); err != nil {
				return err
			}
		}
		return ctx.Err()
	}, func() { wrote(d, dir) })
}

// path is where the product goes below a folder.
func (p product) path(dir string, year int) string {
	switch p.file {
	case "":
		return dir
	case fileAllData:
		return filepath.Join(dir, fileAllData)
	}
	return filepath.Join(dir, fmt.Sprintf(p.file, year))
}
