package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// pdfSheets counts the sheets of a PDF that fpdf wrote.
func pdfSheets(t *testing.T, path string) int {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Count(raw, []byte("/Type /Page\n"))
}

// TestOneSheet: the card of a person and of a unit stands on one sheet, and so does the
// answer to every title, the ones with most to say among them.
func TestOneSheet(t *testing.T) {
	a := sample(t)
	v := a.View()
	dir := t.TempDir()
	for _, code := range []string{"CB001", "CB019", "CB020", "VP", "TG"} {
		s, err := v.FindSubject(code)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, code+".pdf")
		if err := papers.ExportLife(t.Context(), a, s, 2023, path); err != nil {
			t.Fatal(err)
		}
		if n := pdfSheets(t, path); n != 1 {
			t.Errorf("the card of %s takes %d sheets", code, n)
		}
	}
	for _, year := range []int{2023, 2024} {
		g, err := v.Rules.Criteria(year)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []struct {
			kind tdkt.SubjectKind
			code string
		}{{tdkt.APerson, "CB020"}, {tdkt.AUnit, "VP"}} {
			s, err := v.FindSubject(kind.code)
			if err != nil {
				t.Fatal(err)
			}
			for _, title := range g.TitlesFor(kind.kind) {
				path := filepath.Join(dir, title.Code+".pdf")
				if err := papers.ExportWhy(t.Context(), a, law.Question{Year: year, Subject: s, Title: title.Code}, path); err != nil {
					continue // not for this subject
				}
				if n := pdfSheets(t, path); n != 1 {
					t.Errorf("%s, %s, %d takes %d sheets", kind.code, title.Code, year, n)
				}
			}
		}
	}
}
