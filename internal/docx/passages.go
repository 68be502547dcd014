package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// The names of the bookmarks that a document carries so that its texts are found again after
// it was edited: where a passage begins, where one ends, and the key of the document. Word
// and LibreOffice keep bookmarks, and nobody sees them.
const (
	passagePrefix = "bc_"
	endPrefix     = "bc_het_"
	keyPrefix     = "k_"
	maxBookmark   = 40 // letters that Word allows
)

// PassageMark is the bookmark of the paragraph after which a passage stands.
func PassageMark(key string) string { return passagePrefix + strings.ReplaceAll(key, "-", "_") }

// PassageEnd is the bookmark of the n-th paragraph that ends a passage and begins none.
func PassageEnd(n int) string { return endPrefix + strconv.Itoa(n) }

// hide writes a key into a document, at its first paragraph.
func hide(main *node, key string) error {
	if len(keyPrefix+key) > maxBookmark {
		return fmt.Errorf("docx: key %q is longer than a bookmark may be", key)
	}
	const id = "9999"
	mark := &node{raw: true, text: `<w:bookmarkStart w:id="` + id + `" w:name="` + keyPrefix + key + `"/><w:bookmarkEnd w:id="` + id + `"/>`}
	done := false
	main.walk(func(n *node) bool {
		if n.name == "w:p" && !done {
			at := 0
			if len(n.kids) > 0 && n.kids[0].name == "w:pPr" {
				at = 1
			}
			n.kids, done = slices.Insert(n.kids, at, mark), true
		}
		return !done
	})
	return nil
}

// Marked is what a Word file that was edited holds of what Marks.Key and PassageMark put there.
type Marked struct {
	Key      string            // "" where the file carries none
	Passages map[string]string // by the key of the part, paragraphs parted by line feeds; "" is an emptied one
}

// ReadMarked reads the passages of a Word file; name is what the office calls it.
func ReadMarked(name string, file []byte) (Marked, error) {
	main, number, err := openText(file)
	if err != nil {
		return Marked{}, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
			"Không đọc được “%s” (%s). Hãy mở tệp trong Word, lưu lại dạng .docx rồi thử lại.", name, textReason(file, err))}
	}
	out := Marked{Passages: map[string]string{}}
	part := ""
	var lines []string
	end := func() {
		if part != "" {
			out.Passages[part] = strings.Join(lines, "\n")
		}
		part, lines = "", nil
	}
	main.walk(func(n *node) bool {
		switch n.name {
		case "mc:Fallback":
			return false
		case "w:tbl":
			marks := bookmarks(n)
			out.Key = keyOf(marks, out.Key)
			for _, k := range marks {
				if strings.HasPrefix(k, passagePrefix) {
					return true // a passage begins within the table
				}
			}
			if part != "" { // a table typed into a passage: a line for each row
				lines = append(lines, tableLines(n)...)
			}
			return false
		case "w:p":
			marks := bookmarks(n)
			out.Key = keyOf(marks, out.Key)
			r := &textReader{number: number}
			r.paragraph(n)
			if key, marked := passageOf(marks); marked {
				end()
				if part = key; part != "" {
					lines = besideHeading(r.lines)
				}
				return false
			}
			if part != "" {
				lines = append(lines, r.lines...)
			}
			return false
		}
		return true
	})
	end()
	return out, nil
}

// besideHeading is what was typed on the line of a heading, behind its colon, and below it
// in the same paragraph.
func besideHeading(lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	var out []string
	if _, text, ok := strings.Cut(lines[0], ":"); ok && strings.TrimSpace(text) != "" {
		out = append(out, strings.TrimSpace(text))
	}
	return append(out, lines[1:]...)
}

// tableLines are the rows of a table, cells parted by " | ".
func tableLines(n *node) []string {
	var lines []string
	n.walk(func(x *node) bool {
		if x.name != "w:tr" {
			return true
		}
		var cells []string
		for _, c := range x.kids {
			if c.name == "w:tc" {
				cells = append(cells, strings.ReplaceAll(c.plain(), "\n", " "))
			}
		}
		lines = append(lines, strings.Join(cells, " | "))
		return false
	})
	return lines
}

// bookmarks are the names of the bookmarks that begin in a node.
func bookmarks(n *node) []string {
	var names []string
	n.walk(func(x *node) bool {
		if x.name == "w:bookmarkStart" {
			names = append(names, x.get("w:name"))
		}
		return true
	})
	return names
}

func keyOf(marks []string, known string) string {
	for _, m := range marks {
		if key, ok := strings.CutPrefix(m, keyPrefix); ok && known == "" {
			return key
		}
	}
	return known
}

// passageOf is the part whose passage begins after a paragraph with these bookmarks, "" where
// it only ends one; false where it bears none.
func passageOf(marks []string) (string, bool) {
	marked := false
	for _, m := range marks {
		if strings.HasPrefix(m, endPrefix) {
			marked = true
			continue
		}
		if key, ok := strings.CutPrefix(m, passagePrefix); ok {
			return strings.ReplaceAll(key, "_", "-"), true
		}
	}
	return "", marked
}
