package letters_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"tdkt/internal/docx"
)

// The paragraph before the signatures stays with them, in whatever branch of a template it
// stands: no signatures stand alone on a page.
func TestSignaturesKeepTheLastWords(t *testing.T) {
	files, err := filepath.Glob("../../assets/templates/*.docx")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d templates, %v", len(files), err)
	}
	tag := regexp.MustCompile(`^\{\{[#^/][^{}]*\}\}$`)
	checked := 0
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p, err := docx.ReadPages(f, body)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range p.Sections {
			const head = 8 // blocks of the heading of a paper, which holds a table too
			for i := head; i < len(s.Blocks); i++ {
				b, words := s.Blocks[i], ""
				if b.Table == nil || len(b.Table.Rows) == 0 || b.Table.Rows[0].Head || b.Table.Rows[0].Cells[0].Top > 0 {
					continue // a list
				}
				for k := i - 1; k >= 0; k-- { // the branches that may stand last
					para := s.Blocks[k].Para
					if para == nil {
						break
					}
					words = ""
					for _, r := range para.Runs {
						words += r.Text
					}
					if tag.MatchString(words) {
						continue
					}
					checked++
					if !para.KeepNext {
						t.Errorf("%s: %q does not stay with the table after it", filepath.Base(f), words)
					}
					break
				}
			}
		}
	}
	if checked < 10 {
		t.Errorf("only %d tables of signatures were looked at", checked)
	}
}
