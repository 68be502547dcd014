package dossiers

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

func (r row) key() string { return string(r.Nomination) + " " + r.Paper.Code }

// rowsOf keeps the rows of a unit and of those below it.
func rowsOf(v *view.View, list []dossier.PaperRow, unit tdkt.ID) []row {
	var rows []row
	for _, r := range list {
		if unit == "" || within(v, r.Subject, unit) {
			rows = append(rows, row{r})
		}
	}
	return rows
}

func within(v *view.View, s tdkt.Subject, unit tdkt.ID) bool {
	at := s.ID
	if s.Kind == tdkt.APerson {
		p, _ := v.Facts.Person(s.ID)
		at = p.Unit
	}
	return at != "" && v.Facts.Within(at, unit)
}

func (r row) style() kit.RowStyle {
	if r.State() == dossier.PaperMissing {
		return kit.Warning
	}
	return kit.Normal
}

// last is the file kept last, the zero Attachment when there is none.
func (r row) last() tdkt.Attachment {
	if len(r.Files) == 0 {
		return tdkt.Attachment{}
	}
	return r.Files[len(r.Files)-1]
}

func (r row) fileText() string {
	if n := len(r.Files); n > 1 {
		return fmt.Sprintf(textFiles, r.last().Name, n-1)
	}
	return r.last().Name
}

func (r row) pagesText() string {
	if r.last().Pages == 0 {
		return ""
	}
	return fmt.Sprint(r.last().Pages)
}

// sumText is the beginning of the checksum: enough to compare with the manifest.
func (r row) sumText() string {
	const shown = 12
	return r.last().SHA256[:min(shown, len(r.last().SHA256))]
}

// colFile is the place of the column of the file.
const colFile = 2

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordPaper, Width: 210, Text: func(r row) string { return r.Paper.Name }, Sub: row.remark},
		{Title: wordState, Width: 90, Text: func(r row) string { return string(r.State()) }, Tone: row.tone, OneLine: true},
		{Title: wordFile, Width: 160, Grow: true, Text: row.fileText},
		{Title: wordDay, Width: 90, Text: func(r row) string { return r.last().Date.String() }},
		{Title: wordPages, Width: 56, Text: row.pagesText},
		{Title: wordSum, Width: 100, Text: row.sumText},
	}
}

// remark says that a paper is one for all, or how far the report is written.
func (r row) remark() string {
	switch {
	case r.Report != nil:
		return r.Report.Brief()
	case r.Paper.Shared:
		return wordShared
	}
	return ""
}

func (r row) tone() kit.Tone {
	switch r.State() {
	case dossier.PaperThere:
		return kit.GoodTone
	case dossier.PaperMissing:
		return kit.WarnTone
	case dossier.PaperOptional:
	}
	return kit.QuietTone
}

// totals counts what is there and what is missing.
func totals(rows []row) string {
	there, missing := 0, 0
	for _, r := range rows {
		switch r.State() {
		case dossier.PaperThere:
			there++
		case dossier.PaperMissing:
			missing++
		case dossier.PaperOptional:
		}
	}
	return fmt.Sprintf(textTotals, len(rows), there, missing)
}

// folderText tells what a folder was found to hold.
func folderText(f *papers.FolderPapers) string {
	return fmt.Sprintf(textFolder, len(f.Found), cmp.Or(strings.Join(f.Found, "\n"), textNone),
		len(f.Others), cmp.Or(strings.Join(f.Others, "\n"), textNone))
}

// paperFiles are the kinds of files a dossier holds.
func paperFiles() []kit.FileKind {
	return []kit.FileKind{{Name: wordPaper, Patterns: []string{"*.pdf", "*.doc", "*.docx", "*.xls", "*.xlsx", "*.jpg", "*.jpeg", "*.png"}}}
}
