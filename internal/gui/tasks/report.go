package tasks

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/kit"
)

// paper is one way to write the report: for which time, and as what.
type paper struct {
	half      bool
	kind, end string
}

func printed() []paper {
	return []paper{{true, wordWord, ".docx"}, {true, wordExcel, ".xlsx"}, {false, wordWord, ".docx"}, {false, wordExcel, ".xlsx"}}
}

func (p paper) period() string {
	if p.half {
		return wordHalf
	}
	return wordWhole
}

// report asks which report of the year's plan is wanted, writes it and opens it.
func (t *Tab) report() {
	year := t.desk.Year()
	var words []string
	for _, p := range printed() {
		words = append(words, p.period()+" – "+p.kind)
	}
	t.desk.UI.Choice(fmt.Sprintf(wordReportOf, year), textReport, words, func(i int) { t.write(printed()[i], year) })
}

func (t *Tab) write(p paper, year int) {
	kinds := []kit.FileKind{{Name: p.kind, Patterns: []string{"*" + p.end}}}
	name := fmt.Sprintf(fileReport, strings.ToLower(p.period()), year, p.end)
	t.desk.UI.SaveFile(fmt.Sprintf(wordReportOf, year), name, kinds, func(path string) {
		if filepath.Ext(path) == "" {
			path += p.end
		}
		t.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return papers.ExportPlanReport(ctx, t.desk.App, year, p.half, path)
		}, func() {
			t.desk.UI.Noticef(textWritten, path)
			t.opened(path)
		})
	})
}
