// Package docx fills Word templates that an office edits in Word: {{tên trường}} stands
// for a value, {{#danh sách}} … {{/danh sách}} repeats rows of a table, paragraphs or
// words, {{^danh sách}} … {{/danh sách}} stays only where there is nothing. It also reads
// a Word file as plain lines. It knows no business. What it does not understand it refuses
// with one Vietnamese sentence that names the file and the field; it never leaves a field
// in the text.
package docx

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Value is a Text or a List.
type Value interface{ filled() bool }

// Text is a value in words. A line feed in it breaks the line, a tab is one.
type Text string

func (t Text) filled() bool { return t != "" }

// List is a value of rows. Of names the fields of a row, so that a template is held to
// them even when there is no row; only its keys count.
type List struct {
	Of   Values
	Rows []Values
}

func (l List) filled() bool { return len(l.Rows) > 0 }

// Values are the fields of a document or of one row, by name. Names are matched without
// regard to case, accents and extra spaces. A row also sees the fields around it.
type Values map[string]Value

// Each makes a List of a row for every item, counted from 1. The row of a zero item must
// have every field too.
func Each[T any](items []T, row func(n int, item T) Values) List {
	var none T
	l := List{Of: row(0, none)}
	for i, item := range items {
		l.Rows = append(l.Rows, row(i+1, item))
	}
	return l
}

// Lines is a List of rows with one field each.
func Lines(field string, lines ...string) List {
	return Each(lines, func(_ int, line string) Values { return Values{field: Text(line)} })
}

// Template is a Word file ready to be filled, any number of times.
type Template struct {
	name  string
	parts []part
	text  map[string]*node // the parts that are filled, by name
}

// Open reads a template; name is what the office calls it, for messages. A file that is
// damaged, hostile or no Word file is refused.
func Open(name string, file []byte) (*Template, error) {
	t := &Template{name: name, text: map[string]*node{}}
	parts, err := unpack(file)
	if err != nil {
		return nil, t.refused(err)
	}
	t.parts = parts
	for _, p := range parts {
		if !isText(p.name) {
			continue
		}
		root, err := parse(p.body)
		if err != nil {
			return nil, t.refused(fmt.Errorf("%s: %w", p.name, err))
		}
		root.splitTags()
		t.text[p.name] = root
	}
	if t.text[mainPart] == nil {
		return nil, t.refused(errNoWord)
	}
	return t, nil
}

// mainPart is where a Word file keeps its text.
const mainPart = "word/document.xml"

// isText says whether a part holds text that may have fields.
func isText(name string) bool {
	base, ok := strings.CutPrefix(name, "word/")
	return ok && strings.HasSuffix(base, ".xml") &&
		(name == mainPart || strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer"))
}

// Marks are what a document carries beyond its words.
type Marks struct {
	Key   string // of letters, digits and _, hidden at the first paragraph; "" is none
	Stamp string // words across every page, behind the text; "" is none
}

// Fill writes the template with the values and the marks in it. Equal values give equal bytes.
func (t *Template) Fill(w io.Writer, values Values, m Marks) error {
	trees := make(map[string]*node, len(t.text))
	for _, p := range t.parts {
		root, ok := t.text[p.name]
		if !ok {
			continue
		}
		f := filler{template: t.name}
		nodes, err := f.expand([]*node{root.clone()}, scope{index(values)})
		if err != nil {
			return err
		}
		trees[p.name] = &node{kids: nodes}
	}
	return t.write(w, trees, m)
}

// write writes the template with these trees in the place of its text.
func (t *Template) write(w io.Writer, trees map[string]*node, m Marks) error {
	parts := slices.Clone(t.parts)
	if m.Key != "" {
		if err := hide(trees[mainPart], m.Key); err != nil {
			return err
		}
	}
	if m.Stamp != "" {
		parts = stamp(parts, trees, m.Stamp)
	}
	for i, p := range parts {
		if root := trees[p.name]; root != nil {
			var buf bytes.Buffer
			root.write(&buf)
			parts[i].body = buf.Bytes()
		}
	}
	return pack(w, parts)
}

// Check holds a template against the fields that values have, and refuses it with all the
// names it does not know in one sentence.
func (t *Template) Check(values Values) error {
	f := filler{template: t.name, missing: &[]string{}}
	for _, p := range t.parts {
		root, ok := t.text[p.name]
		if !ok {
			continue
		}
		if _, err := f.expand([]*node{root.clone()}, scope{index(values)}); err != nil {
			return err
		}
	}
	switch list := *f.missing; len(list) {
	case 0:
		return nil
	case 1:
		return f.refuse("không có trường “%s”. Hãy sửa tên trường trong mẫu theo danh sách các trường dùng được.", list[0])
	default:
		return f.refuse("không có các trường “%s”. Hãy sửa tên các trường đó trong mẫu theo danh sách các trường dùng được.", strings.Join(list, "”, “"))
	}
}

// refused says that the template cannot be used.
func (t *Template) refused(err error) error {
	return &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
		"Mẫu “%s” không phải là tệp Word dùng được (%s). Hãy mở mẫu trong Word, lưu lại dạng .docx, hoặc bỏ mẫu riêng để dùng mẫu có sẵn.",
		t.name, reason(err))}
}
