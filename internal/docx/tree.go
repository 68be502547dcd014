package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDepth is how deep elements of a document may lie in one another.
const maxDepth = 200

// node is an element, or a piece of text or markup between elements.
type node struct {
	name string // "w:p", prefix as written; "" for what stands between elements
	attr []xml.Attr
	kids []*node
	text string // of a node without a name
	raw  bool   // text is markup, written as it is
}

// parse reads a part. Prefixes stay as written: nothing here needs to know what they
// stand for, and Word minds when they change.
func parse(body []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = true
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errXML, err)
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: full(t.Name), attr: t.Copy().Attr}
			top.kids = append(top.kids, n)
			if open = append(open, n); len(open) > maxDepth {
				return nil, errTooDeep
			}
		case xml.EndElement:
			if top.name != full(t.Name) {
				return nil, errXML
			}
			open = open[:len(open)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(t)})
		case xml.ProcInst:
			top.kids = append(top.kids, &node{raw: true, text: "<?" + t.Target + " " + string(t.Inst) + "?>"})
		case xml.Comment: // says nothing to Word
		case xml.Directive: // a document type is never in a Word file, and may be a bomb
			return nil, errXML
		}
	}
	if len(open) != 1 {
		return nil, errXML
	}
	return root, nil
}

func full(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// write writes the node and what is in it.
func (n *node) write(w *bytes.Buffer) {
	if n.name == "" {
		if n.raw {
			w.WriteString(n.text)
		} else {
			escape(w, n.text)
		}
		for _, k := range n.kids {
			k.write(w)
		}
		return
	}
	w.WriteString("<" + n.name)
	for _, a := range n.attr {
		w.WriteString(" " + full(a.Name) + `="`)
		escape(w, a.Value)
		w.WriteString(`"`)
	}
	if len(n.kids) == 0 {
		w.WriteString("/>")
		return
	}
	w.WriteString(">")
	for _, k := range n.kids {
		k.write(w)
	}
	w.WriteString("</" + n.name + ">")
}

// escape writes text as XML; what XML cannot hold becomes the mark of a lost letter. Line
// ends stay as they are: before the first element nothing else may stand.
func escape(w *bytes.Buffer, s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			w.WriteByte('\n')
		}
		_ = xml.EscapeText(w, []byte(line)) // a bytes.Buffer does not fail
	}
}

// clone copies the node and everything in it.
func (n *node) clone() *node {
	c := *n
	c.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		c.kids[i] = k.clone()
	}
	return &c
}

// walk visits the node and what is in it, in the order of the document, until do says
// not to go deeper.
func (n *node) walk(do func(*node) bool) {
	if !do(n) {
		return
	}
	for _, k := range n.kids {
		k.walk(do)
	}
}

// words is the text of a w:t.
func (n *node) words() string {
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(k.text)
	}
	return b.String()
}

// setWords makes the text of a w:t, its outer spaces kept.
func (n *node) setWords(s string) {
	n.kids = []*node{{text: s}}
	n.attr = []xml.Attr{{Name: xml.Name{Space: "xml", Local: "space"}, Value: "preserve"}}
}

// kid is the first child of a name, nil when there is none.
func (n *node) kid(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}
