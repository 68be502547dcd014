package awards

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
)

// printReasons writes the reasons of the row at the cursor as PDF where the user
// says and opens it, to be read or printed from there.
func (t *Tab) printReasons() {
	if !t.has {
		t.desk.UI.Notice(textNoRow)
		return
	}
	res := t.current.res
	q := law.Question{Year: res.Year, Subject: res.Subject, Title: res.Title}
	t.print(fmt.Sprintf(filePrint, res.Code, res.Title, res.Year), func(ctx context.Context, path string) error {
		return papers.ExportWhy(ctx, t.desk.App, q, path)
	})
}

// printAll writes the reasons of every nominee of the year.
func (t *Tab) printAll() {
	year := t.page.year
	t.print(fmt.Sprintf(filePrintAll, year), func(ctx context.Context, path string) error {
		_, err := papers.ExportWhyAll(ctx, t.desk.App, year, path)
		return err
	})
}

func (t *Tab) print(name string, write func(ctx context.Context, path string) error) {
	t.desk.UI.SaveFile(wordPrint, name, []kit.FileKind{{Name: "PDF", Patterns: []string{"*.pdf"}}}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".pdf"
		}
		t.desk.UI.Busy(textPrinting, func(ctx context.Context, _ *kit.Progress) error {
			return write(ctx, path)
		}, func() {
			t.desk.UI.Noticef(textPrinted, path)
			t.opened(path)
		})
	})
}

// since is what changed since the row at the cursor was nominated; nothing when it
// was not, or when all stands as it stood.
func (t *Tab) since() []string {
	r := t.current
	if !r.named {
		return nil
	}
	list, err := t.page.view.Since(r.nomination)
	if err != nil {
		return []string{textSinceLost}
	}
	return list
}

// sinceText is the changes as text for the clipboard, before the reasons.
func sinceText(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return textSince + "\n   " + strings.Join(list, "\n   ")
}

// sinceSegments is the changes as the screen shows them.
func sinceSegments(list []string) []widget.RichTextSegment {
	if len(list) == 0 {
		return nil
	}
	out := []widget.RichTextSegment{&widget.TextSegment{Text: textSince, Style: widget.RichTextStyle{
		ColorName: theme.ColorNameWarning, TextStyle: fyne.TextStyle{Bold: true},
	}}}
	for _, text := range list {
		out = append(out, &widget.TextSegment{Text: text, Style: widget.RichTextStyleParagraph})
	}
	return out
}
