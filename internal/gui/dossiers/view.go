// Package dossiers is the page Hồ sơ: the papers that each dossier of the year must hold,
// and the files kept for them.
package dossiers

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// Tab is the page: the cases at the left, the papers of the one at the cursor beside them.
type Tab struct {
	desk    *desk.Desk
	open    func(path string) // shows a file with the system's own program
	head    *kit.Head
	cases   *kit.Grid[caseRow]
	grid    *kit.Grid[row] // the papers of a case
	about   *kit.Note
	papers  *fyne.Container
	content fyne.CanvasObject
	year    int
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; open shows a file with the system's own program.
func New(d *desk.Desk, open func(path string)) *Tab {
	t := &Tab{desk: d, open: open, about: kit.NewNote()}
	t.cases = kit.NewGrid(d.UI, caseRow.key, caseColumns()...)
	t.cases.Style, t.cases.Totals = caseRow.style, caseTotals
	t.cases.OnCursor = t.showCase
	t.cases.OnOpen = func(caseRow) { t.grid.Focus() }
	t.grid = kit.NewGrid(d.UI, row.key, columns()...)
	t.grid.Style, t.grid.Totals, t.grid.Empty = row.style, totals, textNoCase
	t.grid.OnOpen = t.opened
	t.grid.OnCursor = t.chosen
	t.grid.Menu = func([]row) []*fyne.MenuItem { return t.paperDeeds() }
	t.cases.Menu = func([]caseRow) []*fyne.MenuItem { return t.reportDeeds() }
	t.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordTitled, Filter: t.cases.Filter(), Extra: kit.NewButton(wordFolder, t.takeFolder).Writes(), More: t.more,
		Main: kit.NewButton(wordAttach, t.attach).Writes().Primary(),
	})
	t.papers = kit.NewPage(t.about.Object(), t.grid)
	t.content = kit.NewPage(t.head.Object(), kit.Padded(kit.Columns(casesShare, t.cases, t.papers)))
	return t
}

// more is the menu of all that is not done every day.
func (t *Tab) more() []*fyne.MenuItem {
	list := append(t.paperDeeds(), fyne.NewMenuItemSeparator())
	return append(append(list, t.reportDeeds()...), fyne.NewMenuItem(wordRoomForms, t.roomForms), kit.NewDeed(wordTakeReports, t.takeReports))
}

// paperDeeds are what can be done with the papers selected.
func (t *Tab) paperDeeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.NewDeed(wordAttach, t.attach), fyne.NewMenuItem(wordView, t.view), kit.NewDeed(wordRemove, t.remove)}
}

// reportDeeds are what can be done with the report of the case at the cursor.
func (t *Tab) reportDeeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.NewDeed(wordWrite, t.write), fyne.NewMenuItem(wordExport, t.export)}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter and Ctrl+N to attaching a file.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.cases.FocusFilter, New: t.attach}
}

// Goto shows the papers of a subject.
func (t *Tab) Goto(p desk.Place) {
	t.desk.UI.Do(func() func() {
		return func() {
			for _, c := range t.cases.Rows() {
				if c.who().Subject != p.Subject || p.Title != "" && c.who().Title.Code != p.Title || p.Missing && c.whole() {
					continue
				}
				t.cases.GoCell(c.key(), 0)
				if at := c.missing(); p.Missing && at >= 0 {
					t.grid.GoCell(c.papers[at].key(), colFile)
				}
				return
			}
			t.cases.Focus()
		}
	})
}

// Refresh reads the papers of the year again, away from the screen.
func (t *Tab) Refresh() {
	year, unit := t.desk.Year(), t.desk.Unit()
	t.desk.UI.Do(func() func() {
		list, err := papers.Papers(t.desk.Ctx, t.desk.App, year)
		cases := casesOf(rowsOf(t.desk.View(), list, unit))
		return func() {
			t.year = year
			t.cases.Empty = fmt.Sprintf(textEmpty, year)
			if err != nil {
				t.cases.Empty = t.desk.UI.Sentence(err)
			}
			t.head.SetChips()
			if whole := wholeOnes(cases); len(cases) > 0 {
				tone := kit.WarnTone
				if whole == len(cases) {
					tone = kit.GoodTone
				}
				t.head.SetChips(kit.NewChip(fmt.Sprintf(textWhole, whole, len(cases)), tone, nil))
			}
			t.cases.SetRows(cases)
			if len(cases) == 0 {
				t.showCase(caseRow{}, false)
			}
		}
	})
}

// showCase lists the papers of a case.
func (t *Tab) showCase(c caseRow, ok bool) {
	if !ok {
		t.grid.SetRows(nil)
		t.chosen(row{}, false)
		return
	}
	t.grid.SetRows(c.papers)
}

// chosen tells the article behind the row, and what became of the file it came from.
func (t *Tab) chosen(r row, ok bool) {
	text := textIntro
	if ok {
		text = fmt.Sprintf(textAsked, r.Paper.Name, r.Paper.Cite, law.MarkName(r.Paper.Mark))
		if r.Report != nil && r.Report.Form != nil {
			text += "\n" + reportHead(r)
		}
		for _, f := range r.Files {
			if words := papers.OriginWords(f); words != "" {
				text += "\n" + words
			}
		}
	}
	t.about.Set(text, kit.Plain)
	t.papers.Refresh() // the lines may be more now
}

// opened shows the file of a row, or asks for it.
func (t *Tab) opened(r row) {
	if len(r.Files) > 0 {
		t.view()
		return
	}
	t.attach()
}

// attach asks for a file and keeps it for the rows selected.
func (t *Tab) attach() {
	r, ok := t.grid.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return
	}
	year := t.year
	t.desk.UI.OpenFile(fmt.Sprintf(textAttach, r.Paper.Name), paperFiles(), func(path string) {
		n := 0
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = papers.AttachTo(ctx, t.desk.App, year, r.PaperRow, path)
			return err
		}, func() { t.desk.UI.Noticef(textAttached, n) })
	})
}

// takeFolder recognises the files of a folder by their names, shows what it found and
// keeps it.
func (t *Tab) takeFolder() {
	year := t.year
	t.desk.UI.PickFolder(wordFolder, func(dir string) {
		var found *papers.FolderPapers
		t.desk.UI.Busy(wordReading, func(ctx context.Context, _ *kit.Progress) (err error) {
			found, err = papers.LookThrough(ctx, t.desk.App, year, dir)
			return err
		}, func() { t.confirmFolder(year, found) })
	})
}

func (t *Tab) confirmFolder(year int, found *papers.FolderPapers) {
	text := widget.NewLabel(folderText(found))
	text.Wrapping = fyne.TextWrapWord
	spec := kit.DialogSpec{Title: wordFolder, Content: container.NewVScroll(text), Size: fyne.NewSize(760, 420)}
	if len(found.Found) > 0 {
		spec.Yes = wordKeep
		spec.OnYes = func() bool {
			n := 0
			t.desk.Do(func(ctx context.Context) (err error) {
				n, err = papers.AttachFolder(ctx, t.desk.App, year, found)
				return err
			}, func() { t.desk.UI.Noticef(textAttached, n) })
			return true
		}
	}
	t.desk.UI.Dialog(spec)
}

// view opens a copy of the file of the row at the cursor.
func (t *Tab) view() {
	r, ok := t.grid.Current()
	if !ok || len(r.Files) == 0 {
		t.desk.UI.Notice(textNoFile)
		return
	}
	path := ""
	t.desk.Do(func(ctx context.Context) error {
		dir, err := scratch.Temp()
		if err != nil {
			return fmt.Errorf("dossiers: a place for the copy: %w", err)
		}
		path, err = papers.CopyPaper(ctx, t.desk.App, r.Files[len(r.Files)-1], dir)
		return err
	}, func() { t.open(path) })
}

// remove takes the files of the rows selected out, after a question.
func (t *Tab) remove() {
	var list []tdkt.Attachment
	seen := map[tdkt.ID]bool{}
	for _, r := range t.grid.Selected() {
		for _, f := range r.Files {
			if !seen[f.ID] {
				list = append(list, f)
			}
			seen[f.ID] = true
		}
	}
	if len(list) == 0 {
		t.desk.UI.Notice(textNoFile)
		return
	}
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemoveAsk, len(list)), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return papers.RemovePapers(ctx, t.desk.App, list) },
			func() { t.desk.UI.Noticef(textRemoved, len(list)) })
	})
}
