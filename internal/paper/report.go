package paper

import (
	"cmp"
	"fmt"

	"tdkt/internal/tdkt"
)

// Report is a page made of parts: a life sheet, the state of the year.
type Report struct {
	Superior, Issuer string
	Heading, About   string
	Facts            []Pair
	Parts            []Part
	Footer, AsOf     string
}

// NewReport begins a report on the department's paper.
func NewReport(org tdkt.Org, heading, about string) Report {
	return Report{Superior: org.Superior, Issuer: cmp.Or(org.Issuer, org.Name), Heading: heading, About: about, Footer: about}
}

// Part is a heading and what stands below it: sentences, a table, bars; Empty where
// there is none of these.
type Part struct {
	Head    string
	Text    []string
	Columns []Column
	Rows    [][]string
	Legend  []string // what the parts of a bar mean, in order
	Bars    []Bar
	Empty   string
}

// Column is a column of a part's table; Share is its part of the width.
type Column struct {
	Head   string
	Share  float64
	Center bool
}

// Bar is one bar, cut into parts: a word, the parts, and what is printed behind them.
type Bar struct {
	Label string
	Parts []int
	Text  string
}

func (d *drawing) report(r Report) {
	d.begin(letterhead{r.Superior, r.Issuer, r.Heading, r.About}, foot{r.Footer, r.AsOf})
	d.facts(r.Facts)
	for _, p := range r.Parts {
		d.reportPart(p)
	}
}

func (d *drawing) reportPart(p Part) {
	d.section(p.Head)
	d.letters("", sizeText)
	for _, s := range p.Text {
		d.text(left, width, s, "L")
		d.gap(0.8)
	}
	d.rows(p)
	d.bars(p)
	if len(p.Text)+len(p.Rows)+len(p.Bars) == 0 {
		d.letters("I", sizeText)
		d.text(left, width, p.Empty, "L")
	}
}

func (d *drawing) rows(p Part) {
	if len(p.Rows) == 0 {
		return
	}
	all := 0.0
	for _, c := range p.Columns {
		all += c.Share
	}
	columns := make([]column, len(p.Columns))
	for i, c := range p.Columns {
		columns[i] = column{c.Head, width * c.Share / all, "L"}
		if c.Center {
			columns[i].align = "C"
		}
	}
	t := d.table(columns)
	for _, r := range p.Rows {
		cells := make([]cellText, len(columns))
		for i := range cells {
			cells[i].text = r[i]
		}
		t.row(cells)
	}
}

const (
	barLabel, barText = 58.0, 40.0 // left and right of a bar
	barHeight         = 5.0
)

// bars draws bars one below the other, the longest as wide as there is room.
func (d *drawing) bars(p Part) {
	most := 0
	for _, b := range p.Bars {
		most = max(most, sum(b.Parts))
	}
	if most == 0 {
		return
	}
	d.letters("", sizeTable)
	d.legend(p.Legend)
	for _, b := range p.Bars {
		d.room(barHeight + 2)
		y, x := d.pdf.GetY(), left+barLabel
		d.pdf.SetXY(left, y)
		d.pdf.CellFormat(barLabel-2, barHeight, d.fit(b.Label, barLabel-2), "", 0, "L", false, 0, "")
		for i, n := range b.Parts {
			w := (width - barLabel - barText) * float64(n) / float64(most)
			d.shadeOf(i, len(b.Parts))
			d.pdf.Rect(x, y, w, barHeight, "FD")
			x += w
		}
		d.pdf.SetXY(x+1.5, y)
		d.pdf.CellFormat(barText, barHeight, b.Text, "", 0, "L", false, 0, "")
		d.pdf.SetXY(left, y+barHeight+1.2)
	}
}

func sum(list []int) int {
	n := 0
	for _, x := range list {
		n += x
	}
	return n
}

// shadeOf fills with one of several greys, the first the darkest, so that a copy in
// black and white still tells them apart.
func (d *drawing) shadeOf(i, of int) {
	grey := 110 + 130*i/max(of-1, 1)
	d.pdf.SetDrawColor(70, 70, 70)
	d.pdf.SetFillColor(grey, grey, grey)
}

func (d *drawing) legend(words []string) {
	if len(words) == 0 {
		return
	}
	x, y := left, d.pdf.GetY()
	for i, w := range words {
		d.shadeOf(i, len(words))
		need := d.pdf.GetStringWidth(w) + 10
		if x+need > left+width {
			x, y = left, y+barHeight+0.5
		}
		d.pdf.Rect(x, y+1, 3.5, 3.5, "FD")
		d.pdf.SetXY(x+4.5, y)
		d.pdf.CellFormat(need, barHeight, w, "", 0, "L", false, 0, "")
		x += need
	}
	d.pdf.SetXY(left, y+barHeight+2)
}

// fit shortens words to a width.
func (d *drawing) fit(words string, w float64) string {
	if d.pdf.GetStringWidth(words) <= w {
		return words
	}
	runes := []rune(words)
	for len(runes) > 1 && d.pdf.GetStringWidth(string(runes)+"…") > w {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// String is the report as text, for tests and to look at without a reader of PDF.
func (r Report) String() string {
	var out string
	add := func(format string, args ...any) { out += fmt.Sprintf(format, args...) + "\n" }
	add("%s / %s\n%s\n%s", r.Superior, r.Issuer, r.Heading, r.About)
	for _, f := range r.Facts {
		add("%s: %s", f.Name, f.Value)
	}
	for _, p := range r.Parts {
		add("# %s", p.Head)
		for _, s := range p.Text {
			add("%s", s)
		}
		for _, row := range p.Rows {
			add("%q", row)
		}
		for _, b := range p.Bars {
			add("%s %v %s", b.Label, b.Parts, b.Text)
		}
		if len(p.Text)+len(p.Rows)+len(p.Bars) == 0 {
			add("%s", p.Empty)
		}
	}
	return out
}
