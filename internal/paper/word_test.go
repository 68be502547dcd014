package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"tdkt/internal/docx"
)

func wordPara(text, align string, keep bool) docx.PageBlock {
	return docx.PageBlock{Para: &docx.PagePara{Align: align, Line: 1, After: 6, First: 36, KeepNext: keep, Size: 14, Runs: []docx.PageRun{{Text: text, Size: 14}}}}
}

func wordPaper(blocks ...docx.PageBlock) *docx.Pages {
	number := docx.PageBlock{Para: &docx.PagePara{Align: "center", Line: 1, Size: 14, Runs: []docx.PageRun{{Number: true, Size: 14}}}}
	return &docx.Pages{Sections: []docx.PageSection{{
		Width: 595.3, Height: 841.9, Left: 85, Right: 42.5, Top: 56.7, Bottom: 56.7, HeadTop: 28.4, Bare: true, Header: []docx.PageBlock{number}, Blocks: blocks,
	}}}
}

// setter is a paper under way, to lay out in.
func setter(t *testing.T) *wordPages {
	t.Helper()
	d := newWordPages(time.Time{}, "thử")
	p := wordPaper()
	d.section(&p.Sections[0])
	return d
}

// Every word of a paragraph stands once, in its order, and no line is wider than its room: for
// any alignment, mixed letters, words longer than a line, breaks and tabs.
func TestWordLinesLoseNothing(t *testing.T) {
	d := setter(t)
	long := strings.Repeat("KhôngCóDấuCách", 20)
	for _, align := range []string{"left", "center", "right", "both"} {
		for _, text := range []string{
			"", "một", strings.Repeat("Nguyễn Thị Minh Châu, ỦY BAN NHÂN DÂN TỈNH BÀ RỊA – VŨNG TÀU ", 12), long, "trước " + long + " sau", "  hai   dấu cách  ",
		} {
			p := &docx.PagePara{Align: align, Line: 1, First: 36, Size: 14, Runs: []docx.PageRun{
				{Text: "Điều 1.", Size: 14, Bold: true}, {Text: " " + text, Size: 14}, {Break: true}, {Text: "nghiêng" + text, Size: 13, Italic: true, Bold: true}, {Tab: true}, {Text: "cuối", Size: 14},
			}}
			const room = 300
			var got strings.Builder
			for i, l := range d.lines(p, room) {
				for _, x := range l.pieces {
					got.WriteString(x.text)
					if end := x.x + d.widthOf(x.run, x.text); x.x < -0.01 || end > room+0.1 && len([]rune(x.text)) > 1 {
						t.Errorf("%s, line %d: %q stands from %.1f to %.1f", align, i, x.text, x.x, end)
					}
				}
			}
			want := strings.Join(strings.Fields("Điều 1. "+text+" nghiêng"+text+" cuối"), "")
			if got.String() != want {
				t.Errorf("%s: %q, want %q", align, got.String(), want)
			}
		}
	}
}

// A stretched line ends at the edge, the last line of a paragraph does not.
func TestWordLinesStretched(t *testing.T) {
	d := setter(t)
	b := wordPara(strings.Repeat("thi đua khen thưởng ", 30), "both", false)
	lines := d.lines(b.Para, 400)
	for i, l := range lines {
		last := l.pieces[len(l.pieces)-1]
		end := last.x + d.widthOf(last.run, last.text)
		if i < len(lines)-1 && (end < 399.9 || end > 400.1) {
			t.Errorf("line %d ends at %.2f", i, end)
		}
	}
}

// wordPageCount counts the pages of what is written.
func wordPageCount(t *testing.T, p *docx.Pages) int {
	t.Helper()
	var buf bytes.Buffer
	if err := WriteWord(&buf, time.Date(2023, 12, 25, 0, 0, 0, 0, time.UTC), "thử", p); err != nil {
		t.Fatal(err)
	}
	return bytes.Count(buf.Bytes(), []byte("/Type /Page\n"))
}

// Pages break where they are full; what keeps with the next stands on its page; a row higher
// than a page goes on on the next; nothing turns for ever.
func TestWordPages(t *testing.T) {
	line := func(n int) []docx.PageBlock {
		var out []docx.PageBlock
		for i := range n {
			out = append(out, wordPara(fmt.Sprint("dòng ", i), "left", false))
		}
		return out
	}
	const full = 33 // lines of 14 letters with 6 after, on a page
	cell := docx.PageCell{Span: 1, Blocks: line(80), Left: 0.5, Right: 0.5, Top: 0.5, Under: 0.5}
	tall := docx.PageBlock{Table: &docx.PageTable{Align: "center", Widths: []float64{200}, Rows: []docx.PageTableRow{{Whole: true, Cells: []docx.PageCell{cell}}}}}
	var chain []docx.PageBlock
	for range 100 {
		chain = append(chain, wordPara("giữ với đoạn sau", "left", true))
	}
	for _, c := range []struct {
		name   string
		blocks []docx.PageBlock
		pages  int
	}{
		{"nothing", nil, 1},
		{"a page", line(full), 1},
		{"a line more", line(full + 1), 2},
		{"a row over three pages", []docx.PageBlock{tall}, 3},
		{"all keep with the next", chain, 4},
		{"a long paragraph", []docx.PageBlock{wordPara(strings.Repeat("khen thưởng ", 2000), "both", false)}, 8},
	} {
		if got := wordPageCount(t, wordPaper(c.blocks...)); got != c.pages {
			t.Errorf("%s: %d pages, want %d", c.name, got, c.pages)
		}
	}
}

// The signatures take the last paragraph of the text with them to the next page.
func TestWordSignaturesNotAlone(t *testing.T) {
	const line, signs = 14*lineParts + 6, 90
	sign := docx.PageBlock{Table: &docx.PageTable{Widths: []float64{200}, Rows: []docx.PageTableRow{{Whole: true, Height: signs, Cells: []docx.PageCell{{Span: 1, Blocks: []docx.PageBlock{wordPara("GIÁM ĐỐC", "center", false)}}}}}}}
	turned := 0
	for before := 20; before < 34; before++ {
		d := setter(t)
		var blocks []docx.PageBlock
		for range before {
			blocks = append(blocks, wordPara("lời", "left", false))
		}
		d.flow(append(blocks, wordPara("Kính trình ./.", "left", true), sign), 85, 467)
		if d.pdf.PageNo() == 1 {
			continue
		}
		turned++
		if got := d.y - d.s.Top; got < line+signs-0.1 {
			t.Errorf("after %d lines the signatures stand alone, %.0f points down the page", before, got)
		}
	}
	if turned < 4 {
		t.Errorf("only %d papers went on to a second page", turned)
	}
}
