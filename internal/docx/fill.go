package docx

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tdkt/internal/tdkt"
)

// scope is the fields that can be seen, the innermost last.
type scope []map[string]Value

// index makes the fields findable however their names are written.
func index(v Values) map[string]Value {
	m := make(map[string]Value, len(v))
	for name, value := range v {
		m[tdkt.Fold(name)] = value
	}
	return m
}

func (s scope) find(key string) (Value, bool) {
	for _, fields := range slices.Backward(s) {
		if v, ok := fields[key]; ok {
			return v, true
		}
	}
	return nil, false
}

// within is the scope of a row.
func (s scope) within(row Values) scope { return append(slices.Clip(s), index(row)) }

// filler is one Fill under way.
type filler struct {
	template string
	missing  *[]string // names of unknown fields met so far, where they are gathered
}

// gathers notes an unknown field and goes on, where they are gathered.
func (f filler) gathers(t tag) bool {
	if f.missing == nil {
		return false
	}
	if !slices.Contains(*f.missing, t.name) {
		*f.missing = append(*f.missing, t.name)
	}
	return true
}

func (f filler) refuse(format string, args ...any) error {
	return tdkt.Errorf(tdkt.Invalid, "Mẫu “"+strings.ReplaceAll(f.template, "%", "%%")+"”: "+format, args...)
}

// expand fills nodes that stand beside one another. A section that opens in one of them
// and closes in a later one repeats them all.
func (f filler) expand(nodes []*node, s scope) ([]*node, error) {
	var out []*node
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		open, found := n.opens()
		if !found {
			if err := f.fill(n, s); err != nil {
				return nil, err
			}
			out = append(out, n)
			continue
		}
		last, closing, err := f.closes(nodes[i:], open)
		if err != nil {
			return nil, err
		}
		body := nodes[i : i+last+1]
		i += last
		open.where.setWords("")
		closing.where.setWords("")
		filled, err := f.section(open, hollow(body, open, closing), s)
		if err != nil {
			return nil, err
		}
		out = append(out, filled...)
	}
	return out, nil
}

// section repeats, keeps or drops what stands between two tags.
func (f filler) section(open tag, body []*node, s scope) ([]*node, error) {
	v, ok := s.find(open.key)
	if !ok && !f.gathers(open) {
		return nil, f.unknown(open)
	}
	if !ok {
		return f.expand(clones(body), s)
	}
	rows := []Values{{}} // a text shows its section once
	sample := Values{}
	if list, isList := v.(List); isList {
		rows, sample = list.Rows, list.Of
	}
	show := v.filled()
	if open.sign == '^' {
		show, rows, sample = !show, []Values{{}}, Values{}
	}
	if !show { // filled all the same, so that a wrong name does not hide behind an empty list
		_, err := f.expand(clones(body), s.within(sample))
		return nil, err
	}
	var out []*node
	for _, row := range rows {
		filled, err := f.expand(clones(body), s.within(row))
		if err != nil {
			return nil, err
		}
		out = append(out, filled...)
	}
	return out, nil
}

func clones(nodes []*node) []*node {
	list := make([]*node, len(nodes))
	for i, n := range nodes {
		list[i] = n.clone()
	}
	return list
}

// fill puts the values into one node and what is in it.
func (f filler) fill(n *node, s scope) error {
	if n.name == "w:r" {
		if err := f.run(n, s); err != nil {
			return err
		}
	}
	kids, err := f.expand(n.kids, s)
	if err != nil {
		return err
	}
	n.kids = kids
	n.mend()
	return nil
}

// run puts the value of a run's tag in its place.
func (f filler) run(n *node, s scope) error {
	for at, k := range n.kids {
		if k.name != "w:t" {
			continue
		}
		t, ok := readTag(k)
		if !ok {
			if words := k.words(); strings.Contains(words, "{{") || strings.Contains(words, "}}") {
				return f.refuse("có dấu {{ hoặc }} lẻ trong đoạn “%s”. Hãy viết tên trường đủ giữa hai dấu, ví dụ {{họ và tên}}.", short(words))
			}
			continue
		}
		words, err := f.value(t, s)
		if err != nil {
			return err
		}
		n.kids = slices.Replace(n.kids, at, at+1, textNodes(words)...)
		return nil // a tag has its run to itself
	}
	return nil
}

// value is the text that stands for a tag.
func (f filler) value(t tag, s scope) (string, error) {
	if t.sign == '/' {
		return "", f.refuse("thẻ đóng {{/%s}} không có thẻ mở {{#%s}} trước nó. Hãy xóa thẻ hoặc thêm thẻ mở.", t.name, t.name)
	}
	v, ok := s.find(t.key)
	if !ok && f.gathers(t) {
		return "", nil
	}
	if !ok {
		return "", f.unknown(t)
	}
	text, ok := v.(Text)
	if !ok {
		return "", f.refuse("“%s” là một danh sách, không phải một chữ. Hãy viết {{#%s}} … {{/%s}}.", t.name, t.name, t.name)
	}
	return string(text), nil
}

// textNodes lays text out with its line breaks and tabs.
func textNodes(s string) []*node {
	var list []*node
	add := func(words string) {
		t := &node{name: "w:t"}
		t.setWords(words)
		list = append(list, t)
	}
	for i, line := range strings.Split(norm.NFC.String(s), "\n") {
		if i > 0 {
			list = append(list, &node{name: "w:br"})
		}
		for k, piece := range strings.Split(line, "\t") {
			if k > 0 {
				list = append(list, &node{name: "w:tab"})
			}
			add(piece)
		}
	}
	return list
}

func (f filler) unknown(t tag) error {
	return f.refuse("không có trường “%s”. Hãy sửa tên trường trong mẫu; tên các trường dùng được có trong mẫu có sẵn.", t.name)
}

// short is the beginning of a text, for a message.
func short(s string) string {
	const most = 40
	if r := []rune(strings.TrimSpace(s)); len(r) > most {
		return string(r[:most]) + "…"
	}
	return strings.TrimSpace(s)
}
