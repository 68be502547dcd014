package paper

import (
	"fmt"
	"strings"

	"tdkt/internal/docx"
)

// The letters of Times: how high they stand above the line and what a line of them takes.
const (
	ascent    = 0.891
	lineParts = 1.149
)

// wordPiece is letters of one look within a line.
type wordPiece struct {
	text   string
	run    *docx.PageRun
	x      float64 // from the left edge of the line's room
	spaces int     // gaps before it that widen where the line is stretched
}

// wordLine is a line of a paragraph.
type wordLine struct {
	before, height, after float64
	base                  float64 // of the letters below the top of the height
	pieces                []wordPiece
	rule                  [3]float64 // a line under it: from, long, width
	page                  bool       // begins a page
}

// letters chooses the letters of a run. There is no bold italic: italic letters drawn
// thicker stand for it.
func (d *wordPages) letters(r *docx.PageRun) {
	style := ""
	switch {
	case r.Italic:
		style = "I"
	case r.Bold:
		style = "B"
	}
	d.pdf.SetFont(font, style, r.Size)
}

func (d *wordPages) widthOf(r *docx.PageRun, text string) float64 {
	d.letters(r)
	return d.pdf.GetStringWidth(text)
}

// atom is a word with the gap before it, or a break.
type atom struct {
	parts []wordPiece // of several looks: "Điều 1." then "Tặng"
	gap   float64
	wide  float64
	brk   bool
	page  bool
	tab   bool
}

// atoms cuts the runs of a paragraph into words.
func (d *wordPages) atoms(p *docx.PagePara) []atom {
	var out []atom
	gap := 0.0 // pending before the next word
	open := false
	add := func(r *docx.PageRun, text string) {
		w := d.widthOf(r, text)
		if open {
			last := &out[len(out)-1]
			last.parts = append(last.parts, wordPiece{text: text, run: r, x: last.wide})
			last.wide += w
			return
		}
		out = append(out, atom{parts: []wordPiece{{text: text, run: r}}, gap: gap, wide: w})
		gap, open = 0, true
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		switch {
		case r.Number:
			add(r, fmt.Sprint(d.number))
			continue
		case r.Break, r.Tab:
			out = append(out, atom{brk: r.Break, page: r.PageBreak, tab: r.Tab})
			gap, open = 0, false
			continue
		}
		for k, word := range strings.Split(r.Text, " ") {
			if k > 0 {
				gap, open = gap+d.widthOf(r, " "), false
			}
			if word != "" {
				add(r, word)
			}
		}
	}
	return out
}

// lines lays a paragraph out in a width.
func (d *wordPages) lines(p *docx.PagePara, wide float64) []wordLine {
	s := &wordSetter{d: d, p: p, room: wide - p.Left - p.Right}
	s.begin(p.First)
	for _, a := range d.atoms(p) {
		s.put(a)
	}
	s.end()
	lines := s.lines
	lines[0].before = p.Before
	lines[len(lines)-1].after = p.After
	if p.Under > 0 {
		lines[len(lines)-1].rule = [3]float64{p.Left, s.room, p.Under}
	}
	return lines
}

// wordSetter fills lines with words.
type wordSetter struct {
	d     *wordPages
	p     *docx.PagePara
	room  float64
	lines []wordLine
	row   []wordPiece
	from  float64 // where the line under way begins
	x     float64
	gaps  int
	page  bool
}

func (s *wordSetter) begin(from float64) { s.from, s.x, s.row, s.gaps = from, from, nil, 0 }

func (s *wordSetter) put(a atom) {
	const stop = 36 // points between Word's own tab stops
	switch {
	case a.brk:
		s.end()
		s.begin(0)
		s.page = s.page || a.page
		return
	case a.tab:
		s.x = stop * float64(int(s.x/stop)+1)
		s.gaps = 0
		for i := range s.row {
			s.row[i].spaces = 0 // what stands before a tab is not stretched
		}
		return
	}
	if len(s.row) > 0 && s.x+a.gap+a.wide > s.room+0.01 {
		s.end()
		s.stretch()
		s.begin(0)
	}
	if len(s.row) > 0 {
		s.x += a.gap
		if a.gap > 0 {
			s.gaps++
		}
	}
	for _, part := range a.parts {
		s.cut(part)
	}
}

// cut puts a piece of a word down; one longer than a line goes on in the next.
func (s *wordSetter) cut(part wordPiece) {
	for {
		w := s.d.widthOf(part.run, part.text)
		if s.x+w <= s.room+0.01 || len([]rune(part.text)) < 2 || s.x > s.from {
			s.row = append(s.row, wordPiece{text: part.text, run: part.run, x: s.x, spaces: s.gaps})
			s.x += w
			return
		}
		letters := []rune(part.text)
		n := len(letters)
		for n > 1 && s.x+s.d.widthOf(part.run, string(letters[:n])) > s.room {
			n--
		}
		s.row = append(s.row, wordPiece{text: string(letters[:n]), run: part.run, x: s.x, spaces: s.gaps})
		s.x += s.d.widthOf(part.run, string(letters[:n]))
		s.end()
		s.begin(0)
		part.text = string(letters[n:])
	}
}

// end makes a line of what stands in it.
func (s *wordSetter) end() {
	size := 0.0
	for _, p := range s.row {
		size = max(size, p.run.Size)
	}
	if size == 0 {
		size = s.p.Size
	}
	l := wordLine{pieces: s.row, page: s.page}
	s.page = false
	l.height = size * lineParts * s.p.Line
	if s.p.Exact {
		l.height = s.p.Line
	}
	l.base = l.height - size*(lineParts-ascent)
	shift := s.p.Left
	switch s.p.Align {
	case "center":
		shift += (s.room - s.x) / 2
	case "right":
		shift += s.room - s.x
	}
	for i := range l.pieces {
		l.pieces[i].x += shift
	}
	s.lines = append(s.lines, l)
}

// stretch widens the gaps of the line just ended to the whole width.
func (s *wordSetter) stretch() {
	l := &s.lines[len(s.lines)-1]
	if s.p.Align != "both" || s.gaps == 0 {
		return
	}
	each := (s.room - s.x) / float64(s.gaps)
	for i := range l.pieces {
		l.pieces[i].x += each * float64(l.pieces[i].spaces)
	}
}

// line draws a line at the place reached, from x on.
func (d *wordPages) line(l wordLine, x float64) {
	if !d.fresh {
		d.y += l.before
	}
	d.write(l, x, d.y)
	d.y += l.height + l.after
	d.fresh = false
}

// write draws the letters of a line whose top is at y.
func (d *wordPages) write(l wordLine, x, y float64) {
	for _, p := range l.pieces {
		d.letters(p.run)
		both := p.run.Bold && p.run.Italic
		if both {
			const thick = 0.018 // of the size
			d.pdf.SetLineWidth(p.run.Size * thick)
			d.pdf.SetTextRenderingMode(2)
		}
		d.pdf.Text(x+p.x, y+l.base, p.text)
		if both {
			d.pdf.SetTextRenderingMode(0)
		}
		if p.run.Underline {
			d.pdf.SetLineWidth(p.run.Size * 0.05)
			at := y + l.base + p.run.Size*0.1
			d.pdf.Line(x+p.x, at, x+p.x+d.pdf.GetStringWidth(p.text), at)
		}
	}
	if l.rule[2] > 0 {
		d.pdf.SetLineWidth(l.rule[2])
		d.pdf.Line(x+l.rule[0], y+l.height, x+l.rule[0]+l.rule[1], y+l.height)
	}
}
