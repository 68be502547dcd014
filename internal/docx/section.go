package docx

import (
	"slices"
	"strings"
)

// opens finds the first section that this node, repeated as a whole, must hold: one that
// opens in it and does not close in it, or, of a row, one that closes in another cell.
func (n *node) opens() (tag, bool) {
	if n.name == "w:tr" {
		for _, cell := range n.kids {
			if t, ok := unclosed(cell.tags()); ok {
				return t, true
			}
		}
		return tag{}, false
	}
	return unclosed(n.tags())
}

// unclosed is the first tag that opens a section and is not closed after it.
func unclosed(list []tag) (tag, bool) {
	var open []tag
	for _, t := range list {
		switch t.sign {
		case '#', '^':
			open = append(open, t)
		case '/':
			if k := len(open) - 1; k >= 0 && open[k].key == t.key {
				open = open[:k]
			}
		}
	}
	if len(open) == 0 {
		return tag{}, false
	}
	return open[0], true
}

// closes finds the tag that closes a section opened in the first of the nodes, and which
// node it is in. Sections between must close before it.
func (f filler) closes(nodes []*node, open tag) (last int, closing tag, err error) {
	var inner []tag
	started := false
	for i, n := range nodes {
		for _, t := range n.tags() {
			started = started || t.where == open.where
			switch {
			case !started || t.sign == 0:
			case t.sign != '/':
				inner = append(inner, t)
			case inner[len(inner)-1].key != t.key:
				return 0, tag{}, f.unclosed(inner[len(inner)-1])
			case len(inner) == 1:
				return i, t, nil
			default:
				inner = inner[:len(inner)-1]
			}
		}
	}
	return 0, tag{}, f.unclosed(open)
}

func (f filler) unclosed(t tag) error {
	return f.refuse("thẻ mở {{%c%s}} chưa có thẻ đóng {{/%s}} ở cùng bảng hoặc cùng phần. Hãy thêm thẻ đóng.", t.sign, t.name, t.name)
}

// hollow leaves out the paragraphs and rows that held the two tags alone.
func hollow(body []*node, open, closing tag) []*node {
	var list []*node
	for _, n := range body {
		if (n.holds(open.where) || n.holds(closing.where)) && n.bare() {
			continue
		}
		list = append(list, n)
	}
	return list
}

// holds says whether a w:t is within the node.
func (n *node) holds(t *node) bool {
	found := false
	n.walk(func(x *node) bool {
		found = found || x == t
		return !found
	})
	return found
}

// bare says whether a paragraph, row or run shows nothing.
func (n *node) bare() bool {
	if n.name != "w:p" && n.name != "w:tr" && n.name != "w:r" {
		return false
	}
	shows := false
	n.walk(func(x *node) bool {
		switch x.name {
		case "w:t":
			shows = shows || strings.TrimSpace(x.words()) != ""
		case "w:drawing", "w:pict", "w:object", "w:sectPr", "w:br", "w:fldChar", "w:fldSimple", "w:sym":
			shows = true
		}
		return !shows
	})
	return !shows
}

// mend keeps what Word asks of a node whose content was taken away: a table has a row, a
// cell ends with a paragraph.
func (n *node) mend() {
	n.kids = slices.DeleteFunc(n.kids, func(k *node) bool { return k.name == "w:tbl" && k.kid("w:tr") == nil })
	if last := len(n.kids) - 1; n.name == "w:tc" && (last < 0 || n.kids[last].name != "w:p") {
		n.kids = append(n.kids, &node{name: "w:p"})
	}
}
