package blocs

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// members are those selected where there are several, else all.
func (t *Tab) members() []tdkt.BlocMember {
	rows := t.list.Selected()
	if len(rows) < 2 {
		return t.desk.View().BlocMembersOf(t.bloc)
	}
	var out []tdkt.BlocMember
	for _, r := range rows {
		out = append(out, r.result.Member)
	}
	return out
}

// sheetsOut asks which score sheets are wanted and writes them.
func (t *Tab) sheetsOut() {
	b, members := t.bloc, t.members()
	t.desk.UI.Choice(wordOut, textOut, []string{wordFilled, wordBlank, wordWhole}, func(i int) {
		const whole = 2
		if i == whole {
			t.save(fmt.Sprintf(fileWhole, b.Year), wordExcel, ".xlsx", func(ctx context.Context, path string) error {
				return imports.WriteBlocBook(ctx, t.desk.App, b, members, true, path)
			})
			return
		}
		t.desk.UI.PickFolder(wordOut, func(dir string) {
			n := 0
			t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
				paths, err := imports.WriteBlocSheets(ctx, t.desk.App, b, members, i == 0, dir)
				n = len(paths)
				return err
			}, func() {
				t.desk.UI.Noticef(textSheets, n, dir)
				t.open(dir)
			})
		})
	})
}

// save asks where a file goes, writes it and opens it.
func (t *Tab) save(name, kind, end string, write func(ctx context.Context, path string) error) {
	t.desk.UI.SaveFile(name, name, []kit.FileKind{{Name: kind, Patterns: []string{"*" + end}}}, func(path string) {
		if filepath.Ext(path) == "" {
			path += end
		}
		t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error { return write(ctx, path) }, func() {
			t.desk.UI.Noticef(textWritten, path)
			t.open(path)
		})
	})
}

func (t *Tab) rankingOut() {
	b := t.bloc
	t.save(fmt.Sprintf(fileRanking, b.Year), wordExcel, ".xlsx", func(ctx context.Context, path string) error {
		return imports.ExportBlocRanking(ctx, t.desk.App, b, path)
	})
}

// papers asks which paper of the khối is wanted and writes it.
func (t *Tab) papers() {
	b := t.bloc
	list := papers.BlocPapers(t.desk.View(), b)
	var words []string
	for _, d := range list {
		words = append(words, d.Name)
	}
	t.desk.UI.Choice(wordPapers, textPapers, words, func(i int) {
		t.save(list[i].FileName(b.Year), wordWord, ".docx", func(ctx context.Context, path string) error {
			return papers.ExportBlocPaper(ctx, t.desk.App, b, list[i].Kind, path)
		})
	})
}

// sheetsIn asks for the folder with the sheets that came back and shows what they would do.
func (t *Tab) sheetsIn() {
	t.desk.UI.PickFolder(wordIn, func(dir string) {
		paths, err := workbooks(dir)
		if err != nil {
			t.desk.UI.ShowError(err)
			return
		}
		own, _ := t.desk.View().FindBlocMember(t.bloc, "")
		t.preview(paths, own.Role != tdkt.BlocHead)
	})
}

// workbooks are the Excel files of a folder, by name; those Excel keeps while one is open are
// left out.
func workbooks(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(textNoFolder, dir)}
	}
	var out []string
	for _, e := range entries {
		if strings.EqualFold(filepath.Ext(e.Name()), ".xlsx") && !strings.HasPrefix(e.Name(), "~$") {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	if len(out) == 0 {
		return nil, tdkt.Errorf(tdkt.NotFound, textNoFile, dir)
	}
	return out, nil
}

// came is one line of what sheets that came back would do.
type came struct {
	at                              int
	sheet, what, who, before, after string
}

func (c came) key() string { return strconv.Itoa(c.at) }

func (c came) style() kit.RowStyle {
	switch c.what {
	case wordRefused, wordUnread:
		return kit.Bad
	case wordSame:
		return kit.Muted
	}
	return kit.Normal
}

// preview shows what sheets would do, with the khối's marks or without.
func (t *Tab) preview(paths []string, checked bool) {
	b := t.bloc
	grid := kit.NewGrid(t.desk.UI, came.key,
		kit.Column[came]{Title: wordSheet, Width: 170, Text: func(c came) string { return c.sheet }},
		kit.Column[came]{Title: wordWhat, Width: 90, Text: func(c came) string { return c.what }},
		kit.Column[came]{Title: wordWhere, Width: 220, Text: func(c came) string { return c.who }},
		kit.Column[came]{Title: wordBefore, Width: 150, Text: func(c came) string { return c.before }},
		kit.Column[came]{Title: wordAfter, Width: 320, Grow: true, Text: func(c came) string { return c.after }})
	grid.Style = came.style
	head := widget.NewLabel("")
	head.Wrapping = fyne.TextWrapWord
	var list []*imports.BlocReturn
	read := func() {
		t.desk.UI.Busy(wordIn, func(ctx context.Context, _ *kit.Progress) error {
			list = imports.PreviewBlocSheets(ctx, t.desk.App, b, checked, paths)
			return ctx.Err()
		}, func() {
			rows, words := cameRows(list, t.desk.UI.Sentence)
			head.SetText(words)
			grid.SetRows(rows)
		})
	}
	with := kit.NewCheck(wordWithCheck, func(on bool) {
		if checked != on {
			checked = on
			read()
		}
	})
	with.SetChecked(checked)
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordTakeTitle, Yes: wordTakeYes, Size: fyne.NewSize(1000, 520), Extra: []fyne.CanvasObject{with},
		Content: kit.Border(head, nil, nil, nil, grid),
		OnYes: func() bool {
			n := 0
			t.desk.Do(func(ctx context.Context) (err error) {
				n, err = imports.TakeBlocSheets(ctx, t.desk.App, b, list)
				return err
			}, func() { t.desk.UI.Noticef(textTaken, n) })
			return true
		},
	})
	read()
	grid.Focus()
}

// cameRows lists what wants a look first: sheets that cannot be read, cells to put right, then
// what changes; and the counts.
func cameRows(list []*imports.BlocReturn, sentence func(error) string) ([]came, string) {
	var out []came
	changed, same, refused, unread := 0, 0, 0, 0
	add := func(c came) {
		c.at = len(out)
		out = append(out, c)
	}
	for _, r := range list {
		if r.Problem != nil {
			unread++
			add(came{sheet: filepath.Base(r.Path), what: wordUnread, after: sentence(r.Problem)})
		}
	}
	for _, r := range list {
		refused += len(r.Refused)
		for _, p := range r.Refused {
			add(came{sheet: r.Name, what: wordRefused, who: p.Sheet + ", " + p.Cell, after: p.Text})
		}
	}
	for _, r := range list {
		changed += len(r.Changed)
		for _, c := range r.Changed {
			add(came{sheet: r.Name, what: wordChanged, who: c.Name, before: c.Before, after: c.After})
		}
	}
	for _, r := range list {
		if r.Same > 0 {
			same += r.Same
			add(came{sheet: r.Name, what: wordSame, who: fmt.Sprintf(textSameMany, r.Same)})
		}
	}
	return out, fmt.Sprintf(textCount, len(list), changed, same, refused, unread)
}
