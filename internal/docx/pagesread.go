package docx

import (
	"slices"
	"strconv"
	"strings"
)

// twip is a twentieth of a point, the measure of Word.
const twip = 20.0

// pageReader works styles out.
type pageReader struct {
	parts   map[string]*node
	headers map[string]string // part of a header by its reference
	links   map[string]string
	numbers *numbering
}

// open readies the styles, and is the body of the text; nil where there is none.
func (r *pageReader) open() *node {
	r.numbers = readNumbering(r.parts[numberingPart], r.parts[stylesPart])
	each(r.parts[relsPart], "Relationship", func(n *node) {
		r.links[n.get("Id")] = "word/" + strings.TrimPrefix(n.get("Target"), "/word/")
	})
	main := r.parts[mainPart]
	if main == nil {
		return nil
	}
	return firstNamed(main, "w:body")
}

// sections parts the body where its page sizes change.
func (r *pageReader) sections(body *node) []PageSection {
	var out []PageSection
	var header *node
	end := func(sect *node, blocks []PageBlock) {
		s, own := r.section(sect)
		if own != nil {
			header = own
		}
		if header != nil {
			s.Header = r.blocks(header.kids)
		}
		s.Blocks = blocks
		out = append(out, s)
	}
	from := 0
	var last *node
	for i, n := range body.kids {
		if n.name == "w:sectPr" {
			last = n
			continue
		}
		if props := n.kid("w:pPr"); n.name == "w:p" && props != nil && props.kid("w:sectPr") != nil {
			end(props.kid("w:sectPr"), r.blocks(body.kids[from:i+1]))
			from = i + 1
		}
	}
	if last == nil {
		last = &node{}
	}
	end(last, r.blocks(body.kids[from:]))
	return out
}

// section reads the size of pages, and the header of them all, nil for that of the section
// before.
func (r *pageReader) section(n *node) (PageSection, *node) {
	s := PageSection{Width: 595.3, Height: 841.9, Left: 85, Right: 42.5, Top: 56.7, Bottom: 56.7, HeadTop: 28.4}
	if k := n.kid("w:pgSz"); k != nil {
		s.Width, s.Height = points(k.get("w:w"), s.Width), points(k.get("w:h"), s.Height)
	}
	if k := n.kid("w:pgMar"); k != nil {
		s.Left, s.Right, s.Top, s.Bottom = points(k.get("w:left"), s.Left), points(k.get("w:right"), s.Right), points(k.get("w:top"), s.Top), points(k.get("w:bottom"), s.Bottom)
		s.HeadTop = points(k.get("w:header"), s.HeadTop)
	}
	if k := n.kid("w:pgNumType"); k != nil {
		s.First, _ = strconv.Atoi(k.get("w:start"))
	}
	s.Bare = on(n.kid("w:titlePg"))
	var header *node
	for _, k := range n.kids {
		if k.name == "w:headerReference" && k.get("w:type") == "default" {
			header = firstNamed(r.partOf(k.get("r:id")), "w:hdr")
		}
	}
	return s, header
}

func (r *pageReader) partOf(id string) *node {
	if n := r.parts[r.links[id]]; n != nil {
		return n
	}
	return &node{}
}

// points is a length written in twentieths of a point.
func points(text string, otherwise float64) float64 {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return otherwise
	}
	return n / twip
}

// on says whether a switch is there and not turned off.
func on(n *node) bool {
	return n != nil && !slices.Contains([]string{"0", "false", "off"}, n.get("w:val"))
}

// blocks are the paragraphs and tables among nodes, also those inside content controls.
func (r *pageReader) blocks(nodes []*node) []PageBlock {
	var out []PageBlock
	for _, n := range nodes {
		switch n.name {
		case "w:p":
			out = append(out, PageBlock{Para: r.para(n)})
		case "w:tbl":
			out = append(out, PageBlock{Table: r.table(n)})
		case "w:sdt", "w:sdtContent", "w:ins", "w:customXml":
			out = append(out, r.blocks(n.kids)...)
		}
	}
	return out
}

// chain are the properties of one name of a style and what it is made from, the style last.
func (r *pageReader) chain(style, props string) []*node {
	var out []*node
	const deepest = 20
	for range deepest {
		s := r.numbers.styles[style]
		if s == nil {
			break
		}
		if k := s.kid(props); k != nil {
			out = append(out, k)
		}
		style = s.value("w:basedOn")
	}
	slices.Reverse(out)
	return out
}

// defaults are the properties of every paragraph.
func (r *pageReader) defaults(props string) []*node {
	if k := firstNamed(r.partNamed(stylesPart), "w:docDefaults"); k != nil {
		if d := k.kid(props + "Default"); d != nil && d.kid(props) != nil {
			return []*node{d.kid(props)}
		}
	}
	return nil
}

func (r *pageReader) partNamed(name string) *node {
	if n := r.parts[name]; n != nil {
		return n
	}
	return &node{}
}

// styleOf is the style of a paragraph, that of all where it names none.
func (r *pageReader) styleOf(props *node) string {
	if props != nil {
		if s := props.value("w:pStyle"); s != "" {
			return s
		}
	}
	for id, s := range r.numbers.styles {
		if s.get("w:default") == "1" && s.get("w:type") == "paragraph" {
			return id
		}
	}
	return ""
}

func (r *pageReader) para(n *node) *PagePara {
	p := &PagePara{Align: "left", Line: 1}
	own := n.kid("w:pPr")
	style := r.styleOf(own)
	list := append(r.defaults("w:pPr"), r.chain(style, "w:pPr")...)
	if own != nil {
		list = append(list, own)
	}
	for _, props := range list {
		p.lay(props)
	}
	looks := append(r.defaults("w:rPr"), r.chain(style, "w:rPr")...)
	mark := look{size: 10}
	for _, l := range looks {
		mark.lay(l)
	}
	p.Size = mark.size
	if own != nil && own.kid("w:rPr") != nil {
		m := mark
		m.lay(own.kid("w:rPr"))
		p.Size = m.size
	}
	if label := r.numbers.next(n); label != "" {
		p.Runs = append(p.Runs, mark.run(label+" "))
	}
	f := &field{}
	r.runs(p, n.kids, mark, f)
	return p
}

// lay lays properties of a paragraph over what stands.
func (p *PagePara) lay(n *node) {
	if k := n.kid("w:jc"); k != nil {
		p.Align = map[string]string{"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}[k.get("w:val")]
	}
	if k := n.kid("w:spacing"); k != nil {
		p.Before, p.After = points(k.get("w:before"), p.Before), points(k.get("w:after"), p.After)
		if line := points(k.get("w:line"), 0); line > 0 {
			p.Line, p.Exact = line/12, false // 240 twentieths are one line
			if k.get("w:lineRule") == "exact" {
				p.Line, p.Exact = line, true
			}
		}
	}
	if k := n.kid("w:ind"); k != nil {
		p.Left, p.Right = points(k.get("w:left"), points(k.get("w:start"), p.Left)), points(k.get("w:right"), points(k.get("w:end"), p.Right))
		p.First = points(k.get("w:firstLine"), p.First)
		if k.get("w:hanging") != "" {
			p.First = -points(k.get("w:hanging"), 0)
		}
	}
	for name, to := range map[string]*bool{"w:keepNext": &p.KeepNext, "w:keepLines": &p.KeepLines, "w:pageBreakBefore": &p.BreakBefore} {
		if k := n.kid(name); k != nil {
			*to = on(k)
		}
	}
	if k := n.kid("w:pBdr"); k != nil {
		p.Under = border(k.kid("w:bottom"))
	}
}

// border is the width of a line, 0 for none.
func border(n *node) float64 {
	if n == nil || n.get("w:val") == "nil" || n.get("w:val") == "none" {
		return 0
	}
	const eighth = 8
	return max(points(n.get("w:sz"), 0.2)*twip/eighth, 0.25)
}

// look is how letters look.
type look struct {
	size                          float64
	bold, italic, underline, caps bool
	hidden                        bool
}

func (l *look) lay(n *node) {
	if k := n.kid("w:sz"); k != nil {
		l.size = points(k.get("w:val"), 0) * twip / 2
	}
	for name, to := range map[string]*bool{"w:b": &l.bold, "w:i": &l.italic, "w:caps": &l.caps, "w:vanish": &l.hidden} {
		if k := n.kid(name); k != nil {
			*to = on(k)
		}
	}
	if k := n.kid("w:u"); k != nil {
		l.underline = k.get("w:val") != "none"
	}
}

func (l look) run(text string) PageRun {
	if l.caps {
		text = strings.ToUpper(text)
	}
	return PageRun{Text: text, Size: l.size, Bold: l.bold, Italic: l.italic, Underline: l.underline}
}

// field is a field of Word under way: what it says, and whether its shown value is passed over.
type field struct {
	depth int
	code  string
	shown bool // after its separator
}

// runs reads the words of a paragraph, also those in links and content controls.
func (r *pageReader) runs(p *PagePara, nodes []*node, mark look, f *field) {
	for _, n := range nodes {
		switch n.name {
		case "w:r":
			r.run(p, n, mark, f)
		case "w:hyperlink", "w:sdt", "w:sdtContent", "w:ins", "w:smartTag":
			r.runs(p, n.kids, mark, f)
		case "w:fldSimple":
			if isPage(n.get("w:instr")) {
				one := mark.run("")
				one.Number = true
				p.Runs = append(p.Runs, one)
				continue
			}
			r.runs(p, n.kids, mark, f)
		}
	}
}

func isPage(code string) bool {
	return len(strings.Fields(code)) > 0 && strings.Fields(code)[0] == "PAGE"
}

func (r *pageReader) run(p *PagePara, n *node, l look, f *field) {
	if k := n.kid("w:rPr"); k != nil {
		for _, s := range r.chain(k.value("w:rStyle"), "w:rPr") {
			l.lay(s)
		}
		l.lay(k)
	}
	if l.hidden {
		return
	}
	for _, k := range n.kids {
		one := l.run("")
		switch k.name {
		case "w:fldChar":
			r.fieldMark(p, k.get("w:fldCharType"), one, f)
			continue
		case "w:instrText":
			f.code += k.words()
			continue
		case "w:t":
			one = l.run(k.words())
		case "w:br":
			one.Break, one.PageBreak = true, k.get("w:type") == "page"
		case "w:tab":
			one.Tab = true
		case "w:noBreakHyphen":
			one = l.run("-")
		default:
			continue
		}
		if f.depth > 0 && (!f.shown || isPage(f.code)) {
			continue
		}
		p.Runs = append(p.Runs, one)
	}
}

// fieldMark is the beginning, the middle or the end of a field.
func (r *pageReader) fieldMark(p *PagePara, kind string, one PageRun, f *field) {
	switch kind {
	case "begin":
		f.depth++
		f.code, f.shown = "", false
	case "separate":
		f.shown = true
	case "end":
		if isPage(f.code) {
			one.Number = true
			p.Runs = append(p.Runs, one)
		}
		f.depth--
		f.code, f.shown = "", false
	}
}
