package docx

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// pageText is every word of the blocks of pages.
func pageText(b *strings.Builder, blocks []PageBlock) {
	for _, x := range blocks {
		if x.Para != nil {
			for _, r := range x.Para.Runs {
				b.WriteString(r.Text)
			}
			continue
		}
		for _, r := range x.Table.Rows {
			for _, c := range r.Cells {
				pageText(b, c.Blocks)
			}
		}
	}
}

// Every template that ships is worked out with all its words, A4 pages, and letters of 11 to
// 15 points where there are words; a picture is refused with a sentence.
func TestReadPages(t *testing.T) {
	files, err := filepath.Glob("../../assets/templates/*.docx")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d templates, %v", len(files), err)
	}
	bare := func(s string) string { return strings.ToUpper(strings.Join(strings.Fields(s), "")) }
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p, err := ReadPages(f, body)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		var got strings.Builder
		for _, s := range p.Sections {
			if w, h := min(s.Width, s.Height), max(s.Width, s.Height); w < 590 || w > 600 || h < 838 || h > 845 {
				t.Errorf("%s: a page of %v × %v", f, s.Width, s.Height)
			}
			pageText(&got, s.Blocks)
		}
		list, err := Paragraphs(f, body)
		if err != nil {
			t.Fatal(err)
		}
		if want := bare(strings.Join(list, "")); bare(got.String()) != want {
			t.Errorf("%s: the pages hold %d letters, the file %d", f, len(bare(got.String())), len(want))
		}
	}
}

func TestReadPagesRefusesPictures(t *testing.T) {
	var buf bytes.Buffer
	text := `<w:document xmlns:w="w"><w:body><w:p><w:r><w:drawing/></w:r></w:p></w:body></w:document>`
	if err := pack(&buf, []part{{mainPart, []byte(text)}}); err != nil {
		t.Fatal(err)
	}
	_, err := ReadPages("Tờ trình", buf.Bytes())
	if err == nil || !strings.Contains(tdkt.Sentence(err, nil), "(văn bản có hình)") {
		t.Errorf("a picture: %v", err)
	}
	if _, err := ReadPages("hỏng", bytes.Repeat([]byte("x"), 50)); err == nil {
		t.Error("no Word file was taken")
	}
}
