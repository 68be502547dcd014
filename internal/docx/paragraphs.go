package docx

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Paragraphs reads a Word file as lines of plain text, in the order of the document: a line for
// each paragraph and for each line broken within one, those in tables cell by cell. What
// Word numbers by itself (I., 1., a), dashes) stands before its paragraph, and what was
// deleted under change tracking is left out. name is what the office calls the file, for
// the sentence of a refusal.
func Paragraphs(name string, file []byte) ([]string, error) {
	main, number, err := openText(file)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
			"Không đọc được “%s” (%s). Hãy mở tệp trong Word, lưu lại dạng .docx rồi chọn lại, hoặc chép nội dung và dán vào chương trình.",
			name, textReason(file, err))}
	}
	r := &textReader{number: number}
	r.read(main)
	return r.lines, nil
}

func openText(file []byte) (*node, *numbering, error) {
	trees, err := openParts(file, mainPart, numberingPart, stylesPart)
	if err != nil {
		return nil, nil, err
	}
	return trees[mainPart], readNumbering(trees[numberingPart], trees[stylesPart]), nil
}

// openParts reads some parts of a Word file; its text must be among them.
func openParts(file []byte, names ...string) (map[string]*node, error) {
	parts, err := unpack(file)
	if err != nil {
		return nil, err
	}
	trees := map[string]*node{}
	for _, p := range parts {
		if !slices.Contains(names, p.name) {
			continue
		}
		if trees[p.name], err = parse(p.body); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	if trees[mainPart] == nil {
		return nil, errNoWord
	}
	return trees, nil
}

// The kinds of files that people take for .docx, by their first bytes.
var (
	errOldWord = errors.New("tệp là Word đời cũ (.doc)")
	errLocked  = errors.New("tệp được đặt mật khẩu")
	errRich    = errors.New("tệp là Rich Text (.rtf), chỉ mang đuôi .docx")
	errWeb     = errors.New("tệp là trang web, chỉ mang đuôi .docx")
)

// textReason says in words why a file cannot be read.
func textReason(file []byte, err error) string {
	const head = 512
	start := bytes.ToLower(bytes.TrimSpace(file[:min(head, len(file))]))
	switch {
	case bytes.HasPrefix(file, []byte{0xd0, 0xcf, 0x11, 0xe0}) && bytes.Contains(file, wide("EncryptedPackage")):
		return errLocked.Error()
	case bytes.HasPrefix(file, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		return errOldWord.Error()
	case bytes.HasPrefix(start, []byte(`{\rtf`)):
		return errRich.Error()
	case bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<!doctype html")):
		return errWeb.Error()
	}
	return reason(err)
}

// wide is a name as the old container of Microsoft writes it, two bytes a letter.
func wide(s string) []byte {
	var out []byte
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// textReader gathers the lines of a document.
type textReader struct {
	number *numbering
	lines  []string
}

// read takes the paragraphs below a node.
func (r *textReader) read(n *node) {
	n.walk(func(x *node) bool {
		if x.name == "mc:Fallback" { // the same text box once more, for old programs
			return false
		}
		if x.name == "w:p" {
			r.paragraph(x)
			return false
		}
		return true
	})
}

// paragraph takes one paragraph and then those in its text boxes.
func (r *textReader) paragraph(p *node) {
	var text strings.Builder
	var inner []*node
	for _, k := range p.kids {
		k.walk(func(x *node) bool {
			switch x.name {
			case "mc:Fallback", "w:del", "w:moveFrom":
				return false
			case "w:p":
				inner = append(inner, x)
				return false
			case "w:t":
				text.WriteString(x.words())
			case "w:tab":
				text.WriteByte('\t')
			case "w:br", "w:cr":
				text.WriteByte('\n')
			case "w:noBreakHyphen":
				text.WriteByte('-')
			}
			return x.name != "w:pPr" // a tab stop is no tab
		})
	}
	for i, line := range strings.Split(text.String(), "\n") {
		if line = tdkt.Clean(line); line == "" {
			continue
		}
		if i == 0 {
			line = tdkt.Clean(r.number.next(p) + " " + line)
		}
		r.lines = append(r.lines, line)
	}
	for _, x := range inner {
		r.paragraph(x)
	}
}
