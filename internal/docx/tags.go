package docx

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// tag is what stands between {{ and }}.
type tag struct {
	sign  byte   // '#' or '^' opens, '/' closes, 0 is a field
	name  string // as written
	key   string // as matched
	where *node  // the w:t that holds it, and nothing else
}

func tagPattern() *regexp.Regexp { return regexp.MustCompile(`\{\{[^{}]*\}\}`) }

// readTag reads a w:t that holds one tag; false when it holds other text.
func readTag(n *node) (tag, bool) {
	s := n.words()
	inner, ok := strings.CutPrefix(s, "{{")
	if !ok {
		return tag{}, false
	}
	if inner, ok = strings.CutSuffix(inner, "}}"); !ok {
		return tag{}, false
	}
	t := tag{name: tdkt.Clean(inner), where: n}
	if t.name != "" && strings.IndexByte("#^/", t.name[0]) >= 0 {
		t.sign, t.name = t.name[0], strings.TrimSpace(t.name[1:])
	}
	t.key = tdkt.Fold(t.name)
	return t, true
}

// splitTags gives every tag of the document a run of its own: Word cuts a word into
// several runs wherever it was edited, and puts several tags into one.
func (n *node) splitTags() {
	tags := tagPattern()
	n.walk(func(p *node) bool {
		if p.name == "w:p" {
			joinTags(p.runTexts(), tags)
		}
		return true
	})
	n.splitRuns(tags)
}

// runTexts lists the w:t of a paragraph, not those of paragraphs within it.
func (n *node) runTexts() []*node {
	var texts []*node
	for _, k := range n.kids {
		k.walk(func(x *node) bool {
			if x.name == "w:t" {
				texts = append(texts, x)
			}
			return x.name != "w:p"
		})
	}
	return texts
}

// joinTags moves a tag that lies over several texts into the one it begins in.
func joinTags(texts []*node, tags *regexp.Regexp) {
	var all strings.Builder
	starts := make([]int, len(texts)+1)
	for i, t := range texts {
		all.WriteString(t.words())
		starts[i+1] = all.Len()
	}
	whole := all.String()
	parts := make([]string, len(texts))
	for i := range texts {
		parts[i] = whole[starts[i]:starts[i+1]]
	}
	owner := func(at int) int { return sortedPlace(starts, at) }
	crossing := false
	cut := slices.Clone(starts)
	for _, m := range tags.FindAllStringIndex(whole, -1) {
		first, last := owner(m[0]), owner(m[1]-1)
		for i := first + 1; i <= last; i++ { // the tag's end becomes the border of these texts
			cut[i] = m[1]
			crossing = true
		}
	}
	if !crossing {
		return
	}
	for i, t := range texts {
		t.setWords(whole[cut[i]:max(cut[i], cut[i+1])])
	}
}

// sortedPlace is the last text that begins at or before a place and is not empty.
func sortedPlace(starts []int, at int) int {
	for i := range len(starts) - 1 {
		if at < starts[i+1] {
			return i
		}
	}
	return len(starts) - 2
}

// splitRuns cuts each run that holds a tag beside other text into several.
func (n *node) splitRuns(tags *regexp.Regexp) {
	var kids []*node
	for _, k := range n.kids {
		if k.name == "w:r" && len(tags.FindAllString(k.flat(), 1)) > 0 {
			kids = append(kids, k.cut(tags)...)
			continue
		}
		k.splitRuns(tags)
		kids = append(kids, k)
	}
	n.kids = kids
}

// flat is all text of a run.
func (n *node) flat() string {
	var b strings.Builder
	for _, k := range n.kids {
		if k.name == "w:t" {
			b.WriteString(k.words() + "\n")
		}
	}
	return b.String()
}

// cut makes of one run a row of runs that look alike, each tag in one of its own.
func (n *node) cut(tags *regexp.Regexp) []*node {
	var runs []*node
	add := func(content *node) {
		r := &node{name: n.name, attr: n.attr}
		if look := n.kid("w:rPr"); look != nil {
			r.kids = append(r.kids, look.clone())
		}
		r.kids = append(r.kids, content)
		runs = append(runs, r)
	}
	for _, k := range n.kids {
		switch k.name {
		case "w:rPr":
		case "w:t":
			for _, piece := range pieces(k.words(), tags) {
				t := &node{name: "w:t"}
				t.setWords(piece)
				add(t)
			}
		default:
			add(k)
		}
	}
	return runs
}

// pieces cuts text at the borders of its tags.
func pieces(s string, tags *regexp.Regexp) []string {
	var list []string
	at := 0
	for _, m := range tags.FindAllStringIndex(s, -1) {
		list = append(list, s[at:m[0]], s[m[0]:m[1]])
		at = m[1]
	}
	return slices.DeleteFunc(append(list, s[at:]), func(x string) bool { return x == "" })
}

// tags lists the tags in a node, in the order of the document.
func (n *node) tags() []tag {
	var list []tag
	n.walk(func(x *node) bool {
		if x.name == "w:t" {
			if t, ok := readTag(x); ok {
				list = append(list, t)
			}
		}
		return true
	})
	return list
}
