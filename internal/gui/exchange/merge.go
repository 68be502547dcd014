package exchange

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/imports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// Merge asks for another PC's file, shows what it brings and where the two differ, and
// writes it in one step.
func Merge(d *desk.Desk) {
	kinds := []kit.FileKind{{Name: wordDataFile, Patterns: []string{"*.sotd", "*.sotd-khoa"}}}
	d.UI.OpenFile(wordMerge, kinds, func(path string) {
		if d.App.Locked != nil && d.App.Locked(path) {
			unlockMerge(d, path)
			return
		}
		mergeFrom(d, path)
	})
}

// unlockMerge asks for the passphrase of another PC's sealed file.
func unlockMerge(d *desk.Desk, path string) {
	pass := kit.NewSecretField(nil)
	d.UI.ShowForm(kit.FormSpec{
		Title: filepath.Base(path), Yes: wordUnlockMerge,
		Form: kit.NewForm(kit.FormItem{Label: wordMergePhrase, Field: pass, Must: true, Hint: textMergePhrase}),
		Save: func() func() error {
			text := pass.Text
			return func() error { return d.App.Unlock(path, text) }
		},
		Done: func() { mergeFrom(d, path) },
	})
}

func mergeFrom(d *desk.Desk, path string) {
	var plan *imports.MergePlan
	d.UI.Busy(fmt.Sprintf(textReading, filepath.Base(path)), func(ctx context.Context, _ *kit.Progress) (err error) {
		plan, err = imports.PreviewMerge(ctx, d.App, path)
		return err
	}, func() { showMerge(d, plan) })
}

// showMerge is the preview: conflicts first, each side's words beside the other's.
func showMerge(d *desk.Desk, plan *imports.MergePlan) {
	head := widget.NewLabel(mergeSummary(plan))
	head.Wrapping = fyne.TextWrapWord
	w := &wizard{desk: d, title: wordMerge}
	tabs := container.NewAppTabs()
	if len(plan.Refused) > 0 {
		tabs.Append(container.NewTabItem(fmt.Sprintf(tabRefused, len(plan.Refused)), w.problems(plan.Refused)))
	}
	tabs.Append(container.NewTabItem(fmt.Sprintf(tabChanges, len(plan.Lines)), mergeLines(d.UI, plan.Lines)))
	spec := kit.DialogSpec{
		Title: wordMerge + ": " + plan.File, Size: fyne.NewSize(1000, 560),
		Content: kit.Border(head, nil, nil, nil, tabs),
	}
	var open kit.Dialog
	if len(plan.Refused) == 0 && !plan.Nothing() {
		spec.Yes = wordWrite
		spec.OnYes = func() bool {
			d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error { return imports.Merge(ctx, d.App, plan) }, func() {
				open.Close()
				d.UI.Noticef(textMerged, plan.File)
			})
			return false
		}
	}
	open = d.UI.Dialog(spec)
}

// mergeSummary is what the file will do, in a few sentences.
func mergeSummary(p *imports.MergePlan) string {
	if p.Nothing() {
		return textNothing
	}
	words := []string{fmt.Sprintf(textMergeCounts,
		p.Count(imports.MergeNew)+p.Count(imports.MergeKept), p.Count(imports.MergeChanged), p.Count(imports.MergeRemoved))}
	if n := p.Count(imports.MergeConflict); n > 0 {
		words = append(words, fmt.Sprintf(textConflicts, n))
	}
	if p.Apart {
		words = append(words, textApart)
	}
	if n := len(p.Refused); n > 0 {
		words = append(words, fmt.Sprintf(textMergeRefused, n))
	}
	return strings.Join(words, " ")
}

type mergeRow = numbered[imports.MergeLine]

func mergeLines(ui *kit.UI, list []imports.MergeLine) fyne.CanvasObject {
	grid := kit.NewGrid(ui, mergeRow.key,
		kit.Column[mergeRow]{Title: wordFate, Width: 110, Text: func(r mergeRow) string { return mergeFate(r.row.Fate) }},
		kit.Column[mergeRow]{Title: wordSheet, Width: 130, Text: func(r mergeRow) string { return r.row.Kind }},
		kit.Column[mergeRow]{Title: wordContent, Width: 280, Text: func(r mergeRow) string { return r.row.What }},
		kit.Column[mergeRow]{Title: wordHere, Width: 200, Text: func(r mergeRow) string { return r.row.Ours }},
		kit.Column[mergeRow]{Title: wordThere, Width: 200, Text: func(r mergeRow) string { return r.row.Theirs }},
		kit.Column[mergeRow]{Title: wordTaken, Width: 90, Text: taken},
	)
	grid.Empty = textNothing
	grid.SetRows(number(list))
	return copyable(ui, grid)
}

func mergeFate(f imports.MergeFate) string {
	switch f {
	case imports.MergeConflict:
		return wordConflict
	case imports.MergeNew:
		return wordNew
	case imports.MergeRemoved:
		return wordRemoved
	case imports.MergeKept:
		return wordKept
	default:
		return wordChanged
	}
}

// taken says which side of a conflict is written.
func taken(r mergeRow) string {
	switch {
	case r.row.Fate != imports.MergeConflict:
		return ""
	case r.row.TheirsCounts:
		return wordThere
	default:
		return wordHere
	}
}
