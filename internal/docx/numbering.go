package docx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// The parts that say how Word numbers paragraphs by itself.
const (
	numberingPart = "word/numbering.xml"
	stylesPart    = "word/styles.xml"
)

// maxLevels is how deep Word's lists go.
const maxLevels = 9

// level is how one depth of a list is numbered.
type level struct {
	start        int
	format, text string // "upperRoman", "%1."
}

// list is a numbering in use; numberings of one kind count on together.
type list struct {
	kind   string
	starts map[int]int // by level, where this one begins anew
}

// numbering counts the paragraphs that Word numbers.
type numbering struct {
	kinds  map[string]map[int]level
	lists  map[string]list
	styles map[string]*node // by name
	counts map[string][]int // by kind; 0: not begun
	begun  map[string]bool  // lists whose own start was taken
}

// readNumbering reads both parts; each may be missing.
func readNumbering(numbers, styles *node) *numbering {
	n := &numbering{
		kinds: map[string]map[int]level{}, lists: map[string]list{}, styles: map[string]*node{},
		counts: map[string][]int{}, begun: map[string]bool{},
	}
	each(numbers, "w:abstractNum", func(x *node) { n.kinds[x.get("w:abstractNumId")] = readLevels(x) })
	each(numbers, "w:num", func(x *node) {
		l := list{kind: x.value("w:abstractNumId"), starts: map[int]int{}}
		each(x, "w:lvlOverride", func(o *node) {
			if start, err := strconv.Atoi(o.value("w:startOverride")); err == nil {
				l.starts[atoi(o.get("w:ilvl"))] = start
			}
		})
		n.lists[x.get("w:numId")] = l
	})
	each(styles, "w:style", func(x *node) { n.styles[x.get("w:styleId")] = x })
	return n
}

func readLevels(kind *node) map[int]level {
	levels := map[int]level{}
	each(kind, "w:lvl", func(x *node) {
		l := level{start: 1, format: x.value("w:numFmt"), text: x.value("w:lvlText")}
		if start, err := strconv.Atoi(x.value("w:start")); err == nil {
			l.start = start
		}
		levels[atoi(x.get("w:ilvl"))] = l
	})
	return levels
}

// each does something with every element of a name within a node.
func each(n *node, name string, do func(*node)) {
	if n == nil {
		return
	}
	n.walk(func(x *node) bool {
		if x.name == name {
			do(x)
		}
		return true
	})
}

// get is an attribute, "" when it is not there.
func (n *node) get(name string) string {
	for _, a := range n.attr {
		if full(a.Name) == name {
			return a.Value
		}
	}
	return ""
}

// value is w:val of the child of a name.
func (n *node) value(name string) string {
	if k := n.kid(name); k != nil {
		return k.get("w:val")
	}
	return ""
}

// atoi is a small number; what is none is 0.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= maxLevels {
		return 0
	}
	return n
}

// next counts a paragraph and is the mark Word shows before it, "" for none.
func (n *numbering) next(p *node) string {
	id, depth := n.of(p)
	l, ok := n.lists[id]
	if !ok {
		return ""
	}
	levels := n.kinds[l.kind]
	if _, ok := levels[depth]; !ok {
		return ""
	}
	counts := n.counts[l.kind]
	if counts == nil {
		counts = make([]int, maxLevels)
		n.counts[l.kind] = counts
	}
	key := fmt.Sprint(id, " ", depth)
	start, own := l.starts[depth]
	switch {
	case own && !n.begun[key]:
		counts[depth] = start
	case counts[depth] == 0:
		counts[depth] = levels[depth].start
	default:
		counts[depth]++
	}
	n.begun[key] = true
	clear(counts[depth+1:])
	return label(levels, counts, depth)
}

// of is the list and depth of a paragraph: its own, else those of its style.
func (n *numbering) of(p *node) (id string, depth int) {
	const deepest = 20 // styles based on one another; a ring of them must end
	props := p.kid("w:pPr")
	for range deepest {
		if props == nil {
			return "", 0
		}
		if num := props.kid("w:numPr"); num != nil {
			if id == "" {
				id = num.value("w:numId")
			}
			return id, atoi(num.value("w:ilvl"))
		}
		style := n.styles[props.value("w:pStyle")]
		if style == nil {
			return "", 0
		}
		if props = style.kid("w:pPr"); props == nil || props.kid("w:numPr") == nil {
			props = &node{kids: []*node{{name: "w:pStyle", attr: style.basedOn()}}}
		}
	}
	return "", 0
}

// basedOn is the style a style is made from, as attributes of a reference to it.
func (n *node) basedOn() []xml.Attr {
	if k := n.kid("w:basedOn"); k != nil {
		return k.attr
	}
	return nil
}

// label writes a mark: the text of its level with the counts in it; of bullets a dash or
// a plus, as papers use them.
func label(levels map[int]level, counts []int, depth int) string {
	l := levels[depth]
	switch {
	case l.format == "bullet" && strings.TrimSpace(l.text) == "+":
		return "+"
	case l.format == "bullet":
		return "-"
	}
	text := l.text
	for i := range depth + 1 {
		count := counts[i]
		if count == 0 {
			count = levels[i].start
		}
		text = strings.ReplaceAll(text, fmt.Sprintf("%%%d", i+1), counted(levels[i].format, count))
	}
	return text
}

// counted writes a number as a list does.
func counted(format string, n int) string {
	switch format {
	case "none":
		return ""
	case "upperRoman":
		return romanNumber(n)
	case "lowerRoman":
		return strings.ToLower(romanNumber(n))
	case "upperLetter":
		return strings.ToUpper(letterNumber(n))
	case "lowerLetter":
		return letterNumber(n)
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

// letterNumber is a, b, … z, aa, bb, … as Word counts.
func letterNumber(n int) string {
	const letters = 26
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%letters)), min((n-1)/letters+1, letters))
}

// romanNumber is a number in Roman figures.
func romanNumber(n int) string {
	const most = 3999
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, f := range []struct {
		worth int
		as    string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= f.worth; n -= f.worth {
			b.WriteString(f.as)
		}
	}
	return b.String()
}
