package exchange

import (
	"context"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/dossier"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/native"
	"tdkt/internal/tdkt"
)

// ExportSubmission checks the year's papers, shows what the check found, asks for a
// folder and writes them.
func ExportSubmission(d *desk.Desk) {
	round := d.Round()
	var s *dossier.Submission
	d.UI.Busy(wordChecking, func(ctx context.Context, _ *kit.Progress) (err error) {
		s, err = papers.SubmissionOf(ctx, d.App, round)
		return err
	}, func() { showChecks(d, s, func(o papers.Outgoing) { writeSubmission(d, o) }) })
}

// showChecks shows the self-check; next goes on to write: the papers themselves, or a draft
// while anything must be put right.
func showChecks(d *desk.Desk, s *dossier.Submission, next func(papers.Outgoing)) {
	grid := kit.NewGrid(d.UI, checkRow.key,
		kit.Column[checkRow]{Title: wordSeverity, Width: 100, Text: func(r checkRow) string { return r.row.Severity.String() }},
		kit.Column[checkRow]{Title: wordAbout, Width: 240, Text: func(r checkRow) string { return r.row.About }},
		kit.Column[checkRow]{Title: wordReason, Width: 580, Text: func(r checkRow) string { return r.row.Text }},
	)
	grid.Style = checkStyle
	var box kit.Dialog
	grid.OnOpen = func(r checkRow) {
		if place, ok := placeOf(r.row.Spot); ok {
			box.Close()
			d.Open(place)
		}
	}
	grid.Empty = textAllWell
	grid.SetRows(number(s.Checks))
	head := widget.NewLabel(checkSummary(s))
	head.Wrapping = fyne.TextWrapWord
	o := papers.Outgoing{Round: s.Round, Draft: len(s.Blocked()) > 0}
	yes, no := wordExportAnyway, wordLookAgain
	switch {
	case nobodyListed(s):
		yes, no = "", "" // there is nothing to write
	case o.Draft:
		yes = wordExportDraft
	}
	day := kit.NewDateField(0)
	pdf := kit.NewCheck(wordAlsoPDF, nil)
	dated := kit.Border(nil, nil, widget.NewLabel(wordPaperDay), pdf, day)
	box = d.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textSubmission, s.Year), Size: fyne.NewSize(1000, 480), Yes: yes, No: no,
		Content: kit.Border(container.NewVBox(head, dated), nil, nil, nil, copyable(d.UI, grid)),
		OnYes: func() bool {
			if err := day.Problem(); err != nil {
				d.UI.WarnError(err)
				return false
			}
			o.Date, o.PDF = day.Day(), pdf.Checked
			box.Close()
			next(o)
			return true
		},
	})
}

// placeOf is where in the window a finding can be put right.
func placeOf(s dossier.Spot) (desk.Place, bool) {
	p := desk.Place{Subject: s.Subject, Title: s.Title}
	switch s.Page {
	case dossier.AtPlans:
		p.Tab = placePlans
	case dossier.AtStaff:
		p.Tab = placeStaff
	case dossier.AtPledges:
		p.Tab = placePledges
	case dossier.AtEvaluations:
		p.Tab = placeEvaluations
	case dossier.AtAwards:
		p.Tab = placeAwards
	case dossier.AtQuotas:
		p.Tab, p.Page = placeAwards, placeQuotas
	case dossier.AtPapers:
		p.Tab, p.Page = placeAwards, placePapers
	case dossier.AtLocals:
		p.Tab, p.Page = placePlans, placeLocals
	case dossier.AtNone, dossier.AtOrg:
		return p, false
	}
	return p, true
}

func checkStyle(r checkRow) kit.RowStyle {
	switch r.row.Severity {
	case dossier.MustFix:
		return kit.Bad
	case dossier.LookAt:
		return kit.Warning
	case dossier.ForInfo:
	}
	return kit.Normal
}

// checkSummary counts what the check found and who is on the lists.
func checkSummary(s *dossier.Submission) string {
	fix, look := s.Findings()
	text := fmt.Sprintf(textChecked, len(s.Nominees), fix, look)
	switch {
	case nobodyListed(s):
		text += " " + textNobodyListed
	case fix > 0:
		text += " " + textDraftOnly
	}
	if s.Expected {
		text += " " + textExpected
	}
	return text
}

// nobodyListed says whether no case goes to the office or the province.
func nobodyListed(s *dossier.Submission) bool {
	return !s.Written(dossier.OwnPart) && !s.Written(dossier.UpPart)
}

func writeSubmission(d *desk.Desk, o papers.Outgoing) {
	d.UI.PickFolder(wordFolder, func(parent string) {
		var dir string
		d.UI.Busy(wordWriting, func(ctx context.Context, p *kit.Progress) (err error) {
			dir, err = papers.ExportFolder(ctx, d.App, o, parent, told(p))
			return err
		}, func() { wrote(d, dir, zipButton(d, dir)) })
	})
}

// zipButton packs the folder that was written into one file.
func zipButton(d *desk.Desk, dir string) fyne.CanvasObject {
	return kit.NewButton(wordZip, func() {
		var packed string
		d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) (err error) {
			packed, err = papers.ZipFolder(ctx, d.App, dir)
			return err
		}, func() { d.UI.Noticef(textZipped, packed) })
	})
}

// told shows on p how far a job is.
func told(p *kit.Progress) app.Progress {
	return func(done, total int, what string) { p.Set(float64(done)/float64(max(total, 1)), what) }
}

// ExportWorkbook asks where to write every fact of the file as one workbook.
func ExportWorkbook(d *desk.Desk) {
	d.UI.SaveFile(wordAllData, fileAllData, excel(), func(path string) {
		path = withExcel(path)
		d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return imports.ExportWorkbook(ctx, d.App, path)
		}, func() { wrote(d, path) })
	})
}

// ExportBlankWorkbook asks where to write an exchange workbook to be filled in.
func ExportBlankWorkbook(d *desk.Desk) {
	d.UI.SaveFile(wordBlankData, fileBlankData, excel(), func(path string) {
		path = withExcel(path)
		d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return imports.ExportBlankWorkbook(ctx, d.App, path)
		}, func() { wrote(d, path) })
	})
}

// ExportList asks where to write the list on the screen, and writes it as it is shown.
func ExportList(d *desk.Desk, t tdkt.ListTable) {
	name := fmt.Sprintf(fileList, strings.ReplaceAll(tdkt.Fold(t.Title), ":", ""), d.Year())
	d.UI.SaveFile(wordList, name, excel(), func(path string) {
		path = withExcel(path)
		d.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return papers.ExportList(ctx, d.App, path, t)
		}, func() { wrote(d, path) })
	})
}

// withExcel gives a file name without an ending the one of Excel.
func withExcel(path string) string {
	if filepath.Ext(path) == "" {
		return path + ".xlsx"
	}
	return path
}

// wrote says where the files are, lists them, and offers to open the place.
func wrote(d *desk.Desk, path string, extra ...fyne.CanvasObject) {
	var box kit.Dialog
	label := widget.NewLabel(fmt.Sprintf(textWrote, path))
	label.Wrapping = fyne.TextWrapWord
	var content fyne.CanvasObject = label
	if files := filesBelow(path); len(files) > 0 {
		content = kit.Border(label, nil, nil, nil, writtenFiles(d, path, files))
	}
	box = d.UI.Dialog(kit.DialogSpec{
		Title: wordDone, Content: content, Yes: wordOpen, No: wordClose, Size: fyne.NewSize(760, 0), Extra: extra,
		OnYes: func() bool {
			box.Close()
			Open(d, folderOf(path))
			return true
		},
	})
}

// writtenFiles shows what was written; double click or Enter opens a file in its own program.
func writtenFiles(d *desk.Desk, dir string, files []string) fyne.CanvasObject {
	grid := kit.NewGrid(d.UI, func(name string) string { return name },
		kit.Column[string]{Title: wordFileName, Width: 700, Text: func(name string) string { return name }})
	grid.OnOpen = func(name string) { Open(d, filepath.Join(dir, name)) }
	grid.Totals = func([]string) string { return textOpenRow }
	grid.SetRows(files)
	return container.NewGridWrap(fyne.NewSize(740, 260), grid)
}

// filesBelow lists the files of a folder, by their names from there; nothing for a file.
func filesBelow(dir string) []string {
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		files = append(files, name)
		return err
	})
	slices.SortStableFunc(files, func(a, b string) int { return leadingNumber(a) - leadingNumber(b) })
	if err != nil { // a list is a kindness; the folder itself can still be opened
		return nil
	}
	return files
}

// folderOf is the folder itself, or the one a file lies in.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}

// Open shows a file this program wrote with the system's own program. Where there is none the
// file is there all the same: the line at the foot says where.
func Open(d *desk.Desk, path string) {
	d.UI.Do(func() func() {
		_, gone := os.Stat(path)
		err := native.Open(path)
		return func() {
			switch {
			case gone != nil:
				d.UI.Noticef(textGone, path)
			case err != nil:
				d.UI.Noticef(textNoProgram, path)
			}
		}
	})
}

// leadingNumber is the number a file's name begins with; those without one, and those in
// folders below, come after.
func leadingNumber(name string) int {
	digits, _, ok := strings.Cut(name, ".")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil {
		return math.MaxInt32
	}
	return n
}
