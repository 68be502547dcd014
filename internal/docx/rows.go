package docx

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// Line is a paragraph of a Word file outside its tables, with one cell, or a row of a table.
type Line struct {
	Cells []string
	Row   bool
}

// ReadLines reads a Word file in the order of the document, for comparing what was written; name
// is what the office calls the file. Paragraphs of one cell are parted by line feeds.
func ReadLines(name string, file []byte) ([]Line, error) {
	trees, err := openParts(file, mainPart)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
			"Không đọc được “%s” (%s). Hãy mở tệp trong Word, lưu lại dạng .docx rồi thử lại.", name, textReason(file, err))}
	}
	var out []Line
	trees[mainPart].walk(func(n *node) bool {
		switch n.name {
		case "w:tr":
			l := Line{Row: true}
			for _, c := range n.kids {
				if c.name == "w:tc" {
					l.Cells = append(l.Cells, c.plain())
				}
			}
			out = append(out, l)
			return false
		case "w:p":
			if words := n.plain(); words != "" {
				out = append(out, Line{Cells: []string{words}})
			}
			return false
		}
		return true
	})
	return out, nil
}

// plain is the text of a node, its paragraphs and broken lines parted by line feeds.
func (n *node) plain() string {
	var b strings.Builder
	n.walk(func(x *node) bool {
		switch x.name {
		case "mc:Fallback", "w:del", "w:moveFrom", "w:pPr":
			return false
		case "w:p", "w:br", "w:cr":
			b.WriteByte('\n')
		case "w:tab":
			b.WriteByte('\t')
		case "w:t":
			b.WriteString(x.words())
		}
		return true
	})
	var lines []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		if line = tdkt.Clean(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
