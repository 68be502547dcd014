package docx

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// The parts and kinds that a stamp adds to a Word file.
const (
	stampPart   = "word/headerStamp.xml"
	stampID     = "rIdStamp"
	relsPart    = "word/_rels/document.xml.rels"
	typesPart   = "[Content_Types].xml"
	headerType  = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
	headerRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
	relsSpace   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordSpace   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	settingPart = "word/settings.xml"
	headerParts = "word/header"
)

// stamp writes words across every page of a document, behind its text: into the headers that
// are there, and into one of its own for pages that have none.
func stamp(parts []part, trees map[string]*node, words string) []part {
	mark := watermark(words)
	two := false
	for _, p := range parts {
		switch root := trees[p.name]; {
		case p.name == settingPart:
			two = bytes.Contains(p.body, []byte("<w:evenAndOddHeaders"))
		case root != nil && strings.HasPrefix(p.name, headerParts):
			stampHeader(root, mark)
		}
	}
	if refer(trees[mainPart], two) {
		return addHeader(parts, mark)
	}
	return parts
}

// stampHeader puts the mark into the first paragraph of a header.
func stampHeader(root *node, mark string) {
	done := false
	root.walk(func(n *node) bool {
		if n.name == "w:p" && !done {
			n.kids = append(n.kids, &node{raw: true, text: mark})
			done = true
		}
		return !done
	})
	if done {
		return
	}
	root.walk(func(n *node) bool {
		if n.name == "w:hdr" {
			n.kids = append(n.kids, &node{raw: true, text: "<w:p>" + mark + "</w:p>"})
		}
		return n.name != "w:hdr"
	})
}

// refer gives every kind of page of every section a header, and says whether one was
// wanting. A section without a header of its own has that of the section before.
func refer(root *node, two bool) bool {
	have := map[string]bool{}
	added := false
	root.walk(func(n *node) bool {
		if n.name != "w:sectPr" {
			return true
		}
		for _, k := range n.kids {
			if k.name == "w:headerReference" {
				have[k.get("w:type")] = true
			}
		}
		for _, page := range []struct {
			kind   string
			wanted bool
		}{{"default", true}, {"first", n.kid("w:titlePg") != nil}, {"even", two}} {
			if page.wanted && !have[page.kind] {
				have[page.kind], added = true, true
				n.kids = append([]*node{{raw: true, text: `<w:headerReference w:type="` + page.kind + `" xmlns:r="` + relsSpace + `" r:id="` + stampID + `"/>`}}, n.kids...)
			}
		}
		return true
	})
	return added
}

// addHeader adds the header of the stamp's own, and says what it is and where.
func addHeader(parts []part, mark string) []part {
	for i, p := range parts {
		switch p.name {
		case relsPart:
			parts[i].body = before(p.body, "</Relationships>", `<Relationship Id="`+stampID+`" Type="`+headerRel+`" Target="headerStamp.xml"/>`)
		case typesPart:
			parts[i].body = before(p.body, "</Types>", `<Override PartName="/`+stampPart+`" ContentType="`+headerType+`"/>`)
		}
	}
	body := xml.Header + `<w:hdr xmlns:w="` + wordSpace + `"><w:p>` + mark + `</w:p></w:hdr>`
	return append(parts, part{stampPart, []byte(body)})
}

// before puts words in front of the end of a part.
func before(body []byte, end, words string) []byte {
	at := bytes.LastIndex(body, []byte(end))
	if at < 0 {
		return body
	}
	return append(append(bytes.Clone(body[:at]), words...), body[at:]...)
}

// watermark is a run that draws words from corner to corner of the page, behind the text.
func watermark(words string) string {
	var text bytes.Buffer
	escape(&text, words)
	return `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">` +
		`<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
		`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>` +
		`<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>` +
		`<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>` +
		`<v:shape id="DuThao" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:470pt;height:118pt;` +
		`rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;` +
		`mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#cfcfcf" stroked="f"><v:fill opacity=".6"/>` +
		`<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold" string="` + text.String() + `"/></v:shape></w:pict></w:r>`
}
