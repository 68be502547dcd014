package docx

import (
	"fmt"
	"regexp"

	"tdkt/internal/tdkt"
)

// Pages are what a Word file shows, with every style worked out: enough to draw papers of text
// and tables. Lengths are in points.
type Pages struct {
	Sections []PageSection
	Stamp    string // words across every page
}

// PageSection is pages of one size.
type PageSection struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64
	HeadTop                  float64 // from the edge to the header
	First                    int     // the number of its first page, 0: counts on
	Bare                     bool    // its first page has no header
	Header                   []PageBlock
	Blocks                   []PageBlock
}

// PageBlock is a paragraph or a table.
type PageBlock struct {
	Para  *PagePara
	Table *PageTable
}

// PagePara is a paragraph.
type PagePara struct {
	Align               string  // left, center, right, both
	Before, After       float64 // room above and below
	Left, Right, First  float64 // indents; First may be negative
	Line                float64 // height of a line as a part of the letters' own; points where Exact
	Exact               bool
	KeepNext, KeepLines bool
	BreakBefore         bool
	Under               float64 // width of the line under it, 0 none
	Size                float64 // of the letters where there are none
	Runs                []PageRun
}

// PageRun is words of one look.
type PageRun struct {
	Text                    string
	Size                    float64
	Bold, Italic, Underline bool
	Break, PageBreak, Tab   bool
	Number                  bool // the number of the page stands here
}

// PageTable is a table of fixed widths.
type PageTable struct {
	Widths []float64
	Align  string
	Indent float64
	Rows   []PageTableRow
}

// PageTableRow is a row; Head repeats on each page, Whole is never parted.
type PageTableRow struct {
	Head, Whole bool
	Height      float64
	Cells       []PageCell
}

// PageCell is a cell over Span columns.
type PageCell struct {
	Span                    int
	Middle, Bottom          bool
	Covered                 bool    // goes on from the row above
	Left, Right, Top, Under float64 // widths of its lines
	PadLeft, PadRight       float64
	Blocks                  []PageBlock
}

// ReadPages works a Word file out for drawing. What cannot be drawn (a picture) is refused
// with a sentence: nothing of a paper is left out.
func ReadPages(name string, file []byte) (*Pages, error) {
	refuse := func(err error) error {
		return &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Không ghi được “%s” thành PDF (%s). Hãy mở tệp Word và lưu thành PDF.", name, reason(err))}
	}
	parts, err := unpack(file)
	if err != nil {
		return nil, refuse(err)
	}
	r := &pageReader{parts: map[string]*node{}, headers: map[string]string{}, links: map[string]string{}}
	out := &Pages{}
	for _, p := range parts {
		if !isText(p.name) && p.name != relsPart && p.name != stylesPart && p.name != numberingPart {
			continue
		}
		root, err := parse(p.body)
		if err != nil {
			return nil, refuse(err)
		}
		r.parts[p.name] = root
		if m := stampWords.FindSubmatch(p.body); m != nil && p.name != mainPart {
			out.Stamp = string(m[1])
		}
	}
	body := r.open()
	if body == nil {
		return nil, refuse(errXML)
	}
	if picture := firstNamed(body, "w:drawing", "w:pict", "w:object"); picture != nil {
		return nil, refuse(errPicture)
	}
	out.Sections = r.sections(body)
	return out, nil
}

// stampWords finds the words of a stamp in a header.
var stampWords = regexp.MustCompile(`<v:textpath[^>]* string="([^"]*)"`)

// firstNamed is the first node below n with one of some names.
func firstNamed(n *node, names ...string) *node {
	var found *node
	n.walk(func(k *node) bool {
		for _, name := range names {
			if k.name == name && found == nil {
				found = k
			}
		}
		return found == nil
	})
	return found
}
