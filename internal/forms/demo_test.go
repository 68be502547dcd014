package forms

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
	"tdkt/internal/dossier/dossiertest"
)

// demoSubmission is the submission of the sample department for a year.
func demoSubmission(tb testing.TB, year int) *dossier.Submission {
	tb.Helper()
	s, err := dossier.Build(tb.Context(), dossiertest.Input(tb, year))
	if err != nil {
		tb.Fatalf("build the submission of %d: %v", year, err)
	}
	return s
}

// The sample's year holds streaks, gaps, holds and namesakes that the hand-made
// fixture does not; every formula must hold there too.
func TestDemoYear(t *testing.T) {
	dir, s := sampleFolder(t)
	for _, name := range books(s) {
		checkFormulas(t, filepath.Join(dir, name+".xlsx"))
	}
	checkNames(t, dir, s)
}

// checkFormulas computes every formula of a workbook's printed sheets anew.
func checkFormulas(t *testing.T, path string) {
	t.Helper()
	f := open(t, path)
	for _, sheet := range f.GetSheetList() {
		eachCell(t, f, sheet, func(cell, _ string) {
			formula := must(f.GetCellFormula(sheet, cell))
			if formula == "" {
				return
			}
			cached := must(f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true}))
			computed, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil || !sameNumber(cached, computed) {
				t.Errorf("%s %s!%s = %s: cached %q, computed %q (%v)", filepath.Base(path), sheet, cell, formula, cached, computed, err)
			}
		})
	}
}

// checkNames reads the files back: a code must stand beside the same name and unit
// wherever it is printed.
func checkNames(t *testing.T, dir string, s *dossier.Submission) {
	t.Helper()
	want := map[string]string{}
	for _, r := range s.Results {
		want[r.Code] = r.Name
	}
	seen := 0
	for _, name := range books(s) {
		f := open(t, filepath.Join(dir, name+".xlsx"))
		for _, sheet := range f.GetSheetList() {
			if !strings.HasPrefix(sheet, sourceName) {
				continue
			}
			for _, row := range must(f.GetRows(sheet))[2:] {
				if len(row) > 2 && want[row[1]] != "" {
					seen++
					if row[2] != want[row[1]] {
						t.Errorf("%s: %s is %q, want %q", name, row[1], row[2], want[row[1]])
					}
				}
			}
		}
	}
	if seen < len(s.Results) {
		t.Errorf("only %d names read back", seen)
	}
}
